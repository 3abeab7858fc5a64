"""What would come of a list that is imported, as lines: the review, what is refused, what could not be read."""

from collections.abc import Iterator, Sequence

from cq_tui.importing.errors import ASIDE, KEEPABLE, TOGETHER, Refusal
from cq_tui.importing.import_result import ImportResult
from cq_tui.importing.review.words import Names, review_lines
from cq_tui.language import _, ngettext
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.text_layout import cut, padded, wrap
from cq_tui.widgets.views.import_places import ROW


class OutcomeLines:
    """The lines of an outcome."""

    def __init__(self, outcome: ImportResult, width: int, label: int, names: Names) -> None:
        """``label``: cells of the fields' names; ``names``: what records are called."""
        self._outcome, self._width, self._label, self._name = outcome, width, label, names

    def review(self) -> Iterator[Row]:
        """What each field was read from and what its values are; what is odd about them."""
        review = self._outcome.review
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
        counts = outcome.counts
        asides = [one for one in outcome.refusals if any(map(one.reason.is_, ASIDE))]
        together = [one for one in outcome.refusals if any(map(one.reason.is_, TOGETHER))]
        others = [one for one in outcome.refusals if not any(map(one.reason.is_, (*ASIDE, *TOGETHER)))]
        words = ngettext("{count} row refused", "{count} rows refused", counts.refused).format(count=counts.refused)
        yield from self._told_of_rows(words, counts.refused, others)
        words = ngettext("{count} row with remarks", "{count} rows with remarks", counts.remarked)
        yield from self._remarks(words.format(count=counts.remarked), outcome)
        words = _("{count} headings, totals and notes").format(count=counts.aside)
        yield from self._told_of_rows(words, counts.aside, asides)
        words = _("{count} put together with others").format(count=counts.together)
        yield from self._told_of_rows(words, counts.together, together)

    def _told_of_rows(self, heading: str, count: int, told: Sequence[Refusal]) -> Iterator[Row]:
        if count:
            yield Row([(f" {heading}", "heading")])
            for one in told:
                is_by_looks = any(map(one.reason.is_, KEEPABLE))
                yield from self._wrapped(refused(one), Link(ROW, f"{one.row}") if is_by_looks else None)
            yield from rest_line(count - len({one.row for one in told}))
            yield Row()

    def _wrapped(self, text: str, link: Link | None = None) -> Iterator[Row]:
        """A text over several lines, the first of which is a link where it can be changed."""
        for number, part in enumerate(wrap(text, self._width - 6)):
            style = "link" if link and not number else "text"
            yield Row([("     " if number else "   ", "text"), (part, style)], None if number else link)

    def _remarks(self, heading: str, outcome: ImportResult) -> Iterator[Row]:
        if outcome.remarks:
            yield Row([(f" {heading}", "heading")])
            for one in outcome.remarks:
                rows = ngettext("{count} row", "{count} rows", one.rows).format(count=f"{one.rows:,}")
                words = refused(Refusal(one.row, one.column, one.value, one.reason))
                yield from self._wrapped(words + (f" ({rows})" if one.rows > 1 else ""))
            yield Row()


def rest_line(count: int) -> Iterator[Row]:
    """A line that counts what is not shown."""
    if count > 0:
        yield Row([("   " + ngettext("and {count} more", "and {count} more", count).format(count=count), "dim")])


def refused(refusal: Refusal) -> str:
    """A refusal on one line: row, column, value and reason."""
    where = _("row {row}").format(row=refusal.row)
    value = f'"{cut(refusal.value, 40)}" ' if refusal.value else ""
    column = f"{refusal.column}: " if refusal.column else ""
    return clean_line(f"{where}: {column}{value}{refusal.reason}")
