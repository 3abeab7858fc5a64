"""From terms to SQL conditions. All that a user typed goes in as parameters, never as text."""

from collections.abc import Callable, Container
from typing import Any, NamedTuple

from cq_tui.query.columns import (
    FOLDED,
    HEARD,
    KEYS,
    POSITION,
    called_table,
    coded_through,
    column,
    ids_of,
    named_by,
    names_are_own_text,
    names_rows,
    own_text,
    text_of,
    with_further,
)
from cq_tui.query.heard import sql_hears
from cq_tui.query.looks import MATCHES, Condition, Look, holds_any, key_looks, looks_of, names_hold_any
from cq_tui.query.terms import Codes, Flag, Order, Pattern, Present, Query, Term, Words
from cq_tui.query.widen import Widened, Widener
from cq_tui.schema.field import Field, Through
from cq_tui.schema.kind import Kind
from cq_tui.schema.schema import Schema
from cq_tui.values.ranges import Ranges

_FEW = 20
"""Ids that are compared one by one; more are joined."""

LookUp = Callable[[str, list[Any]], list[tuple[Any, ...]]]
"""Answers a small question at once: which codes, which records a word means."""


class Asking(NamedTuple):
    """What conditions are made with. ``of_one_event``: all records of the kind belong to the same event, whose name
    then tells none of them from another: a word without a field does not look there. ``heard``: the table tells which
    sounds stand beside each other in its records. ``apart``: the kinds whose names are not in ``called_table``;
    ``empty``: the fields of the kind in which no record says anything.
    """

    widen: Widener
    look_up: LookUp
    of_one_event: bool = False
    heard: bool = False
    apart: Container[str] = ()
    empty: Container[str] = ()

    def own_text(self, kind: Kind, *, notes: bool = True) -> str:
        """SQL for all that a record says itself, without what no record says."""
        return own_text(kind, notes=notes, empty=self.empty)


def where(query: Query, asking: Asking) -> Condition:
    """The conditions of all terms: SQL and its parameters."""
    return all_of([condition_of(query.kind, term, asking) for term in query.terms])


def order_by(orders: tuple[Order, ...], schema: Schema) -> str:
    """The ORDER BY list: what has no value comes last, equal ones keep the order of the files."""
    keys = [f"{_key(order.field, schema)} {'DESC' if order.descending else 'ASC'} NULLS LAST" for order in orders]
    return ", ".join((*keys, POSITION))


def all_of(conditions: list[Condition]) -> Condition:
    """SQL: whether all of these hold."""
    sql = " AND ".join(f"coalesce({one}, false)" for one, _values in conditions) or "true"
    return f"({sql})", [value for _sql, values in conditions for value in values]


def sounds_of(text: str, word: Widened) -> Condition:
    """Whether a word sounds in a text: asked of records alone in which such sounds stand beside each other.

    CASE, for the engine evaluates both sides of an AND for all rows.
    """
    sounds, values = holds_any(text, [Look(MATCHES, word.sounding)])
    return (f"CASE WHEN {sql_hears(HEARD, word.heard)} THEN {sounds} ELSE false END" if word.heard else sounds), values


def condition_of(kind: Kind, term: Term, asking: Asking) -> Condition:
    """SQL: whether one condition of a filter holds."""
    sql, values = _test(kind, term, asking)
    return (f"NOT coalesce({sql}, false)", values) if term.negated else (sql, values)


def _test(kind: Kind, term: Term, asking: Asking) -> Condition:
    field, test = term.field, term.test
    widen, look_up = asking.widen, asking.look_up
    if term.ids is not None and field is not None:
        given = [one.lower() for one in term.ids]
        return _one_of(column(field), given), [given]
    match test:
        case Words():
            looks = [look for word in test.any_of for look in looks_of(widen(word), test.whole)]
            keys = key_looks(test.any_of, widen, whole=test.whole)
            if field is None:
                return _word(kind, [widen(word) for word in test.any_of], test.whole, looks, keys, asking)
            return matching(kind, field, looks, keys, look_up)
        case Pattern():
            looks = [Look(MATCHES, f"(?im){test.expression}")]
            if field is None:
                return anywhere(kind, [holds_any(asking.own_text(kind), looks)], looks, looks, asking)
            return matching(kind, field, looks, looks, look_up)
    assert field is not None
    match test:
        case Codes():
            operator = "list_has_any({0}, ?)" if field.is_list else "list_contains(?, {0})"
            return operator.format(column(field)), [list(test.any_of)]
        case Ranges():
            return _ranges(field, test)
        case Flag():
            return f"{column(field)} = ?", [test.value]
        case Present():
            return "(" + " OR ".join(_present(one) for one in with_further(kind, field)) + ")", []


