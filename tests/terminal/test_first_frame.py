"""What the first frame of the overview waits for: the rooms that it does not need are not loaded before it stands."""

import sys
from importlib.util import find_spec
from pathlib import Path

from tests.terminal.process import Process, clean_environment

LATER = (
    "brief",
    "completion",
    "export.export",
    "importing",
    "publishing",
    "query.parse",
    "query.sql",
    "query.terms",
    "query.widen",
    "archive.declarations.fields",
    "archive.declarations.model",
    "archive.declare",
    "schema.own_kinds",
    "screens.base.help",
    "screens.base.palette",
    "screens.brief",
    "screens.browse.query_result",
    "screens.compare",
    "screens.dialogs",
    "screens.export",
    "screens.import_",
    "screens.keymap",
    "screens.publish",
    "screens.record",
    "screens.search",
    "store.engine.engine",
    "store.engine.table_files",
    "store.selection.selection",
    "store.views.detail",
    "store.views.links",
    "store.views.matrix",
    "values.chinese_numbers",
    "values.measures",
    "values.numbers",
    "widgets.views.matrix_columns",
    "widgets.views.matrix_lines",
    "widgets.views.record_lines",
)
"""Rooms and modules of ours: they are imported by the first list, or by the action that opens a screen."""
LIBRARIES = (
    "_duckdb", "duckdb", "email", "openpyxl", "pydantic", "rapidfuzz", "tomli_w", "tomllib", "xlsxwriter", "zipfile",
)  # fmt: skip
"""``email`` and ``zipfile`` come with ``importlib.metadata``."""

_PROGRAM = """
import os, sys
from cq_tui.store.store import Store

def loaded(store):
    "In place of making the engine's tables, which is begun as soon as the first frame stands."
    with open("loaded", "w") as file:
        file.write("\\n".join(sys.modules))
    os._exit(0)

Store.begin = loaded
from cq_tui.__main__ import main
main()
"""


DECLARED = ("archive.declarations", "schema.code_lists", "schema.extension")
"""What reads and applies ``data/schema.toml``: an archive that declares nothing of its own does without."""


def test_the_first_frame_waits_for_nothing_that_it_does_not_show(tmp_path: Path) -> None:
    loaded = _loaded(tmp_path)
    assert {"cq_tui.screens.browse.screen", "cq_tui.widgets.views.overview_lines"} <= {*loaded}
    early = [name for name in loaded if any(f"{name}.".startswith(f"cq_tui.{room}.") for room in LATER)]
    assert early == []
    assert [name for name in loaded if name.split(".")[0] in LIBRARIES] == []


def test_a_whole_list_of_records_in_memory_waits_for_no_engine(tmp_path: Path) -> None:
    loaded = {*_loaded(tmp_path, "--tab", "deals")}
    assert "cq_tui.screens.browse.query_result" in loaded
    assert loaded.isdisjoint({"_duckdb", "duckdb", "cq_tui.store.engine.engine", "cq_tui.store.engine.table_files"})


def test_an_archive_that_declares_nothing_loads_nothing_for_that(tmp_path: Path) -> None:
    (tmp_path / "fair" / "data").mkdir(parents=True)
    (tmp_path / "fair" / "data" / "events.toml").write_text(
        '[[events]]\nid = "fair"\nname = { en = "Fair" }\n', "utf-8"
    )
    loaded = _loaded(tmp_path, "fair")
    assert [name for name in loaded if any(f"{name}.".startswith(f"cq_tui.{room}.") for room in DECLARED)] == []


def _loaded(home: Path, *arguments: str) -> list[str]:
    """The modules that are loaded when the first frame stands."""
    command = [sys.executable, "-c", _PROGRAM, "--lang", "en", *arguments]
    with Process(command, home, clean_environment(home, TEXTUAL_ANIMATIONS="none"), (120, 40)) as process:
        assert process.exit_code(60) == 0
    return (home / "loaded").read_text().splitlines()


def test_what_is_loaded_later_is_there() -> None:
    assert [room for room in (*LATER, *DECLARED) if find_spec(f"cq_tui.{room}") is None] == []
