"""Columns that are taken for what their cells are, lists without a header, and what is offered where nothing is told.

Each list is made up, after shapes that public lists have.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.amounts.likely_currencies import likely_currencies
from cq_tui.importing.recognise.maps.proposal import Evidence, Proposal
from cq_tui.importing.recognise.prepare import Prepared, prepare
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.kinds import kinds
from cq_tui.store.store import Store

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]
HEADLESS = """1,"214372025.00","USD","January 1, 2005","Aa Bank","North Mill Project"
2,"100000000.00","USD","December 22, 2008","Aa Bank","South Mill Project"
3,"19683939.50","USD","October 28, 2009","Bb Bank","Port of Nowhere"
4,"2597076.15","USD","November 25, 2009","Aa Bank","Line of Nowhere"
"""


def _prepared(archive: Path, tmp_path: Path, text: str) -> Prepared:
    return prepare(Store(read(archive)), sheet(tmp_path / "list.csv", text), kinds()["deals"], "fair")


def _columns(proposal: Proposal) -> dict[str, tuple[str, ...]]:
    return {name: one.columns for name, one in proposal.mapping.fields.items() if one.columns}


def test_a_list_without_a_header_keeps_its_first_row(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", HEADLESS))
    assert ran.code == 0, ran.err
    assert "list.csv: no row is a header; its columns are called by their letters\n" in ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["amount"] for row in rows] == ["214372025", "100000000", "19683939.5", "2597076.15"]
    assert [row["date"] for row in rows] == ["2005-01-01", "2008-12-22", "2009-10-28", "2009-11-25"]
    assert rows[0]["title_en"] == "North Mill Project"
    assert "4 rows: 4 accepted" in ran.err


def test_header_0_is_what_a_saved_mapping_says(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", HEADLESS)
    assert bring(path).code == 0
    assert "\nheader = 0\n" in (archive / "imports/fair-deals-list/MAP.toml").read_text("utf-8")
    assert bring(path).code == 0  # read again from the mapping


@pytest.mark.parametrize(
    "text",
    [
        "Project,2019,2020\nMill,5000,6000\nMine,7000,8000\nPort,1000,2000\n",
        "Project,Amount (EUR),100 %\nMill,5000,1\nMine,7000,1\nPort,1000,1\n",
        "Deal,Amount\nMill,EUR 5\n",
    ],
)
def test_a_header_with_numbers_in_it_is_one(archive: Path, tmp_path: Path, text: str) -> None:
    assert not _prepared(archive, tmp_path, text).listed.header.nameless


def test_the_only_column_of_days_is_the_day(archive: Path, tmp_path: Path) -> None:
    text = "Project,Handed over,Code\nMill,2019-05-06,2001\nMine,2019-06-07,2002\n"
    proposal = _prepared(archive, tmp_path, text).proposal
    assert _columns(proposal)["date"] == ("Handed over",)
    assert "date" in proposal.likely
    assert proposal.evidence["date"][0].is_(Evidence.BY_CELLS)


@pytest.mark.parametrize("header", ["Handed over,Returned", "Birth date,Founded on", "Last updated,Created at"])
def test_of_several_columns_of_days_none_is_guessed_nor_a_day_of_a_party(
    archive: Path, tmp_path: Path, header: str
) -> None:
    cells = "2019-05-06,2019-05-07"
    proposal = _prepared(archive, tmp_path, f"Project,{header}\nMill,{cells}\nMine,{cells}\n").proposal
    assert "date" not in _columns(proposal)


def test_texts_under_a_word_for_amounts_are_titles_beside_a_column_of_amounts(archive: Path, tmp_path: Path) -> None:
    text = 'Grant,Organisation,Amount\nWork on A,Aa,"US$1,000"\nWork on B,Aa,"US$2,000"\nWork on C,Bb,"US$500"\n'
    proposal = _prepared(archive, tmp_path, text).proposal
    assert not proposal.questions
    assert _columns(proposal)["title"] == ("Grant",)
    assert _columns(proposal)["amount"] == ("Amount",)


def test_a_stage_of_unknown_words_stays_a_column_of_its_own(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", "Project,Status\nMill,Xyzzy\nMine,Plugh\nPort,Xyzzy\n"))
    assert ran.code == 0
    assert "Set aside: Status: its header says Stage, but none of its words is known\n" in ran.err
    assert "3 rows: 3 accepted, 0 refused" in ran.err
    assert not any(row.get("note_en") for row in rows_of(archive / "data/fair-deals-list/deals.csv"))


def test_where_a_third_of_the_titles_is_missing_no_row_is_lost(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f"{'' if n % 3 else f'P{n}'},notice {n},EUR {n + 1}\n" for n in range(30))
    ran = bring(sheet(tmp_path / "list.csv", f"Project,Notice,Amount\n{rows}"))
    assert "30 rows: 30 accepted, 0 refused" in ran.err


def test_any_currency_can_be_answered_and_those_of_the_letters_are_offered(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Project,Licitação,Amount\nMill,x,5\nMine,y,6\n")
    ran = bring(path)
    assert "    --set amount.currency=BRL  # likely; 5 → BRL 5" in ran.err
    assert "    --set amount.currency=...  # any other code of ISO 4217\n" in ran.err
    assert bring(path, "--set", "amount.currency=BRL").code == 0


@pytest.mark.parametrize(
    ("headers", "cells", "more"),
    [
        ("Project", [], ""),
        ("Сумма договора", [], "RUB BGN RSD"),
        ("Сума, предмет закупівлі", [], "UAH"),
        ("title", ["ירושלים"] * 10, "ILS"),
        ("title", ["Łódź"], ""),
        ("Año", [], "MXN COP CLP ARS PEN EUR"),
    ],
)
def test_currencies_are_likely_where_their_letters_are_used(headers: str, cells: list[str], more: str) -> None:
    assert likely_currencies([headers], cells) == tuple(dict.fromkeys([*more.split(), "USD", "EUR", "GBP", "CNY"]))


def test_dots_part_the_words_of_a_header(archive: Path, tmp_path: Path) -> None:
    text = "project,contract.country,contract.amount\nMill,Armenia,EUR 5\nMine,Nepal,EUR 6\n"
    found = _columns(_prepared(archive, tmp_path, text).proposal)
    assert (found["countries"], found["amount"]) == (("contract.country",), ("contract.amount",))


def test_the_buyer_of_a_company_and_the_name_of_a_supplier_are_parties(archive: Path, tmp_path: Path) -> None:
    text = "acquired_by,date,company\nAa,2018-09-13,Mill\nBb,2019-09-13,Mine\n"
    roles = _prepared(archive, tmp_path, text).proposal.mapping.fields["parties"].roles
    assert roles == {"investor": ("acquired_by",), "partner": ("company",)}
    text = "project,fornecedor_nome\nMill,Aa\nMine,Bb\n"
    assert _prepared(archive, tmp_path, text).proposal.mapping.fields["parties"].roles == {
        "supplier": ("fornecedor_nome",)
    }


def test_the_name_of_a_region_is_no_title_nor_are_a_few_words_again_and_again(archive: Path, tmp_path: Path) -> None:
    rows = "".join(f"Org {n},{('Fund', 'Union')[n % 2]},{('North', 'South')[n % 2]},EUR {n + 1}\n" for n in range(60))
    text = f"organisation_name,organisation_type_name,region_name,amount\n{rows}"
    proposal = _prepared(archive, tmp_path, text).proposal
    assert not proposal.questions
    assert _columns(proposal)["title"] == ("organisation_name",)
    assert _columns(proposal)["place"] == ("region_name",)


def test_large_numbers_alone_may_be_amounts_and_it_is_asked(bring: Bring, tmp_path: Path) -> None:
    text = 'Project,Beteiligung\nMill,"99.164,00"\nMine,"109.791,00"\nPort,"12.915,00"\n'
    path = sheet(tmp_path / "list.csv", text)
    ran = bring(path)
    assert "? amount: Beteiligung: which currency are these, if they are money?" in ran.err
    assert "    --set amount=  # none of these; no field takes it\n" in ran.err
    assert bring(path, "--set", "amount.currency=EUR").code == 0
    assert bring(path, "--set", "amount=", "--force").code == 0


@pytest.mark.parametrize("cells", [["46.61", "46.62"], ["10115", "20095"], ["2019", "2020"]])
def test_small_or_bare_numbers_are_no_amounts(archive: Path, tmp_path: Path, cells: list[str]) -> None:
    rows = "".join(f'Mill {n},"{cell}"\n' for n, cell in enumerate(cells))
    assert "amount" not in _columns(_prepared(archive, tmp_path, f"Project,Unknown\n{rows}").proposal)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("importo_aggiudicazione", "amount"),
        ("Montant HT notifié", "amount"),
        ("oggetto_gara", "title"),
        ("Сумма обязательств", "amount"),
        ("amount of fun", "amount"),
    ],
)
def test_the_first_word_of_a_header_can_say_what_it_is(header: str, field: str) -> None:
    word = read_word(kinds()["deals"], header)
    assert word.field is not None
    assert word.field.name == field


def test_a_title_put_together_of_parties_that_many_rows_lack_takes_another_column(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f"{f'Org {n}' if n % 2 else ''},work on {n},EUR {n + 1}\n" for n in range(20))
    ran = bring(sheet(tmp_path / "list.csv", f"Supplier,What for,Amount\n{rows}"))
    assert "20 rows: 20 accepted, 0 refused" in ran.err


def test_the_name_of_what_is_not_known_is_a_party_where_its_cells_are_companies(take: Take, tmp_path: Path) -> None:
    text = "tender/title,stuff:name,other:name\nPaper,Aa GmbH,red\nPens,Bb AG,blue\nInk,Cc Ltd,green\n"
    taken = take(sheet(tmp_path / "list.csv", text))
    assert [[(one.org, one.role) for one in each] for each in taken.values("parties")] == [
        [("aa", "partner")],
        [("bb", "partner")],
        [("cc", "partner")],
    ]


@pytest.mark.parametrize("header", ["Fim Vigencia", "Fecha fin", "End value", "Start value"])
@pytest.mark.parametrize("cells", [("2021-01-05", "2022-03-09"), ("2021", "2022"), ("05/01/2021", "17/02/2021")])
def test_days_and_years_on_which_something_ends_are_no_amount(
    look: Callable[..., Ran], tmp_path: Path, header: str, cells: tuple[str, str]
) -> None:
    text = f"Project,Company,{header}\nPaper,Aa GmbH,{cells[0]}\nPens,Bb AG,{cells[1]}\n"
    told = look(sheet(tmp_path / "list.csv", text)).err
    assert "[title]" in told
    assert "? amount: " not in told
    assert "[amount]" not in told
