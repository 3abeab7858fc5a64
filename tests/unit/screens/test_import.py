"""The import dialog and its screen: a file is picked, its mapping changed, questions answered, rows taken in."""

import asyncio
import time
from pathlib import Path
from threading import Thread

import pytest
from cq_tui.archive.decide import decide
from cq_tui.archive.problem import Problem
from cq_tui.archive.same.decision import Verdict, decision
from cq_tui.archive.same.file import has_file
from cq_tui.screens.base.help import HelpScreen
from cq_tui.screens.base.session import Session
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.screens.dialogs import preparing
from cq_tui.screens.dialogs.choice import ChoiceScreen
from cq_tui.screens.dialogs.file_picker import FilePickerScreen
from cq_tui.screens.import_.replace import ReplaceScreen
from cq_tui.screens.import_.screen import ImportScreen
from cq_tui.store.engine.loading import Loading
from cq_tui.store.open_archive import Watch, open_archive
from cq_tui.store.prepare_archive import prepare_archive
from cq_tui.widgets.base.link_list import LinkList

from tests.pilot import Browser
from tests.unit.importing.conftest import EVENT
from tests.unit.made import write_archive
from tests.unit.screens.conftest import Play

LIST = "Project,Amount (EUR m),Country,Type\nMill,12,Germany,investment\nMine,30,Mars,fund\n"
OPEN = "Project,Amount,Country,Type\nMill,12,Germany,investment\n"


@pytest.fixture
def own(tmp_path: Path, session: Session) -> Session:  # noqa: ARG001 (it changes the folder)
    """A session over an archive that can be imported into, in a folder with lists."""
    root = write_archive(tmp_path / "fair", events=EVENT)
    Path("lists").mkdir()
    Path("lists/good.csv").write_text(LIST)
    Path("lists/open.csv").write_text(OPEN)
    Path("lists/empty.csv").write_text("")
    return Session(open_archive(root).store, reopen=lambda: open_archive(root).store)


async def _pick(browser: Browser, name: str) -> None:
    await browser.press("I")
    assert isinstance(browser.screen, FilePickerScreen)
    await browser.type(f"lists/{name}")
    await browser.press("enter")


async def _go_down_to(browser: Browser, words: str) -> None:
    for _line in range(40):
        if any(words in line for line in browser.text.splitlines() if line.lstrip().startswith(">")):
            return
        await browser.press("down")
    raise AssertionError(f"no line with {words}\n{browser.text}")


def test_a_file_is_found_by_folders_and_by_typing(play: Play, own: Session) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("I", "enter")
        assert browser.screen.query_one("Input").value == "lists/"  # type: ignore[attr-defined]
        assert "open.csv" in browser.text
        await browser.press("down", "up", "down", "tab")
        await browser.type("zzz")
        assert "Nothing here can be imported" in browser.text
        await browser.press("enter", "tab", "down", "ctrl+u")
        await browser.type("no/such/")
        assert "No such file" in browser.text
        await browser.press("escape")
        assert isinstance(browser.screen, BrowseScreen)

    play(scene, over=own)


def test_rows_are_taken_in_and_shown(play: Play, own: Session) -> None:
    async def scene(browser: Browser) -> None:
        await _pick(browser, "good.csv")
        assert isinstance(browser.screen, ImportScreen)
        assert "2 rows  2 accepted (1 with remarks)  0 refused" in browser.text
        await _go_down_to(browser, '"Mars"')
        await browser.press("enter")
        assert isinstance(browser.screen, ChoiceScreen)
        await browser.press("enter")
        assert "2 rows  2 accepted  0 refused" in browser.text
        await browser.press("w")
        assert isinstance(browser.screen, BrowseScreen)
        assert "2 rows imported." in browser.text
        assert "Mill" in browser.text
        await _pick(browser, "good.csv")
        await browser.press("w")
        assert "! replaces it." in browser.text or "already" in browser.text
        await browser.press("!")
        assert isinstance(browser.screen, BrowseScreen)

    play(scene, tab=0, over=own)


