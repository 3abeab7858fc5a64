"""A prepared file tells whether a text in it has to be cleaned: a CSV export of one that has none has less to do."""

import os
from pathlib import Path

import pytest
from cq_tui.store.engine.attach import read_header
from cq_tui.store.engine.engine import Engine
from cq_tui.store.engine.in_use import holds_controls
from cq_tui.store.open_archive import open_archive
from cq_tui.store.prepared.lookup import NAME
from cq_tui.store.store import Store

from tests.unit.tables.test_prepared import anew, prepare, tables  # noqa: F401 (a fixture)
from tests.unit.tables.test_round_trip import exported

_ESCAPE = b"\x1b]0;owned\x07"


def _copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements of exports from here on."""
    found: list[str] = []
    copy = Engine.copy
    monkeypatch.setattr(Engine, "copy", lambda self, sql, *more: (found.append(sql), copy(self, sql, *more))[1])
    monkeypatch.setattr("cq_tui.export.formats.csv.FEW", 0)
    return found


def test_what_is_known_to_be_clean_is_not_cleaned_and_is_the_same(
    tables: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copied = _copied(monkeypatch)
    prepared, read = open_archive(tables).store, anew(tables)
    assert (read_header(tables / NAME)["controls"], prepared.is_clean, read.is_clean) == ("no", True, False)
    for kind in ("deals", "organisations", "events"):
        assert exported(prepared, kind, "csv") == exported(read, kind, "csv")
        bare, cleaned = copied[-2:]
        assert cleaned.count("regexp_replace") > bare.count("regexp_replace")


@pytest.mark.parametrize("column", ["title", "parties", "amount_text", "countries"])
def test_a_character_in_any_text_is_found(tables: Path, column: str) -> None:  # noqa: F811
    store = anew(tables)
    assert not holds_controls(store.schema, store.ask)
    hostile = {
        "title": "{'zh': title.zh, 'en': chr(27)}",
        "parties": "[{'org': 'citic-bank', 'role': 'partner' || chr(155)}]",
        "amount_text": "chr(8238)",
        "countries": "['C' || chr(7)]",
    }
    store.ask(f"UPDATE _of_deals SET {column} = {hostile[column]}")
    # Codes and ids come with a pattern or a list, which no such character keeps to: they are never cleaned.
    assert holds_controls(store.schema, store.ask) == (column in ("title", "amount_text"))


def _forged(root: Path) -> None:
    """A file that says of itself that it is clean, and is not."""
    import duckdb

    with duckdb.connect(str(root / NAME)) as connection:
        connection.execute("UPDATE _of_deals SET title = {'zh': title.zh, 'en': chr(27) || ']0;owned' || chr(7)}")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_what_another_account_says_is_clean_is_cleaned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _copied(monkeypatch)
    root = tmp_path / "archive"
    (root / "data").mkdir(parents=True)
    (root / "data" / "events.toml").write_text('[[events]]\nid = "fair"\nname = { en = "Fair" }\n')
    (root / "data" / "deals.csv").write_text("id,title_en,event\nmill,Mill,fair\n")
    prepare(root)
    _forged(root)
    for path in (root, root / "data", root / NAME):
        os.chown(path, 12345, 12345)
    store: Store = open_archive(root).store
    assert (store.unprepared, store.is_clean) == ("", False)
    assert _ESCAPE not in exported(store, "deals", "csv")
