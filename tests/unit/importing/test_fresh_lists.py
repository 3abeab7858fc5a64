"""What lists that were never seen before have shown: marks mixed in a column, bare dollars, columns of any name.

Each list is made up, after shapes that public lists have.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.maps.asked import Asked
from cq_tui.importing.recognise.prepare import Prepared, prepare
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.kinds import kinds
from cq_tui.store.store import Store
from cq_tui.values.numbers import has_both_marks, quantity

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
MIXED = 'Project,Amount (EUR)\nMill,"27.312.500,00"\nMine,"157,000.00"\nPort,"32,592"\n'


def _prepared(archive: Path, tmp_path: Path, text: str) -> Prepared:
    return prepare(Store(read(archive)), sheet(tmp_path / "list.csv", text), kinds()["deals"], "fair")


def test_where_decimals_stand_behind_both_marks_a_lone_one_is_asked_for(
    bring: Bring, archive: Path, tmp_path: Path
) -> None:
    question = _prepared(archive, tmp_path, MIXED).proposal.questions[0]
    assert question.asked is Asked.SEPARATOR
    for mark, third in ((".", "32592"), (",", "32.592")):
        assert bring(tmp_path / "list.csv", "--set", f"amount.decimal={mark}", "--force").code == 0
        rows = rows_of(archive / "data/fair-deals-list/deals.csv")
        assert [row["amount"] for row in rows] == ["27312500", "157000", third]


@pytest.mark.parametrize(
    ("cells", "mixed"),
    [
        (["1.234,50", "1,234.50"], True),
        (["1.234,50"] * 60 + ["1,234.50"], False),
        (["1.234,50", "1.234"], False),
        (["12"], False),
    ],
)
def test_both_marks_are_more_than_a_slip(cells: list[str], *, mixed: bool) -> None:
    assert has_both_marks(cells) is mixed


def test_whose_dollars_a_bare_sign_says_is_asked(bring: Bring, archive: Path, tmp_path: Path) -> None:
    text = "Project,Amount\nMill,$5\nMine,$6\n"
    asked = _prepared(archive, tmp_path, text).proposal.questions
    assert [one.asked for one in asked] == [Asked.WHICH_CURRENCY]
    assert not any(one.likely for one in asked[0].answers)
    assert bring(tmp_path / "list.csv", "--set", "amount.currency=CAD").code == 0
    assert {row["currency"] for row in rows_of(archive / "data/fair-deals-list/deals.csv")} == {"CAD"}


@pytest.mark.parametrize("text", ["Project,Amount\nMill,US$5\n", "Project,Amount (USD)\nMill,$5\n"])
def test_a_dollar_whose_country_is_told_is_sure(archive: Path, tmp_path: Path, text: str) -> None:
    proposal = _prepared(archive, tmp_path, text).proposal
    assert not proposal.questions
    assert proposal.mapping.fields["amount"].currency == "USD"


def test_columns_may_be_called_whatever_the_import_calls_its_own(bring: Bring, archive: Path, tmp_path: Path) -> None:
    names = "reason,col,slug,k0,cell,part,first,value"
    rows = "".join(f"Mill {n},{','.join(f'{name} {n % 2}' for name in names.split(','))}\n" for n in range(4))
    ran = bring(sheet(tmp_path / "list.csv", f"Project,{names}\n{rows}"))
    assert ran.code == 0, ran.err
    row = rows_of(archive / "data/fair-deals-list/deals.csv")[0]
    assert (row["reason"], row["slug"]) == ("reason-0", "slug-0")


def test_a_column_that_shall_be_a_field_of_its_own_is_not_read_as_the_field_of_its_name(
    bring: Bring, archive: Path, tmp_path: Path
) -> None:
    text = "Project,Type\nMill,Seed Funding\nMine,Private Equity\nPort,Seed Funding\n"
    ran = bring(sheet(tmp_path / "list.csv", text), "--set", "Type=code")
    assert "3 rows: 3 accepted, 0 refused" in ran.err
    assert "not read" not in ran.err
    assert [row["type_2"] for row in rows_of(archive / "data/fair-deals-list/deals.csv")] == [
        "seed-funding", "private-equity", "seed-funding",
    ]  # fmt: skip


def test_an_amount_whose_unit_is_told_is_asked_for_beside_a_total_that_tells_none(
    archive: Path, tmp_path: Path
) -> None:
    text = "Project,Donation Amount (mil ¥),Total Amount\nMill,2095.1,2101.6\nMine,6.5,2101.6\n"
    question = _prepared(archive, tmp_path, text).proposal.questions[0]
    assert question.asked is Asked.WHICH_COLUMN
    assert {one.value for one in question.by_themselves} == {"Donation Amount (mil ¥)", "Total Amount"}


def test_addresses_of_mail_are_no_places(archive: Path, tmp_path: Path) -> None:
    text = "Project,City,Mail Address\nMill,Aa,a@b.example\nMine,Bb,c@d.example\n"
    assert _prepared(archive, tmp_path, text).proposal.mapping.fields["place"].column == ("City",)


@pytest.mark.parametrize("header", ["Sq Ft", "sq_ft", "Square feet (total)", "Sq. m"])
def test_an_area_is_no_amount(header: str) -> None:
    assert read_word(kinds()["deals"], header).field is None


@pytest.mark.parametrize("header", ["LastAmendmentDate", "addedDate", "Uploaded On", "Last updated"])
def test_the_day_of_a_change_or_of_the_list_is_not_the_deals(archive: Path, tmp_path: Path, header: str) -> None:
    rows = "Mill,2019-05-06,2020-01-02\nMine,2019-06-07,2020-01-02\n"
    proposal = _prepared(archive, tmp_path, f"Project,StartDate,{header}\n{rows}").proposal
    assert proposal.mapping.fields["date"].column == ("StartDate",)


def test_no_row_of_a_list_without_a_header_repeats_it(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(
        f"{n},{'' if n % 5 == 0 else 'x'},{'' if n % 5 == 0 else 'y'},Work on {n} walls,2019-05-0{n % 9 + 1}\n"
        for n in range(30)
    )
    ran = bring(sheet(tmp_path / "list.csv", rows))
    assert "no row is a header" in ran.err
    assert "30 rows: 30 accepted, 0 refused" in ran.err


def test_a_cell_of_thousands_of_numbers_is_no_amount_and_takes_no_time() -> None:
    with pytest.raises(ValueError, match="is not a number"):
        quantity("POLYGON ((" + "3.213645 39.957514, " * 20_000)
