"""A list that is imported, as lines: where each field comes from, beside the first records as they would be."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from cq_tui.importing.import_result import ImportResult
from cq_tui.importing.recognise.answers.mapping_rows import MappingRow
from cq_tui.importing.recognise.answers.questions import UnclearWord
from cq_tui.importing.recognise.maps.mapping import BECOMES_WORDS, STAYS, Pair
from cq_tui.importing.recognise.maps.names_of_cells import LIST
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.prepare import Prepared
from cq_tui.language import _, ngettext
from cq_tui.schema.cells import absent, code_words, line
from cq_tui.schema.record import Record
from cq_tui.values.clean import clean_line
from cq_tui.values.types.base import is_absent
from cq_tui.values.types.lists import joined
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.text_layout import cut, padded, wrap
from cq_tui.widgets.views.import_outcome import OutcomeLines, rest_line
from cq_tui.widgets.views.import_places import (
    ASKED,
    COLUMN,
    SLOT,
    UNCLEAR,
    below_lines,
    headings_lines,
    place_lines,
    said_rows_lines,
    same_rows_lines,
    shared_rows_lines,
    totals_lines,
)

_LEAST_VALUE, _MOST_VALUE = 16, 30
"""Cells of a column of values."""
_LABEL, _COLUMNS = 0.22, 0.3
"""Of the width, what the fields' names and their columns take at most."""
_MOST_COLUMNS = 100
_PLAIN = (Evidence.KNOWN_WORD, Evidence.CELLS_READ)
"""Evidence that goes without saying: the name of the column, and cells that are what it says."""


def import_lines(
    prepared: Prepared,
    slots: Sequence[MappingRow],
    unclear: Sequence[UnclearWord],
    outcome: ImportResult | None,
    width: int,
) -> list[Row]:
    """The lines for a view of ``width`` cells; what can be changed is a link."""
    page = _Page(prepared, slots, unclear, outcome, width)
    result = OutcomeLines(outcome, width, page.label, page.name) if outcome else None
    listed = prepared.listed
    where = place_lines(listed.sheet, listed.header.row, width, listed.header.noticed, prepared.proposal.place)
    first, then = (where, ()) if prepared.proposal.place else ((), where)
    return [
        *first,
        *page.told(),
        *then,
        *same_rows_lines(prepared, width),
        *shared_rows_lines(prepared, width),
        *below_lines(prepared, width),
        *headings_lines(prepared, width),
        *totals_lines(prepared, width),
        *said_rows_lines(prepared, width),
        Row(),
        *(result.review() if result else ()),
        *page.names(),
        *page.unused(),
        *(result.refusals() if result else ()),
        *page.untold(),
    ]


def first_question(rows: Sequence[Row], slots: Sequence[MappingRow], unclear: Sequence[UnclearWord]) -> int:
    """The line to begin at: of the first question, or of the first word that it asks for; -1 where nothing is asked."""
    asked = {Link(SLOT, str(n)) for n, slot in enumerate(slots) if slot.question}
    words = {Link(UNCLEAR, str(n)) for n, one in enumerate(unclear) if one.meaning is None}
    place = next((n for n, row in enumerate(rows) if row.link in asked or (row.link and ASKED in row.pieces)), -1)
    below = next((n for n, row in enumerate(rows) if n > place and row.link), place)
    return below if place >= 0 and rows[below].link in words else place


