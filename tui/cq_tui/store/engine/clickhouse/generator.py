"""Writes a statement that the house's dialect was read into as ClickHouse reads it: where the two engines differ."""

from collections.abc import Mapping, Sequence

from sqlglot import ErrorLevel, exp
from sqlglot.dialects.clickhouse import ClickHouse
from sqlglot.generators.clickhouse import ClickHouseGenerator

from cq_tui.query.columns import HEARD, POSITION
from cq_tui.store.engine.clickhouse.lookups import KEY, VALUE
from cq_tui.store.engine.clickhouse.spelling import FUNCTIONS
from cq_tui.store.engine.clickhouse.text_index import SOUNDING, TEXT, Asked, has_pieces
from cq_tui.store.engine.clickhouse.types import clickhouse_type
from cq_tui.store.engine.clickhouse.whole_statements import is_flag

ROW = "rowid"
"""The column of kept tables that holds the row: DuckDB's own has the name, here it is made with the table."""
PARAMETER = "_parameter_"
"""What the names of columns begin with that stand for a parameter."""
HEARS = "_hears"
"""A function that stands for a comparison of the bits of a record's sounds."""


class Unspelt(Exception):
    """A statement holds what this dialect has no spelling for: a fault of the program."""


def _table_of(one: exp.Expr) -> str | None:
    """The table of a kind that an expression is asked of; None where that is anything else."""
    select = one.find_ancestor(exp.Select)
    source = select.args.get("from_") if select is not None else None
    if source is None or not isinstance(source.this, exp.Table) or source.this.name.startswith("_"):
        return None
    return str(source.this.name)


def _apart(table: str, condition: str) -> str:
    return f'({POSITION} IN (SELECT {POSITION} FROM "{table}" WHERE {condition}))'


class _Server(ClickHouse):
    """ClickHouse's own."""

    INDEX_OFFSET = 0


