"""Which pieces of a filter's text are one condition, although blanks stand inside."""

import pytest
from cq_tui.query.joining import conditions
from cq_tui.query.tokens import tokens
from cq_tui.query.vocabulary import nearest_code, nearest_field

from tests.shipped import kinds

DEALS = kinds()["deals"]


def _pieces(text: str) -> list[str]:
    found = conditions(text, DEALS)
    assert [text[one.span.start : one.span.end].rstrip() for one in found] == [one.text for one in found]
    return [one.text for one in found]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("铝 5", ["铝", "5"]),  # a number behind a word is a word of its own
        (">=", [">="]),
        ("铝 >=", ["铝", ">="]),
        (">= 1亿 铝", [">= 1亿", "铝"]),
        (">= 铝", [">=", "铝"]),
        ("-amount >= 1 亿", ["-amount >= 1 亿"]),
        ("amount:1 2 3", ["amount:1", "2", "3"]),
        ("amount:-5 -6 -x", ["amount:-5", "-6", "-x"]),
        ("amount:3 -x", ["amount:3", "-x"]),
        ("amount:1亿 .. 5亿 铝", ["amount:1亿 .. 5亿", "铝"]),
        ("amount:1亿.. 5亿 铝", ["amount:1亿.. 5亿", "铝"]),
        ("amount:1亿 ..5亿 铝", ["amount:1亿 ..5亿", "铝"]),
        ("year:2024, 2025 铝", ["year:2024, 2025", "铝"]),
        ("year:2024 ,2025 铝", ["year:2024 ,2025", "铝"]),
        ("date:19 Nov 2025 铝", ["date:19 Nov 2025", "铝"]),
        ("category:finance .. x", ["category:finance", "..", "x"]),
        ("category: finance, investment 铝", ["category: finance, investment", "铝"]),
        ("title:a b", ["title:a", "b"]),  # texts take one word; more stand in quotes
        ("title:a, b c", ["title:a, b", "c"]),
        ("has: chain segment 铝", ["has: chain segment", "铝"]),
        ("sort:amount, chain segment 铝", ["sort:amount, chain segment", "铝"]),
        ("sort:-chain segment 铝", ["sort:-chain segment", "铝"]),
        ("sort:chain segment,amount 铝", ["sort:chain segment,amount", "铝"]),
        ("sort:amount desc, title asc 铝", ["sort:amount desc, title asc", "铝"]),
        ("sort: -amount 铝", ["sort: -amount", "铝"]),
        # a condition that waits for its value takes no other condition for it
        ("amount: country:DE", ["amount:", "country:DE"]),
        ("sort: -country:DE", ["sort:", "-country:DE"]),
        ("amount: -country:DE", ["amount:", "-country:DE"]),
    ],
)
def test_what_is_one_condition(text: str, pieces: list[str]) -> None:
    assert _pieces(text) == pieces


def test_a_pattern_may_stand_behind_each_operator() -> None:
    for text in ("title:/a b/", "title:=/a b/", "-/a b/", "/a b/"):
        assert [one.text for one in tokens(f"{text} c")] == [text, "c"]


def test_a_long_text_keeps_its_field_and_its_end() -> None:
    long = "title:" + "铝" * 400
    assert _pieces(f"{long}, 钢 x") == [f"{long}, 钢", "x"]
    assert _pieces(f"{long} 钢 x") == [long, "钢", "x"]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("amuont", "amount"),
        ("amtxx", "amount"),  # a little over half alike
        ("zzzzzz", None),
        ("q" * 200, None),
    ],
)
def test_the_nearest_field(text: str, near: str | None) -> None:
    assert nearest_field(DEALS, text) == near


def test_the_nearest_code_begins_alike_or_is_half_the_same() -> None:
    category = DEALS.by_name["category"]
    assert nearest_code(DEALS, category, "inv") == "investment"
    assert nearest_code(DEALS, category, "finanze") == "finance"
    assert nearest_code(DEALS, category, "") is None
