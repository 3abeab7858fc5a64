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


def test_it_is_nothing_in_any_field(take: Take, tmp_path: Path) -> None:
    header = "Project,Company,Buyer,Country,City,Status,Type,Sector,Date,Amount (EUR),Share,Term"
    full = "Road {n},Aa GmbH,Bb AG,Germany,Bonn,signed,order,Steel,2025-01-02,5000{n},30,5\n"
    rows = "".join(f"{full.format(n=n)}Bridge {n}{f',{word}' * 11}\n" for n, word in enumerate(WORDS))
    found = take(sheet(tmp_path / "list.csv", f"{header}\n{rows}"))
    assert not found.remarks
    for field in ("parties", "countries", "place", "stage", "instrument", "sector", "date", "amount", "share"):
        values = found.values(field)
        assert all(values[::2]), field
        assert {word: one for word, one in zip(WORDS, values[1::2], strict=True) if one} == {}, field
