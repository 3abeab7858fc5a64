"""Headings of halls, breaks of an agenda, names of digits, exhibitors that only have a name; every list is made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.errors import Refused

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, Taken, rows_of, sheet

Bring = Callable[..., Ran]
_HALLS = [
    ("Hall 1", "Hall 2"), ("第一馆", "第二馆"), ("Booth area A", "Booth area B"), ("Halle 3", "Halle 4.1"),
    ("A馆", "B馆"), ("展区一", "展区二"), ("Pavilion A", "Pavilion B"), ("3号展厅", "4号展厅"),
]  # fmt: skip
_MANY = "".join(f"C{one} Ltd,A{one},c{one}.com\n" for one in range(10))


def _names(taken: Taken) -> list[str]:
    return [str(one) for one in taken.values("name")]


def test_halls_above_exhibitors_are_headings(take: Take, tmp_path: Path) -> None:
    halls = [hall for pair in _HALLS for hall in pair]
    text = "".join(f"{hall},,\nAa{n} Ltd,A{n},a{n}.com\nBb{n},B{n},b{n}.com\n" for n, hall in enumerate(halls))
    taken = take(sheet(tmp_path / "list.csv", f"Company,Booth,Website\n{text}"), "organisations")
    names = _names(taken)
    assert [hall for hall in halls if hall in names] == []
    assert names == [name for n in range(len(halls)) for name in (f"Aa{n} Ltd", f"Bb{n}")]
    assert (taken.counts.refused, taken.counts.aside) == (0, len(halls))


@pytest.mark.parametrize(("one", "other"), _HALLS)
def test_exhibitors_that_only_have_a_name_are_none(
    bring: Bring, archive: Path, tmp_path: Path, one: str, other: str
) -> None:
    text = f"Company,Website\n{one},\nAa Ltd,\nBb,bb.com\nCc,\n{other},\nDd Ltd,dd.com\nEe,\n"
    ran = bring(sheet(tmp_path / "list.csv", text), "--kind", "organisations")
    assert "7 rows: 5 accepted, 0 refused, 2 headings" in ran.err
    assert (
        "records that are a name and no more: 3, the first in row 3; where that is a heading, --set rows.leave=3"
        in ran.err
    )
    rows = rows_of(next(archive.glob("data/*list/organisations.csv")))
    assert [row["name_en"] for row in rows] == ["Aa Ltd", "Bb", "Cc", "Dd Ltd", "Ee"]


def test_headings_of_other_words_stay_headings(take: Take, tmp_path: Path) -> None:
    text = f"Company,Booth,Website\nNorth wing,,\n{_MANY}South wing,,\n{_MANY.replace('C', 'D')}"
    taken = take(sheet(tmp_path / "list.csv", text), "organisations")
    assert (taken.counts.accepted, taken.counts.aside) == (20, 2)


def test_breaks_of_an_agenda_are_left_out_and_told(bring: Bring, tmp_path: Path) -> None:
    text = (
        "Time,Title,Speaker,Company\n09:00,Opening,,\n09:30,Growth,Anna Aa,Aa Ltd\n10:30,Coffee break,,\n"
        "11:00,Mining,Berta Bb,Bb Ltd\n12:00,Lunch,,\n13:00,Roads,Cara Cc,Cc Ltd\n"
    )
    ran = bring(sheet(tmp_path / "list.csv", text), "--kind", "speakers")
    assert "6 rows: 3 accepted, 0 refused, 3 headings, totals and notes" in ran.err
    assert "left out because they name nobody: 3, the first in row 2: Opening, Coffee break, Lunch" in ran.err


def test_a_row_with_an_organisation_is_somebodys(take: Take, tmp_path: Path) -> None:
    text = "时间,嘉宾,单位,议题\n09:00,,,开幕式\n09:30,张三,某公司,发展\n10:00,,某某公司,矿业\n"
    taken = take(sheet(tmp_path / "list.csv", text), "speakers")
    reasons = {one.row: one.reason for one in taken.refusals}
    assert reasons[2].is_(Refused.NAMES_NOBODY)
    assert not any(one.is_(Refused.NAMES_NOBODY) for row, one in reasons.items() if row != 2)


def test_companies_may_be_called_by_digits(take: Take, tmp_path: Path) -> None:
    text = f"Company,Booth,Website\n360,A1,aa.com\n58,A2,bb.com\n2024,A3,dd.com\n11:00,A4,ee.com\n{_MANY}"
    taken = take(sheet(tmp_path / "list.csv", text), "organisations")
    assert _names(taken)[:3] == ["360", "58", "C0 Ltd"]
    assert {row: str(one) for row, one in taken.reasons().items()} == {4: "is not a name", 5: "is not a name"}


def test_so_may_parties_and_the_organisations_of_speakers(take: Take, tmp_path: Path) -> None:
    rows = "".join(f"Aa{one} Bb,C{one} Ltd\n" for one in range(6))
    deals = take(sheet(tmp_path / "a.csv", f"Title,Investor\nMill,360\n{rows}"))
    assert next(one.org for parties in deals.values("parties") for one in parties) == "360"
    speakers = take(sheet(tmp_path / "b.csv", f"Name,Company\nAnna Aa,58\n{rows}"), "speakers")
    assert (speakers.values("organisation")[0], speakers.unread()) == ("58", {})


def test_a_column_of_numbers_holds_no_names(take: Take, tmp_path: Path) -> None:
    text = "Title,Investor\nMill,360\nMine,58\nPark,Aa Ltd\nRoad,Bb Ltd\n"
    assert take(sheet(tmp_path / "a.csv", text)).unread() == {"360": "is not a name", "58": "is not a name"}
