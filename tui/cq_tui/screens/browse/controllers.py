"""The controllers of the browser: which there are, what each works with, and whose an action is."""

from textual.binding import BindingType

from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.controller import attach, bindings_of
from cq_tui.screens.browse.brief import BriefController
from cq_tui.screens.browse.chain_pane import ChainController, ChainPane
from cq_tui.screens.browse.changes import ChangesController
from cq_tui.screens.browse.columns import ColumnsController
from cq_tui.screens.browse.compare import CompareController
from cq_tui.screens.browse.conditions import ConditionsController
from cq_tui.screens.browse.currency import CurrencyController
from cq_tui.screens.browse.export import ExportController
from cq_tui.screens.browse.filter import FilterController
from cq_tui.screens.browse.import_ import ImportController
from cq_tui.screens.browse.list_controller import ListController
from cq_tui.screens.browse.marks import MarksController
from cq_tui.screens.browse.overview_controller import OverviewController
from cq_tui.screens.browse.overview_pane import OverviewPane
from cq_tui.screens.browse.publish import PublishController
from cq_tui.screens.browse.state import BrowseState
from cq_tui.screens.browse.tabs import TabsController
from cq_tui.screens.browse.timeline import TimelineController
from cq_tui.screens.browse.twins import TwinsController
from cq_tui.screens.browse.unused_keys import UnusedKeys
from cq_tui.screens.browse.views import ViewsController

BINDINGS: list[BindingType] = bindings_of(
    FilterController,
    ChainController,
    CompareController,
    TimelineController,
    TwinsController,
    CurrencyController,
    MarksController,
    ConditionsController,
    ColumnsController,
    ViewsController,
    ImportController,
    ChangesController,
    BriefController,
    PublishController,
    TabsController,
    ExportController,
)
"""The keys of all of them, in the order in which they are offered and told."""


class Controllers:
    """One controller a concern, whose actions are the screen's."""

    def __init__(
        self,
        screen: BaseScreen,
        state: BrowseState,
        lists: ListController,
        summed: OverviewController,
        overview: OverviewPane,
        chain: ChainPane,
    ) -> None:
        self._state = state
        self.tabs = TabsController(screen, state, overview)
        self.filter = FilterController(screen, state, self.tabs)
        self.marks = MarksController(screen, state, lists, self.filter)
        self.views = ViewsController(screen, state, lists)
        self.currency = CurrencyController(screen, state)
        self._every = (
            self.filter,
            ChainController(state, chain),
            CompareController(screen, state, lists),
            TimelineController(screen, state),
            TwinsController(screen, state),
            self.currency,
            self.marks,
            ConditionsController(screen, state, lists, self.filter, self.tabs),
            ColumnsController(screen, state, lists),
            self.views,
            ImportController(screen, state, self.tabs),
            ChangesController(screen, state),
            BriefController(screen, state, lists, summed),
            PublishController(screen, state, lists),
            self.tabs,
            ExportController(screen, state, lists, summed),
        )
        self._unused = UnusedKeys(screen, state, self._every, self.filter)
        attach(screen, self._every)

    def allow(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether the controller of an action allows it; None where it is none of theirs. The overview is no list."""
        if self._state.kind is None and self._unused.is_of_lists(action):
            return False
        name = f"action_{action.partition('(')[0]}"
        owner = next((one for one in self._every if hasattr(one, name)), None)
        return owner.allows(action, parameters) if owner else None

    def why_unused(self, key: str, shown: str) -> str:
        """Why a key does nothing here, and where it acts."""
        return self._unused.why(key, shown)
