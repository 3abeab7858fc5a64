"""Exported Parquet as an engine that has nothing to do with ours reads it: the same names, types and values."""

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from arro3.io import read_parquet
from cq_tui.export.export import Options, pieces
from cq_tui.store.selection.selection import Selection

from tests.shipped import kinds

SPELT = {
    "string": "Utf8", "int64": "Int64", "date32": "Date32", "time64[us]": "Time64(us)", "bool": "Boolean",
    "decimal128(38, 4)": "Decimal128(38, 4)", "struct<zh: string, en: string>": 'Struct("zh": Utf8, "en": Utf8)',
}  # fmt: skip
"""Arrow's names of types as this reader spells them."""


def spelt(arrow_type: str) -> str:
    if arrow_type in SPELT:
        return SPELT[arrow_type]
    inside = arrow_type[arrow_type.index("<") + 1 : -1]
    if arrow_type.startswith("list<"):
        return f"List({spelt(inside)}, field: 'element')"
    parts = re.findall(r"(\w+): ((?:[^,(]|\(.*?\))+)", inside)
    names = ", ".join(f'"{name}": {spelt(type_)}' for name, type_ in parts)
    return f"Struct({names})"


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
    assert [
        field.name for field in kind.fields if f"\n{field.name}: {spelt(field.type.arrow_type)}\n" not in said
    ] == []
    rows = [{name: column[place].as_py() for name, column in columns.items()} for place in range(table.num_rows)]
    assert [kind.model.model_validate(present(row)) for row in rows] == list(chosen)
