"""Where in its file a list stands that is imported, as lines: its header, sheet and encoding, each to be changed."""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from cq_tui.importing.noticed_words import noticed_words
from cq_tui.importing.recognise.answers.choices_of_rows import (
    below_words,
    headings_words,
    question_of_below,
    question_of_copies,
    question_of_headings,
    question_of_shared,
    question_of_totals,
    same_rows_words,
    shared_rows_words,
)
from cq_tui.importing.recognise.maps.asked import Question
from cq_tui.importing.recognise.prepare import Prepared
from cq_tui.importing.sources.encoding.names import called
from cq_tui.importing.sources.sheet import Sheet
from cq_tui.language import _
from cq_tui.values.clean import clean_line
from cq_tui.values.reasons import Reason
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.text_layout import cut, padded, wrap

SLOT, UNCLEAR, SHEET, HEADER, COLUMN = "slot", "unclear", "sheet", "header", "column"
ENCODING, ROWS, BELOW, TOTALS, ROW = "encoding", "rows", "below", "totals", "row"
HEADINGS, SHARED = "headings", "shared"
"""The kinds of the links: to a slot and to what is unclear, each by its place, to the sheet, to the header's row, to a
column that no field takes, to the encoding, to what becomes of rows that are the same, to those that may be totals, and
to one row by its number."""
ASKED: StyledText = ("  ?", "fault")
"""The mark on a line that leads to a question."""
_MOST_SAID = 20


def same_rows_lines(prepared: Prepared, width: int) -> Iterator[Row]:
    """What becomes of rows that say the same as an earlier one, where it is asked or was answered."""
    asked = question_of_copies(prepared)
    if asked is None and not prepared.proposal.mapping.same_rows:
        return
    said = "?" if asked else same_rows_words(prepared.proposal.mapping.same_rows)
    pieces: list[StyledText] = [
        ("   " + _("rows that are the same"), "link"),
        (f"  {said}", "fault" if asked else "text"),
    ]
    yield Row(pieces, Link(ROWS))
    if asked:
        yield from _asked_lines(asked, width)


def shared_rows_lines(prepared: Prepared, width: int) -> Iterator[Row]:
    """What rows are that say the same but for a party, where it is asked or was answered."""
    said = shared_rows_words(told) if (told := prepared.proposal.mapping.shared_rows) else ""
    yield from _answered(question_of_shared(prepared), _("rows that are the same but for a party"), said, SHARED, width)


def below_lines(prepared: Prepared, width: int) -> Iterator[Row]:
    """What empty cells say of rows that go on with the one above them, where it is asked or was answered."""
    said = below_words(told) if (told := prepared.proposal.mapping.below_rows) else ""
    yield from _answered(question_of_below(prepared), _("rows that go on with the one above"), said, BELOW, width)


def headings_lines(prepared: Prepared, width: int) -> Iterator[Row]:
    """What headings between the rows say of those below them, where it is asked or was answered."""
    said = headings_words(told) if (told := prepared.proposal.mapping.headings) else ""
    yield from _answered(question_of_headings(prepared), _("headings between the rows"), said, HEADINGS, width)


def _answered(asked: Question | None, label: str, said: str, link: str, width: int) -> Iterator[Row]:
    """A line that leads to a question of rows, with its answer or a question mark; none where it does not arise."""
    if asked or said:
        words = ASKED if asked else (f"  {said}", "text")
        yield Row([("   " + label, "link"), words], Link(link))
    if asked:
        yield from _asked_lines(asked, width)


def totals_lines(prepared: Prepared, width: int) -> Iterator[Row]:
    """Rows that add up others, where it is asked what they are."""
    if asked := question_of_totals(prepared):
        yield Row([("   " + _("rows that add up others"), "link"), ASKED], Link(TOTALS))
        yield from _asked_lines(asked, width)


def _asked_lines(asked: Question, width: int) -> Iterator[Row]:
    yield from (Row([(f"     {one}", "fault")]) for one in wrap(clean_line(asked.text), width - 7))


def said_rows_lines(prepared: Prepared, width: int) -> Iterator[Row]:
    """The rows that are records whatever they look like, or none, each to be taken back."""
    mapping = prepared.proposal.mapping
    kept = [(row, _("row {row} is a record, whatever it looks like")) for row in sorted(mapping.kept)]
    left = [(row, _("row {row} is no record, whatever it looks like")) for row in sorted(mapping.left)]
    for row, words in (*kept[:_MOST_SAID], *left[:_MOST_SAID]):
        yield Row([(f"   {cut(words.format(row=row), width - 4)}", "link")], Link(ROW, f"{row}"))


def encoding_line() -> Row:
    """A line that leads to the encodings, where the file could not be read in any."""
    return Row([("   " + _("encoding") + "  ?", "link")], Link(ENCODING))


def _header_words(row: int | None) -> str:
    """Which row is the header; 0 says that none is."""
    if row is None:
        return "?"
    return _("row {row}").format(row=row) if row else _("no row is a header")


def place_lines(
    sheet: Sheet, header: int | None, width: int, noticed: Iterable[Reason] = (), asked: Question | None = None
) -> list[Row]:
    """Where in its file a list stands; a line for each that can be said otherwise. ``header`` is its row, if found.

    ``noticed``: what is told of the header. ``asked``: what is asked of the sheet or the header.
    """
    said = [(HEADER, _("header"), _header_words(header))] if sheet.first else []
    if sheet.to_choose:
        others = f" ({sheet.others_told})" if sheet.others_told else ""
        said.append((SHEET, _("sheet") if sheet.first else _("list"), " ".join(filter(None, (sheet.named, others)))))
    if sheet.encoding:
        said.append((ENCODING, _("encoding"), called(sheet.encoding)))
    label = max((cell_len(words) for _link, words, _said in said), default=0)
    places = []
    for link, words, text in said:
        is_asked = asked is not None and asked.field == link
        told = ASKED if is_asked else (cut(f"  {clean_line(text)}", width - label - 4), "text")
        places.append(Row([(f"   {padded(words, label)}", "link"), told], Link(link)))
        places += _asked_lines(asked, width) if asked is not None and is_asked else ()
    every = (noticed_words(one, on_screen=True) for one in (*sheet.noticed, *noticed))
    lines = [line for one in every for line in wrap(clean_line(one), width - 4)]
    return places + [Row([(f"   {line}", "accent")]) for line in lines]
