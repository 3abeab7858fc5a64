"""Hours that the cells of a column of days tell: a day is kept without its hour, which is told."""

from collections.abc import Mapping

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.importing.sources.import_table import ROW
from cq_tui.schema.field import Field

_HOUR = r"(^|[^0-9:：])[0-9]{1,2}([:：][0-5][0-9]|[时時点點])"
_MIDNIGHT = r"(^|[^0-9:：])0?0[:：]00([:：]00([.,]0+)?)?([^0-9:：.,]|$)"
"""What programs write behind a day of which they know no hour."""


def hours_left_out(
    accepted: AcceptedRows, field: Field, column: int, mapping: Mapping[str, FieldMap], name: str
) -> int:
    """How many cells of a column that a field of days takes tell an hour, where no other field keeps it."""
    takes = [one for one, mapped in mapping.items() if name in mapped.columns]
    if not field.type.is_day or any(one != field.name for one in takes):
        return 0
    cell = accepted.table.names[column]
    sql = (
        f"SELECT count(*) FROM cells WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals) "
        f"AND regexp_matches({cell}, '{_HOUR}') AND NOT regexp_matches({cell}, '{_MIDNIGHT}')"
    )
    count: int = accepted.table.ask(sql)[0][0]
    return count
