"""Conditions as people write them: each is read as it is meant or marked, and no other question is answered."""

import pytest
from cq_tui.query.explain import explain
from cq_tui.query.parse import parse

from tests.shipped import kinds
from tests.unit.conftest import Ids, Run

CREDIT, FUND, LINE, ORDER = (
    "nev-credit-line", "specialised-innovative-fund", "aluminium-die-casting-line", "parts-supply-order",
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "amount>=1,000,000,000",
        "amount>=1000000000",
        "amount>=1.000.000.000",
        "amount>=1'000'000'000",
        "amount>=1 000 000 000",
        "amount>=10亿",
        "amount>=10 亿",
        "amount >= 10 亿",
        "amount >=10亿 元",
        "amount>= 10亿元",
        "amount: >=10亿",
        "金额≥10亿",
        "金额 ≥ 10亿",
        "金额：≥１０亿",
        "金额＞＝１０亿",
        "金额：＞＝1，000，000，000",
        "amount>=1bn",
        "amount>= 1 bn",
        "amount=>1bn",
        "amount>=CNY 1bn",
        "amount>=1bn CNY",
        "amount >= RMB 1 bn",
        "amount:10亿..*",
        "amount:10亿 .. *",
        "金额 : 10 亿 .. 1,000 亿",
        "-amount<10亿 has:amount",
        "amount:20亿, 750亿",
    ],
)
def test_a_billion_and_more(select: Ids, text: str) -> None:
    assert select(text) == [CREDIT, ORDER]


@pytest.mark.parametrize(
    "text",
    "date:2025-11-19|date:2025/11/19|date:19.11.2025|date:19/11/2025|date: 19 Nov 2025|date:November 2025"
    "|date = 2025-11|date:2025年11月19日|日期：2025年11月|日期：2025 年 11 月|date:2025年 11月 19日|date >= 2025-11-19"
    "|date:20251119|date:2025-11-01 .. 2025-11-30|date≥2025|date: 2025, 2030".split("|"),
)
def test_the_day_of_the_visit(select: Ids, text: str) -> None:
    assert "european-visit-2025" in select(text, "events")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("amount>=1,000亿", "amount is at least 100 bn (1,000 is one number)"),
        ("amount>=1,000,000,000", "amount is at least 1 bn (1,000,000,000 is one number)"),
        ("amount:100,200", "amount is 100,200 (100,200 is one number)"),
        ('amount:"100","200"', "amount is 100 or 200 (single units, not CNY bn: for those write 100bn)"),
        ("amount:1亿,2亿", "amount is 100 m or 200 m"),
        (
            "amount>=1 000 铝",
            "amount is at least 1,000 "
            "(1 000 is one number, single units, not CNY bn: for those write 1000bn); with “铝”",
        ),
        ("amount>=1 20", "amount is at least 1 (single units, not CNY bn: for those write 1bn); with “20”"),
        ("amount>=€5m", "amount is at least EUR 5 m"),
        ("amount:€1m..€5m", "amount is from EUR 1 m to EUR 5 m"),
        ("amount:5亿美元", "amount is USD 500 m"),
        ("amount>10 2025", "amount is more than 10 (single units, not CNY bn: for those write 10bn); with “2025”"),
        ("amount:-5", "amount is -5"),
        ("amount=>5", "amount is at least 5 (single units, not CNY bn: for those write 5bn)"),
        ("amount=<5", "amount is at most 5 (single units, not CNY bn: for those write 5bn)"),
        ("amount==5", "amount is 5 (single units, not CNY bn: for those write 5bn)"),
        ("amount≦5", "amount is at most 5 (single units, not CNY bn: for those write 5bn)"),
        ("amount:＞5", "amount is more than 5 (single units, not CNY bn: for those write 5bn)"),
        ("amount: -5", "amount is -5"),
        ("amount>10 -5", "amount is more than 10 (single units, not CNY bn: for those write 10bn); without “5”"),
        ("amount:1亿, -铝", "amount is 100 m; without “铝”"),
        ("amount : 1亿 category : finance", "amount is 100 m; category is finance"),
        ("category: finance, investment", "category is finance or investment"),
        ("category:finance ,investment 铝", "category is finance or investment; with “铝”"),
        ("title : 铝", "deal has “铝”"),
        ("instrument:credit line 铝", "type is credit line; with “铝”"),
        ("instrument: purchase order,credit line", "type is purchase order or credit line"),
        ("country:South Africa, United Kingdom 铝", "country is South Africa or United Kingdom; with “铝”"),
        ("category:finance line", "category is finance; with “line”"),
        ("title : /a b/", "deal matches /a b/"),
        ("party：西马克", "parties has “西马克”"),
        ("has: amount", "amount is stated"),
        ("-has:chain segment 铝", "chain segment is not stated; with “铝”"),
        ("share>=10%", "share (%) is at least 10"),
        ("share >= 10 %", "share (%) is at least 10"),
        ("share size:5", "share (%) is 5"),
        ("-chain  segment : lv", "chain segment has no “lv”"),
        ("amount as written:亿 铝", "amount as written has “亿”; with “铝”"),
        ("year:2024,2025", "year is 2024 or 2025"),
        ("term:1,2", "term (years) is 1 or 2"),
        ("title=b=c", "deal is “b=c”"),
        ("https://example.com/a", "with “https://example.com/a”"),
        ("-https://example.com/a", "without “https://example.com/a”"),
        ("C:\\x", "with “C:\\x”"),
        ("10:30", "with “10:30”"),
        ("10%", "with “10%”"),
        ("19.11.2025", "with “19.11.2025”"),
        ("--", "with “--”"),
        ("－－", "with “－－”"),
        ("- 铝", "with “-”; with “铝”"),
        ("amount", "with “amount”"),
        ("amount 铝", "with “amount”; with “铝”"),
    ],
)
def test_read_as_it_is_explained(text: str, sentence: str) -> None:
    query = parse(text, kinds()["deals"])
    assert query.faults == ()
    assert explain(query) == f"Deals: {sentence}"
    assert parse(query.text, kinds()["deals"]) == query


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        ("sort:amount desc", ["amount-desc"]),
        ("sort: amount desc, title", ["amount-desc", "title"]),
        ("sort:amount,title DESC 铝", ["amount", "title-desc"]),
        ("sort:amount-desc asc", None),
        ("排序：金额 降序", ["amount-desc"]),
        ("排序:金额 升序", ["amount"]),
        ("sort:-amount", ["amount-desc"]),
        ("sort:amount,amount-desc,title sort:title-desc", ["amount", "title"]),
        ("sort:term years desc", ["term_years-desc"]),
        ("sort:amount description", ["amount"]),
    ],
)
def test_the_direction_of_an_order_may_stand_apart(text: str, orders: list[str] | None) -> None:
    query = parse(text, kinds()["deals"])
    assert bool(query.faults) == (orders is None)
    assert [str(order) for order in query.orders] == (orders or [])


