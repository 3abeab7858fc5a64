"""TOML files with places: what they hold, and in which line each thing stands."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from cq_tui.files.lines import Lines, scan
from cq_tui.files.text import FileFault, read_text
from cq_tui.language import _
from cq_tui.values.clean import clean_line, clean_tree

_MANY_DOTS = re.compile(r"\.(?<=[\w\s-]\.)\s*+[\w-]++(?:\s*+\.\s*+[\w-]++){31}")
"""tomllib takes seconds for a key of thousands of parts. It is looked for from a point on, which a text has few of."""


@dataclass
class Toml:
    """A parsed TOML text. ``tree`` holds cleaned strings, and Decimal where the text has a decimal number."""

    text: str
    tree: dict[str, Any]

    @cached_property
    def lines(self) -> Lines:
        """The lines of tables and keys; looked for when something is wrong."""
        return scan(self.text)


def read_toml(path: Path) -> Toml:
    """Read a regular file of TOML within bounds. Raises FileFault."""
    return parse_toml(read_text(path))


def parse_toml(text: str) -> Toml:
    """Parse a text whose lines end by LF. Raises FileFault."""
    import tomllib  # a tenth of a short command, which may find all checked

    if dotted := _MANY_DOTS.search(text):
        raise FileFault(_("has a key of more than 32 parts"), text.count("\n", 0, dotted.start()) + 1)
    try:
        return Toml(text, clean_tree(tomllib.loads(text, parse_float=Decimal)))
    except tomllib.TOMLDecodeError as error:
        raise _broken(text, str(error)) from None
    except (RecursionError, ValueError, ArithmeticError):
        raise FileFault(_("is nested too deep or holds a number too long to read")) from None


def _broken(text: str, error: str) -> FileFault:
    """Tomllib ends its messages with ``(at line 3, column 4)`` or ``(at end of document)``."""
    place = re.search(r"\(at line (\d+), column \d+\)", error)
    line = int(place[1]) if place else text.count("\n") + 1
    what = clean_line(re.sub(r"\s*\(at [^)]*\)", "", error))
    return FileFault(_("is not TOML: {what}").format(what=what), line)
