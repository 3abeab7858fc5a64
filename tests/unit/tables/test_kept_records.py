"""Records that were checked once are taken as they were: those of TOML files, and the rows of the engine's tables."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from cq_tui.archive.kept import kept, take_kept
from cq_tui.archive.read import listed, read
from cq_tui.query.columns import column
from cq_tui.query.parse import parse
from cq_tui.schema.record import Record
from cq_tui.schema.stored import present
from cq_tui.store.engine.engine import Engine
from cq_tui.store.open_archive import open_archive
from cq_tui.store.prepared.lookup import NAME
from cq_tui.store.selection.selection import Selection
from cq_tui.store.views.footer import footer_parts
from hypothesis import HealthCheck, Phase, given, settings

from tests.shipped import kinds
from tests.unit.made import EVENT, write_archive
from tests.unit.tables.made import TABLE_KINDS, base, store_of
from tests.unit.tables.test_prepared import prepare
from tests.unit.tables.test_round_trip import made_archives, written
from tests.unit.test_start import loaded

_DEALS = "id,title_zh,event,amount,currency,countries\nmill,工厂,fair,75000000000,CNY,CN; DE\n"
_OWN = '[fields.deals.jobs]\ntype = "count"\nlabel = { zh = "岗位", en = "Jobs" }\ncolumn = 1\n'


@settings(phases=[Phase.explicit, Phase.reuse, Phase.generate], max_examples=3, deadline=None,
          suppress_health_check=list(HealthCheck))  # fmt: skip
@given(made=made_archives)
def test_any_records_are_what_they_were(made: dict[str, list[Record]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = store_of(base(Path(folder) / "made"), made)
        archive = read(written(Path(folder) / "toml", store, "toml"))
        assert archive.problems == []
        again = listed(archive.root)
        assert take_kept(again, kept(archive))
        for kind in archive.schema:
            assert repr(again.records(kind)) == repr(archive.records(kind))
            assert [one.location for one in again.entries.get(kind, [])] == [
                one.location for one in archive.entries.get(kind, [])
            ]
        for name in TABLE_KINDS:
            kind = kinds()[name]
            for row in store.ask(f'SELECT {", ".join(map(column, kind.fields))} FROM "{name}"'):
                given_ = present(kind.fields, row)
                assert repr(store.record(kind, row)) == repr(kind.model.model_validate(given_))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An event as TOML and a deal as CSV, with a field of the archive's own, prepared."""
    root = write_archive(tmp_path / "archive", events=EVENT, schema=_OWN)
    (root / "data" / "deals.csv").write_text(_DEALS.replace("\n", ",jobs\n", 1).replace("DE\n", "DE,40\n"), "utf-8")
    prepare(root)
    return root


def _with_records(root: Path, change: Callable[[Any], Any]) -> None:
    import duckdb

    with duckdb.connect(str(root / NAME)) as connection:
        found = connection.execute("SELECT value FROM _header WHERE key = 'records'").fetchone()
        assert found is not None
        connection.execute(
            "UPDATE _header SET value = ? WHERE key = 'records'", [json.dumps(change(json.loads(found[0])))]
        )


@pytest.mark.parametrize(
    "records",
    [
        [1],
        {},
        {"data/events.toml": {"nothing": []}},
        {"data/events.toml": {"events": [{"id": "fair", "unknown": 1}]}},
        {"data/events.toml": {"events": [{"id": "fair", "name": 5}]}},
        {"data/events.toml": {"events": [{"id": "fair", "name": {"en": "Fair"}, "date": "never"}]}},
        {"data/events.toml": {"events": [{"id": "fair"}]}},
        {"data/events.toml": {"events": [{"id": ["fair"], "name": {"en": "Fair"}}]}},
        {"data/events.toml": {"events": [{"id": "fair", "name": {"en": 5}}]}},
        {"data/events.toml": {"events": [{"id": "fair", "name": {"en": "Fair"}, "guests": "many"}]}},
    ],
)
def test_records_that_are_none_are_read_anew(archive: Path, records: Any) -> None:
    _with_records(archive, lambda _found: records)
    opened = open_archive(archive)
    assert opened.store.unprepared == "it is damaged, or of another version"
    assert opened.problems == []
    assert [one.id for one in opened.store.records("deals")] == ["mill"]
    assert opened.store.name("events", "fair") == "Fair"


def test_no_control_character_comes_out_of_the_file(archive: Path) -> None:
    def hostile(found: Any) -> Any:
        found["data/events.toml"]["events"][0]["name"]["en"] = "\x1b]0;owned\x07 fair"
        return found

    _with_records(archive, hostile)
    store = open_archive(archive).store
    assert store.unprepared == ""
    assert store.name("events", "fair").isprintable()


def test_opening_asks_nothing_of_all_deals(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    ask = Engine.ask

    def noted(self: Engine, sql: str, *more: Any) -> Any:
        asked.append(sql)
        return ask(self, sql, *more)

    monkeypatch.setattr(Engine, "ask", noted)
    store = open_archive(archive).store
    assert (store.unprepared, asked) == ("", [])
    assert store.belonging == {"fair": {"deals": 1}}
    assert asked == ['FROM prepared.main."_answer_0" ORDER BY rowid']


def test_the_summary_of_all_deals_stands_in_the_prepared_file(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it was added up then; a filter that leaves all of them is added up now, and says the same."""
    asked: list[str] = []
    answer = Engine._answer

    def noted(self: Engine, cursor: Any, sql: str, *more: Any) -> Any:
        asked.append(sql)
        return answer(self, cursor, sql, *more)

    monkeypatch.setattr(Engine, "_answer", noted)
    store = open_archive(archive).store
    summary = footer_parts(Selection(store, parse("", store.schema["deals"])))
    assert [one for one in asked if "sum(" in one] == []
    assert "75000000000" in "".join(map(str, Selection(store, parse("", store.schema["deals"])).sums or ()))
    filtered = footer_parts(Selection(store, parse("event:fair", store.schema["deals"])))
    assert [one for one in asked if "sum(" in one] != []
    assert filtered[1:] == summary[1:]


def test_what_belongs_to_each_event_stands_in_the_prepared_file_for_every_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_archive(tmp_path / "archive", events=EVENT)
    (root / "data" / "speakers.csv").write_text("id,name_zh,event\nli,李某,fair\nwang,王某,fair\n", "utf-8")
    prepare(root)
    asked: list[str] = []
    answer = Engine._answer
    monkeypatch.setattr(
        Engine, "_answer", lambda self, cursor, sql, *more: asked.append(sql) or answer(self, cursor, sql, *more)
    )
    store = open_archive(root).store
    assert store.unprepared == ""
    assert store.belonging == {"fair": {"speakers": 2}}
    assert [one for one in asked if "GROUP BY" in one] == []


def test_a_prepared_file_without_an_answer_that_it_names_is_damaged(archive: Path) -> None:
    with duckdb.connect(str(archive / NAME)) as forged:
        forged.execute("DROP TABLE _answer_0")
    assert "damaged" in open_archive(archive).store.unprepared


@pytest.mark.parametrize("command", [["list", "deals"], ["list", "events"], ["export", "deals", "--format", "json"]])
def test_a_prepared_archive_is_read_without_what_checks_one(tmp_path: Path, command: list[str]) -> None:
    root = write_archive(tmp_path / "archive", events=EVENT)
    (root / "data" / "deals.csv").write_text(_DEALS, "utf-8")
    prepare(root)
    assert loaded(*command, "--archive", str(root)) & {"pydantic", "tomllib"} == set()
