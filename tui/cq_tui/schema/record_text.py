"""Records as the texts of files that can be read back as data: CSV and TOML."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import tomli_w

from cq_tui.schema.columns import Column
from cq_tui.schema.kind import Kind
from cq_tui.schema.model import Model
from cq_tui.values.csv_line import CsvLine


def csv_text(columns: Sequence[Column], records: Iterable[Model], *, raw: bool = False) -> Iterator[str]:
    """CSV with a header line; unless ``raw``, text cells that a spreadsheet would run get a leading ``'``."""
    yield CsvLine.line([column.name for column in columns])
    for record in records:
        yield CsvLine.line([one.field.type.export_cell(one.value(record), raw=raw) for one in columns])


def toml_text(kind: Kind, columns: Sequence[Column], records: Iterable[Model]) -> Iterator[str]:
    """TOML as the data files hold it: what is absent or a default is left out."""
    chosen = {column.field.name for column in columns}
    found = False
    for record in records:
        said = [(one, getattr(record, one.name)) for one in kind.asked if one.name in chosen]
        tree = {one.name: one.type.toml(value) for one, value in said if value is not None and value != one.default}
        yield ("\n" if found else "") + _toml_table(kind.name, tree)
        found = True
    if not found:
        yield f"{kind.name} = []\n"


def _toml_table(name: str, tree: dict[str, Any]) -> str:
    """One table of an array, whatever its size: tomli-w alone would put a short one on the array's own line."""
    return f"[{tomli_w.dumps({name: tree}, multiline_strings=False).replace(']', ']]', 1)}"
