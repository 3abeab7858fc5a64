"""Recognising a list: where it stands in its file, and how its columns become fields."""

import tomllib
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from cq_tui.importing.errors import ImportProblem, Noticed
from cq_tui.importing.progress import Progress, unwatched
from cq_tui.importing.recognise.columns.draft import LEARNT_FROM
from cq_tui.importing.recognise.columns.headings import (
    headings_of,
    question_of_headings,
    told_of_headings,
    with_headings,
)
from cq_tui.importing.recognise.columns.rows_below import question_of_below, rows_below
from cq_tui.importing.recognise.days.over_the_years import kind_over_time, with_history
from cq_tui.importing.recognise.headers.header import Header, find_header
from cq_tui.importing.recognise.headers.header_or_record import question_of_header, without_told
from cq_tui.importing.recognise.headers.import_source import ImportSource
from cq_tui.importing.recognise.headers.sheets_together import read_together
from cq_tui.importing.recognise.headers.which_list import question_of_lists, told_of_lists
from cq_tui.importing.recognise.headers.which_sheet import question_of_sheets
from cq_tui.importing.recognise.learnt_rows import counted_over_all, learnt_rows, rows_of
from cq_tui.importing.recognise.maps import map_file
from cq_tui.importing.recognise.maps.asked import Question
from cq_tui.importing.recognise.maps.list_ids import is_called, list_id, sheet_of
from cq_tui.importing.recognise.maps.mapping import EMPTY, HOLD, TABLE_OF_NAMES, TABLE_OF_ROWS, FieldMap, Mapping
from cq_tui.importing.recognise.maps.proposal import Proposal
from cq_tui.importing.recognise.proposing.complete import completed
from cq_tui.importing.recognise.proposing.other_kind import fits_another
from cq_tui.importing.recognise.proposing.propose import propose
from cq_tui.importing.sources.held import held
from cq_tui.importing.sources.sheet import EVERY_SHEET, Sheet, open_sheet
from cq_tui.language import _
from cq_tui.log import Log
from cq_tui.schema.kind import Kind
from cq_tui.schema.schema import Schema
from cq_tui.store.store import Store
from cq_tui.values.clean import clean_line
from cq_tui.values.reasons import Reason

_log = Log(__name__)

Near = tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class Prepared:
    """A list that was recognised, and how it will be read; ``map_path`` is where its mapping is saved.

    ``source`` is where the mapping was read from; None where it was proposed now.
    """

    store: Store
    kind: Kind
    listed: ImportSource
    proposal: Proposal
    map_path: Path
    source: Path | None

    @property
    def given(self) -> bool:
        """Whether the mapping was given or saved before."""
        return self.source is not None

    @property
    def refused_path(self) -> Path:
        """Where the refused rows go."""
        return self.map_path.with_name("refused.csv")

    @property
    def remarks_path(self) -> Path:
        """Where the cells go that could not be read."""
        return self.map_path.with_name("remarks.csv")

    def first_rows(self, count: int = LEARNT_FROM) -> list[list[str]]:
        """The first rows below the header, as they stand in the list."""
        sheet, header = self.listed.sheet, self.listed.header
        return learnt_rows(sheet, header) if count == LEARNT_FROM else list(rows_of(sheet, header, count))


@dataclass(frozen=True, slots=True)
class ListLocation:
    """The sheet, the header's row and the encoding of a file; each is recognised where it is not given."""

    sheet: str = ""
    header: int | None = None
    encoding: str = ""
    below: str = ""
    """What the empty cells of rows say that go on with the row above them."""
    headings: str = ""
    """Whether what headings between the rows say holds for the rows below them."""


