"""The formats of an export. A file here is a format, of the name that its files end with; nothing else lists them."""

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the names are asked by the configuration, long before anything is exported
    from cq_tui.export.format import Format

ENCODINGS = ("utf-8", "utf-8-sig", "gb18030")
"""What formats of text can be written in."""
_FIRST = ("csv", "toml", "json", "md", "xlsx", "parquet")
"""The order in which formats are offered; others follow by name."""


@cache
def format_names() -> tuple[str, ...]:
    """The names of all formats. Known without loading any of them."""
    found = {module.name for module in pkgutil.iter_modules(__path__)}
    return (*(name for name in _FIRST if name in found), *sorted(found - set(_FIRST)))


@cache
def format_named(name: str) -> "Format":
    """The format of a name, loaded when it is first asked for."""
    found: Format = import_module(f"{__name__}.{name}").FORMAT
    return found


def is_text(name: str) -> bool:
    """Whether a format is text, which has an encoding and lines."""
    return format_named(name).text is not None


def usual_encoding(name: str, *, to_file: bool) -> str:
    """The encoding of a format of text where no other is asked for."""
    return format_named(name).file_encoding if to_file else "utf-8"
