"""The command line that writes the same brief."""

import shlex
from pathlib import Path

from cq_tui.archive.read import usual
from cq_tui.brief.brief import EventRequest, Request, format_of
from cq_tui.language import current


def brief_command(request: Request, format_: str, path: Path) -> str:
    """``cq-tui brief ...`` with every choice spelt out, the language too, quoted for a POSIX shell."""
    words = ["cq-tui", "brief", "--lang", current()]
    if isinstance(request, EventRequest):
        words += ["--event", request.event.id]
        roots = request.store.archive.roots
    else:
        query = request.selection.query
        words += ["--kind", query.kind.name, *([f"--filter={query.text}"] if query.text else [])]
        roots = request.selection.store.archive.roots
    words += [] if format_of(path) == format_ else ["--format", format_]
    if roots != usual():
        words += [word for root in roots for word in ("--archive", str(root.absolute()))]
    name = str(path.absolute() if str(path) == "-" else path)  # "-" alone is stdout
    return shlex.join([*words, *([f"--output={name}"] if name.startswith("-") else ["-o", name])])
