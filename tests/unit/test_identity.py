"""Identifiers, a website and several parents of organisations, through every outlet. All organisations are made up."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from cq_tui.cli import main
from cq_tui.kinds import kinds
from cq_tui.kinds.organisations import Organisation
from cq_tui.query.parse import parse
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.facets import facet_values
from cq_tui.store.selection.name_search import search_names
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.unit.made import EVENT, problems, write_archive

WORKS = """[[organisations]]
id = "works"
name = { zh = "某厂", en = "Works" }
website = "https://works.example/"
identifiers = [
  { scheme = "CN-USCC", id = "91 500000 MADE0000 0w" },
  { scheme = "FR-SIREN", id = "100 000 009" },
  { scheme = "OTHER", id = "7" },
]
"""
BANK = """[[organisations]]
id = "bank"
name = { en = "Bank" }
[[organisations.identifiers]]
scheme = "XI-LEI"
id = "00EXAMPLE00000000062"
[[organisations.identifiers]]
scheme = "OTHER"
id = "7"
"""
DEAL = """[[deals]]
id = "mill"
title = { en = "Mill" }
event = "fair"
parties = [{ org = "works", role = "investor" }]
"""
CSV = """id,name_en,identifiers
one,One,CN-USCC:91 500000 MADE0000 0w; XI-LEI:00example00000000062
two,Two,CN-USCC:91500000MADE00000X
three,Three,CN-USCC:91500000MADE00000W
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_archive(tmp_path, events=EVENT, organisations=WORKS + BANK, deals=DEAL)


@pytest.fixture
def store(root: Path) -> Store:
    opened = open_archive(root)
    assert opened.problems == []
    return opened.store


def found(store: Store, kind: str, text: str) -> list[str]:
    query = parse(text, kinds()[kind])
    assert query.faults == ()
    return [one.id for one in Selection(store, query)]


@pytest.mark.parametrize(
    "text",
    [
        "identifier:91500000", 'identifier:"91 500000 MADE0000 0W"', "identifier=91500000made00000w",
        "标识号:100000009",        'identifier="100 000 009"',
        "identifier:USCC", "identifier=统一社会信用代码", "identifier:CN-USCC:9150",
        "website:works.example", "has:website", "91500000MADE00000W", "made00000w", "500000made", '"100 000 009"',
    ],
)  # fmt: skip
def test_an_organisation_is_found_by_its_identifiers(store: Store, text: str) -> None:
    assert found(store, "organisations", text) == ["works"]


@pytest.mark.parametrize("text", ["91500000MADE00000W", "party:91500000MADE", "100000009", "works 100000009"])
def test_so_are_its_deals(store: Store, text: str) -> None:
    assert found(store, "deals", text) == ["mill"]


@pytest.mark.parametrize("text", ["500", "lei", "915000000", "identifier=91500000"])
def test_a_short_piece_or_a_scheme_finds_nothing_by_itself(store: Store, text: str) -> None:
    assert found(store, "organisations", text) == []


def test_a_short_identifier_is_found_as_a_whole(store: Store) -> None:
    assert found(store, "organisations", "7") == ["works", "bank"]


def test_the_palette_finds_it(store: Store) -> None:
    assert search_names(store, ["91500000MADE00000W"], Cancellation()) == [("organisations", "works")]


def test_facets_count_schemes_and_their_terms_select(store: Store) -> None:
    kind = kinds()["organisations"]
    values = facet_values(Selection(store, parse("", kind)), kind.by_name["identifiers"]).values
    told = [(one.words, one.count, found(store, "organisations", one.term)) for one in values]
    assert told == [
        ("Other identifier", 2, ["works", "bank"]),
        ("Unified social credit code", 1, ["works"]),
        ("France: SIREN", 1, ["works"]),
        ("LEI", 1, ["bank"]),
    ]


