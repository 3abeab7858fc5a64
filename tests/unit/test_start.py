"""What a command on the shipped data does without: modules that are loaded for who needs them, and tables.

The time of a short command is that of what it loads. Times stand in ``make bench``.
"""

import os
import subprocess
import sys

import pytest

_PROGRAM = """
import sys
from cq_tui.__main__ import main
sys.argv[1:] = {arguments!r}
code = main()
print("loaded", code, *sys.modules, file=sys.stderr)
"""
LIBRARIES = {"difflib", "duckdb", "hashlib", "logging", "pydantic", "rich", "subprocess", "textual", "tomllib"}
"""Each takes a hundredth to a third of what a short command takes."""
ROOMS = ("archive.declarations", "export.overview", "export.rows", "importing", "query.narrow", "screens", "widgets",
         "store.engine.table_files", "store.views.matrix", "store.views.outcomes", "settings.state")  # fmt: skip
ENGINE = {"_duckdb", "cq_tui.store.engine.engine"}


def loaded(*arguments: str) -> set[str]:
    """The modules that a command has loaded when it ends."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CQ_TUI_")}
    command = [sys.executable, "-c", _PROGRAM.format(arguments=[*arguments])]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    code, *modules = ran.stderr.rpartition("loaded ")[2].split()
    assert code == "0"
    return {*modules}


@pytest.mark.parametrize("filter_", [[], ["--filter", "amount>=10亿"]])
def test_an_export_of_the_shipped_data_loads_nothing_that_it_does_not_use(filter_: list[str]) -> None:
    modules = loaded("export", "deals", *filter_)
    assert modules & LIBRARIES == set()
    assert [name for name in modules if any(f"{name}.".startswith(f"cq_tui.{room}.") for room in ROOMS)] == []


@pytest.mark.parametrize("command", ["export", "list"])
def test_a_whole_list_needs_no_engine(command: str) -> None:
    assert loaded(command, "deals") & {*ENGINE, "pydantic"} == set()


def test_what_is_asked_by_a_filter_does() -> None:
    assert loaded("export", "deals", "--filter", "amount>=10亿") >= ENGINE
