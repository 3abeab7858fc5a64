"""Converts cells that refer to records: organisations by their names, records of other kinds by id or name."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Any

from cq_tui.archive.wording import nearest_name
from cq_tui.importing.convert.cell_text import Cells, cell_text, entries, read_at
from cq_tui.importing.convert.organisations import NOTHING_TOLD, Organisations, Told
from cq_tui.importing.convert.targets import Apart, Targets, forms
from cq_tui.importing.errors import Refused
from cq_tui.importing.recognise.maps.mapping import FieldMap, FullAndShort, Pair, keys_of
from cq_tui.importing.recognise.words.code_lookup import one_country
from cq_tui.query.name_keys import key
from cq_tui.schema.field import Field
from cq_tui.values.lists_in_cells import PART_MARK
from cq_tui.values.reasons import ReasonError, refused

COUNTRY = "country"
_FEWEST_DIGITS = 6
Learn = Callable[[Iterable[Cells]], None]


@dataclass
class Known:
    """What a list's names may refer to: organisations, and the records of other kinds by every name of theirs."""

    organisations: Organisations
    others: dict[str, Targets] = field(default_factory=dict)
    apart: dict[str, Apart] = field(default_factory=dict)
    """Columns of names that several records have, each with what says which of them is meant."""
    offices: frozenset[str] = frozenset()
    """Columns in which a party may be an office that every country has, such as Government."""
    tellers: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Columns of organisations of which a name alone does not say which is meant: what tells, and in which column."""

    separators: Mapping[str, str] = field(default_factory=dict)
    """Columns of organisations of which it is said what parts the names in a cell, each with that."""

    def link(self, one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
        """The record that a cell, or two in two languages, name."""
        if mapped.zh and mapped.en:
            found = self.organisations.both(*map(cell_text, cells))
            if len(found) > 1:
                raise refused(Refused.SEVERAL)
            return {one.name: found[0] if found else None}
        told = self._told(mapped, cells)[0] if mapped.columns else NOTHING_TOLD
        said = cell_text(cells[0]) and not self._names_nobody(one.shown.to or "", cells[0])
        if not said:
            return {one.name: None}
        apart = self.apart.get(mapped.columns[0]) if mapped.columns and len(cells) > 1 else None
        if apart and (found_one := self._told_apart(apart, one.shown.to or "", cells)):
            return {one.name: found_one}
        return {one.name: self._target(one.shown.to or "", cells[0], told)}

    def links(self, one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
        """The records that cells name."""
        if mapped.zh and mapped.en:
            return {one.name: self.organisations.both(*map(cell_text, cells))}
        to = one.shown.to or ""
        return {one.name: tuple(dict.fromkeys(id_ for entry in entries(cells) for id_ in self._targets(to, entry)))}

    def parts(self, one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
        """Parties: the organisations of each column in the column's role. A Pair of columns names the same ones."""
        link = next(part for part in one.parts if part.shown.to)
        role = next(part for part in one.parts if part.codes)
        organisations = self.organisations
        found: dict[tuple[str, str], None] = {}
        country = one_country(cells[-1]) if self.offices.intersection(mapped.columns) and beside(mapped, cells) else ""
        told = self._told(mapped, cells)
        columns = mapped.columns
        for code, (position, *other) in by_role(mapped):
            cell = cells[position]
            if own := self._as_exported(cell, role):
                found |= dict.fromkeys(own)
                continue
            if other:
                filled = position if cell_text(cell) else other[0]
                both = partial(organisations.both, en=cell_text(cells[other[0]]))
                ids = read_at(filled, both, cell_text(cell), position, *other)
            else:
                mark = self.separators.get(columns[position], "")
                read = partial(organisations.read, country=country, told=told[position], mark=mark)
                ids = read_at(position, read, cell) if cell_text(cell) else ()
            found |= dict.fromkeys((id_, code) for id_ in ids)
        return {one.name: tuple({link.name: id_, role.name: code} for id_, code in found)}

    def _as_exported(self, cell: str, role: Field) -> list[tuple[str, str]]:
        """Ids with their roles where a cell is one that this program exported; empty where it is not."""
        pairs = [entry.strip().partition(PART_MARK) for entry in cell.split(";")]
        known = all(id_ in self.organisations.ids and code in (role.codes or ()) for id_, _mark, code in pairs)
        return [(id_, code) for id_, _mark, code in pairs] if known else []

    def _told(self, mapped: FieldMap, cells: Cells) -> list[Told]:
        """What the cells beside those of the columns tell of the names in each of them."""
        rest = iter(beside(mapped, cells))
        found = []
        for column in mapped.columns:
            names = [name for name, _column in self.tellers.get(column, ())]
            found.append(told_by(names, list(islice(rest, len(names)))))
        return found

    def _names_nobody(self, to: str, text: str) -> bool:
        return to == "organisations" and not self.organisations.cells.names(text)

    def _targets(self, to: str, text: str) -> tuple[str, ...]:
        """The ids of the records that a cell names: one, or those that the mapping parts it into."""
        several = to == "organisations" and self.organisations.cells.is_parted(text)
        return self.organisations.read(text) if several else (self._target(to, text),)

    def _target(self, to: str, text: str, told: Told = NOTHING_TOLD) -> str:
        """The id of a record that a cell names."""
        if to == "organisations":
            if self.organisations.cells.is_parted(text):
                raise refused(Refused.SEVERAL)
            return self.organisations.one(text, told)
        targets = self.others.get(to, Targets())
        if found := targets.one.get(key(text)):
            return found
        if several := targets.several.get(key(text)):
            raise refused(Refused.SHARED_NAME, count=len(several), kind=to)
        raise refused(Refused.UNKNOWN_ID, nearest_name(text, sorted(set(targets.one.values()))), id=text, kind=to)

    def _told_apart(self, apart: Apart, to: str, cells: Cells) -> str:
        """The one record of a name that says what stands beside it; empty where none or several do."""
        said = forms(cells[-1])
        found = [id_ for id_ in self.others[to].ones(cells[0]) if said & apart.by_id.get(id_, frozenset())]
        return found[0] if len(found) == 1 else ""

    def learner(self, one: Field, mapped: FieldMap) -> Learn | None:
        """What learns names from bilingual columns before any row is converted; None if there are no such columns."""
        if "roles" in keys_of(one):
            columns = [name for names in mapped.roles.values() for name in names]
            each = zip(columns, (position for _role, position in by_role(mapped)), strict=True)
            pairs = [(place, isinstance(name, FullAndShort)) for name, place in each if isinstance(name, Pair)]
        else:
            pairs = [((0, 1), False)] if one.shown.to == "organisations" and mapped.zh and mapped.en else []
        if not pairs:
            return None

        def learn(rows: Iterable[Cells]) -> None:
            for cells in rows:
                for (first, second), short in pairs:
                    self.organisations.learn(cell_text(cells[first]), cell_text(cells[second]), short=short)

        return learn


def beside(mapped: FieldMap, cells: Cells) -> Cells:
    """The cells that only say what those of the columns mean."""
    return cells[len(mapped.columns) :]


def told_by(names: Sequence[str], cells: Sequence[str]) -> Told:
    """What cells say of an organisation: the code of its country, its numbers without their punctuation."""
    said = ((name, _said(name, cell)) for name, cell in zip(names, cells, strict=True))
    return frozenset((name, value) for name, value in said if value)


def _said(name: str, cell: str) -> str:
    text = cell_text(cell)
    if name == COUNTRY or not text:
        return one_country(text) or key(text)
    from cq_tui.values.identifiers import Wrong, compact_alike

    try:
        return key(compact_alike(name, text)[1])
    except ReasonError as error:  # what is no number tells nobody apart; one of another register does
        digits = sum(map(str.isdigit, text))
        return key(text) if error.reason.is_(Wrong.FORM) and digits >= _FEWEST_DIGITS else ""


def by_role(mapped: FieldMap) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The roles in the order of their columns, each with the position of one, or of a Pair."""
    position = 0
    for role, names in mapped.roles.items():
        for name in names:
            width = 2 if isinstance(name, Pair) else 1
            yield role, tuple(range(position, position + width))
            position += width
