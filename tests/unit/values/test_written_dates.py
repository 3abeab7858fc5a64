"""Dates as lists write them: two-digit years, months in other languages, times, quarters, numbers of Excel."""

import pytest
from cq_tui.values.dates import Parts, from_parts, is_date, is_unclear, read_date
from cq_tui.values.days_of_column import are_of_the_republic, order_of
from cq_tui.values.months import month_named
from cq_tui.values.reasons import ReasonError, Unread


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("15-Nov-15", (2015, 11, 15)),
        ("12/Apr/2019", (2019, 4, 12)),
        ("06/Jul/22", (2022, 7, 6)),
        ("12.Apr.19", (2019, 4, 12)),
        ("12.Apr.2019", (2019, 4, 12)),
        ("12. Apr. 2019", (2019, 4, 12)),
        ("15 Nov '15", (2015, 11, 15)),
        ("Feb 16", (2016, 2, None)),
        ("Nov-98", (1998, 11, None)),
        ("Nov-69", (1969, 11, None)),
        ("Nov-68", (2068, 11, None)),
        ("31.12.15", (2015, 12, 31)),
        ("12/31/15", (2015, 12, 31)),
        ("31/12/15", (2015, 12, 31)),
        ("15/11/2015 14:05", (2015, 11, 15)),
        ("2015-11-15T14:05:06.789-05:00", (2015, 11, 15)),
        ("2015-11-15 14:05:06 UTC", (2015, 11, 15)),
        ("11/15/2015 2:05 PM", (2015, 11, 15)),
        ("2015年11月15日 14时5分", (2015, 11, 15)),
        ("15.11.2015, 14:05 Uhr", (2015, 11, 15)),
        ("Okt 2015", (2015, 10, None)),
        ("15. Oktober 2015", (2015, 10, 15)),
        ("1er mars 2024", (2024, 3, 1)),
        ("août 2024", (2024, 8, None)),
        ("15 de noviembre de 2015", (2015, 11, 15)),
        ("15 novembre 2015", (2015, 11, 15)),
        ("15 listopada 2015 r.", (2015, 11, 15)),
        ("2015-Nov-15", (2015, 11, 15)),
        ("June 2018[17]", (2018, 6, None)),
        ("15 Nov 2015 [3][note 2]", (2015, 11, 15)),
        ("May, 2013[citation needed]", (2013, 5, None)),
        ("13/04.2015", (2015, 4, 13)),
        ("22/01//2015", (2015, 1, 22)),
        ("2015 November", (2015, 11, None)),
        ("Mon, 16 Nov 2015", (2015, 11, 16)),
        ("Monday, November 16, 2015", (2015, 11, 16)),
        ("2015年11月16日（星期一）", (2015, 11, 16)),
        ("11/2015", (2015, 11, None)),
        ("2015.10", (2015, 10, None)),
        ("201511", (2015, 11, None)),
        ("2015-Q3", (2015, None, None)),
        ("Q3 2015", (2015, None, None)),
        ("3Q15", (2015, None, None)),
        ("2015年第三季度", (2015, None, None)),
        ("3. Quartal 2015", (2015, None, None)),
        ("H1 2015", (2015, None, None)),
        ("2015上半年", (2015, None, None)),
        ("2015年底", (2015, None, None)),
        ("late 2015", (2015, None, None)),
        ("2015年11月上旬", (2015, 11, None)),
        ("二〇一五年十一月十五日", (2015, 11, 15)),
        ("二〇一五年十月二十日", (2015, 10, 20)),
        ("令和6年3月8日", (2024, 3, 8)),
        ("民國113年3月8日", (2024, 3, 8)),
        ("令和元年", (2019, None, None)),
        ("42323", (2015, 11, 15)),
        ("42323.58", (2015, 11, 15)),
        ("2015¹", (2015, None, None)),
    ],
)
def test_a_date_of_a_list(text: str, parts: Parts) -> None:
    assert read_date(text) == parts


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("15-11-19", Unread.DAY_OR_MONTH),
        ("05/06/15", Unread.DAY_OR_MONTH),
        ("03/04/2015 14:05", Unread.DAY_OR_MONTH),
        ("2025.1", Unread.JANUARY_OR_OCTOBER),
        ("16 Feb", Unread.NOT_A_DATE),
        ("Q5 2015", Unread.NOT_A_DATE),
        ("2015-2018", Unread.NOT_A_DATE),
        ("13/2015", Unread.NOT_IN_THE_CALENDAR),
        ("12345", Unread.NOT_A_DATE),
        ("Foo 2015", Unread.NOT_A_DATE),
        ("2015 Foo", Unread.NOT_A_DATE),
        ("Feb 30 2015", Unread.NOT_IN_THE_CALENDAR),
    ],
)
def test_what_is_no_date_or_could_be_two(text: str, why: Unread) -> None:
    with pytest.raises(ReasonError) as caught:
        read_date(text)
    assert caught.value.reason.is_(why)


