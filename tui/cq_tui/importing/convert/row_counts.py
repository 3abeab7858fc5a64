"""What became of the lines of a list: every one of them is counted once."""

from dataclasses import dataclass

from cq_tui.language import _, listed, ngettext


@dataclass(frozen=True, slots=True)
class RowCounts:
    """Lines up to the header (``above``, 0 where a file has none), empty ones, and rows.

    Rows are ``accepted`` (``remarked`` of them with cells that could not be read), ``refused``, or ``aside``: headings,
    totals and notes; or put ``together`` with others.
    """

    above: int = 0
    empty: int = 0
    rows: int = 0
    accepted: int = 0
    remarked: int = 0
    refused: int = 0
    aside: int = 0
    together: int = 0
    """Rows that tell more of the record of another row."""
    short: int = 0
    """Rows of a text file with fewer cells than its header: the others are taken for empty."""

    @property
    def lines(self) -> int:
        """All lines of the list, as a spreadsheet numbers them."""
        return self.above + self.empty + self.rows

    def of_rows(self) -> list[str]:
        """The rows in words, then what they became; the first is their number."""
        rows = ngettext("{count} row", "{count} rows", self.rows).format(count=_digits(self.rows))
        accepted = _("{count} accepted").format(count=_digits(self.accepted))
        if self.remarked:
            accepted = _("{accepted} ({remarked} with remarks)").format(
                accepted=accepted, remarked=_digits(self.remarked)
            )
        refused = _("{count} refused").format(count=_digits(self.refused))
        aside = _("{count} headings, totals and notes").format(count=_digits(self.aside))
        together = _("{count} put together with others").format(count=_digits(self.together))
        return [rows, accepted, refused, *([aside] if self.aside else []), *([together] if self.together else [])]

    def __str__(self) -> str:
        rows, *parts = self.of_rows()
        return _("{rows}: {parts}").format(rows=rows, parts=", ".join(parts))

    def of_lines(self) -> str:
        """The lines in words; empty where a file has none but its rows."""
        if not self.above:
            return ""
        lines = ngettext("{count} line", "{count} lines", self.lines).format(count=_digits(self.lines))
        above = _("{count} up to the header").format(count=_digits(self.above))
        empty = [_("{count} empty").format(count=_digits(self.empty))] if self.empty else []
        rows = ngettext("{count} row", "{count} rows", self.rows).format(count=_digits(self.rows))
        if self.short:
            rows = _("{rows} ({short} of them with fewer cells than the header)").format(
                rows=rows, short=_digits(self.short)
            )
        return _("{rows}: {parts}").format(rows=lines, parts=listed([above, *empty, rows]))


def _digits(count: int) -> str:
    return f"{count:,}"
