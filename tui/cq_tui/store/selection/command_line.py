"""The command lines that give what is on the screen."""

import shlex
from collections.abc import Iterator

from cq_tui.archive.read import usual
from cq_tui.language import current
from cq_tui.store.selection.selection import Selection


def command_line(selection: Selection, *more: str, view: str | None = None) -> str:
    """``cq-tui export ...`` with kind, filter, order, language, archive and ``more``, quoted for a POSIX shell.

    ``view``: the name of the view that says kind, filter and order.
    """
    asked = [selection.kind.name, *_filter_and_order(selection)] if view is None else [_named(view)]
    beside = ["--in", selection.kind.beside.currency] if selection.kind.beside else []
    archive = [word for root in _roots(selection) for word in ("--archive", root)]
    return shlex.join(["cq-tui", "export", *asked, *beside, "--lang", current(), *archive, *more])


def browse_line(selection: Selection, view: str | None = None) -> str:
    """``cq-tui ...`` that opens the list, or the view of a name, in the browser."""
    asked = ["--tab", selection.kind.name, *_filter_and_order(selection)] if view is None else [_named(view)]
    beside = ["--in", selection.kind.beside.currency] if selection.kind.beside else []
    return shlex.join(["cq-tui", *_roots(selection), *asked, *beside, "--lang", current()])


def _named(view: str) -> str:
    return f"--view={view}"  # a name may begin with a minus


def _filter_and_order(selection: Selection) -> Iterator[str]:
    if asked := selection.query.applied.text:  # what is not understood would be an error there
        yield from ("--filter", asked)
    if selection.orders and selection.orders != selection.query.orders:
        yield from ("--sort", ",".join(map(str, selection.orders)))


def _roots(selection: Selection) -> list[str]:
    """The folders of the archive, unless it is the usual one."""
    roots = selection.store.archive.roots
    return [] if roots == usual() else [str(root.absolute()) for root in roots]
