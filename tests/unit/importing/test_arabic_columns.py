"""Columns in Arabic: ``entity_ar`` is no day, and lists of the Gulf are offered the money of their country."""

import json
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.prepare import Prepared, prepare
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.importing.conftest import sheet


def _prepared(archive: Path, path: Path) -> Prepared:
    return prepare(Store(read(archive)), path, kinds()["deals"], "fair")


def test_a_column_in_arabic_is_no_day(archive: Path, tmp_path: Path) -> None:
    rows = [
        {"name_en": name, "entity_ar": there, "entity_en": here, "signed_date": day}
        for name, there, here, day in (
            ("Supply of aa pumps", "وزارة بب", "Ministry of Bb", "18-05-2026"),
            ("Build cc school", "جامعة دد", "Dd University", "19-05-2026"),
            ("Repair ee road", "وزارة بب", "Ministry of Bb", "20-05-2026"),
        )
    ]
    proposal = _prepared(archive, sheet(tmp_path / "a.json", json.dumps(rows))).proposal
    assert "entity_ar" not in proposal.set_aside
    assert proposal.mapping.fields["date"].column == ("signed_date",)


def test_a_swedish_year_without_its_ring_is_a_year(archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.csv", "Titel,besluts_ar\nBro,2021\nSkola,2022\nPark,2023\n")
    assert "besluts_ar" in _prepared(archive, path).proposal.mapping.fields["date"].columns


@pytest.mark.parametrize(
    ("place", "currency"),
    [
        ("North Al Batinah Governor Office", "OMR"),
        ("وزارة مسقط", "OMR"),
        ("Dubai Municipality", "AED"),
        ("Riyadh Works", "SAR"),
        ("Kuwait Ports", "KWD"),
        ("Doha Roads", "QAR"),
        ("Manama Schools", "BHD"),
        ("القاهرة", "EGP"),
    ],
)
def test_the_money_of_the_country_is_offered_first(archive: Path, tmp_path: Path, place: str, currency: str) -> None:
    rows = "".join(f"Work {number},{place},{number}000\n" for number in range(1, 6))
    (question,) = _prepared(archive, sheet(tmp_path / "a.csv", f"Title,Buyer,Amount\n{rows}")).proposal.questions
    assert question.answers[0].value == currency
