"""The spelling of ``model/flat.py`` in SQL: values from a row's cells, and cells from a row's values."""

from cq_tui.model.clean import REPLACEMENT
from cq_tui.model.field import Field, Shape
from cq_tui.model.flat import (
    CLOCK,
    COUNT,
    DAY,
    HELD,
    LANGUAGES,
    LIST_MARK,
    MARKS,
    PART_MARK,
    column_names,
    formula_pattern,
    is_typed,
)
from cq_tui.store.schema import sql_type
from cq_tui.store.tables.sql import any_of, cleaned, matches, named, one_of, quoted, stripped

_NUMBER = r"-?[0-9]{1,30}(\.[0-9]{1,4}0{0,26})?"
_SPELT = {
    Shape.MONEY: _NUMBER,
    Shape.NUMBER: _NUMBER,
    Shape.COUNT: COUNT,
    Shape.DATE: DAY,
    Shape.TIME: CLOCK,
    Shape.FLAG: "(?i:true|false)",
}
_FORMULA = quoted(formula_pattern(one_of, defused=False))
_DEFUSED = quoted(formula_pattern(one_of, defused=True))
_GUARD = MARKS[0]
_GUARDS = tuple(_GUARD + mark for mark in MARKS)


def cell(field: Field, column: str) -> str:
    """SQL: a cell as it is read: blanks taken off, and the ``'`` that defused a formula."""
    if is_typed(field):
        return stripped(column)
    return stripped("(" + _replaced(column, _DEFUSED, quoted(r"\1\3\2\4")) + ")")


def value(field: Field, cells: list[str]) -> str:
    """SQL: the value that cells spell; NULL where they are empty, or spell nothing of the field's type."""
    match field.shape:
        case Shape.TEXT:
            zh, en = cells
            return f"CASE WHEN {zh} <> '' OR {en} <> '' THEN {{'zh': {zh}, 'en': {en}}} END"
        case Shape.TEXTS:
            zh, en = map(_entries, cells)
            places = f"range(1, greatest(len({zh}), len({en})) + 1)"
            pair = f"{{'zh': coalesce(({zh})[i], ''), 'en': coalesce(({en})[i], '')}}"
            return f"list_transform({places}, lambda i: {pair})"
        case Shape.PARTS:
            return _when_filled(cells[0], f"list_transform({_pieces(cells[0])}, lambda e: {_part(field, 'e')})")
        case _ if field.is_list:
            return _entries(cells[0])
        case Shape.MONEY | Shape.NUMBER | Shape.COUNT | Shape.DATE | Shape.TIME | Shape.FLAG:
            spelt = matches(cells[0], _SPELT[field.shape])
            return f"CASE WHEN {spelt} THEN try_cast({cells[0]} AS {sql_type(field)}) END"
        case _:
            return f"nullif({cells[0]}, '')"


def unread(field: Field, cells: list[str]) -> str | None:
    """SQL: whether the cells spell nothing of the field's type; None where every text does."""
    if field.shape is Shape.PARTS:
        count = sum(len(column_names(part)) for part in field.parts)
        wrong = [f"len(string_split(e, {quoted(PART_MARK)})) <> {count}"]
        for part, texts in _parts_of(field, "e"):
            if condition := unread(part, texts):
                wrong.append(condition)
        return f"{cells[0]} <> '' AND len(list_filter({_pieces(cells[0])}, lambda e: {any_of(wrong)})) > 0"
    if field.shape in _SPELT:
        return f"{cells[0]} <> '' AND {value(field, cells)} IS NULL"
    return None


def _when_filled(cell_: str, list_: str) -> str:
    return f"CASE WHEN {cell_} = '' THEN [] ELSE {list_} END"


def _entries(cell_: str) -> str:
    return _when_filled(cell_, f"list_transform({_pieces(cell_)}, lambda e: {_released(stripped('e'))})")


def _pieces(cell_: str) -> str:
    """SQL: the entries of a list, with what a backslash guards still held."""
    held = f"translate({cell_}, {quoted(''.join(HELD))}, {quoted(REPLACEMENT * len(HELD))})"
    for guarded, mark in zip(_GUARDS, HELD, strict=True):
        held = f"replace({held}, {quoted(guarded)}, {quoted(mark)})"
    return f"string_split({held}, ';')"


def _released(text: str) -> str:
    return f"translate({text}, {quoted(''.join(HELD))}, {quoted(MARKS)})"


def _parts_of(field: Field, entry: str) -> list[tuple[Field, list[str]]]:
    """Each part of an entry with the SQL of its texts."""
    found, place = [], 0
    for part in field.parts:
        texts = []
        for _name in column_names(part):
            place += 1
            texts.append("(" + _released(stripped(f"string_split({entry}, {quoted(PART_MARK)})[{place}]")) + ")")
        found.append((part, texts))
    return found


def _part(field: Field, entry: str) -> str:
    return "{" + ", ".join(f"{quoted(p.name)}: {value(p, texts)}" for p, texts in _parts_of(field, entry)) + "}"


def cells_of(field: Field, column: str) -> list[str]:
    """SQL: the cells of a value, cleaned, with formulas not defused yet; empty where it is absent."""
    match field.shape:
        case Shape.TEXT:
            return [f"coalesce({cleaned(f'{column}.{language}')}, '')" for language in LANGUAGES]
        case Shape.TEXTS:
            return [_joined(f"[{_guarded(cleaned(f'x.{one}'))} FOR x IN {column}]") for one in LANGUAGES]
        case Shape.PARTS:
            parts = [text for part in field.parts for text in cells_of(part, f"x.{named(part.name)}")]
            entry = f" || {quoted(PART_MARK)} || ".join(_guarded(text, PART_MARK) for text in parts)
            return [_joined(f"[{entry} FOR x IN {column}]")]
        case Shape.STRINGS:
            return [_joined(f"[{_guarded(cleaned('x'))} FOR x IN {column}]")]
        case _ if field.is_list:
            return [_joined(f"[{_guarded('x')} FOR x IN {column}]")]
        case Shape.MONEY | Shape.NUMBER:
            return [f"coalesce(regexp_replace(CAST({column} AS VARCHAR), '\\.?0+$', ''), '')"]
        case Shape.STRING:
            return [f"coalesce({cleaned(column)}, '')"]
        case _:
            return [f"coalesce(CAST({column} AS VARCHAR), '')"]


def _joined(list_: str) -> str:
    return f"coalesce(array_to_string({list_}, {quoted(LIST_MARK)}), '')"


def _guarded(text: str, *marks: str) -> str:
    for mark in (_GUARD, ";", *marks):
        text = f"replace({text}, {quoted(mark)}, {quoted(_GUARD + mark)})"
    return text


def defused(text: str) -> str:
    """SQL: ``model.flat.defused``."""
    return _replaced(text, _FORMULA, quoted(r"\1\3'\2\4"))


def _replaced(text: str, pattern: str, by: str) -> str:
    """SQL: every match replaced; looking for one is cheaper than replacing none."""
    return (
        f"CASE WHEN regexp_matches({text}, {pattern}) THEN regexp_replace({text}, {pattern}, {by}, 'g') ELSE {text} END"
    )