def test_rows_that_look_like_deals_that_are_here_are_told(play: Play, own: Session) -> None:
    text = "Project,Investor,Amount (EUR m),Date,Type\nBattery works Nord,Aal Motors GmbH,12,2024-05-01,investment\n"
    Path("lists/one.csv").write_text(text)
    Path("lists/two.csv").write_text(text.replace("Project,", "Deal,"))

    async def scene(browser: Browser) -> None:
        await _pick(browser, "one.csv")
        await browser.press("w")
        assert "1 row imported." in browser.text
        await _pick(browser, "two.csv")
        await browser.press("w")
        assert "1 row looks like a deal that is here already, 1 surely" in browser.text

    play(scene, tab=0, over=own)


def test_a_later_edition_shows_what_it_changes_before_it_replaces_anything(play: Play, own: Session) -> None:
    root = own.store.archive.root

    def written() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in (root / "data").rglob("*.csv")}

    async def scene(browser: Browser) -> None:
        await _pick(browser, "good.csv")
        await browser.press("w")
        assert "2 rows imported" in browser.text
        before = written()
        path = Path("lists/good.csv")
        path.write_text(path.read_text().replace("Mill,12", "Mill,13"))
        await _pick(browser, "good.csv")
        await browser.press("w")
        assert "! replaces it." in browser.text
        await browser.press("!")
        assert isinstance(browser.screen, ReplaceScreen)
        assert "Deals: 1 changed, 1 the same" in browser.text
        assert "EUR 12 -> EUR 13" in browser.text or "12 m -> EUR 13 m" in browser.text
        await browser.press("escape")
        assert isinstance(browser.screen, ImportScreen)
        assert written() == before
        await browser.press("w", "!", "!")
        assert isinstance(browser.screen, BrowseScreen)
        assert written() != before

    play(scene, tab=0, over=own)


def _told(root: Path) -> dict[str, list[str]]:
    """The amounts that stand in the histories of an archive's deals, in millions."""
    deals = open_archive(root).store.records("deals")
    histories = {deal.id: getattr(deal, "history", ()) for deal in deals}
    return {
        id_: [f"{one.currency} {one.amount / 1_000_000:.0f} m" for one in every] for id_, every in histories.items()
    }


def test_a_later_edition_keeps_the_earlier_figures_where_that_is_chosen(play: Play, own: Session) -> None:
    root = own.store.archive.root

    async def scene(browser: Browser) -> None:
        await _pick(browser, "good.csv")
        await browser.press("w")
        path = Path("lists/good.csv")
        path.write_text(path.read_text().replace("Mill,12", "Mill,13"))
        await _pick(browser, "good.csv")
        await browser.press("w", "!")
        assert isinstance(browser.screen, ReplaceScreen)
        assert "H replaces it, too. 1 deal keeps its earlier figures." in browser.text
        await browser.press("H")
        assert isinstance(browser.screen, BrowseScreen)
        assert _told(root) == {"mill": ["EUR 12 m", "EUR 13 m"], "mine": []}
        path.write_text(path.read_text().replace("Germany", "France"))
        await _pick(browser, "good.csv")
        await browser.press("w", "!")
        assert "History: " in browser.text, "what a replacement would drop is told"
        await browser.press("H")
        assert isinstance(browser.screen, BrowseScreen)
        assert _told(root) == {"mill": ["EUR 12 m", "EUR 13 m"], "mine": []}

    play(scene, tab=0, over=own)


def test_an_open_question_is_asked_before_anything_is_written(play: Play, own: Session) -> None:
    async def scene(browser: Browser) -> None:
        await _pick(browser, "open.csv")
        assert "1 question is open" in browser.text
        await browser.press("w")
        assert "A question is open" in browser.text
        await _go_down_to(browser, "Amount")
        await browser.press("enter", "escape", "enter")
        assert "12 = EUR 12" in browser.text
        await browser.press("enter")
        assert "accepted" not in browser.text, "nothing is likely, so Enter answers nothing"
        await browser.press("enter", "down", "enter")
        assert "1 accepted" in browser.text
        await browser.press("escape")
        assert isinstance(browser.screen, BrowseScreen)

    play(scene, tab=0, over=own)


