"""The ids of the accepted rows, made from what stands in them: the same in every run."""

from collections.abc import Sequence

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.convert.convert_column import ColumnConversion, Progress
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.query.name_keys import slugs

_MARK = 16
_LONGEST = 79
_AT_ONCE = 20_000
"""Rows that are named at once."""


def content(table: ImportTable) -> str:
    """SQL: a hash of all cells of a row."""
    return f"md5(concat_ws(chr(31), {', '.join(table.names)}))"


def make_ids(accepted: AcceptedRows, taken: Sequence[str], list_id: str, progress: Progress) -> None:
    """Ids from the records' names; where two would be one, all of them get a mark of their row's content.

    Of rows that say the same, each copy but the first has its number behind that: the ids hold in a second import, too.
    They are put into the table ``accepted`` of row and id.
    """
    table = accepted.table
    _name(accepted, progress)
    table.keep("taken", ["id"], ([one] for one in taken))
    likely = "SELECT hash(id) FROM accepted GROUP BY 1 HAVING count(*) > 1"
    table.run(
        f"CREATE TABLE shared AS SELECT id FROM accepted WHERE hash(id) IN ({likely}) GROUP BY 1 HAVING count(*) > 1 "
        f"UNION SELECT id FROM taken UNION SELECT ''"
    )
    copy, hash_ = "coalesce('-' || copy, '')", f"left({content(table)}, {_MARK})"
    marked = f"left(if(id = '', ?, id), {_LONGEST - _MARK} - length({copy})) || '-' || {hash_} || {copy}"
    table.run(
        f"UPDATE accepted SET id = {marked} FROM cells LEFT JOIN repeated USING ({ROW}) "
        f"WHERE accepted.{ROW} = cells.{ROW} "
        f"AND id IN (SELECT id FROM shared)",
        [list_id],
    )
    # A third list that says the same as two others: the mark of a row's content is another one's id by now, too.
    table.run(
        f"UPDATE accepted SET id = left(id, {_LONGEST - _MARK}) || '-' || left(md5(? || id), {_MARK}) "
        f"WHERE id IN (SELECT id FROM taken)",
        [list_id],
    )
    table.run("DROP TABLE taken")
    table.run("DROP TABLE shared")
    table.compress()


def _name(accepted: AcceptedRows, progress: Progress) -> None:
    """Fill ``accepted`` with the slug of each accepted row's heading."""
    table = accepted.table
    naming = (one for one in accepted.conversions if one.rule.fields[0] == accepted.naming)
    conversion = next((one for one in naming if isinstance(one, ColumnConversion)), None)
    made, join = (conversion.slug, conversion.join) if conversion else ("''", "")
    table.run(f"CREATE TABLE accepted ({ROW} BIGINT, id VARCHAR)")
    named = f"SELECT {ROW}, {made} AS id FROM cells {join} WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals)"
    table.run(f"INSERT INTO accepted FROM ({named}) WHERE id IS NOT NULL")
    if conversion and conversion.fast_path:
        cell = table.names[conversion.rule.columns[0]]
        unnamed = (
            f"SELECT {ROW}, {cell} AS cell FROM cells WHERE {ROW} IN (SELECT {ROW} FROM ({named}) WHERE id IS NULL)"
        )
        _slug(table, unnamed, progress)


def _slug(table: ImportTable, unnamed: str, progress: Progress) -> None:
    """Name rows by their cells, many at a time: one text of all of them is handed over, and one of their slugs."""
    together = f"list({ROW}) AS rows, string_agg(cell, chr(10)) AS cells"
    # The numbers of the rows stay in the engine, in the order of the texts, whatever that is.
    table.run(f"CREATE TABLE unnamed AS SELECT {ROW} // {_AT_ONCE} AS part, {together} FROM ({unnamed}) GROUP BY 1")
    for (part,) in table.ask("SELECT part FROM unnamed ORDER BY 1"):
        progress()
        cells = table.ask("SELECT cells FROM unnamed WHERE part = ?", [part])[0][0]
        made = "\n".join(slugs(cells.split("\n")))
        each = "unnest(rows), unnest(string_split(?, chr(10)))"
        table.run(f"INSERT INTO accepted SELECT {each} FROM unnamed WHERE part = ?", [made, part])
    table.run("DROP TABLE unnamed")
