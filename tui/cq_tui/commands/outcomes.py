"""What came of the deals, for ``cq-tui list deals --by FIELD`` and ``cq-tui export deals --by FIELD``."""

import re
from argparse import Namespace

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
from cq_tui.store.views.silence import Silence, usual_silence
from cq_tui.values.types.partial_day import NO_DATE, PATTERN, first_day, is_in_calendar

_KIND = "deals"


def list_outcomes(options: Namespace) -> int:
    """Print the figures as a table, then what they leave out on stderr."""
    by = _grouping(options)
    silence = _silence(options, by.selection.kind)
    lines = outcome_table(by.selection, by, silence)
    print_table(lines, [place >= NAMES for place in range(len(lines[0]))])
    _tell(by.selection, silence)
    return 0


def export_outcomes(options: Namespace) -> int:
    """Write the figures; report on stderr."""
    refuse_for_rows(options, _("figures by a field"))
    by = _grouping(options)
    silence = _silence(options, by.selection.kind)
    return export_rows(options, by.selection.store, lambda: outcome_rows(by.selection, by, silence))


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


def _silence(options: Namespace, kind: Kind) -> Silence | None:
    """Since when deals are silent: as asked, or two years where there are histories. Raises CommandError."""
    text = options.last_told_before
    if text is None:
        return usual_silence(kind)
    if not re.match(PATTERN, text) or not is_in_calendar(text):
        raise CommandError(_(NO_DATE).format(value=repr(text)), USAGE)
    return Silence(first_day(text))


def _tell(selection: Selection, silence: Silence | None) -> None:
    """Say what the rates are of, and what is in no number."""
    say(
        _("Shares go by the last stage told, of all that was signed, planned or committed; silence since is no answer.")
    )
    if silence:
        message = _("Last told before {day}: of the deals agreed or started whose history, or else own day, says when.")
        say(message.format(day=silence.day.isoformat()))
    money, sums = selection.kind.money, selection.sums
    for one in sums.left_out if money and sums else ():
        if money and one.why.field != money.progress:
            say(left_out_words(selection.kind, one, currencies=True))
