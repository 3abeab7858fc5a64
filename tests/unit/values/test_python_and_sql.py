"""Every rule of every field type says the same in Python and in SQL, over made values and over any cells."""

import json
from collections.abc import Sequence
from typing import Any, Literal

import duckdb
import pytest
from cq_tui.language import current, use
from cq_tui.schema.field import Field
from cq_tui.schema.flat import cells_of, sql_plain, tree_of
from cq_tui.schema.plain import of_plain
from cq_tui.schema.plain import plain as as_json_holds
from cq_tui.schema.text import Text
from cq_tui.values.blanks import Blanks
from cq_tui.values.clean import clean, clean_tree, sql_cleaned
from cq_tui.values.formulas import Formulas
from cq_tui.values.languages import is_chinese, sql_is_chinese
from cq_tui.values.lists_in_cells import CellList
from cq_tui.values.nothing import is_nothing, sql_says_something
from cq_tui.values.numbers import quantity
from cq_tui.values.sql import Sql, any_of, identifier, literal
from cq_tui.values.types.base import FieldType
from cq_tui.values.types.parts import sql_refused
from cq_tui.values.types.text import BilingualText
from cq_tui.values.usual_amounts import UsualAmounts
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.unit.made_values import HARD, MADE, values
from tests.unit.values.every_type import FIELDS, IDS, Everything, all_types, plain, subclasses

