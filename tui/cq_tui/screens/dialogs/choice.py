"""A dialog of a few lines to choose one from."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from cq_tui.importing.recognise.mapping_edits import Choice
from cq_tui.screens.base.modal_panel import ModalPanel
from cq_tui.screens.base.session import Session
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.link_list import Link, LinkList, Row
from cq_tui.widgets.base.status_lines import TextLine
from cq_tui.widgets.base.text_layout import cut, padded

_WIDEST = 0.5


class ChoiceList(LinkList):
    """What can be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("choice-take", "enter,right,l", N_("choose"), first=True, call="follow"),
    ]


class ChoiceScreen(ModalPanel[Choice | None]):
    """Enter takes the line under the cursor."""

    DEFAULT_CSS = """
    ChoiceScreen {
        #panel { height: 14; }
        LinkList { height: 1fr; }
    }
    """
    AUTO_FOCUS = "ChoiceList"

    BINDINGS: ClassVar[list[BindingType]] = [
        action("choice-back", "escape,q,left,h", N_("back"), first=True, call="back"),
    ]

    def __init__(self, session: Session, what: str, choices: Sequence[Choice], start: int | None = None) -> None:
        """``start`` is where the cursor stands; on what is chosen where that is not said."""
        super().__init__(session)
        self._start = start
        self._what = what
        self._choices = choices

    def compose(self) -> ComposeResult:
        """What is asked, and the answers."""
        with Vertical(id="panel"):
            yield TextLine(id="what")
            yield ChoiceList()

    def on_mount(self) -> None:
        """Show them, the cursor on the one that holds now."""
        self.query_one("#what", TextLine).update([(f" {clean_line(self._what)}", "accent")])
        chosen = next((place for place, one in enumerate(self._choices) if one.chosen), 0)
        start = chosen if self._start is None else self._start
        self.query_one(LinkList).show(self._rows, (max(0, start - 4), start))

    def _rows(self, width: int) -> list[Row]:
        room = int(width * _WIDEST)
        rows = []
        for place, one in enumerate(self._choices):
            mark = " * " if one.chosen else "   "
            words = padded(cut(clean_line(one.words), room), room)
            side = cut(clean_line(one.side), width - room - 6)
            rows.append(Row([(mark, "accent"), (words, "link"), (f"  {side}", "dim")], Link("", str(place))))
        return rows

    @on(LinkList.Followed)
    def _followed(self, event: LinkList.Followed) -> None:
        event.stop()
        self.dismiss(self._choices[int(event.link.id or 0)])

    def action_back(self) -> None:
        """Nothing is changed."""
        self.dismiss(None)
