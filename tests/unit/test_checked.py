"""The shipped archive as it was checked when the program was made: the same records, or none of them."""

import json
from pathlib import Path

import pytest
from cq_tui.archive import checked
from cq_tui.archive.check import problems_of
from cq_tui.archive.checked import FILE, CheckedFiles
from cq_tui.archive.declarations.schema import lists_alone, schema_of_texts
from cq_tui.archive.read import Archive, read, shipped
from cq_tui.kinds import kinds as kinds_of_the_program
from cq_tui.schema.schema import Schema
from cq_tui.values.codes import Words

from tests.shipped import SCHEMA, kinds


def told(archive: Archive) -> dict[str, list[tuple[str, str]]]:
    """Every record with where it stands; ``repr`` tells apart what is equal, as 1 and true."""
    return {kind: [(one.location, repr(one.record)) for one in found] for kind, found in archive.entries.items()}


def codes(schema: Schema) -> list[tuple[str, str, dict[str, Words]]]:
    """Every field with its codes."""
    return [(kind.name, one.name, dict(one.codes or {})) for kind in schema.values() for one in kind.fields]


def test_the_records_are_those_of_the_files() -> None:
    as_checked, anew = read(shipped()), read(shipped(), anew=True)
    assert told(as_checked) == told(anew)
    assert [*as_checked.entries] == [*anew.entries]
    assert {kind: as_checked.records(kind) for kind in kinds()} == {kind: anew.records(kind) for kind in kinds()}
    assert problems_of(as_checked, {}) == problems_of(anew, {}) == []


def test_the_code_lists_are_those_that_the_archive_declares() -> None:
    assert checked.checked_lists(SCHEMA) == lists_alone(kinds_of_the_program(), "schema.toml", SCHEMA)
    declared = schema_of_texts(kinds_of_the_program(), {"schema.toml": SCHEMA}, 1)
    assert codes(kinds()) == codes(declared)
    assert checked.checked_lists(SCHEMA + "#") is None


def test_what_else_is_declared_is_no_list_alone() -> None:
    for more in (
        '[fields.deals.jobs]\nlabel = "Jobs"\ntype = "count"\n',
        '[codes.stage]\nsigned = { en = "x", counted = false }\n',
    ):
        assert lists_alone(kinds_of_the_program(), "schema.toml", f"{SCHEMA}\n{more}") is None


def test_records_are_not_taken_by_another_schema() -> None:
    """One category less: the records that have it are wrong then, whatever was checked before."""
    fewer = "".join(line for line in SCHEMA.splitlines(keepends=True) if not line.startswith("finance"))
    archive = read(shipped(), schema=schema_of_texts(kinds_of_the_program(), {"schema.toml": fewer}, 1))
    assert any("finance" in one.message for one in archive.problems)


def test_a_file_that_is_not_as_it_was_is_read_and_checked() -> None:
    text = (shipped() / "data" / "deals.toml").read_text("utf-8")
    files = CheckedFiles(kinds())
    assert [one.id for one in (files.records("data/deals.toml", text) or {})["deals"]]
    assert files.records("data/deals.toml", text.replace("750亿元", "751亿元", 1)) is None
    assert files.records("data/deals.toml", text + "\n") is None
    assert files.records("data/others.toml", text) is None


def test_records_of_classes_with_other_fields_are_not_taken() -> None:
    found = json.loads(FILE.read_bytes())
    found["fields"]["deals"].remove("stage")
    other = checked.Checked(**found)
    text = (shipped() / "data" / "deals.toml").read_text("utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checked, "_checked", lambda: other)
        assert CheckedFiles(kinds()).records("data/deals.toml", text) is None


@pytest.mark.parametrize("content", [None, b"", b"{", b"[]", b'{"files": 1}', b"\xff"])
def test_without_what_was_checked_the_archive_is_read(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = told(read(shipped()))
    monkeypatch.setattr(checked, "FILE", tmp_path / "checked.json")
    if content is not None:
        checked.FILE.write_bytes(content)
    checked._checked.cache_clear()
    try:
        assert told(read(shipped())) == expected
        assert checked.checked_lists(SCHEMA) is None
    finally:
        checked._checked.cache_clear()
