"""Compiles a mapping and a header into rules: each converts some cells of a row to some fields of a record."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, partial
from typing import Any

from cq_tui.archive.wording import nearest
from cq_tui.importing.convert.cell_text import Cells, cell_lines, cell_text, entries, read_at, text_in
from cq_tui.importing.convert.identifiers import identifiers
from cq_tui.importing.convert.references import Known, Learn
from cq_tui.importing.convert.sql_fast_path import (
    FastPath,
    FastWay,
    amount_fast_path,
    count_fast_path,
    date_fast_path,
    number_fast_path,
    string_fast_path,
    text_fast_path,
)
from cq_tui.importing.convert.validation import Validator
from cq_tui.importing.errors import CellProblem, ImportProblem, Refused
from cq_tui.importing.recognise.code_lookup import code_lookup
from cq_tui.importing.recognise.header import Header
from cq_tui.importing.recognise.mapping import TABLE_OF_NAMES, FieldMap, Pair, keys_of
from cq_tui.importing.recognise.mapping import Mapping as ListMapping
from cq_tui.language import _, sentences
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values import dates, numbers
from cq_tui.values.clean import clean_line
from cq_tui.values.codes import Bound, Precision
from cq_tui.values.converters import Converters
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.currencies import DOLLARS, UNCLEAR, currency_named
from cq_tui.values.measures import UNTOLD, Measure, measure
from cq_tui.values.reasons import Reason, ReasonError, Unread, reason_of, refused
from cq_tui.values.units import folded

Convert = Callable[[Cells], dict[str, Any]]
FieldConvert = Callable[[Field, FieldMap, Cells], dict[str, Any]]

_FORMULA = re.compile(r"=\s*[A-Za-z(+\-$@'\"\d]")
_PARTS = {"month": (Unread.NOT_A_MONTH,), "day": (Unread.NOT_A_DAY, Unread.NOT_IN_THE_CALENDAR)}
"""Which part of a date is at fault."""
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?:[:/?#]\S*)?")
_COUNTED = re.compile(r"(?i)(\d)\s*(?:年|个|個|家|人|项|項|期|years?|yrs?\.?|jahre|ans|años|anni|lat)$")
"""What stands behind a count and says no more than its column: ``5年``. Months are left, for they are no years."""
_PERCENT = ("%", "％")


@dataclass(frozen=True)
class Rule:
    """Some columns (from 0) and what is made of their cells; ``fields`` are those it may fill, the main one first.

    ``convert`` raises CellProblem. ``needed``: a record can't be without it. ``written`` is what is kept of cells that
    can't be read.
    ``fast_path`` is what the engine may answer itself, the same as ``convert`` would.
    ``per_column``: rules of some of the columns each; their lists put together are what ``read`` gives.
    ``context``: how many of the columns, the last ones, only say what the others mean.
    ``learn`` must be given all cells before any is converted.
    """

    fields: tuple[str, ...]
    columns: tuple[int, ...]
    convert: Convert
    needed: bool = True
    written: Convert = lambda _cells: {}
    quantity: bool = False
    fast_path: FastPath | None = None
    per_column: tuple["Rule", ...] = ()
    learn: Learn | None = None
    context: int = 0

    @property
    def own_columns(self) -> tuple[int, ...]:
        """The columns that the values come from."""
        return self.columns[: len(self.columns) - self.context]

    def read(self, cells: Cells) -> tuple[dict[str, Any], list[CellProblem]]:
        """The values of cells, without those that can't be read, and why not. Raises CellProblem if it is needed."""
        problems: list[CellProblem] = []
        left = cells
        while True:
            try:
                return self.convert(left), problems
            except CellProblem as problem:
                if self.needed:
                    raise
                problems.append(problem)
                out = range(len(cells)) if problem.left_out is None else problem.left_out
                if problem.instead is not None:
                    left = tuple(problem.instead if at == problem.position else cell for at, cell in enumerate(left))
                    continue
                fewer = tuple("" if position in out else cell for position, cell in enumerate(left))
                if fewer == left or not any(fewer):
                    return self.written(cells), problems
                left = fewer


def rules(kind: Kind, mapping: ListMapping, header: Header, known: Known) -> list[Rule]:
    """The rules of a mapping. Raises ImportProblem for a column that the list does not have."""
    maker = _Maker(kind, mapping, header, known, Validator(kind))
    return [maker.rule(kind.by_name[name], mapped) for name, mapped in mapping.fields.items() if maker.is_own(name)]


