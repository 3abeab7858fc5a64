"""``cq-tui publish --to``: an archive, or what a filter leaves of it, loaded into a server."""

import sys
from argparse import Namespace
from collections.abc import Callable

from cq_tui.archive.problem import ArchiveError
from cq_tui.commands.common import USAGE, CommandError, say
from cq_tui.commands.narration import is_quiet
from cq_tui.files.write import FileExists
from cq_tui.language import _, ngettext, sentences
from cq_tui.schema.kind import Kind
from cq_tui.store.engine.clickhouse.connection import ServerError
from cq_tui.store.selection.extent import Extent
from cq_tui.store.server.address import address_of
from cq_tui.store.server.open_server import connected
from cq_tui.store.server.replace import put

_CLEAR = "\r\x1b[K"


def publish_to_server(
    options: Namespace, extent_of: Callable[[Namespace], Extent], of_the_filter: Callable[[Extent], str]
) -> int:
    """Load it; how far it is and what was done is told on stderr.

    ``extent_of`` says what is meant, ``of_the_filter`` what is to be told of that.
    """
    if options.licence or options.package or options.raw or options.format != "datapackage":
        raise CommandError(_("--licence, --package, --format and --raw are of a folder, and --to is a server."), USAGE)
    try:
        address = address_of(options.to)
        extent = extent_of(options)
        connection = connected(address, writes=True)
        progress = _Progress(extent)
        try:
            count = put(extent, connection, address, replace=options.force, told=progress)
        finally:
            progress.end()
            connection.close()
    except FileExists as error:
        raise CommandError(f"{error} " + _("--force replaces it.")) from None
    except (ArchiveError, ServerError) as error:
        raise CommandError(str(error)) from None
    message = ngettext("{count} record loaded into {address}.", "{count} records loaded into {address}.", count)
    say(sentences(message.format(count=f"{count:,}", address=address), of_the_filter(extent)))
    return 0


class _Progress:
    """How many records of a kind are there, in one line that is removed at the end; nothing where nobody looks."""

    def __init__(self, extent: Extent) -> None:
        self._extent = extent
        self._is_shown = sys.stderr.isatty() and not is_quiet()

    def __call__(self, kind: Kind, rows: int) -> None:
        if self._is_shown:
            words = f"{kind.label}: {rows:,} / {self._extent.count(kind):,}"
            print(f"{_CLEAR}{words}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Remove the line."""
        if self._is_shown:
            print(_CLEAR, end="", file=sys.stderr, flush=True)
