"""A day on which a call closes is no day of signing; alone it is asked or told. Every list here is made up."""

from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.maps.proposal import Evidence, Proposal
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.kinds import kinds
from cq_tui.store.store import Store

from tests.unit.importing.conftest import sheet

_CLOSES = ["Closing date", "Date de clôture", "Fecha de cierre", "Data di chiusura"]
_ENDS = [
    "Deadline", "截止日期", "Einreichungsfrist", "Date limite de remise", "Submission deadline", "投标截止时间",
    "Abgabetermin", "Bewerbungsschluss", "Closing time", "Bids due", "提出期限", "Termin składania ofert",
]  # fmt: skip


def _proposal(archive: Path, path: Path, *headers: str, role: str = "Buyer") -> Proposal:
    days = ["2024-01-05", "2024-02-07", "2024-03-09", "2024-04-11"]
    rows = "".join(f"Road {at},Aa{at} Ltd,{','.join([day] * len(headers))}\n" for at, day in enumerate(days))
    list_ = sheet(path / "list.csv", f"Title,{role},{','.join(headers)}\n{rows}")
    return prepare(Store(read(archive)), list_, kinds()["deals"], "fair").proposal


@pytest.mark.parametrize("header", [*_CLOSES, *_ENDS])
def test_another_day_comes_first(archive: Path, tmp_path: Path, header: str) -> None:
    for other in ("Publication date", "Date"):
        found = _proposal(archive, tmp_path, other, header)
        assert found.questions == ()
        assert found.mapping.fields["date"].column == (other,)


@pytest.mark.parametrize("header", _CLOSES)
def test_alone_it_is_asked(archive: Path, tmp_path: Path, header: str) -> None:
    found = _proposal(archive, tmp_path, header)
    assert "date" not in found.mapping.fields
    (question,) = found.questions
    assert [(one.value, one.likely) for one in question.answers] == [(header, False)]
    assert question.none_of_these == "date="


@pytest.mark.parametrize("header", _ENDS)
def test_a_deadline_alone_is_told(archive: Path, tmp_path: Path, header: str) -> None:
    found = _proposal(archive, tmp_path, header)
    assert "date" not in found.mapping.fields
    assert header in found.set_aside
    assert header == "提出期限" or found.set_aside[header].is_(Evidence.DAY_OF_END)  # a span of years by its header


def test_an_acquisition_was_made_when_it_closed(archive: Path, tmp_path: Path) -> None:
    assert _proposal(archive, tmp_path, "Closing date", role="Acquirer").mapping.fields["date"].column
