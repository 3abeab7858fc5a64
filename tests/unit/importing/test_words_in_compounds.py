"""Where something is, when it began and what it is about, in compounds of several languages; every list is made up."""

from pathlib import Path

import pytest

from tests.unit.importing.conftest import Fields, sheet


def _columns(fields: Fields, path: Path, header: str, cell: str) -> dict[str, tuple[str, ...]]:
    rows = "".join(f"Road {at} to Aa,Bb{at} Ltd,{cell.format(at=at)}\n" for at in range(1, 6))
    found = fields(sheet(path / "list.csv", f"Title,Buyer,{header}\n{rows}"))
    return {name: mapped.columns for name, mapped in found.items()}


_PLACES = """Projektort|Durchführungsort|Lieu du projet|Lugar de ejecución|Local de execução|Luogo di esecuzione
Plaats van uitvoering|Miejsce realizacji|Místo realizace|Место исполнения|Місце реалізації|建设地点|实施地点|實施地點
開催地|履行場所|事業地|사업지|사업위치|현장위치""".replace("\n", "|").split("|")
_BEGINS = """Projektbeginn|Vertragsbeginn|Maßnahmebeginn|Date de démarrage|Fecha de comienzo|Inizio lavori|开工时间
事業開始日|사업시작일""".replace("\n", "|").split("|")


@pytest.mark.parametrize("header", _PLACES)
def test_where_it_is(fields: Fields, tmp_path: Path, header: str) -> None:
    assert _columns(fields, tmp_path, header, "Town{at}")["place"] == (header,)


@pytest.mark.parametrize("header", _BEGINS)
def test_when_it_began_comes_behind_when_it_was_signed(fields: Fields, tmp_path: Path, header: str) -> None:
    assert _columns(fields, tmp_path, header, "2024-03-1{at}")["date"] == (header,)
    found = _columns(fields, tmp_path, f"{header},Signed on", "2024-03-1{at},2024-01-1{at}")
    assert found["date"] == ("Signed on",)


@pytest.mark.parametrize("header", ["Projektlaufzeit", "Projektbeschreibung", "Descrição do projeto", "사업내용"])
def test_what_is_no_place(fields: Fields, tmp_path: Path, header: str) -> None:
    assert "place" not in _columns(fields, tmp_path, header, "A long road to a town number {at}")