def test_connectives_are_marked_for_they_would_be_words() -> None:
    for word in ("AND", "OR", "NOT"):
        (fault,) = parse(f"铝 {word} 钢", kinds()["deals"]).faults
        assert fault.text == word
        assert parse(f'铝 "{word}" 钢 {word.lower()}', kinds()["deals"]).faults == ()


def test_an_amount_with_its_currency_leaves_other_currencies_out(made: Ids) -> None:
    assert made("amount>=1m") == ["pump", "rhine", "bridge", "canal", "tower"]
    assert made("amount>=€1m") == made("amount>=1m EUR") == ["pump", "rhine"]
    assert made("amount>=CNY 1m") == ["bridge", "canal", "tower"]
    assert made("-amount>=€1m") == ["lamp", "bridge", "canal", "promise", "tower"]
    assert made("amount:€1m..2m,CNY 100亿") == ["pump", "tower"]


@pytest.mark.parametrize("given", [("--filter", "--"), ("--filter=--",), ("--filter", "－－")])
def test_dashes_on_the_command_line_are_a_word(run: Run, given: tuple[str, ...]) -> None:
    listed = run("list", "deals", *given)
    assert listed.code == 0
    assert listed.err.startswith("0 of 4")


@pytest.mark.parametrize("option", ["--sort", "--columns", "--format", "--lang"])
def test_dashes_are_no_other_value_and_end_in_one_line(run: Run, option: str) -> None:
    ended = run("export", "deals", f"{option}=--")
    assert ended.code in (1, 2)
    assert "TypeError" not in ended.err


def test_a_bare_yuan_is_no_currency_as_in_the_heading_of_the_column(made: Ids) -> None:
    assert made("amount>=10亿元") == made("amount>=10亿")
