"""What can't be taken in: each has its clear answer, and nothing is left behind."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from cq_tui.importing.sources.workbook import package

from tests import rights
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, hashes, sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "1,2\n3,4\n", "no header found; none of its first 40 rows names a column of Deals, such as"),
        ("a.csv", ",,\n\n", "holds no rows"),
        ("a.csv", "", "is empty"),
        ("a.csv", "Project,Type\nA\0B,fund\n", "is not a text file"),
        ("a.csv", 'Project,Type\n"A,fund' + "B,fund" * 200_000, "is a quote not closed?"),
        ("a.json", "[1, 2]", "entry 1 is not an object with names and values"),
        ("a.jsonl", '{"a": 1}\n{broken\n', "line 2 is not JSON"),
        ("a.json", "[" * 100_000, "a.json: "),
        ("a.parquet", "PAR1 but no more", "is not a whole Parquet file"),
        ("a.xlsx", "no workbook", "is not a workbook that can be read"),
        ("a.xls", "old", "is not a workbook that can be read"),
        ("a.pdf", "%PDF", "is not of a kind that is read"),
    ],
)
def test_it_is_refused_in_one_line(
    bring: Bring, archive: Path, tmp_path: Path, name: str, text: str, said: str
) -> None:
    before = hashes(archive)
    ran = bring(sheet(tmp_path / name, text))
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert said in ran.err
    assert hashes(archive) == before


def test_a_file_that_is_not_there(bring: Bring, tmp_path: Path) -> None:
    ran = bring(tmp_path / "none.csv")
    assert (ran.code, ran.err) == (1, f"cq-tui: {tmp_path}/none.csv: there is no such file\n")


def test_an_event_that_is_not_there_names_those_that_are(
    run: Callable[..., Ran], archive: Path, tmp_path: Path
) -> None:
    ran = run("import", sheet(tmp_path / "a.csv", "Project\nA\n"), "--event", "fare", "--into", archive)
    assert (ran.code, ran.err) == (2, f"cq-tui: There is no event fare in {archive}: fair\n")


@pytest.mark.parametrize(
    ("text", "field", "answer"),
    [
        ("Project,Type,Amount (m)\nA,fund,12\n", "amount", 'currency = "EUR"'),
        ("Project,Type,Amount\nA,fund,¥12\n", "amount", 'currency = "CNY"'),
        ("Project,Type,Date\nA,fund,03/04/2025\n", "date", 'order = "mdy"'),
        ("Project;Type;Amount (EUR)\nA;fund;1.234\n", "amount", 'decimal = ","'),
        ("Project,Type,投资金额 (USD),合同金额 (USD)\nA,fund,1,2\n", "amount", 'column = "合同金额 (USD)"'),
        ("Place,Type\nHere,fund\n", "title", 'column = "Place"'),
        ("Project,Type\nA,greenfield\nB,brownfield\n", "instrument", 'codes = { "greenfield" = "investment"'),
    ],
)
def test_the_one_question_that_can_t_be_guessed(
    bring: Bring, archive: Path, tmp_path: Path, text: str, field: str, answer: str
) -> None:
    path = sheet(tmp_path / "ask.csv", text)
    ran = bring(path)
    saved = archive / "imports" / "fair-deals-ask" / "MAP.toml"
    assert ran.code == 1
    last = ran.err.splitlines()[-1]
    assert last.startswith(f"cq-tui: {field}: ")
    assert f"The answers to choose from stand in {saved}: keep one there and run the command again." in last
    assert "No field takes these columns" not in ran.err
    lines = saved.read_text("utf-8").splitlines()
    key = answer.partition(" ")[0]
    place = lines.index(f"[{field}]") + 1
    kept = [line for line in lines[place:] if not line.startswith(f"{key} = ")]
    saved.write_text("\n".join([*lines[:place], answer + (" }" if "{" in answer else ""), *kept]), "utf-8")
    assert bring(path).code == 0
    assert (archive / "data" / "fair-deals-ask" / "deals.csv").is_file()


@pytest.mark.parametrize(
    ("map_", "said"),
    [
        ('kind = "speakers"', "MAP.toml:1: kind: is speakers, but deals was asked for"),
        ('[titel]\ncolumn = "Project"', "MAP.toml:1: titel: is not a field of deals. Did you mean title?"),
        ('[title]\n\ncolumm = "Project"', "MAP.toml:3: title.columm: is not known here; there are: column"),
        ("[title]\ncolumn = 3", "MAP.toml:2: title.column: must be a column's name in quotes"),
        ('[amount]\nunit = "dozen"', 'MAP.toml:2: amount.unit: "dozen" is not one of '),
        ('[amount]\ncurrency = "money"', 'MAP.toml:2: amount.currency: "money" is not an ISO 4217 currency code'),
        ('[instrument]\ncodes = { Kauf = "buy" }', 'MAP.toml:2: instrument.codes: "buy" is not one of credit-line'),
        ('[parties]\nowner = "Investor"', "MAP.toml:2: parties.owner: is not known here; there are: lender"),
        ('[title]\ncolumn = "Projekt"', 'The list has no column "Projekt". Did you mean Project?'),
        ("[title", "MAP.toml:1: is not TOML"),
        ("header = true", "MAP.toml:1: header: must be a row's number"),
        ("sheet = 3", "MAP.toml:1: sheet: must be text in quotes"),
        ("title = 3", "MAP.toml:1: title: must be a table; write [title]"),
        ("key_0 = 3", "MAP.toml:1: key_0: is not a field of deals."),
        ("organisations = 3", "MAP.toml:1: organisations: must be a table; write [organisations]"),
        ('[organisations]\n"Aa GmbH" = 3', "MAP.toml:2: organisations.Aa GmbH: must be an id in quotes"),
        ("[title]\nzh = 3", "MAP.toml:2: title.zh: must be text in quotes"),
        ('[date]\ncolumn = "Date"\norder = "ymd"', 'MAP.toml:3: date.order: "ymd" is not one of dmy mdy'),
        ("[instrument]\ncodes = 3", 'instrument.codes: must be a table: { "word" = "code" }'),
        ('[parties]\ninvestor = { zh = "a" }', 'or a list of names, { zh = "…", en = "…" }'),
        ("[title]\ncolumn = []", "MAP.toml:2: title.column: must be a column's name in quotes"),
    ],
)
def test_a_mapping_s_mistakes_are_named_with_their_line(bring: Bring, tmp_path: Path, map_: str, said: str) -> None:
    given = sheet(tmp_path / "MAP.toml", map_)
    ran = bring(sheet(tmp_path / "a.csv", "Project,Type\nA,fund\n"), "--map", str(given))
    assert ran.code == 1
    assert said in ran.err.splitlines()[-1]


def test_cells_that_can_t_be_read_are_told_with_row_column_value_and_reason(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "cells.csv", """Project,Type,Amount (EUR),Date,Country
A,fund,"1,234.567,8",2025-01-01,Germany
B,fund,100-200,2025-02-30,Germany
C,found,5,2025-01-01,Germny
D,fund,0,2025-01-01,France
E,fund,5 USD EUR,2025-01-01,France
,fund,5,2025-01-01,France
F,fund,5,2025-01-01,France
"""), "--dry-run")  # fmt: skip
    assert ran.code == 0
    assert ran.out[ran.out.index("row 7") :].splitlines() == [
        "row 7: Project: is missing; every deal needs it",
        'row 2: Amount (EUR): "1,234.567,8" has separators that can\'t be told apart',
        'row 3: Amount (EUR): "100-200" is a range; one number is needed',
        'row 3: Date: "2025-02-30" is not a day of the calendar',
        'row 4: Type: "found" is not known here. Did you mean fund?',
        'row 4: Country: "Germny" is not known here. Did you mean Germany?',
        'row 6: Amount (EUR): "5 USD EUR" names two currencies: EUR, USD',
    ]
    assert "7 rows: 6 accepted (4 with remarks), 1 refused\n8 lines: 1 up to the header, 7 rows\n" in ran.err


def test_a_workbook_that_unpacks_to_too_much(bring: Bring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_UNPACKED", 1 << 20)
    path = tmp_path / "bomb.xlsx"
    openpyxl.Workbook().save(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/media/a.bin", b"\0" * (2 << 20))
    ran = bring(path)
    assert ran.code == 1
    assert "unpacks to 2 MB, more than the 1 MB that are read; save the sheet as .csv" in ran.err


def test_a_sheet_that_declares_entities(bring: Bring, tmp_path: Path) -> None:
    path = tmp_path / "entities.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("[Content_Types].xml", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cccc">]><a>&b;</a>')
    ran = bring(path)
    assert (ran.code, ran.err.count("\n")) == (1, 1)


def test_an_archive_without_write_permission(bring: Bring, archive: Path, tmp_path: Path) -> None:
    archive.chmod(0o500)
    path = sheet(tmp_path / "a.csv", "Project,Type\nA,fund\n")
    with rights.of_an_owner():
        ran = bring(path)
    archive.chmod(0o700)
    assert ran.code == 1
    assert "writing there is not permitted" in ran.err


def test_a_folder_that_is_a_file_is_in_the_way(bring: Bring, archive: Path, tmp_path: Path) -> None:
    (archive / "imports").write_text("in the way")
    before = hashes(archive)
    ran = bring(sheet(tmp_path / "a.csv", "Project,Type\nA,fund\n"))
    assert (ran.code, "can't be written" in ran.err) == (1, True)
    assert hashes(archive) == before


def test_hostile_cells_are_made_harmless(take: Take, tmp_path: Path) -> None:
    path = sheet(tmp_path / "hostile.csv", "Project,Type,Place\nA\x1b[31mB,fund,\u202eevil\n+cmd,fund,@SUM(A1)\n")
    found = take(path)
    assert [title.en for title in found.values("title")] == ["A\ufffd[31mB", "+cmd"]
    assert found.values("place")[0].en == "\ufffdevil"
