"""What a question may cost: more is told in one line, before or while it is answered, and never answered in part."""

import threading
from dataclasses import replace

import pytest
from cq_tui.query.explain import explain
from cq_tui.query.parse import parse
from cq_tui.quotas import SECURE, USUAL, Quotas, told, use
from cq_tui.schema.columns import ColumnError, columns
from cq_tui.store.engine.cancellation import Cancellation, Cancelled
from cq_tui.store.engine.copy_form import CopyForm
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import QueryError, Store

from tests.shipped import kinds
from tests.unit.conftest import Ids, Run

DEALS = kinds()["deals"]
LONG = "SELECT count(*) FROM range(100_000_000_000) AS made(i) WHERE i % 7 = 3"
"""Hours, unless something ends it."""


def _words(count: int) -> str:
    return " ".join(f"w{number}" for number in range(count))


@pytest.mark.parametrize(
    "text",
    [
        _words(100),
        "w " * 20_000,
        "id=" + ",".join(f"id-{number}" for number in range(100_000)),
        "category:" + ",".join(["finance"] * 20_000),
        " ".join(["sort:amount"] * 20_000),
        _words(99) + " sort:amount " + "w1 " * 500,
    ],
)
def test_what_costs_no_more_is_understood_however_long_it_is(text: str) -> None:
    query = parse(text, DEALS)
    assert query.faults == ()
    assert len(query.orders) <= 1
    assert len(explain(query)) < 2_000


def test_many_ids_leave_their_records_and_no_others(select: Ids) -> None:
    ids = ",".join(["nev-credit-line", *(f"id-{number}" for number in range(50_000)), "parts-supply-order"])
    assert select(f"id={ids}") == ["nev-credit-line", "parts-supply-order"]


def test_as_many_words_as_may_be_are_answered(select: Ids) -> None:
    assert select(_words(100)) == []


@pytest.mark.parametrize(
    "text", ["/" * 100_000, "a:" * 50_000, '"' * 100_001, "amount:" + "1," * 50_000, "- " * 50_000]
)
def test_long_noise_parses_in_time_that_grows_with_it(text: str) -> None:
    assert parse(text, DEALS).text.split() == text.split() or parse(text, DEALS).faults


@pytest.mark.parametrize("inside", ["((((a{30}){30}){30}){30})", "(a{1000}){1000}"])
def test_a_pattern_that_repeats_too_much_is_told_in_our_words(store: Store, inside: str) -> None:
    query = parse(f"/{inside}/", DEALS)
    assert query.faults == ()
    with pytest.raises(QueryError, match=r"^The pattern repeats too much\.$"):
        list(Selection(store, query))


def test_more_columns_than_may_be_are_refused_and_a_column_named_twice_is_written_twice(run: Run) -> None:
    with pytest.raises(ColumnError, match=r"^That is more than 1000 columns, which CQ_TUI_MOST_COLUMNS can raise\.$"):
        columns(DEALS, ",".join(["id"] * 1001))
    written = run("export", "deals", "--columns", ",".join(["id", "title_en"] * 500))
    lines = written.out.splitlines()
    assert lines[0] == ",".join(["id", "title_en"] * 500)
    cell = "Credit for Chongqing's new energy vehicle industry"
    assert lines[1] == ",".join(["nev-credit-line", cell] * 500)


def test_a_question_that_takes_longer_than_it_may_is_given_up(store: Store) -> None:
    use(Quotas(seconds=1))
    with pytest.raises(QueryError) as caught:
        store.ask(LONG)
    assert str(caught.value) == (
        "This takes longer than 1 second and was given up; CQ_TUI_QUESTION_SECONDS can raise that."
    )
    with pytest.raises(QueryError, match="was given up"):
        list(store.stream(LONG, Cancellation()))
    with pytest.raises(QueryError, match="was given up"):
        list(store.copy(LONG, CopyForm.CSV, Cancellation()))
    assert store.ask("SELECT 1") == [(1,)], "the next question is answered"


def test_one_thread_watches_the_questions_of_every_archive_that_was_opened(store: Store) -> None:
    store.ask("SELECT 1")
    before = threading.active_count()
    again = [Store(store.archive) for _number in range(3)]
    assert [one.ask("SELECT 1") for one in again] == [[(1,)]] * 3
    assert [one.name for one in threading.enumerate()].count("deadlines") == 1
    assert threading.active_count() <= before


def test_a_question_that_is_taken_back_is_not_told_to_be_late(store: Store) -> None:
    cancellation = Cancellation()
    cancellation.cancel()
    with pytest.raises(Cancelled):
        store.ask(LONG, cancellation=cancellation)


def test_the_engine_s_memory_is_bounded_with_a_line_that_says_so(store: Store) -> None:
    use(Quotas(memory=40))
    small = Store(store.archive)
    assert small.ask("SELECT count(*) FROM deals") == [(4,)]
    with pytest.raises(QueryError) as caught:
        small.ask("SELECT length(string_agg(i::VARCHAR || repeat('x', 100), '')) FROM range(10_000_000) AS made(i)")
    assert str(caught.value) == (
        "That takes more memory than the 40 MB of the engine; CQ_TUI_MEMORY_MB can raise that."
    )
    assert small.ask("SELECT count(*) FROM deals") == [(4,)]


def test_the_host_sets_the_bounds_and_secure_mode_has_tighter_ones() -> None:
    assert told(secure=False, environ={}) == USUAL
    assert told(secure=True, environ={}) == SECURE
    assert all(getattr(SECURE, name) < getattr(USUAL, name) for name in ("conditions", "columns", "memory", "seconds"))
    given = {
        "CQ_TUI_MOST_CONDITIONS": "7",
        "CQ_TUI_MOST_COLUMNS": "8",
        "CQ_TUI_MEMORY_MB": "512",
        "CQ_TUI_DISK_MB": "64",
        "CQ_TUI_QUESTION_SECONDS": "9",
    }
    assert told(secure=True, environ=given) == Quotas(7, 8, 512, 64, 9)
    assert told(secure=False, environ=dict.fromkeys(given, "many")) == USUAL
    assert told(secure=False, environ=dict.fromkeys(given, "0")) == replace(USUAL, disk=0)


def test_the_command_line_takes_the_host_s_bounds(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CQ_TUI_MOST_CONDITIONS", "2")
    assert run("list", "deals", "--filter", "a b").code == 0
    ended = run("list", "deals", "--filter", "a b c")
    assert (ended.code, ended.err) == (
        1, "cq-tui: c: That is more than 2 conditions, which CQ_TUI_MOST_CONDITIONS can raise.\n"
    )  # fmt: skip
    monkeypatch.delenv("CQ_TUI_MOST_CONDITIONS")
    assert run("--secure", "list", "deals", "--filter", _words(41)).code == 1
    assert run("list", "deals", "--filter", _words(41)).code == 0


def test_a_fault_of_a_long_filter_is_told_in_one_short_line(run: Run) -> None:
    ended = run("list", "deals", "--filter", f"amount:{'9' * 5000}x")
    assert ended.code == 1
    assert len(ended.err) < 500
    assert ended.err.count("\n") == 1
