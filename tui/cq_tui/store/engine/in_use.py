"""What stands in an archive's texts, which says how widely a word has to be looked for."""

from collections.abc import Callable, Sequence
from typing import Any

from cq_tui.query.columns import different_texts, own_text
from cq_tui.schema.schema import Schema
from cq_tui.store.engine.memory_rows import code_words
from cq_tui.store.engine.tables import table
from cq_tui.values.sql import identifier

Ask = Callable[..., Sequence[tuple[Any, ...]]]

_WIDE = "[Ａ-Ｚａ-ｚ０-９\u212a\u017f\u0130]"
"""Letters and digits of full width, and the signs that are a letter's other case."""
_FEW_RECORDS = 10_000
_MOST_LOOKED_THROUGH = 5000
"""Records whose characters are looked through for those in use."""


def characters_in_use(schema: Schema, ask: Ask) -> frozenset[str] | None:
    """The characters in use: pinyin is read as these alone, so that its expressions stay narrow.

    None where there is too much text to look it through.
    """
    if _most_records(schema, ask) > _MOST_LOOKED_THROUGH:
        return None
    found: set[str] = set()
    for kind in schema.values():
        found.update(*(row.word for row in code_words(kind)))
        found.update(*(row[0] for row in ask(f'SELECT {own_text(kind)} FROM "{kind.name}"')))
    return frozenset(found)


def has_wide_letters(schema: Schema, ask: Ask, known: bool | None = None) -> bool:
    """Whether there may be letters or digits of full width.

    Of a few records that is not asked: there the expression that finds them as well takes no time. ``known``: what was
    found when the tables were made.
    """
    if _most_records(schema, ask) < _FEW_RECORDS:
        return True
    if known is not None:
        return known
    return any(
        ask(f'SELECT 1 FROM "{kind.name}" WHERE regexp_matches({text}, ?) LIMIT 1', [_WIDE])
        for kind in schema.values()
        for text in different_texts(kind)
    )


def holds_controls(schema: Schema, ask: Ask) -> bool:
    """Whether a text holds what has to be cleaned before it leaves the engine."""
    return any(
        ask(f'SELECT 1 FROM "{kind.name}" WHERE {field.type.sql_clean(name)} IS DISTINCT FROM {name} LIMIT 1')
        for kind in schema.values()
        for field in kind.fields
        if field.type.sql_clean(name := identifier(field.name)) != name
    )


def _most_records(schema: Schema, ask: Ask) -> int:
    """How many records the largest table has."""
    # One below the other: as subqueries of one row DuckDB would join them all, which takes thirty times as long.
    counts = " UNION ALL ".join(f"SELECT count(*) AS records FROM {table(kind)}" for kind in schema.values())
    return int(ask(f"SELECT max(records) FROM ({counts})")[0][0])
