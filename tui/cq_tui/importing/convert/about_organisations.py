"""What columns tell of the organisations in other columns: it is put into their records, the first that is met."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.convert.convert_column import ColumnConversion
from cq_tui.importing.convert.per_column import PerColumnConversion
from cq_tui.importing.convert.references import Known
from cq_tui.importing.convert.rule import Rule
from cq_tui.importing.convert.rules import rules
from cq_tui.importing.convert.validation import Validator
from cq_tui.importing.errors import ImportProblem, Refused
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.mapping import TABLE_OF_NAMES, About, FieldMap, about_of
from cq_tui.importing.recognise.maps.mapping import Mapping as ListMapping
from cq_tui.importing.sources.import_table import ROW
from cq_tui.importing.sources.nested import MARK_OF_LISTS
from cq_tui.language import _
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.values.lists_in_cells import LIST_MARK, PART_MARK
from cq_tui.values.reasons import Reason

Facts = dict[str, dict[str, Any]]
"""The ids of organisations, each with its values by their fields."""


def told_of(mapping: ListMapping) -> dict[str, About]:
    """The columns of a mapping that tell something of organisations."""
    found = ((column, about_of(told)) for column, told in mapping.columns.items())
    return {column: about for column, about in found if about}


@dataclass
class AboutOrganisations:
    """Collects what the columns of a list tell of organisations, and remarks what says otherwise.

    ``there``: the organisations of the archive by their ids; nothing is added to those.
    """

    kind: Kind
    header: Header
    known: Known
    there: Mapping[str, Record]
    facts: Facts = field(default_factory=dict)
    _first: dict[tuple[str, str], int] = field(default_factory=dict)
    _owners: dict[Any, str] | None = None

    def collect(self, accepted: AcceptedRows, told: Mapping[str, About]) -> Facts:
        """Read the columns, one after the other. Raises ImportProblem for a column that is not there."""
        for column, about in told.items():
            if column in self.header.names:
                self._read(accepted, self.header.names.index(column), about)
        self._take_numbers()
        return self.facts

    def _take_numbers(self) -> None:
        """Take the numbers that stand beside the names of new organisations, where no column says another one."""
        names, valid = self.known.organisations, Validator(self.kind)
        new = {one.id for one in names.new.values()}
        for id_, numbers in names.numbers.of.items() if "identifiers" in self.kind.by_name else ():
            kept = self.facts.get(id_, {}).get("identifiers", ())
            told = {str(one.scheme) for one in kept}
            more = [{"scheme": scheme, "id": number} for scheme, number in numbers.items() if scheme not in told]
            if id_ in new and more:
                self.facts.setdefault(id_, {})["identifiers"] = (*kept, *valid("identifiers", tuple(more)))

    def _read(self, accepted: AcceptedRows, position: int, about: About) -> None:
        table, cell = accepted.table, accepted.table.names[position]
        rule = self._rule(self.header.names[position], about)
        for join, party in _pieces(accepted, self._place(about.column)):
            source = f"FROM accepted JOIN cells USING ({ROW}) {join} WHERE {cell} <> '' AND {party} <> ''"
            pairs = table.ask(f"SELECT {party}, {cell}, min({ROW}) {source} GROUP BY 1, 2 ORDER BY 3")
            for text, said, row in pairs:
                for reason in self._take_each(rule, about, text, said, row):
                    table.run(
                        f"INSERT INTO remarks SELECT {ROW}, ?, {cell}, ? {source} AND {party} = ? AND {cell} = ?",
                        [position, reason.dump(), text, said],
                    )
        self._tell_of_nobody(accepted, rule, position, about)

    def _tell_of_nobody(self, accepted: AcceptedRows, rule: Rule, position: int, about: About) -> None:
        """Remark what stands in rows whose cell for the organisation is empty."""
        table, cell = accepted.table, accepted.table.names[position]
        whose = table.names[self._place(about.column)]
        source = f"FROM accepted JOIN cells USING ({ROW}) WHERE {cell} <> '' AND trim(coalesce({whose}, '')) = ''"
        for (said,) in table.ask(f"SELECT DISTINCT {cell} {source}"):
            values, problems = rule.read((said,))
            if not problems and values.get(about.field) not in (None, ()):
                reason = Reason.of(Refused.OF_NOBODY, column=about.column)
                sql = f"INSERT INTO remarks SELECT {ROW}, ?, {cell}, ? {source} AND {cell} = ?"
                table.run(sql, [position, reason.dump(), said])

    def _take_each(self, rule: Rule, about: About, party: str, said: str, row: int) -> Iterator[Reason]:
        """As ``_take``; where a cell says one value for each of several organisations, each takes its own."""
        each, values = party.split(LIST_MARK.strip()), said.split(MARK_OF_LISTS)
        if len(values) > 1 and len(each) == len(values):
            for one, value in zip(each, values, strict=True):
                yield from self._take(rule, about, one, value, row) if value else ()
            return
        yield from self._take(rule, about, party, said, row)

    def _take(self, rule: Rule, about: About, party: str, said: str, row: int) -> Iterator[Reason]:
        """Take a value for the organisation that a cell names; why it was not."""
        ids = list(dict.fromkeys(entry.strip().split(PART_MARK)[0] for entry in party.split(LIST_MARK.strip())))
        if len(ids) > 1:
            yield Reason.of(Refused.OF_SEVERAL)
            return
        values, problems = rule.read((said,))
        yield from (one.reason for one in problems)
        value = values.get(about.field)
        if value in (None, ()):
            return
        id_, key = ids[0], f"{about.field}.{about.scheme}"
        keys = self._keys(about.field, value)
        if owner := self._owner_of(keys, id_):
            yield Reason.of(Refused.KEY_OF_ANOTHER, id=owner)
            return
        if id_ in self.there:
            there = getattr(self.there[id_], about.field, None)
            if value != there and not (isinstance(value, tuple) and set(value) <= set(there or ())):
                yield Reason.of(Refused.OF_A_KNOWN, id=id_)
            return
        kept = self.facts.setdefault(id_, {})
        before = kept.get(about.field)
        if (id_, key) not in self._first:
            self._first[id_, key] = row
            if self._owners is not None:
                self._owners |= dict.fromkeys(keys, id_)
            kept[about.field] = (*(before or ()), *value) if isinstance(value, tuple) else value
        elif value != before and not (isinstance(value, tuple) and set(value) <= set(before or ())):
            yield Reason.of(Refused.SAID_OTHERWISE, id=id_, row=self._first[id_, key])

    def _keys(self, name: str, value: Any) -> list[Any]:
        """The identifiers of a value that only one organisation can have: ``check`` finds those that two have."""
        one = self.kind.by_name[name]
        return [key for key in value if one.type.is_of_one(key)] if one in self.kind.keys else []

    def _owner_of(self, keys: Sequence[Any], id_: str) -> str:
        """Another organisation, of the archive or of the list, that has one of them; empty if none has."""
        if keys and self._owners is None:
            names = [one.name for one in self.kind.keys]
            self._owners = {key: one.id for one in self.there.values() for name in names for key in getattr(one, name)}
        found = ((self._owners or {}).get(key, id_) for key in keys)
        return next((owner for owner in found if owner != id_), "")

    def _rule(self, column: str, about: About) -> Rule:
        if about.field not in self.kind.by_name:
            message = _("Organisations have no field {name}.").format(name=f'"{about.field}"')
            raise ImportProblem(message)
        one = FieldMap(roles={about.scheme: (column,)}) if about.scheme else FieldMap((column,))
        mapping = ListMapping(TABLE_OF_NAMES, {about.field: one})
        return rules(self.kind, mapping, self.header, self.known)[0]

    def _place(self, column: str) -> int:
        if column in self.header.names:
            return self.header.names.index(column)
        raise ImportProblem(_("The list has no column {name}.").format(name=f'"{column}"'))


def _pieces(accepted: AcceptedRows, position: int) -> Iterator[tuple[str, str]]:
    """SQL of the organisations that a column names: the join, and the cell that holds their ids."""
    for one in accepted.conversions:
        if accepted.kind.by_name[one.rule.fields[0]].type.refers_to != TABLE_OF_NAMES:
            continue
        if isinstance(one, PerColumnConversion):
            each = zip(one.rule.per_column, one.pieces, strict=True)
            yield from (piece for rule, piece in each if position in rule.own_columns)
        elif isinstance(one, ColumnConversion) and position in one.rule.own_columns:
            yield from one.pieces
