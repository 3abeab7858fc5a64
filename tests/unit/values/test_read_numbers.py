"""The reader of numbers: each rule with what stands just on this and just on that side of it."""

from decimal import Decimal

import pytest
from cq_tui.store.engine.duckdb_module import duckdb
from cq_tui.values.codes import Bound
from cq_tui.values.nothing import NOTHING, is_nothing, sql_says_something
from cq_tui.values.numbers import Quantity, decimal_mark, has_both_marks, is_amount, is_unclear, quantity, scaled
from cq_tui.values.reasons import ReasonError, Unread
from cq_tui.values.units import UNITS, folded, name_of

EXACT, ABOUT, OVER, NEARLY, AT_LEAST, AT_MOST = (
    Bound.EXACT,
    Bound.ABOUT,
    Bound.OVER,
    Bound.NEARLY,
    Bound.AT_LEAST,
    Bound.AT_MOST,
)


def _why(text: str, mark: str = ".") -> str:
    with pytest.raises(ReasonError) as caught:
        quantity(text, mark)
    return caught.value.reason.code


@pytest.mark.parametrize(
    ("text", "value", "unit", "currency", "bound"),
    [
        ("1740", "1740", "", "", EXACT),
        ("$1,740", "1740", "", "$", EXACT),
        ("$ 1,740.50", "1740.50", "", "$", EXACT),
        ("€5", "5", "", "EUR", EXACT),
        ("£0.5", "0.5", "", "GBP", EXACT),
        (" 12 ", "12", "", "", EXACT),
        ("1.5亿", "1.5", "亿", "", EXACT),
        ("3,000 万元", "3000", "万", "CNY", EXACT),
        ("人民币3000万元", "3000", "万", "CNY", EXACT),
        ("-3", "-3", "", "", EXACT),
        ("+3", "3", "", "", EXACT),
        ("- 3 m", "-3", "m", "", EXACT),
        (".5", "0.5", "", "", EXACT),
        (",5", "0.5", "", "", EXACT),
        ("5.", "5", "", "", EXACT),
        ("5 Mio.", "5", "mio", "", EXACT),
        ("5 bn EUR", "5", "bn", "EUR", EXACT),
        ("EUR 5bn", "5", "bn", "EUR", EXACT),
        ("约20亿", "20", "亿", "", ABOUT),
        ("about 20", "20", "", "", ABOUT),
        ("ca. 20", "20", "", "", ABOUT),
        ("约20亿元", "20", "亿", "CNY", ABOUT),
        ("人民币约20亿元", "20", "亿", "CNY", ABOUT),
        ("超过20亿", "20", "亿", "", OVER),
        ("超20亿", "20", "亿", "", OVER),
        ("≥ 5", "5", "", "", AT_LEAST),
        (">5", "5", "", "", OVER),
        ("more than $5m", "5", "m", "$", OVER),
        ("近20亿", "20", "亿", "", NEARLY),
        ("up to 20", "20", "", "", AT_MOST),
        ("20余亿", "20", "亿", "", OVER),
        ("20多 亿", "20", "亿", "", OVER),
        ("20+", "20", "", "", OVER),
        ("20亿以上", "20", "亿", "", AT_LEAST),
        ("20亿元以上", "20", "亿", "CNY", AT_LEAST),
        ("20亿余", "20", "亿", "", OVER),
    ],
)
def test_a_number_with_what_stands_around_it(text: str, value: str, unit: str, currency: str, bound: Bound) -> None:
    assert quantity(text) == Quantity(Decimal(value), unit, currency, bound)


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("1,234.56", ".", "1234.56"),
        ("1,234.56", ",", "1234.56"),
        ("1.234,56", ".", "1234.56"),
        ("1.234,56", ",", "1234.56"),
        ("1.234.567", ".", "1234567"),
        ("1.234.567", ",", "1234567"),
        ("1,234,567", ",", "1234567"),
        ("1,234,567", ".", "1234567"),
        ("1.234", ".", "1.234"),
        ("1.234", ",", "1234"),
        ("1,234", ",", "1.234"),
        ("1,234", ".", "1234"),
        ("1,2", ".", "1.2"),
        ("1.2", ",", "1.2"),
        ("1,2345", ",", "1.2345"),
        ("1.2345", ",", "1.2345"),
        ("1 234 567", ".", "1234567"),
        ("1 234,5", ".", "1234.5"),
        ("1 \u3000234", ".", "1234"),
        ("1'234'567.89", ".", "1234567.89"),
        ("12", ",", "12"),
        ("0,5", ",", "0.5"),
    ],
)
def test_the_separators_tell_which_is_the_decimal_mark_and_else_the_column_does(
    text: str, mark: str, value: str
) -> None:
    assert str(quantity(text, mark).value) == value


