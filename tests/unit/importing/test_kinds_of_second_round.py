"""Kinds of fault that a second round of public lists showed: sheets, days, roles, cells; every list here is made up."""

from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.maps.proposal import Proposal
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.importing.recognise.words.day_headers import is_end
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, sheet

Bring = Callable[..., Ran]
_COMPANIES = [("Title", "Founded"), ("Aa", "2001"), ("Bb", "2002")]
_DEALS = [("Project", "Company", "Amount (EUR)"), ("Mill", "Aa", 500_000), ("Mine", "Bb", 700_000)]


def _book(path: Path, sheets: dict[str, Sequence[Sequence[object]]]) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        one = made.create_sheet(name)
        for row in rows:
            one.append(row)
    made.save(path)
    return path


@pytest.mark.parametrize("name", ["Deals", "deal", "项目"])
def test_a_sheet_called_as_the_kind_is_comes_first(bring: Bring, tmp_path: Path, name: str) -> None:
    ran = bring(_book(tmp_path / "a.xlsx", {"Companies": _COMPANIES, name: _DEALS}), "--dry-run")
    assert f'sheet = "{name}"' in ran.err
    assert "2 rows: 2 accepted" in ran.err


def test_a_mapping_of_another_sheet_is_not_applied(bring: Bring, look: Bring, tmp_path: Path) -> None:
    """Also where the sheet's name adds nothing to the id of the list, or has no sign that an id may have."""
    first = [("Project", "Kind"), ("Road", "new"), ("Bridge", "new")]
    others = dict.fromkeys(("Deals", "A", "交易"), _DEALS)
    path = _book(tmp_path / "a.xlsx", {"List": first, "...": first, "!!": first, **others})
    assert "2 rows: 2 accepted" in bring(path, "--sheet", "List").err
    for other in ("...", "!!", *others, "List"):
        ran = (bring if other in ("...", "!!", "A") else look)(path, "--sheet", other)
        assert ran.code == 0
        assert f'sheet = "{other}"' in ran.err


def _proposal(archive: Path, tmp_path: Path, text: str) -> Proposal:
    store = Store(read(archive))
    return prepare(store, sheet(tmp_path / "a.csv", text), store.schema["deals"], "fair").proposal


def _with_days(cells: Sequence[str], header: str) -> str:
    rows = "".join(f"Road {n},Town {n},2021-03-{n + 1:02},{cell},5000\n" for n, cell in enumerate(cells))
    return f"Project,Recipient,Inicio Vigencia,{header},Amount (EUR)\n{rows}"


def test_a_day_of_something_else_gives_way_to_the_day_that_a_list_has(archive: Path, tmp_path: Path) -> None:
    text = _with_days(["open"] * 15 + ["2021-05-02"] * 5, "Data de Vinculo Fiscal")
    found = _proposal(archive, tmp_path, text)
    assert found.mapping.fields["date"].columns == ("Inicio Vigencia",)
    assert "date" in found.likely


def test_a_sure_day_of_which_few_cells_are_read_is_likely(archive: Path, tmp_path: Path) -> None:
    found = _proposal(archive, tmp_path, _with_days(["open"] * 12 + ["2021-05-02"] * 8, "Signing date"))
    assert found.mapping.fields["date"].columns == ("Signing date",)
    assert "date" in found.likely


def test_what_begins_does_not_end() -> None:
    assert not is_end("Início da Vigência")
    assert is_end("Fim Vigencia")
    assert is_end("Vigencia")
    assert is_end("Data Limite para Apresentar")


def test_a_day_of_a_known_purpose_stays_sure(archive: Path, tmp_path: Path) -> None:
    found = _proposal(archive, tmp_path, _with_days(["2021-05-02"] * 20, "Data de Assinatura"))
    assert found.mapping.fields["date"].columns == ("Data de Assinatura",)
    assert "date" not in found.likely


