"""Any text at all: it parses, its spans cover it, its words never stand in the SQL, and the store stands it."""

import re
from datetime import date, timedelta
from decimal import Decimal

from cq_tui.cli import _joined as joined
from cq_tui.commands.parsers import parser_of
from cq_tui.language import Language, use
from cq_tui.query.explain import explain
from cq_tui.query.highlight import Highlighter
from cq_tui.query.parse import parse
from cq_tui.query.spelling import number_text
from cq_tui.query.sql import Asking, where
from cq_tui.query.terms import Query
from cq_tui.query.widen import Widener
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import QueryError, Store
from cq_tui.values.clean import whole
from cq_tui.values.ranges import Range, Ranges
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.shipped import kinds

WIDEN = Widener()
KIND = st.sampled_from(sorted(kinds()))
_BLANKS = " \t\n\r\u3000\u00a0"

_NAMES = (
    "amount 金额 category 类别 title name date 日期 country parties term countable has 有 sort 排序 nosuch ｎａｍｅ"
)
_SIGNS = ': ： >= ＞ < = - － " “ ” ＂ / ／ \\ , ， .. ．． * ＊ ( ） -desc :>= ='
_VALUES = "1 亿 １０亿 bn 元 9e9 2025-11-19 2025年 finance 金融赋能 yes 否 DE 西南铝 xnl lü [ (?= {9} \\1 ' % _ ; --"
_ODD = ["\0", "\x1b", "\ud800", "\udfff", "ß", "ŉ", "İ", "ﬁ", "\U00020000", "\U0010ffff", "e\u0301", "\u200b", "\u202e"]
_ODDER = ["क", "ﷺ", "😀", "\u2028", "\x85", *_BLANKS]
PIECES = st.sampled_from([*_NAMES.split(), *_SIGNS.split(), *_VALUES.split(), *_ODD, *_ODDER])
ANY = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=40),
    st.lists(PIECES, max_size=12).map("".join),
    st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=8).map("".join),
)


def _spans_cover(text: str, query: Query) -> None:
    end = 0
    for part in query.parts:
        assert end <= part.span.start < part.span.end <= len(text)
        assert not text[end : part.span.start].strip(_BLANKS)
        assert whole(text)[part.span.start : part.span.end].rstrip(_BLANKS) == part.text.rstrip(_BLANKS)
        end = part.span.end
    assert not text[end:].strip(_BLANKS)


@given(ANY, KIND, st.data())
@settings(max_examples=1_000, deadline=None)
def test_any_text_and_any_prefix_of_it_parses_and_its_spans_cover_it(text: str, kind: str, data: st.DataObject) -> None:
    _spans_cover(text, parse(text, kinds()[kind]))
    prefix = text[: data.draw(st.integers(0, len(text)))]
    _spans_cover(prefix, parse(prefix, kinds()[kind]))


@given(ANY, KIND)
@settings(max_examples=1_000, deadline=None)
@example('title:" ', "deals")
@example("“", "deals")
@example("- ", "deals")
@example("/ \\", "deals")
def test_the_text_of_a_query_parses_to_an_equal_query(text: str, kind: str) -> None:
    query = parse(text, kinds()[kind])
    again = parse(query.text, kinds()[kind])
    assert again == query
    assert again.text == query.text
    assert isinstance(explain(query), str)


def _with_letters_in(query: Query) -> tuple[str, int]:
    sql, values = where(query, Asking(WIDEN, lambda _sql, _values: []))
    return sql, len(values)


@given(st.text(min_size=1, max_size=12).filter(lambda word: not set(word) & set('"“”„″＂')), KIND)
@settings(max_examples=200, deadline=None)
@example("'; DROP TABLE deals; --", "deals")
@example("?", "deals")
def test_no_word_stands_in_the_statement(word: str, kind: str) -> None:
    heading = kinds()[kind].heading.name
    for before in ("", "-", f"{heading}:", f"-{heading}:="):
        sql, count = _with_letters_in(parse(f'{before}"qq{word}"', kinds()[kind]))
        assert "qq" not in sql.lower()
        assert sql.count("?") == count


@given(st.lists(PIECES, max_size=8).map("".join), KIND)
@settings(max_examples=150, deadline=None)
@example("\ud800", "deals")
@example("title:\udfff", "deals")
@example("a\0b", "deals")
@example("/a\0b/", "deals")
@example("/\\C/", "deals")
@example("amount>=-99999999亿", "deals")
@example("term:1.5", "deals")
@example("date>9998", "events")
@example("date<0001", "events")
def test_selecting_raises_nothing_but_what_the_store_says(store: Store, text: str, kind: str) -> None:
    query = parse(text, kinds()[kind])
    try:
        found = {record.id for record in Selection(store, query)}
    except QueryError as error:
        found, why = set(), str(error)
    else:
        why = "-"
    assert why.split("\n") == [why]
    assert why
    assert found <= set(store.ids(kind))
    places = Highlighter(query, store.widen).spans(text + "西南铝 10亿")
    assert places == sorted(places)


