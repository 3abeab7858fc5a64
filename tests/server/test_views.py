"""What is told of records and selections, asked of both engines."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from cq_tui.kinds.events import Event
from cq_tui.query.parse import parse
from cq_tui.store.selection.selection import Selection
from cq_tui.store.twins.find import probable_twins
from cq_tui.store.views.chain import chain_of
from cq_tui.store.views.compare import compare
from cq_tui.store.views.matrix import matrix
from cq_tui.store.views.outcomes import outcomes_of_all
from cq_tui.store.views.silence import usual_silence
from cq_tui.store.views.timeline import timeline

from tests.server.conftest import Compared
from tests.server.test_conformance import pytestmark  # noqa: F401  the same condition


@pytest.mark.parametrize("archive", ["shipped", "years-in-a-table", "made-deals"])
@pytest.mark.parametrize("text", ["", "amount>=1000000", "重庆"])
def test_what_is_told_of_a_list(compared: Compared, archive: str, text: str) -> None:
    store, both = compared(archive)
    kind = store.kind("deals")
    selection = Selection(store, parse(text, kind))
    timeline(selection)
    outcomes_of_all(selection, usual_silence(kind))
    assert both.otherwise() == []


@pytest.mark.parametrize("archive", ["shipped", "years-in-a-table"])
def test_what_is_told_of_an_archive(compared: Compared, archive: str) -> None:
    store, both = compared(archive)
    matrix(store, store.itemised)
    chain_of(Selection(store, parse("", store.kind("chain"))))
    probable_twins(store)
    events: Sequence[Event] = [one for one in store.records("events") if isinstance(one, Event)]
    for first, second in pairwise(events):
        compare(store, first, second)
    assert both.otherwise() == []
