"""Checks across rows of table files: duplicate ids, dangling references."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from cq_tui.archive.cycles import CHAIN, PARENT, cycle_words, cycles
from cq_tui.archive.problem import Problem
from cq_tui.archive.wording import dangling, shared, taken
from cq_tui.language import ngettext
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.schema import Schema
from cq_tui.store.engine.table_files.load import MOST_LISTED, Loaded
from cq_tui.store.engine.table_files.source import Ask
from cq_tui.store.engine.tables import BAD, table
from cq_tui.values.sql import identifier

_MOST_NEAR = 5000
"""Ids among which a near one is looked for."""


class Relations:
    """Checks the loaded tables against each other.

    ``locations`` says where the records from TOML stand, by kind; they come first in each table.
    """

    def __init__(self, schema: Schema, loaded: list[Loaded], locations: dict[str, list[str]], ask: Ask) -> None:
        """To be made when all table files are loaded."""
        self._schema = schema
        self._loaded = loaded
        self._locations = locations
        self._ask = ask
        self._near: dict[str, list[str]] = {}

    def problems(self) -> Iterator[Problem]:
        """Up to ``MOST_LISTED`` problems of each field, then a count of the others."""
        for kind in dict.fromkeys(one.file.kind.name for one in self._loaded):
            yield from self._taken(self._schema[kind])
            for key in self._schema[kind].keys:
                yield from self._shared(self._schema[kind], key)
            for field, part in self._schema[kind].references:
                yield from self._dangling(self._schema[kind], field, part)
            if kind == CHAIN:
                yield from self._cycles(self._schema[kind])

    def _cycles(self, kind: Kind) -> Iterator[Problem]:
        """Segments that are parts of themselves, at the first of each cycle that stands in a table file."""
        rows = self._ask(f"SELECT id, {identifier(PARENT)}, rowid FROM {table(kind)} WHERE NOT {BAD} ORDER BY rowid")
        places = {id_: row for id_, _parent, row in rows}
        first = len(self._locations[kind.name])
        found = 0
        for members in cycles({id_: parent for id_, parent, _row in rows if parent is not None}):
            in_tables = [one for one in members if places[one] >= first]
            if in_tables and found < MOST_LISTED:
                found += 1
                yield self._problem(kind, places[in_tables[0]], cycle_words(members), PARENT)

    def _taken(self, kind: Kind) -> Iterator[Problem]:
        rows, different = self._ask(f"SELECT count(id), count(DISTINCT id) FROM {table(kind)}")[0]
        if rows == different:
            return
        first = f"SELECT id, min(rowid) AS first FROM {table(kind)} GROUP BY id HAVING count(*) > 1"
        more = f"FROM {table(kind)} AS more JOIN ({first}) AS one USING (id) WHERE more.rowid > one.first"
        later = f"{more} AND more.rowid >= {len(self._locations[kind.name])}"
        found = self._ask(f"SELECT more.rowid, first, id {later} ORDER BY 1 LIMIT {MOST_LISTED}")
        for position, earlier, id_ in found:
            yield self._problem(kind, position, taken(id_, self._location(kind, earlier)), "id")
        if len(found) == MOST_LISTED:
            yield from self._more(kind, later, "more.rowid")

    def _shared(self, kind: Kind, field: Field) -> Iterator[Problem]:
        """Identifiers that a row has and a record before it."""
        value = identifier(field.name)
        each = (
            f"SELECT rowid AS row, unnest({value}) AS one, generate_subscripts({value}, 1) - 1 AS place "
            f"FROM {table(kind)} WHERE NOT {BAD}"
        )
        each = f"SELECT * FROM ({each}) WHERE {field.type.sql_is_of_one('one')}"
        first = f"SELECT one, min(row) AS first FROM ({each}) GROUP BY one HAVING count(DISTINCT row) > 1"
        later = f"FROM ({each}) AS more JOIN ({first}) AS of USING (one) WHERE row > first"
        later += f" AND row >= {len(self._locations[kind.name])}"
        found = self._ask(f"SELECT row, place, first, one {later} ORDER BY 1, 2 LIMIT {MOST_LISTED}")
        called = self._called(kind, [position for row, _place, first, _one in found for position in (row, first)])
        for row, place, first_row, one in found:
            words = field.type.entry_words(SimpleNamespace(**one), None, lambda _kind, id_: id_)
            message = shared(words, called[row], called[first_row], self._location(kind, first_row))
            yield self._problem(kind, row, message, f"{field.name}.{place}")
        if len(found) == MOST_LISTED:
            yield from self._more(kind, later, "row")

    def _called(self, kind: Kind, positions: list[int]) -> dict[int, str]:
        """What the records at some positions are called."""
        chosen = ", ".join(map(str, sorted(set(positions)))) or "-1"
        heading = kind.heading.type.sql_groups(identifier(kind.heading.name))
        return dict(self._ask(f"SELECT rowid, {heading} FROM {table(kind)} WHERE rowid IN ({chosen})"))

    def _dangling(self, kind: Kind, field: Field, part: Field | None) -> Iterator[Problem]:
        to = self._schema[(part or field).shown.to or ""]
        known = f"SELECT 1 FROM {table(to)} AS target WHERE target.id = one.id AND NOT {BAD}"
        sound = f"FROM {table(kind)} WHERE NOT {BAD} AND rowid >= {len(self._locations[kind.name])}"
        if field.is_list:
            id_ = f"x.{identifier(part.name)}" if part else "x"
            value = identifier(field.name)
            pairs = f"SELECT rowid AS row, unnest({value}) AS x, generate_subscripts({value}, 1) - 1 AS place {sound}"
            id_ = f"unnest({id_})" if part and part.is_list else id_
            references = f"SELECT row, {id_} AS id, place FROM ({pairs})"
        else:
            references = f"SELECT rowid AS row, {identifier(field.name)} AS id, NULL AS place {sound}"
        lost = f"FROM ({references}) AS one WHERE id IS NOT NULL AND NOT EXISTS ({known})"
        found = self._ask(f"SELECT row, id, place {lost} ORDER BY row, place LIMIT {MOST_LISTED}")
        for position, id_, place in found:
            steps = [field.name, *([str(place)] if place is not None else []), *([part.name] if part else [])]
            yield self._problem(kind, position, dangling(id_, to.name, self._ids(to)), ".".join(steps))
        if len(found) == MOST_LISTED:
            yield from self._more(kind, lost, "row")

    def _more(self, kind: Kind, among: str, row: str) -> Iterator[Problem]:
        """How many there are beyond those that were found."""
        count = self._ask(f"SELECT count(*) {among}")[0][0] - MOST_LISTED
        if count > 0:
            position = self._ask(f"SELECT {row} {among} ORDER BY 1 LIMIT 1 OFFSET {MOST_LISTED}")[0][0]
            message = ngettext("{count} more problem of this sort", "{count} more problems of this sort", count)
            yield self._problem(kind, position, message.format(count=count), "")

    def _ids(self, kind: Kind) -> list[str]:
        if kind.name not in self._near:
            found = self._ask(f"SELECT id FROM {table(kind)} WHERE NOT {BAD} LIMIT {_MOST_NEAR + 1}")
            self._near[kind.name] = [row[0] for row in found] if len(found) <= _MOST_NEAR else []
        return self._near[kind.name]

    def _of(self, kind: Kind, position: int) -> Loaded:
        own = [one for one in self._loaded if one.file.kind is kind]
        return next(one for one in own if position < one.start + one.count)

    def _problem(self, kind: Kind, position: int, message: str, field: str) -> Problem:
        loaded = self._of(kind, position)
        return loaded.file.problem(loaded.row(position), message, field)

    def at(self, kind: Kind, position: int, message: str, field: str) -> Problem:
        """What is to be said of a row of a table file, by its position in the table of its kind."""
        return self._problem(kind, position, message, field)

    def _location(self, kind: Kind, position: int) -> str:
        entries = self._locations[kind.name]
        if position < len(entries):
            return entries[position]
        loaded = self._of(kind, position)
        return f"{loaded.file.name}:{loaded.row(position)}"


def known(kind: Kind, ids: list[Any]) -> tuple[str, list[Any]]:
    """SQL and its values: those of the ids that a kind has."""
    return f"SELECT DISTINCT id FROM {table(kind)} WHERE NOT {BAD} AND id IN (SELECT unnest(?::VARCHAR[]))", [ids]