few = settings(
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    max_examples=10,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
connection = duckdb.connect(":memory:")
STORED = [field for field in FIELDS if field.name not in ("id", "cites", "note")]
PIECES = [
    *HARD,
    "a",
    "works",
    "works:exact",
    "7",
    "-1.50",
    "true",
    "2025-11-19",
    "09:00",
    "https://x.cn/",
    "CN",
    "XI-LEI:00example000000000 62",
    "CN-USCC:1",
    "\x02",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)


Row = dict[str, tuple[Any, str]]
"""Values by name, each with its type in the engine."""


def asked_of_each(expressions: Sequence[Sql], rows: Sequence[Row]) -> list[list[Any]]:
    """What the engine makes of expressions over rows; one statement for all of them, for reading it takes the time."""
    types = {name: type_ for name, (_value, type_) in rows[0].items()}
    struct = ", ".join(f"{identifier(name)} {type_}" for name, type_ in types.items())
    chosen = ", ".join(f"({one})" for one in expressions)
    given_rows = [{name: value for name, (value, _type) in row.items()} for row in rows]
    source = f"(SELECT unnest(r) FROM (SELECT unnest(?::STRUCT({struct})[]) AS r))"
    return [list(row) for row in connection.execute(f"SELECT {chosen} FROM {source}", [given_rows]).fetchall()]


def asked(expressions: Sequence[Sql], row: Row) -> list[Any]:
    """As ``asked_of_each``, of one row."""
    return asked_of_each(expressions, [row])[0]


def made_records() -> st.SearchStrategy[list[Everything]]:
    """Several records, which share a statement."""
    trees = st.fixed_dictionaries(
        {"id": st.just("one"), "text": values(TEXT, IDS)},
        optional={field.name: values(field.type, IDS) for field in STORED if field.name != "text"},
    )
    one = trees.map(_record).filter(lambda record: record is not None)
    return st.lists(one, min_size=1, max_size=8)  # type: ignore[arg-type]


TEXT = next(field.type for field in FIELDS if field.name == "text")


def _record(tree: dict[str, Any]) -> Everything | None:
    tree = tree | ({"currency": "CNY"} if "amount" in tree else {})
    if "amount" not in tree:
        tree.pop("currency", None)
    try:
        return Everything.model_validate(clean_tree(tree))
    except ValidationError:
        return None


def of(record: Everything) -> Row:
    return {field.name: (plain(getattr(record, field.name)), field.type.sql_type) for field in STORED}


def test_there_is_a_made_value_of_every_type() -> None:
    every = {one for one in subclasses(FieldType) if not getattr(one, "__abstractmethods__", None)}
    assert {type(one) for one in all_types()} == every == set(MADE)


@few
@given(made_records())
def test_values_are_spelt_alike(records: list[Everything]) -> None:
    cells = [[cell for field in STORED for cell in cells_of(field, getattr(one, field.name))] for one in records]
    spelt = [one for field in STORED for one in field.type.sql_spell(identifier(field.name))]
    assert asked_of_each(spelt, list(map(of, records))) == cells


@few
@given(made_records())
def test_what_was_checked_once_is_the_same_when_json_gives_it_back(records: list[Everything]) -> None:
    kept = json.loads(json.dumps([as_json_holds(one) for one in records]))
    assert [repr(of_plain(Everything, one)) for one in kept] == [repr(one) for one in records]


@few
@given(made_records())
def test_what_is_spelt_is_read_again(records: list[Everything]) -> None:
    cells = [cells_in_a_file(one) for one in records]
    assert [Everything.model_validate({"id": "one"} | tree_of(tuple(STORED), one)) for one in cells] == records
    assert read_by_engine(cells) == [[*values_of(one), False] for one in records]


def cells_in_a_file(record: Everything) -> dict[str, str]:
    return {
        name: Formulas.defused(cell) if not field.type.is_typed else cell
        for field in STORED
        for name, cell in zip(field.column_names, cells_of(field, getattr(record, field.name)), strict=True)
    }


def values_of(record: Everything) -> list[Any]:
    return [plain(getattr(record, field.name)) for field in STORED]


def read_by_engine(cells: list[dict[str, str]]) -> list[list[Any]]:
    """The values that rows of cells spell, and whether a cell spells none."""
    names = list(cells[0])
    plain_cells = [sql_plain(field, identifier(name)) for field in STORED for name in field.column_names]
    texts = asked_of_each(plain_cells, [{name: (cell, "VARCHAR") for name, cell in row.items()} for row in cells])
    own = [[identifier(name) for name in field.column_names] for field in STORED]
    unread = [one for field, columns in zip(STORED, own, strict=True) if (one := field.type.sql_unread(columns))]
    read = [field.type.sql_read(columns) for field, columns in zip(STORED, own, strict=True)]
    rows: list[Row] = [{name: (cell, "VARCHAR") for name, cell in zip(names, row, strict=True)} for row in texts]
    found = asked_of_each([*read, any_of(unread)], rows)
    return [[*(_default(field, one) for field, one in zip(STORED, row[:-1], strict=True)), row[-1]] for row in found]


def _default(field: Field, value: Any) -> Any:
    return plain(field.default) if value is None and field.default is not None else value


@few
@given(st.data())
def test_cells_of_anything_are_read_or_refused_alike(data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(STORED))
    cells = {name: clean(data.draw(TEXTS)) for one in STORED for name in one.column_names if one is field}
    tree = tree_of((field,), cells)
    names = [identifier(name) for name in cells]
    plain_values = asked([sql_plain(field, name) for name in names], {n: (c, "VARCHAR") for n, c in cells.items()})
    given_ = {name: (cell, "VARCHAR") for name, cell in zip(cells, plain_values, strict=True)}
    value, unread = asked([field.type.sql_read(names), field.type.sql_unread(names) or "false"], given_)
    (judged,) = asked([any_of(sql_refused(field, "v"))], {"v": (value, field.type.sql_type)})
    try:
        model = Everything.model_validate({"id": "one", "text": {"zh": "一"}} | pair(field, tree))
    except ValidationError:
        assert unread or judged or refused_apart(field, value)
    else:
        missing = field.required and not tree
        assert (bool(unread), judged) == (False, missing)
        if not missing:
            assert _default(field, value) == plain(getattr(model, field.name))


def refused_apart(field: Field, value: Any) -> bool:
    """Whether a value, or an entry of a list, is refused by what SQL leaves to Python."""
    entries = value if field.is_list else [value]
    return field.type.is_judged_apart and any(field.type.refuses(one) for one in entries if one is not None)


def pair(field: Field, tree: dict[str, Any]) -> dict[str, Any]:
    """An amount has a currency beside it, and a currency an amount."""
    other = {"amount": {"currency": "CNY"}, "currency": {"amount": 1}}.get(field.name, {})
    return tree | other if tree else tree


@few
@given(made_records())
def test_values_leave_the_engine_as_they_are(records: list[Everything]) -> None:
    rows, names = list(map(of, records)), [identifier(field.name) for field in STORED]
    cleaned, taken, there = (
        asked_of_each([getattr(field.type, how)(name) for field, name in zip(STORED, names, strict=True)], rows)
        for how in ("sql_clean", "sql_take", "sql_present")
    )
    assert cleaned == taken == [values_of(one) for one in records]
    assert there == [[value not in (None, []) for value in values_of(one)] for one in records]
    refused = [any_of(sql_refused(field, name)) for field, name in zip(STORED, names, strict=True)]
    assert asked_of_each(refused, rows) == [[False] * len(STORED)] * len(records)


@few
@given(made_records())
def test_a_value_is_a_literal(records: list[Everything]) -> None:
    present = [field for field in STORED if getattr(records[0], field.name) is not None]
    values_ = [getattr(records[0], field.name) for field in present]
    literals = [field.type.sql_literal(value) for field, value in zip(present, values_, strict=True)]
    assert asked(literals, {"x": (1, "INT")}) == [plain(one) for one in values_]


@few
@given(st.text(max_size=10) | TEXTS)
def test_rules_of_texts_say_the_same(text: str) -> None:
    text = clean(text)
    found = asked(
        [
            Blanks.sql_stripped("t"), Formulas.sql_defused("t"), CellList.sql_guarded("t"),
            CellList.sql_guarded("t", parts=True), f"list_transform({CellList.sql_entries('t')}, "
            f"lambda e: {CellList.sql_released('e')})", sql_cleaned("t"),
        ],
        {"t": (text, "VARCHAR")},
    )  # fmt: skip
    assert found == [
        Blanks.stripped(text),
        Formulas.defused(text),
        CellList.guarded(text),
        CellList.guarded(text, parts=True),
        list(map(CellList.released, CellList.entries(text))) if text else [],
        text,
    ]
    assert Formulas.fused(Formulas.defused(text)) == text
    assert asked([literal(text)], {"x": (1, "INT")}) == [text]


AMOUNTS = st.lists(st.sampled_from([*"$€£ ,.0123456789", ",000", "1,234", "¥", "万"]), max_size=6).map("".join)


@few
@given(st.lists(AMOUNTS | TEXTS, min_size=1, max_size=40))
def test_usual_amounts_and_words_are_read_alike(texts: list[str]) -> None:
    rows: list[Row] = [{"t": (clean(text).strip(), "VARCHAR")} for text in texts]
    expressions = [
        UsualAmounts.sql_is_usual("t"), UsualAmounts.sql_number("t"), UsualAmounts.sql_currency("t", ""),
        UsualAmounts.sql_has_sign("t"), sql_is_chinese("t"), sql_says_something("t"),
    ]  # fmt: skip
    for row, (usual, number, currency, signed, chinese, says) in zip(
        rows, asked_of_each(expressions, rows), strict=True
    ):
        text = row["t"][0]
        currency = currency or ("$" if usual and text.startswith("$") else "")  # whose dollars, only the list tells
        assert UsualAmounts.read(text) == ((number, currency) if usual else None)
        assert (not usual) or signed is bool(currency)
        assert chinese is is_chinese(text)
        assert says is not is_nothing(text) or not text.isascii()


@pytest.mark.parametrize("text", ["1,740", "$1,740.25", "€ 12", "999999999999.9999", "0"])
def test_usual_amounts_are_what_the_reader_of_all_ways_reads(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = quantity(text)
    assert UsualAmounts.read(text) == (usual.value, usual.currency)
    monkeypatch.setattr(UsualAmounts, "read", lambda _text: None)
    assert quantity(text) == usual


@few
@given(made_records())
def test_amounts_alone_are_summed(records: list[Everything]) -> None:
    sums = [field.type.sql_sum(identifier(field.name)) for field in STORED]
    amounts = [one.amount for one in records if one.amount is not None]
    expected = [(sum(amounts) if amounts else None) if field.type.is_money else None for field in STORED]
    assert asked_of_each(sums, list(map(of, records))) == [expected]


@few
@given(texts=st.lists(values(TEXT, IDS), min_size=1, max_size=10), language=st.sampled_from(["zh", "en"]))
def test_texts_are_chosen_alike(texts: list[dict[str, str]], language: Literal["zh", "en"]) -> None:
    made = [Text.model_construct(**one) for one in (*texts, {"zh": "", "en": ""})]
    rows: list[Row] = [{"t": (plain(one), TEXT.sql_type)} for one in made]
    before = current()
    use(language)
    try:
        found = asked_of_each([BilingualText.sql_chosen("t"), BilingualText.sql_is_empty("t")], rows)
        assert found == [[BilingualText.chosen(one), BilingualText.is_empty(one)] for one in made]
    finally:
        use(before)
