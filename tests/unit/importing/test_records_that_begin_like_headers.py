"""A record whose company is called as a column may be is no header, and lists without one tell their columns; made."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.kinds import kinds
from cq_tui.store.store import Store

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
BLOCKS = """AAORG,,,
Argentina,AA S.A.,Leasing,"125,800.00"
Chile,BB LIMITADA,Architecture,"32,994.77"
Chile,EMPRESA DE SERVICIOS CC SA,Building maintenance,"75,345.26"
Chile,DD S.A.,Cleaning,"462,478.16"
BBORG,,,
Kenya,EE LTD,Printing,"64,668.69"
Kenya,FF LTD,Transport,"39,667.62"
"""


def _is_nameless(archive: Path, tmp_path: Path, text: str) -> bool:
    path = sheet(tmp_path / "a.csv", text)
    return prepare(Store(read(archive)), path, kinds()["deals"], "fair").listed.header.nameless


def test_a_list_in_blocks_without_a_header_is_read_whole(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "a.csv", BLOCKS), "--set", "amount.currency=USD")
    assert ran.code == 0, ran.err
    assert "Row 4 reads like a row of the list, not like a header. --set header=4 makes it the header" in ran.err
    assert "8 rows: 6 accepted, 0 refused, 2 headings, totals and notes" in ran.err
    rows = rows_of(archive / "data/fair-deals-a/deals.csv")
    assert [row["amount"] for row in rows] == ["125800", "32994.77", "75345.26", "462478.16", "64668.69", "39667.62"]
    assert [row["countries"] for row in rows] == ["AR", "CL", "CL", "CL", "KE", "KE"]
    assert [row["title_en"] for row in rows[:2]] == ["Leasing", "Architecture"]
    assert rows[2]["parties"] == "empresa-de-servicios-cc:partner"


@pytest.mark.parametrize("name", ["Société des eaux", "Company of Aa", "Compañía de Cc", "Entreprise de travaux Bb"])
@pytest.mark.parametrize("cells", ["75345,26;64668,69;39667,62;462478,16", "75345;64668;39667;46247"])
def test_beside_an_amount_a_name_is_one_of_a_company(archive: Path, tmp_path: Path, name: str, cells: str) -> None:
    first, *others = cells.split(";")
    rows = "".join(f"Town {at};Aa {at} Ltd;{cell}\n" for at, cell in enumerate(others))
    assert _is_nameless(archive, tmp_path, f"Aaville;{name};{first}\n{rows}")


@pytest.mark.parametrize("third", ["2019", "1", "1.5", "Sum", "100 %"])
def test_what_a_column_may_be_called_is_no_amount(archive: Path, tmp_path: Path, third: str) -> None:
    rows = "".join(f"Town {at},Aa {at} Ltd,{at + 1}.5\n" for at in range(4))
    assert not _is_nameless(archive, tmp_path, f"Town,Company,{third}\n{rows}")


def test_codes_of_two_letters_are_no_countries_where_nothing_says_it(bring: Bring, tmp_path: Path) -> None:
    """``CA`` may be California as well."""
    text = 'CA,AA LTD,Leasing,"125,800.00"\nDE,BB LTD,Printing,"32,994.77"\nCA,CC LTD,Cleaning,"75,345.26"\n'
    text += 'DE,DD LTD,Transport,"64,668.69"\n'
    ran = bring(sheet(tmp_path / "a.csv", text), "--set", "amount.currency=USD", "--dry-run")
    assert "4 rows: 4 accepted" in ran.err
    assert "[countries]" not in ran.err
