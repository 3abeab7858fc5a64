"""CSV as Excel opens it: a byte-order mark in files, text that looks like a formula defused."""

from collections.abc import Iterator

from cq_tui.export.format import Format, Request


def _text(request: Request) -> Iterator[str]:
    """The lines as the engine makes them, for there may be a million; ``record_text.csv_text`` makes the same."""
    yield ",".join(column.name for column in request.columns) + "\n"
    positions = [(column.field, column.position) for column in request.columns]
    for lines in request.selection.csv_lines(positions, raw=request.raw):
        yield "\n".join(lines) + "\n"


FORMAT = Format(text=_text, file_encoding="utf-8-sig")
