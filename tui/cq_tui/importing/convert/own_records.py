"""What the records of a list of organisations say of each other: parents that are rows of it, and their own names."""

from collections.abc import Iterator
from shlex import quote

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.convert.convert_column import ColumnConversion, Progress
from cq_tui.importing.convert.organisations import Organisations
from cq_tui.importing.errors import Noticed
from cq_tui.importing.recognise.maps.mapping import TABLE_OF_NAMES
from cq_tui.importing.sources.import_table import ROW
from cq_tui.values.clean import clean_line
from cq_tui.values.formulas import Formulas
from cq_tui.values.lists_in_cells import LIST_MARK, CellList
from cq_tui.values.reasons import Reason
from cq_tui.values.sql import Sql, literal

_ALIASES = "aliases"
_SHOWN = 3
"""Names that are told."""


def link_own_records(accepted: AcceptedRows, known: Organisations, progress: Progress) -> None:
    """Have names of parents stand for the rows that are called so, and nobody be a parent or an alias of its own.

    Which ids rows get is known when all of them are converted: only then can a name be told from an id that is alike.
    """
    kind = accepted.kind
    if kind.name != TABLE_OF_NAMES:
        return
    links = [at for at, one in _plain(accepted) if kind.by_name[one.rule.fields[0]].type.refers_to == TABLE_OF_NAMES]
    if links and known.settle(_names(accepted)):
        for at in links:
            rule = accepted.conversions[at].rule
            again = ColumnConversion(kind, accepted.table, f"settled{at}", rule, naming=False)
            again.run(progress)
            accepted.conversions[at] = again
    for at, one in _plain(accepted):
        if at in links or one.rule.fields[0] == _ALIASES:
            _leave_out(accepted, one)
    told = [name for id_, name in known.of_records.items() if id_ in accepted.organisations]
    if told:
        names = ", ".join([*map(clean_line, told[:_SHOWN]), *(["…"] if len(told) > _SHOWN else [])])
        setting = f"--set {quote(f'{TABLE_OF_NAMES}.{clean_line(told[0])}=-')}"
        why = Reason.of(Noticed.NAME_OF_ROWS, count=f"{len(told):,}", names=names, setting=setting)
        accepted.counted = (*accepted.counted, why)


def _plain(accepted: AcceptedRows) -> Iterator[tuple[int, ColumnConversion]]:
    """The conversions of single fields, each with its place."""
    for at, one in enumerate(accepted.conversions):
        if isinstance(one, ColumnConversion):
            yield at, one


def _called(accepted: AcceptedRows) -> tuple[str, list[Sql]]:
    """SQL of the accepted rows with their names, and of these in the languages."""
    own = accepted.kind.heading.name
    one = next(one for one in accepted.conversions if one.rule.fields[0] == own)
    names = [sql for name, sql in one.expressions.items() if name in (f"{own}_zh", f"{own}_en")]
    return f"FROM cells JOIN accepted USING ({ROW}) {one.join}", names


def _names(accepted: AcceptedRows) -> Iterator[tuple[str, list[str]]]:
    """The ids of the records, each with its names."""
    source, called = _called(accepted)
    for id_, *names in accepted.table.each(f"SELECT accepted.id, {', '.join(called)} {source}"):
        yield id_, [Formulas.fused(name) for name in names if name]


def _leave_out(accepted: AcceptedRows, one: ColumnConversion) -> None:
    """Take what a record is itself, or is called itself, out of what its row says in a field."""
    cell, mark = one.expressions[one.rule.fields[0]], literal(LIST_MARK)
    source, own = _called(accepted)
    own = list(map(CellList.sql_guarded, own)) if one.rule.fields[0] == _ALIASES else ["accepted.id"]
    has_own = " OR ".join(f"list_contains(string_split({cell}, {mark}), {entry})" for entry in own)
    rows = accepted.table.ask(
        f"SELECT {ROW}, {cell}, {', '.join(own)} {source} {one.join} WHERE {cell} <> '' AND ({has_own}) ORDER BY 1"
    )
    if rows:
        one.say_by_row(
            (row, LIST_MARK.join(entry for entry in text.split(LIST_MARK) if entry not in mine))
            for row, text, *mine in rows
        )
