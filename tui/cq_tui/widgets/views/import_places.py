"""Where in its file a list stands that is imported, as lines: its header, sheet and encoding, each to be changed."""

from rich.cells import cell_len

from cq_tui.importing.sources.encoding.names import called
from cq_tui.importing.sources.sheet import Sheet
from cq_tui.language import _
from cq_tui.values.clean import clean_line
from cq_tui.values.types.lists import joined
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.base.text_layout import cut, padded, wrap

SLOT, UNCLEAR, SHEET, HEADER, COLUMN = "slot", "unclear", "sheet", "header", "column"
ENCODING = "encoding"
"""The kinds of the links: to a slot and to what is unclear, each by its place, to the sheet, to the header's row, to a
column that no field takes, and to the encoding."""


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
