"""A list that is imported, as lines: where each field comes from, the first records beside it, what is refused."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from cq_tui.importing.errors import ASIDE, Refusal
from cq_tui.importing.import_result import ImportResult
from cq_tui.importing.recognise.mapping import BECOMES_WORDS, STAYS, Evidence, Pair
from cq_tui.importing.recognise.mapping_rows import MappingRow
from cq_tui.importing.recognise.prepare import Prepared
from cq_tui.importing.recognise.questions import UnclearWord
from cq_tui.importing.review.words import review_lines
from cq_tui.importing.sources.encoding.names import called
from cq_tui.importing.sources.sheet import Sheet
from cq_tui.language import _, ngettext
from cq_tui.schema.cells import absent, code_words, line
from cq_tui.schema.record import Record
from cq_tui.values.clean import clean_line
from cq_tui.values.types.base import is_absent
from cq_tui.values.types.lists import joined
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.link_list import Link, Row
from cq_tui.widgets.base.text_layout import cut, padded, wrap

_LEAST_VALUE, _MOST_VALUE = 16, 30
"""Cells of a column of values."""
_LABEL, _COLUMNS = 0.22, 0.3
"""Of the width, what the fields' names and their columns take at most."""
SLOT, UNCLEAR, SHEET, HEADER, COLUMN = "slot", "unclear", "sheet", "header", "column"
ENCODING = "encoding"
"""The kinds of the links: to a slot and to what is unclear, each by its place, to the sheet, to the header's row, to a
column that no field takes, and to the encoding."""
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
    listed = prepared.listed
    where = place_lines(listed.sheet, listed.header.row, width)
    return [
        *page.told(),
        *where,
        Row(),
        *page.review(),
        *page.names(),
        *page.unused(),
        *page.refusals(),
        *page.untold(),
    ]


def first_question(rows: Sequence[Row], slots: Sequence[MappingRow], unclear: Sequence[UnclearWord]) -> int:
    """The line to begin at: of the first question, or of the first word that it asks for; -1 where nothing is asked."""
    asked = {Link(SLOT, str(n)) for n, slot in enumerate(slots) if slot.question}
    words = {Link(UNCLEAR, str(n)) for n, one in enumerate(unclear) if one.meaning is None}
    place = next((n for n, row in enumerate(rows) if row.link in asked), -1)
    below = next((n for n, row in enumerate(rows) if n > place and row.link), place)
    return below if place >= 0 and rows[below].link in words else place


def encoding_line() -> Row:
    """A line that leads to the encodings, where the file could not be read in any."""
    return Row([("   " + _("encoding") + "  ?", "link")], Link(ENCODING))


