"""The line under an overview: what is added up there, and where that is told."""

from pathlib import Path

import pytest
from cq_tui import language
from cq_tui.store.open_archive import open_archive
from cq_tui.store.store import Store
from cq_tui.store.views.overview_words import overview_words

from tests.unit.made import write_archive
from tests.unit.made_events import make_events

_SOME = '[[organisations]]\nid = "a"\ntype = "company"\nname = { en = "Aa" }\n'


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "Totals as announced (para. 19)"), ("zh", "合计为公布数（第19段）")]
)
def test_announced_totals_are_told_with_the_paragraph_of_their_number(
    store: Store, lang: language.Language, words: str
) -> None:
    language.use(lang)
    first, along = overview_words(store, None, "Right")
    assert first == words
    assert "Right" in along


def test_an_archive_of_several_events_has_a_sum_a_type_of_money(tmp_path: Path) -> None:
    store = open_archive(make_events(tmp_path)).store
    assert overview_words(store, None, "Right")[0] == "Each type of money has its own sum"
    assert overview_words(store, "fair-2024", "Right")[0] == "Each type of money has its own sum"
    assert overview_words(store, "fair-2023", "Right")[0] == "Totals as announced"


def test_an_archive_without_a_deal_tells_how_much_there_is(tmp_path: Path) -> None:
    store = open_archive(write_archive(tmp_path, organisations=_SOME)).store
    assert overview_words(store, None, "Right") == ["1 record"]
