"""What came of the deals, for ``cq-tui list deals --by FIELD`` and ``cq-tui export deals --by FIELD``."""

from argparse import ArgumentParser, Namespace

from cq_tui.commands.common import USAGE, CommandError, say
from cq_tui.commands.rows import export_rows, print_table, refuse_for_rows
from cq_tui.commands.selecting import select
from cq_tui.language import _, sentences
from cq_tui.query.vocabulary import field_named, nearest_field
from cq_tui.schema.kind import Kind
from cq_tui.store.selection.facets import grouping, has_values
from cq_tui.store.selection.periods import Periods
from cq_tui.store.selection.selection import Selection
from cq_tui.store.selection.sum_words import left_out_words
from cq_tui.store.views.outcome_rows import outcome_rows
from cq_tui.store.views.outcome_words import NAMES, outcome_table
from cq_tui.store.views.outcomes import By

_KIND = "deals"


def add_by_option(parser: ArgumentParser) -> None:
    """Declare ``--by``."""
    parser.add_argument("--by", metavar=_("FIELD"), help=_("what came of the deals, by the values of a field"))


def list_outcomes(options: Namespace) -> int:
    """Print the figures as a table, then what they leave out on stderr."""
    by = _grouping(options)
    lines = outcome_table(by.selection, by)
    print_table(lines, [place >= NAMES for place in range(len(lines[0]))])
    _tell(by.selection)
    return 0


def export_outcomes(options: Namespace) -> int:
    """Write the figures; report on stderr."""
    refuse_for_rows(options, _("figures by a field"))
    by = _grouping(options)
    return export_rows(options, by.selection.store, lambda: outcome_rows(by.selection, by))


def _grouping(options: Namespace) -> By:
    """The deals that are asked for, and by what. Raises CommandError."""
    if options.kind != _KIND:
        raise CommandError(_("--by is for deals: they have stages to tell what came of them."), USAGE)
    if options.sort:
        raise CommandError(_("Figures by a field have an order of their own: --sort is for lists."), USAGE)
    selection = select(options)
    kind: Kind = selection.kind
    field = field_named(kind, options.by)
    if field is None or not has_values(field):
        near = nearest_field(kind, options.by)
        hint = _("Did you mean {name}?").format(name=near) if near else ""
        message = _("There is no field {name} to group by.").format(name=options.by)
        raise CommandError(sentences(message, hint), USAGE)
    return Periods(selection, field) if field.dated else grouping(selection, field)


def _tell(selection: Selection) -> None:
    """Say what the rates are of, and what is in no number."""
    say(
        _("Shares go by the last stage told, of all that was signed, planned or committed; silence since is no answer.")
    )
    money, sums = selection.kind.money, selection.sums
    for one in sums.left_out if money and sums else ():
        if money and one.why.field != money.progress:
            say(left_out_words(selection.kind, one, currencies=True))
