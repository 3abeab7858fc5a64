"""The command line that writes the same file."""

from pathlib import Path

from cq_tui.export.export import Options
from cq_tui.export.formats import is_text
from cq_tui.store.selection.command_line import command_line
from cq_tui.store.selection.selection import Selection


def export_command(selection: Selection, options: Options, path: Path) -> str:
    """``cq-tui export ... -o FILE`` with every choice spelt out, so that it does not depend on a configuration."""
    words = [] if path.suffix.lower() == f".{options.format}" else ["--format", options.format]
    if options.as_shown:
        words.append("--as-shown")
    if options.columns is not None:
        words += ["--columns", options.columns]
    if options.encoding and is_text(options.format):
        words += ["--encoding", options.encoding]
    name = str(path.absolute() if str(path) == "-" else path)  # "-" alone is stdout
    words += [f"--output={name}"] if name.startswith("-") else ["-o", name]
    return command_line(selection, *words)
