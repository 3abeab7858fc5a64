"""What a record is: one file a kind. A new file here is a new kind; nothing else lists them."""

import pkgutil
from functools import cache
from importlib import import_module

from cq_tui.schema.registry import registered
from cq_tui.schema.schema import Schema


@cache
def kinds() -> Schema:
    """The schema that the program ships with, on which every archive's own one is built."""
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return Schema(registered().values())
