"""Searching the names of records: the first few of each kind, for the palette."""

from cq_tui.query.columns import NAMES, POSITION
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.store import Store

_EACH = 6


def search_names(store: Store, words: list[str], cancellation: Cancellation) -> list[tuple[str, str]]:
    """Kind and id of records whose names hold all words, in any of their forms; a few of each kind.

    Raises Cancelled and QueryError as the store does.
    """
    if not words:
        return []
    looks = " AND ".join([f"regexp_matches({NAMES}, ?)"] * len(words))
    patterns = [store.widen(word).pattern for word in words]
    found: list[tuple[str, str]] = []
    for kind in store.schema:
        sql = f'SELECT id FROM "{kind}" WHERE {looks} ORDER BY {POSITION} LIMIT {_EACH}'
        found.extend((kind, row[0]) for row in store.ask(sql, patterns, cancellation))
    return found