@pytest.mark.parametrize("text", ["15-Nov-15", "Feb 16", "31.12.15", "Q3 2015", "42323", "11/2015", "2015-11-15 14:05"])
def test_a_filter_takes_whole_dates_alone(text: str) -> None:
    with pytest.raises(ReasonError):
        read_date(text, time=False)


def test_the_order_given_decides_short_years_too() -> None:
    assert read_date("15-11-19", "dmy") == (2019, 11, 15)
    assert read_date("05/06/15", "mdy") == (2015, 5, 6)


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["31/12/15 10:00", "05/06/15"], "dmy"),
        (["12/31/15", "05/06/15"], "mdy"),
        (["15-11-19"], ""),
        (["31.12.15"], "dmy"),
    ],
)
def test_the_order_of_a_column(cells: list[str], order: str) -> None:
    assert order_of(cells) == order


@pytest.mark.parametrize(
    ("text", "is_one"), [("Okt 2015", True), ("03/04/2015", True), ("2025.1", True), ("42323", False), ("x", False)]
)
def test_whether_a_text_is_a_date(text: str, is_one: bool) -> None:
    assert is_date(text) == is_one


def test_what_can_be_read_two_ways_is_unclear_with_a_time_too() -> None:
    assert is_unclear("03/04/2015 14:05")
    assert not is_unclear("13/04/2015 14:05")


@pytest.mark.parametrize(
    ("text", "month"),
    [("Mär", 3), ("janv.", 1), ("févr", 2), ("ago", 8), ("dic", 12), ("giu", 6), ("paź", 10), ("wrz", 9), ("gen", 1),
     ("6月", 6), ("6月份", 6), ("十一月", 11), ("jui", None), ("ma", None), ("0", None), ("13", None), ("12", 12)],
)  # fmt: skip
def test_months(text: str, month: int | None) -> None:
    assert month_named(text) == month


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("民國105/01/15", (2016, 1, 15)),
        ("民國105.1.15", (2016, 1, 15)),
        ("中華民國105年1月15日", (2016, 1, 15)),
        ("民国１０５年１月", (2016, 1, None)),
        ("令和3.4.1", (2021, 4, 1)),
        ("令和3年度", (2021, None, None)),
        ("令和元年5月1日", (2019, 5, 1)),
        ("R3.4.1", (2021, 4, 1)),
        ("R元.5.1", (2019, 5, 1)),
        ("H30/4/1", (2018, 4, 1)),
        ("S63-4-1", (1988, 4, 1)),
        ("令3年4月1日", (2021, 4, 1)),
        ("平成30年", (2018, None, None)),
        ("H1/2024", (2024, None, None)),
    ],
)
def test_years_of_an_era(text: str, parts: Parts) -> None:
    assert read_date(text) == parts


@pytest.mark.parametrize("text", ["105/01/15", "105.1.15", "105-1-15", "105年1月15日", "1050115"])
def test_a_bare_year_of_the_republic_is_read_where_that_is_known(text: str) -> None:
    assert read_date(text, "roc") == (2016, 1, 15)
    with pytest.raises(ReasonError):
        read_date(text)


@pytest.mark.parametrize(
    ("cells", "are"),
    [
        (["105/01/15", "104/12/31", "98.3.2"], True),
        (["98/12/31", "97/1/2"], True),
        (["105/01/15", "104/13/01"], False),
        (["105/01/15", "2016/01/15"], False),
        (["199/01/15"], False),
        ([*(f"105/1/{day}" for day in range(1, 25)), "105/01/1  I"], True),
        (["31/12/15", "30/11/14"], False),
        (["1050115", "1041231"], False),
        (["10年", "20年"], False),
        (["10年3月", "5年"], False),
        ([], False),
    ],
)
def test_a_column_of_such_years(cells: list[str], are: bool) -> None:
    assert are_of_the_republic(cells) is are


def test_marks_that_are_not_the_same_are_read_in_the_order_of_the_column() -> None:
    assert read_date("12/05.2015", "dmy") == (2015, 5, 12)
    assert read_date("12/05.2015", "mdy") == (2015, 12, 5)
    with pytest.raises(ReasonError):
        read_date("12/05.2015")
    for text in ("1-5.2015", "1.2.3.2015", "12/05///2015", "05/072018"):
        with pytest.raises(ReasonError):
            read_date(text, "dmy")


def test_a_cell_of_months_may_hold_the_whole_day_of_its_year() -> None:
    assert from_parts("2006", "2006-10-25", "") == (2006, 10, 25)
    assert from_parts("2006", "2006-10-25", "25.") == (2006, 10, 25)
    assert from_parts("2006", "říjen", "25.") == (2006, 10, 25)
    for month, day in (("2007-10-25", ""), ("2006-10-25", "4."), ("2006", ""), ("2006-10", "")):
        with pytest.raises(ReasonError):
            from_parts("2006", month, day)
