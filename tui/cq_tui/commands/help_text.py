"""The text of ``--help``, aligned and wrapped by cells: argparse counts a Chinese character as one."""

import argparse
import re
import shutil
from collections.abc import Sequence
from typing import Any

from rich.cells import cell_len

from cq_tui.widgets.base.text_layout import padded, wrap

_ONE_LINE = 10_000
_USAGE_PART = re.compile(r"\[.*?\]+(?=\s|$)|--\S+ \S+|\S+")
"""What of a usage line stays together."""


class HelpText(argparse.HelpFormatter):
    """A formatter that knows how wide characters are.

    argparse means its formatters to be subclassed and names no method of theirs for that;
    ``tests/unit/test_private_api.py`` holds those that are used here. ``common`` are options that no usage line has.
    """

    def __init__(self, prog: str, common: Sequence[argparse.Action] = ()) -> None:
        super().__init__(prog, width=usual_width())
        self._common = common

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: Any = None) -> None:
        """How the command is called, without what every command takes."""
        super().add_usage(usage, [one for one in actions if one not in self._common], groups, prefix)

    def _format_usage(self, usage: Any, actions: Any, groups: Any, prefix: Any) -> str:
        """The line as argparse makes it where there is room, wrapped by cells between its parts."""
        width, self._width = self._width, _ONE_LINE
        told = super()._format_usage(usage, actions, groups, prefix).strip()
        self._width = width
        head, _prog, rest = told.partition(self._prog)
        indent = " " * (cell_len(head + self._prog) + 1)
        lines = [head + self._prog]
        for part in _USAGE_PART.findall(rest):
            fits = cell_len(f"{lines[-1]} {part}") <= width
            lines = [*lines[:-1], f"{lines[-1]} {part}"] if fits else [*lines, indent + part]
        return "\n".join(lines) + "\n\n"

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrap(" ".join(text.split()), width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in wrap(" ".join(text.split()), width))

    def _format_action(self, action: argparse.Action) -> str:
        text = super()._format_action(action)
        head = " " * self._current_indent + self._format_action_invocation(action)
        first, newline, others = text.partition("\n")
        words = first.removeprefix(head).strip()
        if cell_len(head) == len(head) or not words:
            return text
        column = min(self._action_max_length + 2, self._max_help_position)
        if cell_len(head) > column - 2:
            return f"{head}\n{' ' * column}{words}{newline}{others}"
        return f"{padded(head, column)}{words}{newline}{others}"


def usual_width() -> int:
    """As wide as argparse writes by itself."""
    return max(20, shutil.get_terminal_size().columns - 2)
