"""The reader of dates: each way of writing one, and what is none or could be two."""

import pytest
from cq_tui.values.dates import Parts, from_parts, is_date, is_unclear, month_named, read_date
from cq_tui.values.days_of_column import order_of
from cq_tui.values.reasons import ReasonError, Unread


def _why(text: str, order: str = "", *, time: bool = True) -> str:
    with pytest.raises(ReasonError) as caught:
        read_date(text, order, time=time)
    return caught.value.reason.code


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2025", (2025, None, None)),
        ("2025.0", (2025, None, None)),
        ("2025年", (2025, None, None)),
        ("2025-11", (2025, 11, None)),
        ("2025年11月", (2025, 11, None)),
        ("2025/1", (2025, 1, None)),
        ("2025-11-19", (2025, 11, 19)),
        ("2025年11月19日", (2025, 11, 19)),
        ("2025.11.9", (2025, 11, 9)),
        ("20251119", (2025, 11, 19)),
        ("2025-11-19T10:00:00Z", (2025, 11, 19)),
        ("2025-11-19 10:00", (2025, 11, 19)),
        ("19 Nov 2025", (2025, 11, 19)),
        ("19th November 2025", (2025, 11, 19)),
        ("March 2025", (2025, 3, None)),  # months that begin as a weekday does: Tuesday, Sunday
        ("March 19, 2025", (2025, 3, 19)),
        ("Mar 2025", (2025, 3, None)),
        ("mars 2025", (2025, 3, None)),
        ("marzo 2025", (2025, 3, None)),
        ("dicembre 2025", (2025, 12, None)),
        ("mardi 3 mars 2025", (2025, 3, 3)),
        ("mar. 19 nov 2025", (2025, 11, 19)),
        ("mar. 19/11/2025", (2025, 11, 19)),
        ("Do., 13. Mai 2025", (2025, 5, 13)),
        ("venerdì 14 marzo 2025", (2025, 3, 14)),
        ("sexta-feira, 14 de março de 2025", (2025, 3, 14)),
        ("vineri 14 martie 2025", (2025, 3, 14)),
        ("dimarts, 4 de març de 2025", (2025, 3, 4)),
        ("3 d'abril de 2025", (2025, 4, 3)),
        ("14 de xullo de 2025", (2025, 7, 14)),
        ("November 19, 2025", (2025, 11, 19)),
        ("Nov 2025", (2025, 11, None)),
        ("Nov. 2025", (2025, 11, None)),
        ("19. März 2025", (2025, 3, 19)),
        ("1st May 2025", (2025, 5, 1)),
        ("19.11.2025", (2025, 11, 19)),
        ("3.4.2025", (2025, 4, 3)),
        ("19/11/2025", (2025, 11, 19)),
        ("11/19/2025", (2025, 11, 19)),
        ("13-12-2025", (2025, 12, 13)),
        ("12-13-2025", (2025, 12, 13)),
        ("05/05/2025", (2025, 5, 5)),
        ("2024-02-29", (2024, 2, 29)),
        ("0001-01-01", (1, 1, 1)),
    ],
)
def test_a_date_that_can_be_read_one_way_only(text: str, parts: Parts) -> None:
    assert read_date(text) == parts


@pytest.mark.parametrize(
    ("text", "order", "parts"),
    [
        ("03/04/2025", "dmy", (2025, 4, 3)),
        ("03/04/2025", "mdy", (2025, 3, 4)),
        ("3.4.2025", "mdy", (2025, 3, 4)),
        ("12/12/2025", "mdy", (2025, 12, 12)),
        ("2025-03-04", "dmy", (2025, 3, 4)),
    ],
)
def test_the_order_of_a_column_decides_where_the_year_stands_last(text: str, order: str, parts: Parts) -> None:
    assert read_date(text, order) == parts


