"""A selection is sorted once: its pages are pieces of what was sorted, whatever way they are asked for."""

from typing import Any

import pytest
from cq_tui.archive.read import read
from cq_tui.query.parse import parse
from cq_tui.store.selection import matches
from cq_tui.store.selection.row_order import PAGE
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.made import EVENT, write_archive
from tests.unit.tables.made import parquet

COUNT = 1000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Store:
    root = write_archive(tmp_path_factory.mktemp("made"), events=EVENT)
    (root / "data" / "deals.parquet").write_bytes(
        parquet(
            "SELECT 'd' || i AS id, {'zh': if(i % 7 = 0, '重庆', '虫青'), 'en': 'Made ' || i % 11} AS title, "
            "'fair' AS event, 'investment' AS instrument, (1 + i * 7919 % 1000)::DECIMAL(38, 4) AS amount, "
            f"'CNY' AS currency FROM range({COUNT}) AS made(i)"
        )
    )
    return Store(read(root))


class Watched:
    """A selection, and the statements that sort for it."""

    def __init__(self, store: Store, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
        self.sorting: list[str] = []
        ask = store.ask

        def watched(sql: str, *rest: Any) -> list[tuple[Any, ...]]:
            if "ORDER BY" in sql and "ORDER BY rowid" not in sql:
                self.sorting.append(sql)
            return ask(sql, *rest)

        monkeypatch.setattr(store, "ask", watched)
        self.selection: Selection = Selection(store, parse(text, kinds()["deals"]))


TEXTS = ["", "sort:-amount", "sort:title,-amount", "made amount>500 sort:amount", "made", "chongqing"]


@pytest.mark.parametrize("text", TEXTS)
def test_pages_are_pieces_of_the_whole_and_places_fit(made: Store, text: str) -> None:
    query = parse(text, kinds()["deals"])
    whole = [one.id for one in Selection(made, query)]
    assert whole
    paged = Selection(made, query)
    assert paged.count == len(whole)
    ids = [one.id for number in range(len(whole) // PAGE + 1) for one in paged.page(number)]
    assert ids == whole
    for place in (0, len(whole) // 2, len(whole) - 1):
        assert paged.position(whole[place]) == place
        assert Selection(made, query).position(whole[place]) == place
        assert [one.id for one in Selection(made, query).rows(place, place + 2)] == whole[place : place + 2]
    assert paged.position("nobody") is None
    assert Selection(made, query).rows(COUNT, COUNT + 5) == []


@pytest.mark.parametrize("text", TEXTS)
def test_paging_sorts_once_however_far_it_goes(made: Store, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    watched = Watched(made, monkeypatch, text)
    watched.selection.page(0)
    first = len(watched.sorting)
    assert first <= 2
    for number in (1, 2, 3, 2, 1, 0):
        watched.selection.page(number)
    watched.selection.position("d77")
    list(watched.selection)
    assert len(watched.sorting) <= first + ("sort:" in text)


def test_the_first_page_does_not_wait_for_all_to_be_sorted(made: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = Watched(made, monkeypatch, "sort:-amount")
    watched.selection.page(0)
    assert "LIMIT" in watched.sorting[0]


def test_a_record_that_the_filter_leaves_out_has_no_place(made: Store) -> None:
    assert Selection(made, parse("amount<2", kinds()["deals"])).position("d1") is None


@pytest.mark.parametrize(
    "text",
    [
        "重庆",
        "amount<2",
        "amount>500 重庆",
        "海王星",
        "-重庆",
        "chongqing",
        "amount>500 chongqing made",
        "title:chongqing",
    ],
)
def test_a_first_page_found_early_is_the_first_page(made: Store, text: str) -> None:
    query = parse(text, kinds()["deals"])
    whole = [one.id for one in Selection(made, query)]
    early = Selection(made, query)
    assert early.reach == 0
    assert early.first_page(None) == 0
    assert not early.counted
    assert early.reach == len(whole[:PAGE])
    assert [one.id for one in early.page(0)] == whole[:PAGE]
    assert early.count == early.reach if len(whole) < PAGE else early.count == len(whole)
    assert [one.id for one in early] == whole


def test_the_record_under_the_cursor_stands_on_the_early_page_or_the_page_is_not_early(made: Store) -> None:
    query = parse("重庆", kinds()["deals"])
    whole = [one.id for one in Selection(made, query)]
    assert Selection(made, query).first_page(whole[5]) == 5
    assert Selection(made, query).first_page(whole[PAGE]) is None
    assert Selection(made, query).first_page("d1") == 0, "it is left out, and would stand between those that were found"
    assert Selection(made, query).first_page("nobody") == 0


@pytest.mark.parametrize("text", ["", "sort:amount 重庆", "tuanq"])
def test_what_hangs_on_all_records_is_not_found_early(made: Store, text: str) -> None:
    assert Selection(made, parse(text, kinds()["deals"])).first_page(None) is None


def test_what_was_found_early_and_is_all_is_not_looked_for_again(made: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    selection = Selection(made, parse("amount<2", kinds()["deals"]))
    selection.first_page(None)
    asked: list[str] = []
    ask = made.ask
    monkeypatch.setattr(made, "ask", lambda sql, *rest: asked.append(sql) or ask(sql, *rest))
    assert selection.count == 1
    assert [sql for sql in asked if "amount" in sql] == []


def test_a_long_list_is_searched_in_halves_with_the_same_result(made: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in ("重庆", "chongqing", "amount>500 重庆", "chongqing sort:amount", "海王星"):
        query = parse(text, kinds()["deals"])
        monkeypatch.setattr(matches, "_SPLIT_FROM", COUNT)
        whole = [one.id for one in Selection(made, query)]
        monkeypatch.setattr(matches, "_SPLIT_FROM", COUNT - 1)
        assert [one.id for one in Selection(made, query)] == whole
        early = Selection(made, query)
        assert early.first_page(None) in (0, None)
        assert [one.id for one in early.page(0)] == whole[:PAGE]


@pytest.mark.parametrize(("text", "columns"), [("重庆", {"UINTEGER", "UTINYINT"}), ("sort:amount", {"UINTEGER"})])
def test_what_is_kept_of_a_match_takes_five_bytes_at_most(made: Store, text: str, columns: set[str]) -> None:
    """Of ten million matches twelve bytes each would be more than the rest of a session."""
    selection = Selection(made, parse(text, made.schema["deals"]))
    selection.page(PAGE)
    kept = made.ask(
        "SELECT data_type FROM duckdb_columns() WHERE table_name = "
        "(SELECT table_name FROM duckdb_tables() WHERE table_name LIKE '_kept_%' ORDER BY table_oid DESC LIMIT 1)"
    )
    assert {one for (one,) in kept} == columns
