"""The chain pane: a map of the value chain, and below it the records linked to the segment under the cursor."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer

from cq_tui.language import _
from cq_tui.schema.field import Field
from cq_tui.screens.base.controller import Controller
from cq_tui.screens.base.query_runner import QueryRunner, new_runner
from cq_tui.screens.base.session import Session
from cq_tui.screens.browse.detail_pane import REST
from cq_tui.screens.browse.state import BrowseState, Notice, QueryChanged
from cq_tui.settings.key_names import display_keys
from cq_tui.store.views.chain import Chain
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Build, Row
from cq_tui.widgets.base.text_layout import wrap
from cq_tui.widgets.views.chain_map import ChainMap

if TYPE_CHECKING:
    from cq_tui.kinds.chain import Segment
    from cq_tui.store.store import Store


class ChainPane(Vertical):
    """The map of the chain over the records that touch the segment under its cursor."""

    class Walked(Message):
        """The cursor stands on another segment, whose id this is."""

        def __init__(self, segment: str) -> None:
            super().__init__()
            self.segment = segment

    def __init__(self, session: Session, *, id: str) -> None:
        super().__init__(id=id)
        self._session = session
        self._resting: Timer | None = None
        self._links = LinkList(id="touching")
        self.map = ChainMap(self._tier, ascii_only=session.ascii_only)
        self.chain: Chain | None = None
        """The chain to draw; None where a filter is set or another list is in front."""
        self._runner: QueryRunner | None = None
        self.as_list = False
        """Whether the list was asked for instead of the map."""

    def compose(self) -> ComposeResult:
        """The map, and what touches a segment."""
        yield self.map
        yield self._links

    @property
    def _tier(self) -> Field:
        """The field of the stages, whose codes may be the archive's own."""
        return self._session.store.kind("chain").by_name["tier"]

    @property
    def is_map(self) -> bool:
        """Whether the map is to be shown in place of the list."""
        return self.chain is not None and not self.as_list

    def show_chain(self, chain: Chain | None, segment: str | None) -> None:
        """Show a chain with the cursor on a segment, by its id; None where it is no chain that is in front."""
        self.chain = chain
        if chain is not None:
            self.map.show(chain, segment, self._tier)
            self._show_links()  # what comes with the map does not wait for the cursor to rest

    def turn(self) -> None:
        """From the picture to the tree to the list, and back to the picture."""
        if self.as_list:
            self.as_list = False
            self.map.turn(as_tree=False)
        elif not self.map.as_tree:
            self.map.turn(as_tree=True)
        else:
            self.as_list = True

    def _show_links(self) -> None:
        node = self.map.current
        if node is not None:
            if self._runner is None:
                self._runner = new_runner(self.screen, "touching")
            store, width = self._session.store, max(1, self._links.size.width - 1)
            find = partial(_touching, store, node.segment, width)
            self._runner.find(find, self._links.show, self._fail, at_once=not store.may_wait)

    def _fail(self, why: Exception) -> None:
        self._links.show(lambda width: [Row([(f"  {line}", "fault")]) for line in wrap(str(why), width - 3)])

    @on(ChainMap.Moved)
    def _moved(self, event: ChainMap.Moved) -> None:
        event.stop()
        if self._resting is not None:
            self._resting.stop()
        if event.node is None:
            self._links.show(lambda _width: ())
        elif self.chain is not None:
            self.post_message(self.Walked(event.node.segment.id))
            self._resting = self.set_timer(REST, self._show_links)

    @on(ChainMap.Below)
    def _below(self, event: ChainMap.Below) -> None:
        event.stop()
        self._links.focus()

    @on(LinkList.Left)
    def _left(self, event: LinkList.Left) -> None:
        event.stop()
        self.map.focus()


def _touching(store: "Store", segment: "Segment", width: int) -> Build:
    """What makes the lines of the records that touch a segment; all that they need is in the store by then."""
    from cq_tui.store.views.segment_links import segment_links
    from cq_tui.widgets.views.segment_links_lines import touching_lines

    build = partial(touching_lines, store, segment_links(store, segment), segment)
    if store.may_wait:
        build(width)
    return build


class ChainController(Controller):
    """Turns the chain, where it is in front."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("chain-view", "v", N_("picture/tree/list"), first=True, call="turn_chain"),
    ]

    def __init__(self, state: BrowseState, pane: ChainPane) -> None:
        self._state = state
        self._pane = pane

    def allows(self, action: str, parameters: tuple[object, ...]) -> bool:  # noqa: ARG002
        """Only in the chain's tab: from elsewhere the key would act on a tab that was left."""
        return self._state.kind is not None and self._state.kind.name == "chain"

    def why_not(self, action: str) -> str:  # noqa: ARG002
        """Another tab is in front."""
        names = [kind.name for kind in self._state.kinds]
        if "chain" not in names:
            return _("This archive has no value chain.")
        key = display_keys(self._state.session.keymap.get("chain-view", "v")).split(" ")[0]
        words = _("{key} is for the value chain, in tab {tab}: picture, tree or list.")
        return words.format(key=key, tab=names.index("chain") + 2)  # behind the overview, counted from 1

    def action_turn_chain(self) -> None:
        """From the picture to the tree to the list, and back to the picture."""
        if self._pane.chain is not None:
            self._pane.turn()
            self._pane.post_message(QueryChanged())
        else:
            self._pane.post_message(Notice(_("The map is of the whole chain: Esc clears the filter.")))
