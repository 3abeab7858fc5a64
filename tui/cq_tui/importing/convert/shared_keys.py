"""Identifiers that an earlier row, or an organisation of the archive, has: no two organisations have the same."""

from collections.abc import Iterator, Mapping, Sequence

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.convert.convert_column import ColumnConversion
from cq_tui.importing.errors import Refused
from cq_tui.importing.sources.import_table import ROW
from cq_tui.schema.field import Field
from cq_tui.values.lists_in_cells import LIST_MARK, PART_MARK
from cq_tui.values.reasons import Reason
from cq_tui.values.sql import Sql, literal

Keys = Mapping[tuple[str, str], str]
"""Identifiers of the archive, each a scheme and an id, with whose they are."""
_ANY = "<any>"
"""Stands in a reason where the engine puts a row's number or a record's id."""


def part_shared(accepted: AcceptedRows, keys: Keys) -> None:
    """Refuse rows with an identifier of the archive's, and leave one that an earlier row has to that row, with a word.

    Without the identifier such a row would tell of the archive's organisation a second time, and be asked for again by
    each further import; rows of one list with different names are two, of which one has a wrong number.
    """
    for conversion in accepted.conversions:
        field = accepted.kind.by_name[conversion.rule.fields[0]]
        if field in accepted.kind.keys and isinstance(conversion, ColumnConversion):
            each = _each(conversion, field)
            _refuse_known(accepted, field, each, keys)
            _leave_to_first(accepted, conversion, each)


def _each(conversion: ColumnConversion, field: Field) -> Sql:
    """SQL: the identifiers of the rows that are not refused, each with its row."""
    ((join, cell),) = conversion.pieces
    still = f"{ROW} NOT IN (SELECT {ROW} FROM refusals)"
    read = field.type.sql_read([f"coalesce({cell}, '')"])
    every = f"SELECT {ROW} AS here, unnest({read}) AS one FROM cells {join}"
    return f"(SELECT * FROM ({every} WHERE {still}) WHERE {field.type.sql_is_of_one('one')})"


def _refuse_known(accepted: AcceptedRows, field: Field, each: Sql, keys: Keys) -> None:
    table, name = accepted.table, f"taken_{field.name}"
    table.keep(name, ("scheme", "id", "owner"), ((*key, owner) for key, owner in keys.items()))
    known = (
        f"SELECT here, min(owner) AS owner FROM {each} AS e JOIN {name} AS t ON one.scheme = t.scheme AND one.id = t.id"
    )
    table.run(f"INSERT INTO refusals SELECT here, -1, {_why(Refused.HAS_KEY_OF, 'owner')} FROM ({known} GROUP BY here)")


def _leave_to_first(accepted: AcceptedRows, conversion: ColumnConversion, each: Sql) -> None:
    """Take an identifier from each row but the first that has it, and remark the cell that says it."""
    table = accepted.table
    first = f"SELECT here, one, min(here) OVER (PARTITION BY one) AS first FROM {each}"
    owners: dict[int, dict[str, int]] = {}
    for row, scheme, id_, owner in table.ask(
        f"SELECT here, one.scheme, one.id, first FROM ({first}) WHERE here > first ORDER BY here"
    ):
        owners.setdefault(row, {})[f"{scheme}{PART_MARK}{id_}"] = owner
    if not owners:
        return
    ((join, cell),) = conversion.pieces
    places = conversion.rule.columns
    cells = ", ".join(table.names[place] for place in places)
    rows = table.ask(
        f"SELECT {ROW}, {cell}, {cells} FROM cells {join} WHERE {ROW} IN (SELECT unnest(?)) ORDER BY 1", [list(owners)]
    )
    said, remarked = list[tuple[int, str]](), list[tuple[str, str, str, str]]()
    for row, text, *texts in rows:
        others = [entry for entry in text.split(LIST_MARK) if entry not in owners[row]]
        said.append((row, LIST_MARK.join(others)))
        for entry, owner in owners[row].items():
            reason = Reason.of(Refused.SAME_KEY, one=f"{owner}").dump()
            at = next(_saying(conversion, texts, entry), 0)
            remarked.append((f"{row}", f"{places[at]}", texts[at], reason))
    table.insert("remarks", list(zip(*remarked, strict=True)))
    conversion.say_by_row(said)


def _saying(conversion: ColumnConversion, texts: Sequence[str], entry: str) -> Iterator[int]:
    """Which of a row's cells say an identifier."""
    for at in range(len(texts)):
        alone = [text if place == at else "" for place, text in enumerate(texts)]
        if len(texts) == 1 or entry in conversion.one(*alone)[0].split(LIST_MARK):
            yield at


def _why(refused: Refused, value: str) -> str:
    """SQL: a reason that is filled with a value."""
    parameter = {"one": _ANY}
    before, after = map(literal, Reason.of(refused, **parameter).dump().split(_ANY))
    return f"{before} || {value} || {after}"
