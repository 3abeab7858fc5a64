"""The names that columns of organisations hold: how many, which the most frequent, and what looks unlike a name."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import permutations

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.convert.convert_column import ColumnConversion
from cq_tui.importing.convert.organisations import Organisations
from cq_tui.importing.convert.per_column import PerColumnConversion
from cq_tui.importing.convert.references import by_role
from cq_tui.importing.recognise.maps.mapping import ONE_EACH, TABLE_OF_NAMES, FieldMap, keys_of
from cq_tui.importing.recognise.words.listed_names import may_be_several, names_between
from cq_tui.importing.review.facts import PartyFacts, Unlike
from cq_tui.importing.review.likely_fillers import likely_fillers
from cq_tui.importing.review.unlike_names import constant, parted, shared, unlike_names, with_commas
from cq_tui.importing.sources.import_table import ROW
from cq_tui.query.name_keys import name_key
from cq_tui.schema.field import Field
from cq_tui.values.clean import clean_line
from cq_tui.values.lists_in_cells import LIST_MARK, PART_MARK
from cq_tui.values.sql import literal

_MOST = 3
"""Most frequent names that are told."""
_LEAST_ROWS = 10
"""Of fewer rows nobody wonders that most say the same."""
_HALF = 0.5
_GIVE = frozenset(("funder", "buyer", "lender", "investor", "fund-sponsor"))
"""Who may well be one and the same in all rows: a list is mostly kept by whoever gives."""
Conversion = ColumnConversion | PerColumnConversion


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of a column: the rows of each by its id, what it is called, and the cell that holds nothing else.

    ``parted``: the cells in which several are read by a mark, and how many different ``entries`` the column has.
    ``setting``: what takes each cell for one; empty where a mark was given or none can be.
    """

    column: str
    role: str
    rows: Counter[str]
    called: dict[str, str]
    cells: dict[str, str]
    filled: int
    parted: list[str] = field(default_factory=list)
    entries: int = 0
    setting: str = ""
    joined: list[str] = field(default_factory=list)
    """The cells with commas that are read as one name, of which a part is a name by itself."""
    parts: str | None = None
    """What says, with a mark behind it, that it parts all cells; empty where nothing does, and None where the names are
    those of the records."""


def party_facts(
    accepted: AcceptedRows,
    one: Conversion,
    field: Field,
    mapped: FieldMap,
    columns: tuple[str, ...],
    known: Organisations,
    headers: Sequence[str],
) -> tuple[PartyFacts, ...]:
    """What is told of the names in each column of a field; empty where it is of no organisations.

    ``headers``: those of all columns.
    """
    own = accepted.kind.name == TABLE_OF_NAMES and field is accepted.kind.heading
    if mapped.constant or not (own or field.type.refers_to == TABLE_OF_NAMES):
        return ()
    every = list(
        _own_names(accepted, one, mapped, columns) if own else _names(accepted, one, field, mapped, columns, known)
    )
    found = [_facts(names) for names in every if names.rows]
    also = _shared([names for names in every if names.rows])
    new = {each.id for each in known.new.values()}
    for names in () if own else every:
        rows = {names.called[id_]: count for id_, count in names.rows.items() if id_ in new}
        also.setdefault(names.column, []).extend(likely_fillers(accepted, headers, names.column, rows, names.filled))
    return tuple(replace(told, unlike=(*told.unlike, *also.get(told.column, ()))) for told in found)