def prepare(
    store: Store,
    path: Path,
    kind: Kind,
    event: str = "",
    given: Path | None = None,
    location: ListLocation | None = None,
    encoding: str = "",
    sheet: str = "",
    header: int | None = None,
    below: str = "",
    headings: str = "",
    progress: Progress = unwatched,
) -> Prepared:
    """Recognise a list and propose, or read, its mapping; with a ``location`` the mapping is proposed anew.

    ``encoding`` (of a text file), ``sheet``, ``header`` (its row; 0 for none), ``below`` (what the empty cells say of
    rows that go on with the one above), ``headings`` (whether they hold for the rows below them): what a mapping says
    of them does not count then. A saved mapping is one of another header's columns.

    Raises ImportProblem; NoHeader where the list is there and its header is not found; what ``progress`` raises.
    """
    root = store.archive.root
    asked = sheet or (location.sheet if location else sheet_of(given))
    id_ = list_id(root, path, kind, event, asked)
    saved = root / "imports" / id_ / "MAP.toml"
    if (header is not None or below or headings) and not given:
        location = ListLocation(asked, header, encoding, below, headings)
    source = given or (saved if saved.is_file() else None)
    source = None if location else source
    if source and map_file.tells_history(source):
        kind = kind_over_time(store, kind)
    mapping = map_file.read(source, kind) if source else None
    if mapping:
        mapping = replace(mapping, sheet=sheet or mapping.sheet)
        mapping = replace(mapping, header=mapping.header if header is None else header)
        mapping = replace(mapping, below_rows=below or mapping.below_rows, headings=headings or mapping.headings)
        where = (mapping.sheet, mapping.header, mapping.encoding)
        location = ListLocation(*where, mapping.below_rows, mapping.headings)
    location = location or ListLocation(sheet)
    encoding = encoding or location.encoding
    location = replace(location, encoding=encoding)
    found, names, asked_below = _recognised(path, kind, location, progress)
    _log.info("recognised %s as %s: sheet %r, header in row %d", path, kind.name, found.name, names.row)
    learnt = learnt_rows(found, names)
    if mapping is None and (told := with_history(store, kind, names, learnt)) is not kind:
        kind = told
        found, names, asked_below = _recognised(path, kind, location, progress)
    fresh: Proposal | None = None
    if mapping is None or source == saved:
        events = store.ids("events")
        fresh = propose(
            kind, names, learnt, store.schema[TABLE_OF_NAMES],
            event=event, only_event=events[0] if len(events) == 1 else "", sheet=found.name,
        )  # fmt: skip
        fresh = counted_over_all(fresh, found, names, len(learnt))
        said = replace(fresh.mapping, below_rows=location.below, headings=location.headings)
        fresh = replace(fresh, mapping=replace(said, encoding=encoding))
    # A mapping that was saved to be answered, and was not, is asked about again; one that says no more than where the
    # list stands answers that, and all else is proposed.
    if fresh and (mapping is None or not mapping.fields or (fresh.questions and _is_saved_as(fresh, saved))):
        source, proposal = None, fresh
    elif mapping:
        if event and kind.event is not None:
            mapping = replace(mapping, fields={**mapping.fields, kind.event.name: FieldMap(constant=event)})
        proposal = completed(kind, replace(mapping, encoding=encoding), names, learnt)
        proposal = _asked_for_sources(proposal, fresh, kind, source)
    proposal = replace(proposal, questions=(*proposal.questions, *asked_below))
    proposal = _with_place(proposal, found, names, kind, store.schema, location, mapping, progress)
    names = without_told(names) if proposal.place else names
    names = _with_noticed(names, *told_of_lists(found, names, kind, progress))
    if reads_like := fits_another(kind, store.schema, names, proposal, learnt):
        names = replace(names, noticed=(*names.noticed, reads_like))
    return Prepared(store, kind, ImportSource(id_, found, names), proposal, saved, source)


def _with_place(
    proposal: Proposal,
    sheet: Sheet,
    header: Header,
    kind: Kind,
    schema: Schema,
    location: ListLocation,
    given: Mapping | None,
    progress: Progress,
) -> Proposal:
    """A proposal with nothing asked but where in its file the list stands, if that is not plain."""
    place = None
    if given and given.fields:  # it names columns of the one that was meant
        return proposal
    if not location.sheet:
        place = question_of_sheets(sheet, header, kind, list(schema.values()), progress)
        place = place or question_of_lists(sheet, header, kind, progress)
    if place is None and location.header is None:
        place = question_of_header(sheet, header)
    return replace(proposal, questions=(place,)) if place else proposal


