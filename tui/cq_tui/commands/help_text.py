"""The text of ``--help``, aligned and wrapped by cells: argparse counts a Chinese character as one."""

import argparse

from rich.cells import cell_len

from cq_tui.widgets.base.text_layout import padded, wrap


class HelpText(argparse.HelpFormatter):
    """A formatter that knows how wide characters are.

    argparse means its formatters to be subclassed and names no method of theirs for that;
    ``tests/unit/test_private_api.py`` holds those that are used here.
    """

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
