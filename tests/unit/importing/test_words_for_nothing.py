"""What states nothing becomes no party, place, code, date or amount, in whichever language and field. Made up."""

from pathlib import Path

import pytest
from cq_tui.values.nothing import is_nothing

from tests.unit.importing.conftest import Take, sheet

WORDS = (
    "Informasjon mangler|k. A.|K.A.|non renseigné|non renseigne|sin información|Sin informacion|não informado|"
    "nao informado|brak danych|нет данных|不详|不明|정보 없음|"
    "n.d.|S/D|entfällt|nicht genannt"
).split("|")


@pytest.mark.parametrize("word", WORDS)
def test_a_word_for_nothing(word: str) -> None:
    assert is_nothing(word)


@pytest.mark.parametrize("word", ["NB", "ND", "SD", "Nada Ltd", "Information", "N.V. Works", "Sin"])
def test_a_name_is_something(word: str) -> None:
    assert not is_nothing(word)


@pytest.mark.parametrize("word", WORDS)
def test_it_is_nothing_in_any_field(take: Take, tmp_path: Path, word: str) -> None:
    header = "Project,Company,Buyer,Country,City,Status,Type,Sector,Date,Amount (EUR),Share,Term"
    full = ",".join(["Road 1,Aa GmbH,Bb AG,Germany,Bonn,signed,order,Steel,2025-01-02,500000,30,5"])
    rows = f"{full}\nRoad 2{f',{word}' * 11}\n{full.replace('Road 1', 'Road 3')}\n"
    found = take(sheet(tmp_path / "list.csv", f"{header}\n{rows}"))
    assert not found.remarks
    for field in ("parties", "countries", "place", "stage", "instrument", "sector", "date", "amount", "share"):
        first, second, third = found.values(field)
        assert first, field
        assert third, field
        assert not second, field