def test_an_office_beside_subsidies_gives_them_likely(archive: Path, tmp_path: Path) -> None:
    header = "Project,Company,Parent Company,Awarding Agency,Subsidy Value (EUR)"
    text = f"{header}\nMill,Aa,Cc,Office,5000\nMine,Bb,,Office,7\n"
    found = _proposal(archive, tmp_path, text)
    told = {"recipient": ("Company",), "investor": ("Parent Company",), "funder": ("Awarding Agency",)}
    assert found.mapping.fields["parties"].roles == told
    assert "parties" in found.likely


def test_an_office_beside_contracts_buys(archive: Path, tmp_path: Path) -> None:
    text = "Project,Company,Awarding Agency,Contract Value (EUR)\nMill,Aa,Office,5000\nMine,Bb,Office,7\n"
    found = _proposal(archive, tmp_path, text)
    assert found.mapping.fields["parties"].roles == {"partner": ("Company",), "buyer": ("Awarding Agency",)}
    assert "parties" not in found.likely


@pytest.mark.parametrize("cell", ['[{"name": "Aa", "id": "7"}]', '{"name": "Aa"}', "[{'nazev': 'Aa'}]"])
def test_names_in_cells_of_json_are_those_of_parties(take: Take, tmp_path: Path, cell: str) -> None:
    quoted = cell.replace('"', '""')
    rows = "".join(f'Road {n},"{quoted}",5000\n' for n in range(6))
    found = take(sheet(tmp_path / "a.csv", f'Project,Supplier,Amount (EUR)\n{rows},"{quoted}",7\n'))
    assert [[party.org for party in parties] for parties in found.values("parties")] == [["aa"]] * 6


def test_shares_of_parties_are_no_names(take: Take, tmp_path: Path) -> None:
    rows = "".join(f"Road {n},Fund: {n},00% | Town: 91%,5000\n".replace(",00", ".00") for n in range(6))
    found = take(sheet(tmp_path / "a.csv", f"Project,Payment Recipient,Amount (EUR)\n{rows}"))
    assert not any(found.values("parties"))


@pytest.mark.parametrize("header", ["Innvilget beløp organisasjon EUR", "Amount organisation EUR"])
def test_numbers_in_a_currency_are_money_whoever_got_them(take: Take, tmp_path: Path, header: str) -> None:
    found = take(sheet(tmp_path / "a.csv", f"Project,Company,{header}\nMill,Aa,500.50\nMine,Bb,700.50\n"))
    assert [float(one) for one in found.values("amount")] == [500.5, 700.5]


def test_what_a_contract_is_about_is_its_title_and_its_worth_its_amount(archive: Path, tmp_path: Path) -> None:
    header = "nazwa,przedmiotUmowy,wartoscPrzedmiotuUmowy,dataZawarciaUmowy"
    text = f"{header}\nGmina,Dach,500,01.02.2026\nGmina,Most,7,13.02.2026\n"
    found = _proposal(archive, tmp_path, text)
    assert found.mapping.fields["title"].columns == ("przedmiotUmowy",)
    assert found.mapping.fields["date"].columns == ("dataZawarciaUmowy",)
    assert any(asked.field == "amount" for asked in found.questions)
    assert {"title", "parties"} - found.likely == {"title"}


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("data_finanziamento", "date"),
        ("İhale Adı", "title"),
        ("Наименование исполнителя", "parties"),
        ("tipologia_ente", None),
        ("Nome Proponente", "parties"),
    ],
)
def test_headers(header: str, field: str | None) -> None:
    found = read_word(kinds()["deals"], header).field
    assert (found.name if found else None) == field


def test_a_column_called_as_a_line_of_the_mapping_is_taken_again(bring: Bring, tmp_path: Path) -> None:
    """``[kind]`` below ``kind = "deals"`` is no TOML: each such column stays a field of the archive's own."""
    header = "Project,Kind,Sheet,Header,Encoding,Columns\n"
    assert bring(sheet(tmp_path / "a.csv", f"{header}Mill,new,s,h,e,c\nMine,old,t,i,f,d\n")).code == 0
    again = sheet(tmp_path / "b.csv", f"{header}Road,new,s,h,e,c\nBridge,old,t,i,f,d\n")
    for _time in range(2):
        assert bring(again).code == 0
