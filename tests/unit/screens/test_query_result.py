"""A long list comes in two answers: its rows, then what they sum to."""

import pytest
from cq_tui import language
from cq_tui.archive.read import read
from cq_tui.query.parse import parse
from cq_tui.screens.browse import query_result
from cq_tui.screens.browse.query_result import QueryResult, query_results
from cq_tui.store.selection.row_order import PAGE
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Cancelled, Store

from tests.shipped import kinds
from tests.unit.made import EVENT, write_archive
from tests.unit.tables.made import parquet

COUNT = 1000


@pytest.fixture
def made(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Store:
    root = write_archive(tmp_path_factory.mktemp("made"), events=EVENT)
    (root / "data" / "deals.parquet").write_bytes(
        parquet(
            "SELECT 'd' || i AS id, {'zh': if(i % 5 = 0, '重庆', '成都'), 'en': ''} AS title, 'fair' AS event, "
            "'investment' AS instrument, 10::DECIMAL(38, 4) AS amount, 'CNY' AS currency "
            f"FROM range({COUNT}) AS made(i)"
        )
    )
    monkeypatch.setattr(query_result, "_LONG", COUNT - 1)
    language.use("en")
    return Store(read(root))


def _answers(store: Store, text: str, record: str | None = None) -> list[QueryResult]:
    return list(query_results(Selection(store, parse(text, kinds()["deals"])), record, text))


@pytest.mark.parametrize(("text", "record", "count"), [("重庆", "d10", 200), ("chengdu", "d3", 800)])
def test_the_first_page_comes_before_anything_is_counted(made: Store, text: str, record: str, count: int) -> None:
    selection = Selection(made, parse(text, kinds()["deals"]))
    coming = query_results(selection, record, text)
    rows = next(coming)
    assert (rows.words, rows.cursor, rows.whole) == ([f"{PAGE}+ of 1,000"], 2, False)
    assert not selection.counted
    assert len(selection.page(0)) == PAGE == selection.reach
    whole = next(coming)
    assert (whole.words[0], whole.cursor, whole.whole) == (f"{count} of 1,000", 2, True)
    assert next(coming, None) is None


@pytest.mark.parametrize("text", ["", "重庆 sort:title"])
def test_rows_that_hang_on_all_records_come_counted_but_before_their_sums(made: Store, text: str) -> None:
    rows, whole = _answers(made, text)
    assert len(rows.words) == 1
    assert rows.words[0] == whole.words[0]
    assert len(whole.words) > 1
    assert (rows.whole, whole.whole) == (False, True)


def test_a_cursor_further_on_waits_for_its_place(made: Store) -> None:
    rows, whole = _answers(made, "重庆", "d900")
    assert rows.cursor == whole.cursor == 180
    assert rows.words == ["200 of 1,000"]


def test_few_hits_are_told_as_they_are(made: Store) -> None:
    rows, whole = _answers(made, "重庆 id:d10")
    assert rows.words[0] == whole.words[0]
    assert "+" not in rows.words[0]


def test_a_short_list_comes_at_once(made: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query_result, "_LONG", COUNT)
    (whole,) = _answers(made, "重庆")
    assert whole.whole


def test_a_selection_that_was_given_up_ends_its_answers(made: Store) -> None:
    selection = Selection(made, parse("重庆", kinds()["deals"]))
    coming = query_results(selection, None, "重庆")
    next(coming)
    selection.cancel()
    with pytest.raises(Cancelled):
        next(coming)
