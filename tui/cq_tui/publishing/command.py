"""The command line that publishes the same."""

import shlex
from pathlib import Path

from cq_tui.archive.read import usual
from cq_tui.publishing.request import Request


def publish_command(request: Request, format_: str, folder: Path) -> str:
    """``cq-tui publish ...`` with every choice spelt out, quoted for a POSIX shell."""
    extent = request.extent
    name = str(folder)
    words = ["cq-tui", "publish", f"./{name}" if name.startswith("-") else name]
    if extent.query is not None:
        words += ["--kind", extent.query.kind.name]
        words += ["--filter", extent.query.text] if extent.query.text else []
    words += ["--format", format_]
    words += [f"--licence={request.licence}"] if request.licence else []
    roots = extent.store.archive.roots
    if roots != usual():
        words += [word for root in roots for word in ("--archive", str(root.absolute()))]
    return shlex.join(words)
