"""Background query results. Long lists arrive in two steps: first page, then count and totals."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cq_tui.kinds.chain import Segment
from cq_tui.store.selection.empty_hint import hint_where_empty
from cq_tui.store.selection.event_name import left_out
from cq_tui.store.selection.row_order import PAGE
from cq_tui.store.selection.selection import Selection
from cq_tui.store.views.chain import Chain, chain_of
from cq_tui.store.views.footer import counted, footer_parts
from cq_tui.store.views.stated_where_empty import stated_where_empty

_LONG = 10_000
"""Records of a kind above which a list arrives in two steps: counting and summing them takes longer than a blink."""


class QueryResult(NamedTuple):
    """One step of the answer to a list's query, made in a thread.

    ``cursor`` is the row to put the cursor on, from 0; ``words`` are the parts of the summary line; ``offers`` are
    values to complete the filter with, and how many records each would leave; ``chain`` is the value chain where the
    list is all of it.
    """

    selection: Selection
    cursor: int
    words: list[str]
    offers: Sequence[tuple[str, int]] = ()
    chain: Chain | None = None
    whole: bool = True
    """Whether this is the last step."""
    note: str = ""
    """What has to be known of the filter beside what it says."""
    instead: str = ""
    """What is stated of what the filter asks for, where no record answers it."""


def query_results(selection: Selection, record: str | None, text: str) -> Iterator[QueryResult]:
    """Ask a selection: its rows first where they are many, then everything.

    ``record`` is the id of the record that the cursor goes to, ``text`` the filter as it is typed. Raises QueryError
    where it can't be answered, Cancelled where the selection was cancelled.
    """
    if selection.of_all > _LONG:
        cursor = selection.first_page(record)
        words = [counted(selection, waiting=cursor is None)]
        yield QueryResult(selection, _cursor(selection, record) if cursor is None else cursor, words, whole=False)
    yield QueryResult(
        selection,
        _cursor(selection, record),
        footer_parts(selection),
        _suggested(selection, text) if text else (),
        chain_of(selection) if issubclass(selection.kind.model, Segment) and not selection.query.parts else None,
        note=left_out(selection) or hint_where_empty(selection) if text else "",
        instead=stated_where_empty(selection) if text and not selection.count else "",
    )


def _suggested(selection: Selection, text: str) -> Sequence[tuple[str, int]]:
    from cq_tui.store.selection.value_suggestions import suggest_values  # a list that nobody filters has none

    return suggest_values(selection, text)


def _cursor(selection: Selection, record: str | None) -> int:
    """The row for the cursor. Fetches its page, and the first one, from which column widths are taken."""
    cursor = (selection.position(record) if record else None) or 0
    for number in {0, cursor // PAGE}:
        selection.page(number)
    return cursor