class _Page:
    def __init__(
        self,
        prepared: Prepared,
        slots: Sequence[MappingRow],
        unclear: Sequence[UnclearWord],
        outcome: ImportResult | None,
        width: int,
    ) -> None:
        self._prepared, self._slots, self._outcome, self._width = prepared, slots, outcome, width
        self._unclear = unclear
        labels = [cell_len(slot.words) for slot in slots] + [cell_len(one.text) + 4 for one in unclear]
        self.label = min(max(labels, default=8), int(width * _LABEL))
        said = [cell_len(self._from(slot)) for slot in slots] + [cell_len(self._means(one)) for one in unclear]
        self._source = min(max([cell_len(_("column")), *said]), int(width * _COLUMNS))
        room = width - self.label - self._source - 6
        self._count = max(1, room // (_LEAST_VALUE + 2))
        self._value = max(1, min(_MOST_VALUE, room // self._count - 2))

    def told(self) -> Iterator[Row]:
        """The slots that come from somewhere, or are asked for."""
        field, column, values = _("field"), _("column"), _("as it would be")
        head = f"   {padded(field, self.label)}  {padded(column, self._source)}  {values}"
        yield Row([(head, "dim")])
        for place, slot in enumerate(self._slots):
            if not slot.is_open:
                yield self._slot(place, slot)
                yield from self._why(slot)
                yield from self._words_of(slot)
        yield Row()

    def _why(self, slot: MappingRow) -> Iterator[Row]:
        """What is asked of a slot, and what its source rests on where that is more than the name of a column."""
        room = self._width - 7
        if slot.question is not None:
            yield from (Row([(f"     {one}", "fault")]) for one in wrap(clean_line(slot.question.text), room))
        proposal, name = self._prepared.proposal, slot.field.name
        first = next((one for one in self._slots if one.field is slot.field and not one.is_open), slot)
        plain = all(any(map(one.is_, _PLAIN)) for one in proposal.evidence.get(name, ()))
        if slot is first and (name in proposal.likely or not plain):
            yield from (Row([(f"     {one}", "dim")]) for one in wrap(proposal.why(name), room))

    def _words_of(self, slot: MappingRow) -> Iterator[Row]:
        """The words of a field that are not known, and those that the mapping says something of."""
        for place, one in enumerate(self._unclear):
            if one.field is not None and one.field is slot.field:
                rows = ngettext("{count} row", "{count} rows", one.rows).format(count=f"{one.rows:,}")
                why = "  " + _("not known: {rows}").format(rows=rows) if one.meaning is None else ""
                yield self._unclear_row(place, one, why)
        shown = sum(one.field is slot.field and one.meaning is None for one in self._unclear)
        met = sum(name == slot.field.name for name, _word, _rows in self._outcome.words) if self._outcome else 0
        if shown and (rest := met - shown) > 0:
            yield Row([("     " + ngettext("and {count} more", "and {count} more", rest).format(count=rest), "dim")])

    def names(self) -> Iterator[Row]:
        """New names that are nearly known organisations, and the names that the mapping says something of."""
        found = [(place, one) for place, one in enumerate(self._unclear) if one.field is None]
        if found:
            put = any(one.together or one.cell for _place, one in found)
            words = _("Organisations nearly known, put together or parted") if put else _("Nearly known organisations")
            yield Row([(f" {words}", "heading")])
            for place, one in found:
                near = joined(f"{self.name('organisations', id_)} {alike} %" for id_, alike in one.near)
                yield self._unclear_row(place, one, f"  {near}?" if near else "")
            yield Row()

    def _means(self, one: UnclearWord) -> str:
        """What the mapping says of a word or a name."""
        if one.refused:
            return "?"
        if one.field is None and one.cell:
            said = one.meaning.split(LIST) if one.meaning else [] if one.meaning == "" else one.cell.names
            return "= " + (" + ".join(said) if len(said) > 1 else _("one name"))
        if one.field is None:
            id_ = one.together if one.meaning is None else one.meaning
            return "= " + (self.name("organisations", id_) if id_ else _("new"))
        if one.meaning is None:
            return f"= {absent(one.field)}"
        return f"= {code_words(one.field, one.meaning)}" if one.meaning else _("passed over")

    def _unclear_row(self, place: int, one: UnclearWord, why: str) -> Row:
        room = self._width - self.label - self._source - 6
        pieces: list[StyledText] = [
            ("   ", "text"),
            (padded(cut(f'  "{clean_line(one.text)}"', self.label), self.label), "link"),
            ("  " + padded(cut(clean_line(self._means(one)), self._source), self._source), "text"),
            (cut(clean_line(why), room), "fault" if one.refused else "dim"),
        ]
        return Row(pieces, Link(UNCLEAR, str(place)))

    def untold(self) -> Iterator[Row]:
        """The slots that come from nowhere."""
        yield Row([(" " + _("Not in your list"), "heading")])
        yield from (self._slot(place, slot) for place, slot in enumerate(self._slots) if slot.is_open)

    def _slot(self, place: int, slot: MappingRow) -> Row:
        likely = slot.field.name in self._prepared.proposal.likely and bool(slot.columns)
        pieces: list[StyledText] = [
            (" ~ " if likely else "   ", "accent" if likely else "text"),
            (padded(cut(slot.words, self.label), self.label), "dim" if slot.is_open else "link"),
            ("  " + padded(cut(self._from(slot), self._source), self._source), "text"),
        ]
        if slot.question is not None:
            pieces.append(ASKED)
        elif not slot.is_open:
            pieces.extend((f"  {padded(cut(text, self._value), self._value)}", "main") for text in self._values(slot))
        return Row(pieces, Link(SLOT, str(place)))

    def _from(self, slot: MappingRow) -> str:
        """Where a slot comes from: 投资额 (万, CNY); what its header says itself is not said again."""
        if slot.mapped is not None and slot.mapped.constant:
            value, to = slot.mapped.constant, slot.field.shown.to
            named = code_words(slot.field, value) if slot.field.codes else self.name(to, value) if to else value
            return clean_line(f"= {named}")
        two = any(isinstance(one, Pair) for one in slot.named) if slot.role else bool(slot.mapped and slot.mapped.zh)
        columns, told = (" / " if two else " + ").join(slot.columns), self._told_by_header(slot)
        said = ", ".join(one for one in slot.read_as if one not in told)
        return clean_line(f"{columns} ({said})" if said else columns or "-")

    def _told_by_header(self, slot: MappingRow) -> set[str]:
        """The unit and the currency that the header of a slot's only column names."""
        header = self._prepared.listed.header
        if len(slot.columns) != 1 or slot.columns[0] not in header.names:
            return set()
        told = header.words[header.names.index(slot.columns[0])].measure
        return {told.unit, told.currency}

    def _values(self, slot: MappingRow) -> Iterator[str]:
        for record in (self._outcome.records if self._outcome else ())[: self._count]:
            yield clean_line(self._words(slot, record))

    def _words(self, slot: MappingRow, record: Record) -> str:
        if not slot.role:
            value = getattr(record, slot.field.name)
            return "-" if is_absent(value) else line(slot.field, record, self.name)
        if not slot.field.type.codes_are_words:
            entries = (one for one in getattr(record, slot.field.name) if slot.field.type.role_of(one) == slot.role)
            return joined(one.date for one in entries) or "-"
        link = next((part.name for part in slot.field.parts if part.shown.to), None)
        role = next(part.name for part in slot.field.parts if part.codes)
        parts = [one for one in getattr(record, slot.field.name) if getattr(one, role) == slot.role]
        if link is None:  # the role stands in the field's column
            other = next(part for part in slot.field.parts if part.name != role)
            return joined(other.type.words(getattr(one, other.name), one, self.name) for one in parts)
        return joined(self.name("organisations", getattr(one, link)) for one in parts)

    def name(self, kind: str, id_: str) -> str:
        """What a record is called, also one that the list would add."""
        new = self._outcome.new.get(id_) if self._outcome and kind == "organisations" else None
        return new or self._prepared.store.name(kind, id_)

    def unused(self) -> Iterator[Row]:
        """The columns that no field takes."""
        mapping, unused = self._prepared.proposal.mapping, self._prepared.proposal.passed_over
        if not unused:
            return
        yield Row([(" " + _("Columns that no field takes"), "heading")])
        why = ""
        for column in unused[:_MOST_COLUMNS]:
            inferred = self._outcome.becomes.get(column, STAYS) if self._outcome else ""
            becomes = mapping.columns.get(column, inferred)
            told = BECOMES_WORDS.get(becomes, becomes)
            amounts = self._outcome.currencies.get(column) if self._outcome and column not in mapping.columns else None
            label = padded(cut(clean_line(column), self.label), self.label)
            words = _(told) if told else ""
            words = _("says the currency of {column}").format(column=clean_line(amounts)) if amounts else words
            yield Row([(f"   {label}", "link"), (f"  {words}", "text")], Link(COLUMN, column))
            why, before = str(self._prepared.proposal.left_aside.get(column, "")), why
            if why and why != before:  # many in a row are set aside for the same reason
                yield from (Row([(f"     {one}", "dim")]) for one in wrap(clean_line(why), self._width - 7))
        yield from rest_line(len(unused) - _MOST_COLUMNS)
        yield Row()
