"""Parquet: one typed column a field, as the engine writes it."""

from collections.abc import Iterator

from cq_tui.export.format import Format, Request


def _data(request: Request) -> Iterator[bytes]:
    fields = {column.field.name: column.field for column in request.columns}
    return request.selection.parquet(list(fields.values()))


FORMAT = Format(data=_data)
