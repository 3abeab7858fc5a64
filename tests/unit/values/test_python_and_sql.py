"""Every rule of every field type says the same in Python and in SQL, over made values and over any cells."""

from collections.abc import Sequence
from typing import Any

import duckdb
from cq_tui.schema.field import Field
from cq_tui.schema.flat import cells_of, sql_plain, tree_of
from cq_tui.values.blanks import Blanks
from cq_tui.values.clean import clean, clean_tree, sql_cleaned
from cq_tui.values.formulas import Formulas
from cq_tui.values.lists_in_cells import CellList
from cq_tui.values.sql import Sql, any_of, identifier, literal
from cq_tui.values.types.base import FieldType
from cq_tui.values.types.parts import sql_refused
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.unit.made_values import HARD, MADE, values
from tests.unit.values.every_type import FIELDS, IDS, Everything, all_types, plain, subclasses

few = settings(
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    max_examples=25,
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
    "\x02",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)


def asked(expressions: Sequence[Sql], given_: dict[str, tuple[Any, str]]) -> list[Any]:
    """What the engine makes of expressions over named values, each with its type."""
    columns = ", ".join(f"CAST(? AS {type_}) AS {identifier(name)}" for name, (_one, type_) in given_.items())
    chosen = ", ".join(f"({one})" for one in expressions)
    found = connection.execute(f"SELECT {chosen} FROM (SELECT {columns})", [one for one, _type in given_.values()])
    return list(found.fetchone() or ())


def made_records() -> st.SearchStrategy[Everything]:
    trees = st.fixed_dictionaries(
        {"id": st.just("one"), "text": values(TEXT, IDS)},
        optional={field.name: values(field.type, IDS) for field in STORED if field.name != "text"},
    )
    return trees.map(_record).filter(lambda record: record is not None)  # type: ignore[return-value]


TEXT = next(field.type for field in FIELDS if field.name == "text")


def _record(tree: dict[str, Any]) -> Everything | None:
    tree = tree | ({"currency": "CNY"} if "amount" in tree else {})
    if "amount" not in tree:
        tree.pop("currency", None)
    try:
        return Everything.model_validate(clean_tree(tree))
    except ValidationError:
        return None


def of(record: Everything) -> dict[str, tuple[Any, str]]:
    return {field.name: (plain(getattr(record, field.name)), field.type.sql_type) for field in STORED}


def test_there_is_a_made_value_of_every_type() -> None:
    every = {one for one in subclasses(FieldType) if not getattr(one, "__abstractmethods__", None)}
    assert {type(one) for one in all_types()} == every == set(MADE)


@few
@given(made_records())
def test_values_are_spelt_alike(record: Everything) -> None:
    cells = [cell for field in STORED for cell in cells_of(field, getattr(record, field.name))]
    names = [identifier(field.name) for field in STORED]
    spelt = [one for field, name in zip(STORED, names, strict=True) for one in field.type.sql_spell(name)]
    assert asked(spelt, of(record)) == cells


@few
@given(made_records())
def test_what_is_spelt_is_read_again(record: Everything) -> None:
    cells = {
        name: Formulas.defused(cell) if not field.type.is_typed else cell
        for field in STORED
        for name, cell in zip(field.column_names, cells_of(field, getattr(record, field.name)), strict=True)
    }
    assert Everything.model_validate({"id": "one"} | tree_of(tuple(STORED), cells)) == record
    read, unread = read_by_engine(cells)
    assert unread is False
    assert read == [plain(getattr(record, field.name)) for field in STORED]


def read_by_engine(cells: dict[str, str]) -> tuple[list[Any], bool]:
    plain_cells = [sql_plain(field, identifier(name)) for field in STORED for name in field.column_names]
    plain_values = asked(plain_cells, {name: (cell, "VARCHAR") for name, cell in cells.items()})
    given_ = {name: (cell, "VARCHAR") for name, cell in zip(cells, plain_values, strict=True)}
    own = [[identifier(name) for name in field.column_names] for field in STORED]
    unread = [one for field, names in zip(STORED, own, strict=True) if (one := field.type.sql_unread(names))]
    *found, failed = asked(
        [*(field.type.sql_read(names) for field, names in zip(STORED, own, strict=True)), any_of(unread)], given_
    )
    return [_default(field, one) for field, one in zip(STORED, found, strict=True)], failed


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
        assert unread or judged
    else:
        missing = field.required and not tree
        assert (bool(unread), judged) == (False, missing)
        if not missing:
            assert _default(field, value) == plain(getattr(model, field.name))


def pair(field: Field, tree: dict[str, Any]) -> dict[str, Any]:
    """An amount has a currency beside it, and a currency an amount."""
    other = {"amount": {"currency": "CNY"}, "currency": {"amount": 1}}.get(field.name, {})
    return tree | other if tree else tree


@few
@given(made_records())
def test_values_leave_the_engine_as_they_are(record: Everything) -> None:
    present = [field for field in STORED if getattr(record, field.name) is not None]
    found = asked([field.type.sql_clean(identifier(field.name)) for field in present], of(record))
    assert found == [plain(getattr(record, field.name)) for field in present]
    said = asked([field.type.sql_literal(getattr(record, field.name)) for field in present], {"x": (1, "INT")})
    assert said == found
    taken = asked([field.type.sql_take(identifier(field.name)) for field in present], of(record))
    assert taken == found
    there = asked([field.type.sql_present(identifier(field.name)) for field in present], of(record))
    assert there == [getattr(record, field.name) != () for field in present]
    assert not any(asked([any_of(sql_refused(field, identifier(field.name))) for field in present], of(record)))


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