@dataclass
class _Maker:
    kind: Kind
    mapping: ListMapping
    header: Header
    known: Known
    valid: Validator

    def is_own(self, name: str) -> bool:
        """Whether a field has a rule of its own; a currency is read with its amount."""
        return not any(one.shown.currency == name and one.name in self.mapping.fields for one in self.kind.fields)

    def rule(self, one: Field, mapped: FieldMap) -> Rule:
        columns = tuple(self._place(name) for name in mapped.columns)
        fields = [one.name, *self._qualifiers(one)]
        reader: Convert = partial(one.type.converter(self._ways), one, mapped)
        if mapped.constant:
            reader = partial(self._constant, one, mapped)
        if one.type.is_money:
            own = self.mapping.fields.get(one.shown.currency or "", FieldMap())
            columns = (*columns, *map(self._place, own.columns))
            fields += [name for name in (f"{one.name}_text",) if name in self.kind.by_name]
        context = self._context(one, mapped)
        columns = (*columns, *context)
        fast_path = self._fast_path(one, mapped) if len(columns) == 1 and not mapped.constant else None
        if self.kind.name == TABLE_OF_NAMES and one is self.kind.heading:
            reader, fast_path = partial(self._new_name, reader), None
        checked = partial(self._checked, one, reader)
        return Rule(
            tuple(fields),
            columns,
            checked,
            one.required or not columns,
            partial(self._written, one, mapped),
            one.is_quantity,
            fast_path,
            self._per_column(one, mapped),
            self.known.learner(one, mapped),
            len(context),
        )

    def _context(self, one: Field, mapped: FieldMap) -> tuple[int, ...]:
        """The columns that say which of several of one name is meant; for Government that of the countries, at last."""
        if one.type.refers_to != TABLE_OF_NAMES or mapped.constant:
            return ()
        columns = mapped.columns
        tellers = (self.known.tellers.get(column, ()) for column in columns)
        found = tuple(self._place(column) for each in tellers for _name, column in each)
        if "roles" not in keys_of(one) or not self.known.offices.intersection(columns):
            return found
        countries = next((field.name for field in self.kind.fields if field.codes is COUNTRIES), "")
        named = self.mapping.fields.get(countries, FieldMap()).column
        return (*found, self._place(named[0])) if len(named) == 1 else found

    def _per_column(self, one: Field, mapped: FieldMap) -> tuple[Rule, ...]:
        """The columns of parties each for itself: there are far fewer different names than combinations of them."""
        pairs = [(code, name) for code, names in mapped.roles.items() for name in names]
        bilingual = any(isinstance(name, Pair) for _code, name in pairs)
        if "roles" not in keys_of(one) or one.required or len(pairs) < 2 or bilingual:
            return ()
        return tuple(self.rule(one, FieldMap(roles={code: (name,)})) for code, name in pairs)

    def _fast_path(self, one: Field, mapped: FieldMap) -> FastPath | None:
        way = one.type.converter(self._fast_ways)
        return way(one, mapped) if way else None

    @cached_property
    def _fast_ways(self) -> Converters[FastWay | None]:
        return Converters(
            text=text_fast_path,
            string=string_fast_path,
            money=self._amount_fast_path,
            number=number_fast_path,
            count=count_fast_path,
            date=date_fast_path,
            texts=None, strings=None, code=None, codes=None, link=None, links=None, parts=None, identifiers=None,
            address=None, flag=None, each=lambda _way: None,
        )  # fmt: skip

    def _amount_fast_path(self, one: Field, mapped: FieldMap) -> FastPath | None:
        constant = self.mapping.fields.get(one.shown.currency or "", FieldMap()).constant
        return amount_fast_path(one, mapped, currency_named(mapped.currency or constant) or "")

    @cached_property
    def _ways(self) -> Converters[FieldConvert]:
        return Converters(
            text=self._text,
            texts=self._texts,
            string=self._string,
            strings=self._strings,
            money=self._money,
            number=self._number,
            count=self._count,
            date=self._date,
            code=self._code,
            codes=self._codes,
            link=self.known.link,
            links=self.known.links,
            parts=self.known.parts,
            identifiers=identifiers,
            address=self._address,
            flag=self._flag,
            each=_each,
        )

    def _place(self, name: str) -> int:
        if name in self.header.names:
            return self.header.names.index(name)
        message = _("The list has no column {name}.").format(name=f'"{name}"')
        raise ImportProblem(sentences(message, nearest(name, list(self.header.names))))

    def _qualifiers(self, one: Field) -> list[str]:
        return [name for name in (one.shown.bound, one.shown.precision, one.shown.currency) if name]

    def _checked(self, one: Field, reader: Convert, cells: Cells) -> dict[str, Any]:
        """Read cells and check what comes of it as the kind's model does."""
        for position, cell in enumerate(cells):
            if _FORMULA.match(cell):
                raise CellProblem(Reason.of(Refused.FORMULA), position, (position,))
        try:
            values = reader(cells)
            if not values.get(one.name) and one.required:
                raise CellProblem(Reason.of(Refused.MISSING, kind=self.kind.one))
            return {name: self.valid(name, value) for name, value in values.items() if value not in (None, ())}
        except ValueError as error:
            raise CellProblem(reason_of(error)) from None

    def _written(self, one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
        """The text of an amount that can't be read, where the kind has a field for it."""
        name, text = f"{one.name}_text", clean_line(cells[0]).strip() if cells else ""
        if not one.type.is_money or name not in self.kind.by_name or not text or _FORMULA.match(text):
            return {}
        try:
            return {name: self.valid(name, _with_unit(text, mapped.unit))}
        except ValueError:  # longer than a line can be; it stands in the passage
            return {}

    def _constant(self, one: Field, mapped: FieldMap, _cells: Cells) -> dict[str, Any]:
        plain = FieldMap(codes=mapped.codes, order=mapped.order)
        return one.type.converter(self._ways)(one, plain, (mapped.constant,))

    def _text(self, one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
        read = cell_lines if one.name == "note" else cell_text
        if mapped.zh or mapped.en:
            names = [name for name in ("zh", "en") if getattr(mapped, name)]
            texts = {name: read(cell) for name, cell in zip(names, cells, strict=True)}
        else:
            joined = (mapped.join or " ").join(filter(None, dict.fromkeys(map(read, cells))))
            texts = text_in(joined)
        texts = {name: text for name, text in texts.items() if text}
        return {one.name: texts or None}

    def _new_name(self, reader: Convert, cells: Cells) -> dict[str, Any]:
        """Refuse an organisation that the archive has under any of these names."""
        for name in filter(None, map(cell_text, cells)):
            if found := self.known.organisations.id_of(name):
                raise refused(Refused.IN_THE_ARCHIVE, id=found)
        return reader(cells)

    def _texts(self, one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
        if mapped.zh and mapped.en:
            both = [entries([cell]) for cell in cells]
            if len(both[0]) == len(both[1]):
                return {one.name: tuple({"zh": zh, "en": en} for zh, en in zip(*both, strict=True))}
        return {one.name: tuple(text_in(entry) for entry in entries(cells))}

    def _string(self, one: Field, _mapped: FieldMap, cells: Cells) -> dict[str, Any]:
        return {one.name: " ".join(filter(None, map(cell_text, cells))) or None}

    def _address(self, one: Field, _mapped: FieldMap, cells: Cells) -> dict[str, Any]:
        """An address; lists leave out how it begins, which every browser then takes to be http://."""
        text = "".join(filter(None, map(cell_text, cells)))
        return {one.name: (f"http://{text}" if _HOST.fullmatch(text) else text) or None}

    def _strings(self, one: Field, _mapped: FieldMap, cells: Cells) -> dict[str, Any]:
        return {one.name: tuple(entries(cells))}

    def _money(self, one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
        constant = self.mapping.fields.get(one.shown.currency or "", FieldMap()).constant
        if not cell_text(cells[0]):
            return {one.name: None}
        number = numbers.quantity(cells[0], mapped.decimal or ".")
        currency = number.currency if number.currency not in UNCLEAR else mapped.currency or number.currency
        if (
            currency == "USD"
            and "$" in cells[0]
            and "us" not in folded(cells[0])
            and self._other_dollars(mapped, cells)
        ):
            currency = ""  # a bare $ is of whatever dollars the list is in
        row = self._measure_of_row(mapped, cells)
        beside = 2 if mapped.unit_column else 1
        if not currency and len(cells) > beside and cell_text(cells[beside]):
            currency = currency_named(cells[beside]) or ""
            if currency == "" or currency in UNCLEAR:
                raise CellProblem(Reason.of(Refused.NOT_A_CURRENCY), beside)
        currency = currency_named(currency or row.currency or mapped.currency or constant) or ""
        if not currency or currency in UNCLEAR:
            raise refused(Refused.NO_CURRENCY)
        unit = row.unit or folded(mapped.unit)
        written = cells[0] if number.unit else _with_unit(cells[0], cells[1] if row else mapped.unit)
        return {
            one.name: numbers.scaled(number, unit),
            one.shown.currency or "": currency,
            **({one.shown.bound: number.bound} if one.shown.bound and number.bound is not Bound.EXACT else {}),
            **({f"{one.name}_text": written} if f"{one.name}_text" in self.kind.by_name else {}),
        }

    @staticmethod
    def _other_dollars(mapped: FieldMap, cells: Cells) -> bool:
        """Whether the list, or the row's own cell, names dollars of another country than the United States."""
        return any(currency_named(one) in DOLLARS for one in (mapped.currency, *cells[1:]) if one)

    def _measure_of_row(self, mapped: FieldMap, cells: Cells) -> Measure:
        """What the row's own cell of units says. Raises CellProblem where it says something else."""
        if not mapped.unit_column or not cell_text(cells[1]):
            return UNTOLD
        if told := measure(cells[1]):
            return told
        raise CellProblem(Reason.of(Refused.NOT_A_UNIT), 1)

    def _number(self, one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
        if not cell_text(cells[0]):
            return {one.name: None}
        percent = cells[0].endswith(_PERCENT)
        number = numbers.quantity(cells[0].rstrip("%％") if percent else cells[0], mapped.decimal or ".")
        bound = {one.shown.bound: number.bound} if one.shown.bound and number.bound is not Bound.EXACT else {}
        return {one.name: numbers.scaled(number, folded(mapped.unit)), **bound}

    def _count(self, one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
        found = self._number(one, mapped, (_COUNTED.sub(r"\1", cells[0]),))
        value: Decimal | None = found[one.name]
        if value is not None and value != int(value):
            raise refused(Refused.NOT_WHOLE)
        return found | {one.name: None if value is None else int(value)}

    def _date(self, one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
        if mapped.year:
            names = [name for name in ("year", "month", "day") if getattr(mapped, name)]
            parts = {name: cell_text(cell) for name, cell in zip(names, cells, strict=True)}
            found = _from_parts(names, parts)
        else:
            found = dates.read_date(cells[0], mapped.order) if cell_text(cells[0]) else None
        if found is None:
            return {one.name: None}
        year, month, day = found
        if not one.shown.precision and (month is None or day is None):
            raise refused(Refused.NOT_A_WHOLE_DATE)
        precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
        exactness = {one.shown.precision: precision} if one.shown.precision and not day else {}
        return {one.name: date(year, month or 1, day or 1), **exactness}

    def _code(self, one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
        if one.name in {mark.shown.currency for mark in self.kind.fields}:
            return {one.name: currency_named(cells[0]) if cell_text(cells[0]) else None}
        choices = code_lookup(one, mapped.codes)
        return {one.name: choices.code(cells[0]) or None if cell_text(cells[0]) else None}

    def _codes(self, one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
        choices = code_lookup(one, mapped.codes)
        found: dict[str, None] = {}
        for position, cell in enumerate(cells):
            if (known := choices.known_of(cell)) and not one.required:
                unknown, instead = known
                reason = Reason.of(Refused.UNKNOWN_ENTRY, words=", ".join(f'"{word}"' for word in unknown))
                raise CellProblem(reason, position, (position,), instead)
            found |= dict.fromkeys(read_at(position, choices.codes, cell) if cell_text(cell) else ())
        return {one.name: tuple(found)}

    def _flag(self, one: Field, _mapped: FieldMap, cells: Cells) -> dict[str, Any]:
        answer = cell_text(cells[0]).casefold()
        if not answer:
            return {one.name: None}
        if answer in ("yes", "y", "true", "1", "x", "是", "有", "√"):
            return {one.name: True}
        if answer in ("no", "n", "false", "0", "否", "无"):
            return {one.name: False}
        raise refused(Refused.NOT_YES_OR_NO)


def _with_unit(text: str, unit: str) -> str:
    """An amount as it is written, with the unit that its column counts in."""
    return f"{text} ({unit})" if unit else text


def _from_parts(names: list[str], parts: dict[str, str]) -> dates.Parts | None:
    """A date of cells of its own. Raises CellProblem: what is no month leaves the year, what is no day the month."""
    try:
        return dates.from_parts(parts["year"], parts.get("month", ""), parts.get("day", ""))
    except ReasonError as error:
        first = next((name for name, codes in _PARTS.items() if any(map(error.reason.is_, codes))), "")
        if first not in names:
            raise
        position = names.index(first)
        raise CellProblem(error.reason, position, tuple(range(position, len(names)))) from None


def _each(convert: FieldConvert) -> FieldConvert:
    def converted(one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
        return {one.name: tuple(convert(one, mapped, (entry,))[one.name] for entry in entries(cells))}

    return converted
