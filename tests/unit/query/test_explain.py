"""A filter as a sentence, in both languages."""

import pytest
from cq_tui.language import use
from cq_tui.query.explain import explain
from cq_tui.query.parse import parse

from tests.shipped import kinds
from tests.unit.conftest import Run

DEALS = [
    ("", "", ""),
    ("铝", "with “铝”", "含“铝”"),
    ("-铝", "without “铝”", "不含“铝”"),
    ("“credit line” 铝", "with “credit line”; with “铝”", "含“credit line”；含“铝”"),
    ("title:铝,钢", "deal has “铝” or “钢”", "项目含“铝”或“钢”"),
    ("-标题:铝", "deal has no “铝”", "项目不含“铝”"),
    ("title=铝", "deal is “铝”", "项目为“铝”"),
    ("-title=铝", "deal is not “铝”", "项目不是“铝”"),
    ("id:x", "ID has “x”", "编号含“x”"),
    ("/a.b{2}/", "any text matches /a.b{2}/", "全文匹配 /a.b{2}/"),
    ("-title:/x/", "deal does not match /x/", "项目不匹配 /x/"),
    ("category:finance,investment", "category is finance or investment", "类别为金融赋能或产业投资"),
    ("-类别:金融赋能", "category is not finance", "类别不是金融赋能"),
    ("country:DE,中国", "country is Germany or China", "国家为德国或中国"),
    ("amount>=10亿", "amount is at least 1 bn", "金额不少于10亿"),
    ("amount>10亿", "amount is more than 1 bn", "金额大于10亿"),
    ("amount<1亿", "amount is less than 100 m", "金额小于1亿"),
    ("amount:<=1亿", "amount is at most 100 m", "金额不超过1亿"),
    ("amount:2亿..50亿", "amount is from 200 m to 5 bn", "金额2亿至50亿"),
    ("amount:2亿..*", "amount is at least 200 m", "金额不少于2亿"),
    ("amount:1亿,2bn", "amount is 100 m or 2 bn", "金额1亿或20亿"),
    ("amount:1.500000005亿", "amount is 150.0000005 m", "金额1.500000005亿"),
    ("amount:*..*", "amount is anything", "金额任何值"),
    ("amount>=CNY 10亿", "amount is at least CNY 1 bn", "金额不少于10亿元人民币"),
    ("amount>=EUR 10m", "amount is at least EUR 10 m", "金额不少于1,000万欧元"),
    ("amount:1,000,000", "amount is 1 m (1,000,000 is one number)", "金额100万（1,000,000 是一个数）"),
    (
        'amount:1,000,"5",2,000',
        "amount is 1,000 or 5 or 2,000 (1,000 is one number, 2,000 is one number, "
        "single units, not CNY bn: for those write 1000bn)",
        "金额1,000或5或2,000（1,000 是一个数，2,000 是一个数，按元计，不按亿元；按亿元请写1000亿）",
    ),
    ("-amount:2亿..*", "amount is not at least 200 m", "金额不是不少于2亿"),
    ("has:amount", "amount is stated", "金额有说明"),
    ("-有:金额", "amount is not stated", "金额未说明"),
    ("countable:yes", "counted in totals: yes", "计入合计：是"),
    ("-countable:yes", "counted in totals: no", "计入合计：否"),
    ("term>=2", "term (years) is at least 2", "期限（年）不少于2"),
    ("铝 nosuch:1", "with “铝”", "含“铝”"),
    ("title:{0}", "deal has “{0}”", "项目含“{0}”"),
]

EVENTS = [
    ("date:2025", "date is from 2025-01-01 to 2025-12-31", "日期2025-01-01至2025-12-31"),
    ("date:2024-02", "date is from 2024-02-01 to 2024-02-29", "日期2024-02-01至2024-02-29"),
    ("date:2025-11-19", "date is 2025-11-19", "日期2025-11-19"),
    ("date>2025", "date is from 2026-01-01 on", "日期2026-01-01起"),
    ("date>=2025-11", "date is from 2025-11-01 on", "日期2025-11-01起"),
    ("date<2025", "date is until 2024-12-31", "日期到2024-12-31为止"),
    ("date<=2025-11", "date is until 2025-11-30", "日期到2025-11-30为止"),
    ("date:2024..2025-02", "date is from 2024-01-01 to 2025-02-28", "日期2024-01-01至2025-02-28"),
    ("guests>=20000", "guests is at least 20,000", "嘉宾人数不少于2万"),
]


