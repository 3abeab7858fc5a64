"""What a later edition of a list changes, told before it replaces anything."""

from collections.abc import Callable
from typing import Any

from cq_tui.commands.common import say
from cq_tui.commands.import_kept import staged_keeping
from cq_tui.diff.tree import difference_tree
from cq_tui.diff.words import lines_of
from cq_tui.importing.commit.decisions import decisions_words
from cq_tui.importing.importer import Converted
from cq_tui.importing.kept_history import Days
from cq_tui.importing.later_edition import later_edition
from cq_tui.importing.writing import Staging
from cq_tui.language import _
from cq_tui.store.engine.errors import QueryError

_TOLD = 20
"""Records of each sort that are told where all stand elsewhere."""


def say_changes(
    converted: Converted, staged: Staging, say: Callable[[str], None] = say, *, every: bool = False
) -> None:
    """Tell what came in, went and changed by field, and the sums before and after; ``every``: all of it."""
    if not staged.replaces:
        return
    try:
        with later_edition(converted, staged) as found:
            say(_("What the list changes in {path}:").format(path=f"data/{converted.prepared.listed.id}"))
            for one in found.differing:
                for line in lines_of(one, found.names, None if every else _TOLD):
                    say(line)
            if words := decisions_words(found.decisions):
                say(words)
            if not found.differing:
                say(_("No record says anything else; the rows stand otherwise, or other columns are kept beside them."))
    except QueryError as error:
        say(_("What it changes can't be told: {why}").format(why=error))


def changes_tree(converted: Converted, kept: Days | None) -> dict[str, Any]:
    """The same for a program; nothing where there is no earlier edition. ``kept``: see ``staged_keeping``."""
    if not converted.counts.accepted or converted.asking:
        return {}
    staged = staged_keeping(converted, kept, lambda _line: None)
    if not staged.replaces:
        return {}
    with later_edition(converted, staged) as found:
        changes = {one.kind.name: difference_tree(one) for one in found.differing}
        return {"changes": changes} | ({"decisions_gone": found.decisions} if found.decisions else {})
