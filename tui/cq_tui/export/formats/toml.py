"""TOML as the data files hold it."""

from cq_tui.export.format import Format
from cq_tui.schema.record_text import toml_text

FORMAT = Format(text=lambda request: toml_text(request.selection.kind, request.columns, request.records))
