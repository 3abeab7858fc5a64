"""An archive in its own words, and a hostile one: fields of every type, own codes, an own kind, cells that bite."""

from datetime import time
from pathlib import Path
from typing import Any

import pytest
from cq_tui.kinds import kinds
from cq_tui.language import Label
from cq_tui.publishing.tables import tables
from cq_tui.schema.extension import OwnField
from cq_tui.schema.field import shown
from cq_tui.schema.own_kinds import OwnKind
from cq_tui.schema.schema import Schema
from cq_tui.schema.text import Text
from cq_tui.schema.types import (
    Amount,
    Count,
    Country,
    Currency,
    Day,
    Flag,
    Line,
    Number,
    Slug,
    Url,
    Year,
    code,
    code_list,
)
from cq_tui.store.open_archive import open_archive
from cq_tui.store.store import Store
from cq_tui.values.countries import COUNTRIES

from tests.unit.conftest import Run
from tests.unit.made import EVENT, write_archive
from tests.unit.publishing.made import dangling, faults, loaded, published, resource, rows

SECTORS = code_list({"steel": ("钢铁", "Steel"), "solar": ("光伏", "Solar", "pv")})
HALLS = code_list({"n1": ("北一馆", "North 1"), "n2": ("北二馆", "North 2")})
TYPES: dict[str, tuple[Any, str]] = {
    "motto": (Text, '{ zh = "前进", en = "Onward" }'),
    "number": (Line, '"A=1; B:2"'),
    "hall": (code(HALLS), '"n2"'),
    "home": (Country, '"DE"'),
    "site": (Url, '"https://example.org/a?b=c"'),
    "staff": (Count, "12"),
    "growth": (Number, "-1.5"),
    "founded": (Year, "1999"),
    "came": (Day, "2025-11-19"),
    "opens": (time, "09:30:00"),
    "new": (Flag, "false"),
}
"""A field of every type, and a value as a data file has it. All of it is made up."""


def own_schema() -> Schema:
    def mark(name: str, type_: Any, **more: Any) -> Any:
        return shown(f"字段{name}", f"Field {name}", codes=COUNTRIES if type_ is Country else None, **more)

    link = {"to": "organisations", "back": ("参展", "Exhibits")}
    single = [OwnField(name, type_, mark(name, type_)) for name, (type_, _value) in TYPES.items()]
    lists = [
        OwnField(f"{name}s", tuple[type_, ...], mark(f"{name}s", type_)) for name, (type_, _value) in TYPES.items()
    ]
    exhibitors = OwnKind("exhibitors", Label("参展商", "Exhibitors"), fields=(
        *single, *lists,
        OwnField("fee", Amount, shown("费用", "Fee", currency="paid_in")),
        OwnField("paid_in", Currency, shown("币种", "Paid in")),
        OwnField("agent", Slug, shown("代理", "Agent", **link)),
        OwnField("agents", tuple[Slug, ...], shown("各代理", "Agents", **link)),
        OwnField("position", tuple[Line, ...], shown("位置", "Places")),
    ))  # fmt: skip
    grants = OwnKind("deal_parties", Label("补助", "Grants"))
    places = OwnKind("position", Label("点位", "Places"))
    schema = kinds().with_kinds(exhibitors, grants, places)
    return schema.extended("deals", OwnField("rate", Number, shown("利率", "Rate", unit="%"))).recoded(
        {"category": SECTORS}
    )


ORGANISATIONS = "".join(f'[[organisations]]\nid = "{one}"\nname = {{ en = "{one}" }}\n' for one in ("aa", "bb"))
EXHIBITOR = (
    '[[exhibitors]]\nid = "one"\nname = { en = "One" }\nfee = 2500\npaid_in = "EUR"\n'
    'agent = "bb"\nagents = ["bb", "aa"]\nposition = ["left"]\n'
    + "".join(f"{name} = {value}\n{name}s = [{value}, {value}]\n" for name, (_type, value) in TYPES.items())
    + '[[exhibitors]]\nid = "bare"\nname = { zh = "空" }\n'
)
DEAL = (
    '[[deals]]\nid = "mill"\ntitle = { en = "Mill" }\nevent = "fair"\ncategory = "steel"\nrate = 3.25\n'
    'parties = [{ org = "aa", role = "buyer" }]\n'
)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Store:
    places = '[[position]]\nid = "p"\nname = { en = "P" }\ncites = []\n'
    files = {
        "events": EVENT,
        "organisations": ORGANISATIONS,
        "exhibitors": EXHIBITOR,
        "deals": DEAL,
        "position": places,
    }
    opened = open_archive(write_archive(tmp_path_factory.mktemp("own"), **files), schema=own_schema())
    assert [str(one) for one in opened.problems] == []
    return opened.store


