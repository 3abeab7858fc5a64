"""Exported Parquet as an engine that has nothing to do with ours reads it: the same names, types and values."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from arro3.io import read_parquet
from cq_tui.export.export import Options, pieces
from cq_tui.kinds import kinds
from cq_tui.model.field import Field, Shape
from cq_tui.store.selection import Selection

TYPES = {
    Shape.TEXT: 'Struct("zh": Utf8, "en": Utf8)',
    Shape.STRING: "Utf8",
    Shape.CODE: "Utf8",
    Shape.LINK: "Utf8",
    Shape.MONEY: "Decimal128(38, 4)",
    Shape.NUMBER: "Decimal128(38, 4)",
    Shape.COUNT: "Int64",
    Shape.DATE: "Date32",
    Shape.FLAG: "Boolean",
}
LISTS = {Shape.TEXTS: Shape.TEXT, Shape.STRINGS: Shape.STRING, Shape.CODES: Shape.CODE, Shape.LINKS: Shape.LINK}


def type_of(field: Field) -> str:
    if field.shape is Shape.PARTS:
        parts = ", ".join(f'"{part.name}": {type_of(part)}' for part in field.parts)
        return f"List(Struct({parts}), field: 'element')"
    if field.shape in LISTS:
        return f"List({TYPES[LISTS[field.shape]]}, field: 'element')"
    return "Time64(us)" if field.shape is Shape.TIME else TYPES[field.shape]


def present(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: present(one) for name, one in value.items() if one is not None}
    return [present(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", sorted(kinds()))
def test_another_engine_reads_the_same_records(selection: Callable[..., Selection], name: str) -> None:
    chosen, kind = selection("", name), kinds()[name]
    table = read_parquet(io.BytesIO(b"".join(pieces(chosen, Options("parquet"), to_file=True)))).read_all()
    assert table.column_names == [field.name for field in kind.fields]
    columns = {field.name: table.column(field.name) for field in kind.fields}
    said = str(table.schema)
    assert [field.name for field in kind.fields if f"\n{field.name}: {type_of(field)}\n" not in said] == []
    rows = [{name: column[place].as_py() for name, column in columns.items()} for place in range(table.num_rows)]
    assert [kind.model.model_validate(present(row)) for row in rows] == list(chosen)
