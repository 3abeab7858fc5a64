"""The tabs on one line: as much of each as there is room for, and where there are too many a stretch of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len
from textual.events import Click
from textual.message import Message
from textual.strip import Strip

from cq_tui.widgets.base.line_widget import LineWidget, StyledText, cells_of
from cq_tui.widgets.base.status_lines import fitted
from cq_tui.widgets.base.text_layout import cut

NUMBERED = 9
"""Tabs that one digit leads to. The others have the key of the list of tabs and two digits, as one types them."""
_LONGEST = 40
_SHORTEST = 6
"""Cells that a label is cut to before the strip shows fewer tabs."""
_AT_LEAST = 3
"""Tabs that a stretch has room for, however long their labels are."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab: its label, a short one, how many records are behind it; ``found_by`` are its names in all languages."""

    label: str
    short: str
    count: int | None = None
    found_by: str = ""


ALL = -1
"""In place of a tab: the list of all."""


class Menu(NamedTuple):
    """The list of all tabs: its key, and what it is called."""

    key: str
    words: str


class TabStrip(LineWidget):
    """The tabs; at its right end the key of the list of all, where one digit does not lead to each."""

    DEFAULT_CSS = "TabStrip { height: 1; }"

    class Chosen(Message):
        """A tab was clicked; ``ALL`` stands for the list of them."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tabs: Sequence[Tab] = ()
        self._active = 0
        self._menu: Menu | None = None

    def update(self, tabs: Sequence[Tab], active: int, menu: Menu | None = None) -> None:
        """Show tabs; ``active`` is the position of the one in front."""
        if (tabs, active, menu) != (self._tabs, self._active, self._menu):
            self._tabs, self._active, self._menu = tabs, active, menu
            self.refresh()

    def on_click(self, event: Click) -> None:
        """Go to the tab, or to the list of all."""
        place = tab_at(self._tabs, self._active, self.size.width, event.x, self._menu)
        if place is not None:
            self.post_message(self.Chosen(place))

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        """The line."""
        width = self.size.width
        return self.strip(fitted(tab_pieces(self._tabs, self._active, width, self._menu), width), width)


def tab_pieces(tabs: Sequence[Tab], active: int, width: int, menu: Menu | None = None) -> list[StyledText]:
    """Tabs in a width: with counts, without, with short labels, set tight, with labels cut, then a stretch of them."""
    tail: list[StyledText] = [(f"  {menu.key} {menu.words} ", "dim")] if menu else []
    room = width - cells_of(tail)
    keys = _keys(tabs, menu)
    pieces = _all(tabs, keys, active, room, _SHORTEST if menu else 1)
    if pieces is None:
        pieces = _stretch(tabs, keys, active, room)
    return [*pieces, (" " * (room - cells_of(pieces)), "text"), *tail] if tail else pieces


def tab_at(tabs: Sequence[Tab], active: int, width: int, cell: int, menu: Menu | None = None) -> int | None:
    """Which tab stands at a cell of the line, or ``ALL``; None between them."""
    at = 0
    keys = {key: place for place, key in enumerate(_keys(tabs, menu))}
    pieces = tab_pieces(tabs, active, width, menu)
    for number, (text, _style) in enumerate(pieces):
        end = at + cell_len(text)
        blank = len(text) - len(text.lstrip(" <"))
        if at + blank <= cell < end:
            if menu and number == len(pieces) - 1:
                return ALL
            return keys.get(text.strip(" <[").split(" ")[0])
        at = end
    return None


def _keys(tabs: Sequence[Tab], menu: Menu | None) -> list[str]:
    """What one types to get to each tab."""
    return [
        str(place + 1) if place < NUMBERED or menu is None else f"{menu.key}{place + 1}" for place in range(len(tabs))
    ]


def _all(tabs: Sequence[Tab], keys: Sequence[str], active: int, room: int, shortest: int) -> list[StyledText] | None:
    """All tabs, as full as they fit; None where their labels would have to be cut too short."""
    cuts = ((False, True, 1, longest) for longest in range(_LONGEST, shortest - 1, -1))
    for counts, short, gap, longest in (
        (True, False, 2, _LONGEST),
        (True, True, 2, _LONGEST),
        (False, False, 2, _LONGEST),
        (False, True, 2, _LONGEST),
        *cuts,
    ):
        longest_of = [_LONGEST * 2 if place == active else longest for place in range(len(tabs))]
        texts = [_text(*one, counts, short) for one in zip(tabs, keys, longest_of, strict=True)]
        if cells_of(pieces := _set(texts, active, gap)) <= room or longest == 1:
            return pieces
    return None


def _stretch(tabs: Sequence[Tab], keys: Sequence[str], active: int, room: int) -> list[StyledText]:
    """Of the stretches that the tabs fall into the one with the tab in front; signs say on which side there are more.

    A stretch stays while the tab in front is in it, so that nothing moves from tab to tab.
    """
    longest = max(_SHORTEST, room // _AT_LEAST - 7)
    texts = [_text(tab, key, longest, False, True) for tab, key in zip(tabs, keys, strict=True)]
    needs = [cell_len(text) + 2 for text in texts]
    start = end = 0
    while end <= active:
        start, used = end, 3
        while end < len(tabs) and (end == start or used + needs[end] <= room):
            used += needs[end]
            end += 1
    while end == len(tabs) and start and used + needs[start - 1] <= room:
        start -= 1
        used += needs[start]
    pieces = _set(texts[start:end], active - start, 2)
    first, style = pieces[0]
    if start:
        pieces[0] = (f"<{first[1:]}", style)
    return [*pieces, (" >", "text")] if end < len(tabs) else pieces


def _text(tab: Tab, key: str, longest: int, counts: bool, short: bool) -> str:
    """A tab in words, its label cut."""
    count = f" {tab.count:,}" if counts and tab.count is not None else ""
    return f"{key} {cut(tab.short if short else tab.label, longest)}{count}"


def _set(texts: Sequence[str], active: int, gap: int) -> list[StyledText]:
    """The tabs with a gap between them; the brackets of the one in front stand in the gaps."""
    pieces: list[StyledText] = []
    for place, text in enumerate(texts):
        if place == active:
            pieces.extend([(" " * (gap - 1), "text"), (f"[{text}]", "tab")])
        else:
            pieces.append((" " * (gap - (place == active + 1)) + text, "text"))
    return pieces
