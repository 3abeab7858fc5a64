"""Proposes a mapping from the header and the first rows, with questions for what can't be guessed."""

import re
from collections import defaultdict
from collections.abc import Mapping as Table
from collections.abc import Sequence
from dataclasses import dataclass, field

from cq_tui.importing.recognise.bilingual import Columns, language_of, pair_of, repeated_codes, roles_of
from cq_tui.importing.recognise.code_lookup import code_lookup
from cq_tui.importing.recognise.header import Header
from cq_tui.importing.recognise.header_match import Word
from cq_tui.importing.recognise.mapping import Answer, Asked, FieldMap, Mapping, Pair, Proposal, Question, keys_of
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.types import SLUG
from cq_tui.values import dates, numbers
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.currencies import YEN_OR_YUAN, currency_named, take_currency
from cq_tui.values.languages import is_chinese
from cq_tui.values.reasons import Parameter, Reason
from cq_tui.values.units import folded

_MOST_WORDS = 12
_JOIN = " · "
_COUNTERS = frozenset("序号 序 no. no nr. nr # id 编号".split())
"""Headers of columns that only count the rows."""


@dataclass
class _Open:
    """A proposal in the making."""

    kind: Kind
    header: Header
    cells: Table[str, Sequence[str]]
    rows: Sequence[Sequence[str]]
    fields: dict[str, FieldMap] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    hints: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def ask(self, field_: Field, asked: Asked, *answers: Answer, **about: Parameter) -> None:
        self.questions.append(
            Question(field_.name, asked, Reason(asked.name, asked.value, tuple(about.items())), answers)
        )


def propose(kind: Kind, header: Header, rows: Sequence[Sequence[str]], *, event: str = "", sheet: str = "") -> Proposal:
    """Propose a mapping. ``rows`` are rows of the list to learn from: the more, the surer."""
    cells = _cells(header, rows)
    found = _Open(kind, header, cells, rows)
    by_field = _by_field(header)
    by_field.pop("cites", None)  # a record of a list rests on its row
    if event and "event" in kind.by_name:
        found.fields["event"] = FieldMap(constant=event)
        by_field.pop("event", None)
    if not all(map(_is_id, (cell for name, _word in by_field.get("id", ()) for cell in cells[name]))):
        by_field.pop("id", None)
    for one in kind.fields:
        if columns := by_field.get(one.name):
            _map(found, one, columns)
    _compose_heading(found)
    for one in kind.fields:
        asked = {question.field for question in found.questions}
        if one.required and one.name not in found.fields and one.name not in asked and one.name != "id":
            _ask_for(found, one)
    ordered = {one.name: found.fields[one.name] for one in kind.fields if one.name in found.fields}
    mapping = Mapping(kind.name, ordered, sheet, header.row)
    return Proposal(mapping, tuple(found.questions), unused(mapping, header, rows), found.hints)


