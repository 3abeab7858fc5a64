"""Adding declarations to an archive's ``data/schema.toml``: what stands there stays, what clashes is named."""

from pathlib import Path

import pytest
from cq_tui.archive.declarations.codes import CodeDeclaration, InWords
from cq_tui.archive.declarations.file import Declarations
from cq_tui.archive.declarations.model import FieldDeclaration, KindDeclaration
from cq_tui.archive.declare import SCHEMA_PATH, declared_with, schema_with
from cq_tui.archive.problem import SchemaError
from cq_tui.archive.schema import schema_of
from cq_tui.importing import importer, writing
from cq_tui.importing.progress import unwatched
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.kinds import kinds
from cq_tui.query.parse import parse
from cq_tui.store.codes_in_use import codes_in_use
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.selection import Selection

from tests.unit.made import DEAL, EVENT, write_archive

SOLAR = CodeDeclaration(zh="光伏", en="Solar", aliases=("pv",))
DISTRICT = FieldDeclaration(label=InWords(zh="区县"), type="string", aliases=("所在 区县",))
ADDED = Declarations(codes={"category": {"solar": SOLAR}}, fields={"deals": {"district": DISTRICT}})


def test_a_new_file_holds_what_is_declared(tmp_path: Path) -> None:
    text = declared_with(tmp_path, ADDED).decode()
    assert text.splitlines()[2:] == [
        "[codes.category]",
        'solar = { zh = "光伏", en = "Solar", aliases = ["pv"] }',
        "",
        "[fields.deals.district]",
        'label = { zh = "区县" }',
        'type = "string"',
        'aliases = ["所在 区县"]',
    ]
    deals = schema_with(tmp_path, text.encode())["deals"]
    assert list(deals.by_name["category"].codes or ()) == ["solar"]
    assert str(deals.by_name["district"].label) == "区县"
    assert not (tmp_path / SCHEMA_PATH).exists()


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_what_stands_there_stays_as_it_is_written(tmp_path: Path, ends: str) -> None:
    before = ends.join(["# ours", "[codes.category]", 'steel = "Steel" # first', "[fields.events]"]).encode()
    write_archive(tmp_path, schema=before)
    after = declared_with(tmp_path, ADDED)
    assert after.startswith(before)
    assert after.count(b"\r\n") == (after.count(b"\n") if ends == "\r\n" else 0)
    assert list(schema_with(tmp_path, after)["deals"].by_name["category"].codes or ()) == ["steel", "solar"]


def test_inline_tables_are_written_anew(tmp_path: Path) -> None:
    write_archive(tmp_path, schema='codes = { category = { steel = "Steel" } }\n')
    codes = schema_with(tmp_path, declared_with(tmp_path, ADDED))["deals"].by_name["category"].codes
    assert list(codes or ()) == ["steel", "solar"]


def test_what_is_declared_already_changes_nothing(tmp_path: Path) -> None:
    write_archive(tmp_path, events=EVENT, schema=declared_with(tmp_path, ADDED))
    before = (tmp_path / SCHEMA_PATH).read_bytes()
    other_words = Declarations(codes={"category": {"solar": CodeDeclaration(en="Sun")}}, fields=ADDED.fields)
    assert declared_with(tmp_path, ADDED) == declared_with(tmp_path, other_words) == before
    assert schema_with(tmp_path, before) is not kinds()
    assert [one.name for one in schema_with(tmp_path, b"").values()] == list(kinds())


def test_a_field_that_is_declared_otherwise_is_named(tmp_path: Path) -> None:
    write_archive(tmp_path, events=EVENT, schema=declared_with(tmp_path, ADDED))
    number = Declarations(fields={"deals": {"district": FieldDeclaration(label=InWords(en="D"), type="number")}})
    with pytest.raises(SchemaError, match=r"^data/schema\.toml:6: fields\.deals\.district: is declared otherwise"):
        declared_with(tmp_path, number)


def test_what_can_t_be_is_not_written(tmp_path: Path) -> None:
    taken = Declarations(fields={"deals": {"amount": FieldDeclaration(label=InWords(en="A"), type="text")}})
    with pytest.raises(SchemaError, match=r"amount: is a field of deals already"):
        declared_with(tmp_path, taken)


def test_a_kind_is_declared_with_its_fields(tmp_path: Path) -> None:
    booths = Declarations(
        kinds={"booths": KindDeclaration(label=InWords(zh="展位", en="Booths"))},
        fields={"booths": {"size": FieldDeclaration(label=InWords(en="Size"), type="number", unit="m²")}},
    )
    write_archive(tmp_path, events=EVENT, schema=declared_with(tmp_path, booths))
    assert [one.name for one in schema_of(tmp_path)["booths"].fields] == ["id", "name", "size", "note", "cites"]


def test_codes_of_an_undeclared_list_that_records_have_are_found(tmp_path: Path) -> None:
    totals = '[[events.totals]]\ncategory = "solar"\ncount = 1\n'
    write_archive(tmp_path, events=EVENT + totals, deals=DEAL + 'category = "steel"\n')
    assert codes_in_use(open_archive(tmp_path).store, "category") == ["solar", "steel"]
    write_archive(tmp_path, schema='[codes.category]\nsteel = "Steel"\nsolar = "Solar"\n')
    assert codes_in_use(open_archive(tmp_path).store, "category") == []


def test_an_import_declares_the_categories_of_an_archive_that_has_none(tmp_path: Path) -> None:
    """The words of the list become codes, beside those that records have already."""
    root = write_archive(tmp_path / "fair", events=EVENT, deals=DEAL + 'category = "finance"\n')
    rows = ("项目名称,类别", "甲项目,钢铁", "乙项目,光伏", "丙项目,钢铁")
    (tmp_path / "list.csv").write_text("\n".join(rows) + "\n", "utf-8")
    store = open_archive(root).store
    prepared = prepare(store, tmp_path / "list.csv", store.schema["deals"], "fair", None)
    with importer.converting(prepared, unwatched) as converted:
        writing.write(converted)
    opened = open_archive(root)
    assert [str(problem) for problem in opened.problems] == []
    codes = opened.store.kind("deals").by_name["category"].codes or {}
    assert {code: str(words.label) for code, words in codes.items()} == {
        "finance": "finance",
        "gang-tie": "钢铁",
        "guang-fu": "光伏",
    }
    found = Selection(opened.store, parse("类别:钢铁", opened.store.kind("deals")))
    assert sorted(str(getattr(one, "title", "")) for one in found) == ["丙项目", "甲项目"]
