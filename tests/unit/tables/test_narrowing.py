"""Typing on looks through the last matches alone, where that finds what looking through all records finds."""

import pytest
from cq_tui.query.narrow import narrows
from cq_tui.query.parse import parse
from cq_tui.query.widen import Widener
from cq_tui.store.selection import matches
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.shipped import kinds
from tests.unit.tables.test_prepared_search import both, terms, words

__all__ = ["both"]
WIDEN = Widener()


@pytest.fixture
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Narrow however many the last matches are."""
    monkeypatch.setattr(matches, "_NARROWED_SHARE", 1)


def _steps(before: str, word: str) -> list[str]:
    return [f"{before} {word[:end]}" for end in range(1, len(word) + 1)]


@given(place=st.sampled_from([0, 1]), before=st.just("") | terms, word=words, after=st.just("") | words)
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.usefixtures("always")
def test_typed_letter_by_letter_finds_what_is_found_from_scratch(
    both: tuple[Store, Store], place: int, before: str, word: str, after: str
) -> None:
    store, last = both[place], None
    for text in [*_steps(before, word), *_steps(f"{before} {word}", after)]:
        query = parse(text, store.schema["deals"])
        last = Selection(store, query, before=last)
        assert [one.id for one in last] == [one.id for one in Selection(store, query)], text


@pytest.mark.usefixtures("always")
def test_no_other_record_is_asked(both: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch) -> None:
    store = both[0]
    last = Selection(store, parse("西", store.schema["deals"]))
    assert last.count
    asked: list[str] = []
    ask = store.ask
    monkeypatch.setattr(store, "ask", lambda sql, *rest: asked.append(sql) or ask(sql, *rest))
    now = Selection(store, parse("西南", store.schema["deals"]), before=last)
    assert now.first_page(None) == 0
    assert 0 < now.count < last.count
    made = [sql for sql in asked if sql.startswith("CREATE TABLE")]
    assert len(made) == 1
    # Neither those that are known by then, nor the same twice.
    assert sum("count(*) FROM _kept" in sql for sql in asked) == 1
    assert f"IN (SELECT _position FROM {last._matches.table})" in made[0]


@pytest.mark.usefixtures("always")
@pytest.mark.parametrize("most", [3, 64])
def test_a_first_page_among_them_is_the_first_page(both: tuple[Store, Store], most: int) -> None:
    store = both[0]
    last = Selection(store, parse("西", store.schema["deals"]))
    assert last.count
    now = Selection(store, parse("西南", store.schema["deals"]), before=last)
    first = now._matches.first(most)
    found = [row[0] for row in store.ask(f"SELECT _position FROM {now._matches.table}")]
    assert first == found[:most]
    assert Selection(store, parse("西藏", store.schema["deals"]), before=last)._matches.first(most) is None


def test_many_matches_are_not_looked_through(both: tuple[Store, Store]) -> None:
    store = both[0]
    last = Selection(store, parse("西", store.schema["deals"]))
    assert last.count > store.total("deals") / 4
    assert Selection(store, parse("西南", store.schema["deals"]), before=last)._matches._among is None


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("西", "西南"),
        ("xnl", "xnlx"),
        ("abb", "abbey"),
        ("title:xn", "title:xnl"),
        ("xnl", "xnl amount>5"),
        ("xnl amount>5", "amount>5 xnlx"),
        ("xnl", "xnl sort:amount"),
        ("a100000", "a1000001"),
        ("note:xn", "note:xnl"),
    ],
)
def test_what_narrows(before: str, now: str) -> None:
    assert narrows(parse(now, kinds()["deals"]), parse(before, kinds()["deals"]), WIDEN)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("x", "xn"),  # one letter does not sound
        ("xn", "xnl"),  # two letters sound in names alone
        ("xnl", "xn"),
        ("xnl", "xml"),
        ("-xnl", "-xnlx"),
        ("xnl", "-xnlx"),
        ("xnl|cq", "xnlx|cq"),
        ("title=xnl", "title=xnlx"),
        ("/xnl/", "/xnlx/"),
        ("id=a", "id=ab"),
        ("xnl amount>5", "xnlx"),
        ("amount>5", "amount>50"),
        ("abc", "abc1"),  # no identifier is without a digit
        ("1", "12"),
        ("deal", "deale"),  # the first one's expression was cut
        ("", "xnl"),
    ],
)
def test_what_may_find_more(before: str, now: str) -> None:
    assert not narrows(parse(now, kinds()["deals"]), parse(before, kinds()["deals"]), WIDEN)


def test_another_kind_is_no_narrower_one() -> None:
    assert not narrows(parse("xnlx", kinds()["speakers"]), parse("xnl", kinds()["deals"]), WIDEN)