@pytest.mark.parametrize(
    "text", ["1,23,4", "1.23.4", "1 23 4", "1,234 567", "12.34,567.8", "1234,567,8", "1,2.3,4", "1.2 3"]
)
def test_separators_that_part_no_groups(text: str) -> None:
    assert _why(text) == Unread.SEPARATORS.name


@pytest.mark.parametrize("text", ["1-2", "1 – 2", "1~2", "1至2", "1 到 2", "1 to 2", "5-3"])
def test_a_range_is_told_as_one(text: str) -> None:
    assert _why(text) == Unread.A_RANGE.name


@pytest.mark.parametrize("text", ["2e8", "五亿", "(5)", "3亿5000万", "总投资3亿"])
def test_a_filter_asks_back_for_what_a_list_may_write(text: str) -> None:
    quantity(text)
    with pytest.raises(ReasonError):
        quantity(text, typed=True)


@pytest.mark.parametrize(
    "text", ["", "x", "亿", "1.5e999", "1-", "三五亿", "千百", "2kg", "--1", "2 bn bn", "12 34x", "n/a"]
)
def test_no_number(text: str) -> None:
    assert _why(text) == Unread.NOT_A_NUMBER.name


def test_sixty_digits_are_read_and_one_more_is_not() -> None:
    assert quantity("€ 1" + "0" * 59 + " m").value == Decimal(10) ** 59
    assert _why("€ 1" + "0" * 60 + " m") == Unread.TOO_LARGE.name


def test_two_currencies_are_named() -> None:
    with pytest.raises(ReasonError, match="names two currencies: EUR, USD"):
        quantity("USD 5 m EUR")


@pytest.mark.parametrize(
    "text", ["", " ", "-", "—", "N/A", "n.a.", "不详", "未披露", "Not stated", "ＴＢＤ", " unknown "]
)
def test_nothing_is_known(text: str) -> None:
    assert is_nothing(text)


@pytest.mark.parametrize(
    "text", ["0", "no", "n", "unknown partner", "-1", "待定中", "nothing at all, as far as we can see"]
)
def test_something_is_known(text: str) -> None:
    assert not is_nothing(text)


def test_the_engine_says_the_same_of_what_is_known() -> None:
    texts = [*NOTHING, *map(str.upper, NOTHING), "0", "5", "unknown partner", "-1", "x" * 200]
    with duckdb().connect(":memory:") as engine:
        asked = f"SELECT {sql_says_something('t')} FROM (SELECT unnest(?::VARCHAR[]) AS t)"
        found = [one for (one,) in engine.execute(asked, [texts]).fetchall()]
    assert found == [not is_nothing(text) for text in texts]


def test_the_longest_word_for_nothing_counts_with_blanks_around_it() -> None:
    assert is_nothing("  not available  ")
    assert not is_nothing("not available.")


@pytest.mark.parametrize(
    ("number", "unit", "value"),
    [
        (Quantity(Decimal("1.5"), "亿"), "", "150000000"),
        (Quantity(Decimal("1.5"), "亿"), "万", "150000000"),
        (Quantity(Decimal("1.5")), "万", "15000"),
        (Quantity(Decimal("-2")), "", "-2"),
        (Quantity(Decimal("9999999999999999999")), "", "9999999999999999999"),
        (Quantity(Decimal("-9999999999999999999")), "", "-9999999999999999999"),
        (Quantity(Decimal("0.1234")), "", "0.1234"),
        (Quantity(Decimal("0.12345")), "", "0.1234"),
        (Quantity(Decimal("0.12355")), "", "0.1236"),
        (Quantity(Decimal("0.00001")), "k", "0.0100"),
    ],
)
def test_whole_units(number: Quantity, unit: str, value: str) -> None:
    found = scaled(number, unit)
    assert found == Decimal(value)
    exponent = found.as_tuple().exponent
    assert isinstance(exponent, int)
    assert exponent >= -4


@pytest.mark.parametrize("number", ["5", "0.1", "0.1234", "-3"])
def test_what_is_fine_enough_is_left_as_it_is(number: str) -> None:
    assert str(scaled(Quantity(Decimal(number)), "")) == number


