"""Hours that the cells of a column of days tell: a day is kept without its hour, which is told."""

from collections.abc import Mapping

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.importing.sources.import_table import ROW
from cq_tui.schema.field import Field

_ZONE = r"([:：][0-9]{2}([.,][0-9]+)?\s*[+−-]|[0-9][+−])[0-9]{1,2}([:：]?[0-9]{2})?\s*$"
"""How far behind or before Greenwich a clock is: the ``+00:00`` of ``12:49:46+00:00`` is no midnight."""
_HOUR = r"(^|[^0-9:：])[0-9]{1,2}([:：][0-5][0-9]|[时時点點])|^\s*[2-5][0-9]{4}\.[0-9]*[1-9][0-9]*\s*$"
"""The last is a day as spreadsheets count it, with a part of a day."""
_MIDNIGHT = (
    r"(^|[^0-9:：])(0?0[:：]00([:：]00([.,]0+)?)?([^0-9:：.,]|$)"
    r"|12[:：]00([:：]00([.,]0+)?)?\s*[aA]\.?[mM]|0?0[时時点點](0?0分)?(0?0秒)?\s*$)"
)
"""What programs write behind a day of which they know no hour."""


def hours_left_out(
    accepted: AcceptedRows, field: Field, column: int, mapping: Mapping[str, FieldMap], name: str
) -> int:
    """How many cells of a column that a field of days takes tell an hour, where no other field keeps it."""
    takes = [one for one, mapped in mapping.items() if name in mapped.columns]
    if not field.type.is_day or any(one != field.name for one in takes):
        return 0
    cell = accepted.table.names[column]
    plain = f"regexp_replace({cell}, '{_ZONE}', '\\1')"
    sql = (
        f"SELECT count(*) FROM cells WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals) "
        f"AND regexp_matches({plain}, '{_HOUR}') AND NOT regexp_matches({plain}, '{_MIDNIGHT}')"
    )
    count: int = accepted.table.ask(sql)[0][0]
    return count