def test_kind_event_and_header_are_chosen(play: Play, own: Session) -> None:
    async def scene(browser: Browser) -> None:
        await _pick(browser, "good.csv")
        await browser.press("K")
        assert "The list holds" in browser.text
        await browser.press("down", "enter", "K", "up", "enter", "E")
        assert "The list belongs to" in browser.text
        await browser.press("escape", "g")
        for words in ("row 1",):
            await _go_down_to(browser, words)
            await browser.press("enter")
            assert isinstance(browser.screen, ChoiceScreen)
            await browser.press("down", "enter")
        assert isinstance(browser.screen, ImportScreen)
        await browser.press("L", "L")

    play(scene, tab=0, over=own)


def test_a_file_without_rows_is_told(play: Play, own: Session) -> None:
    async def scene(browser: Browser) -> None:
        await _pick(browser, "empty.csv")
        assert isinstance(browser.screen, ImportScreen)
        await browser.press("w", "enter", "q")
        assert isinstance(browser.screen, BrowseScreen)

    play(scene, tab=0, over=own)


def test_the_shipped_archive_is_not_imported_into(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("I")
        assert "comes with the program" in browser.text

    play(scene)


def test_an_import_that_is_done_behind_the_help_closes_both(play: Play, own: Session) -> None:
    async def scene(browser: Browser) -> None:
        await _pick(browser, "good.csv")
        browser.put("w")
        browser.put("?")
        await browser.settle()
        assert isinstance(browser.screen, BrowseScreen | HelpScreen)
        assert not any(isinstance(one, ImportScreen) for one in browser.app.screen_stack)
        assert browser.screen.query(LinkList)

    play(scene, tab=0, over=own)


def test_the_review_and_what_becomes_of_columns_are_shown_in_both_languages(play: Play, own: Session) -> None:
    Path("lists/wide.csv").write_text("Project,Amount (EUR),Type,Wing\nMill,1200,fund,North\nMine,30,fund,North\n")

    async def scene(browser: Browser) -> None:
        await _pick(browser, "wide.csv")
        await browser.press("end")
        text = browser.text
        for _page in range(6):
            await browser.press("pageup")
            text += browser.text
        assert "What would come of it" in text
        assert "! the largest is EUR 1,200: is a unit missing?" in text
        await browser.press("home")
        await _go_down_to(browser, "Wing")
        assert "a field of its own: one of a few words" in browser.text
        await browser.press("enter")
        assert "The column Wing becomes" in browser.text
        await browser.press("end", "enter")
        assert "is left out" in browser.text
        await browser.press("L")
        assert "不要" in browser.text
        assert "导入 2 行" in browser.text, "the counts speak the language in force, too"

    play(scene, tab=0, over=own)


def test_an_import_is_taken_back_once_that_is_said_twice(play: Play, own: Session) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("Z")
        assert "No list was imported into this archive." in browser.text
        await _pick(browser, "good.csv")
        await browser.press("w")
        assert "2 rows imported." in browser.text
        await browser.press("Z")
        assert "Imports of this archive" in browser.text
        assert "good.csv" in browser.text
        await browser.press("enter")
        assert "The import of good.csv" in browser.text
        await browser.press("enter")
        assert "Mill" in browser.text
        await browser.press("Z", "enter", "down", "enter")
        assert isinstance(browser.screen, BrowseScreen)
        assert "2 rows of good.csv were taken back." in browser.text
        assert "Mill" not in browser.text

    play(scene, tab=0, over=own)


def test_decisions_on_deals_that_go_are_told_before_and_go_with_them(play: Play, own: Session) -> None:
    root, goes = own.store.archive.root, "1 decision on deals told twice goes with them."

    async def scene(browser: Browser) -> None:
        await _pick(browser, "good.csv")
        await browser.press("w")
        decide(root, decision("mill", "mine", Verdict.DIFFERENT))
        await browser.press("R")
        path, before = Path("lists/good.csv"), LIST
        path.write_text("".join(LIST.splitlines(keepends=True)[:2]))
        await _pick(browser, "good.csv")
        await browser.press("w", "!")
        assert isinstance(browser.screen, ReplaceScreen)
        assert goes in browser.text
        await browser.press("!")
        assert isinstance(browser.screen, BrowseScreen)
        assert f"1 row imported. {goes}" in browser.text
        assert not has_file(root)
        path.write_text(before)
        await _pick(browser, "good.csv")
        await browser.press("w", "!", "!")
        decide(root, decision("mill", "mine", Verdict.DIFFERENT))
        await browser.press("R", "Z", "enter")
        assert goes in browser.text
        assert has_file(root)
        await browser.press("down", "enter")
        assert f"2 rows of good.csv were taken back. {goes}" in " ".join(browser.text.split())
        assert not has_file(root)

    play(scene, tab=0, over=own)


def test_countries_are_found_by_typing_in_both_languages_by_alias_and_by_pinyin(play: Play, own: Session) -> None:
    async def scene(browser: Browser) -> None:
        await _pick(browser, "good.csv")
        await _go_down_to(browser, '"Mars"')
        await browser.press("enter")
        for typed, found in (("fin", "Finland"), ("芬兰", "Finland"), ("fenlan", "Finland"), ("FI", "Finland"),
                             ("holland", "Netherlands"), ("UK", "United Kingdom"), ("deguo", "Germany")):  # fmt: skip
            await browser.type(typed)
            first = next(line for line in browser.text.splitlines() if line.startswith(">"))
            assert found in first, (typed, browser.text)
            await browser.press("ctrl+u")
        await browser.type("q#")
        assert "Nothing matches." in browser.text
        await browser.press("enter", "ctrl+u")
        await browser.type("sweden")
        await browser.press("enter")
        assert "= Sweden" in browser.text

    play(scene, tab=0, over=own)


def test_a_currency_is_found_by_typing(play: Play, own: Session) -> None:
    async def scene(browser: Browser) -> None:
        await _pick(browser, "open.csv")
        await _go_down_to(browser, "Amount")
        await browser.press("enter")
        await browser.type("zloty")
        await browser.press("enter")
        assert "Amount (PLN)" in browser.text
        assert "1 accepted" in browser.text

    play(scene, tab=0, over=own)


def test_evidence_and_what_was_set_aside_are_shown(play: Play, own: Session) -> None:
    Path("lists/aside.csv").write_text(
        "Project,Investment volume,Type,Deal value ($m)\nMill,30%,fund,12\nMine,40%,fund,US$ 7\n"
    )

    async def scene(browser: Browser) -> None:
        await _pick(browser, "aside.csv")
        assert 'the header says "$m"' in browser.text
        assert "USD in 1 of 2 cells" in browser.text
        await _go_down_to(browser, "Investment volume")
        await browser.press("down", "down")
        assert "its header says Amount, but its cells are percentages" in browser.text
        await browser.press("home")
        await _go_down_to(browser, "Deal ")
        await browser.press("enter")
        assert "the header says Deal" in browser.text

    play(scene, tab=0, over=own)


def test_a_row_that_was_taken_for_a_total_is_kept_on_the_screen(play: Play, own: Session) -> None:
    rows = "Mine,Aa,Germany,1000000\nMill,Bb,France,2000000\nPort,Cc,Italy,4000000\nEverything,,,7000000\n"
    Path("lists/sum.csv").write_text(f"Project,Company,Country,Amount (USD)\n{rows}Dock,Dd,Spain,5\n")

    async def scene(browser: Browser) -> None:
        await _pick(browser, "sum.csv")
        await _go_down_to(browser, "row 5: is likely a row of totals")
        await browser.press("enter", "home")
        assert "row 5 is a record, whatever it looks like" in browser.text
        assert "5 accepted" in browser.text
        await _go_down_to(browser, "row 5 is a record")
        await browser.press("enter", "home")
        assert "4 accepted" in browser.text

    play(scene, tab=0, over=own)


def test_the_encoding_is_chosen(play: Play, own: Session) -> None:
    text = "Project,Type,Country\nKřižík,fund,Germany\nŠkoda,fund,Germany\n"
    Path("lists/cz.csv").write_bytes(text.encode("cp1250"))
    Path("lists/odd.csv").write_bytes("Project,Type\nÐþæß ¤¦¬,fund\n".encode("latin-1"))

    async def scene(browser: Browser) -> None:
        await _pick(browser, "cz.csv")
        await _go_down_to(browser, "encoding")
        await browser.press("enter")
        assert "The file is saved as" in browser.text
        await _go_down_to(browser, "Windows-1252")
        assert "Køižík" in browser.text, "what the file says in it"
        await browser.press("enter")
        assert "Køižík" in browser.text
        await _go_down_to(browser, "encoding")
        assert "Windows-1252" in browser.text
        await browser.press("enter")
        await browser.press("g")
        await _go_down_to(browser, "Windows-1250")
        await browser.press("enter", "home")
        assert "Křižík" in browser.text
        await browser.press("escape")
        await _pick(browser, "odd.csv")
        assert "encoding" in browser.text
        assert "Mill" not in browser.text

    play(scene, tab=0, over=own)


@pytest.fixture
def prepared(own: Session) -> Session:
    """The same with a table that is prepared."""
    root = own.store.archive.root
    (root / "data" / "deals.csv").write_text("id,title_en,event\nworks,Works,fair\n", "utf-8")
    assert prepare_archive(root, lambda thread, _loading: thread.join()) == []
    return Session(open_archive(root).store, reopen=lambda: open_archive(root).store)


def test_after_an_import_the_prepared_file_is_made_anew_where_that_is_wanted(play: Play, prepared: Session) -> None:
    root = prepared.store.archive.root
    assert prepared.store.unprepared == ""

    async def scene(browser: Browser) -> None:
        await _pick(browser, "good.csv")
        await browser.press("w")
        assert isinstance(browser.screen, ChoiceScreen)
        assert "The prepared file is out of date" in browser.text
        await browser.press("enter")
        assert isinstance(browser.screen, BrowseScreen)
        assert "The archive is prepared." in browser.text
        assert prepared.store.unprepared == open_archive(root).store.unprepared == ""
        await browser.press("Z", "enter", "down", "enter")
        assert "The prepared file is out of date" in browser.text
        await browser.press("escape")
        assert isinstance(browser.screen, BrowseScreen)
        assert "is not used" in browser.text
        assert open_archive(root).store.unprepared != ""

    play(scene, over=prepared)


def test_esc_breaks_off_the_making_of_the_prepared_file(
    play: Play, prepared: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Loading] = []

    def never_ends(_root: Path, watch: Watch) -> list[Problem]:
        loading = Loading()
        told.append(loading)

        def work() -> None:
            while not loading.stopped:
                time.sleep(0.01)

        thread = Thread(target=work)
        thread.start()
        watch(thread, loading)
        return []

    monkeypatch.setattr(preparing, "prepare_archive", never_ends)

    async def scene(browser: Browser) -> None:
        await _pick(browser, "good.csv")
        await browser.press("w")
        browser.put("enter")
        async with asyncio.timeout(60):
            while not (told and "Making" in browser.text):
                await asyncio.sleep(0.01)
        await browser.press("escape")
        async with asyncio.timeout(60):  # the thread that reads looks now and then whether it is to stop
            while not (told[0].stopped and "The prepared file was left as it is." in browser.text):
                await asyncio.sleep(0.01)
        assert isinstance(browser.screen, BrowseScreen)

    play(scene, over=prepared)
