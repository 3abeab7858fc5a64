"""Lines of CSV: the quoting of cells, in Python and in SQL."""

import csv
import io
from collections.abc import Sequence

from cq_tui.values.sql import Sql, literal

_MUST_BE_QUOTED = literal('[",\n\r]')


class CsvLine:
    """Cells parted by commas. One that holds a comma, a quotation mark or a line's end stands in quotation marks."""

    @staticmethod
    def line(cells: Sequence[str]) -> str:
        """The line with its end."""
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow(cells)
        return line.getvalue()

    @staticmethod
    def sql_quoted(cell: Sql) -> Sql:
        """A cell as it stands in a line."""
        doubled = f"'\"' || replace({cell}, '\"', '\"\"') || '\"'"
        return f"CASE WHEN regexp_matches({cell}, {_MUST_BE_QUOTED}) THEN {doubled} ELSE {cell} END"

    @staticmethod
    def sql_line(cells: Sequence[Sql], chosen: Sequence[int]) -> Sql:
        """As ``line`` without its end, of quoted cells; ``chosen``: which of them, by their place from 0, in order."""
        if len(chosen) == 1:  # an empty line would be no row
            (cell,) = (cells[place] for place in chosen)
            return f"CASE WHEN {cell} = '' THEN '\"\"' ELSE {cell} END"
        if list(chosen) != list(range(len(cells))):
            places = ", ".join(str(place + 1) for place in chosen)
            return f"array_to_string(list_select([{', '.join(cells)}], [{places}]), ',')"
        # One call and not a chain of ||: that nests, and the parser stops at a depth of 1000.
        comma = ", ',', "
        return f"concat({comma.join(cells)})"
