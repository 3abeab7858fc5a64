"""Rows that refer to a record by a name that several have: which one is meant nothing says, and none is taken."""

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.errors import Refused
from cq_tui.importing.review.doubts import grouped_count
from cq_tui.importing.sources.import_table import ROW
from cq_tui.language import N_
from cq_tui.schema.field import Field
from cq_tui.values.reasons import Code, Reason

_SHOWN = 3


class SharedName(Code):
    """What is told of such rows."""

    NOT_TAKEN = N_(
        "{count} rows give a name that several records have ({names}), and nothing beside it says which one is meant: "
        "none is taken"
    )


def rows_of_shared_names(accepted: AcceptedRows, field: Field, positions: tuple[int, ...]) -> Reason | None:
    """How many rows there are, with the most frequent names; None where there are none."""
    if not field.shown.to and field.type.refers_to is None:
        return None
    found = accepted.table.ask(
        f"SELECT cell, reason, count(DISTINCT {ROW}), min({ROW}) FROM remarks JOIN accepted USING ({ROW}) "
        f"WHERE col IN (SELECT unnest(?)) GROUP BY 1, 2 ORDER BY 3 DESC, 4",
        [list(positions)],
    )
    shared = [(cell, rows) for cell, reason, rows, _row in found if _is_of_several(Reason.load(reason))]
    if not shared:
        return None
    names = tuple(cell for cell, _rows in shared[:_SHOWN])
    return Reason.of(SharedName.NOT_TAKEN, count=grouped_count(sum(rows for _cell, rows in shared)), names=names)


def _is_of_several(reason: Reason) -> bool:
    return reason.is_(Refused.SHARED_NAME) or reason.is_(Refused.NAME_OF_SEVERAL)