@pytest.mark.parametrize("number", ["1e19", "-1e19"])
def test_more_than_the_files_hold(number: str) -> None:
    with pytest.raises(ReasonError) as caught:
        scaled(Quantity(Decimal(number)), "")
    assert caught.value.reason.is_(Unread.TOO_LARGE)


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        ([], ""),
        (["12", "x", "5"], ""),
        (["1.5"], "."),
        (["1,5"], ","),
        (["1.5", "1,5"], ""),
        (["1.5", "2.5", "1,5"], "."),
        (["1.234,5", "1.5"], ""),
        (["1.234,5", "2.345,6", "1.5"], ","),
        (["1.234.567", "1.5"], ""),
        (["1.234.567", "2.345.678", "1.5"], ","),
        (["1,234,567.8", "1,5", "2,5"], ","),
        (["1,5", "2,5", "1.5"], ","),
        (["1.234"], ""),
        (["1,234"], ""),
        (["1.234,5"], ","),
        (["1,234.5"], "."),
        (["1.234.567"], ","),
        (["1,234,567"], "."),
        (["1.2345"], "."),
        (["EUR 1,5 and 2,25"], ","),
        (["1.234", "0,5"], ","),
        (["about 12.5 m"], "."),
    ],
)
def test_the_decimal_mark_of_a_column(cells: list[str], mark: str) -> None:
    assert decimal_mark(cells) == mark


@pytest.mark.parametrize(
    ("cells", "both"),
    [
        (["1.5", "1,5"], True),
        (["1.5"] * 50 + ["1,5"], True),
        (["1,5"] * 51 + ["1.5"], False),
        (["1.5"] * 3, False),
        (["1.234", "12"], False),
        (["1.234,5", "1,234.5"], True),
        (["1.234,567.8", "9"], False),
        ([], False),
    ],
)
def test_decimals_written_both_ways(cells: list[str], *, both: bool) -> None:
    assert has_both_marks(cells) is both


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("金 １，７８９，０００円", 1_789_000, "JPY"),
        ("金1,789,000円", 1_789_000, "JPY"),
        ("２０，３８３ ，０００ 円", 20_383_000, "JPY"),
        ("\\8,976,000", 8_976_000, "¥"),
        ("4,191,000円（消費税率10％）", 4_191_000, "JPY"),
        ("4,191,000 円（うち消費税額381,000円）", 4_191_000, "JPY"),
        ("500元（含增值税）", 500, "CNY"),
    ],
)
def test_as_papers_of_east_asia_write_it(text: str, value: int, currency: str) -> None:
    found = quantity(text)
    assert (found.value, found.currency) == (value, currency)


@pytest.mark.parametrize("text", ["金", "金5", "5 , 3", "500 (381)", "\\x"])
def test_what_only_looks_so_is_none(text: str) -> None:
    with pytest.raises(ReasonError):
        quantity(text)


@pytest.mark.parametrize("text", ["事後公表", "落札決定後に公表", "契約締結後公表", "公表しない"])
def test_what_is_told_later_is_not_stated(text: str) -> None:
    with pytest.raises(ReasonError) as error:
        quantity(text)
    assert error.value.reason.is_(Unread.NOT_STATED)


@pytest.mark.parametrize("text", ["25th", "5th", "€500 th", "4th"])
def test_an_ordinal_is_no_thousand(text: str) -> None:
    with pytest.raises(ReasonError):
        quantity(text)


@pytest.mark.parametrize("text", ["€500Th.", "€500 Th.", "500Th. EUR"])
def test_thousands_in_short(text: str) -> None:
    assert scaled(quantity(text), "") == 500_000


@pytest.mark.parametrize("text", ["8 000\n500", "1\n2", "5\n\n-6", "1 000 \r\n250"])
def test_a_line_break_parts_numbers(text: str) -> None:
    with pytest.raises(ReasonError) as error:
        quantity(text)
    assert error.value.reason.is_(Unread.NOT_A_NUMBER)


@pytest.mark.parametrize("cell", ["1.234", "1,234", "12,345", "123.456", "EUR 1.234", "9,999 m"])
def test_one_separator_before_three_digits_can_be_either(cell: str) -> None:
    assert is_unclear(cell)


