"""What a call has to give is an amount, a percentage is none; amounts written three ways in a column. Made up."""

from decimal import Decimal
from pathlib import Path

import pytest
from cq_tui.importing.recognise.columns.money_headers import says_money
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.kinds import kinds

from tests.unit.importing.conftest import Fields, Take, sheet


@pytest.mark.parametrize(
    "header",
    "Dotazione totale|Dotazione finanziaria|Dotazione complessiva|Stanziamento|Dotación presupuestaria|"
    "Dotación económica|Dotation financière|Enveloppe budgétaire|Dotação orçamentária|Total envelope|Budget gesamt|"
    "Fördervolumen|Mittelausstattung|Budget disponible|Budget available|Total allocation|Total endowment".split("|"),
)
def test_what_a_call_has_to_give_is_an_amount(fields: Fields, tmp_path: Path, header: str) -> None:
    text = f"Title,{header},Percentuale contributo\nAa,€ 1000000,70\nBb,€ 600000,60\nCc,€ 5000,50\n"
    assert fields(sheet(tmp_path / "a.csv", text))["amount"].columns == (header,)


@pytest.mark.parametrize(
    "header",
    "Percentuale contributo|Prozent Förderung|Prozentsatz Zuschuss|Pourcentage de subvention|Porcentaje de ayuda|"
    "Percentagem financiamento|Percentage funding|Procent dofinansowania|Procento dotace|Процент субсидии".split("|"),
)
def test_a_percentage_is_no_amount(fields: Fields, tmp_path: Path, header: str) -> None:
    word = read_word(kinds()["deals"], header)
    assert word.is_percent
    assert not says_money(word, header)
    found = fields(sheet(tmp_path / "a.csv", f"Title,{header}\nAa,70\nBb,60\nCc,50\nDd,100\n"))
    assert "amount" not in found


def test_amounts_written_three_ways_are_read(take: Take, tmp_path: Path) -> None:
    cells = ("1000000000", "600000000", "10.000.000", "1.500.000 €", "110.000.000 € (2026)")
    text = "Titolo;Dotazione totale\n" + "".join(f"Bando {n};{cell}\n" for n, cell in enumerate(cells))
    found = take(sheet(tmp_path / "a.csv", text))
    assert found.questions == []
    assert found.values("amount") == [Decimal(n) * 500_000 for n in (2000, 1200, 20, 3, 220)]
    assert set(found.values("currency")) == {"EUR"}