def unused(mapping: Mapping, header: Header, rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The columns that are not empty, do not only number the rows, and belong to no field."""
    used = {name for mapped in mapping.fields.values() for name in mapped.columns}
    cells = _cells(header, rows)
    return tuple(name for name in header.names if name not in used and cells[name] and folded(name) not in _COUNTERS)


def propose_field(
    kind: Kind, header: Header, rows: Sequence[Sequence[str]], one: Field, names: Sequence[str]
) -> tuple[FieldMap, tuple[Question, ...]]:
    """How one field is read from columns that were chosen for it, and what is then open."""
    words = dict(zip(header.names, header.words, strict=True))
    found = _Open(kind, header, _cells(header, rows), rows)
    _map(found, one, [(name, words[name]) for name in names])
    return found.fields.get(one.name, FieldMap(column=tuple(names))), tuple(found.questions)


def _cells(header: Header, rows: Sequence[Sequence[str]]) -> dict[str, list[str]]:
    """The non-empty cells of each column."""
    return {
        name: [row[position] for row in rows if position < len(row) and not numbers.is_nothing(row[position])]
        for position, name in enumerate(header.names)
    }


def _by_field(header: Header) -> dict[str, list[tuple[str, Word]]]:
    """The columns of each field; where some are surer than others, those alone, but lists take all."""
    found: dict[str, list[tuple[str, Word]]] = defaultdict(list)
    for name, word in zip(header.names, header.words, strict=True):
        if word.field:
            found[word.field.name].append((name, word))
    for columns in found.values():
        best = max(word.certainty for _name, word in columns)
        if not (columns[0][1].field and columns[0][1].field.is_list):
            columns[:] = [(name, word) for name, word in columns if word.certainty == best or word.language]
    return found


def _map(found: _Open, one: Field, columns: Columns) -> None:
    names = tuple(name for name, _word in columns)
    keys = keys_of(one)
    if "roles" in keys:
        found.fields[one.name] = FieldMap(roles=roles_of(found.cells, columns))
    elif "join" in keys:
        _map_text(found, one, columns)
    elif "zh" in keys and (pair := pair_of(found.cells, columns)):
        found.fields[one.name] = FieldMap(zh=pair.zh, en=pair.en)
    elif "year" in keys:
        _map_date(found, one, columns)
    elif one.is_list:
        found.fields[one.name] = FieldMap(column=names)
    elif len(names) > 1:
        _map_several(found, one, names)
    else:
        _map_one(found, one, *columns[0])


def _map_several(found: _Open, one: Field, names: Sequence[str]) -> None:
    """Columns of which a field can take one only: asked for, unless all say the same."""
    told = "codes" in keys_of(one) and one.codes is not COUNTRIES
    if told and (name := repeated_codes(one, names, found.header.names, found.rows)):
        _map_code(found, one, name)
    else:
        _ask_which(found, one, names)


def _map_one(found: _Open, one: Field, name: str, word: Word) -> None:
    keys = keys_of(one)
    if "currency" in keys:
        _map_money(found, one, name, word)
    elif "decimal" in keys:
        unit = word.measure.unit if "unit" in keys else ""
        found.fields[one.name] = FieldMap((name,), decimal=_decimal(found, one, name), unit=unit)
    elif "codes" in keys:
        _map_code(found, one, name)
    else:
        found.fields[one.name] = FieldMap((name,))


def _is_id(cell: str) -> bool:
    """Whether a cell is an id that is worth keeping, and not a mere count of the rows."""
    return re.fullmatch(SLUG, cell) is not None and not cell.isdigit()


def _ask_which(found: _Open, one: Field, names: Sequence[str]) -> None:
    counted = {name: word.measure for name, word in zip(found.header.names, found.header.words, strict=True)}
    shared = {counted[name] for name in names}
    if len(shared) == 1:
        found.fields[one.name] = FieldMap(unit=counted[names[0]].unit, currency=counted[names[0]].currency)
    answers = []
    for name in names:
        answers.append(Answer("column", name))
        own = (("unit", counted[name].unit), ("currency", counted[name].currency)) if len(shared) > 1 else ()
        answers += [Answer(key, value) for key, value in own if value]
    found.ask(one, Asked.WHICH_COLUMN, *answers, field=one.label, names=tuple(names))


def _map_text(found: _Open, one: Field, columns: Columns) -> None:
    if len(columns) == 1:
        found.fields[one.name] = FieldMap(column=(columns[0][0],))
        return
    by_language: dict[str, list[str]] = defaultdict(list)
    for name, word in columns:
        by_language[word.language or language_of(found.cells[name])].append(name)
    if all(len(names) == 1 for names in by_language.values()):
        found.fields[one.name] = FieldMap(zh=by_language.get("zh", [""])[0], en=by_language.get("en", [""])[0])
    else:
        _ask_which(found, one, [name for name, _word in columns])


def _map_date(found: _Open, one: Field, columns: Columns) -> None:
    parts = {word.part: name for name, word in columns if word.part}
    whole = [name for name, word in columns if not word.part]
    if len(whole) > 1:
        _ask_which(found, one, whole)
    elif whole:
        order = dates.order_of(found.cells[whole[0]])
        found.fields[one.name] = FieldMap(column=(whole[0],), order=order)
        unclear = next((cell for cell in found.cells[whole[0]] if dates.is_unclear(cell)), "")
        if unclear and not order:
            answers = Answer("order", "dmy"), Answer("order", "mdy")
            found.ask(one, Asked.DAY_OR_MONTH, *answers, column=whole[0], value=unclear)
    elif "year" in parts:
        found.fields[one.name] = FieldMap(year=parts["year"], month=parts.get("month", ""), day=parts.get("day", ""))


def _map_money(found: _Open, one: Field, name: str, word: Word) -> None:
    counted = word.measure
    unit = counted.unit or found.header.counted.unit
    currency = counted.currency or found.header.counted.currency
    codes = [_currency_in(cell) for cell in found.cells[name]]
    told = set(filter(None, codes))
    chinese = any(map(is_chinese, (*found.header.names, *found.cells[name])))
    if currency == YEN_OR_YUAN or (not currency and YEN_OR_YUAN in told):
        currency = "CNY" if chinese else ""
        told.discard(YEN_OR_YUAN) if currency else None
    column = one.shown.currency or ""
    has_column = any(word.field and word.field.name == column for word in found.header.words)
    if not currency and len(told) == 1 and YEN_OR_YUAN not in told and not has_column:
        currency = told.pop()
    found.fields[one.name] = FieldMap((name,), unit=unit, currency=currency, decimal=_decimal(found, one, name))
    bares = (cell for cell, code in zip(found.cells[name], codes, strict=True) if code in ("", YEN_OR_YUAN))
    bare = next(bares, None)
    if bare is not None and not currency and not has_column:
        yen = _currency_in(bare) == YEN_OR_YUAN
        likely = ("CNY", "JPY") if yen else ("CNY", "USD", "EUR")
        asked = Asked.YUAN_OR_YEN if yen else Asked.NO_CURRENCY
        found.ask(one, asked, *(Answer("currency", code) for code in likely), column=name, value=bare)


def _currency_in(cell: str) -> str:
    try:
        return take_currency(folded(cell))[1]
    except ValueError:
        return ""


def _decimal(found: _Open, one: Field, name: str) -> str:
    """The decimal mark of a column; a question where no cell decides it and it matters."""
    cells = found.cells[name]
    mark = numbers.decimal_mark(cells)
    unclear = next((cell for cell in cells if numbers.is_unclear(cell)), "")
    if not mark and "." in unclear:
        answers = Answer("decimal", ","), Answer("decimal", ".")
        found.ask(one, Asked.SEPARATOR, *answers, column=name, value=unclear)
    return "," if mark == "," else ""


def _map_code(found: _Open, one: Field, name: str) -> None:
    """Map a column of codes if any of its words is known, or none needs to be; unknown ones become a hint."""
    if one.name in {mark.shown.currency for mark in found.kind.fields}:
        if any(currency_named(cell) for cell in found.cells[name]):
            found.fields[one.name] = FieldMap((name,))
        return
    choices = code_lookup(one)
    unknown: dict[str, None] = {}
    known = 0
    for cell in found.cells[name]:
        try:
            choices.code(cell)
            known += 1
        except ValueError:
            unknown[cell.strip()] = None
    answer = Answer("codes", tuple((word, "") for word in list(unknown)[:_MOST_WORDS]), " ".join(one.codes or ()))
    if known or not found.cells[name] or one.shown.unknown_is_absent:
        found.fields[one.name] = FieldMap((name,))
        if unknown and one.codes is not COUNTRIES:
            found.hints[one.name] = (answer.line,)
    elif one.required or one.shown.expected:
        found.fields[one.name] = FieldMap((name,))
        found.ask(one, Asked.NO_KNOWN_WORD, answer, column=name)


def _compose_heading(found: _Open) -> None:
    """Compose the heading of a list without titles from its parties and sector."""
    heading = found.kind.heading
    asked = {question.field for question in found.questions}
    if heading.name in found.fields or heading.name in asked or not heading.required:
        return
    roles = [named for mapped in found.fields.values() for role in mapped.roles.values() for named in role]
    names = [named.zh if isinstance(named, Pair) else named for named in roles]
    if sector := found.fields.get("sector"):
        names += sector.column
    if names:
        found.fields[heading.name] = FieldMap(column=tuple(names), join=_JOIN)


def _ask_for(found: _Open, one: Field) -> None:
    codes = tuple(one.codes or ())
    remark = " ".join(codes) if len(codes) <= _MOST_WORDS else ""
    answers = Answer("column", ""), Answer("constant", next(iter(codes), ""), remark)
    found.ask(one, Asked.NO_COLUMN, *answers, field=one.label, kind=found.kind.one)
