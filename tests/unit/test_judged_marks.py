"""What we judge carries its mark in every view of the shipped event: a walk over all such values."""

import re
from collections.abc import Iterator

import pytest
from cq_tui import language
from cq_tui.brief.brief import EventRequest, ListRequest, brief_bytes
from cq_tui.kinds.chain import Segment
from cq_tui.kinds.events import Event
from cq_tui.query.highlight import Highlighter
from cq_tui.query.parse import parse
from cq_tui.schema.cells import JUDGED, cell, is_judged, line
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.selection.facets import facet_values, has_values
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.store.views.found_in import found_in
from cq_tui.store.views.links import backward
from cq_tui.store.views.segment_links import segment_links
from cq_tui.widgets.base.linked_lines import Row
from cq_tui.widgets.views.overview import overview
from cq_tui.widgets.views.record_row import record_row
from cq_tui.widgets.views.segment_links_lines import touching_lines


def _judged(store: Store) -> Iterator[tuple[Kind, Field, Record]]:
    """Every value of the shipped event that is ours, with its record."""
    for kind in store.schema.values():
        for record in store.records(kind.name):
            yield from ((kind, field, record) for field in kind.fields if is_judged(field, record))


def _text(rows: list[Row]) -> str:
    return "\n".join("".join(text for text, _style in row.pieces) for row in rows)


@pytest.fixture(autouse=True, params=["en", "zh"])
def lang(request: pytest.FixtureRequest) -> None:
    language.use(request.param)


def test_in_lists_and_hits(store: Store) -> None:
    several = {"deals": 0, "organisations": 0}
    for kind, field, record in _judged(store):
        several[kind.name] = several.get(kind.name, 0) + 1
        found = cell(field, record, store.name)
        assert found.shown == JUDGED + found.text
        words = line(field, record, store.name)
        row = record_row(store, kind, record, 200)
        if (kind.name, field.name) == ("organisations", "country"):  # a line of a hit tells it
            assert row.pieces[-1][0] == JUDGED + words
        query = parse(f'"{words}"', kind)
        hit = found_in(store, kind, record, Highlighter(query, store.widen))
        assert hit is None or hit.label != str(field.label) or hit.judged
    assert several["deals"] >= 7
    assert several["organisations"] >= 20


def test_among_the_values_of_a_column(store: Store) -> None:
    for kind, field, record in _judged(store):
        if has_values(field) and kind.tab:
            values = facet_values(Selection(store, parse("", kind)), field).values
            assert any(one.judged for one in values), (kind.name, field.name, record.id)
    deals = store.kind("deals")
    stages = facet_values(Selection(store, parse("", deals)), deals.by_name["stage"]).values
    assert not any(one.judged for one in stages)


def test_from_the_other_end_of_a_link(store: Store) -> None:
    for kind, field, record in _judged(store):
        to = field.type.refers_to
        if not to or field.is_list or not field.shown.back:
            continue
        target = store.get(to, getattr(record, field.name))
        assert target is not None
        groups = [
            one for one in backward(store, store.kind(to), target) if (one.kind, one.field) == (kind.name, field.name)
        ]
        assert [link.judged for group in groups for link in group.links if link.id == record.id] == [True]


def test_at_a_segment_of_the_chain(store: Store) -> None:
    deals = [one for kind, field, one in _judged(store) if (kind.name, field.name) == ("deals", "chain_segment")]
    assert len(deals) == 3
    for deal in deals:
        segment = store.get("chain", deal.chain_segment)
        assert isinstance(segment, Segment)
        assert f"{JUDGED}{deal.called}" in _text(touching_lines(store, segment_links(store, segment), segment, 120))


def test_on_the_overview(store: Store) -> None:
    text = _text(overview(store, None, 300))
    fund = store.get("deals", "specialised-innovative-fund")
    assert fund is not None
    parties = line(store.kind("deals").by_name["parties"], fund, store.name)[:5]  # the rest may have no room
    (deal,) = [one for one in text.splitlines() if str(fund.called)[:20] in one]
    assert f"{JUDGED}{parties}" in deal
    judged_sessions = [one for kind, field, one in _judged(store) if (kind.name, field.name) == ("speakers", "session")]
    assert len(judged_sessions) == 1
    assert f"{JUDGED}{judged_sessions[0].called}" in text


def test_in_a_brief(store: Store) -> None:
    event = store.get("events", "european-visit-2025")
    assert isinstance(event, Event)
    deals = store.kind("deals")
    whole = _plain(b"".join(brief_bytes(EventRequest(store, event, Cancellation()), "md")))
    listed = _plain(b"".join(brief_bytes(ListRequest(Selection(store, parse("", deals))), "md")))
    rows = [one for one in whole.splitlines() if one.startswith("|")]
    for kind, field, record in _judged(store):
        if (kind.name, field.name) in {("deals", "category"), ("deals", "parties")}:
            words = line(field, record, store.name)
            for text in (whole, listed):
                (row,) = [one for one in text.splitlines() if one.startswith(f"| {record.called} [")]
                assert f"| {JUDGED}{words} |" in row
        if (kind.name, field.name) in {
            ("deals", "chain_segment"),
            ("platforms", "chain_segment"),
            ("speakers", "session"),
        }:
            below = [one for one in rows if not one.startswith(f"| {record.called}") and record.called in one]
            assert all(f"{JUDGED}{record.called}" in one for one in below)


def _plain(data: bytes) -> str:
    return re.sub(r"\\(.)", r"\1", data.decode())
