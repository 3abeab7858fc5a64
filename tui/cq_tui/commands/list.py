"""``cq-tui list``: records as an aligned table, for screen readers, pipes and terminals."""

import sys
from argparse import ArgumentParser, Namespace

from rich.cells import cell_len

from cq_tui.commands import overview
from cq_tui.commands.common import say
from cq_tui.commands.selecting import add_selection_options, select
from cq_tui.schema.cells import Cell, cell
from cq_tui.schema.field import Field
from cq_tui.settings.columns import usual_layout
from cq_tui.store.selection.selection import Selection
from cq_tui.store.views.footer import footer
from cq_tui.store.views.stated_where_empty import stated_where_empty
from cq_tui.store.views.summary import column_label

_GAP = "  "


def configure(parser: ArgumentParser) -> None:
    """Declare the options."""
    add_selection_options(parser)


def run(options: Namespace) -> int:
    """Print the selection as a table, then what it sums to on stderr."""
    if overview.is_meant(options):
        return overview.list_overview(options)
    selection = select(options)
    for line in table(selection):
        print(line)
    sys.stdout.flush()
    if not selection.count and (instead := stated_where_empty(selection)):
        say(instead)
    say(footer(selection))
    return 0


def table(selection: Selection) -> list[str]:
    """The lines of the table, header first. All usual columns, as wide as their longest cell."""
    kind = selection.kind
    fields = usual_layout(kind, several=selection.store.is_of_several_events(kind)).shown
    names = selection.store.name
    rows = [[_marked(cell(field, record, names)) for field in fields] for record in selection.rows_with(fields)]
    header = [column_label(field) for field in fields]
    widths = [max(map(cell_len, column)) for column in zip(header, *rows, strict=True)]
    return [_line(row, widths, fields) for row in (header, *rows)]


def _marked(found: Cell) -> str:
    return f"~{found.text}" if found.judged else found.text


def _line(row: list[str], widths: list[int], fields: tuple[Field, ...]) -> str:
    cells = []
    for text, width, field in zip(row, widths, fields, strict=True):
        blank = " " * (width - cell_len(text))
        cells.append(blank + text if field.is_quantity else text + blank)
    return _GAP.join(cells).rstrip()
