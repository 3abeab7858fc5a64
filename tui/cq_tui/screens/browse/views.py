"""Views: the list under a name, opened again, and what is new in it since."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from cq_tui.language import _
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.controller import Controller
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.browse.list_controller import ListController
from cq_tui.screens.browse.state import BrowseState
from cq_tui.widgets.base.action import N_, action

if TYPE_CHECKING:  # the first frame has no view
    from cq_tui.screens.dialogs.view_name import Named
    from cq_tui.screens.dialogs.views import Chosen
    from cq_tui.screens.navigation.view_location import OpenedView
    from cq_tui.views.held import News


class ViewsController(Controller):
    """Saves and opens views; asks once what is new in the one that was opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("views", "w", N_("views")),
    ]

    def __init__(self, screen: BaseScreen, state: BrowseState, lists: ListController) -> None:
        self._screen = screen
        self._state = state
        self._lists = lists
        self._news = screen.new_runner("view news")

    def action_views(self) -> None:
        """The views, and saving the list in front as one."""
        from cq_tui.screens.dialogs.views import ViewsScreen

        session, place = self._state.session, self._state.list
        opened = place.view if place is not None else None
        views = session.saved_views()
        dialog = ViewsScreen(session, views, opened, may_save=place is not None, told=self._screen.show_message)
        self._screen.app.push_screen(dialog, self._chosen)

    def _chosen(self, what: "Chosen | None") -> None:
        if what is None:
            return
        if what.view is not None:
            from cq_tui.screens.navigation.open_view import open_view

            open_view(self._screen, what.view)
        elif what.gone:
            self._list_gone()
        else:
            self._ask_name()

    def _ask_name(self) -> None:
        from cq_tui.screens.dialogs.view_name import ViewNameScreen

        session, kind, place = self._state.session, self._state.kind, self._state.list
        if kind is None or place is None:
            return
        from cq_tui.query.parse import parse

        if faults := parse(place.filter, kind).faults:
            words = _("{text} in the filter is not understood: such a list is not saved.")
            self._screen.show_message(words.format(text=faults[0].text), "fault")
            return
        begin = place.view.saved.view.name if place.view is not None else ""
        self._screen.app.push_screen(ViewNameScreen(session, session.saved_views(), begin=begin), self._save)

    def _save(self, named: "Named | None") -> None:
        kind, place, session = self._state.kind, self._state.list, self._state.session
        if named is None or kind is None or place is None:
            return
        from cq_tui.screens.navigation.view_location import OpenedView, columns_table, view_of_list
        from cq_tui.views.saved import ViewError

        view = view_of_list(named.name, kind, place, session.layout(kind))
        try:
            saved = session.saved_views().save(view, named.place)
        except ViewError as error:
            self._screen.show_message(str(error), "fault")
            return
        place.view = OpenedView(saved, columns_table(view, kind))
        self._lists.show_summary()
        self._look(place.view, told=_("Saved as {view}.").format(view=view.name))

    def _list_gone(self) -> None:
        from cq_tui.screens.dialogs.gone import GoneScreen

        kind, place = self._state.kind, self._state.list
        if kind is not None and place is not None and place.view is not None and place.view.news is not None:
            opened = place.view
            gone = GoneScreen(
                self._state.session, kind, opened.saved.view.name, opened.news.gone if opened.news else {}
            )
            self._screen.app.push_screen(gone)

    def shown(self) -> None:
        """A list is on the screen: ask what is new where it is that of a view that was just opened."""
        place = self._state.list
        if place is not None and place.view is not None and not place.view.asked:
            self._look(place.view)

    def _look(self, opened: "OpenedView", told: str = "") -> None:
        """Ask what is new in a view, and let what it holds now be remembered; ``told`` is said in place of the news."""
        opened.asked = True
        session = self._state.session
        kind, folder = session.store.schema.get(opened.saved.view.kind), session.held_folder
        if kind is None or folder is None:
            if told:
                self._screen.show_message(told)
            return
        from cq_tui.query.parse import parse
        from cq_tui.store.selection.selection import Selection
        from cq_tui.views.held import look

        selection: Selection = Selection(session.store, parse(opened.saved.view.filter, kind))

        def work(question: Question) -> None:
            question.show(self._came, opened, look(folder, opened.saved, selection), told)

        self._news.ask(work, self._failed, cancel=selection.cancel)

    def _failed(self, error: Exception) -> None:
        self._screen.show_message(str(error), "fault")

    def _came(self, opened: "OpenedView", news: "News", told: str) -> None:
        from cq_tui.views.words import news_line

        opened.news = news
        place = self._state.list
        if place is not None and place.view is opened:
            self._lists.show_news()
            line = _("{view}: {news}").format(view=opened.saved.view.name, news=news_line(news))
            self._screen.show_message(told or line)
