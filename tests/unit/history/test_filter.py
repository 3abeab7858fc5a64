"""What a filter asks of a history, in every form of the archive: how it was then, since when, what is overdue."""

from pathlib import Path

import pytest
from cq_tui import language
from cq_tui.query.complete import complete
from cq_tui.query.edit import with_term
from cq_tui.query.explain import explain
from cq_tui.query.parse import parse
from cq_tui.query.terms import Query, Words
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.facets import facet_values
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.made import DEAL, EVENT, write_archive

ASKED = {
    "stage@2023:signed": {"rotor-works", "cell-plant", "test-track"},
    "stage@2023:started": {"cold-store"},
    "stage@2024:operating": {"cold-store"},
    "阶段＠2024：已投产": {"cold-store"},
    "stage@2024-05:cancelled": set(),
    "stage@2024-06:cancelled": {"cell-plant"},
    "stage@2024-06-29:cancelled": set(),
    "stage@2024-Q2:cancelled": {"cell-plant"},
    "stage@2025-05:started": set(),  # told of 2025, which was not over
    "stage@2025-06:started": {"sensor-line"},  # today, as it is now
    "stage@2025:started": {"sensor-line"},
    "event:fair-2023 -stage@2024:signed": {"cell-plant", "cold-store"},
    "since:2025": {"rotor-works", "sensor-line", "port-terminal", "data-hall"},
    "since=2024": {"cell-plant", "cold-store", "gear-park"},
    "since:2024-05..2024-06": {"cell-plant", "gear-park"},
    "since<2024": {"test-track"},
    "stage:operating since:2025": {"rotor-works"},
    "last-told<2024": {"test-track"},
    "最近消息<2024": {"test-track"},
    "last_told:2024-05": {"gear-park", "sensor-line-again", "gear-park-again"},
    "overdue": {"test-track"},
    "逾期": {"test-track"},
    "overdue:yes": {"test-track"},
    "overdue@2024-05": set(),
    "overdue@2024": {"test-track"},
    "overdue@2025-01": {"test-track", "rotor-works"},
    "overdue@2025-04": {"test-track"},
    "overdue@2027-07": {"test-track", "port-terminal"},
    "event:fair-2023 -overdue": {"rotor-works", "cell-plant", "cold-store"},
    "has:since event:fair-2025": {"port-terminal", "data-hall"},
    "has:history event:fair-2024": {"sensor-line", "gear-park"},
    "later": {"rotor-works"},  # in a note
    "started": {"sensor-line"},  # a stage of long ago is no word of what a deal is now
}


@pytest.mark.parametrize("text", ASKED)
def test_it_finds(store: Store, text: str) -> None:
    query = parse(text, store.kind("deals"))
    assert query.faults == ()
    assert {deal.id for deal in Selection(store, query)} == ASKED[text]


def _query(store: Store, text: str) -> Query:
    return parse(text, store.kind("deals"))


@pytest.mark.parametrize(
    ("text", "en", "zh"),
    [
        ("overdue", "overdue on 2025-06-30", "在 2025-06-30 逾期"),
        ("-overdue@2024", "not overdue on 2024-12-31", "在 2024-12-31 未逾期"),
        ("stage@2024:operating", "stage at the end of 2024 is operating", "2024年底的阶段为已投产"),
        ("stage@2024-06:signed", "stage at the end of 2024-06 is signed", "2024-06底的阶段为已签约"),
        ("-stage@2024-06-02:signed", "stage on 2024-06-02 is not signed", "2024-06-02的阶段不是已签约"),
        ("since:2024", "stage reached is from 2024-01-01 on", "现阶段始于2024-01-01起"),
        ("last-told<2024", "last told is until 2023-12-31", "最近消息到2023-12-31为止"),
    ],
)
def test_it_tells_itself(store: Store, text: str, en: str, zh: str) -> None:
    assert explain(_query(store, text)) == f"Deals: {en}"
    language.use("zh")
    assert explain(_query(store, text)) == f"项目：{zh}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ov", "overdue"), ("-over", "-overdue"), ("逾", "逾期"), ("sin", "since:"), ("last", "last_told:"),
        ("stage@2024:op", "stage@2024:operating"), ("阶段@2024:已投", "阶段@2024:已投产"), ("hist", "history:"),
        ("sort:sin", "sort:since"), ("has:hist", "has:history"),
    ],
)  # fmt: skip
def test_it_is_completed(store: Store, text: str, expected: str) -> None:
    assert expected in [one.text for one in complete(text, store.kind("deals"))]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("stage@20:signed", "20 is not a date"),
        ("stage@2024:sold", "sold is not a value of Stage at the end of 2024."),
        ("amount@2024:>1", "Only stage@2024 and overdue@2024 ask how it was then."),
        ("since:soon", "soon is not a date"),
    ],
)
def test_what_is_not_understood_is_said(store: Store, text: str, message: str) -> None:
    (fault,) = _query(store, text).faults
    assert fault.message.startswith(message)


def test_every_beginning_of_it_is_a_query(store: Store) -> None:
    for text in ASKED:
        for end in range(len(text) + 1):
            _query(store, text[:end])


def test_another_stage_does_not_take_the_place_of_an_earlier_one(store: Store) -> None:
    stage = store.kind("deals").by_name["stage"]
    assert with_term(_query(store, "stage@2024:signed"), stage, "stage:started") == "stage@2024:signed stage:started"


def test_a_day_of_a_facet_is_asked_as_it_is(store: Store) -> None:
    since = store.kind("deals").asked_by_name["since"]
    found = {one.term: one.count for one in facet_values(Selection(store, _query(store, "")), since).values}
    for term, count in found.items():
        assert len(list(Selection(store, _query(store, term)))) == count


@pytest.mark.parametrize("text", ["overdue", "stage@2024:signed", "-overdue", "overdue@2024"])
def test_without_a_history_they_are_words_as_before(text: str) -> None:
    (term,) = parse(text, kinds()["deals"]).terms
    assert term.field is None
    assert isinstance(term.test, Words)


@pytest.mark.parametrize(
    ("text", "count"), [("overdue", 0), ("overdue@2025-06-30", 0), ("overdue@2024", 0), ("stage@2025:operating", 1)]
)
def test_a_stage_that_was_reached_at_an_untold_time_is_no_delay(tmp_path: Path, text: str, count: int) -> None:
    deal = DEAL + 'stage = "operating"\nhistory = [{ date = "2023", stage = "signed" }, ' \
        '{ date = "2024-06", stage = "operating", planned = true }]\n'  # fmt: skip
    store = open_archive(write_archive(tmp_path, events=EVENT, deals=deal)).store
    assert Selection(store, parse(text, store.kind("deals"))).count == count
