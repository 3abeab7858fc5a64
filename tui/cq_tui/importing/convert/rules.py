"""Compiles a mapping and a header into rules: each converts some cells of a row to some fields of a record."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import Any

from cq_tui.archive.wording import nearest
from cq_tui.importing.convert.cell_text import Cells, entries
from cq_tui.importing.convert.checked import Checked, name_of_somebody, new_name
from cq_tui.importing.convert.identifiers import identifiers
from cq_tui.importing.convert.order_of_times import OrderOfTimes
from cq_tui.importing.convert.readers import codes, days, texts
from cq_tui.importing.convert.readers.amounts import amount, count, number
from cq_tui.importing.convert.readers.history import history
from cq_tui.importing.convert.references import Known
from cq_tui.importing.convert.rule import Convert, Rule
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
from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.mapping import KINDS_OF_NAMES, TABLE_OF_NAMES, FieldMap, keys_of
from cq_tui.importing.recognise.maps.mapping import Mapping as ListMapping
from cq_tui.language import _, sentences
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.converters import Converters
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.currencies import currency_named

FieldConvert = Callable[[Field, FieldMap, Cells], dict[str, Any]]


def rules(kind: Kind, mapping: ListMapping, header: Header, known: Known) -> list[Rule]:
    """The rules of a mapping. Raises ImportProblem for a column that the list does not have."""
    maker = _Maker(kind, mapping, header, known)
    return [maker.rule(kind.by_name[name], mapped) for name, mapped in mapping.fields.items() if maker.is_own(name)]


class _Maker:
    """Makes the rules of a kind's fields for a list."""

    def __init__(self, kind: Kind, mapping: ListMapping, header: Header, known: Known) -> None:
        self._kind, self._mapping, self._header, self._known = kind, mapping, header, known
        self._checked = Checked(kind, Validator(kind))
        self._currencies = {mark.shown.currency for mark in kind.fields}

    def is_own(self, name: str) -> bool:
        """Whether a field has a rule of its own; a currency is read with its amount."""
        fields = self._mapping.fields
        return not any(one.shown.currency == name and one.name in fields for one in self._kind.fields)

    def rule(self, one: Field, mapped: FieldMap) -> Rule:
        """The rule of a field."""
        columns = tuple(self._place(name) for name in mapped.columns)
        fields = [one.name, *(name for name in (one.shown.bound, one.shown.precision, one.shown.currency) if name)]
        reader: Convert = partial(one.type.converter(self._ways), one, mapped)
        if mapped.constant:
            reader = partial(self._constant, one, mapped)
        if one.type.is_money:
            columns = (*columns, *map(self._place, self._of_currency(one).columns))
            fields += [name for name in (f"{one.name}_text",) if name in self._kind.by_name]
        context = self._context(one, mapped)
        columns = (*columns, *context)
        is_of_one = len(columns) - len(mapped.instead) == 1 and not mapped.constant
        fast_path = self._fast_path(one, mapped) if is_of_one else None
        if self._kind.name in KINDS_OF_NAMES and one is self._kind.heading:
            digits = self._known.organisations.digits if self._kind.name == TABLE_OF_NAMES else frozenset()
            reader, fast_path = partial(name_of_somebody, digits, reader), None
        if self._kind.name == TABLE_OF_NAMES and one is self._kind.heading:
            reader = partial(new_name, self._known.organisations, reader)
        learn = self._known.learner(one, mapped)
        if one.type.is_place and len(columns) == 1:
            reader = ordered = OrderOfTimes(one, reader)
            learn = ordered.learn
        return Rule(
            tuple(fields),
            columns,
            partial(self._checked.read, one, reader),
            one.required or not columns,
            partial(self._checked.written, one, mapped),
            one.is_quantity,
            fast_path,
            self._per_column(one, mapped),
            learn,
            len(context),
        )

    def _place(self, name: str) -> int:
        if name in self._header.names:
            return self._header.names.index(name)
        message = _("The list has no column {name}.").format(name=f'"{name}"')
        raise ImportProblem(sentences(message, nearest(name, list(self._header.names))))

    def _of_currency(self, one: Field) -> FieldMap:
        """What the mapping says of the currency of an amount."""
        return self._mapping.fields.get(one.shown.currency or "", FieldMap())

    def _context(self, one: Field, mapped: FieldMap) -> tuple[int, ...]:
        """The columns that say which of several of one name is meant; for Government that of the countries, at last."""
        if not mapped.constant and len(mapped.columns) == 1 and (apart := self._known.apart.get(mapped.columns[0])):
            return (self._place(apart.column),) if one.shown.to and one.shown.to != TABLE_OF_NAMES else ()
        if one.type.refers_to != TABLE_OF_NAMES or mapped.constant:
            return ()
        columns = mapped.columns
        tellers = (self._known.tellers.get(column, ()) for column in columns)
        found = tuple(self._place(column) for each in tellers for _name, column in each)
        if "roles" not in keys_of(one) or not self._known.offices.intersection(columns):
            return found
        countries = next((field.name for field in self._kind.fields if field.codes is COUNTRIES), "")
        named = self._mapping.fields.get(countries, FieldMap()).column
        return (*found, self._place(named[0])) if len(named) == 1 else found

    def _per_column(self, one: Field, mapped: FieldMap) -> tuple[Rule, ...]:
        """The columns of parties each for itself: there are far fewer different names than combinations of them."""
        pairs = [(code, name) for code, names in mapped.roles.items() for name in names]
        if "roles" not in keys_of(one) or one.type.refers_to is None or one.required or len(pairs) < 2:
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
            history=None,
            address=None, flag=None, each=lambda _way: None,
        )  # fmt: skip

    def _amount_fast_path(self, one: Field, mapped: FieldMap) -> FastPath | None:
        return amount_fast_path(one, mapped, currency_named(mapped.currency or self._of_currency(one).constant) or "")

    @cached_property
    def _ways(self) -> Converters[FieldConvert]:
        return Converters(
            text=texts.text,
            texts=texts.texts,
            string=texts.string,
            strings=texts.strings,
            address=texts.address,
            money=self._money,
            number=number,
            count=count,
            date=days.day,
            code=self._code,
            codes=codes.codes,
            flag=codes.flag,
            link=self._known.link,
            links=self._known.links,
            parts=self._known.parts,
            identifiers=identifiers,
            history=history,
            each=_each,
        )

    def _money(self, one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
        return amount(one, mapped, cells, self._of_currency(one), self._kind.by_name)

    def _code(self, one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
        return (codes.currency if one.name in self._currencies else codes.code)(one, mapped, cells)

    def _constant(self, one: Field, mapped: FieldMap, _cells: Cells) -> dict[str, Any]:
        plain = FieldMap(codes=mapped.codes, order=mapped.order)
        return one.type.converter(self._ways)(one, plain, (mapped.constant,))


def _each(convert: FieldConvert) -> FieldConvert:
    def converted(one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
        return {one.name: tuple(convert(one, mapped, (entry,))[one.name] for entry in entries(cells))}

    return converted
