"""Examples of filters, in the help and in an empty filter, are understood in both languages, and find something."""

import pytest
from cq_tui.language import LANGUAGES, Language, use
from cq_tui.query.parse import parse
from cq_tui.screens.base.help import _filters
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.store.views.filter_example import filter_example

from tests.pilot import Browser
from tests.shipped import kinds
from tests.unit.made import EVENT, write_archive
from tests.unit.screens.conftest import Play


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", kinds())
def test_the_example_of_each_list_finds_something(store: Store, kind: str, lang: Language) -> None:
    use(lang)
    text = filter_example(store, store.kind(kind))
    query = parse(text, store.kind(kind))
    assert query.faults == ()
    assert Selection(store, query).count > 0
    assert kind in ("sources", "passages", "figures", "sessions") or query.terms, text
    assert lang == "en" or not text or not text[0].isascii()


@pytest.mark.parametrize(
    ("kind", "en", "zh"),
    [
        ("deals", "amount>=100m", "金额>=1亿"),
        ("speakers", "role:host-address", "发言形式:主办地致辞"),
        ("chain", "tier:industry", "层级:产业"),
    ],
)
def test_it_is_of_the_language(store: Store, kind: str, en: str, zh: str) -> None:
    assert filter_example(store, store.kind(kind)) == en
    use("zh")
    assert filter_example(store, store.kind(kind)) == zh


def test_a_list_without_records_has_none(tmp_path: object) -> None:
    store = open_archive(write_archive(tmp_path, events=EVENT)).store  # type: ignore[arg-type]
    assert filter_example(store, store.kind("speakers")) == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_examples_of_the_help_are_understood(store: Store, lang: Language) -> None:
    use(lang)
    for typed, _words in _filters():
        assert parse(typed, store.kind("deals")).faults == (), typed
    assert Selection(store, parse(_filters()[0][0], store.kind("deals"))).count == 2


def test_each_tab_shows_its_own(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("/")
        assert "words, field:value, amount>=100m" in browser.text
        await browser.press("escape", "3", "/")
        assert "words, field:value, role:host-address" in browser.text

    play(scene)
