"""Lists of values of any type."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

from cq_tui.values.codes import Words
from cq_tui.values.converters import Convert, Converters
from cq_tui.values.lists_in_cells import CellList
from cq_tui.values.sql import Sql, any_of
from cq_tui.values.types.base import Asked, FieldType, Names, joined

__all__ = ["ListOf", "joined"]

_ONE, _HELD = "_x", "_e"
"""The names of an entry in SQL. A column of that name would be meant instead; no field's begins so."""


class ListOf(FieldType):
    """A list; an empty one is absent. Each column of its entries' type holds as many entries."""

    is_list = True

    def __init__(self, item: FieldType) -> None:
        self.item = item
        self.asked = Asked.CODES if item.codes is not None else Asked.WORDS
        self.refers_to, self.codes, self.parts = item.refers_to, item.codes, item.parts
        self.list_name = item.list_name
        self.endings, self.is_free, self.has_groups = item.endings, item.is_free, item.has_groups
        self.is_key, self.is_judged_apart = item.is_key, item.is_judged_apart
        self.codes_are_words, self.is_short = item.codes_are_words, item.list_is_short
        self.sheet_width, self.mapped_by = item.list_sheet_width, item.list_mapped_by

    @property
    def entry_type(self) -> FieldType:
        """The type of its entries."""
        return self.item

    def _all(self, one: Sql, value: Sql) -> Sql:
        """SQL: what each entry becomes. Where it stays as it is the engine is spared a walk over every list."""
        return value if one == _ONE else f"[{one} FOR {_ONE} IN {value}]"

    # The cells of a flat table

    def spell(self, value: Any) -> tuple[str, ...]:
        """Each column's entries joined."""
        entries = [self.item.spell_entry(one) for one in value]
        return tuple(CellList.joined(entry[place] for entry in entries) for place in range(len(self.endings)))

    def read(self, cells: Sequence[str]) -> Any:
        """A list as long as the longest column; where another one has no entry it is empty."""
        columns = map(CellList.entries, cells)
        return [self.item.read_entry(held) for held in zip_longest(*columns, fillvalue="")]

    def sql_spell(self, value: Sql) -> list[Sql]:
        """Each column's entries joined."""
        return [CellList.sql_joined(self._all(cell, value)) for cell in self.item.sql_spell_entry(_ONE)]

    def sql_read(self, cells: Sequence[Sql]) -> Sql:
        """An empty list where the cells are empty."""
        entries, held = self._held(cells)
        return f"list_transform({entries}, lambda {_HELD}: {self.item.sql_read_entry(held)})"

    def sql_read_entry(self, held: Sequence[Sql]) -> Sql:
        """A list within an entry."""
        return self.sql_read([f"({CellList.sql_released(one)})" for one in held])

    def sql_unread(self, cells: Sequence[Sql]) -> Sql | None:
        """Whether an entry spells no value."""
        entries, held = self._held(cells)
        unread = self.item.sql_unread_entry(held)
        return None if unread is None else f"len(list_filter({entries}, lambda {_HELD}: {any_of([unread])})) > 0"

    def _held(self, cells: Sequence[Sql]) -> tuple[Sql, list[Sql]]:
        """A list with an element for each entry, and what an entry's columns hold, said by ``_HELD``."""
        columns = list(map(CellList.sql_entries, cells))
        if len(columns) == 1:
            return columns[0], [_HELD]
        longest = ", ".join(f"len({column})" for column in columns)
        return f"range(1, greatest({longest}) + 1)", [f"coalesce(({column})[{_HELD}], '')" for column in columns]

    # The engine's tables

    @property
    def sql_type(self) -> str:
        """A list of its entries' type."""
        return f"{self.item.sql_type}[]"

    @property
    def arrow_type(self) -> str:
        """A list of its entries' type."""
        return f"list<{self.item.arrow_type}>"

    def takes(self, given: str) -> bool:
        """What its entries take, in a list."""
        return given.endswith("[]") and self.item.takes(given[:-2])

    def sql_take(self, value: Sql) -> Sql:
        """Each entry."""
        return self._all(self.item.sql_take(_ONE), value)

    def sql_refused(self, value: Sql) -> list[Sql]:
        """An entry that is absent or that is refused."""
        inside = any_of([f"{_ONE} IS NULL", *self.item.sql_refused(_ONE)])
        return [f"len({value}) > 0 AND len(list_filter({value}, lambda {_ONE}: {inside})) > 0"]

    def refuses(self, value: Any) -> bool:
        """Of an entry."""
        return self.item.refuses(value)

    def is_of_one(self, value: Any) -> bool:
        """Of an entry."""
        return self.item.is_of_one(value)

    def sql_is_of_one(self, value: Sql) -> Sql:
        """Of an entry."""
        return self.item.sql_is_of_one(value)

    def sql_each(self, value: Sql) -> Sql:
        """Its entries."""
        return f"unnest({value})"

    def sql_clean(self, value: Sql) -> Sql:
        """Each entry."""
        return self._all(self.item.sql_clean(_ONE), value)

    def sql_literal(self, value: Any) -> Sql:
        """A list."""
        return f"[{', '.join(map(self.item.sql_literal, value))}]::{self.sql_type}"

    def sql_present(self, value: Sql) -> Sql:
        """An empty list is absent."""
        return f"len({value}) > 0"

    # Other formats

    def toml(self, value: Any) -> Any:
        """An array."""
        return list(map(self.item.toml, value))

    def json(self, value: Any) -> Any:
        """An array."""
        return list(map(self.item.json, value))

    @property
    def example(self) -> str:
        """An array of one."""
        return f"[{self.item.example}]"

    @property
    def refusal(self) -> str:
        """Of an entry."""
        return self.item.refusal

    def json_schema(self) -> dict[str, Any]:
        """An array."""
        return {"type": "array", "items": self.item.json_schema()}

    def table_schema(self) -> dict[str, Any]:
        """Text with marks in it. Table Schema's lists have no way to write the mark inside an entry."""
        return {"type": "string"}

    # Words, filters, counting

    def converter(self, ways: Converters[Convert]) -> Convert:
        """As its entries' type says."""
        return self.item.list_converter(ways)

    def words(self, value: Any, record: Any, names: Names) -> str:
        """The words of its entries."""
        return joined(self.item.words(one, record, names) for one in value)

    @property
    def roles(self) -> Mapping[str, Words]:
        """Those of an entry."""
        return self.item.roles

    def role_of(self, entry: Any) -> str:
        """Of an entry."""
        return self.item.role_of(entry)

    def column_words(self, value: Any, record: Any, names: Names) -> str:
        """As its entries' type says of several."""
        return self.item.list_column_words(value, record, names)

    def entry_words(self, value: Any, record: Any, names: Names) -> str:
        """An entry."""
        return self.item.words(value, record, names)

    def sought(self, words: Sequence[str]) -> tuple[str, ...]:
        """As of an entry."""
        return self.item.sought(words)

    def sql_own_texts(self, value: Sql) -> list[Sql]:
        """All entries as one text."""
        texts = self.item.sql_own_texts(_ONE)
        if not texts:
            return []
        one = texts[0] if len(texts) == 1 else f"concat_ws(chr(10), {', '.join(texts)})"
        return [f"array_to_string({self._all(one, value)}, chr(10))"]

    def sql_text(self, value: Sql) -> Sql:
        """All entries, each on lines of its own."""
        return f"array_to_string({self._all(self.item.sql_text(_ONE), value)}, chr(10))"

    def sql_sort_key(self, value: Sql) -> Sql:
        """How many there are."""
        return f"nullif(len({value}), 0)"

    def group_words(self, value: Any, names: Names) -> str:
        """An entry."""
        return self.item.group_words(value, names)

    def sql_groups(self, value: Sql) -> Sql:
        """Each entry once."""
        entries = f"list_distinct({self._all(self.item.sql_groups(_ONE), value)})"
        return f"unnest(CASE WHEN len({value}) > 0 THEN {entries} ELSE [NULL] END)"

    def sql_references(self, value: Sql) -> Sql:
        """The ids of all entries."""
        found = self._all(self.item.sql_references(_ONE), value)
        return f"flatten({found})" if self.item.refers_to_several else found
