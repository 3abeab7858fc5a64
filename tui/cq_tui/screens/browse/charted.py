"""The chain's tab: the value chain to walk, and below it what touches the segment under the cursor."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.timer import Timer
from textual.widget import Widget

from cq_tui.screens.base.session import Session
from cq_tui.screens.browse.browsing import Browsing
from cq_tui.screens.browse.query_result import QueryResult
from cq_tui.screens.navigation.location import RecordLocation
from cq_tui.store.chain import Chain
from cq_tui.widgets.base.action import action, noted
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.views.chain_map import ChainMap
from cq_tui.widgets.views.segment_links_lines import touching_lines

_REST = 0.12
"""Seconds after which a cursor rests."""


class Charted(Browsing):
    """Draws the chain as long as no filter is set and the list is not asked for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("chain-view", "v", noted("picture, tree or list of the chain"), call="turn_chain"),
    ]

    def __init__(self, session: Session, tab: int = 0) -> None:
        super().__init__(session, tab)
        self._as_list = False
        self._chain: Chain | None = None
        self._walking: Timer | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The chain is turned where it is in front; from elsewhere the key would reach a tab that was left."""
        if action == "turn_chain" and not self._in_front:
            return False
        return super().check_action(action, parameters)

    @property
    def _in_front(self) -> bool:
        return self.kind is not None and self.kind.name == "chain"

    @property
    def front(self) -> Widget:
        """What has the keys: the list, or the map of the chain."""
        return self.query_one(ChainMap) if self.has_class("chain") else super().front

    def show_found(self, found: QueryResult) -> None:
        """Show the map where there is one, else the list."""
        super().show_found(found)
        self._chain = found.chain
        self.set_class(self._chain is not None and not self._as_list, "chain")
        if self._chain is not None:
            self.query_one(ChainMap).show(self._chain, self.session.list_state(found.selection.kind).record)
            self._show_touching()  # what comes with the map does not wait for the cursor to rest

    def show_front(self) -> None:
        """Other tabs have no map."""
        super().show_front()
        if not self._in_front:
            self.remove_class("chain")

    def action_turn_chain(self) -> None:
        """From the picture to the tree to the list, and back to the picture."""
        chain = self.query_one(ChainMap)
        if self._chain is None:
            return
        if self._as_list:
            self._as_list = False
            chain.turn(as_tree=False)
        elif chain.draws_picture(chain.size.width):
            chain.turn(as_tree=True)
        else:
            self._as_list = True
        self.select()

    @on(ChainMap.Moved)
    def _walked(self, event: ChainMap.Moved) -> None:
        if self.kind is None or not self._in_front:
            return  # the tab was left meanwhile: the row of another one is not this segment
        if event.node is None:
            self.query_one("#touching", LinkList).show(lambda _width: ())
            return
        self.session.list_state(self.kind).record = event.node.segment.id
        if self._walking is not None:
            self._walking.stop()
        self._walking = self.set_timer(_REST, self._show_touching)

    def _show_touching(self) -> None:
        node = self.query_one(ChainMap).current
        if node is not None:
            self.query_one("#touching", LinkList).show(partial(touching_lines, self.session.store, node.segment))

    @on(ChainMap.Opened)
    def _opened_segment(self, event: ChainMap.Opened) -> None:
        self.go(RecordLocation("chain", event.node.segment.id))

    @on(ChainMap.Below)
    def _below(self) -> None:
        self.query_one("#touching", LinkList).focus()

    @on(LinkList.Left)
    def _back_up(self) -> None:
        if self.has_class("chain"):
            self.query_one(ChainMap).focus()
