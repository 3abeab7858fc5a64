"""The dialog that publishes: what it asks, what it says there will be, what it writes, what it says where it can't."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from cq_tui import language
from cq_tui.screens.base.session import Session
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.screens.publish.screen import PublishScreen
from cq_tui.secure import Confinement
from textual.widgets import Input

from tests.pilot import Browser
from tests.unit.publishing.made import described, faults, rows
from tests.unit.screens.conftest import Play

NAME = "european-visit-2025"


def test_the_overview_publishes_the_whole_archive(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("P")
        assert isinstance(browser.screen, PublishScreen)
        assert "Publish 361 rows" in browser.text
        assert "deals 4   speakers 13" in browser.text
        assert f"$ cq-tui publish {NAME} --format datapackage" in browser.text
        await browser.press("enter")
        assert isinstance(browser.screen, BrowseScreen)
        assert "361 rows written to" in browser.text

    play(scene, tab=0)
    assert faults(Path(NAME)) == []


def test_a_list_publishes_what_the_filter_leaves_or_all(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("/")
        await browser.type("country:DE")
        await browser.press("enter", "P")
        assert "Publish 116 rows" in browser.text
        assert "[filtered 1]" in browser.text
        assert "--kind deals --filter country:DE" in browser.text.replace("\n ", " ")
        await browser.press("tab", "tab", "right")
        assert "Publish 361 rows" in browser.text
        await browser.press("left", "enter")
        assert "116 rows written" in browser.text

    play(scene)
    assert [row["id"] for row in rows(Path(f"{NAME}-deals-country-DE"), "deals")] == ["aluminium-die-casting-line"]


def test_marked_records_come_first(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("space", "P")
        assert "[marked 1]" in browser.text
        await browser.press("enter")

    play(scene)
    assert [row["id"] for row in rows(Path(f"{NAME}-deals-marked"), "deals")] == ["nev-credit-line"]


def test_format_and_licence_are_chosen(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("P", "tab", "right")
        assert "entities" in browser.text
        assert f"{NAME}-ftm" in browser.text
        await browser.press("tab", "tab")
        await browser.type("CC-BY-4.0")
        assert "--licence=CC-BY-4.0" in browser.text
        await browser.press("ctrl+y")
        assert "Sent to the terminal's clipboard" in browser.text
        await browser.press("shift+tab", "enter")
        assert "entities written to" in browser.text

    play(scene, tab=0)
    assert described(Path(f"{NAME}-ftm"))["licenses"] == [{"name": "CC-BY-4.0"}]


def test_a_publication_that_is_there_is_replaced_or_gets_a_number(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("P", "enter", "P", "enter")
        assert f"{NAME} holds a publication already. Enter writes {NAME}-2, ! replaces it." in " ".join(
            browser.text.split()
        )
        await browser.press("enter")
        assert isinstance(browser.screen, BrowseScreen)
        (Path(NAME) / "deals.csv").unlink()
        await browser.press("P", "enter", "!")
        assert isinstance(browser.screen, BrowseScreen)

    play(scene, tab=0)
    assert sorted(os.listdir()) == [NAME, f"{NAME}-2"]
    assert (Path(NAME) / "deals.csv").exists()


def test_a_folder_of_anything_else_is_left_alone(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        Path("mine").mkdir()
        Path("mine/note.txt").write_text("mine")
        await browser.press("P", "ctrl+u", "enter")
        assert "Type the name of a folder." in browser.text
        await browser.type("mine")
        await browser.press("enter")
        assert "mine holds other files, and is left as it is; name a new folder." in browser.text
        assert "! replace" not in browser.text
        await browser.press("escape")
        assert isinstance(browser.screen, BrowseScreen)

    play(scene, tab=0)
    assert os.listdir("mine") == ["note.txt"]


def test_secure_mode_publishes_into_its_folder_or_not_at_all(play: Play, session: Session, tmp_path: Path) -> None:
    async def off(browser: Browser) -> None:
        await browser.press("P")
        assert isinstance(browser.screen, BrowseScreen)

    async def confined(browser: Browser) -> None:
        await browser.press("P")
        line = browser.screen.query_one("#folder", Input)
        assert line.value == NAME
        line.value = "../out"
        await browser.press("enter")
        assert "a file is a plain name without folders" in browser.text
        line.value = "out"
        await browser.press("enter")
        assert "rows written to out" in browser.text

    play(off, tab=0, over=replace(session, confined=Confinement(None)))
    (tmp_path / "export").mkdir()
    play(confined, tab=0, over=replace(session, confined=Confinement(tmp_path / "export")))
    assert os.listdir(tmp_path / "export") == ["out"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", [(80, 24), (80, 18)])
def test_it_fits(play: Play, lang: language.Language, size: tuple[int, int]) -> None:
    language.use(lang)

    async def scene(browser: Browser) -> None:
        await browser.press("P")
        lines = browser.text.split("\n")
        assert len(lines) <= size[1]
        assert ("写入" if lang == "zh" else "write") in lines[-1], "the keys stand in the last line"
        assert any(line.startswith(" $ cq-tui publish") for line in lines)
        assert any(("许可" if lang == "zh" else "Licence") in line for line in lines)

    play(scene, tab=0, size=size)
