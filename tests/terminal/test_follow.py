"""``--follow``: what changes in the files is shown and told, and nothing is done while nothing happens."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cq_tui.driver import _UNCLEAR

from tests.terminal.driver import Terminal
from tests.unit.made import EVENT, write_archive

IDLE = 1.5
"""Seconds in which nothing may happen."""


def deal(name: str, amount: int) -> str:
    title = f'title = {{ zh = "工厂{name}", en = "Mill {name}" }}'
    return f'[[deals]]\nid = "{name}"\n{title}\nevent = "fair"\namount = {amount}\ncurrency = "EUR"\n'


ABC = "".join(map(deal, "abc", (1, 2, 3)))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_archive(tmp_path / "made", events=EVENT, deals=ABC)


@pytest.fixture
def browser(tmp_path: Path, root: Path) -> Iterator[Terminal]:
    """The deals, with the cursor on the last one."""
    words = (str(root), "--follow", "--tab", "deals", "--lang", "en")
    with Terminal(words, home=tmp_path, size=(100, 24)) as terminal:
        terminal.wait_for("Mill c", "3 of 3").press("G").wait_for(lambda screen: "Mill c" in pointed(screen)).settle()
        yield terminal


def pointed(screen: str) -> str:
    return next((line for line in screen.splitlines() if line.startswith(">")), "")


def replace(path: Path, text: str) -> None:
    """As most editors write: another file that is given the name."""
    new = path.with_name(".deals.toml.swp")
    new.write_text(text, "utf-8")
    new.replace(path)


def test_what_changed_is_told_and_the_cursor_stays(browser: Terminal, root: Path) -> None:
    path = root / "data" / "deals.toml"
    replace(path, deal("z", 9) + deal("a", 1) + deal("b", 5) + deal("c", 3) + deal("e", 4))
    browser.wait_for("The files changed: 2 new, 1 changed.", "Mill z", lambda screen: "Mill c" in pointed(screen))
    path.write_text(deal("c", 3), "utf-8")
    browser.wait_for("The files changed: 4 gone.", lambda screen: "Mill c" in pointed(screen))
    browser.press("q")
    assert browser.wait_exit() == 0


def test_a_fault_is_told_and_its_mending_too(browser: Terminal, root: Path) -> None:
    path = root / "data" / "deals.toml"
    path.write_text(ABC + "xyzzy = 1\n", "utf-8")
    browser.wait_for("data/deals.toml:19: xyzzy", "what was read before stays").wait_for("Mill a")
    path.write_text(ABC + deal("d", 4), "utf-8")
    browser.wait_for("The files changed: 1 new.", "Mill d")


def test_a_folder_put_in_the_place_of_another_is_followed(browser: Terminal, root: Path) -> None:
    shutil.copytree(root / "data", root.parent / "other")
    (root / "data").rename(root.parent / "before")
    (root.parent / "other" / "deals.toml").write_text(ABC + deal("d", 4), "utf-8")
    (root.parent / "other").rename(root / "data")
    browser.wait_for("The files changed: 1 new.", "Mill d")
    (root / "data" / "deals.toml").write_text(ABC, "utf-8")
    browser.wait_for("The files changed: 1 gone.").wait_gone("Mill d")


def test_a_new_file_of_another_kind_is_noticed(browser: Terminal, root: Path) -> None:
    text = '[[organisations]]\nid = "mill-co"\nname = { en = "Mill Co" }\n'
    (root / "data" / "organisations.toml").write_text(text, "utf-8")
    browser.wait_for("The files changed: 1 new.")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts the wake-ups of threads by /proc")
def test_nothing_runs_while_nothing_happens(browser: Terminal, root: Path) -> None:
    (root / "beside").write_text("no data", "utf-8")
    browser.process.read(_UNCLEAR + IDLE)
    before = woken(browser)
    assert browser.process.read(IDLE) == b""
    assert woken(browser) == before


def woken(terminal: Terminal) -> dict[str, str]:
    """How often each thread of the program went to sleep so far."""
    found = {}
    for task in Path(f"/proc/{terminal.process.pid}/task").iterdir():
        status = (task / "status").read_text("utf-8")
        found[task.name] = next(line for line in status.splitlines() if line.startswith("voluntary_ctxt_switches"))
    return found