@pytest.mark.parametrize("cell", ["1.23", "1.2345", "1,234,567", "1.234,5", "0.123", "1234.567", "1234", ".123", "x"])
def test_any_other_number_is_clear(cell: str) -> None:
    assert not is_unclear(cell)


def test_units_by_their_size() -> None:
    by_size: dict[int, set[str]] = {}
    for unit, size in UNITS.items():
        by_size.setdefault(size, set()).add(unit)
    assert by_size[10**4] == {"万", "萬", "만"}
    assert by_size[10**8] == {"亿", "億", "억"}
    assert by_size[10**5] == {"lakh", "lakhs", "lac", "lacs"}
    assert by_size[10**12] == {"万亿", "萬億", "兆", "tn", "trillion", "trillions", "billionen", "조"}
    assert sorted(by_size) == [1, *(10**power for power in (3, 4, 5, 6, 7, 8, 9, 10, 12))]


@pytest.mark.parametrize(("size", "name"), [(1, ""), (10**3, "k"), (10**7, "crore"), (10**10, "百亿"), (10**11, None)])
def test_the_word_for_a_size(size: int, name: str | None) -> None:
    assert name_of(size) == name


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (" Ａb １２ ", "ab 12"),
        ("٣٤", "34"),
        ("ABC", "abc"),
        ("￥５", "¥5"),
        ("½", "1⁄2"),
        ("ẞ", "ss"),
        ("万\u3000", "万"),
    ],
)
def test_folding(text: str, plain: str) -> None:
    assert folded(text) == plain


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("-€500", -500, "EUR"),
        ("- € 500", -500, "EUR"),
        ("−$1,200", -1200, "$"),
        ("–500", -500, ""),
        ("–€500", -500, "EUR"),
        ("-EUR 500", -500, "EUR"),
        ("-500 EUR", -500, "EUR"),
        ("€-500", -500, "EUR"),
        ("USD m -500", -500, "USD"),
        ("€500", 500, "EUR"),
    ],
)
def test_a_minus_is_never_lost(text: str, value: int, currency: str) -> None:
    found = quantity(text)
    assert (found.value, found.currency) == (value, currency)


@pytest.mark.parametrize("text", ["USDm-500", "--500", "- -500", "-", "–", "-n/a", "-EUR"])
def test_what_may_be_no_minus_is_not_read(text: str) -> None:
    with pytest.raises(ReasonError):
        quantity(text)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("C2B2A0C1-E7D9-4F75-8ECD-A480C753E1F8", False),
        ("632c0164-29ba-4fca-a808-ff86a9b5899d", False),
        ("{632c0164-29ba-4fca-a808-ff86a9b5899d}", False),
        ("d41d8cd98f00b204e9800998ecf8427e", False),
        ("ES-2024-001", False),
        ("2024-0001", False),
        ("12-34-56", False),
        ("ZB2/17-4", False),
        ("5-10", True),
        ("5k-10k", True),
        ("USD5m-10m", True),
        ("0.5-0.8", True),
        ("1.000-2.000", True),
        ("-5", True),
        ("5.000,00", True),
    ],
)
def test_a_code_is_no_amount(text: str, is_one: bool) -> None:
    assert is_amount(text) is is_one


@pytest.mark.parametrize(
    "text",
    ["b38,860.00", "m12,400.00", "t75,400.00", "B 38", "k5", "Cr 500", "mn 5", "b. 5", "K: 5", "b38 USD", "-m500",
     "(k500)", "m(500)", "about m5", "万5"],
)  # fmt: skip
def test_a_letter_or_two_before_a_number_is_no_unit(text: str) -> None:
    """A table of a PDF leaves the end of one text before the next: ``b38,860.00`` were 38.86 trillion."""
    assert _why(text) == "NOT_A_NUMBER"


@pytest.mark.parametrize(
    ("text", "unit", "currency"),
    [
        ("38.00 b", "b", ""), ("38b", "b", ""), ("$m 38", "m", "$"), ("m$ 38", "m", "$"), ("MEUR 38", "m", "EUR"),
        ("USD m 38", "m", "USD"), ("Mio. 38", "mio", ""), ("kr 38", "", "kr"), ("Rs. 38", "", "rs"),
        ("kr (38)", "", "kr"),
    ],
)  # fmt: skip
def test_a_unit_stands_behind_a_number_or_beside_a_currency(text: str, unit: str, currency: str) -> None:
    found = quantity(text)
    assert (abs(found.value), found.unit, found.currency) == (38, unit, currency)
