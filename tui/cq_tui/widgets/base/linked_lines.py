"""Lines with links, as views make them and a list of links shows them."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from cq_tui.widgets.base.line_widget import StyledText


class Link(NamedTuple):
    """The target of a line: a record, or a kind's list under a filter; with ``overview`` that of an event or of all."""

    kind: str
    id: str | None = None
    filter: str = ""
    overview: bool = False


class Row(NamedTuple):
    """One line of the view; ``more`` are further links in it, each with the index of its piece of text."""

    pieces: Sequence[StyledText] = ()
    link: Link | None = None
    more: Sequence[tuple[int, Link]] = ()


Build = Callable[[int], Sequence[Row]]
"""Makes lines for a width in cells."""