def matching(kind: Kind, field: Field, looks: list[Look], keys: list[Look], look_up: LookUp) -> Condition:
    """SQL: whether the field, or what it refers to, is called so."""
    if field.type.refers_to is None:
        return holds_any(text_of(field), looks)
    ids = _called(field.type.refers_to, looks, keys, look_up)
    found = [_referring(kind, one, ids) for one in with_further(kind, field)]
    if len(found) == 1:
        return found[0]
    return "(" + " OR ".join(f"coalesce({sql}, false)" for sql, _ in found) + ")", [v for _, vs in found for v in vs]


def _word(
    kind: Kind, words: list[Widened], whole: bool, looks: list[Look], keys: list[Look], asking: Asking
) -> Condition:
    """Words without a field: as they are written in all that a record says, by their sound in all but its note.

    The sound of two letters is looked for in names alone.
    """
    written = [look for word in words for look in looks_of(word.as_written, whole)]
    own = [holds_any(asking.own_text(kind), written)]
    if looks != written:
        short = all(word.is_short for word in words)
        if asking.heard and not whole and (not short or names_are_own_text(kind)):
            text = FOLDED if short else asking.own_text(kind, notes=False)
            own += [sounds_of(text, word) for word in words if word.sounding]
        else:
            own.append(names_hold_any(looks) if short else holds_any(asking.own_text(kind, notes=False), looks))
    return anywhere(kind, own, looks, keys, asking)


def anywhere(
    kind: Kind, own: list[Condition], looks: list[Look], keys: list[Look], asking: Asking, *, in_codes: bool = True
) -> Condition:
    """The record's own words (``own``), the words of its codes and of those that it has through its links, or the names
    of what it refers to but the passages it cites.

    ``looks`` are looked for in what things are called, ``keys`` in its identifiers and in those of what it refers to.

    What codes and names the words hit is asked once for all records, so that nothing is repeated in each of them.
    """
    found = [*own]
    if keys and any(field.type.is_key for field in kind.fields):
        found.append(holds_any(KEYS, keys))
    links = [one for one in kind.references if not (asking.of_one_event and one[0] is kind.event)]
    meant = _meant(kind, looks, keys, asking)
    for (field_name, part_name), codes in meant.codes.items() if in_codes else ():
        name = f'"{field_name}"'
        if part_name:
            name = f'[_x."{part_name}" FOR _x IN {name}]'
        several = bool(part_name) or kind.by_name[field_name].is_list
        found.append((f"list_has_any({name}, ?)" if several else f"list_contains(?, {name})", [codes]))
    for through in coded_through(kind) if in_codes else ():
        if there := meant.codes_there.get(through.name):
            found += [_leading_to(kind, field, through, there) for field, _part in through.links]
    for field, part in links:
        if known := meant.ids.get((part or field).shown.to or ""):
            found.append(_referring(kind, field, known))
    return "(" + " OR ".join(f"coalesce({sql}, false)" for sql, _ in found) + ")", [v for _, vs in found for v in vs]


class _Meant(NamedTuple):
    """What words mean: codes of the kind, by field and part; ids of what they name, by kind; codes of fields that
    records have through their links, by the name of the field there.
    """

    codes: dict[tuple[str, str], list[str]]
    ids: dict[str, list[str]]
    codes_there: dict[str, list[str]]