_SPELT = st.tuples(
    st.sampled_from(["amount", "金额", "Amount", "投资额"]),
    st.sampled_from(["", " ", "  ", "\u3000"]),
    st.sampled_from([">=", "≥", "：＞＝", ": >=", "=>", "⩾", "：≥"]),
    st.sampled_from(["", " ", "\u3000"]),
)


_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_IN_UNITS = {"亿": ("亿", 10**8), "万": (" 万元", 10**4), "bn": ("bn", 10**9), "m": (" m", 10**6)}
_STYLES = ["plain", "grouped", "points", "blanks", "wide", *_IN_UNITS]
_DAYS = "%Y-%m-%d|%Y/%m/%d|%Y年%m月%d日|%d.%m.%Y|%d %b %Y|%B %d %Y|%Y%m%d|%Y 年 %m 月 %d 日".split("|")


def _written(value: int, style: str) -> str:
    """A whole number of ten thousands as people write it."""
    unit, size = {"亿": ("亿", 10**8), "万": (" 万元", 10**4), "bn": ("bn", 10**9), "m": (" m", 10**6)}.get(
        style, ("", 1)
    )
    number = Decimal(value) / size
    text = f"{number:,f}" if style in ("grouped", "亿", "m") else f"{number:f}"
    if style == "points":
        text = f"{value:,}".replace(",", ".")
    if style == "blanks":
        text = f"{value:,}".replace(",", " ")
    return (text.translate(_WIDE) if style == "wide" else text) + unit


@given(
    _SPELT,
    st.integers(100, 10**11),
    st.sampled_from(_STYLES),
    st.booleans(),
)
@settings(max_examples=200, deadline=None)
def test_an_amount_asks_the_same_however_it_is_written(
    spelt: tuple[str, ...], ten_thousands: int, style: str, followed: bool
) -> None:
    value = ten_thousands * 10**4
    text = "".join(spelt) + _written(value, style)
    query = parse(f"铝 {text} 铝片" if followed else text, kinds()["deals"])
    assert query.faults == (), text
    (range_,) = [term.test for term in query.terms if isinstance(term.test, Ranges)]
    assert range_.any_of == (Range(Decimal(value), None),), text
    assert len(query.terms) == (3 if followed else 1)


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(
        ["%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日", "%d.%m.%Y", "%d %b %Y", "%B %d %Y", "%Y%m%d", "%Y 年 %m 月 %d 日"]
    ),
)
@settings(max_examples=200, deadline=None)
def test_a_day_asks_the_same_however_it_is_written(day: date, style: str) -> None:
    query = parse(f"date:{day.strftime(style)} 展", kinds()["events"])
    assert query.faults == ()
    assert query.terms[0].test == Ranges((Range(day, day + timedelta(days=1), below=True),))
    assert len(query.terms) == 2


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=12).filter(lambda text: "\0" not in text))
@settings(max_examples=150, deadline=None)
@example("--")
@example("-")
@example("-x")
@example("--help")
@example("=--")
def test_any_filter_reaches_the_parser_from_the_command_line_as_it_is(text: str) -> None:
    for given_ in (["deals", "--filter", text], ["deals", f"--filter={text}"]):
        options = parser_of("list").parse_args(joined(given_))
        assert options.filter.strip() == text.strip()


@given(
    st.decimals(0, 10**18, places=4).map(lambda value: value.normalize()),
    st.sampled_from(["", "CNY", "EUR", "USD", "HKD", "SEK"]),
    st.sampled_from([">=", "<", ":"]),
    st.sampled_from(["en", "zh"]),
)
@settings(max_examples=150, deadline=None)
@example(Decimal("1.234"), "", ">=", "en")
@example(Decimal(0), "EUR", ">=", "zh")
def test_what_is_explained_is_what_is_asked(value: Decimal, currency: str, sign: str, language: Language) -> None:
    """The amount in the sentence, read again, is the amount that is asked."""
    use(language)
    deals = kinds()["deals"]
    asked = parse(f"amount{sign}{currency} {number_text(value)}", deals)
    assert asked.faults == ()
    sentence = explain(asked)
    for before in ("Deals: amount is ", "项目：金额", "at least ", "less than ", "不少于", "小于"):
        sentence = re.sub(r" ?[(（].*", "", sentence.removeprefix(before))  # without how it was read
    told = re.sub(r"(\.\d{3})$", r"\g<1>0", sentence)  # three decimals could be a thousand, as the filter says
    again = parse(f"amount{sign}{told}", deals)
    assert again.faults == (), sentence
    assert again.terms[0].test.any_of == asked.terms[0].test.any_of  # type: ignore[union-attr]
