"""What changed since an older edition, in the browser: git revisions and folders, either side of a record, faults."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.diff.edition import EditionError, revisions
from cq_tui.screens.base.session import Session
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.screens.changes.editions import EditionsScreen
from cq_tui.screens.changes.record import EditionRecordScreen
from cq_tui.screens.changes.screen import ChangesScreen
from cq_tui.secure import Confinement
from cq_tui.store.open_archive import open_archive
from cq_tui.store.store import Store

from tests.pilot import Browser
from tests.unit.publishing.made import published
from tests.unit.screens.conftest import Play


def _git(root: Path, *words: str) -> None:
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b"}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", "-C", str(root), *words], check=True, capture_output=True, env=os.environ | who | alone)


@pytest.fixture
def older(copy_of_archive: Path, tmp_path: Path) -> Path:
    """A folder with the archive as it was, beside the archive as it is."""
    shutil.copytree(copy_of_archive, tmp_path / "older")
    path = copy_of_archive / "data" / "deals.toml"
    text = path.read_text().replace("75_000_000_000", "76_000_000_000")
    path.write_text(text.replace('id = "aluminium-die-casting-line"', 'id = "new-line"'))
    return tmp_path / "older"


@pytest.fixture
def session(copy_of_archive: Path, older: Path) -> Session:
    assert older.is_dir(), "the archive was changed since"
    return Session(Store(read(copy_of_archive)))


def test_a_published_package_is_compared(play: Play, older: Path, tmp_path: Path) -> None:
    published(tmp_path / "package", open_archive(older).store)

    async def scene(browser: Browser) -> None:
        await browser.press("d")
        await browser.type(str(tmp_path / "package"))
        await browser.press("enter")
        assert isinstance(browser.screen, ChangesScreen)
        assert "Deals: 1 added, 1 gone, 1 changed, 2 the same" in browser.text
        await browser.press("enter")
        assert isinstance(browser.screen, EditionRecordScreen)
        assert "Southwest Aluminium's die-casting line" in browser.text

    play(scene)


def test_a_folder_is_compared_and_either_side_opened(play: Play, older: Path) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("d")
        assert isinstance(browser.screen, EditionsScreen)
        assert "Type the folder of an older edition." in browser.text
        await browser.type(str(older))
        await browser.press("enter")
        assert isinstance(browser.screen, ChangesScreen)
        assert f"Changed since {older}" in browser.text
        assert "Deals: 1 added, 1 gone, 1 changed, 2 the same" in browser.text
        assert "Sum of credit line: CNY 75 bn (1) -> CNY 76 bn (1)" in browser.text
        assert "Amount: CNY 75 bn -> CNY 76 bn" in browser.text
        await browser.press("enter")
        assert isinstance(browser.screen, EditionRecordScreen)
        assert "As it was in" in browser.text
        assert "Southwest Aluminium's die-casting line" in browser.text
        await browser.press("tab")
        assert "As it is now" in browser.text
        assert "This edition has no such record." in browser.text
        await browser.press("escape", "down", "down", "enter")
        assert "As it is now" in browser.text
        assert "CNY 76 bn" in browser.text
        await browser.press("tab")
        assert "CNY 75 bn" in browser.text
        await browser.press("q", "L")
        assert "项目：" in browser.text
        await browser.press("d")
        assert isinstance(browser.screen, BrowseScreen)

    play(scene, size=(200, 50))


def test_revisions_are_listed_and_one_is_compared(play: Play, copy_of_archive: Path) -> None:
    _git(copy_of_archive, "init", "-q")
    path = copy_of_archive / "data" / "deals.toml"
    now = path.read_text()
    path.write_text(now.replace("76_000_000_000", "9_000_000_000"))
    _git(copy_of_archive, "add", "-A")
    _git(copy_of_archive, "commit", "-qm", "第一版\x1b[31m")
    path.write_text(now)
    _git(copy_of_archive, "commit", "-qam", "As it is")
    assert revisions(copy_of_archive)[0].subject == "As it is"

    async def scene(browser: Browser) -> None:
        await browser.press("d")
        assert "As it is" in browser.text
        assert "第一版" in browser.text
        await browser.type("第一版")
        assert "As it is" not in browser.text
        await browser.press("enter")
        assert "Amount: CNY 9 bn -> CNY 76 bn" in browser.text
        await browser.press("escape", "d", "enter")
        assert "The two say the same." in browser.text
        await browser.press("escape", "d")
        await browser.type("zzz")
        assert "No revision fits." in browser.text
        await browser.press("enter", "escape")
        assert isinstance(browser.screen, BrowseScreen)

    play(scene, size=(200, 50))


def test_what_is_no_edition_is_told_in_a_line(play: Play, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()

    async def scene(browser: Browser) -> None:
        await browser.press("d")
        await browser.type(str(tmp_path / "none"))
        await browser.press("enter")
        assert "is not an archive" in browser.text
        await browser.press("enter", "escape", "d")
        await browser.type(f"{tmp_path / 'none'}@HEAD")
        await browser.press("enter")
        assert "git: " in browser.text

    play(scene, size=(200, 50))


def test_without_a_repository_there_are_no_revisions(tmp_path: Path) -> None:
    with pytest.raises(EditionError, match="git: "):
        revisions(tmp_path)


def test_secure_mode_reads_no_other_edition(play: Play, session: Session) -> None:
    session.confined = Confinement(None)

    async def scene(browser: Browser) -> None:
        await browser.press("d")
        assert isinstance(browser.screen, BrowseScreen)
        assert "Changed since" not in browser.text
        await browser.press(":")
        await browser.type("changed")
        assert "what changed" not in browser.text

    play(scene, over=session)
