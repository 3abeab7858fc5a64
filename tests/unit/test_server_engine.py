"""A server as the engine, without one: what it is sent, and what becomes of what it says."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from cq_tui import language
from cq_tui.query.columns import own_text
from cq_tui.query.folding import folded
from cq_tui.store.engine.cancellation import Cancellation, Cancelled
from cq_tui.store.engine.clickhouse.connection import ServerError, parameter, parameter_type
from cq_tui.store.engine.clickhouse.dialect import spelt
from cq_tui.store.engine.clickhouse.differences import differences
from cq_tui.store.engine.clickhouse.engine import ServerEngine
from cq_tui.store.engine.clickhouse.generator import Unspelt
from cq_tui.store.engine.clickhouse.rows import rows
from cq_tui.store.engine.clickhouse.schema import create_tables, create_views
from cq_tui.store.engine.clickhouse.text_index import Asked
from cq_tui.store.engine.clickhouse.types import clickhouse_type
from cq_tui.store.engine.copy_form import CopyForm
from cq_tui.store.engine.errors import QueryError

from tests.shipped import kinds


@dataclass
class Scripted:
    """A connection that answers by a script, and keeps what it was sent."""

    answer: bytes = b""
    error: ServerError | None = None
    sent: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)
    cancels: Cancellation | None = None

    @contextmanager
    def lines(self, sql: str, parameters: Mapping[str, str], question: str) -> Iterator[Iterator[bytes]]:
        del question
        self.sent.append((sql, dict(parameters)))
        if self.cancels:
            self.cancels.cancel()
        if self.error:
            raise self.error
        yield iter([self.answer[:7], self.answer[7:]])

    def insert(self, table: str, columns: Sequence[str], rows: Iterator[bytes]) -> None:
        raise NotImplementedError

    def stop(self, question: str) -> None:
        self.stopped.append(question)

    def close(self) -> None:
        pass


def engine(connection: Scripted) -> ServerEngine:
    return ServerEngine(kinds(), connection, "session")


@pytest.mark.parametrize(
    ("sql", "wanted"),
    [
        ("SELECT lower(a), length(a), len(l) FROM _x",
         "SELECT lowerUTF8(replaceAll(a, 'İ', 'i')), lengthUTF8(a), length(l) FROM _x"),
        ("SELECT a || b || 'c\\d' FROM _x", "SELECT concat(a, b, 'c\\\\d') FROM _x"),
        ("SELECT l[-1], l[2:], l[1:n - 1] FROM _x",
         "SELECT arrayElement(l, -1), arraySlice(l, 2), arraySlice(l, 1, greatest((n - 1) - (1) + 1, 0)) FROM _x"),
        ("SELECT [_x.\"id\" FOR _x IN l] FROM _x", 'SELECT arrayMap(_x -> _x."id", l) FROM _x'),
        ("SELECT list_filter(l, lambda _e, _n: _e.a = _n) FROM _x",
         "SELECT arrayFilter((_e, _n) -> coalesce(_e.a = _n, false), l, arrayEnumerate(l)) FROM _x"),
        ("SELECT a > 1 FROM _x", "SELECT CAST(a > 1 AS Nullable(Bool)) FROM _x"),
        ("SELECT count(*) FILTER (a IS NULL) FROM _x", "SELECT count(*) FILTER(WHERE a IS NULL) FROM _x"),
        ("SELECT id FROM \"deals\"", 'SELECT id FROM "deals" ORDER BY "deals"."_position"'),
        ("(SELECT id FROM \"deals\" LIMIT 64)", '(SELECT id FROM "deals" ORDER BY "deals"."_position" LIMIT 64)'),
        ("(SELECT a FROM \"deals\" LIMIT 6) UNION ALL (SELECT b FROM \"deals\" LIMIT 6)",
         '(SELECT a FROM "deals" ORDER BY "deals"."_position" LIMIT 6) UNION ALL '
         '(SELECT b FROM "deals" ORDER BY "deals"."_position" LIMIT 6)'),
        ("SELECT n FROM _x ORDER BY icu_sort_key(n, 'zh') DESC",
         "SELECT n FROM _x ORDER BY n DESC NULLS LAST COLLATE 'zh'"),
        ("SELECT a FROM _kept_7 WHERE p BETWEEN 3 AND 90", "SELECT a FROM _kept_7 WHERE p BETWEEN 3 AND 90"),
        ("SELECT printf('%04d-Q%d', a, b) FROM _x",
         "SELECT concat('', leftPad(toString(a), 4, '0'), '-Q', toString(b), '') FROM _x"),
        ("SELECT a FROM _x AS t ORDER BY \"all\"", 'SELECT a FROM _x AS t ORDER BY "t"."all"'),
        ("SELECT a FROM _x ORDER BY ALL", "SELECT a FROM _x ORDER BY ALL"),
        ("SELECT unnest(a) AS x, unnest(b) AS y",
         "SELECT tupleElement(arrayJoin(arrayZip(a, b)), 1) AS x, tupleElement(arrayJoin(arrayZip(a, b)), 2) AS y"),
    ],
)  # fmt: skip
def test_statements_are_spelt(sql: str, wanted: str) -> None:
    assert spelt(sql, ()).sql == wanted


_EXACT = "(position(_text_a, {p0:String}) > 0)"
_SOUGHT = 'SELECT id FROM "deals" WHERE contains(_text_a, ?) OR b'


@pytest.mark.parametrize(
    ("sql", "hint", "wanted"),
    [
        (_SOUGHT, Asked(2),
         f"(hasAllTokens(_folded_a, {{g0:Array(String)}}, 'ngrams(2)') AND {_EXACT}) OR b"),
        (_SOUGHT, Asked(1),
         f"(hasAllTokens(arrayDistinct(ngrams(_folded_a, 1)), {{g0:Array(String)}}) AND {_EXACT}) OR b"),
        (_SOUGHT, Asked(2, is_apart=True), '(_position IN (SELECT _position FROM "deals" WHERE (hasAllTokens('),
        (_SOUGHT, Asked(2, is_nowhere=True), "WHERE false OR b"),
        (_SOUGHT.replace("contains(_text_a, ?)", "CASE WHEN b THEN contains(_text_a, ?) ELSE false END"), Asked(2),
         "CASE WHEN b THEN (position(_text_a, {p0:String}) > 0) ELSE false END OR b"),
        (_SOUGHT.replace('"deals"', "_kept_1"), Asked(2), "WHERE (position(_text_a, {p0:String}) > 0) OR b"),
        (_SOUGHT.replace("_text_a", "_names"), Asked(2), "WHERE (position(_names, {p0:String}) > 0) OR b"),
    ],
)  # fmt: skip
def test_an_index_is_asked_beside_what_is_sought(sql: str, hint: Asked, wanted: str) -> None:
    assert wanted in spelt(sql, ("String",), ((0, hint),)).sql


def test_what_sounds_somewhere_is_asked_apart_unless_the_first_are_enough() -> None:
    bits = "1267650600228229401496703205376"
    sounds = f"CASE WHEN (_heard & {bits} = {bits}) THEN regexp_matches(_sounding_a, ?) ELSE false END"
    all_of_them = spelt(f'SELECT id FROM "deals" WHERE a OR {sounds}', ("String",)).sql
    within = f"(bitAnd(_heard, toInt128('{bits}')) = toInt128('{bits}')) AND match(_sounding_a, {{p0:String}})"
    assert f'(_position IN (SELECT _position FROM "deals" WHERE {within}))' in all_of_them
    first = spelt(f'SELECT id FROM "deals" WHERE a OR {sounds} LIMIT 64', ("String",)).sql
    assert "CASE WHEN (bitAnd(" in first
    assert " IN (" not in first


@pytest.mark.parametrize(("count", "wanted"), [(0, "WHERE false"), (3, " IN (SELECT"), (90_000, "WHERE (hasAllTokens")])
def test_the_index_says_first_how_many_may_hold_a_word(count: int, wanted: str) -> None:
    connection = Scripted(f'["a"]\n["UInt64"]\n[{count}]\n'.encode())
    asked = ServerEngine(kinds(), connection, "session", indexed=True)
    sought = f'SELECT count(*) FROM "deals" WHERE contains({own_text(kinds()["deals"])}, ?)'
    asked.ask(sought, ["西南鋁"])
    asked.ask(sought, ["西南鋁"])
    (first, given), *rest = connection.sent
    assert first.startswith('SELECT count() FROM "deals" WHERE hasAllTokens(_folded_')
    assert given == {"g": f"['西南','{folded('南铝')}']"}
    assert len(rest) == 2
    assert all(wanted in sql for sql, _given in rest)


@pytest.mark.parametrize(
    ("rows", "is_asked"),
    [
        ('SELECT _position FROM "deals" WHERE coalesce((contains({text}, ?)), false) LIMIT 64', False),
        ('(SELECT _position FROM "deals" WHERE (contains({text}, ?)) OR false LIMIT 64)', False),
        ("SELECT _position FROM \"deals\" WHERE id = 'a' OR contains({text}, ?) LIMIT 64", True),
        ('SELECT _position FROM "deals" WHERE NOT (contains({text}, ?)) LIMIT 64', True),
        ('SELECT count(*) FROM "deals" WHERE contains({text}, ?)', True),
    ],
)
def test_rows_that_the_index_says_are_none_are_not_asked(rows: str, *, is_asked: bool) -> None:
    connection = Scripted(b'["a"]\n["UInt64"]\n[0]\n')
    asked = ServerEngine(kinds(), connection, "session", indexed=True)
    found = asked.ask(rows.format(text=own_text(kinds()["deals"])), ["西南鋁"])
    assert (len(connection.sent), found) == ((2, [(0,)]) if is_asked else (1, []))


def test_what_has_no_spelling_is_refused() -> None:
    with pytest.raises(Unspelt, match="soundex"):
        spelt("SELECT soundex(a) FROM x", ())


def test_a_kept_table_has_the_row_of_each_row() -> None:
    made = spelt("CREATE TABLE _kept_3 AS SELECT a FROM _kept_2 ORDER BY a", ()).sql
    rows = "SELECT rowNumberInAllBlocks() AS rowid, * FROM (SELECT a FROM _kept_2 ORDER BY a)"
    assert made == f"CREATE TEMPORARY TABLE _kept_3 ENGINE = Memory AS {rows}"


def test_a_look_up_is_a_join() -> None:
    sql = spelt("SELECT (SELECT o.n FROM others AS o WHERE o.id = mine) AS a, count(*) FROM x GROUP BY ALL", ()).sql
    join = "LEFT ANY JOIN (SELECT o.id AS _key_0, o.n AS _found_0 FROM others AS o) AS _lookup_0 ON mine = _key_0"
    assert sql == f"SELECT _found_0 AS a, count(*) FROM x {join} GROUP BY ALL"


@pytest.mark.parametrize(
    ("value", "type_", "text"),
    [
        ("it's\\\t\n", "String", "it's\\\\\\t\\n"),
        (["it's", "b\\"], "Array(String)", "['it\\'s','b\\\\']"),
        (["a", None], "Array(Nullable(String))", "['a',NULL]"),
        ([["a"], [], ["b", None]], "Array(Array(Nullable(String)))", "[['a'],[],['b',NULL]]"),
        (3, "Int64", "3"),
        (True, "Bool", "true"),
        (Decimal("1.250"), "Decimal(38, 3)", "1.250"),
        (Decimal("1E+3"), "Decimal(38, 0)", "1000"),
        (date(2025, 1, 2), "Date32", "2025-01-02"),
        (None, "Nullable(String)", "\\N"),
    ],
)
def test_parameters_are_sent_by_their_types(value: Any, type_: str, text: str) -> None:
    assert (parameter_type(value), parameter(value)) == (type_, text)


def test_what_was_typed_is_no_part_of_the_statement() -> None:
    connection = Scripted()
    engine(connection).ask('SELECT id FROM "deals" WHERE regexp_matches(n, ?) AND a = ?', ["a.b'; DROP", "x.y"])
    [(sql, parameters)] = connection.sent
    assert "DROP" not in sql
    assert parameters == {"p0": "(?-s)a.b'; DROP", "p1": "x.y"}


def test_values_are_those_of_python() -> None:
    types = (
        '["Int64","Nullable(Decimal(38, 4))","Nullable(Date32)","Nullable(Time64(6))","Bool",'
        '"Array(Tuple(zh Nullable(String), on Nullable(Date32)))","Tuple(String, Decimal(9, 1))"]'
    )
    answer = (
        f'["a","b","c","d","e","f","g"]\n{types}\n'
        '[1,"12.5","2025-01-02","09:00:00.000000",true,[{"zh":"甲","on":"2025-01-03"}],["x","1"]]\n'
        "[2,null,null,null,false,[],[\"y\",\"2\"]]\n"
    )  # fmt: skip
    pieces = [answer.encode()[at : at + 11] for at in range(0, len(answer.encode()), 11)]
    assert list(rows(pieces)) == [
        (1, Decimal("12.5000"), date(2025, 1, 2), time(9), True, [{"zh": "甲", "on": date(2025, 1, 3)}],
         ("x", Decimal("1.0"))),
        (2, None, None, None, False, [], ("y", Decimal("2.0"))),
    ]  # fmt: skip


def test_lines_of_csv_are_those_of_the_other_engine() -> None:
    connection = Scripted(b'["a","b"]\n["String","Nullable(String)"]\n["x, \\"y\\"",null]\n["#z","1"]\n')
    found = b"".join(engine(connection).copy("SELECT a, b FROM x", CopyForm.CSV, Cancellation()))
    assert found == b'"x, ""y""",\n#z,1\n'


