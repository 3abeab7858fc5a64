"""A view that is open: the list that it leads to, its columns, and what is new in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cq_tui.query.parse import orders
from cq_tui.query.terms import Fault, Order
from cq_tui.schema.kind import Kind
from cq_tui.screens.navigation.location import ListState
from cq_tui.settings.columns import Layout
from cq_tui.views.saved import Saved
from cq_tui.views.view import View, columns_of

if TYPE_CHECKING:
    from cq_tui.views.held import News


@dataclass
class OpenedView:
    """A view whose list is in front. ``columns``: a ``Layout.table``, as it is arranged while the view is open."""

    saved: Saved
    columns: Mapping[str, Any]
    asked: bool = False
    """Whether it was asked what is new."""
    news: "News | None" = None

    def is_as_saved(self, kind: Kind, place: ListState, layout: Layout) -> bool:
        """Whether a list still stands as the view was saved."""
        view, fresh = self.saved.view, list_of_view(self.saved, kind)
        columns = tuple(field.name for field in layout.shown)
        same_columns = columns == view.columns if view.columns else layout.is_usual
        return (place.filter.strip(), place.orders) == (fresh.filter, fresh.orders) and same_columns


def list_of_view(saved: Saved, kind: Kind) -> ListState:
    """The list that a view leads to, as it was saved."""
    view = saved.view
    sorting = orders(view.sort, kind) if view.sort else None
    found: tuple[Order, ...] = () if sorting is None or isinstance(sorting, Fault) else sorting.orders
    return ListState(view.filter, found, view=OpenedView(saved, columns_table(view, kind)))


def columns_table(view: View, kind: Kind) -> Mapping[str, Any]:
    """The columns of a view as a ``Layout.table``; nothing where it leaves them open."""
    if not view.columns:
        return {}
    others = [name for name in columns_of(kind) if name not in view.columns]
    return {"order": [*view.columns, *others], "hidden": others}


def view_of_list(name: str, kind: Kind, place: ListState, layout: Layout) -> View:
    """A list as it stands, as a view of a name; the columns are named where they are not the usual ones."""
    columns = () if layout.is_usual else tuple(field.name for field in layout.shown)
    return View(name, kind.name, place.filter.strip(), ",".join(map(str, place.orders)), columns)
