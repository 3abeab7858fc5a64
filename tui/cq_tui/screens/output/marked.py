"""The marked records of a list, as one of the things that can be written."""

from cq_tui.language import _
from cq_tui.query.parse import parse
from cq_tui.query.spelling import with_ids
from cq_tui.query.terms import Query
from cq_tui.screens.base.session import Session
from cq_tui.store.selection.selection import Selection

MARKED = "marked"


class Marked:
    """Those of the list that is shown; none where no list is."""

    def __init__(self, session: Session, shown: Selection | None) -> None:
        self._kind = shown.kind if shown else None
        self._ids = tuple(session.marked(shown.kind)) if shown else ()

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def offers(self) -> list[tuple[str, str]]:
        """The choice of them, with its words; none where nothing is marked."""
        return [(MARKED, _("marked {count}").format(count=f"{len(self):,}"))] if self._ids else []

    @property
    def query(self) -> Query:
        """The query that finds them alone; for a list."""
        assert self._kind is not None
        return parse(with_ids(self._ids), self._kind)