def _names(
    accepted: AcceptedRows,
    one: Conversion,
    column_field: Field,
    mapped: FieldMap,
    columns: tuple[str, ...],
    known: Organisations,
) -> Iterator[_Names]:
    roles = list(by_role(mapped)) if "roles" in keys_of(column_field) else [("", (at,)) for at in range(len(columns))]
    pieces = one.pieces
    if len(pieces) < len(roles):  # all columns are answered by one rule
        roles = roles[:1]
    new = {each.id: each for each in known.new.values()}
    for (role, places), (join, made) in zip(roles, pieces, strict=True):
        cell = accepted.table.names[one.rule.own_columns[places[0]]]
        told = _Names(columns[places[0]], role, Counter(), {}, {}, 0)
        filled = cells = 0
        is_open = role and len(places) == 1 and role not in mapped.separator
        for text, ids, rows in _by_cell(accepted, cell, join, made):
            entries = list(
                dict.fromkeys(entry.partition(PART_MARK)[0].strip() for entry in ids.split(LIST_MARK.strip()))
            )
            filled += rows
            cells += 1
            if is_open and len(entries) > 1 and clean_line(text) in known.cells.looked_at:
                told.parted.append(text)
            if is_open and len(entries) == 1 and may_be_several(text) and _names_one_alone(known, text):
                told.joined.append(text)
            for id_ in filter(None, entries):
                told.rows[id_] += rows
                told.called.setdefault(id_, next(iter(new[id_].spellings)) if id_ in new else clean_line(text))
                if len(entries) == 1 and clean_line(text) not in known.cells.looked_at:  # those are told by themselves
                    told.cells.setdefault(id_, text)
        parts = f"{column_field.name}.separator.{role}=" if role else "" if column_field.is_list else None
        yield replace(told, filled=filled, entries=cells, setting=f"--set {parts}{ONE_EACH}", parts=parts)


def _names_one_alone(known: Organisations, cell: str) -> bool:
    """Whether a part of a cell between commas is the name of an organisation, of the archive or of the list."""
    keys = map(name_key, names_between(cell))
    return any(key in known.known or key in known.new for key in keys)


def _own_names(accepted: AcceptedRows, one: Conversion, mapped: FieldMap, columns: tuple[str, ...]) -> Iterator[_Names]:
    """The names of a list of organisations itself; columns that are joined hold one name together."""
    cells_of = [accepted.table.names[position] for position in one.rule.own_columns]
    sources = list(zip(columns, cells_of, strict=True))
    if len(mapped.column) > 1 and set(columns) == {*mapped.column}:
        filled = ", ".join(f"nullif(trim({cell}), '')" for cell in cells_of)
        sources = [(", ".join(columns), f"concat_ws({literal(mapped.join or ' ')}, {filled})")]
    for column, cell in sources:
        rows = {clean_line(text): (text, count) for text, _made, count in _by_cell(accepted, cell, "", cell)}
        counts = Counter({name: count for name, (_text, count) in rows.items()})
        cells = {name: text for name, (text, _count) in rows.items()}
        yield _Names(column, "", counts, {name: name for name in rows}, cells, counts.total())


def _by_cell(accepted: AcceptedRows, cell: str, join: str, made: str) -> Iterator[tuple[str, str, int]]:
    """The different cells of a column with what became of each and their rows, in the order of the first of those."""
    asked = (
        f"SELECT {cell}, {made}, count(*), min({ROW}) FROM cells {join} "
        f"WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals) AND {made} <> '' GROUP BY 1, 2 ORDER BY 4"
    )
    return ((text, ids, rows) for text, ids, rows, _first in accepted.table.each(asked))


def _facts(names: _Names) -> PartyFacts:
    most = sorted(names.rows.items(), key=lambda pair: -pair[1])[:_MOST]
    cells = {name: names.cells.get(id_, "") for id_, name in names.called.items()}
    unlike = list(unlike_names(names.column, cells, names.parts))
    if names.parted:
        unlike.append(parted(names.column, names.setting, names.parted, names.entries))
    if names.joined:
        unlike.append(with_commas(names.column, f"--set {names.parts},", names.joined, names.entries))
    first, rows = most[0]
    if rows > _HALF * names.filled and names.filled >= _LEAST_ROWS:
        unlike.append(
            constant(names.column, names.called[first], rows, names.filled, important=names.role not in _GIVE)
        )
    return PartyFacts(
        names.column,
        names.role,
        names.filled,
        len(names.rows),
        tuple((names.called[id_], count) for id_, count in most),
        max(names.called.values(), key=len),
        tuple(unlike),
    )


def _shared(every: list[_Names]) -> dict[str, list[Unlike]]:
    """For each pair of columns of different roles, the names of the one with fewer that stand in the other, too."""
    found: dict[str, list[Unlike]] = {}
    for one, other in permutations(every, 2):
        fewer = (len(one.rows), one.column) < (len(other.rows), other.column)
        both = [id_ for id_ in one.rows if id_ in other.rows] if fewer and one.role != other.role else []
        if both:
            told = shared(one.column, other.column, len(both), len(one.rows), one.called[both[0]])
            found.setdefault(one.column, []).append(told)
    return found
