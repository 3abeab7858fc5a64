"""A prepared list converted: what an import does before it is looked at (``review/``) and written (``writing.py``)."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from tempfile import gettempdir
from typing import cast

from cq_tui.files.write import failure
from cq_tui.importing.convert.about_organisations import AboutOrganisations, Facts, told_of
from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.convert.convert_rows import columns_of_offices, convert_rows, load_rows, refusals
from cq_tui.importing.convert.names_alone import names_alone
from cq_tui.importing.convert.names_of_digits import names_of_digits
from cq_tui.importing.convert.numbers_of_columns import numbers_of_columns
from cq_tui.importing.convert.organisations import Organisations, organisations
from cq_tui.importing.convert.other_readings import other_readings
from cq_tui.importing.convert.own_fields import OwnFields, own_fields
from cq_tui.importing.convert.own_records import link_own_records
from cq_tui.importing.convert.records_of_one_name import targets, tell_records_apart
from cq_tui.importing.convert.references import Known
from cq_tui.importing.convert.remarks import columns_remarked, remarks
from cq_tui.importing.convert.row_counts import RowCounts
from cq_tui.importing.convert.rules import rules
from cq_tui.importing.convert.targets import Targets
from cq_tui.importing.convert.tell_apart import tell_apart
from cq_tui.importing.convert.wide_rows import wide_rows
from cq_tui.importing.errors import ImportProblem, Refusal, Remark
from cq_tui.importing.progress import Progress
from cq_tui.importing.recognise.answers.questions import Words, unknown_words
from cq_tui.importing.recognise.headers.import_source import ImportSource
from cq_tui.importing.recognise.maps.mapping import EACH_OF_LIST, ONE, ONE_EACH, STAYS
from cq_tui.importing.recognise.maps.names_of_cells import NamesOfCell
from cq_tui.importing.recognise.prepare import Near, Prepared
from cq_tui.importing.review.absent import absent_fields, left_out
from cq_tui.importing.review.nobody import told_of_nobody
from cq_tui.importing.review.not_taken import empty_columns, not_taken
from cq_tui.importing.review.organisations import organisations_review
from cq_tui.importing.review.review import Review, field_reviews
from cq_tui.importing.sources.import_table import ImportTable, ImportTableError
from cq_tui.importing.sources.statement_watch import StatementWatch
from cq_tui.kinds.organisations import Organisation
from cq_tui.language import _
from cq_tui.log import Log
from cq_tui.query.parse import parse
from cq_tui.schema.record import Record
from cq_tui.store.codes_in_use import codes_in_use
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.values.clean import clean_line
from cq_tui.values.schemes import Scheme

_log = Log(__name__)
_LARGE = 32 << 20
"""Bytes of a list whose cells are kept compressed, in a fifth of the memory; of a smaller one that gains little."""
_SHORT = 128 << 10
"""Bytes of a list of a few hundred rows: to answer anything of them takes less than to find the fastest way for it."""
_UNPACKED = 8
"""How many bytes of cells stand in one of a packed file."""


@dataclass(frozen=True)
class Converted:
    """The converted list, not written yet: accepted rows, refusals, remarks, and new names that are nearly known."""

    prepared: Prepared
    accepted: AcceptedRows
    known: Organisations
    refusals: list[Refusal]
    near: Near
    remarks: list[Remark]
    """Cells of accepted rows that leave their field absent, the most frequent first."""
    own: OwnFields
    """The fields that columns become which no field takes."""
    about: Facts
    """What columns tell of the new organisations, by their ids and fields."""
    others: Sequence[str]
    """The ids of the kind's records that stand in the archive besides those of this list."""

    @property
    def counts(self) -> RowCounts:
        """What became of the lines."""
        return self.accepted.counts

    @property
    def asking(self) -> Prepared | None:
        """The list with what is to be asked now that all rows were looked at; None where nothing is."""
        prepared, asked = self.prepared, self.accepted.asked
        proposal = prepared.proposal
        if not asked:
            return None
        return replace(prepared, proposal=replace(proposal, questions=(*proposal.questions, *asked)))

    @property
    def passed_over(self) -> list[str]:
        """The columns that stay in the passages alone: no field takes them, and they become none."""
        told = self.prepared.proposal.mapping.columns
        taken = self.own.by_column.keys() | self.own.currencies.keys()
        every = self.prepared.proposal.passed_over
        return [name for name in every if name not in taken and told.get(name) in (None, STAYS)]

    def review(self) -> Review:
        """What each field was read from, and what its values are."""
        listed, mapping = self.prepared.listed, self.own.added_to(self.prepared.proposal.mapping)
        nobody = told_of_nobody(self.accepted, self.known)
        rows = sum(one.rows for one in nobody if not one.cell)
        fields = field_reviews(self.accepted, listed.header, mapping.fields, self.own, self.known, rows)
        kind = self.own.organisations or self.prepared.store.schema["organisations"]
        told = told_of(self.prepared.proposal.mapping)
        met, near = set(self.accepted.organisations), self.near
        names = organisations_review(self.known, met, near, kind, self.about, told, self.remarked, nobody)
        absent, left = absent_fields(self.prepared), tuple(left_out(self.prepared))
        rest = not_taken(self.prepared, self.accepted.table)
        return Review(self.counts.accepted, fields, names, absent, left, rest)

    @property
    def remarked(self) -> dict[str, int]:
        """How many cells of each column could not be read in accepted rows."""
        return columns_remarked(self.accepted.table, self.prepared.listed.header)

    @property
    def together(self) -> list[tuple[str, str]]:
        """The spellings that were put together with another one, each with the organisation's id."""
        return self.known.together()

    @property
    def cells(self) -> list[NamesOfCell]:
        """The cells whose names could be read otherwise."""
        return list(other_readings(self.known, set(self.accepted.organisations)))

    @property
    def words(self) -> Words:
        """All words that no code is known for: the field's name, the word, and in how many rows it was met."""
        return unknown_words(self.prepared, self.refusals, self.remarks)


