"""A list that is imported, as lines: where each field comes from, the first records beside it, what is refused."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from tui.importing.importer import Prepared
from tui.importing.outcome import Outcome
from tui.importing.problem import Refusal
from tui.importing.slots import Slot
from tui.language import _, many
from tui.model.cells import code_words, is_absent, joined, line
from tui.model.clean import clean_line
from tui.model.record import Record
from tui.widgets.cut import cut, padded
from tui.widgets.lines import Door, Row
from tui.widgets.painted import Piece

_LEAST_VALUE, _MOST_VALUE = 16, 30
"""Cells of a column of values."""
_LABEL, _COLUMNS = 0.22, 0.3
"""Of the width, what the fields' names and their columns take at most."""
SLOT = "slot"
"""The kind of a door to a slot: its id is the slot's place."""


def import_lines(prepared: Prepared, slots: Sequence[Slot], outcome: Outcome | None, width: int) -> list[Row]:
    """The lines for a view of ``width`` cells; a slot's line is the door to changing it."""
    page = _Page(prepared, slots, outcome, width)
    return [*page.told(), *page.unused(), *page.refusals(), *page.untold()]


class _Page:
    def __init__(self, prepared: Prepared, slots: Sequence[Slot], outcome: Outcome | None, width: int) -> None:
        self._prepared, self._slots, self._outcome, self._width = prepared, slots, outcome, width
        labels = [cell_len(slot.words) for slot in slots]
        self._label = min(max(labels, default=8), int(width * _LABEL))
        said = [cell_len(_source(slot)) for slot in slots]
        self._source = min(max([cell_len(_("column")), *said]), int(width * _COLUMNS))
        room = width - self._label - self._source - 6
        self._count = max(1, room // (_LEAST_VALUE + 2))
        self._value = max(1, min(_MOST_VALUE, room // self._count - 2))

    def told(self) -> Iterator[Row]:
        """The slots that come from somewhere, or are asked for."""
        field, column, values = _("field"), _("column"), _("as it would be")
        head = f"   {padded(field, self._label)}  {padded(column, self._source)}  {values}"
        yield Row([(head, "dim")])
        yield from (self._slot(place, slot) for place, slot in enumerate(self._slots) if not slot.is_open)
        yield Row()

    def untold(self) -> Iterator[Row]:
        """The slots that come from nowhere."""
        yield Row([(" " + _("The list does not tell"), "heading")])
        yield from (self._slot(place, slot) for place, slot in enumerate(self._slots) if slot.is_open)

    def _slot(self, place: int, slot: Slot) -> Row:
        pieces: list[Piece] = [
            ("   ", "text"),
            (padded(cut(slot.words, self._label), self._label), "dim" if slot.is_open else "link"),
            ("  " + padded(cut(_source(slot), self._source), self._source), "text"),
        ]
        if slot.question is not None:
            room = self._width - self._label - self._source - 6
            pieces.append((cut(f"  ? {clean_line(slot.question.text)}", room), "fault"))
        elif not slot.is_open:
            pieces.extend((f"  {padded(cut(text, self._value), self._value)}", "main") for text in self._values(slot))
        return Row(pieces, Door(SLOT, str(place)))

    def _values(self, slot: Slot) -> Iterator[str]:
        for record in (self._outcome.records if self._outcome else ())[: self._count]:
            yield clean_line(self._words(slot, record))

    def _words(self, slot: Slot, record: Record) -> str:
        if not slot.role:
            value = getattr(record, slot.field.name)
            return "-" if is_absent(value) else line(slot.field, record, self._name)
        link = next(part.name for part in slot.field.parts if part.shown.to)
        role = next(part.name for part in slot.field.parts if part.codes)
        parts = [one for one in getattr(record, slot.field.name) if getattr(one, role) == slot.role]
        return joined(self._name("organisations", getattr(one, link)) for one in parts)

    def _name(self, kind: str, id_: str) -> str:
        new = self._outcome.new.get(id_) if self._outcome and kind == "organisations" else None
        return new or self._prepared.store.name(kind, id_)

    def unused(self) -> Iterator[Row]:
        """The columns that no field takes."""
        if unused := self._prepared.proposal.unused:
            words = _("No field takes these columns: {names}").format(names=joined(unused))
            yield Row([(" " + cut(clean_line(words), self._width - 2), "dim")])
            yield Row()

    def refusals(self) -> Iterator[Row]:
        """What is refused, row by row, and why."""
        outcome = self._outcome
        if outcome is None or not outcome.refused:
            return
        words = many("{count} row refused", "{count} rows refused", outcome.refused).format(count=outcome.refused)
        yield Row([(" " + words, "heading")])
        for refusal in outcome.refusals:
            yield Row([(cut(f"   {refused(refusal)}", self._width - 1), "text")])
        if (rest := outcome.refused - len({one.row for one in outcome.refusals})) > 0:
            yield Row([("   " + many("and {count} more", "and {count} more", rest).format(count=rest), "dim")])
        yield Row()


def refused(refusal: Refusal) -> str:
    """A refusal on one line: row, column, value and reason."""
    where = _("row {row}").format(row=refusal.row)
    value = f'"{cut(refusal.value, 40)}" ' if refusal.value else ""
    column = f"{refusal.column}: " if refusal.column else ""
    return clean_line(f"{where}: {column}{value}{refusal.reason}")


def _source(slot: Slot) -> str:
    """Where a slot comes from: 投资额 (万, CNY)."""
    columns = " + ".join(slot.columns)
    if slot.mapped is not None and slot.mapped.constant:
        value = slot.mapped.constant
        return clean_line(f"= {code_words(slot.field, value) if slot.field.codes else value}")
    said = ", ".join(slot.read_as)
    return clean_line(f"{columns} ({said})" if said else columns or "-")
