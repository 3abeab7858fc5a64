"""``cq-tui import --keep-history``: the earlier edition's figures stay as history."""

from collections.abc import Callable

from cq_tui.commands.common import USAGE, CommandError, say
from cq_tui.commands.import_report import ProgressLine
from cq_tui.importing import writing
from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.importer import Converted
from cq_tui.importing.kept_history import Days, days, keeping_history, kept_words
from cq_tui.importing.writing import Staging
from cq_tui.language import _
from cq_tui.store.engine.errors import QueryError
from cq_tui.values.clean import clean_line


def days_of(given: str | None) -> Days | None:
    """The days that the option names; None where it is not given. Raises CommandError for what is no day."""
    if given is None:
        return None
    if (found := days(given)) is None:
        message = _(
            "{given} is no day for --keep-history: write 2025-05-31, 2025-05 or 2025, or 2025-05-31..2025-06-30 "
            "for the days of both editions."
        )
        raise CommandError(message.format(given=clean_line(given)), USAGE)
    return found


def staged_keeping(converted: Converted, kept: Days | None, tell: Callable[[str], None] = say) -> Staging:
    """The files of an import, with the earlier edition's figures where asked for; how many deals keep theirs is told.

    Raises ImportProblem.
    """
    staged = writing.staging(converted, ProgressLine())
    if kept is None:
        return staged
    try:
        found = keeping_history(converted, staged, kept)
    except QueryError as error:
        raise ImportProblem(str(error)) from None
    if found.staged.replaces:
        tell(kept_words(found.deals))
    return found.staged
