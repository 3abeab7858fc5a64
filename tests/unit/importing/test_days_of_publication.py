"""A day on which something was published is not the day on which it was signed: it is told, and gives way to that."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.prepare import Prepared, prepare
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.kinds import kinds
from cq_tui.store.store import Store

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]


def _prepared(archive: Path, tmp_path: Path, header: str, *cells: str) -> Prepared:
    rows = "".join(f"Paper {n},Aa GmbH,{n}00,{cell}\n" for n, cell in enumerate(cells, 1))
    text = f"Title,Supplier,Amount EUR,{header}\n{rows}"
    return prepare(Store(read(archive)), sheet(tmp_path / "list.csv", text), kinds()["deals"], "fair")


@pytest.mark.parametrize(
    "header", ["Published", "Publication date", "公告日期", "Datum zveřejnění", "Fecha de publicación", "合同公告日期"]
)
def test_a_day_of_publication_alone_is_only_likely_and_told(
    bring: Bring, archive: Path, tmp_path: Path, header: str
) -> None:
    proposal = _prepared(archive, tmp_path, header, "2020-01-05", "2020-02-07").proposal
    assert proposal.mapping.fields["date"].columns == (header,)
    assert "date" in proposal.likely
    assert any(one.is_(Evidence.PUBLISHED) for one in proposal.evidence["date"])
    if header == "Published":
        ran = bring(tmp_path / "list.csv", "--dry-run")
        assert f'! Date: from "{header}", which says when it was published: not when it was signed' in ran.err


@pytest.mark.parametrize(
    ("published", "concluded"),
    [
        ("Published", "Concluded"),
        ("Datum zveřejnění", "Datum uzavření"),
        ("Data publikacji", "Data zawarcia"),
        ("公告日期", "合同签署日"),
        ("Дата публикации", "Дата заключения контракта"),
        ("Publication date", "Award date"),
        ("Veröffentlicht am", "Vertragsabschluss"),
    ],
)
def test_beside_the_day_of_signing_it_is_a_field_of_its_own(
    archive: Path, tmp_path: Path, published: str, concluded: str
) -> None:
    proposal = _prepared(archive, tmp_path, f"{published},{concluded}", "2020-01-15,2020-01-05").proposal
    assert not proposal.questions
    assert proposal.mapping.fields["date"].columns == (concluded,)


def test_a_day_of_announcement_is_a_deals_own() -> None:
    word = read_word(kinds()["deals"], "Announcement date")
    assert word.field is not None
    assert (word.field.name, word.certainty) == ("date", 3)


@pytest.mark.parametrize("header", ["rilevato_il", "scaricato il", "coletado_em", "extraído en", "récupéré le"])
def test_the_day_on_which_a_program_found_it_is_no_day_of_a_deal(
    bring: Bring, archive: Path, tmp_path: Path, header: str
) -> None:
    rows = "".join(f"Gara {at},Alder S.p.A.,{at}000,2{at}/08/2026\n" for at in range(1, 7))
    ran = bring(sheet(tmp_path / "list.csv", f"titolo,ente,importo (EUR),{header}\n{rows}"))
    assert ran.code == 0, ran.err
    assert not any(row["date"] for row in rows_of(archive / "data/fair-deals-list/deals.csv"))
