"""What every field type answers."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum, auto
from typing import Any

from cq_tui.language import N_, _, current
from cq_tui.values.amounts import ColumnUnit
from cq_tui.values.codes import Words
from cq_tui.values.converters import Convert, Converters
from cq_tui.values.ranges import AskedField, NotUnderstood, Range, Ranges, alternatives, refuse_several
from cq_tui.values.sql import Sql
from cq_tui.values.steps import Step
from cq_tui.values.types.engine_values import EngineValues
from cq_tui.values.types.flat_cells import FlatCells

Names = Callable[[str, str], str]
"""What a record is called: from its kind and id to its name in the language in force."""

SHEET_FORMATS = ("yyyy-mm-dd", "hh:mm", "#,##0")
"""The number formats that a workbook is made with; ``FieldType.sheet_format`` is one of them."""


class Asked(Enum):
    """How a filter asks for values: by words, by ranges of what has an order, by codes, or for yes and no."""

    WORDS = auto()
    RANGES = auto()
    CODES = auto()
    YES_OR_NO = auto()


class FieldType(FlatCells, EngineValues):
    """A type of values: all that can be done with one, in Python and as SQL text.

    A Python value is what a record of a model holds, never None. An ``Sql`` value is an expression over such values in
    the engine, where NULL is absent; what is called ``sql_x`` says in SQL what ``x`` does. Whatever a type must decide
    for itself is abstract, so that a new type can't be shown or stored by accident.

    What its cells in CSV are stands in ``FlatCells``, what the engine holds of it in ``EngineValues``.
    """

    # What it is

    asked: Asked = Asked.WORDS
    equal_sign: str = ":"
    """What stands between the field and a value that is asked for as it is."""
    is_list: bool = False
    is_quantity: bool = False
    """Numbers: right-aligned, and told apart by their size where there are many."""
    is_money: bool = False
    """Amounts, which have a currency and are summed."""
    is_never_zero: bool = False
    """Whether a value of 0 says nothing here: what is not stated is absent."""
    is_address: bool = False
    """Whether values are addresses of pages."""
    is_day: bool = False
    is_short: bool = False
    """A table's cell is read whole or not at all, so its column is never made narrower."""
    list_is_short: bool = False
    """The same of a list's cell."""
    is_as_written: bool = False
    """A cell of plain characters is its own value: there is nothing to read in it but what stands there."""
    has_decimals: bool = False
    """A column's cells are set so that their decimal points stand below each other."""
    refers_to: str | None = None
    """The kind that the value, or a part of it, is an id of."""
    refers_to_several: bool = False
    """What ``sql_references`` gives of one value is a list of ids."""
    codes_are_words: bool = True
    """A bare word finds the codes of its parts: what they say holds of the record."""
    codes: Mapping[str, Words] | None = None
    """The code list that a value, or each entry of a list, is from."""
    list_name: str = ""
    """The code list that archives declare for such values, where theirs declares none."""
    parts: tuple[Any, ...] = ()
    """The fields of the tables that a value, or each entry of a list, is."""
    qualified_by: tuple[str, ...] = ()
    """The fields of a record whose values are told in this one's words: an amount's currency, a date's precision."""
    has_groups: bool = True
    """Whether records can be counted and filtered by the value."""
    sheet_width: int = 16
    """Characters of a workbook's column; ``list_sheet_width`` of a list's."""
    list_sheet_width: int = 16

    @property
    def entry_type(self) -> "FieldType":
        """The type of an entry of a list; of what is no list itself."""
        return self

    # Data files and other formats

    @abstractmethod
    def toml(self, value: Any) -> Any:
        """A value as TOML holds it."""

    @abstractmethod
    def json(self, value: Any) -> Any:
        """A value as JSON holds it."""

    @property
    @abstractmethod
    def example(self) -> str:
        """A value, as TOML."""

    @abstractmethod
    def json_schema(self) -> dict[str, Any]:
        """What a value is in a data file, as JSON Schema."""

    @abstractmethod
    def table_schema(self) -> dict[str, Any]:
        """What a cell of CSV holds, as Table Schema says it: ``type``, with ``format`` and ``constraints`` if any."""

    @property
    def refusal(self) -> str:
        """The English sentence that is said of a ``{value}`` that can't be one because of its form."""
        return N_("{value} is not allowed here")

    def in_sheet(self, value: Any) -> Any:
        """A value as a workbook's cell can hold it: a number, a date, a time or a flag; None to write it as text."""
        del value

    def sheet_format(self, value: Any) -> str:
        """The number format of a workbook's cell; empty for the usual one."""
        del value
        return ""

    # Words for people

    @abstractmethod
    def words(self, value: Any, record: Any, names: Names) -> str:
        """A value in the language in force. ``record`` is what holds it, for what qualifies it; not cleaned yet."""

    @property
    def header_unit(self) -> ColumnUnit | None:
        """The unit that a column's header counts in, where that is not a single one."""
        return None

    def column_header(self, label: str) -> str:
        """What stands over a column of values: the field's label, and what all its cells share."""
        return label

    def column_words(self, value: Any, record: Any, names: Names) -> str:
        """A value in a table's column, whose header says what all its cells share."""
        return self.words(value, record, names)

    @property
    def roles(self) -> Mapping[str, Words]:
        """What columns of a list can be for it, each its own: those of a small table, by what they are written as."""
        return {}

    def role_of(self, entry: Any) -> str:
        """The role of an entry."""
        del entry
        return ""

    def list_column_words(self, value: Sequence[Any], record: Any, names: Names) -> str:
        """As ``column_words``, of a list of such values."""
        return joined(self.words(one, record, names) for one in value)

    def shown_text(self, value: Any, record: Any, names: Names) -> str:
        """As ``column_words`` in a file, where nothing is rounded and no digits are grouped."""
        return self.column_words(value, record, names)

    def shown_value(self, value: Any, record: Any) -> tuple[Any, str]:
        """What a workbook's cell holds where it is to look as on the screen, and its number format; None for words."""
        del record
        return self.in_sheet(value), self.sheet_format(value)

    def entry_words(self, value: Any, record: Any, names: Names) -> str:
        """One entry of a list; of a type that is no list a value."""
        return self.words(value, record, names)

    # What is typed into a filter

    def read_ranges(self, sign: str, text: str, field: AskedField) -> Ranges:
        """The ranges that a value after a comparison names, for a type that is asked by ranges; commas part them.

        ``sign``: ``<``, ``<=``, ``>``, ``>=``, ``=`` or nothing; ``text`` has ASCII punctuation. Raises NotUnderstood.
        """
        found = alternatives(text)
        refuse_several(sign, found, text)
        return Ranges(tuple(self.read_range(sign, one, field) for one in found))

    def read_range(self, sign: str, text: str, field: AskedField) -> Range:
        """As ``read_ranges``, of one value or of a range ``a..b``."""
        del text
        raise NotUnderstood(_("{field} can't be compared with {sign}.").format(field=field.label, sign=sign))

    def sought(self, words: Sequence[str]) -> tuple[str, ...]:
        """What is looked for where these words are asked for, of a type that is asked by words."""
        return tuple(words)

    def begun_by(self, text: str) -> Sequence[str]:
        """Values that begin as typed, where there are few that can be meant."""
        del text
        return ()

    def bound_words(self, value: Any) -> str:
        """An end of a range in words."""
        return str(value)

    # A stranger's list

    mapped_by: tuple[str, ...] = ("column", "constant")
    """The keys by which a MAP.toml says where the value comes from, and how it is written there."""
    list_mapped_by: tuple[str, ...] = ("column", "constant")
    """The same for a list of such values."""

    @abstractmethod
    def converter(self, ways: Converters[Convert]) -> Convert:
        """How cells become a value."""

    def list_converter(self, ways: Converters[Convert]) -> Convert:
        """How cells become a list of values."""
        return ways.each(self.converter(ways))

    # Filters, sorting and counting

    @abstractmethod
    def sql_own_texts(self, value: Sql) -> list[Sql]:
        """The texts in which a word without a field is looked for: what the record says itself."""

    @abstractmethod
    def sql_text(self, value: Sql) -> Sql:
        """The text in which a word with this field is looked for, its pieces on lines of their own."""

    def sql_compared(self, value: Sql, sign: str) -> Sql:
        """Whether a value is less than, at most, more than or at least a parameter; for what is asked by ranges."""
        return f"{value} {sign} ?"

    def sql_sum(self, value: Sql) -> Sql:
        """The aggregate that adds values up; NULL for what is not summed."""
        del value
        return "sum(NULL)"

    @abstractmethod
    def sql_sort_key(self, value: Sql) -> Sql:
        """What records are sorted by."""

    steps: tuple[Step, ...] = ()
    is_place = False
    """Whether a number says which one and not how many, as a paragraph or a year does: its order is its own."""
    """How values are put together where there are many different ones, from fine to coarse."""

    @abstractmethod
    def group_words(self, value: Any, names: Names) -> str:
        """What a group of records is called that ``sql_groups`` makes; ``value`` is as the engine gives it."""

    def sql_references(self, value: Sql) -> Sql:
        """The id that the value refers to."""
        return value

    @abstractmethod
    def sql_groups(self, value: Sql) -> Sql:
        """What records are counted by; a list's entries are unnested, and one without entries is NULL."""


def joined(words: Iterable[str]) -> str:
    """Several words as one list, in the language in force."""
    return ("、" if current() == "zh" else "; ").join(words)


def is_absent(value: Any) -> bool:
    """Whether there is nothing to show."""
    return value is None or value == () or value == ""