@pytest.mark.parametrize(
    "text", ["France 2030", "Marseille 2013", "SAMOURAI 2000", "Dijon 2010", "Sofia 1999", "Sun 2010"]
)
def test_a_name_before_a_year_is_no_day_of_the_week(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize("text", ["03/04/2025", "12/11/2025", "1-2-2025", "1/12/2025"])
def test_a_date_that_can_be_read_two_ways_is_refused_and_unclear(text: str) -> None:
    assert _why(text) == Unread.DAY_OR_MONTH.name
    assert is_unclear(text)


@pytest.mark.parametrize(
    "text",
    [
        "13/04/2025",
        "04/13/2025",
        "05/05/2025",
        "3.4.2025",
        "2025",
        "x",
        "13/13/2025",
        "1/13/1",
        "13/0/2025",
        "0/13/2025",
    ],
)
def test_other_dates_are_clear(text: str) -> None:
    assert not is_unclear(text)


@pytest.mark.parametrize(
    "text", ["", "x", "25", "2025-", "2025-11-19-1", "19 Foo 2025", "19/11-2025", "MARS AVRIL 2014", "March April 2014"]
)
def test_no_date(text: str) -> None:
    assert _why(text) == Unread.NOT_A_DATE.name


@pytest.mark.parametrize("text", ["2025-13", "2025-00", "2025-02-29", "20251131", "31 Nov 2025", "0000", "32.1.2025"])
def test_no_day_of_the_calendar(text: str) -> None:
    assert _why(text) == Unread.NOT_IN_THE_CALENDAR.name


def test_a_time_of_day_may_be_forbidden() -> None:
    assert _why("2025-11-19 10:00", time=False) == Unread.NOT_A_DATE.name
    assert read_date("2025-11-19", time=False) == (2025, 11, 19)


def test_an_order_that_the_day_contradicts_is_no_day_of_the_calendar() -> None:
    assert _why("11/19/2025", "dmy") == Unread.NOT_IN_THE_CALENDAR.name


@pytest.mark.parametrize(
    ("text", "month"),
    [
        *((str(number), number) for number in range(1, 13)),
        ("01", 1),
        ("1月", 1),
        ("12月", 12),
        ("11.", 11),
        ("一", 1),
        ("一月", 1),
        ("十", 10),
        ("十一月", 11),
        ("十二月", 12),
        ("January", 1),
        ("jan", 1),
        ("Jan.", 1),
        ("FEB", 2),
        ("mar", 3),
        ("may", 5),
        ("June", 6),
        ("jul", 7),
        ("sep", 9),
        ("Sept.", 9),
        ("december", 12),
        ("Mai", 5),
        ("Dezember", 12),
        ("oktober", 10),
        ("0", None),
        ("13", None),
        ("ja", None),
        ("ma", None),
        ("x", None),
        ("", None),
        ("月", None),
        ("januaryx", None),
        ("十三", None),
    ],
)
def test_months_by_number_and_name(text: str, month: int | None) -> None:
    assert month_named(text) == month


@pytest.mark.parametrize(
    ("year", "month", "day", "parts"),
    [
        ("2025", "11", "19", (2025, 11, 19)),
        ("2025年", "11月", "19日", (2025, 11, 19)),
        ("2025.0", "Nov", "19.0", (2025, 11, 19)),
        ("2025", "11", "", (2025, 11, None)),
        ("2025", "", "", (2025, None, None)),
        ("2025", " ", " ", (2025, None, None)),
        ("2025", "", "19", (2025, None, None)),
        ("", "11", "19", None),
        (" ", "", "", None),
    ],
)
def test_a_date_in_cells_of_its_own(year: str, month: str, day: str, parts: Parts | None) -> None:
    assert from_parts(year, month, day) == parts


@pytest.mark.parametrize(
    ("year", "month", "day", "why"),
    [
        ("25", "11", "19", Unread.NOT_A_YEAR),
        ("2025", "13", "19", Unread.NOT_A_MONTH),
        ("2025", "11", "x", Unread.NOT_A_DAY),
        ("2025", "11", "31", Unread.NOT_IN_THE_CALENDAR),
        ("2025", "11", "0", Unread.NOT_IN_THE_CALENDAR),
    ],
)
def test_no_date_in_cells_of_its_own(year: str, month: str, day: str, why: Unread) -> None:
    with pytest.raises(ReasonError) as caught:
        from_parts(year, month, day)
    assert caught.value.reason.is_(why)
    assert str(caught.value) == why.value


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        ([], ""),
        (["03/04/2025"], ""),
        (["13/04/2025"], "dmy"),
        (["12/04/2025"], ""),
        (["04/13/2025"], "mdy"),
        (["04/12/2025"], ""),
        (["3.4.2025"], "dmy"),
        (["3.12.2025"], "dmy"),
        (["3.13.2025"], "mdy"),
        (["13/04/2025", "04/13/2025"], ""),
        (["2025-11-19", "x", "", "13/04/2025"], "dmy"),
        ([" １３/04/2025 "], "dmy"),
        (["15-11-19", "13/04/2025"], "dmy"),
    ],
)
def test_the_order_that_a_column_writes(cells: list[str], order: str) -> None:
    assert order_of(cells) == order