def test_a_record_shows_them_below_each_other(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "zh", "show", "organisations", "works", "--archive", str(root)]) == 0
    assert "标识号: 统一社会信用代码：91500000MADE00000W\n  法国企业识别号：100 000 009\n" in capsys.readouterr().out


@pytest.mark.parametrize("ending", ["toml", "csv", "parquet"])
def test_an_export_is_read_back(root: Path, tmp_path: Path, ending: str) -> None:
    again = write_archive(tmp_path / "again", events=EVENT)
    target = again / "data" / f"organisations.{ending}"
    given = ["export", "organisations", "--archive", str(root), "--output", str(target)]
    assert main(given) == 0
    before, after = open_archive(root), open_archive(again)
    assert after.problems == []
    assert after.store.records("organisations") == before.store.records("organisations")


def test_json_and_csv_hold_the_one_spelling(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "organisations", "--format", "json", "--archive", str(root)]) == 0
    works = json.loads(capsys.readouterr().out)["organisations"][0]
    assert works["identifiers"][0] == {"scheme": "CN-USCC", "id": "91500000MADE00000W"}
    columns = ["--columns", "identifiers,website"]
    assert main(["export", "organisations", *columns, "--archive", str(root)]) == 0
    assert capsys.readouterr().out.splitlines()[1] == (
        "CN-USCC:91500000MADE00000W; FR-SIREN:100000009; OTHER:7,https://works.example/"
    )


def test_a_wrong_check_digit_is_told_with_its_line(tmp_path: Path) -> None:
    wrong = WORKS.replace("0w", "0x") + BANK.replace("062", "063")
    assert problems(tmp_path, organisations=wrong) == [
        'data/organisations.toml:5: identifiers.0.id: "91 500000 MADE0000 0x" has a wrong check digit for: '
        "Unified social credit code; one of its characters is not what the source has",
        'data/organisations.toml:15: identifiers.0.id: "00EXAMPLE00000000063" has a wrong check digit for: '
        "LEI; one of its characters is not what the source has",
    ]


def test_an_unknown_scheme_is_told_with_a_near_one(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, organisations=BANK.replace("XI-LEI", "XI-LIE"))
    assert problem.startswith(
        'data/organisations.toml:5: identifiers.0.scheme: "XI-LIE" is not one of CN-USCC, XI-LEI,'
    )
    assert problem.endswith("and others. Did you mean XI-LEI?")


def test_table_files_are_judged_and_compared(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "organisations.csv").write_text(CSV, "utf-8")
    assert problems(tmp_path) == [
        'data/organisations.csv:3: identifiers.0.id: "91500000MADE00000X" has a wrong check digit for: '
        "Unified social credit code; one of its characters is not what the source has",
        "data/organisations.csv:4: identifiers.0: Unified social credit code: 91500000MADE00000W: both Three and One "
        "at data/organisations.csv:2 have it; an identifier belongs to one record",
    ]


def test_files_of_several_sorts_are_compared(tmp_path: Path) -> None:
    (tmp_path / "data" / "list").mkdir(parents=True)
    (tmp_path / "data" / "list" / "organisations.csv").write_text("".join(CSV.splitlines(keepends=True)[:2]), "utf-8")
    later = BANK.replace('"bank"', '"other"').replace("Bank", "Other")
    found_ = problems(tmp_path, organisations=WORKS + BANK + later)
    shared = "have it; an identifier belongs to one record"
    assert found_ == [
        "data/list/organisations.csv:2: identifiers.0: Unified social credit code: 91500000MADE00000W: both One and "
        f"Works at data/organisations.toml:2 {shared}",
        "data/list/organisations.csv:2: identifiers.1: LEI: 00EXAMPLE00000000062: both One and Bank at "
        f"data/organisations.toml:11 {shared}",
        "data/organisations.toml:22: identifiers.0: LEI: 00EXAMPLE00000000062: both Other and Bank at "
        f"data/organisations.toml:11 {shared}",
    ]