def place_lines(sheet: Sheet, header: int | None, width: int) -> list[Row]:
    """Where in its file a list stands; a line for each that can be said otherwise. ``header`` is its row, if found."""
    said = [(HEADER, _("header"), _("row {row}").format(row=header) if header else "?")] if sheet.first else []
    if sheet.others:
        others = _("other sheets: {names}").format(names=joined(sheet.others))
        said.append((SHEET, _("sheet"), f"{sheet.name}  ({others})"))
    if sheet.encoding:
        said.append((ENCODING, _("encoding"), called(sheet.encoding)))
    label = max((cell_len(words) for _link, words, _said in said), default=0)
    places = [
        Row(
            [(f"   {padded(words, label)}", "link"), (cut(f"  {clean_line(text)}", width - label - 4), "text")],
            Link(link),
        )
        for link, words, text in said
    ]
    noticed = [line for one in sheet.noticed for line in wrap(clean_line(str(one)), width - 4)]
    return places + [Row([(f"   {line}", "accent")]) for line in noticed]


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
        self._label = min(max(labels, default=8), int(width * _LABEL))
        said = [cell_len(self._from(slot)) for slot in slots] + [cell_len(self._means(one)) for one in unclear]
        self._source = min(max([cell_len(_("column")), *said]), int(width * _COLUMNS))
        room = width - self._label - self._source - 6
        self._count = max(1, room // (_LEAST_VALUE + 2))
        self._value = max(1, min(_MOST_VALUE, room // self._count - 2))

    def told(self) -> Iterator[Row]:
        """The slots that come from somewhere, or are asked for."""
        field, column, values = _("field"), _("column"), _("as it would be")
        head = f"   {padded(field, self._label)}  {padded(column, self._source)}  {values}"
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
            yield Row([(" " + _("Nearly known organisations"), "heading")])
            for place, one in found:
                near = joined(f"{self._name('organisations', id_)} {alike} %" for id_, alike in one.near)
                yield self._unclear_row(place, one, f"  {near}?" if near else "")
            yield Row()

    def _means(self, one: UnclearWord) -> str:
        """What the mapping says of a word or a name."""
        if one.refused:
            return "?"
        if one.field is None:
            id_ = one.together if one.meaning is None else one.meaning
            return "= " + (self._name("organisations", id_) if id_ else _("new"))
        if one.meaning is None:
            return f"= {absent(one.field)}"
        return f"= {code_words(one.field, one.meaning)}" if one.meaning else _("passed over")

    def _unclear_row(self, place: int, one: UnclearWord, why: str) -> Row:
        room = self._width - self._label - self._source - 6
        pieces: list[StyledText] = [
            ("   ", "text"),
            (padded(cut(f'  "{clean_line(one.text)}"', self._label), self._label), "link"),
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
            (padded(cut(slot.words, self._label), self._label), "dim" if slot.is_open else "link"),
            ("  " + padded(cut(self._from(slot), self._source), self._source), "text"),
        ]
        if slot.question is not None:
            pieces.append(("  ?", "fault"))
        elif not slot.is_open:
            pieces.extend((f"  {padded(cut(text, self._value), self._value)}", "main") for text in self._values(slot))
        return Row(pieces, Link(SLOT, str(place)))

    def _from(self, slot: MappingRow) -> str:
        """Where a slot comes from: 投资额 (万, CNY)."""
        if slot.mapped is not None and slot.mapped.constant:
            value, to = slot.mapped.constant, slot.field.shown.to
            named = code_words(slot.field, value) if slot.field.codes else self._name(to, value) if to else value
            return clean_line(f"= {named}")
        two = any(isinstance(one, Pair) for one in slot.named) if slot.role else bool(slot.mapped and slot.mapped.zh)
        columns, said = (" / " if two else " + ").join(slot.columns), ", ".join(slot.read_as)
        return clean_line(f"{columns} ({said})" if said else columns or "-")

    def _values(self, slot: MappingRow) -> Iterator[str]:
        for record in (self._outcome.records if self._outcome else ())[: self._count]:
            yield clean_line(self._words(slot, record))

    def _words(self, slot: MappingRow, record: Record) -> str:
        if not slot.role:
            value = getattr(record, slot.field.name)
            return "-" if is_absent(value) else line(slot.field, record, self._name)
        link = next((part.name for part in slot.field.parts if part.shown.to), None)
        role = next(part.name for part in slot.field.parts if part.codes)
        parts = [one for one in getattr(record, slot.field.name) if getattr(one, role) == slot.role]
        if link is None:  # the role stands in the field's column
            other = next(part for part in slot.field.parts if part.name != role)
            return joined(other.type.words(getattr(one, other.name), one, self._name) for one in parts)
        return joined(self._name("organisations", getattr(one, link)) for one in parts)

    def _name(self, kind: str, id_: str) -> str:
        new = self._outcome.new.get(id_) if self._outcome and kind == "organisations" else None
        return new or self._prepared.store.name(kind, id_)

    def unused(self) -> Iterator[Row]:
        """The columns that no field takes."""
        mapping, unused = self._prepared.proposal.mapping, self._prepared.proposal.passed_over
        if not unused:
            return
        yield Row([(" " + _("Columns that no field takes"), "heading")])
        for column in unused[:_MOST_COLUMNS]:
            inferred = self._outcome.becomes.get(column, STAYS) if self._outcome else ""
            becomes = mapping.columns.get(column, inferred)
            told = BECOMES_WORDS.get(becomes, becomes)
            label = padded(cut(clean_line(column), self._label), self._label)
            words = _(told) if told else ""
            yield Row([(f"   {label}", "link"), (f"  {words}", "text")], Link(COLUMN, column))
            if why := self._prepared.proposal.left_aside.get(column):
                yield from (Row([(f"     {one}", "dim")]) for one in wrap(clean_line(str(why)), self._width - 7))
        yield from _rest(len(unused) - _MOST_COLUMNS)
        yield Row()

    def review(self) -> Iterator[Row]:
        """What each field was read from and what its values are; what is odd about them."""
        review = self._outcome.review if self._outcome else None
        if review is None:
            return
        yield Row([(" " + _("What would come of it"), "heading")])
        for told in review_lines(review, self._name):
            label = padded(cut(told.label, self._label), self._label)
            style = "fault" if told.doubt else "text"
            for number, text in enumerate(wrap(told.text, self._width - self._label - 8)):
                mark = "! " if told.doubt and not number else "  "
                shown = label if not number else " " * self._label
                yield Row([(f"   {shown}", "dim"), (f"  {mark}{text}", style)])
        yield Row()

    def refusals(self) -> Iterator[Row]:
        """What is refused, row by row, and why; what could not be read of the others; what is no row of the list."""
        outcome = self._outcome
        if outcome is None:
            return
        counts = outcome.counts
        asides = [one for one in outcome.refusals if any(map(one.reason.is_, ASIDE))]
        others = [one for one in outcome.refusals if one not in asides]
        words = ngettext("{count} row refused", "{count} rows refused", counts.refused).format(count=counts.refused)
        yield from self._told_of_rows(words, counts.refused, others)
        words = ngettext("{count} row with remarks", "{count} rows with remarks", counts.remarked)
        yield from self._remarks(words.format(count=counts.remarked), outcome)
        words = _("{count} headings, totals and notes").format(count=counts.aside)
        yield from self._told_of_rows(words, counts.aside, asides)

    def _told_of_rows(self, heading: str, count: int, told: Sequence[Refusal]) -> Iterator[Row]:
        if count:
            yield Row([(f" {heading}", "heading")])
            for one in told:
                yield from self._wrapped(refused(one))
            yield from _rest(count - len({one.row for one in told}))
            yield Row()

    def _wrapped(self, text: str) -> Iterator[Row]:
        for number, part in enumerate(wrap(text, self._width - 6)):
            yield Row([("     " if number else "   ", "text"), (part, "text")])

    def _remarks(self, heading: str, outcome: ImportResult) -> Iterator[Row]:
        if outcome.remarks:
            yield Row([(f" {heading}", "heading")])
            for one in outcome.remarks:
                rows = ngettext("{count} row", "{count} rows", one.rows).format(count=f"{one.rows:,}")
                words = refused(Refusal(one.row, one.column, one.value, one.reason))
                yield from self._wrapped(words + (f" ({rows})" if one.rows > 1 else ""))
            yield Row()


def _rest(count: int) -> Iterator[Row]:
    if count > 0:
        yield Row([("   " + ngettext("and {count} more", "and {count} more", count).format(count=count), "dim")])


def refused(refusal: Refusal) -> str:
    """A refusal on one line: row, column, value and reason."""
    where = _("row {row}").format(row=refusal.row)
    value = f'"{cut(refusal.value, 40)}" ' if refusal.value else ""
    column = f"{refusal.column}: " if refusal.column else ""
    return clean_line(f"{where}: {column}{value}{refusal.reason}")
