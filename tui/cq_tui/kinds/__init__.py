"""What a record is: one file a kind. A new file here is a new kind; nothing else lists them."""

import pkgutil
from functools import cache
from importlib import import_module

from cq_tui.schema.kind import Kind
from cq_tui.schema.registry import registered


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by name, those with a tab first and in the order of the tabs."""
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return dict(sorted(registered().items(), key=lambda item: (item[1].tab or 99, item[0])))