def _recognised(
    path: Path, kind: Kind, location: ListLocation, progress: Progress
) -> tuple[Sheet, Header, tuple[Question, ...]]:
    """The sheet and its header, and what is to be asked of what stands above rows: another row, or a heading."""
    sheet, header = _located(path, kind, location, progress)
    if TABLE_OF_ROWS in kind.by_name:
        return sheet, header, ()
    asked: list[Question | None] = []
    found = None if location.below == EMPTY else rows_below(kind, sheet, header)
    if location.below == HOLD and found:
        sheet = held(sheet, header.last - sheet.first + 1, found)
        header = replace(header, merged=sheet.filled)
    elif location.below == HOLD:
        header = _with_noticed(header, Reason.of(Noticed.NOTHING_BELOW))
    elif found:
        asked.append(question_of_below(sheet, header, found))
    headings = None if location.headings == EMPTY else headings_of(kind, sheet, header)
    if location.headings == HOLD and headings:
        sheet, header = with_headings(sheet, header, headings)
    elif location.headings == HOLD:
        header = _with_noticed(header, Reason.of(Noticed.NO_HEADINGS))
    elif headings and headings.field:
        asked.append(question_of_headings(sheet, header, headings))
    elif headings:
        header = _with_noticed(header, told_of_headings(sheet, header, headings))
    return sheet, header, tuple(filter(None, asked))


def _with_noticed(header: Header, *reasons: Reason) -> Header:
    return replace(header, noticed=(*header.noticed, *reasons))


def _located(path: Path, kind: Kind, location: ListLocation, progress: Progress) -> tuple[Sheet, Header]:
    """The sheet and its header; of several sheets the first whose header has a known word, else the first.

    One that is called as the kind is comes before all others.
    """
    if location.sheet == EVERY_SHEET:
        first, header = _located(path, kind, replace(location, sheet=""), progress)
        return read_together(first, header, kind, progress)
    sheet = open_sheet(path, location.sheet, encoding=location.encoding, progress=progress)
    plain: tuple[Sheet, Header] | None = None
    others = () if location.sheet else sheet.others
    called = () if is_called(sheet.name, kind) else tuple(one for one in others if is_called(one, kind))
    for other in (*called, "", *(one for one in others if one not in called)):
        with suppress(ImportProblem):
            chosen = open_sheet(path, other, encoding=location.encoding, progress=progress) if other else sheet
            header = find_header(chosen, kind, location.header)
            if header.known and not (plain and _is_aside(sheet, other, kind, header)):
                return chosen, header
            plain = plain or (chosen, header)
    return plain or (sheet, find_header(sheet, kind, location.header))


def _is_aside(sheet: Sheet, other: str, kind: Kind, header: Header) -> bool:
    """Whether a table is one beside the first of its sheet and names no record: a legend, whose header says *Note*."""
    return other.startswith(f"{sheet.name}!") and not any(word.field is kind.heading for word in header.words)


def _asked_for_sources(proposal: Proposal, fresh: Proposal | None, kind: Kind, source: Path | None) -> Proposal:
    """A given mapping with what was asked about fields that it says something of, but no column. Raises ImportProblem.

    Nothing was asked of a mapping that somebody wrote: then a column was forgotten.
    """
    questions = proposal.questions
    for name, one in proposal.mapping.fields.items():
        if one.columns or one.constant or any(asked.field == name for asked in questions):
            continue
        again = tuple(asked for asked in (fresh.questions if fresh else ()) if asked.field == name)
        if not again:
            message = _("{path}: [{field}] names no column of the list for {label}")
            shown = clean_line(str(source))
            raise ImportProblem(message.format(path=shown, field=name, label=kind.by_name[name].label))
        questions += again
    return replace(proposal, questions=questions)


def _is_saved_as(proposal: Proposal, saved: Path) -> bool:
    """Whether the saved map says what is proposed and no more; what stands in comments is in any language."""
    try:
        return tomllib.loads(saved.read_text("utf-8")) == tomllib.loads(map_file.text(proposal))
    except (OSError, ValueError):
        return False


def remapped(prepared: Prepared, proposal: Proposal) -> Prepared:
    """The same list with another mapping; it will replace the saved one."""
    return replace(prepared, proposal=proposal, source=None)
