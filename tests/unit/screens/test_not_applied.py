"""What is not understood of a filter is not applied: said where Enter takes it, and where it would be written."""

from pathlib import Path

import pytest
from cq_tui.language import use
from cq_tui.query.complete import completed
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.screens.export.screen import ExportScreen

from tests.pilot import Browser
from tests.shipped import kinds
from tests.unit.screens.conftest import Play


@pytest.mark.parametrize(
    ("kind", "text", "taken"),
    [
        ("deals", "country:ger", "country:Germany"),
        ("deals", "-country:ger amount>1", "-country:Germany amount>1"),
        ("deals", "stage:sig type:cred", "stage:signed type:credit-line"),
        ("speakers", "role:key", "role:keynote"),
        ("deals", "country:CN,ger", "country:CN,Germany"),
        ("deals", "阶段:已", "阶段:已"),  # several stages begin so
        ("deals", "country:zzz", "country:zzz"),
        ("deals", "country:DE", "country:DE"),
        ("deals", "amuont>1", "amuont>1"),
        ("deals", "title:ger", "title:ger"),  # no field of codes: any text may be asked
        ("deals", "", ""),
    ],
)
def test_a_value_that_begins_one_code_becomes_it(kind: str, text: str, taken: str) -> None:
    assert completed(text, kinds()[kind]) == taken


def test_so_it_does_in_chinese() -> None:
    use("zh")
    assert completed("国家:德", kinds()["deals"]) == "国家:德国"


def test_enter_applies_the_one_value_that_is_begun(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("/")
        await browser.type("country:ger")
        assert "4 of 4" in browser.text
        await browser.press("enter")
        assert "/ country:Germany" in browser.text
        assert "country is Germany" in browser.text
        assert "1 of 4" in browser.text
        assert browser.screen.session.filter_history == ["country:Germany"]  # type: ignore[attr-defined]

    play(scene)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("stage:s", "Not applied: s is not a value of Stage."),  # values were offered in its place
        ("amuont>100m", "Not applied: Deals have no field amuont. Did you mean amount?"),
        ("citic 金額>>1亿元", "Not applied: Deals have no field 金額."),
    ],
)
def test_what_enter_takes_and_is_not_applied_is_said(play: Play, text: str, said: str) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("/")
        await browser.type(text)
        assert said not in browser.text
        await browser.press("enter")
        assert isinstance(browser.screen, BrowseScreen)
        assert said in browser.text.splitlines()[3]
        await browser.press("/")
        await browser.type(" ")
        assert "Not applied" not in browser.text, "it is being typed"

    play(scene)


def test_an_export_says_it_and_takes_the_rest_alone(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("/")
        await browser.type("citic amuont>1")
        await browser.press("enter", "e")
        assert isinstance(browser.screen, ExportScreen)
        assert "Export 2 rows: Deals   Not applied: amuont>1   / citic" in browser.text
        assert "--filter citic --lang" in browser.text, "the command would refuse the rest"
        await browser.press("enter")

    play(scene)
    assert [one.name for one in Path().glob("*.csv")] == ["2025-11-19-european-visit-2025-deals-citic.csv"]


@pytest.mark.parametrize("key", ["e", "B", "P"])
def test_each_screen_that_writes_says_it(play: Play, key: str) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("/")
        await browser.type("amuont>1")
        await browser.press("enter", key)
        assert not isinstance(browser.screen, BrowseScreen)
        assert "Not applied: amuont>1" in browser.text

    play(scene)
