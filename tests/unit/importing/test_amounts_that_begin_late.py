"""Columns of amounts that are empty in the first rows, which a proposal is made from, and filled below. Made up."""

from pathlib import Path

from cq_tui.archive.read import read
from cq_tui.importing.recognise.maps.proposal import Proposal
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.kinds import kinds
from cq_tui.store.store import Store

from tests.unit.importing.conftest import sheet

_ROWS, _BEGINS = 5_600, 5_200


def _proposal(archive: Path, path: Path, *, instead: bool) -> Proposal:
    rows = "".join(
        f"Road {at} to Aa,Aa{at} Ltd,{'' if instead and at >= _BEGINS else at + 100},{'' if at < _BEGINS else at * 7}\n"
        for at in range(_ROWS)
    )
    list_ = sheet(path / "list.csv", f"Title,Buyer,Amount (EUR),Contract value (EUR)\n{rows}")
    return prepare(Store(read(archive)), list_, kinds()["deals"], "fair").proposal


def test_those_of_rows_that_have_no_other_are_asked_about(archive: Path, tmp_path: Path) -> None:
    (question,) = _proposal(archive, tmp_path, instead=True).questions
    assert {one.value for one in question.answers} == {"Amount (EUR)", "Contract value (EUR)"}
    assert all(one.remark for one in question.answers)


def test_cells_are_counted_over_the_whole_list(archive: Path, tmp_path: Path) -> None:
    found = _proposal(archive, tmp_path, instead=False)
    assert found.questions == ()
    why = str(found.set_aside["Contract value (EUR)"])
    assert why == 'it can be Amount, too, but 400 of its 5,600 cells are filled, of "Amount (EUR)" 5,600'