def test_the_same_one_twice_in_a_record_is_no_clash(tmp_path: Path) -> None:
    twice = '{ scheme = "OTHER", id = "7" },\n  { scheme = "CN-USCC", id = "91500000MADE00000W" },'
    assert problems(tmp_path, organisations=WORKS.replace('{ scheme = "OTHER", id = "7" },', twice)) == []


def test_a_template_has_a_valid_example(tmp_path: Path) -> None:
    example = kinds()["organisations"].by_name["identifiers"].type.example
    assert (
        problems(
            tmp_path, organisations=f'[[organisations]]\nid = "a"\nname = {{ en = "A" }}\nidentifiers = {example}\n'
        )
        == []
    )


def test_nobody_loads_the_check_digits_without_an_identifier() -> None:
    loaded = (
        "import sys\nfrom cq_tui.cli import main\nmain(['check'])\nmain(['list', 'deals', '--filter', '12345678'])\n"
        "print(sorted(name for name in sys.modules if name.split('.')[0] == 'stdnum'), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"


def test_the_browser_reads_identifiers_without_encryption(root: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom cq_tui.terminal.environment import prepare\nprepare('auto')\n"
        "from cq_tui.store.open_archive import open_archive\n"
        f"print(open_archive(Path({str(root)!r})).problems, sys.modules['ssl'], 'stdnum.lei' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[] None True\n"


def test_parts_of_an_identifier_are_typed() -> None:
    made = Organisation.model_validate(
        {"id": "a", "name": {"en": "A"}, "identifiers": [{"scheme": "XI-LEI", "id": "00example00000000062"}]}
    )
    assert [(str(one.scheme), one.id) for one in made.identifiers] == [("XI-LEI", "00EXAMPLE00000000062")]


JOINT = """[[organisations]]
id = "joint"
name = { en = "Joint" }
parent = "works"
further_parents = ["bank"]
further_parents_basis = "inferred"
"""


def test_an_organisation_has_several_parents(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_archive(tmp_path, events=EVENT, organisations=WORKS + BANK + JOINT)
    assert main(["--lang", "en", "show", "organisations", "joint", "--archive", str(root)]) == 0
    told = capsys.readouterr().out
    assert "Parent: Works  [organisations works]\nFurther parents: Bank (inferred)  [organisations bank]\n" in told
    assert main(["--lang", "en", "show", "organisations", "bank", "--archive", str(root)]) == 0
    assert "Parent of  1 record\n  Joint  [organisations joint]\n" in capsys.readouterr().out
    assert found(open_archive(root).store, "organisations", "further_parents:bank") == ["joint"]
    store = open_archive(root).store
    assert found(store, "organisations", "parent:bank") == found(store, "organisations", "parent:works") == ["joint"]
    assert found(store, "organisations", "-has:parent") == ["works", "bank"]
    organisations = store.kind("organisations")
    facets = facet_values(Selection(store, parse("", organisations)), organisations.by_name["parent"]).values
    assert [(one.words, one.count) for one in facets] == [("Bank", 1), ("Works", 1), ("not stated", 2)]


def test_a_further_parent_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert problems(tmp_path, organisations=WORKS + JOINT) == [
        "data/organisations.toml:14: further_parents.0: there is no bank in organisations."
    ]


def test_followthemoney_gets_each_number_in_its_own_property(root: Path, tmp_path: Path) -> None:
    target = tmp_path / "entities"
    assert main(["publish", str(target), "--format", "ftm", "--archive", str(root)]) == 0
    lines = (target / "entities.ftm.json").read_text("utf-8").splitlines()
    named = {one["properties"].get("name", [""])[-1]: one["properties"] for one in map(json.loads, lines)}
    assert named["Works"]["uscCode"] == ["91500000MADE00000W"]
    assert named["Works"]["registrationNumber"] == ["100000009", "7"]
    assert named["Works"]["website"] == ["https://works.example/"]
    assert named["Bank"]["leiCode"] == ["00EXAMPLE00000000062"]
