"""The sections of the guide as lines, aligned as argparse aligns its own."""

from collections.abc import Iterator

from rich.cells import cell_len

from cq_tui.commands.guide import Section
from cq_tui.commands.help_text import usual_width
from cq_tui.widgets.base.text_layout import padded, wrap

_COLUMN = 24
"""Where the words of a row begin, as argparse has it."""
_COMMAND_COLUMN = 6


def section_text(section: Section) -> str:
    """A section of the guide as lines, below a blank one."""
    return "\n" + "".join(f"{line}\n" for line in _section(section))


def _section(section: Section) -> Iterator[str]:
    width = usual_width()
    if section.title:
        yield f"{section.title}:"
    for row in section.rows:
        column = _COMMAND_COLUMN if row.command else _COLUMN
        lines = wrap(row.words, width - column)
        if not row.command and cell_len(row.term) <= column - 4:
            yield padded(f"  {row.term}", column) + lines.pop(0)
        else:
            yield from (f"  {part}" for part in ([row.term] if row.command else wrap(row.term, width - 2)))
        yield from (" " * column + line for line in lines)
    if section.text:
        indent = "  " if section.title else ""
        yield from (indent + line for line in wrap(section.text, width - len(indent)))
