"""Views in the browser: saved, opened, told what is new, renamed, removed; what secure mode leaves of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.screens.base.session import Session
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.screens.dialogs.command_lines import CommandLinesScreen
from cq_tui.screens.dialogs.gone import GoneScreen
from cq_tui.screens.dialogs.view_name import ViewNameScreen
from cq_tui.screens.dialogs.views import ViewsScreen
from cq_tui.secure import Confinement
from cq_tui.settings.state import Memory
from cq_tui.store.store import Store
from cq_tui.views.saved import Place, SavedViews
from cq_tui.views.view import View
from cq_tui.widgets.table.record_table import RecordTable

from tests.pilot import Browser
from tests.unit.screens.conftest import Play

Over = Callable[..., Session]


@pytest.fixture
def over(copy_of_archive: Path, tmp_path: Path) -> Over:
    """A session over the archive as its files are now."""

    def made(**more: object) -> Session:
        kept = {"views_file": tmp_path / "views.toml", "held_folder": tmp_path / "held"}
        return Session(Store(read(copy_of_archive)), memory=Memory(tmp_path / "state.toml"), **{**kept, **more})  # type: ignore[arg-type]

    return made


async def _save(browser: Browser, name: str, *keys: str) -> None:
    await browser.press("w", "enter")
    assert isinstance(browser.screen, ViewNameScreen)
    await browser.type(name)
    await browser.press(*keys, "enter")
    assert f"Saved as {name}." in browser.text


async def _filter(browser: Browser, text: str) -> None:
    await browser.press("/")
    await browser.type(text)
    await browser.press("enter")


def _edit(root: Path, before: str, after: str) -> None:
    path = root / "data" / "deals.toml"
    assert before in path.read_text()
    path.write_text(path.read_text().replace(before, after))


def test_a_list_is_saved_and_opened_with_filter_order_and_columns(play: Play, over: Over, tmp_path: Path) -> None:
    async def save(browser: Browser) -> None:
        await _filter(browser, "citic")
        await browser.press("s", "right", "minus")
        await _save(browser, "Citic")
        assert "view Citic" not in browser.text, "the message stands in the place of the summary"
        await browser.press("r", "w")
        assert isinstance(browser.screen, ViewsScreen)
        assert "Citic" in browser.text
        assert "* Citic" not in browser.text

    play(save, over=over())

    async def open_(browser: Browser) -> None:
        table = browser.screen.query_one(RecordTable)
        assert "Category" in browser.text
        await browser.press("w", "down", "enter")
        assert isinstance(browser.screen, BrowseScreen)
        assert "/ citic" in browser.text
        assert "Deal⇑" in browser.text
        assert "Category" not in browser.text
        assert "nothing new since" in browser.text
        await browser.press("r")
        assert table.selection is not None
        assert not table.selection.orders
        assert "Category" in browser.text, "one's own columns are as they were"
        await browser.press("[")
        assert "/ citic" in browser.text
        assert "Category" not in browser.text
        await browser.press("1", "w", "enter")
        assert "/ citic" in browser.text

    (tmp_path / "state.toml").unlink()
    play(open_, over=over())


def test_what_is_new_changed_and_gone_is_said_and_marked(play: Play, over: Over, copy_of_archive: Path) -> None:
    async def save(browser: Browser) -> None:
        await _save(browser, "All")

    play(save, over=over())
    _edit(copy_of_archive, 'id = "aluminium-die-casting-line"', 'id = "new-line"')
    _edit(copy_of_archive, "75_000_000_000", "76_000_000_000")

    async def look(browser: Browser) -> None:
        await browser.press("w", "down", "enter")
        assert "All: 1 new, 1 gone, 1 changed since" in browser.text
        assert ">∆Credit" in browser.text
        assert " +Southwest" in browser.text
        await browser.press("space")
        assert " ✓Credit" in browser.text, "one's own mark goes before"
        await browser.press("U", "w")
        assert "List the 1 record that is gone" in browser.text
        await browser.press("down", "enter")
        assert isinstance(browser.screen, GoneScreen)
        assert "Southwest Aluminium's die-casting line" in browser.text
        assert "no longer in the archive" in browser.text
        await browser.press("q", "w", "down", "down", "enter")
        assert "nothing new since" in browser.text
        assert "∆" not in browser.text

    play(look, over=over())

    async def plainly(browser: Browser) -> None:
        _edit(copy_of_archive, "76_000_000_000", "77_000_000_000")
        browser.app._session.take(over().store)
        await browser.press("w", "down", "enter")
        assert "1 changed since" in browser.text

    play(plainly, over=over(ascii_only=True))


def test_a_record_that_left_the_view_is_opened_from_what_is_gone(play: Play, over: Over, copy_of_archive: Path) -> None:
    async def save(browser: Browser) -> None:
        await _filter(browser, "amount>=70bn")
        await _save(browser, "Large")

    play(save, over=over())
    _edit(copy_of_archive, "75_000_000_000", "6_000_000_000")

    async def look(browser: Browser) -> None:
        await browser.press("w", "down", "enter")
        assert "Large: 1 gone since" in browser.text
        await browser.press("w", "down", "enter")
        assert "the view no longer asks for it" in browser.text
        await browser.press("enter")
        assert "deal Credit" in browser.text
        await browser.press("escape")
        assert "/ amount>=70bn" in browser.text

    play(look, over=over())


def test_a_view_stays_open_while_its_list_is_narrowed(play: Play, over: Over) -> None:
    async def scene(browser: Browser) -> None:
        await _filter(browser, "citic")
        await _save(browser, "Citic")
        await _filter(browser, " amount>1")
        await browser.press("2")
        assert "view Citic" in browser.text
        await browser.press("Y")
        assert "--view" not in browser.text
        assert "--filter 'citic amount>1'" in browser.text
        await browser.press("escape", "backspace", "Y")
        assert "cq-tui export --view=Citic --lang en" in browser.text
        assert "--view=Citic --lang en" in browser.text.split("Opens the view")[1]
        await browser.press("escape", "escape")
        assert "view Citic" not in browser.text

    play(scene, over=over())


def test_the_archive_keeps_views_for_all_its_readers(play: Play, over: Over, copy_of_archive: Path) -> None:
    async def scene(browser: Browser) -> None:
        await _save(browser, "For all", "tab")
        await browser.press("w")
        assert "in the archive" in browser.text
        await browser.press("down", "n")
        await browser.type(" x")
        await browser.press("enter")
        assert "For all x" in browser.text
        await browser.press("x")
        assert "Again removes For all x." in browser.text
        await browser.press("x")
        assert "No view is saved yet." in browser.text

    play(scene, over=over())
    assert (copy_of_archive / "data" / "views.toml").read_text().strip() == ""


def test_names_are_asked_for_until_they_can_be(play: Play, over: Over) -> None:
    async def scene(browser: Browser) -> None:
        await _save(browser, "One")
        await browser.press("w", "enter")
        await browser.press("ctrl+u", "enter")
        assert "Type a name." in browser.text
        await browser.type("x" * 61)
        await browser.press("enter")
        assert "at most 60" in browser.text
        await browser.press("ctrl+u")
        await browser.type("One")
        assert "Enter replaces it." in browser.text
        await browser.press("escape")
        assert isinstance(browser.screen, BrowseScreen)
        await _filter(browser, "colour:red")
        await browser.press("w", "enter")
        assert "is not understood" in browser.text

    play(scene, over=over())


def test_the_palette_lists_views(play: Play, over: Over) -> None:
    async def scene(browser: Browser) -> None:
        await _filter(browser, "citic")
        await _save(browser, "大项目")
        await browser.press("r", "3", ":")
        await browser.type("dxm")
        assert "大项目" in browser.text
        await browser.press("enter")
        assert "/ citic" in browser.text

    play(scene, over=over())


def test_secure_mode_opens_the_archive_s_views_and_keeps_nothing(
    play: Play, over: Over, copy_of_archive: Path, tmp_path: Path
) -> None:
    session = over(confined=Confinement(None), held_folder=None)
    store = session.store
    SavedViews([copy_of_archive], store.schema, tmp_path / "mine").save(View("Citic", "deals", "citic"), Place.ARCHIVE)
    before = (copy_of_archive / "data" / "views.toml").read_bytes()

    async def scene(browser: Browser) -> None:
        await browser.press("w")
        assert "Save this list" not in browser.text
        assert "rename" not in browser.text
        await browser.press("x", "n", "enter")
        assert "/ citic" in browser.text
        assert "since" not in browser.text
        await browser.press("w", "escape")

    play(scene, over=session)
    assert (copy_of_archive / "data" / "views.toml").read_bytes() == before
    assert not (tmp_path / "held").exists()


def test_what_does_not_fit_is_told_and_not_opened(play: Play, over: Over, tmp_path: Path) -> None:
    (tmp_path / "views.toml").write_text('[[views]]\nname = "a"\nkind = "fairs"\n[[views]]\nname = 3\n')

    async def scene(browser: Browser) -> None:
        await browser.press("w")
        assert "There is no kind fairs." in browser.text
        assert "views.toml:5: name: must be a text" in browser.text.replace("\n", "")
        await browser.press("down", "enter")
        assert "a does not fit this archive" in browser.text
        await browser.press("escape")

    play(scene, over=over(), size=(200, 30))


def test_both_commands_are_offered_and_one_is_sent(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await _filter(browser, "citic")
        await browser.press("s", "Y")
        assert isinstance(browser.screen, CommandLinesScreen)
        assert "cq-tui export deals --filter citic --sort title --lang en" in browser.text
        await browser.press("down", "enter")
        assert "clipboard: cq-tui --tab deals --filter citic --sort title --lang en" in browser.text.replace("\n ", " ")

    play(scene)