def _leading_to(kind: Kind, field: Field, through: Through, codes: list[str]) -> Condition:
    """The records whose field refers to one that has a code; there may be many, so that the engine joins them."""
    there = f'SELECT id FROM "{through.kind}" WHERE list_contains(?, "{through.name}")'
    if not field.is_list:
        return f"{ids_of(field)} IN ({there})", [codes]
    pairs = f'SELECT {POSITION} AS position, unnest({ids_of(field)}) AS id FROM "{kind.name}"'
    return f"{POSITION} IN (SELECT position FROM ({pairs}) WHERE id IN ({there}))", [codes]


def _meant(kind: Kind, looks: list[Look], keys: list[Look], asking: Asking) -> _Meant:
    """What words mean, asked in one statement.

    All that is called something is put together first, which OFFSET holds the engine to: an expression that sounds like
    pinyin takes longer to be read, once for each piece, than to be looked for.
    """
    called = [f"SELECT * FROM {called_table(kind)}", *(names_rows(to) for to in named_by(kind) if to in asking.apart)]
    rows = called[0] if len(called) == 1 else f"FROM ({' UNION ALL '.join(called)}) OFFSET 0"
    condition, values = names_hold_any(looks, "word", "folded")
    if keys:
        in_keys, more = holds_any("keys", keys)
        condition, values = f"{condition} OR {in_keys}", [*values, *more]
    meant = _Meant({}, {}, {})
    asked = f"SELECT kind, field, part, code FROM ({rows}) WHERE {condition}"
    for of_kind, field, part, found in dict.fromkeys(asking.look_up(asked, values)):
        if not field:
            meant.ids.setdefault(of_kind, []).append(found)
        elif of_kind == kind.name:
            meant.codes.setdefault((field, part), []).append(found)
        else:
            meant.codes_there.setdefault(field, []).append(found)
    return meant


def _called(kind: str, looks: list[Look], keys: list[Look], look_up: LookUp) -> list[str]:
    """The ids of the records of a kind whose names or identifiers are hit."""
    condition, values = names_hold_any(looks)
    if keys:
        in_keys, more = holds_any(KEYS, keys)
        condition, values = f"{condition} OR {in_keys}", [*values, *more]
    return [row[0] for row in look_up(f'SELECT id FROM "{kind}" WHERE {condition}', values)]


def _referring(kind: Kind, field: Field, ids: list[str]) -> Condition:
    """The records whose field refers to one of these."""
    if not field.is_list:
        return _one_of(ids_of(field), ids), [ids]
    if len(ids) <= _FEW:
        return f"list_has_any({ids_of(field)}, ?::VARCHAR[])", [ids]
    pairs = f'SELECT {POSITION} AS position, unnest({ids_of(field)}) AS id FROM "{kind.name}"'
    return f"{POSITION} IN (SELECT position FROM ({pairs}) WHERE {_one_of('id', ids)})", [ids]


def _one_of(value: str, ids: list[str]) -> str:
    """SQL: whether a value is one of the ids that stand in a parameter. A long list is joined, not looked through."""
    return f"list_contains(?, {value})" if len(ids) <= _FEW else f"{value} IN (SELECT unnest(?::VARCHAR[]))"


def _ranges(field: Field, test: Ranges) -> Condition:
    alternatives: list[str] = []
    values: list[Any] = []
    for span in test.any_of:
        bounds = []
        for value, sign in ((span.low, ">" if span.above else ">="), (span.high, "<" if span.below else "<=")):
            if value is not None:
                bounds.append(field.type.sql_compared(column(field), sign))
                values.append(value)
        if span.currency:
            bounds.append(f'"{field.shown.currency}" = ?')
            values.append(span.currency)
        alternatives.append("(" + " AND ".join(bounds or [f"{column(field)} IS NOT NULL"]) + ")")
    return "(" + " OR ".join(alternatives) + ")", values


def _present(field: Field) -> str:
    return field.type.sql_present(column(field))


def _key(field: Field, schema: Schema) -> str:
    """SQL for what records are sorted by; links by what sorts the records that they lead to."""
    if field.type.refers_to is None or field.is_list:
        return field.type.sql_sort_key(column(field))
    target = schema[field.type.refers_to]
    key = _key(target.heading, schema)
    return f'(SELECT {key} FROM "{target.name}" AS target WHERE target.id = records.{ids_of(field)})'
