"""Rows with an identifier that an earlier row, or an organisation of the archive, has: both would be the same one."""

from collections.abc import Mapping

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.convert.convert_column import ColumnConversion
from cq_tui.importing.convert.per_column import PerColumnConversion
from cq_tui.importing.errors import Refused
from cq_tui.importing.sources.import_table import ROW
from cq_tui.schema.field import Field
from cq_tui.values.reasons import Reason
from cq_tui.values.sql import literal

Keys = Mapping[tuple[str, str], str]
"""Identifiers of the archive, each a scheme and an id, with whose they are."""
_ANY = "<any>"
"""Stands in a reason where the engine puts a row's number or a record's id."""


def refuse_shared(accepted: AcceptedRows, keys: Keys) -> None:
    """Refuse such rows as a whole: without the identifier they would tell of the organisation a second time."""
    for conversion in accepted.conversions:
        field = accepted.kind.by_name[conversion.rule.fields[0]]
        if field in accepted.kind.keys:
            _refuse(accepted, conversion, field, keys)


def _refuse(
    accepted: AcceptedRows, conversion: ColumnConversion | PerColumnConversion, field: Field, keys: Keys
) -> None:
    table = accepted.table
    name = f"taken_{field.name}"
    table.keep(name, ("scheme", "id", "owner"), ((*key, owner) for key, owner in keys.items()))
    still = f"{ROW} NOT IN (SELECT {ROW} FROM refusals)"
    pieces = [(join, field.type.sql_read([f"coalesce({cell}, '')"])) for join, cell in conversion.pieces]
    each = " UNION ALL ".join(
        f"SELECT {ROW} AS here, unnest({found}) AS one FROM cells {join} WHERE {still}" for join, found in pieces
    )
    each = f"(SELECT * FROM ({each}) WHERE {field.type.sql_is_of_one('one')})"
    known = (
        f"SELECT here, min(owner) AS owner FROM {each} AS e JOIN {name} AS t ON one.scheme = t.scheme AND one.id = t.id"
    )
    table.run(f"INSERT INTO refusals SELECT here, -1, {_why(Refused.HAS_KEY_OF, 'owner')} FROM ({known} GROUP BY here)")
    first = f"SELECT here, min(here) OVER (PARTITION BY one) AS first FROM {each}"
    same = f"SELECT here, min(first) AS first FROM ({first}) WHERE here > first GROUP BY here"
    table.run(f"INSERT INTO refusals SELECT here, -1, {_why(Refused.SAME_KEY, 'first')} FROM ({same})")


def _why(refused: Refused, value: str) -> str:
    """SQL: a reason that is filled with a value."""
    parameter = {"one": _ANY}
    before, after = map(literal, Reason.of(refused, **parameter).dump().split(_ANY))
    return f"{before} || {value} || {after}"