@pytest.fixture(scope="module")
def folder(own: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(tmp_path_factory.mktemp("package") / "out", own)


def test_own_fields_codes_and_kinds_are_as_good_as_shipped_ones(folder: Path) -> None:
    assert faults(folder) == dangling(folder) == []
    fields = {one["name"]: one for one in resource(folder, "exhibitors")["schema"]["fields"]}
    assert fields["hall"]["categories"][1] == {"value": "n2", "label": "North 2", "description": "北二馆"}
    assert fields["fee"]["currencyField"] == "paid_in"
    assert resource(folder, "exhibitors")["sums"] == {"amount": "fee", "apart": ["paid_in"], "leaveOut": []}
    deals = {one["name"]: one for one in resource(folder, "deals")["schema"]["fields"]}
    assert deals["rate"]["unit"] == "%"
    assert [one["value"] for one in deals["category"]["categories"]] == ["steel", "solar"]


def test_values_of_every_type_arrive_typed(folder: Path) -> None:
    engine = loaded(folder)
    asked = "SELECT hall, staff, growth, founded, came::VARCHAR, opens::VARCHAR, new, fee, agent FROM exhibitors"
    bare, one = engine.execute(f"{asked} ORDER BY id").fetchall()
    assert set(bare) == {None}
    assert [str(value) for value in one] == [
        "n2", "12", "-1.5000", "1999", "2025-11-19", "09:30:00", "False", "2500.0000", "bb",
    ]  # fmt: skip


@pytest.mark.parametrize("name", sorted(TYPES))
def test_lists_of_every_type_have_a_row_an_entry(folder: Path, name: str) -> None:
    found = rows(folder, f"exhibitors_{name}s")
    assert [(row["exhibitors"], row["position"]) for row in found] == [("one", "1"), ("one", "2")]
    cells = list(found[0].values())[2:]
    single = next(row for row in rows(folder, "exhibitors") if row["id"] == "one")
    assert cells == [cell for column, cell in single.items() if column in (name, f"{name}_zh", f"{name}_en")]


def test_links_of_an_own_kind_bring_what_they_lead_to(own: Store, tmp_path: Path) -> None:
    folder = published(tmp_path / "out", own, "one", "exhibitors")
    assert [row["id"] for row in rows(folder, "organisations")] == ["aa", "bb"]
    assert [tuple(row.values()) for row in rows(folder, "exhibitors_agents")] == [
        ("one", "1", "bb"),
        ("one", "2", "aa"),
    ]
    assert rows(folder, "deals") == []


def test_names_that_are_taken_get_others(own: Store, folder: Path) -> None:
    found = {table.name: table.header for table in tables(own.schema)}
    assert found["deal_parties"][:1] == ["id"], "an own kind is called so"
    assert found["deal_parties_"] == ["deal", "position", "org", "role"]
    assert found["exhibitors_position"] == ["exhibitors", "position", "position_"]
    assert found["position_cites"] == ["position_", "position", "cites"]
    assert len(found) == len(tables(own.schema))
    assert [row["position_"] for row in rows(folder, "exhibitors_position")] == ["left"]


HOSTILE = (
    '[[deals]]\nid = "evil"\nevent = "fair"\ntitle = { en = "=HYPERLINK(\\"x\\")", zh = "@SUM(1)" }\n'
    'amount_text = "+1, \\"two\\"\\nlines | <b>"\nnote = { en = "a;=1+1", zh = "\'=1" }\n'
    'sector = { en = "-1" }\nplace = { en = "Plain" }\n'
)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    event = '[[events]]\nid = "fair"\nname = { en = "Fair <script> | [x](y) `a`" }\n'
    return write_archive(tmp_path / "hostile", events=event, deals=HOSTILE)


def test_what_a_spreadsheet_would_run_is_defused_unless_raw_is_asked_for(
    hostile: Path, tmp_path: Path, run: Run
) -> None:
    assert run("publish", tmp_path / "safe", "--archive", hostile).code == 0
    ran = run("publish", tmp_path / "raw", "--archive", hostile, "--raw")
    assert "Cells were left raw" in ran.err
    (safe,), (raw,) = rows(tmp_path / "safe", "deals"), rows(tmp_path / "raw", "deals")
    assert (safe["title_en"], raw["title_en"]) == ('\'=HYPERLINK("x")', '=HYPERLINK("x")')
    assert (safe["title_zh"], raw["title_zh"]) == ("'@SUM(1)", "@SUM(1)")
    assert (safe["note_en"], raw["note_en"]) == ("a;'=1+1", "a;=1+1")
    assert (safe["note_zh"], raw["note_zh"]) == ("''=1", "'=1")
    assert safe["amount_text"] == '\'+1, "two"\nlines | <b>'
    assert faults(tmp_path / "safe") == faults(tmp_path / "raw") == []
    assert "leading" not in (tmp_path / "safe" / "README.md").read_text("utf-8")
    assert "has a `'` before it" in (tmp_path / "safe" / "README.md").read_text("utf-8")
    assert "may run as a formula" in (tmp_path / "raw" / "README.md").read_text("utf-8")


def test_its_tables_can_be_the_data_of_an_archive(hostile: Path, tmp_path: Path, run: Run) -> None:
    """Nothing is lost: what the program reads back from a package is what it wrote."""
    assert run("publish", tmp_path / "out", "--archive", hostile).code == 0
    for kind in ("events", "deals"):
        path = tmp_path / "again" / "data" / f"{kind}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((tmp_path / "out" / f"{kind}.csv").read_bytes())
    assert run("export", "deals", "--format", "json", "--archive", tmp_path / "again").out == (
        run("export", "deals", "--format", "json", "--archive", hostile).out
    )


def test_the_readme_holds_no_markup_of_the_data(hostile: Path, tmp_path: Path, run: Run) -> None:
    assert run("publish", tmp_path / "out", "--archive", hostile).code == 0
    text = (tmp_path / "out" / "README.md").read_text("utf-8")
    assert text.startswith(r"# Fair \<script\> \| \[x\](y) \`a\`")


def test_what_was_typed_steers_no_terminal_that_shows_the_files(hostile: Path, tmp_path: Path, run: Run) -> None:
    assert run("publish", tmp_path / "out", "--archive", hostile, "--filter", "\x1b[31m\x9b1m").code == 0
    for name in ("README.md", "datapackage.json"):
        text = (tmp_path / "out" / name).read_text("utf-8")
        assert "31m" in text
        assert not set(text) & {"\x1b", "\x9b"}
        assert "\\u001b" not in text
