"""Numbers of a list that have more decimals than are kept."""

from decimal import Decimal

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.importing.sources.import_table import ROW
from cq_tui.values import numbers
from cq_tui.values.units import UNITS, folded

_LONGEST = 60
_LOOKED_AT = 2_000
_NOISE = Decimal("0.000001")
"""What a computed cell is off by, as 0.30000000000000004, is nothing that was rounded."""


def rounded(accepted: AcceptedRows, position: int, mapped: FieldMap, places: int) -> tuple[str, int] | None:
    """The first cell of a column that is rounded where it is kept, and in how many rows; None without any."""
    cell = accepted.table.names[position]
    found = accepted.table.ask(
        f"SELECT {cell}, count(*), min({ROW}) FROM cells WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals) "
        f"AND length({cell}) <= {_LONGEST} AND regexp_matches({cell}, '[.,][0-9]{{5}}') "
        f"GROUP BY 1 ORDER BY 3 LIMIT {_LOOKED_AT}"
    )
    cut = [(text, rows) for text, rows, _row in found if _is_rounded(text, mapped, places)]
    return (cut[0][0], sum(rows for _text, rows in cut)) if cut else None


def _is_rounded(text: str, mapped: FieldMap, places: int) -> bool:
    try:
        number = numbers.quantity(text, mapped.decimal or ".")
        kept = numbers.scaled(number, folded(mapped.unit), places)
    except ValueError:
        return False
    return abs(number.value * UNITS[number.unit or folded(mapped.unit)] - kept) >= _NOISE
