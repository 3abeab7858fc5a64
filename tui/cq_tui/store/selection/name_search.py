"""Searching the names and identifiers of records: the first few of each kind, for the palette."""

from cq_tui.query.columns import KEYS, NAMES, POSITION
from cq_tui.query.looks import key_looks
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.store import Store

_EACH = 6


def search_names(store: Store, words: list[str], cancellation: Cancellation) -> list[tuple[str, str]]:
    """Kind and id of records whose names or identifiers hold all words, in any of their forms; a few of each kind.

    Raises Cancelled and QueryError as the store does.
    """
    if not words:
        return []
    conditions, values = [], list[str]()
    for word in words:
        keys = key_looks([word], store.widen)
        every = [f"regexp_matches({NAMES}, ?)", *(look.how.format(KEYS) for look in keys)]
        conditions.append(f"({' OR '.join(every)})")
        values += [store.widen(word).pattern, *(look.what for look in keys)]
    found: list[tuple[str, str]] = []
    for kind in store.schema:
        sql = f'SELECT id FROM "{kind}" WHERE {" AND ".join(conditions)} ORDER BY {POSITION} LIMIT {_EACH}'
        found.extend((kind, row[0]) for row in store.ask(sql, values, cancellation))
    return found
