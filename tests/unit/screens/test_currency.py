"""``$``: one currency beside the amounts' own. The archive is made up, the rates are the bank's."""

import csv
from pathlib import Path

import pytest
from cq_tui.screens.base.session import Session
from cq_tui.store.open_archive import open_archive

from tests.pilot import Browser
from tests.unit.made_timeline import write_timeline
from tests.unit.screens.conftest import Play

pytest.importorskip("currency_converter", reason="the extra rates is not installed")


@pytest.fixture
def made(tmp_path: Path) -> Session:
    root = write_timeline(tmp_path / "made")
    return Session(open_archive(root).store, reopen=lambda: open_archive(root).store)


def _line(browser: Browser, word: str) -> str:
    return next(line for line in browser.text.split("\n") if line.lstrip("> ").startswith(word))


async def _choose(browser: Browser, words: str) -> None:
    await browser.press("$")
    await browser.type(words)
    await browser.press("enter")


def test_it_is_chosen_by_typing_and_stands_in_list_record_and_sums(play: Play, made: Session) -> None:
    async def scene(browser: Browser) -> None:
        assert "In EUR" not in browser.text
        await browser.press("$")
        assert " Beside each amount the same in" in browser.text
        assert ">* none: the amounts' own currencies alone" in browser.text
        await browser.type("euro")
        await browser.press("enter")
        assert "Amount CNY bn   In EUR" in _line(browser, "Deal ")
        assert "13.75" in _line(browser, "jan ")
        assert "no rate" in _line(browser, "feb ")
        assert "CNY" in _line(browser, "jan ") or "<0.0001" in _line(browser, "jan "), "the original stays"
        assert "In EUR, 4 of 7 amounts: investment EUR 44.21, fund EUR 10" in browser.text
        assert "investment 387" in browser.text
        await browser.press("enter")
        assert "EUR 13.75 (1 CNY = 0.1374967345 EUR, reference rate of 2023-01-13)" in " ".join(browser.text.split())
        await browser.press("escape", "down", "enter")
        assert "no rate: only the year or month is stated" in browser.text

    play(scene, over=made, size=(120, 30))


def test_it_is_another_one_and_none_again(play: Play, made: Session) -> None:
    async def scene(browser: Browser) -> None:
        await _choose(browser, "eur")
        await _choose(browser, "美元")
        assert "In USD" in browser.text
        assert "In EUR" not in browser.text
        await browser.press("$", "escape")
        assert "In USD" in browser.text, "Esc changes nothing"
        await browser.press("$")
        await browser.type("none")
        await browser.press("enter")
        assert "In USD" not in browser.text
        assert "10 of 10" in browser.text

    play(scene, over=made, size=(120, 30))


def test_it_stays_when_the_files_are_read_again_and_when_the_tab_is_left(play: Play, made: Session) -> None:
    made.beside = "EUR"

    async def scene(browser: Browser) -> None:
        assert "In EUR" in _line(browser, "Deal "), "asked for on the command line"
        await browser.press("R")
        assert "In EUR" in _line(browser, "Deal ")
        await browser.press("1", "2")
        assert "In EUR" in _line(browser, "Deal ")

    play(scene, over=made, size=(120, 30))


def test_an_export_and_the_command_lines_have_it(play: Play, made: Session) -> None:
    made.beside = "EUR"

    async def scene(browser: Browser) -> None:
        await browser.press("Y")
        assert "--in EUR" in browser.text
        await browser.press("escape", "e", "enter")
        assert "10 rows written" in browser.text

    play(scene, over=made, size=(120, 30))
    (written,) = Path().glob("*.csv")
    rows = {row["Deal"]: row for row in csv.DictReader(written.open(encoding="utf-8-sig"))}
    assert (rows["jan"]["In EUR"], rows["feb"]["In EUR"]) == ("13.75", "no rate"), "as it stands on the screen"


def test_without_the_package_it_says_what_to_do(play: Play, made: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "currency_converter", None)

    async def scene(browser: Browser) -> None:
        await browser.press("$")
        assert "Converting needs the rates: pip install 'cq-tui[rates]'" in browser.text

    play(scene, over=made)
