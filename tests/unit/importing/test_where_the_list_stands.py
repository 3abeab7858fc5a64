"""Which sheet is the list, and whether its first row is a header, are asked where not plain; lists are made."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.answers.choices import sheets
from cq_tui.importing.recognise.prepare import Prepared, prepare
from cq_tui.kinds import kinds
from cq_tui.store.store import Store
from cq_tui.widgets.views.import_lines import first_question, import_lines

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import book, rows_of, sheet

Bring = Callable[..., Ran]
_HEADER = ("Project", "Type", "Amount (EUR)", "Investor")
_ASKED = "No word of row 1 is known from headers"
_NAMELESS = "Anna Aa,Ratis (Pty)Ltd - Director,Construction\nAmos Bb,MDG Trading,Service\nObed Cc,Trustee,Business\n"


def _deals(count: int) -> list[Sequence[object]]:
    return [_HEADER, *((f"Mill {one}", "fund", one * 10, f"Aa{one} Ltd") for one in range(1, count + 1))]


def _two_years(tmp_path: Path) -> Path:
    return book(tmp_path / "list.xlsx", Y2023=_deals(2), Y2024=_deals(5))


def _prepared(archive: Path, path: Path) -> Prepared:
    return prepare(Store(read(archive)), path, kinds()["deals"], "fair")


def test_two_sheets_of_the_same_are_asked_with_their_rows_and_columns(bring: Bring, tmp_path: Path) -> None:
    ran = bring(_two_years(tmp_path))
    assert ran.code == 1
    assert "? sheet: More than one sheet could be the list: Y2024, Y2023. Which one is it?" in ran.err
    assert "--set sheet=Y2024  # 5 rows: Project, Type, Amount (EUR), Investor" in ran.err
    assert "--set sheet=Y2023  # 2 rows:" in ran.err


def test_the_answer_is_one_of_the_command_line_or_of_the_map(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path, map_ = _two_years(tmp_path), archive / "imports/fair-deals-list/MAP.toml"
    assert bring(path).code == 1
    assert '# sheet = "Y2024"  # 5 rows' in map_.read_text("utf-8")
    map_.write_text('kind = "deals"\nsheet = "Y2024"\n', "utf-8")
    ran = bring(path)
    assert "5 rows: 5 accepted" in ran.err
    map_.unlink()
    assert bring(path).code == 1
    assert "2 rows: 2 accepted" in bring(path, "--set", "sheet=Y2023", "--force").err
    assert len(rows_of(archive / "data/fair-deals-list/deals.csv")) == 2


def test_what_is_said_of_fields_waits_for_the_sheet(look: Bring, tmp_path: Path) -> None:
    path = book(tmp_path / "list.xlsx", A=_deals(2), B=[(*_HEADER, "Sum paid"), *_deals(3)[1:]])
    assert "? sheet:" in look(path, "--set", "amount.column=Sum paid").err


def test_one_begins_at_the_question_of_the_sheet(archive: Path, tmp_path: Path) -> None:
    found = _prepared(archive, _two_years(tmp_path))
    assert [one.field for one in found.proposal.questions] == ["sheet"]
    lines = import_lines(found, [], [], None, 100)
    line = lines[first_question(lines, [], [])]
    assert line.link is not None
    assert line.link.kind == "sheet"
    offered = sheets(found.listed.sheet, found.proposal.place)
    assert [(one.value, one.chosen) for one in offered] == [("Y2024", False), ("Y2023", False), ("*", False)]
    assert offered[0].side.startswith("5 rows: Project")


def test_a_far_longer_sheet_is_the_likely_one(archive: Path, tmp_path: Path) -> None:
    path = book(tmp_path / "list.xlsx", Sample=_deals(2), Every=_deals(40))
    (question,) = _prepared(archive, path).proposal.questions
    assert [(one.value, one.likely) for one in question.answers] == [("Every", True), ("Sample", False)]


@pytest.mark.parametrize(
    "other",
    [
        [("Code", "Meaning"), *((f"c{one}", f"m{one}") for one in range(60))],
        [("Country", "Amount (EUR)"), ("Germany", 30), ("France", 40)],
        [_HEADER],
        [("Name", "Job title", "Company"), *((f"Anna A{one}", "Chair", "Aa Ltd") for one in range(9))],
    ],
)
def test_a_sheet_of_something_else_is_not_asked_about(
    archive: Path, tmp_path: Path, other: Sequence[Sequence[object]]
) -> None:
    path = book(tmp_path / "list.xlsx", List=_deals(6), Other=other)
    assert _prepared(archive, path).proposal.questions == ()


def test_a_summary_before_the_list_is_asked_about(archive: Path, tmp_path: Path) -> None:
    summary = [("Country", "Projects", "Investment (EUR m)"), ("Germany", 6, 30), ("France", 4, 40), ("Total", 10, 70)]
    header = ("No.", "Company", "Sector", "Investment (EUR m)")
    projects = [header, *((one, f"Aa{one} Ltd", "Energy", one * 7) for one in range(1, 11))]
    path = book(tmp_path / "list.xlsx", SUMMARY=summary, PROJECTS=projects)
    (question,) = _prepared(archive, path).proposal.questions
    assert question.field == "sheet"
    assert [(one.value, one.likely) for one in question.answers] == [("PROJECTS", False), ("SUMMARY", False)]


def test_firms_beside_deals_with_names_are_not_asked_about(archive: Path, tmp_path: Path) -> None:
    firms = [("Company", "Country"), *((f"Aa{one} Ltd", "Germany") for one in range(1, 31))]
    path = book(tmp_path / "list.xlsx", List=_deals(6), Firms=firms)
    assert _prepared(archive, path).proposal.questions == ()


@pytest.mark.parametrize(("one", "two"), [("Deals", "Y2024"), ("List", "Speakers"), ("List", "Organisations")])
def test_a_sheet_called_as_a_kind_is_that(archive: Path, tmp_path: Path, one: str, two: str) -> None:
    path = book(tmp_path / "list.xlsx", **{one: _deals(2), two: _deals(30)})
    assert _prepared(archive, path).proposal.questions == ()


def test_a_row_of_unknown_words_is_asked_about(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _NAMELESS)
    ran = bring(path)
    assert f"? header: {_ASKED}" in ran.err
    assert "--set header=1  #" in ran.err
    assert "--set header=0  # it is a record" in ran.err
    assert "# header = 0  #" in (archive / "imports/fair-deals-list/MAP.toml").read_text("utf-8")
    ran = bring(path, "--set", "header=0")
    assert "3 rows: 3 accepted" in ran.err
    assert _ASKED not in ran.err


def test_the_name_of_a_company_makes_a_record_likely(archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Anna Aa,Aa Trading Ltd,Building\nAmos Bb,Bb Ltd,Service\nObed Cc,Cc,Sales\n")
    (question,) = _prepared(archive, path).proposal.questions
    assert [(one.value, one.likely) for one in question.answers] == [("1", False), ("0", True)]


def test_a_text_above_numbers_is_the_header(archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Xaa,Xbb,Xcc\nMill,Aa,3\nMine,Bb,4\nPark,Cc,5\n")
    found = _prepared(archive, path)
    assert "header" not in [one.field for one in found.proposal.questions]
    assert any(_ASKED in str(one) for one in found.listed.header.noticed)


def test_a_header_with_a_known_word_is_one(look: Bring, tmp_path: Path) -> None:
    assert _ASKED not in look(sheet(tmp_path / "list.csv", "Title,Xx\nAa,Bb\nCc,Dd\n")).err


def test_columns_of_a_list_without_a_header_become_fields(bring: Bring, archive: Path, tmp_path: Path) -> None:
    assert bring(sheet(tmp_path / "list.csv", _NAMELESS), "--set", "header=0").code == 0
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["column_b"] for row in rows] == ["Ratis (Pty)Ltd - Director", "MDG Trading", "Trustee"]
    assert [row["column_c"] for row in rows] == ["Construction", "Service", "Business"]


def test_a_sheet_that_begins_with_blanks_alone_is_looked_at(archive: Path, tmp_path: Path) -> None:
    path = book(tmp_path / "list.xlsx", About=[["   "], ["aa"], ["bb"], ["cc"]], List=_deals(4))
    assert _prepared(archive, path).listed.sheet.name == "List"


@pytest.mark.parametrize("cell", ["a{}@aa.example", "https://aa.example/{}", "www.aa{}.example"])
def test_a_word_above_addresses_names_them(bring: Bring, tmp_path: Path, cell: str) -> None:
    rows = "".join(f"Xa{n},Yb{n},{cell.format(n)}\n" for n in range(4))
    ran = bring(sheet(tmp_path / "list.csv", f"Qqa,Qqb,Qqc\n{rows}"), "--kind", "organisations")
    assert "Is it the header, or the first record" not in ran.err
    rows = "".join(f"Xa{n},Yb{n},Zc{n}\n" for n in range(4))
    ran = bring(sheet(tmp_path / "other.csv", f"Qqa,Qqb,Qqc\n{rows}"), "--kind", "organisations")
    assert "Is it the header, or the first record" in ran.err