@contextmanager
def converting(prepared: Prepared, progress: Progress) -> Iterator[Converted]:
    """Convert all rows; nothing is written. Raises ImportProblem."""
    kind, list_ = prepared.kind, prepared.listed
    own = _own_ids(prepared)
    there = _organisations(prepared, own.get("organisations", set()))
    names = organisations(there, prepared.proposal.mapping.organisations)
    keys = dict(_keys(there)) if kind.name == "organisations" else {}
    mapping, header = prepared.proposal.mapping, list_.header
    known = Known(names, dict(_others(prepared)), separators=_separators(prepared))
    used = sum(len(rule.columns) for rule in rules(kind, mapping, header, known))
    taken = sorted(set(prepared.store.ids(kind.name)) - own.get(kind.name, set()))
    try:
        watch = StatementWatch(progress)
        with _table(list_, watch) as table:
            wide = wide_rows(list_.sheet, header.names, kind, mapping)
            counted = load_rows(prepared.kind, list_.sheet, header, wide, used, table, mapping, watch)
            store, columns = prepared.store, prepared.proposal.free_columns(header.names)
            in_use = partial(codes_in_use, store)
            fields = own_fields(store.archive.root, store.schema, kind, mapping, header, columns, table, in_use)
            prepared = _without_empty(prepared, fields, table)
            names.cells.alone = names_alone(table, header, mapping)
            names.digits = names_of_digits(table, header, kind, mapping)
            names.cells.numbered_as = numbers_of_columns(table, header, mapping)
            tell_apart(table, header, known, told_of(mapping), there)
            every = partial(_every, store)
            tell_records_apart(table, header, known, kind, mapping, store.schema, every)
            known.offices = columns_of_offices(table, header, mapping)
            found = rules(fields.kind, fields.added_to(mapping), header, known)
            organisations_ = fields.organisations or store.schema["organisations"]
            about = AboutOrganisations(organisations_, header, known, {one.id: one for one in there})

            def tell(accepted: AcceptedRows) -> None:
                link_own_records(accepted, names, partial(watch, _("converting"), len(found), len(found)))
                about.collect(accepted, told=told_of(mapping))

            accepted = convert_rows(fields.kind, list_.sheet, header, found, taken, keys, table, mapping, list_.id,
                                    watch, short=wide.short,
                                    about=tell)  # fmt: skip
            accepted.unwritten, accepted.counted = fields.unused, (*counted, *accepted.counted)
            _log.info("converted %d rows of %s", accepted.counts.rows, list_.id)
            near = tuple(known.organisations.near(accepted.organisations))
            told = remarks(table, header)
            refused = refusals(accepted, header)
            yield Converted(prepared, accepted, known.organisations, refused, near, told, fields, about.facts, taken)
    except ImportTableError as error:
        raise ImportProblem(f"{clean_line(str(list_.sheet.path))}: {error}") from None


