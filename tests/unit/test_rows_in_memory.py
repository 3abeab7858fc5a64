"""A whole list of records in memory is shown without the engine, and says what the engine would say."""

from pathlib import Path

import pytest
from cq_tui.archive.read import shipped
from cq_tui.query.parse import parse
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.unit.test_counted import made

_STORE = open_archive(shipped()).store


def _both(store: Store, kind: str) -> tuple[Selection, Selection]:
    """The list as memory answers it, and as the engine does."""
    selections = [Selection(store, parse("", store.kind(kind))) for _side in "ab"]
    assert selections[0]._records.in_memory is not None
    selections[1]._records.__dict__["in_memory"] = None
    return selections[0], selections[1]


@pytest.mark.parametrize("kind", [*_STORE.schema])
def test_memory_and_engine_say_the_same(kind: str) -> None:
    memory, engine = _both(_STORE, kind)
    assert list(memory) == list(engine)
    assert (memory.count, memory.sums, memory.field_sums) == (engine.count, engine.sums, engine.field_sums)
    for number in (0, memory.count - 1):
        record = memory.at(number)
        assert record == engine.at(number)
        if record is not None:
            assert memory.position(record.id) == engine.position(record.id) == number
    assert memory.position("nobody") is engine.position("nobody") is None


@pytest.mark.parametrize("kind", ["deals", "grants"])
def test_so_they_do_with_own_stages_and_own_kinds(tmp_path: Path, kind: str) -> None:
    memory, engine = _both(made(tmp_path), kind)
    assert list(memory) == list(engine)
    assert (memory.sums, memory.field_sums) == (engine.sums, engine.field_sums)


def test_a_list_that_is_filtered_or_sorted_is_the_engines() -> None:
    deals = _STORE.kind("deals")
    assert Selection(_STORE, parse("amount:>1", deals))._records.in_memory is None
    assert Selection(_STORE, parse("sort:title", deals))._records.in_memory is None
