"""What of the histories of an archive can hardly be meant so: told by ``check``, and in nobody's way."""

from collections.abc import Iterator, Sequence
from types import SimpleNamespace
from typing import Any

from cq_tui.archive.problem import Problem
from cq_tui.kinds.outcomes import OUTCOME_OF, Outcome
from cq_tui.language import _
from cq_tui.query.columns import POSITION, column
from cq_tui.schema.cells import code_words
from cq_tui.schema.field import Field
from cq_tui.schema.history import FIELD
from cq_tui.store.store import Store

_OUTCOMES = {stage.value: outcome for stage, outcome in OUTCOME_OF.items()}
_PROMISED = (Outcome.PLEDGED, Outcome.AGREED)
_BEGUN = (Outcome.STARTED, Outcome.PRODUCING)
_APPROVED = "approved"
"""Lists tell the approval before the signing as well as after the start."""


def history_notes(store: Store) -> list[Problem]:
    """A note for each contradiction in the history of a deal, in the order of files and lines. Raises QueryError."""
    kind = store.kind("deals")
    if kind.history is None:
        return []
    history, stage = kind.by_name[FIELD], kind.by_name["stage"]
    asked = f'SELECT {POSITION}, {column(stage)}, {column(history)} FROM "{kind.name}" WHERE len({column(history)}) > 0'
    found: list[Problem] = []
    for position, own, entries in store.ask(asked):
        told = [(place, SimpleNamespace(**one)) for place, one in enumerate(entries) if not one["planned"]]
        for field, message in _notes(stage, own, told):
            found.append(store.place(kind, position, message, field))
    return sorted(found)


def _notes(stage: Field, own: str | None, told: Sequence[tuple[int, Any]]) -> Iterator[tuple[str, str]]:
    """The field and what is to be said of it."""
    stages = [(place, one.stage) for place, one in told if one.stage]
    if not stages:
        return
    first, latest = stages[0][1], stages[-1][1]
    if _OUTCOMES.get(first) in _BEGUN:
        message = _("begins with {stage}; what was promised is not told")
        yield f"{FIELD}.{stages[0][0]}", message.format(stage=code_words(stage, first))
    begun = ended = ""
    for place, one in stages:
        outcome = _OUTCOMES.get(one)
        if ended and outcome is not Outcome.CANCELLED:
            yield (
                f"{FIELD}.{place}",
                _("{stage} is told after {earlier}").format(
                    stage=code_words(stage, one), earlier=code_words(stage, ended)
                ),
            )
            ended = ""
        elif begun and outcome in _PROMISED and one != _APPROVED:
            yield (
                f"{FIELD}.{place}",
                _("{stage} is told after {earlier}").format(
                    stage=code_words(stage, one), earlier=code_words(stage, begun)
                ),
            )
        begun = one if outcome in _BEGUN else begun
        ended = one if outcome is Outcome.CANCELLED else ended
    if own != latest:
        message = _("says {stage}, while the history tells {latest} last; the former holds")
        yield "stage", message.format(stage=code_words(stage, own or ""), latest=code_words(stage, latest))
