"""``=``: deals that may be one deal told twice, decided with one key each. The archive is made up."""

from pathlib import Path

import pytest
from cq_tui.archive.same.file import PATH
from cq_tui.screens.base.session import Session
from cq_tui.secure import Confinement
from cq_tui.store.open_archive import open_archive

from tests.pilot import Browser
from tests.unit.screens.conftest import Play

_EVENTS = '[[events]]\nid = "e"\nname = { en = "Made fair" }\n\n[[events]]\nid = "f"\nname = { en = "Made list" }\n'
_ORGS = "id,name_en\nhc,Huachuang Energy\nrt,Ruitong Motors\n"
_DEALS = """id,title_en,event,amount,currency,parties,date,instrument
a1,Battery plant in Liangjiang,e,500000000,CNY,hc:partner,2024-05-01,investment
a2,Seat line for electric cars,e,120000000,CNY,rt:partner,2024-05-01,investment
b1,Battery Plant in Liangjiang,f,510000000,CNY,hc:partner,2024-05-03,
b2,Seat line for electric cars,f,120000000,CNY,rt:partner,2024-05-03,investment
c1,Data centre,f,7000000,CNY,,,investment
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = tmp_path / "made"
    (made / "data").mkdir(parents=True)
    (made / "seeds").mkdir()
    (made / "data" / "events.toml").write_text(_EVENTS)
    (made / "data" / "organisations.csv").write_text(_ORGS)
    (made / "data" / "deals.csv").write_text(_DEALS)
    return made


@pytest.fixture
def made(root: Path) -> Session:
    return Session(open_archive(root).store, reopen=lambda: open_archive(root).store)


def test_a_pair_stands_side_by_side_with_what_differs(play: Play, made: Session) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("2", "=")
        lines = browser.text.split("\n")
        assert lines[1] == " Pair 1 of 2  sure"
        amounts = [line for line in lines if "Amount" in line]
        pairs = {line.split()[0]: line for line in lines if line[:2] == " ∆"}
        assert len(amounts) == 1
        assert pairs, "what differs is marked"
        await browser.press("n")
        assert browser.text.split("\n")[1].startswith(" Pair 2 of 2  likely")

    play(scene, over=made)


def test_a_decision_is_kept_and_counts_after_the_screen(play: Play, made: Session, root: Path) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("2")
        assert "5 of 5" in browser.text
        await browser.press("=", "s")
        assert (root / PATH).read_text().count("[[same]]") == 1
        assert " Pair 1 of 1" in browser.text
        await browser.press("d")
        assert "No two deals look like one deal told twice." in browser.text
        assert (root / PATH).read_text().count("[[same]]") == 2
        await browser.press("escape")
        assert "The files were read again." in browser.text
        assert [one.count for one in made.store.left_out] == [1]
        await browser.press("=")
        assert "No two deals look like one deal told twice." in browser.text

    play(scene, over=made)


def test_the_last_decision_is_taken_back(play: Play, made: Session, root: Path) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("2", "=", "d", "d", "u", "u")
        assert " Pair 1 of 2" in browser.text
        assert not (root / PATH).exists()
        await browser.press("u")
        assert not (root / PATH).exists()

    play(scene, over=made)


def test_the_other_one_counts_and_is_the_later_telling(play: Play, made: Session, root: Path) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("2", "=")
        first = next(line for line in browser.text.split("\n") if "would count" in line)
        await browser.press("x")
        second = next(line for line in browser.text.split("\n") if "would count" in line)
        assert first.index("would count") != second.index("would count")
        await browser.press("a")
        assert 'decision = "later"' in (root / PATH).read_text()

    play(scene, over=made)


def test_enter_opens_a_deal_and_leads_back_to_the_pair(play: Play, made: Session) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("2", "=", "n", "enter")
        assert "ID" in browser.text
        await browser.press("escape")
        assert " Pair 2 of 2" in browser.text
        await browser.press("escape")
        assert "5 of 5" in browser.text

    play(scene, over=made)


def test_in_secure_mode_they_are_shown_and_nothing_is_decided(play: Play, made: Session, root: Path) -> None:
    made.confined = Confinement(None)

    async def scene(browser: Browser) -> None:
        await browser.press("2", "=")
        assert " Pair 1 of 2" in browser.text
        await browser.press("s", "d", "a", "u")
        assert " Pair 1 of 2" in browser.text
        assert not (root / PATH).exists()

    play(scene, over=made)


def test_a_decision_that_cannot_be_kept_is_told(play: Play, made: Session, root: Path) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("2", "=")
        (root / PATH).write_text("[[same")
        await browser.press("s")
        assert "data/same.toml" in browser.text
        assert " Pair 1 of 2" in browser.text
        assert (root / PATH).read_text() == "[[same"

    play(scene, over=made)


def test_other_lists_say_where_the_key_acts(play: Play, made: Session) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("3", "=")
        assert "in the list of deals" in browser.text

    play(scene, over=made)
