"""The largest groups of many: the same as counted one by one, in less memory than all of them would take."""

import gc
from collections.abc import Iterator
from dataclasses import replace

import pytest
from cq_tui import quotas
from cq_tui.archive.read import shipped
from cq_tui.query.columns import groups_of
from cq_tui.query.parse import parse
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.engine.errors import QueryError
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.groups import Largest, distinct
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.bench.made_deals import made_archive

MANY = 250_000
VALUES = f"FROM (SELECT 'value ' || range AS name FROM range({MANY}) UNION ALL SELECT 'often' FROM range(7))"
"""Each value once, but one that is there seven times."""


class _Values:
    records = VALUES


@pytest.fixture
def with_little_memory() -> Iterator[Store]:
    """A store whose engine has too little memory for all these values at once."""
    quotas.use(replace(quotas.USUAL, memory=16))
    yield open_archive(shipped()).store
    quotas.use(quotas.USUAL)


def test_many_values_need_no_memory_for_all_of_them(with_little_memory: Store) -> None:
    with pytest.raises(QueryError, match="CQ_TUI_MEMORY_MB"):
        with_little_memory.ask(f"SELECT name, count(*) {VALUES} GROUP BY name ORDER BY 2 DESC LIMIT 3")
    largest = Largest(with_little_memory, "name", _Values(), 3, Cancellation())
    assert largest.sizes == [("often", 7), ("value 0", 1), ("value 1", 1)]
    assert distinct("name", VALUES, with_little_memory.ask) == MANY + 1


def test_only_the_largest_are_summed_and_to_the_same_as_all() -> None:
    store = Store(made_archive(300))
    selection = Selection(store, parse("amount>0", store.schema["deals"]))
    for name in ("category", "countries", "instrument", "title"):
        value = groups_of(selection.kind, selection.kind.by_name[name])
        every = selection.groups(value, 1000)
        for most in (1, 2, len(every)):
            assert selection.groups(value, most) == every[:most], (name, most)
        assert sum(one.count for one in every) >= selection.count


def test_groups_are_there_though_the_selection_is_gone() -> None:
    store = open_archive(shipped()).store
    deals = store.kind("deals")
    largest = Selection(store, parse("amount>1", deals)).largest(groups_of(deals, deals.by_name["category"]), 9)
    gc.collect()  # the table of the matches went with the selection, whenever it was collected
    assert sorted(size for _value, size in largest.sizes) == [1, 1, 1]


def test_a_file_is_written_though_the_selection_is_gone() -> None:
    store = open_archive(shipped()).store
    deals = store.kind("deals")
    pieces = Selection(store, parse("amount>1", deals)).csv([(deals.by_name["id"], 0)], raw=False)
    gc.collect()
    assert len(b"".join(pieces).splitlines()) == 3
