"""Tables of figures for ``cq-tui list`` and ``cq-tui export``: aligned on stdout, or as a file."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from decimal import Decimal

from cq_tui.commands.aligned import aligned
from cq_tui.commands.common import USAGE, CommandError, say
from cq_tui.export.export import target_of
from cq_tui.export.rows import FORMATS, format_of, rows_bytes, write_rows
from cq_tui.files.write import FileExists, WriteError
from cq_tui.language import _, ngettext
from cq_tui.store.store import Store
from cq_tui.store.views.overview_rows import Rows, Value
from cq_tui.values.amounts import grouped
from cq_tui.values.clean import clean_line

_OF_LISTS = ("columns", "encoding", "raw", "as_shown", "explain", "sums", "in")


def print_rows(found: Rows) -> None:
    """Print the figures as a table: numbers at the right of their column, words at its left."""
    rows = [found.columns, *(tuple(map(_words, row)) for row in found.rows)]
    print_table(rows, [any(not isinstance(row[place], (str, type(None))) for row in found.rows)
                       for place in range(len(found.columns))])  # fmt: skip


def print_table(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> None:
    """Print lines of cells below each other; ``right``: which columns are numbers."""
    for line in aligned(rows, right):
        print(line)
    sys.stdout.flush()


def _words(value: Value) -> str:
    if value is None:
        return "-"
    if isinstance(value, Decimal):
        return grouped(value)
    return str(value).lower() if isinstance(value, bool) else clean_line(str(value))


def refuse_for_rows(options: Namespace, what: str) -> None:
    """Refuse the options of an export that are for records. Raises CommandError."""
    for name in _OF_LISTS:
        if getattr(options, name):
            option = f"--{name.replace('_', '-')}"
            raise CommandError(_("{option} is for lists, not for {what}.").format(option=option, what=what), USAGE)


def export_rows(options: Namespace, store: Store, rows: Callable[[], Rows]) -> int:
    """Write the figures on stdout or into a file; report on stderr. Raises CommandError."""
    format_ = options.format or format_of(options.output) or FORMATS[0]
    if format_ not in FORMATS:
        raise CommandError(_("Figures are written as {formats}.").format(formats=", ".join(FORMATS)), USAGE)
    try:
        if options.output is None:
            for piece in rows_bytes(rows(), format_, to_file=False):
                sys.stdout.buffer.write(piece)
            sys.stdout.flush()
            return 0
        target = target_of(options.output, options.confined, streams=True)
        count = write_rows(store, rows(), format_, target, replace=options.force)
    except FileExists as error:
        raise CommandError(f"{error} " + _("--force replaces it.")) from None
    except WriteError as error:
        raise CommandError(str(error)) from None
    message = ngettext("{count} row written to {path}", "{count} rows written to {path}", count)
    say(message.format(count=f"{count:,}", path=target.shown))
    return 0
