"""What was signed by year in a brief: the table of the overview, and how a paper shares out its width."""

import pytest
from cq_tui.brief.brief import EventRequest, ListRequest
from cq_tui.brief.document import Document, Span, Table
from cq_tui.brief.formats import docx
from cq_tui.kinds.events import Event
from cq_tui.query.parse import parse
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.unit.made_events import make_events

_HEADING = "Signed, by year and type of money"


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return open_archive(make_events(tmp_path_factory.mktemp("brief") / "events")).store


def _rows(document: Document) -> list[list[str]]:
    (section,) = [one for one in document.sections if one.heading == _HEADING]
    return [[span.text for span in row] for block in section.blocks if isinstance(block, Table) for row in block.rows]


def test_the_brief_of_deals_of_several_events_has_the_table_of_the_overview(events: Store) -> None:
    document = ListRequest(Selection(events, parse("", events.kind("deals")))).document()
    rows = _rows(document)
    assert [row[:2] for row in rows] == [["2024", "Fair of 2024"], ["2023", "Fair of 2023"], ["all", ""]]
    assert rows[-1][-3:] == ["CNY 80 m", "EUR 42 m", "USD 7 m"]
    assert sum(int(row[2]) for row in rows[:-1]) == int(rows[-1][2]) == events.total("deals")


def test_of_one_row_there_is_no_table(events: Store) -> None:
    document = ListRequest(Selection(events, parse("event=fair-2024", events.kind("deals")))).document()
    assert _HEADING not in [one.heading for one in document.sections]
    event = events.get("events", "fair-2024")
    assert isinstance(event, Event)
    assert EventRequest(events, event, Cancellation()).document().sections[0].heading == "What was signed"


def _table(*rows: tuple[str, ...]) -> Table:
    return Table(tuple("ab"[: len(rows[0])]), tuple(tuple(map(Span, row)) for row in rows))


def test_a_column_of_short_texts_is_not_broken_and_the_others_share_the_rest() -> None:
    short, long = docx._widths(_table(("not stated", "x" * 90), ("signed", "y" * 40)))
    assert short >= 10 * docx._OF_A_LETTER + docx._PADDING
    assert short + long == pytest.approx(docx._WIDTH)
    assert sum(docx._widths(_table(("signed", "not stated")))) == pytest.approx(docx._WIDTH)
    chinese, _other = docx._widths(_table(("已签约", "x" * 90)))
    assert chinese == 6 * docx._OF_A_LETTER + docx._PADDING
