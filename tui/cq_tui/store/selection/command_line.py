"""The command line that gives what is on the screen."""

import shlex

from cq_tui.archive.read import usual
from cq_tui.language import current
from cq_tui.store.selection.selection import Selection


def command_line(selection: Selection, *more: str) -> str:
    """``cq-tui export ...`` with kind, filter, order, language, archive and ``more``, quoted for a POSIX shell."""
    words = ["cq-tui", "export", selection.kind.name]
    if asked := selection.query.applied.text:  # what is not understood would be an error there
        words.extend(["--filter", asked])
    if selection.orders and selection.orders != selection.query.orders:
        words.extend(["--sort", ",".join(map(str, selection.orders))])
    words.extend(["--lang", current()])
    roots = selection.store.archive.roots
    if roots != usual():
        words.extend(word for root in roots for word in ("--archive", str(root.absolute())))
    return shlex.join([*words, *more])
