"""What a thread finds out about a selection, so that a list can be shown in one go."""

from dataclasses import dataclass

from tui.kinds.chain import Segment
from tui.store.chain import Chain, chain_of
from tui.store.offers import values_to_go_on
from tui.store.selection import PAGE, Selection
from tui.store.store import Cancelled, QueryError
from tui.store.words import footer_parts


@dataclass(frozen=True, slots=True)
class Answer:
    """What a thread found out about a selection: where the cursor goes, the words below, and how to go on typing.

    ``chain`` is the value chain where it is all of it that was asked for.
    """

    selection: Selection
    cursor: int
    words: list[str]
    offers: list[tuple[str, int]]
    chain: Chain | None = None


def answer(selection: Selection, record: str | None, text: str) -> Answer | str | None:
    """Ask a selection; why it can't be answered; or None when it is no longer wanted."""
    try:
        cursor = (selection.position(record) if record else None) or 0
        for number in {0, cursor // PAGE}:
            selection.page(number)
        return Answer(
            selection,
            cursor,
            footer_parts(selection),
            values_to_go_on(selection.store, text, selection.kind),
            chain_of(selection) if selection.kind.model is Segment and not selection.query.parts else None,
        )
    except Cancelled:
        return None
    except QueryError as error:
        return str(error)
