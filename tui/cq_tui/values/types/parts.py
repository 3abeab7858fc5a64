"""Small tables within a record, as a party of a deal with its role."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from cq_tui.language import current
from cq_tui.values.codes import Words
from cq_tui.values.converters import Convert, Converters
from cq_tui.values.lists_in_cells import CellList
from cq_tui.values.sql import Sql, any_of, identifier, same_type, struct
from cq_tui.values.types.base import FieldType, Names, is_absent


class Part(Protocol):
    """What ``Parts`` must know of each of its fields; the fields of a kind are such."""

    @property
    def name(self) -> str:
        """The key in data files."""

    @property
    def type(self) -> FieldType:
        """Its type."""

    @property
    def required(self) -> bool:
        """Whether each table has it."""

    @property
    def default(self) -> Any:
        """What it is where a file gives nothing."""


class Parts(FieldType):
    """A table of a few fields. Its cell holds them in their order, parted by ``:``, each even where it is empty."""

    mapped_by = ("roles",)
    list_mapped_by = ("roles",)
    sheet_width = list_sheet_width = 36

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = tuple(parts)
        self._reference = next((part for part in parts if part.type.refers_to), None)
        self.refers_to = self._reference.type.refers_to if self._reference else None
        self.has_groups = self.refers_to is not None

    # The cells of a flat table

    def spell(self, value: Any) -> tuple[str, ...]:
        """See the class."""
        return self.spell_entry(value)

    def spell_entry(self, value: Any) -> tuple[str, ...]:
        """One entry: its parts are guarded already."""
        cells = [
            CellList.guarded(cell, parts=True)
            for part in self.parts
            for cell in _cells_of(part, getattr(value, part.name))
        ]
        return (CellList.joined_parts(cells),)

    def read(self, cells: Sequence[str]) -> Any:
        """See the class."""
        return self.read_entry([CellList.held(cells[0])])

    def read_entry(self, held: Sequence[str]) -> Any:
        """A table; the text itself if it has not as many parts."""
        found = list(map(CellList.released, CellList.parts(held[0])))
        if len(found) != self._columns:
            return CellList.released(held[0])
        texts = iter(found)
        cells = [(part, [next(texts) for _ending in part.type.endings]) for part in self.parts]
        return {part.name: part.type.read(own) for part, own in cells if any(own)}

    @property
    def _columns(self) -> int:
        return sum(len(part.type.endings) for part in self.parts)

    def sql_spell(self, value: Sql) -> list[Sql]:
        """See the class."""
        return [f"CASE WHEN {value} IS NULL THEN '' ELSE {entry} END" for entry in self.sql_spell_entry(value)]

    def sql_spell_entry(self, value: Sql) -> list[Sql]:
        """As ``spell_entry``."""
        cells = [text for part, sql in self._each(value) for text in part.type.sql_spell(sql)]
        return [CellList.sql_joined_parts(CellList.sql_guarded(cell, parts=True) for cell in cells)]

    def sql_read(self, cells: Sequence[Sql]) -> Sql:
        """See the class."""
        held = f"({CellList.sql_held(cells[0])})"
        return f"CASE WHEN {cells[0]} <> '' THEN {self.sql_read_entry([held])} END"

    def sql_read_entry(self, held: Sequence[Sql]) -> Sql:
        """As ``read_entry``."""
        return struct((part.name, part.type.sql_read(cells)) for part, cells in self._cells(held[0]))

    def sql_unread(self, cells: Sequence[Sql]) -> Sql | None:
        """See ``sql_unread_entry``."""
        held = f"({CellList.sql_held(cells[0])})"
        return f"{cells[0]} <> '' AND ({self.sql_unread_entry([held])})"

    def sql_unread_entry(self, held: Sequence[Sql]) -> Sql | None:
        """Whether it has not as many parts, or one of them spells no value."""
        unread = (part.type.sql_unread(cells) for part, cells in self._cells(held[0]))
        return any_of([f"len({CellList.sql_parts(held[0])}) <> {self._columns}", *filter(None, unread)])

    def _cells(self, held: Sql) -> Iterator[tuple[Part, list[Sql]]]:
        """Each part with the cells that an entry holds of it."""
        place = 0
        for part in self.parts:
            cells = []
            for _ending in part.type.endings:
                place += 1
                cells.append(f"({CellList.sql_released(f'{CellList.sql_parts(held)}[{place}]')})")
            yield part, cells

    def _each(self, value: Sql) -> Iterator[tuple[Part, Sql]]:
        """Each part with the SQL of its value."""
        return ((part, f"{value}.{identifier(part.name)}") for part in self.parts)

    # The engine's tables

    @property
    def sql_type(self) -> str:
        """A struct."""
        return f"STRUCT({', '.join(f'{identifier(part.name)} {part.type.sql_type}' for part in self.parts)})"

    @property
    def arrow_type(self) -> str:
        """A struct."""
        return f"struct<{', '.join(f'{part.name}: {part.type.arrow_type}' for part in self.parts)}>"

    def takes(self, given: str) -> bool:
        """Its own type alone, however it is quoted."""
        return same_type(given, self.sql_type)

    def sql_take(self, value: Sql) -> Sql:
        """Each part."""
        taken = struct((part.name, part.type.sql_take(sql)) for part, sql in self._each(value))
        return f"CASE WHEN {value} IS NOT NULL THEN {taken} END"

    def sql_refused(self, value: Sql) -> list[Sql]:
        """What is refused of a part, or missing."""
        refused = any_of(one for part, sql in self._each(value) for one in sql_refused(part, sql))
        return [f"{value} IS NOT NULL AND ({refused})"]

    def sql_clean(self, value: Sql) -> Sql:
        """Each part."""
        cleaned = [(part.name, part.type.sql_clean_part(sql)) for part, sql in self._each(value)]
        if all(clean == sql for (_name, clean), (_part, sql) in zip(cleaned, self._each(value), strict=True)):
            return value
        return f"CASE WHEN {value} IS NOT NULL THEN {struct(cleaned)} END"

    def sql_literal(self, value: Any) -> Sql:
        """A struct."""
        parts = ((part, getattr(value, part.name)) for part in self.parts)
        return struct(
            (part.name, f"NULL::{part.type.sql_type}" if one is None else part.type.sql_literal(one))
            for part, one in parts
        )

    # Other formats

    def toml(self, value: Any) -> Any:
        """A table without what is absent or as usual."""
        found = ((part, getattr(value, part.name)) for part in self.parts)
        return {part.name: part.type.toml(one) for part, one in found if one is not None and one != part.default}

    def json(self, value: Any) -> Any:
        """A table; what is absent is null."""
        found = ((part, getattr(value, part.name)) for part in self.parts)
        return {part.name: None if one is None else part.type.json(one) for part, one in found}

    @property
    def example(self) -> str:
        """A table."""
        return "{ " + ", ".join(f"{part.name} = {part.type.example}" for part in self.parts) + " }"

    def json_schema(self) -> dict[str, Any]:
        """A table."""
        return {
            "type": "object",
            "properties": {part.name: part.type.json_schema() for part in self.parts},
            "required": [part.name for part in self.parts if part.required],
            "additionalProperties": False,
        }

    def table_schema(self) -> dict[str, Any]:
        """Text with marks in it."""
        return {"type": "string"}

    @property
    def roles(self) -> Mapping[str, Words]:
        """The codes of its first part that has some."""
        return next((part.type.codes for part in self.parts if part.type.codes), {})

    def role_of(self, entry: Any) -> str:
        """The code of that part."""
        return str(next((getattr(entry, part.name) for part in self.parts if part.type.codes), ""))

    # Words, filters, counting

    def converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.parts

    def list_converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.parts

    def words(self, value: Any, record: Any, names: Names) -> str:
        """Its first value, the others in brackets; what another one says already is left out."""
        del record
        told = {name for part in self.parts for name in part.type.qualified_by}
        found = [(part, getattr(value, part.name)) for part in self.parts if part.name not in told]
        words = [part.type.words(one, value, names) for part, one in found if not is_absent(one)]
        if len(words) < 2:
            return "".join(words)
        first, others = words[0], ("，" if current() == "zh" else ", ").join(words[1:])
        return f"{first}（{others}）" if current() == "zh" else f"{first} ({others})"

    def sql_own_texts(self, value: Sql) -> list[Sql]:
        """Those of its parts."""
        return [text for part, sql in self._each(value) for text in part.type.sql_own_texts(sql)]

    def sql_text(self, value: Sql) -> Sql:
        """As the engine writes it."""
        return f"CAST({value} AS VARCHAR)"

    def sql_sort_key(self, value: Sql) -> Sql:
        """As the engine compares it."""
        return value

    def group_words(self, value: Any, names: Names) -> str:
        """What it refers to."""
        return self._reference.type.group_words(value, names) if self._reference else str(value)

    def sql_references(self, value: Sql) -> Sql:
        """The id of the part that refers to a record."""
        return self.sql_groups(value)

    def sql_groups(self, value: Sql) -> Sql:
        """What it refers to."""
        return f"{value}.{identifier(self._reference.name)}" if self._reference else self.sql_text(value)


def _cells_of(part: Part, value: Any) -> tuple[str, ...]:
    return ("",) * len(part.type.endings) if value is None else part.type.spell(value)


def sql_refused(part: Part, value: Sql) -> list[Sql]:
    """The conditions under which the models would refuse the value of a field, which may be NULL."""
    return [*([f"{value} IS NULL"] if part.required else []), *part.type.sql_refused(value)]
