"""The ids of the accepted rows, made from what stands in them: the same in every run."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.importing.answer import Answering, Progress
from tui.importing.names import slugs
from tui.store.sheet import ROW, SheetTable

if TYPE_CHECKING:
    from tui.importing.accept import Accepted

_MARK = 16
_LONGEST = 79


def content(table: SheetTable) -> str:
    """SQL: a hash of all that a row says."""
    return f"md5(concat_ws(chr(31), {', '.join(table.names)}))"


def make_ids(accepted: "Accepted", taken: Sequence[str], list_id: str, progress: Progress) -> None:
    """Ids from the records' names; where two would be one, all of them get a mark of their row's content."""
    table = accepted.table
    _name(accepted, progress)
    table.answers("taken", ["id"], ([one] for one in taken))
    table.run(
        "CREATE TABLE shared AS SELECT slug FROM named GROUP BY slug HAVING count(*) > 1 OR slug = '' "
        "UNION SELECT id FROM taken"
    )
    marked = f"left(if(slug = '', ?, slug), {_LONGEST - _MARK}) || '-' || left({content(table)}, {_MARK})"
    table.run(
        f"CREATE TABLE accepted AS SELECT {ROW}, slug AS id FROM named WHERE slug NOT IN (SELECT slug FROM shared) "
        f"UNION ALL SELECT {ROW}, {marked} FROM named JOIN cells USING ({ROW}) "
        f"WHERE slug IN (SELECT slug FROM shared) ORDER BY 1",
        [list_id],
    )
    for name in ("named", "taken", "shared"):
        table.run(f"DROP TABLE {name}")


def _name(accepted: "Accepted", progress: Progress) -> None:
    """What each accepted row is called in an id, in a table ``named``."""
    table = accepted.table
    sound = f"{ROW} NOT IN (SELECT {ROW} FROM refusals)"
    naming = (one for one in accepted.answered if one.rule.fields[0] == accepted.naming)
    answering = next((one for one in naming if isinstance(one, Answering)), None)
    made, join = (answering.slug, answering.join) if answering else ("''", "")
    table.run(f"CREATE TABLE named AS SELECT {ROW}, {made} AS slug FROM cells {join} WHERE {sound}")
    if answering is None or answering.usual is None:
        return
    cell = table.names[answering.rule.columns[0]]
    table.run(
        f"CREATE TABLE unnamed AS SELECT {ROW}, {cell} AS cell FROM named JOIN cells USING ({ROW}) "
        f"WHERE slug IS NULL ORDER BY {ROW}"
    )
    table.run("DELETE FROM named WHERE slug IS NULL")
    table.columns("slugs", ["slug"], _slugs(table.batches("SELECT cell FROM unnamed"), progress))
    table.run(f"INSERT INTO named SELECT {ROW}, slug FROM unnamed POSITIONAL JOIN slugs")
    for name in ("unnamed", "slugs"):
        table.run(f"DROP TABLE {name}")


def _slugs(batches: Iterable[list[tuple[str]]], progress: Progress) -> Iterator[tuple[list[str]]]:
    for cells in batches:
        progress()
        yield (slugs([cell for (cell,) in cells]),)
