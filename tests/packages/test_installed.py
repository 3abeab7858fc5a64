"""The wheel, installed as a user does it, with each Python there is and with the oldest dependencies, and used."""

import asyncio
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import xlwt
from cq_tui import __version__

from tests.packages.building import install, run
from tests.packages.lowest import EXTRAS, lowest
from tests.packages.pythons import pythons
from tests.serve.serving import Served
from tests.serve.socket import Window
from tests.terminal.driver import Terminal
from tests.terminal.process import clean_environment

pytestmark = pytest.mark.packages

PYTHONS = pythons()


def _said(program: Path, cwd: Path, *words: str) -> str:
    environment = clean_environment(cwd, PYTHONNOUSERSITE="1")
    done = subprocess.run([program, *words], cwd=cwd, env=environment, capture_output=True, timeout=120, check=False)
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False), (words, done.stdout, done.stderr)
    return done.stdout.decode()


def _is_used(program: Path, cwd: Path) -> None:
    """List, show, export, check, a workbook in and out, a brief, and the browser at a terminal."""
    assert _said(program, cwd, "--version") == f"cq-tui {__version__}\n"
    assert json.loads(_said(program, cwd, "list", "deals", "--json"))["count"] == 4
    first = json.loads(_said(program, cwd, "list", "deals", "--jsonl").splitlines()[0])["id"]
    assert first in _said(program, cwd, "show", "deals", first, "--json")
    assert len(_said(program, cwd, "export", "deals", "--filter", "amount>=10亿").splitlines()) == 3
    assert json.loads(_said(program, cwd, "check", "--json"))["problems"] == []
    _said(program, cwd, "export", "deals", "--format", "parquet", "--output", "deals.parquet")
    _said(program, cwd, "export", "deals", "--format", "xlsx", "--output", "deals.xlsx")
    _said(program, cwd, "brief", "--format", "docx", "--output", "brief.docx")
    assert zipfile.ZipFile(cwd / "brief.docx").testzip() is None
    _said(program, cwd, "new", "fairs")
    _old_workbook(cwd / "list.xls")
    _said(program, cwd, "import", "list.xls", "--event", "fairs", "--into", "fairs")
    assert json.loads(_said(program, cwd, "list", "deals", "--archive", "fairs", "--json"))["count"] == 2
    with Terminal(["--lang", "en", "--tab", "deals"], home=cwd / "home", cwd=cwd, command=[str(program)]) as terminal:
        terminal.wait_for("4 of 4", "quit").press("/", *"xnl").wait_for("1 of 4")
        terminal.press("esc").wait_for("4 of 4").press("q")
        assert terminal.wait_exit() == 0


def _old_workbook(path: Path) -> None:
    """A made list of two deals, as Excel 97 keeps it."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("List")
    for row, cells in enumerate([("Title", "Company", "Amount (USD m)"), ("Wells", "A Co", 3), ("Pipes", "B Co", 4)]):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    book.save(str(path))


@pytest.mark.parametrize("version", PYTHONS)
def test_with_each_python_there_is(version: str, wheel: Path, tmp_path: Path) -> None:
    _is_used(install(tmp_path, PYTHONS[version], f"{wheel}[all]") / "cq-tui", tmp_path)


def test_with_the_lowest_versions_of_the_dependencies(wheel: Path, tmp_path: Path) -> None:
    oldest = next(iter(PYTHONS.values()))
    program = install(tmp_path, oldest, f"{wheel}[{','.join(EXTRAS)}]", *lowest(wheel)) / "cq-tui"
    _is_used(program, tmp_path)
    (tmp_path / "served").mkdir()
    with Served(tmp_path / "served", program=[str(program)]) as served:
        asyncio.run(_is_seen_in_a_window(served))


async def _is_seen_in_a_window(served: Served) -> None:
    async with Window(served.address) as window:
        await window.wait_for("Overview", "quit")


def test_in_one_command_without_installing_anything(wheel: Path, tmp_path: Path) -> None:
    """As ``pipx run``, and ``uvx`` likewise: a door of its own, so the tool makes the environment."""
    tools = install(tmp_path, Path(sys.executable), "pipx")
    here = {"PIPX_HOME": str(tmp_path / "pipx"), "PIPX_DEFAULT_PYTHON": sys.executable, "USE_EMOJI": "0"}
    words = (
        "run",
        "--spec",
        f"{wheel}[all]",
        "cq-tui",
        "export",
        "deals",
        "--format",
        "xlsx",
        "--output",
        "deals.xlsx",
    )
    run(tmp_path, tools / "pipx", *words, **here)
    assert zipfile.ZipFile(tmp_path / "deals.xlsx").testzip() is None