@pytest.mark.parametrize(
    ("code", "memory", "said"),
    [(241, True, "takes more memory"), (427, False, "repeats too much"), (62, False, "Code: 62. Syntax error")],
)
def test_what_a_server_refuses_is_one_line(code: int, memory: bool, said: str) -> None:
    connection = Scripted(error=ServerError(f"Code: {code}. Syntax error\nmore", code))
    with pytest.raises(QueryError, match=said) as told:
        engine(connection).ask("SELECT 1")
    assert told.value.memory is memory


def test_a_question_is_ended_on_the_server_too() -> None:
    cancellation = Cancellation()
    connection = Scripted(error=ServerError("Code: 394. Query was cancelled", 394), cancels=cancellation)
    with pytest.raises(Cancelled):
        engine(connection).ask("SELECT 1", (), cancellation)
    [stopped] = connection.stopped
    assert stopped.startswith("session-")


def test_a_session_that_the_server_has_ended_is_told() -> None:
    connection = Scripted(error=ServerError("host: Unknown table expression identifier '_kept_3'", 60))
    with pytest.raises(QueryError, match="The server has forgotten what was found; R asks again"):
        engine(connection).ask("SELECT p FROM _kept_3")


def test_tables_are_made_of_the_kinds() -> None:
    made = list(create_tables(kinds(), indexed=True))
    assert len(made) == len(kinds()) + 1
    views = list(create_views(kinds()))
    assert [sum(word in view for view in views) for word in ("_of_", "_called_")] == [len(kinds())] * 2
    [deals] = [one for one in made if one.startswith('CREATE TABLE "deals"')]
    assert '"amount" Nullable(Decimal(38, 4))' in deals
    assert '"parties" Array(Nullable(Tuple(' in deals
    assert deals.endswith("ENGINE = MergeTree ORDER BY _position")
    assert "TYPE text" in deals
    assert not any("TYPE text" in one for one in create_tables(kinds(), indexed=False))


