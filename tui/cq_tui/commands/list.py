"""``cq-tui list``: records as an aligned table, for screen readers, pipes and terminals."""

import sys
from argparse import ArgumentParser, Namespace

from cq_tui.commands import overview
from cq_tui.commands.aligned import aligned
from cq_tui.commands.common import say
from cq_tui.commands.outcomes import add_by_option, list_outcomes
from cq_tui.commands.selecting import add_selection_options, select
from cq_tui.schema.cells import Cell, cell
from cq_tui.settings.columns import usual_layout
from cq_tui.store.selection.selection import Selection
from cq_tui.store.views.footer import footer
from cq_tui.store.views.stated_where_empty import stated_where_empty
from cq_tui.store.views.summary import column_label


def configure(parser: ArgumentParser) -> None:
    """Declare the options."""
    add_selection_options(parser)
    add_by_option(parser)


def run(options: Namespace) -> int:
    """Print the selection as a table, then what it sums to on stderr."""
    if overview.is_meant(options):
        return overview.list_overview(options)
    if options.by:
        return list_outcomes(options)
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
    return list(aligned([header, *rows], [field.is_quantity for field in fields]))


def _marked(found: Cell) -> str:
    return f"~{found.text}" if found.judged else found.text