class Generator(ClickHouseGenerator):
    """Writes what the house's dialect was read into."""

    # A rule of the class goes before a method: those of what is written here are left out.
    TRANSFORMS = {
        of: rule for of, rule in ClickHouseGenerator.TRANSFORMS.items() if of not in (exp.Array, exp.Struct, exp.Cast)
    }

    def __init__(self, types: Sequence[str], hints: Mapping[int, Asked]) -> None:
        """``types`` are those of the parameters, ``hints`` what is known of what is sought, by their numbers."""
        super().__init__(dialect=_Server(), unsupported_level=ErrorLevel.IGNORE, comments=False)
        self.types, self.hints = types, hints
        self.patterns: set[int] = set()
        self.sought: dict[int, tuple[str, str]] = {}

    # Parameters

    def column_sql(self, one: exp.Column) -> str:
        """A column, or a parameter that took the place of a ``?``."""
        if one.name.startswith(PARAMETER) and not one.table:
            return self._parameter(one.name, self.types[self._number(one.name)])
        return super().column_sql(one)

    @staticmethod
    def _number(name: str) -> int:
        return int(name.removeprefix(PARAMETER))

    def _parameter(self, name: str, type_: str) -> str:
        return f"{{p{self._number(name)}:{type_}}}"

    # Functions

    def anonymous_sql(self, one: exp.Anonymous) -> str:
        """A function, by its spelling in ``FUNCTIONS``."""
        name = one.name.lower()
        if special := getattr(self, f"_sql_{name}", None):
            return str(special(one))
        if name not in FUNCTIONS:
            raise Unspelt(name)
        if name in ("regexp_matches", "regexp_full_match"):
            pattern = one.expressions[1]
            if isinstance(pattern, exp.Column) and pattern.name.startswith(PARAMETER):
                self.patterns.add(self._number(pattern.name))
        found = FUNCTIONS[name]([self.sql(given) for given in one.expressions])
        return self._by_index(one, found) if name in ("contains", "regexp_matches") else found

    def _by_index(self, one: exp.Anonymous, exact: str) -> str:
        """Whether a text holds something, of the texts alone that have its pieces by their index."""
        text, what = one.expressions
        table = _table_of(one)
        if table is None or not text.name.startswith(TEXT) or not what.name.startswith(PARAMETER):
            return exact
        number = self._number(what.name)
        self.sought[number] = table, text.name
        if (hint := self.hints.get(number)) is None:
            return exact
        if hint.is_nowhere:
            return "false"
        found = f"({has_pieces(text.name, hint.size, f'{{g{number}:Array(String)}}')} AND {exact})"
        if hint.is_apart:
            return _apart(table, found)
        # Within a choice the server would not take them from the index, but make the pieces of each text anew.
        return exact if one.find_ancestor(exp.Case, exp.Select) is not one.find_ancestor(exp.Select) else found

    def case_sql(self, one: exp.Case) -> str:
        """As usual; what sounds somewhere in a text is asked apart, so that other texts are not even read for it.

        Not where the first ones found are enough.
        """
        table, select = _table_of(one), one.find_ancestor(exp.Select)
        [branch, *more], other = one.args["ifs"], one.args.get("default")
        if table is None or more or select is None or select.args.get("limit") or other != exp.false():
            return super().case_sql(one)
        heard = any(call.name == HEARS for call in branch.this.find_all(exp.Anonymous))
        sound = branch.args["true"]
        if not heard or not any(column.name.startswith(SOUNDING) for column in sound.find_all(exp.Column)):
            return super().case_sql(one)
        return _apart(table, f"{self.sql(branch.this)} AND {self.sql(sound)}")

    def _sql__hears(self, one: exp.Anonymous) -> str:
        bits = f"toInt128('{one.expressions[0].name}')"  # as a number of more than 64 bits it would be inexact
        return f"bitAnd({HEARD}, {bits}) = {bits}"

    def _sql__zipped(self, one: exp.Anonymous) -> str:
        return f"arrayJoin(arrayZip({self.expressions(one, flat=True)}))"

    def _sql__one_of(self, one: exp.Anonymous) -> str:
        return f"tupleElement({self.expressions(one, flat=True)})"

    def _sql_list(self, one: exp.Anonymous) -> str:
        inner = one.expressions[0]
        if isinstance(inner, exp.Distinct):
            return f"groupUniqArray({self.expressions(inner, flat=True)})"
        return f"groupArray({self.sql(inner)})"

    def _sql_list_filter(self, one: exp.Anonymous) -> str:
        return self._over("arrayFilter", one, "coalesce({}, false)")

    def _sql_list_transform(self, one: exp.Anonymous) -> str:
        return self._over("arrayMap", one, "{}")

    def _over(self, name: str, one: exp.Anonymous, form: str) -> str:
        """A function over a list; with a second argument each entry's place, from 1."""
        listed, made = one.expressions
        names = [self.sql(argument) for argument in made.expressions]
        body = form.format(self.sql(made.this))
        values = self.sql(listed)
        given = values if len(names) == 1 else f"{values}, arrayEnumerate({values})"
        return f"{name}(({', '.join(names)}) -> {body}, {given})"

    # Expressions

    def in_sql(self, one: exp.In) -> str:
        """As usual; the code of a first character is compared as that character."""
        inner = one.this
        if isinstance(inner, exp.Anonymous) and inner.name.lower() == "unicode":
            characters = (exp.Literal.string(chr(int(code.name))) for code in one.expressions)
            return f"substringUTF8({self.sql(inner.expressions[0])}, 1, 1) IN ({', '.join(map(self.sql, characters))})"
        return super().in_sql(one)

    def comprehension_sql(self, one: exp.Comprehension) -> str:
        """``[made FOR each IN list]``."""
        return f"arrayMap({self.sql(one.expression)} -> {self.sql(one.this)}, {self.sql(one.args['iterator'])})"

    def array_sql(self, one: exp.Array) -> str:
        """A list of values, or one that is made of another."""
        if len(one.expressions) == 1 and isinstance(one.expressions[0], exp.Comprehension):
            return self.sql(one.expressions[0])
        return f"[{self.expressions(one, flat=True)}]"

    def bracket_sql(self, one: exp.Bracket) -> str:
        """An entry by its place, or a stretch of a list."""
        listed, place = self.sql(one.this), one.expressions[0]
        if not isinstance(place, exp.Slice):
            return f"arrayElement({listed}, {self.sql(place)})"
        begin, end = place.this, place.expression
        if end is None:
            return f"arraySlice({listed}, {self.sql(begin)})"
        first = self.sql(begin) if begin is not None else "1"
        return f"arraySlice({listed}, {first}, greatest(({self.sql(end)}) - ({first}) + 1, 0))"

    def struct_sql(self, one: exp.Struct) -> str:
        """A small table by the order of its parts; a cast around it tells their names."""
        parts = (part.expression if isinstance(part, exp.PropertyEQ) else part for part in one.expressions)
        return f"tuple({', '.join(map(self.sql, parts))})"

    def boolean_sql(self, one: exp.Boolean) -> str:
        """As it is written."""
        return "true" if one.this else "false"

    def dpipe_sql(self, one: exp.DPipe) -> str:
        """Texts put together."""
        return f"concat({', '.join(self.sql(part) for part in one.flatten())})"

    def intdiv_sql(self, one: exp.IntDiv) -> str:
        """Whole numbers."""
        return f"intDiv({self.sql(one.this)}, {self.sql(one.expression)})"

    def div_sql(self, one: exp.Div) -> str:
        """As it is written."""
        return self.binary(one, "/")

    def add_sql(self, one: exp.Add) -> str:
        """An interval that depends is added in each case: those of several units have no type in common."""
        right = one.expression
        if not isinstance(right, exp.Case) or not right.find(exp.Interval):
            return super().add_sql(one)
        cases = right.copy()
        for branch in cases.args["ifs"]:
            branch.set("true", exp.Add(this=one.this.copy(), expression=branch.args["true"].copy()))
        if other := cases.args.get("default"):
            cases.set("default", exp.Add(this=one.this.copy(), expression=other.copy()))
        return self.sql(cases)

    def interval_sql(self, one: exp.Interval) -> str:
        """A number of units."""
        return f"toInterval{str(one.unit).capitalize()}({one.this.name})"

    def cast_sql(self, one: exp.Cast, safe_prefix: str | None = None) -> str:
        """Into a type that may be absent; a parameter with a type is of that type at once."""
        del safe_prefix
        to = clickhouse_type(one.to.sql(dialect="duckdb"))
        inner = one.this
        if isinstance(inner, exp.Column) and inner.name.startswith(PARAMETER) and to.startswith("Array"):
            return self._parameter(inner.name, to)
        if is_flag(inner) and one.to.this != exp.DType.BOOLEAN:
            inner = exp.Cast(this=inner.copy(), to=exp.DataType(this=exp.DType.BOOLEAN))
        return f"CAST({self.sql(inner)} AS {to})"

    def trycast_sql(self, one: exp.TryCast) -> str:
        """As ``cast_sql``; NULL for what is none."""
        to = clickhouse_type(one.to.sql(dialect="duckdb"))
        return f"accurateCastOrNull({self.sql(one.this)}, '{to.removeprefix('Nullable(').removesuffix(')')}')"

    # Statements

    def ordered_sql(self, one: exp.Ordered) -> str:
        """A text in the order of a language has its collation behind everything else."""
        found = super().ordered_sql(one)
        sorts = (call for call in one.find_all(exp.Anonymous) if call.name.lower() == "icu_sort_key")
        language = next((self.sql(call.expressions[1]) for call in sorts), "")
        if not language:
            return found
        if " NULLS " not in found:
            found += " NULLS LAST"
        return f"{found} COLLATE {language}"

    def star_sql(self, one: exp.Star) -> str:
        """All columns but that of a kept table's row, which nobody means."""
        found = super().star_sql(one)
        return (
            found
            if isinstance(one.parent, exp.Anonymous)
            else f"{found} EXCEPT ('^({ROW}|{KEY}[0-9]+|{VALUE}[0-9]+)$')"
        )

    def create_sql(self, one: exp.Create) -> str:
        """A table that is kept for a while, with the row of each of its rows."""
        replaced = "OR REPLACE " if one.args.get("replace") else ""
        rows = f"SELECT rowNumberInAllBlocks() AS {ROW}, * FROM ({self.sql(one.expression)})"
        return f"CREATE {replaced}TEMPORARY TABLE {self.sql(one.this)} ENGINE = Memory AS {rows}"

    def insert_sql(self, one: exp.Insert) -> str:
        """Further rows of such a table."""
        rows = f"SELECT rowNumberInAllBlocks() AS {ROW}, * FROM ({self.sql(one.expression)})"
        return f"INSERT INTO {self.sql(one.this)} {rows}"

    def offset_sql(self, one: exp.Offset) -> str:
        """Not where it says nothing but in which order DuckDB is to work."""
        return "" if one.expression.name == "0" else super().offset_sql(one)
