"""Codes of two letters of which one is written as what says nothing: ``NA`` among ``RT``, ``TL``, ``CB``."""

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.review.doubts import Doubt, grouped_count
from cq_tui.importing.sources.import_table import ROW
from cq_tui.values.reasons import Reason

_ACCEPTED = f"{ROW} NOT IN (SELECT {ROW} FROM refusals)"
_WORD = "'NA'"
_LEAST, _NEARLY_ALL = 3, 0.9
"""Different other codes of the column, and the share of its other cells that are such."""


def code_like_nothing(accepted: AcceptedRows, position: int) -> Reason | None:
    """What is told of a column of such codes, in which that one may be one; None of any other column."""
    cell = accepted.table.names[position]
    count = accepted.table.ask(f"SELECT count(*) FROM cells WHERE {cell} = {_WORD} AND {_ACCEPTED}")[0][0]
    if not count:
        return None
    is_code = f"length({cell}) = 2 AND regexp_full_match({cell}, '[A-Z]{{2}}')"
    filled, codes, different = accepted.table.ask(
        f"SELECT count(*), count(*) FILTER ({is_code}), count(DISTINCT {cell}) FILTER ({is_code}) FROM cells "
        f"WHERE {cell} <> '' AND {cell} <> {_WORD} AND {_ACCEPTED}"
    )[0]
    if different < _LEAST or codes < filled * _NEARLY_ALL:
        return None
    return Reason.of(Doubt.CODE_LIKE_NOTHING, count=grouped_count(count))
