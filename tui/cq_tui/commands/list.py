"""``cq-tui list``: records as an aligned table, for screen readers, pipes and terminals; or as JSON."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from cq_tui.commands.aligned import aligned, fitted
from cq_tui.commands.argument_parser import Parser
from cq_tui.commands.common import USAGE, CommandError, add_currency_option, say
from cq_tui.commands.figures import add_by_option, outcomes_are_meant, overview_is_meant
from cq_tui.commands.json_output import add_json_lines_option, print_json_lines, print_json_list
from cq_tui.commands.selecting import add_selection_options, select
from cq_tui.commands.views import add_view_option, take_view
from cq_tui.language import _
from cq_tui.schema.cells import Cell, cell
from cq_tui.schema.columns import ColumnError, columns
from cq_tui.schema.field import Field
from cq_tui.schema.tree import tree
from cq_tui.settings.columns import usual_layout
from cq_tui.store.selection.selection import Selection
from cq_tui.store.selection.sums_tree import sums_tree
from cq_tui.store.views.footer import footer
from cq_tui.store.views.stated_where_empty import stated_where_empty
from cq_tui.store.views.summary import column_label


def configure(parser: Parser) -> None:
    """Declare the options."""
    add_selection_options(parser, may_be_view=True)
    add_view_option(parser)
    add_currency_option(parser)
    parser.add_argument("--columns", metavar=_("A,B"), help=_("only these columns, in this order"))
    add_by_option(parser)
    add_json_lines_option(parser)
    parser.add_example(
        "cq-tui list deals --filter 'country:DE' --sort amount-desc",
        _("the deals with a German party, the largest first"),
    )
    parser.add_example("cq-tui list deals --by year", _("what came of the deals of each year"))
    parser.add_example("cq-tui list speakers --jsonl | jq -r .id", _("a record a line for another program"))


def run(options: Namespace) -> int:
    """Print the selection as a table, then what it sums to on stderr; or as JSON, with the sums in it."""
    take_view(options)
    outcomes = outcomes_are_meant(options)
    if overview_is_meant(options):
        from cq_tui.commands.overview import list_overview

        _refuse_for_figures(options)
        return list_overview(options)
    if outcomes:
        from cq_tui.commands.outcomes import list_outcomes

        _refuse_for_figures(options)
        return list_outcomes(options)
    if options.json and options.jsonl:
        raise CommandError(_("Take one of --json and --jsonl."), USAGE)
    selection = select(options)
    try:
        fields = _fields(selection, options.columns)
    except ColumnError as error:
        raise CommandError(str(error)) from None
    if options.json or options.jsonl:
        kind = selection.kind
        _print_json(selection, fields if options.columns else (*kind.fields, *kind.converted), lines=options.jsonl)
        return 0
    for line in table(selection, fields, _width()):
        print(line)
    sys.stdout.flush()
    if not selection.count and (instead := stated_where_empty(selection)):
        say(instead)
    say(footer(selection))
    return 0


def _refuse_for_figures(options: Namespace) -> None:
    for name in ("columns", "json", "jsonl", "in"):
        if getattr(options, name):
            message = _("{option} is for records; figures are written by cq-tui export.")
            raise CommandError(message.format(option=f"--{name}"), USAGE)


def _fields(selection: Selection, names: str | None) -> Sequence[Field]:
    """The fields that are asked for, or those that a list shows by itself. Raises ColumnError."""
    kind = selection.kind
    if names is None:
        return usual_layout(kind, several=selection.store.is_of_several_events(kind)).shown
    return list(dict.fromkeys(column.field for column in columns(kind, names)))


def _print_json(selection: Selection, fields: Sequence[Field], *, lines: bool) -> None:
    kind = selection.kind
    trees = (tree(kind, record, fields) for record in selection.rows_with(fields))
    if lines:
        print_json_lines(trees)
        return
    counts = {"count": selection.count, "of": selection.of_all}
    print_json_list(kind.name, trees, counts | sums_tree(kind, selection.sums))


def _width() -> int | None:
    """The cells of a line, where stdout is a terminal: a longer line would be wrapped into soup."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except (OSError, ValueError):  # a pipe, a file, or no stream at all
        return None


def table(selection: Selection, fields: Sequence[Field] | None = None, width: int | None = None) -> list[str]:
    """The lines of the table, header first; each column as wide as its longest cell, or what ``width`` leaves it.

    Without ``fields`` the columns are those that a list shows by itself.
    """
    fields = _fields(selection, None) if fields is None else fields
    names = selection.store.name
    rows = [[_marked(cell(field, record, names)) for field in fields] for record in selection.rows_with(fields)]
    lines, right = [[column_label(field) for field in fields], *rows], [field.is_quantity for field in fields]
    return list(aligned(lines if width is None else fitted(lines, right, width), right))


def _marked(found: Cell) -> str:
    return f"~{found.text}" if found.judged else found.text
