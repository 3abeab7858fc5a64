r"""Characters and nothing as programs write them, ``\xc2\xa0``, ``\u00e9``, ``nan``: read as what they stand for."""

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from cq_tui.importing.sources.escapes import may_hold_escapes, without_escapes

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (r"Alvora\\xe2\\x80\\x99s Gurukul", "Alvora’s Gurukul"),
        (r"\xc2\xa0Nestor", "\u00a0Nestor"),
        (r"Caf\xe9", "Café"),
        (r"Caf\u00e9 \u0026 Bar", "Café & Bar"),
        (r"\ud83d\ude80 Rocket", "🚀 Rocket"),
        (r"Seed\\nRound", "Seed Round"),
        (r"Seed Partners.\\n", "Seed Partners. "),
        (r"BYJ\\'S", "BYJ'S"),
        (r"LetsVent\\xe2\\x80", "LetsVent"),
        (r"LetsVent\xc2\xa0\xe2\x80", "LetsVent\u00a0"),
        (r"a\x80", r"a\x80"),
        ('"School ""Dawn"" of Aa"', 'School "Dawn" of Aa'),
        ('"School ""Dawn of Aa"""', 'School "Dawn of Aa"'),
        ('"School ""Dawn of Aa"', 'School "Dawn of Aa"'),
        ('"A 5"" pipe"', 'A 5" pipe'),
        ('"Aa" Ltd "Bb"', '"Aa" Ltd "Bb"'),
        ('"Aa"', '"Aa"'),
        ('""', '""'),
        ("nan", ""),
        ("NaN", ""),
        ("NaT", ""),
        ("<NA>", ""),
        ("Nan", "Nan"),
        ("finance", "finance"),
        (r"C:\new\x41\table", r"C:\new\x41\table"),
        (r"\\nas\share", r"\\nas\share"),
        (r"C:\\temp\\next", r"C:\\temp\\next"),
        (r"\ud83d alone", r"\ud83d alone"),
    ],
)
def test_what_stands_for_it(cell: str, said: str) -> None:
    assert without_escapes(cell) == said


@pytest.mark.parametrize(
    ("text", "may"),
    [
        (b"a,nan\n", True), (b"a,NaN,b\n", True), (b"NaT", False), (b"x\tNaT", True), (b"finance,banana\n", False),
        (rb"a,Caf\u00e9", True), (rb"a,C:\new", False), (rb"\\xc2\\xa0", True), (b'"nan"', True),
    ],
)  # fmt: skip
def test_what_a_file_may_hold(text: bytes, may: bool) -> None:
    assert may_hold_escapes(text) is may


_LIST = """Date,Title,City,Investor,Amount (USD),Round
2019-01-23,Deal of Alvora,nan,\\\\xc2\\\\xa0Nestor Ventures,"\\\\xc2\\\\xa0600,000",None
2019-01-24,Deal of Brindle,Pune,Nestor Ventures,"700,000",Seed
2019-01-25,Deal of Corvane,NaN,Kappa\\u0026Sons,N/A,null
"""


def test_names_amounts_and_places(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _LIST))
    assert ran.code == 0, ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["amount"] for row in rows] == ["600000", "700000", ""]
    made = {row["name_en"] for row in rows_of(archive / "data/fair-deals-list/organisations.csv")}
    assert made == {"Nestor Ventures", "Kappa&Sons"}
    assert "codes of programs are read as what they stand for: 3 cells" in ran.err
    assert 'Cells that say "nan", as tables of programs write nothing, are empty: 2.' in ran.err
    assert "Place: 1 of 3 from City" in ran.err
    assert "Round: 1 of 3" in ran.err


def test_of_json_as_well(take: Take, tmp_path: Path) -> None:
    records = [{"title": r"Caf\\u00e9 of Alvora", "place": "nan", "amount": 5, "currency": "EUR"}] * 1
    taken = take(sheet(tmp_path / "list.json", json.dumps([*records, {**records[0], "title": "Mill", "place": "Aa"}])))
    assert [str(one) for one in taken.values("title")] == ["Café of Alvora", "Mill"]


def test_texts_of_csv_in_cells_are_told_and_read(bring: Bring, archive: Path, tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    page = made.active
    assert page is not None
    page.append(("Project", "Buyer", "Amount (EUR)"))
    for number in range(1, 4):
        page.append((f"Mill {number}", f'"School ""Dawn"" No {number}"', number * 10))
    made.save(tmp_path / "list.xlsx")
    ran = bring(tmp_path / "list.xlsx")
    assert ran.code == 0, ran.err
    assert (
        "quotation marks of a CSV file around and doubled within are read as what they quote: 3, the first" in ran.err
    )
    rows = rows_of(archive / "data/fair-deals-list/organisations.csv")
    assert [row["name_en"] for row in rows] == [f'School "Dawn" No {number}' for number in range(1, 4)]


def test_so_are_those_in_a_file_of_lines(bring: Bring, archive: Path, tmp_path: Path) -> None:
    text = "Project,Buyer,Amount (EUR)\n" + "".join(
        f'Mill {number},"""School """"Dawn"""" No {number}""",{number}0\n' for number in range(1, 4)
    )
    assert "read as what they quote: 3" in bring(sheet(tmp_path / "list.csv", text)).err
    rows = rows_of(archive / "data/fair-deals-list/organisations.csv")
    assert rows[0]["name_en"] == 'School "Dawn" No 1'