def test_types_of_types() -> None:
    assert clickhouse_type('STRUCT("a" VARCHAR, "b" DECIMAL(38, 4)[])[]') == (
        'Array(Nullable(Tuple("a" Nullable(String), "b" Array(Nullable(Decimal(38, 4))))))'
    )


def test_what_is_dropped_in_the_middle_of_an_answer_waits_for_the_next_table() -> None:
    connection = Scripted(b'["a"]\n["Int64"]\n[1]\n[2]\n')
    asked = engine(connection)
    batches = asked.stream("SELECT a FROM _x", Cancellation())
    next(batches)
    collecting = Thread(target=asked.drop, args=("_kept_7",))  # garbage is collected in whatever thread makes it
    collecting.start()
    collecting.join(10)
    assert not collecting.is_alive()
    assert [sql for sql, _given in connection.sent] == ["SELECT a FROM _x"]
    assert [*batches] == []
    asked.ask("SELECT b FROM _x")
    asked.ask("CREATE TABLE _kept_8 AS SELECT c FROM _x")
    asked.ask("CREATE TABLE _kept_9 AS SELECT c FROM _x")
    assert [sql.partition(" ENGINE")[0] for sql, _given in connection.sent[1:]] == [
        "SELECT b FROM _x",
        "DROP TEMPORARY TABLE IF EXISTS _kept_7",
        "CREATE TEMPORARY TABLE _kept_8",
        "CREATE TEMPORARY TABLE _kept_9",
    ]


def test_docs_tell_the_differences_that_the_help_tells() -> None:
    told = (Path(__file__).parents[2] / "docs/server.md").read_text("utf-8")
    language.use("en")
    assert [one for one in differences() if f"- {one}\n" not in told] == []
