"""Lines of CSV, as the engine's own COPY writes them."""

import csv
import io
from collections.abc import Sequence


class CsvLine:
    """Cells parted by commas. One that holds a comma, a quotation mark or a line's end stands in quotation marks."""

    @staticmethod
    def line(cells: Sequence[str]) -> str:
        """The line with its end."""
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow(cells)
        return line.getvalue()
