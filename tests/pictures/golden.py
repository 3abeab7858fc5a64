"""A golden file: one screen in one language, as text in each size, and its styles in each look below.

A line that comes again is told by its number (``⋮ 12``), and so are the cells of a rule (``─{120}``). The styles are a
letter for each stretch of cells and its length; what the letters mean in each look stands below.
"""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "terminal" / "goldens"

_AGAIN = "⋮ "
_RULE = re.compile("─{20,}")
_SHORT_RULE = re.compile(r"─\{(\d+)\}")


@dataclass(frozen=True)
class Styles:
    """The stretches of each line, in letters, and what each letter means in each look."""

    lines: tuple[str, ...] = ()
    meaning: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def written(self) -> str:
        """The part of the file."""
        meaning = (
            f"{letter}  " + "   ".join(f"{look}: {style}" for look, style in looks.items())
            for letter, looks in self.meaning.items()
        )
        return "\n".join((*_without_repeats(self.lines), *meaning))


@dataclass(frozen=True)
class Picture:
    """A screen in each size, and its styles in one of them."""

    texts: Mapping[tuple[int, int], str]
    styled: tuple[int, int]
    styles: Styles

    def written(self) -> str:
        """The file."""
        parts = {_name(size): short(text) for size, text in self.texts.items()}
        parts[f"styles of {_name(self.styled)}"] = self.styles.written()
        return "".join(f"==== {name}\n{part}\n" for name, part in parts.items())


def short(text: str) -> str:
    """A screen's text as it is kept."""
    return "\n".join(_without_repeats(_RULE.sub(lambda found: f"─{{{len(found[0])}}}", text).split("\n")))


def whole(text: str) -> str:
    """A screen's text as it was before it was ``short``."""
    lines: list[str] = []
    for line in _SHORT_RULE.sub(lambda found: "─" * int(found[1]), text).split("\n"):
        lines += lines[-1:] * int(line[len(_AGAIN) :]) if line.startswith(_AGAIN) else [line]
    return "\n".join(lines)


def _without_repeats(lines: Iterable[str]) -> Iterator[str]:
    for line, same in groupby(lines):
        yield line
        if more := sum(1 for _one in same) - 1:
            yield f"{_AGAIN}{more}"


def _name(size: tuple[int, int]) -> str:
    return "{}x{}".format(*size)


def file_of(name: str, lang: str) -> Path:
    """Where a picture is kept."""
    return FOLDER / f"{name}-{lang}.txt"


def kept(name: str, lang: str) -> str:
    """A golden file's content; nothing if there is none."""
    file = file_of(name, lang)
    return file.read_text("utf-8") if file.exists() else ""


def text_kept(name: str, lang: str, size: tuple[int, int]) -> str:
    """The text of a screen in one size."""
    _before, _head, rest = kept(name, lang).partition(f"==== {_name(size)}\n")
    return whole(rest.partition("\n==== ")[0])


def difference(name: str, wanted: str, found: str) -> str:
    """How a picture differs from the golden one; nothing if it does not."""
    lines = difflib.unified_diff(wanted.splitlines(), found.splitlines(), f"goldens/{name}", "the screen", lineterm="")
    return "\n".join(lines)
