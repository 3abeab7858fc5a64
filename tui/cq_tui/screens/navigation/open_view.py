"""Opening a view from wherever one is."""

from cq_tui.language import _
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.navigation.location import ListLocation
from cq_tui.screens.navigation.view_location import list_of_view
from cq_tui.store.views.summary import tabs
from cq_tui.views.saved import Saved


def open_view(screen: BaseScreen, saved: Saved) -> None:
    """Bring the list of a view to the front, as it was saved."""
    store = screen.session.store
    kind = store.schema.get(saved.view.kind)
    if kind is None or saved.why_not:
        words = _("{view} does not fit this archive: {why}")
        screen.show_message(words.format(view=saved.view.name, why=saved.why_not), "fault")
    elif kind not in tabs(store):
        words = _("{view} lists {kind}, which have no tab here.")
        screen.show_message(words.format(view=saved.view.name, kind=kind.label), "fault")
    else:
        screen.go(ListLocation(kind.name, list_of_view(saved, kind)))
