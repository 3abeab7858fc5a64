"""The shortest way from one style of text to the next: a terminal keeps a style until it is told another one.

Textual begins each run of text with its whole style and ends it with a reset, which is half of all that is sent.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_RESET = "\x1b[0m"
_RUN = re.compile(r"(\x1b\[[\d;]+m)([^\x1b]+)\x1b\[0?m")
"""A run of text as Textual writes it: one style, the text, a reset."""
_EFFECTS = frozenset("123456789")
"""Bold, dim, italic, underlined, ... reversed, ... struck: the parameters that add to a style."""
_COLORS = {
    **{str(one): "text" for one in (*range(30, 38), *range(90, 98), 39)},
    **{str(one): "back" for one in (*range(40, 48), *range(100, 108), 49)},
}
_LONG_COLORS = {"38": "text", "48": "back"}
_LENGTHS = {"2": 5, "5": 3}
"""Parameters of a colour by its form: three numbers, or one of a palette."""


class _Style(NamedTuple):
    """A style: its effects, and its colours as parameters, empty where they are the terminal's own."""

    effects: frozenset[str]
    text: str
    back: str


_NONE = _Style(frozenset(), "", "")


@lru_cache(512)
def _style(sequence: str) -> _Style | None:
    """The style that a sequence sets after a reset; None where it says what is not known here."""
    if not (sequence.startswith("\x1b[") and sequence.endswith("m")):
        return None
    effects, colors = set(), {"text": "", "back": ""}
    parameters = iter(_parameters(sequence[2:-1].split(";")))
    for one in parameters:
        head = one.partition(";")[0]
        if one in _EFFECTS:
            effects.add(one)
        elif ground := _COLORS.get(one) or (_LONG_COLORS.get(head) if head != one else None):
            colors[ground] = one
        else:
            return None
    return _Style(frozenset(effects), colors["text"], colors["back"])


def _parameters(given: list[str]) -> Iterator[str]:
    """The parameters of a sequence, those of a long colour together."""
    while given:
        length = _LENGTHS.get(given[1], 1) if given[0] in _LONG_COLORS and len(given) > 1 else 1
        yield ";".join(given[:length])
        given = given[length:]


@lru_cache(2048)
def _change(before: str, after: str) -> str | None:
    """What makes one style of another, each as the sequence that sets it after a reset; empty for no style at all.

    None where one of them holds what is not known here.
    """
    if before == after:
        return ""
    old, new = _style(before) if before else _NONE, _style(after)
    if old is None or new is None:
        return None
    colors = ((old.text, new.text), (old.back, new.back))
    if not old.effects <= new.effects or any(was and not is_ for was, is_ in colors):
        return f"\x1b[0;{after[2:]}"
    added = (*sorted(new.effects - old.effects), *(is_ for was, is_ in colors if is_ != was))
    return f"\x1b[{';'.join(added)}m" if added else ""


class Pen:
    """The style that is in force on the terminal while something is written; none before and after."""

    def __init__(self) -> None:
        self._style = ""

    def write(self, run: str) -> str:
        """A run with no more of its style than is not in force already; its reset comes when another style does."""
        match = _RUN.fullmatch(run)
        change = _change(self._style, match[1]) if match else None
        if match is None or change is None:
            return self.lift() + run
        self._style = match[1]
        return change + match[2]

    def lift(self) -> str:
        """The reset that is owed."""
        owed, self._style = _RESET if self._style else "", ""
        return owed
