"""JSON with every chosen field; what is not stated is null."""

import json
from collections.abc import Iterator

from cq_tui.export.format import Format, Request
from cq_tui.schema.tree import tree


def _text(request: Request) -> Iterator[str]:
    kind = request.selection.kind
    chosen = {column.field.name for column in request.columns}
    fields = [field for field in kind.asked if field.name in chosen]
    mark = "\n"
    yield f'{{"{kind.name}": ['
    for record in request.records:
        yield mark + json.dumps(tree(kind, record, fields), ensure_ascii=False, allow_nan=False)
        mark = ",\n"
    yield "\n]}\n"


FORMAT = Format(text=_text)
