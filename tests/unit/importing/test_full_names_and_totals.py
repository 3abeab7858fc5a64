"""Which column records are called by where several could be it; rows that add up others and are not called so."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]
_NAMES = ("Ausbau der Netze auf dem Land", "Neubau eines Forschungszentrums", "Sanierung des Marktplatzes")
_CODES = ("A-12", "B-13", "C-14")


def _titles(headers: str, *columns: tuple[str, str, str]) -> str:
    rows = (",".join((*cells, "Aa GmbH", f"{n}0000")) for n, cells in enumerate(zip(*columns, strict=True), 1))
    return f"{headers},Empfänger,Betrag (EUR)\n" + "\n".join(rows) + "\n"


@pytest.mark.parametrize(
    ("headers", "short"),
    [
        ("Kurztitel,Projektbezeichnung lang", ("EcoX", "GreenB", "EcoX")),
        ("Titel,Projekttitel", _CODES),
        ("Title,Subtitle", _CODES),
        ("Titel,Projektbezeichnung", ("", "", "Neubau")),
        ("Project,Project description", _CODES),
        ("Titel,Verwendungszweck", _CODES),
    ],
)
def test_the_column_of_full_names_is_likely_the_title(
    look: Bring, bring: Bring, archive: Path, tmp_path: Path, headers: str, short: tuple[str, str, str]
) -> None:
    path = sheet(tmp_path / "a.csv", _titles(headers, short, _NAMES))
    told = look(path).err
    names = headers.split(",")
    assert "[title]  # likely: " in told
    assert f'"{names[1]}" holds full names in most rows, and "{names[0]}" does not' in told
    if short == _CODES and names[0] != "Titel":  # what is made of them hangs on no header
        return
    bring(path)
    rows = rows_of(archive / "data" / "fair-deals-a" / "deals.csv")
    assert [row["title_zh"] or row["title_en"] for row in rows] == list(_NAMES)


def test_two_columns_of_full_names_are_asked(take: Take, tmp_path: Path) -> None:
    others = ("Netze für das Land", "Haus der Forschung", "Neuer Markt")
    assert take(sheet(tmp_path / "a.csv", _titles("Titel,Projekttitel", others, _NAMES))).questions == ["title"]


def test_a_title_of_one_word_is_not_left_for_what_only_may_be_one(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "a.csv", _titles("Project,Description", ("Mine", "Mill", "Port"), _NAMES)))
    assert [title.en for title in found.values("title")] == ["Mine", "Mill", "Port"]


_LIST = "Project,Company,Country,Amount (USD)\nMine,Aa,Germany,1000000\nMill,Bb,France,2000000\nPort,Cc,Italy,4000000\n"


def test_a_sparse_row_that_adds_up_those_above_it_is_left_out_with_a_word(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "a.csv", f"{_LIST}Everything,,,7000000\nDock,Dd,Spain,500000\nPier,Dd,Spain,5\n"))
    why = "is likely a row of totals, though it is not called so: its amount is what 3 other rows have together"
    assert f"row 5: {why}; --set rows.keep=5" in ran.out + ran.err
    assert "6 rows: 5 accepted, 1 refused" in ran.err


def test_a_total_of_each_group_and_of_all(take: Take, tmp_path: Path) -> None:
    text = f"{_LIST}North,,,7000000\nDock,Dd,Spain,500000\nPier,Dd,Spain,700000\nSouth,,,1200000\nBoth,,,8200000\n"
    found = take(sheet(tmp_path / "a.csv", text))
    assert sum(found.values("amount")) == 8_200_000
    assert sorted(found.reasons()) == [5, 8, 9]


def test_of_a_full_row_that_adds_up_those_above_it_it_is_asked_what_it_is(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.csv", f"{_LIST}Harbour,Dd,Spain,7000000\nDock,Dd,Spain,500000\n")
    ran = bring(path)
    assert ran.code == 1
    told = "the first is row 5, with USD 7 m, the sum of 3 other rows. Are they records, or totals?"
    assert f"? rows: Rows whose amount is what others together have: 1; {told}" in ran.err
    assert "--set rows.leave=5  # totals; they are left out; sum USD 7.5 m\n" in ran.err
    assert "--set rows.keep=5  # records; they count; sum USD 14.5 m\n" in ran.err
    assert "5 rows: 5 accepted, 0 refused" in bring(path, "--set", "rows.keep=5").err


@pytest.mark.parametrize(
    "more", ["Dock,Dd,Spain,7000001\n", "Dock,Dd,Spain,0\n", "Everything,,,7000001\n", "Everything,,,EUR 7000000\n"]
)
def test_other_rows_are_no_totals(bring: Bring, tmp_path: Path, more: str) -> None:
    ran = bring(sheet(tmp_path / "a.csv", _LIST + more))
    assert "4 rows: 4 accepted, 0 refused" in ran.err
    assert "totals" not in ran.err
