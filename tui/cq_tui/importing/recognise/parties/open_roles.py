"""Tells that a column's role is open, with the answers that settle it."""

from collections.abc import Sequence
from shlex import quote

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.schema.field import Field


def tell_open(draft: Draft, one: Field, why: Evidence, column: str, roles: Sequence[str], **about: str) -> None:
    """Tell it as what the field rests on, which makes it likely at most."""
    settings = tuple(f"--set {quote(f'{one.name}.{role}={column}')}" for role in roles)
    draft.tell(one, why, column=column, settings=settings, **about)
    draft.likely.add(one.name)
