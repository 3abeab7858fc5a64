"""Answers on the command line: --set says what a MAP.toml would, is checked as one, and is saved as one."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import hashes, rows_of, sheet

Bring = Callable[..., Ran]
LIST = "Project,Type,Amount,Signed,Land,Helper\nMill,fund,12,03/04/2025,Mars,Aa\nMine,fund,3,04/05/2025,Germany,Bb\n"


def test_every_question_can_be_answered(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", LIST)
    asked = bring(path)
    assert asked.code == 1
    assert "Or answer it on the command line: --set date.order=dmy" in asked.err.splitlines()[-1]
    assert bring(path).code == 1, "what was not answered is asked again"
    ran = bring(
        path, "--set", "amount.currency=EUR", "--set", "amount.unit=million", "--set", "date.order=dmy",
        "--set", "countries.column=Land", "--set", "countries.codes.Mars=IT", "--set", "parties.partner=Helper",
    )  # fmt: skip
    assert ran.code == 0, ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [(row["amount"], row["currency"], row["date"], row["countries"], row["parties"]) for row in rows] == [
        ("12000000", "EUR", "2025-04-03", "IT", "aa:partner"),
        ("3000000", "EUR", "2025-05-04", "DE", "bb:partner"),
    ]
    saved = tomllib.loads((archive / "imports/fair-deals-list/MAP.toml").read_text("utf-8"))
    assert saved["amount"] == {"column": "Amount", "unit": "million", "currency": "EUR"}
    before = hashes(archive)
    assert (bring(path).code, hashes(archive)) == (0, before)


def test_what_becomes_of_a_column(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Project,Type,Note,Secret,A=B,Wing\nMill,fund,n,s,x,1\nMine,fund,m,t,y,2\n")
    ran = bring(path, "--set", "Secret=skip", "--set", "A=B=passage", "--set", "Wing=string", "--set", "Note=passage")
    assert ran.code == 0, ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [(row["wing"], row["note_en"]) for row in rows] == [("1", ""), ("2", "")]
    words = rows_of(archive / "data/fair-deals-list/passages.csv")[0]["words_en"]
    assert words == "Project: Mill; Type: fund; Note: n; A=B: x; Wing: 1"


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("amount.unit=dozen", '--set amount.unit=dozen: "dozen" is not one of '),
        ("amuont.unit=m", "--set amuont.unit=m: is not a field of deals. Did you mean amount?"),
        ("amount.column=Amuont", '--set amount.column=Amuont: The list has no column "Amuont". Did you mean Amount?'),
        ("Land=nowhere", '--set Land=nowhere: "Land" becomes one of these: string text code'),
        ("Land", "--set Land: write FIELD.KEY=VALUE, such as amount.unit=million"),
        ("share.unit=m", "--set share.unit=m: No column gives share; say which first."),
        ("instrument.codes.fund=thing", '--set instrument.codes.fund=thing: "thing" is not one of '),
    ],
)
def test_what_can_t_be_is_one_line(bring: Bring, archive: Path, tmp_path: Path, setting: str, said: str) -> None:
    before = hashes(archive)
    ran = bring(sheet(tmp_path / "list.csv", LIST), "--set", setting)
    assert (ran.code, hashes(archive)) == (1, before)
    assert said in ran.err.splitlines()[-1]


def test_a_column_asked_about_can_be_something_else(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Project,Type,Size\nMill,fund,500\nMine,fund,600\n")
    assert bring(path).code == 1
    ran = bring(path, "--set", "Size=count")
    assert ran.code == 0, ran.err
    assert [row["size_2"] for row in rows_of(archive / "data/fair-deals-list/deals.csv")] == ["500", "600"]
    two = sheet(tmp_path / "two.csv", "Project,Type,Investment amount (USD),Project cost (USD)\nMill,fund,5,7\n")
    assert bring(two).code == 1
    ran = bring(two, "--set", "Investment amount (USD)=passage", "--set", "Project cost (USD)=passage")
    assert ran.code == 0, ran.err
    assert rows_of(archive / "data/fair-deals-two/deals.csv")[0]["amount"] == ""


def test_a_table_of_a_map_without_a_column_is_one_line(bring: Bring, archive: Path, tmp_path: Path) -> None:
    given = sheet(tmp_path / "MAP.toml", '[title]\ncolumn = "Project"\n[amount]\ncurrency = "USD"\n')
    ran = bring(sheet(tmp_path / "list.csv", LIST), "--map", str(given))
    assert ran.code == 1
    assert ran.err.splitlines()[-1] == f"cq-tui: {given}: [amount] names no column of the list for Amount"
    assert not (archive / "data/fair-deals-list").exists()


def test_the_one_that_was_not_answered_is_asked_again(bring: Bring, archive: Path, tmp_path: Path) -> None:
    text = "Project,Type,Date,Investment amount (USD),Project cost (USD)\nMill,fund,03/04/2025,5,7\n"
    path = sheet(tmp_path / "list.csv", text)
    assert bring(path).code == 1
    saved = archive / "imports/fair-deals-list/MAP.toml"
    saved.write_text(saved.read_text("utf-8").replace('# order = "dmy"', 'order = "dmy"'), "utf-8")
    ran = bring(path)
    assert ran.code == 1
    assert "? amount: More than one column could be Amount" in ran.err
    assert "? date" not in ran.err


def test_a_saved_map_that_was_not_answered_is_asked_about_in_the_other_language_too(
    run: Run, archive: Path, tmp_path: Path
) -> None:
    path = sheet(tmp_path / "list.csv", "Project,Type\nMill,greenfield\n")
    for lang in ("en", "zh"):
        ran = run("--lang", lang, "import", path, "--event", "fair", "--into", archive)
        assert (ran.code, "--set instrument.codes.greenfield=..." in ran.err) == (1, True), ran.err


_TWO_PARTNERS = (
    "Title,Grant Amount,Start Date,Funder,Research Organization - original,Research Organization - standardized\n"
    "Spore maps,USD 50000,2015-07-01,Alvora Fund,Brindle Hospital Trust,Brindle Hospital\n"
    "Cell tides,USD 60000,2015-08-01,Alvora Fund,Corvane Institute for Cells,Corvane Institute\n"
    "Leaf clocks,USD 70000,2016-07-01,Alvora Fund,Dalmer University School,Dalmer University\n"
    "Quiet nerves,USD 80000,2016-09-01,Alvora Fund,Estrel College,Estrel College\n"
)
_STANDARDIZED = "Research Organization - standardized"


def _parties(archive: Path) -> list[str]:
    return [row["parties"] for row in rows_of(archive / "data/fair-deals-list/deals.csv")]


@pytest.mark.parametrize("becomes", ["string", "skip", "passage"])
def test_a_column_that_leaves_a_field_takes_no_other_with_it(
    bring: Bring, archive: Path, tmp_path: Path, becomes: str
) -> None:
    path = sheet(tmp_path / "list.csv", _TWO_PARTNERS)
    ran = bring(path, "--set", f"{_STANDARDIZED}={becomes}", "--set", "rows.same=count")
    assert ran.code == 0, ran.err
    assert all("alvora-fund:funder" in one and one.count(":") == 2 for one in _parties(archive)), _parties(archive)


def test_answers_of_parties_hold_whatever_becomes_of_a_column(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _TWO_PARTNERS)
    ran = bring(
        path, "--set", "parties.recipient=Research Organization - original", "--set", "parties.funder=Funder",
        "--set", f"{_STANDARDIZED}=string",
    )  # fmt: skip
    assert ran.code == 0, ran.err
    assert sorted(_parties(archive)[0].split("; ")) == ["alvora-fund:funder", "brindle-hospital-trust:recipient"]


@pytest.mark.parametrize(
    ("said", "aliases"),
    [
        (("name.column=Aliases",), ["", ""]),
        (("name.column=Aliases", 'aliases.column=["Aliases", "Label"]'), ["Al", "Bri"]),
        (("name.column=Label",), ["Alvora", "Brindle"]),
    ],
)
def test_a_column_that_is_the_name_is_no_alias(
    bring: Bring, archive: Path, tmp_path: Path, said: tuple[str, ...], aliases: list[str]
) -> None:
    path = sheet(tmp_path / "firms.csv", "number,Aliases,Label\n0001,Alvora,Al\n0002,Brindle,Bri\n")
    ran = bring(path, "--kind", "organisations", *(f"--set={one}" for one in said))
    assert ran.code == 0, ran.err
    rows = rows_of(next(archive.glob("data/*firms*/organisations.csv")))
    assert [row.get("aliases", "") for row in rows] == aliases