@pytest.mark.parametrize(
    ("kind", "text", "en", "zh"), [*(("deals", *row) for row in DEALS), *(("events", *row) for row in EVENTS)]
)
def test_sentence(kind: str, text: str, en: str, zh: str) -> None:
    query = parse(text, kinds()[kind])
    assert explain(query) == (f"{query.kind.label}: {en}" if en else "")
    use("zh")
    assert explain(query) == (f"{query.kind.label}：{zh}" if zh else "")


@pytest.mark.parametrize(
    ("text", "en", "zh"),
    [
        ("sort:amount", "Deals; sorted by amount from the least", "项目；按金额从低到高排序"),
        (
            "铝 sort:-amount,title",
            "Deals: with “铝”; sorted by amount from the most, deal",
            "项目：含“铝”；按金额从高到低、项目排序",
        ),
        ("sort:title-desc", "Deals; sorted by deal backwards", "项目；按项目倒序排序"),
        ("nosuch:1", "", ""),
    ],
)
def test_order(text: str, en: str, zh: str) -> None:
    query = parse(text, kinds()["deals"])
    assert explain(query) == en
    use("zh")
    assert explain(query) == zh


@pytest.mark.parametrize(
    ("text", "en"),
    [
        ("event=one,two", "Deals: event is “First Fair” or “two”"),
        ("event:one event:two", "Deals: event has “First Fair”; event has “two”"),
        ("party:aa", "Deals: parties has “Aa Group”"),
        ("title:one", "Deals: deal has “one”"),
    ],
)
def test_ids_of_other_records_are_told_by_their_names(text: str, en: str) -> None:
    called = {"events": {"one": "First Fair"}, "organisations": {"aa": "Aa Group"}}
    assert explain(parse(text, kinds()["deals"]), names=lambda kind, id_: called[kind].get(id_, id_)) == en


def test_of_many_alternatives_the_first_are_told() -> None:
    query = parse("id=" + ",".join(f"x{number}" for number in range(1_230)), kinds()["deals"])
    assert explain(query).endswith(" or “x19” or 1,210 more")
    use("zh")
    assert explain(query).endswith("或“x19”或另外 1,210 个")


@pytest.mark.parametrize(
    ("lang", "filter_", "sentence"),
    [
        ("en", "amount>=10亿 -铝", "Deals: amount is at least 1 bn; without “铝”"),
        ("zh", "amount>=10亿 -铝", "项目：金额不少于10亿；不含“铝”"),
        ("en", "", "Deals: all"),
    ],
)
def test_export_explains_on_stderr_and_leaves_stdout_alone(run: Run, lang: str, filter_: str, sentence: str) -> None:
    arguments = ["export", "deals", "--filter", filter_, "--lang", lang]
    plain, explained = run(*arguments), run(*arguments, "--explain")
    assert (plain.code, plain.err, explained.code) == (0, "", 0)
    assert explained.err == f"{sentence}\n"
    assert explained.out == plain.out != ""


def test_export_explains_the_order_it_is_told_beside_the_filter(run: Run) -> None:
    told = run("export", "deals", "--filter", "铝", "--sort", "amount-desc", "--explain")
    assert told.err == "Deals: with “铝”; sorted by amount from the most\n"


def test_export_with_a_fault_tells_the_nearest_and_writes_nothing(run: Run) -> None:
    told = run("export", "deals", "--filter", "铝 ammount:1", "--explain")
    assert (told.code, told.out) == (1, "")
    assert told.err == "cq-tui: ammount:1: Deals have no field ammount. Did you mean amount?\n"