def _separators(prepared: Prepared) -> dict[str, str]:
    """What is said to part the names of a column; none in a name is none of a list that its cells were made of."""
    names, listed = prepared.listed.header.names, prepared.listed.sheet.listed
    are_put_together = prepared.proposal.mapping.shared_rows == ONE
    of_lists = {names[at] for at in listed if at < len(names)}
    return {
        name: EACH_OF_LIST if mark == ONE_EACH and (name in of_lists or are_put_together) else mark
        for name, mark in prepared.proposal.mapping.separators.items()
    }


def _without_empty(prepared: Prepared, own: OwnFields, table: ImportTable) -> Prepared:
    """The list without columns that no field takes and that are empty in all rows, and not in the first ones alone."""
    proposal, became = prepared.proposal, own.by_column.keys() | own.currencies.keys()
    asked = [name for name in proposal.unused if name not in became and name not in proposal.mapping.columns]
    empty = empty_columns(prepared.listed.header, asked, table)
    unused = tuple(name for name in proposal.unused if name not in empty)
    return replace(prepared, proposal=replace(proposal, unused=unused)) if empty else prepared


def _table(list_: ImportSource, watch: StatementWatch) -> ImportTable:
    size = list_.sheet.size * (1 if list_.sheet.delimiter else _UNPACKED)
    try:
        return ImportTable(len(list_.header.names), watch, compressed=size > _LARGE, short=size <= _SHORT)
    except OSError as error:  # there is no room for temporary files
        raise ImportProblem(failure(str(error.filename or gettempdir()), error)) from None


def _organisations(prepared: Prepared, own: set[str]) -> list[Organisation]:
    """Those of the archive without those that an earlier import of the list made."""
    found = _every(prepared.store, "organisations")
    return [one for one in found if isinstance(one, Organisation) and one.id not in own]


def _every(store: Store, kind: str) -> Iterable[Record]:
    """All records of a kind; those in memory without the engine, whose start would take longer than a short list."""
    if store.has_table(kind):
        return cast(Iterable[Record], Selection(store, parse("", store.kind(kind))))
    return store.archive.records(kind)


def _keys(there: Iterable[Organisation]) -> Iterator[tuple[tuple[str, str], str]]:
    for one in there:
        yield from (((str(key.scheme), key.id), one.id) for key in one.identifiers if key.scheme != Scheme.OTHER)


def _others(prepared: Prepared) -> Iterator[tuple[str, Targets]]:
    """For each kind that mapped fields refer to, except organisations: its records by their ids and names."""
    mapped = prepared.proposal.mapping.fields
    fields = [prepared.kind.by_name[name] for name in mapped]
    asked = {one.shown.to for one in fields if one.shown.to} - {"organisations"}
    event = mapped["event"].constant if "event" in mapped else ""
    for name in sorted(filter(None, asked)):
        yield name, targets(_every(prepared.store, name), prepared.store.kind(name), event)


def _own_ids(prepared: Prepared) -> dict[str, set[str]]:
    """The ids that an earlier import of this list made and that the store knows, by kind."""
    found: dict[str, set[str]] = {}
    folder = (prepared.store.archive.root / "data" / prepared.listed.id).absolute()
    for table in prepared.store.archive.tables:
        if table.is_csv and table.path.parent == folder and table.kind.name in (prepared.kind.name, "organisations"):
            with table.path.open(encoding="utf-8-sig", newline="") as file:
                found[table.path.stem] = {row[0] for row in csv.reader(file) if row}
    return found
