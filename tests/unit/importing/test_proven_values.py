"""A column is a field's only where its cells read as what the field holds, however surely its header says so."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, sheet

Bring = Callable[..., Ran]


def _told(bring: Bring, tmp_path: Path, header: str, cells: list[str], beside: str = "") -> str:
    rows = "".join(f"Road {n},{cell}{beside}\n" for n, cell in enumerate(cells))
    return bring(sheet(tmp_path / "list.csv", f"Project,{header}\n{rows}"), "--dry-run").err


@pytest.mark.parametrize(
    ("header", "cells", "why"),
    [
        ("Date", ["spring", "autumn", "when ready"], "Date, but its cells are texts"),
        ("Date", ["spring"] * 10 + ["2005-08-09"], "Date, but only 1 of 11 cells read as dates"),
        ("Country", ["Regional"] * 5, "Countries, but none of its 5 cells read as known words"),
        ("Country", ["Regional"] * 10 + ["Germany"], "Countries, but only 1 of 11 cells read as known words"),
        ("Amount", ["in kind", "see annex", "as agreed"], "Amount, but none of its 3 cells read as numbers"),
        (
            "Amount",
            ["2;000;001-15;000;000", "250;000-2;000;000"] * 3,
            "Amount, but none of its 6 cells read as numbers",
        ),
        ("Amount (USD)", ["1m - 5m", "10m - 50m", "1m - 5m"], "Amount, but none of its 3 cells read as numbers"),
        ("Share", ["minority", "majority", "all of it"], "Share (%), but none of its 3 cells read as numbers"),
        ("Terms", ["Cash", "Stock", "Cash and stock"], "Term (years), but its cells are texts"),
        ("Type", ["order"] + ["Grant aid"] * 11, "Type, but only 1 of 12 cells read as known words"),
    ],
)
def test_a_column_that_says_none_is_a_field_of_its_own(
    bring: Bring, tmp_path: Path, header: str, cells: list[str], why: str
) -> None:
    told = _told(bring, tmp_path, header, cells)
    assert f"Set aside: {header}: its header says {why}\n" in told, told
    assert f"{len(cells)} of {len(cells)} from {header}; a field of its own" in told, told
    assert "could be read" not in told


def test_the_next_column_is_taken(bring: Bring, tmp_path: Path) -> None:
    cells = [f"{text},{n + 1}00000,2020-01-0{n + 1}" for n, text in enumerate(["in kind,soon", "see annex,later"] * 2)]
    told = _told(bring, tmp_path, "Amount,Date,Grant sum (EUR),Award date", cells)
    assert "Amount: 4 of 4 from Grant sum (EUR)" in told, told
    assert "Date: 4 of 4 from Award date" in told, told


def test_an_amount_that_one_row_has_is_never_given_up(take: Take, tmp_path: Path) -> None:
    rows = "".join(f"Road {n},{'EUR 5000' if n == 4 else 'in kind'}\n" for n in range(30))
    found = take(sheet(tmp_path / "list.csv", f"Project,Amount\n{rows}"))
    assert [value for value in found.values("amount") if value] == [5000]


def test_a_stage_that_leaves_one_out_of_the_sums_is_never_given_up(take: Take, tmp_path: Path) -> None:
    rows = "".join(f"Road {n},{'cancelled' if n == 4 else 'Repaying'}\n" for n in range(30))
    found = take(sheet(tmp_path / "list.csv", f"Project,Status\n{rows}"))
    assert [str(value) for value in found.values("stage") if value] == ["cancelled"]


def test_years_behind_a_number_are_counted(bring: Bring, tmp_path: Path) -> None:
    told = _told(bring, tmp_path, "Term", ["5 years", "10 years", "7 years"])
    assert "[term_years]  # the header says Term (years); 3 of 3 cells read as numbers" in told, told


def test_the_country_of_recipients_is_not_that_of_the_giver(bring: Bring, tmp_path: Path) -> None:
    told = _told(bring, tmp_path, "donor_agency,recipient_country", ["Aa Board,Belize", "Bb Board,Panama"] * 2)
    assert "country of donor_agency" not in told, told
    assert "Countries: 4 of 4 from recipient_country" in told, told


@pytest.mark.parametrize("header", ["Headquarters (Country)", "Hauptsitz (Land)", "Sede (País)", "Investor (Country)"])
def test_countries_in_brackets_are_countries(bring: Bring, tmp_path: Path, header: str) -> None:
    told = _told(bring, tmp_path, header, ["USA", "Canada", "USA", "United Kingdom"])
    assert f"Countries: 4 of 4 from {header}; United States 2" in told, told


LONG = "Aa{} builds tools for all who write tests, and for the people around them who read these once more"


def test_rows_are_called_by_the_short_name_that_tells_them_apart(bring: Bring, tmp_path: Path) -> None:
    row = "{n}aa Works,{told},Xx{n} Ventures; Yy{n} Capital; Zz{n} Partners; Qq{n} Fund\n"
    rows = "".join(row.format(n=n, told=f'"{LONG.format(n)}"' if n in "bcdfg" else "") for n in "bcdfghkl")
    told = bring(sheet(tmp_path / "list.csv", f"Company,Description,Investors\n{rows}"), "--dry-run").err
    assert 'likely: no column is a title; "Company" says another name in each row' in told, told
    assert "Deal: 8 of 8 from Company\n" in told, told


def test_sentences_to_their_full_stop_are_no_likely_titles(look: Bring, tmp_path: Path) -> None:
    rows = "".join(f'{n}aa Works,"{LONG.format(n)}."\n' for n in "bcdfghkl")
    told = look(sheet(tmp_path / "list.csv", f"Company,Description\n{rows}")).err
    assert "--set title.column=Company  # likely" in told, told


def test_courtesy_titles_are_no_posts(bring: Bring, tmp_path: Path) -> None:
    rows = "Aa Bb,Dr.,Director\nCc Dd,Mr.,Chair\nEe Ff,Prof. Dr.,Head of Works\n"
    path = sheet(tmp_path / "list.csv", f"Name,Title,Job title\n{rows}")
    told = bring(path, "--dry-run", "--kind", "speakers").err
    assert "Set aside: Title: its header says Posts, but its cells are courtesy titles" in told, told
    assert "Posts: 3 of 3 from Job title;" in told


def test_numbers_of_decrees_are_not_asked_for_beside_amounts(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f"Opera {n},Ente {n},{n}0000.0,Decreto n.7 - {n} / 2024 - AA\n" for n in range(1, 5))
    text = f"progetto,ente,importo_finanziamento,decreto_finanziamento\n{rows}"
    told = bring(sheet(tmp_path / "list.csv", text), "--dry-run").err
    assert "Set aside: decreto_finanziamento: its header says Amount, but none of its 4 cells read as numbers" in told
    assert "--set amount.column=decreto_finanziamento" not in told


@pytest.mark.parametrize(
    ("cells", "is_website"),
    [
        (["/files/one.pdf", "/files/two.pdf", "/files/three.pdf"], False),
        (["on request", "none yet", "see below"], False),
        (["aa.example", "www.bb.example/x", "https://cc.example"], True),
        (["aa.example", "see below", "none yet"], True),
    ],
)
def test_a_column_without_any_address_is_no_website(
    bring: Bring, tmp_path: Path, cells: list[str], is_website: bool
) -> None:
    rows = "".join(f"Aa {n} Ltd,{cell}\n" for n, cell in enumerate(cells))
    path = sheet(tmp_path / "list.csv", f"Company,Website\n{rows}")
    told = bring(path, "--kind", "organisations", "--dry-run").err
    assert ("[website]" in told) is is_website, told
    assert ("but none of its 3 cells read as web addresses" in told) is not is_website, told


@pytest.mark.parametrize("header", ["naam", "navn", "namn", "nimi", "název", "názov", "név", "naziv", "название"])
def test_name_alone_is_the_name_of_an_organisation(bring: Bring, tmp_path: Path, header: str) -> None:
    text = f"id,{header},sport\naa-1,Badmintonclub Aa,Badminton\nbb-2,Bridgeclub Bb,Bridge\n"
    told = bring(sheet(tmp_path / "list.csv", text), "--kind", "organisations", "--dry-run").err
    assert f'column = "{header}"' in told, told
    assert "2 accepted" in told, told
