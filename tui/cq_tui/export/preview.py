"""The first lines of an export, before it is written."""

from dataclasses import replace
from itertools import islice

from cq_tui.export.export import Options, pieces
from cq_tui.export.formats import is_text, usual_encoding
from cq_tui.store.selection.selection import Selection
from cq_tui.values.clean import clean_line

_IN_WORDS = "csv"
"""What shows the rows of a format that is no text."""


def preview(selection: Selection, options: Options, lines: int) -> list[str]:
    """The first lines as they will stand in the file, each on one line and clean.

    Raises ColumnError, WriteError and QueryError.
    """
    if not is_text(options.format):
        options = replace(options, format=_IN_WORDS, encoding=None)
    encoding = options.encoding or usual_encoding(options.format, to_file=True)
    found = b""
    for piece in pieces(selection, options, to_file=True):
        found += piece
        if found.count(b"\n") >= lines:
            break
    text = found.decode(encoding, errors="ignore")
    return [clean_line(line) for line in islice(text.split("\n"), lines)]
