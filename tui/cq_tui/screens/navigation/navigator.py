"""Navigation: shows a location, whatever screen is in front. A screen is imported when it is gone to first."""

from typing import Any

from textual.app import App
from textual.screen import Screen

from cq_tui.language import _
from cq_tui.screens.base.session import Session
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.screens.navigation.location import (
    CompareLocation,
    ListLocation,
    Located,
    Location,
    RecordLocation,
    SearchLocation,
    TimelineLocation,
    TwinsLocation,
)


def go(app: App[Any], session: Session, to: Location | int) -> None:
    """Show a location, or step through the history by -1 or 1; the location that is left keeps its scroll position.

    With nothing to go back to, a record or a search leads to the lists. Dialogs in front are closed.
    """
    while not isinstance(app.screen, Located):
        app.pop_screen()
    app.screen.remember_location()
    if not isinstance(to, int):
        session.history.at(to)
        _bring(app, session, to)
    elif (location := session.history.step(to)) is not None:
        _bring(app, session, location)
    elif isinstance(app.screen, BrowseScreen):
        app.screen.show_message(
            _("Nothing was visited before this.") if to < 0 else _("Nothing was visited after this.")
        )
    elif to < 0:
        _home(app)
    else:
        app.notify(_("Nothing was visited after this."), markup=False)


def _bring(app: App[Any], session: Session, location: Location) -> None:
    """Show a location. Over the lists lies at most one of the other pages, and over that at most one record."""
    match location:
        case ListLocation():
            _home(app).show_location(location)
        case SearchLocation():
            from cq_tui.screens.search import SearchScreen

            _back_to(app, SearchScreen)
            if not isinstance(app.screen, SearchScreen):
                app.push_screen(SearchScreen(session, location))
        case CompareLocation():
            from cq_tui.screens.compare import CompareScreen

            _page(app, session, CompareScreen, location)
        case TimelineLocation():
            from cq_tui.screens.timeline import TimelineScreen

            _page(app, session, TimelineScreen, location)
        case TwinsLocation():
            from cq_tui.screens.twins import TwinsScreen

            _page(app, session, TwinsScreen, location)
        case RecordLocation():
            from cq_tui.screens.record import RecordScreen

            if isinstance(app.screen, RecordScreen):
                app.screen.show_location(location)
            else:
                app.push_screen(RecordScreen(session, location))


def _page(app: App[Any], session: Session, screen: type[Any], location: Location) -> None:
    """Show a location on the page of its sort, a new one where none is open."""
    _back_to(app, screen)
    if isinstance(app.screen, screen):
        app.screen.show_location(location)
    else:
        app.push_screen(screen(session, location))


def _back_to(app: App[Any], screen: type[Screen[Any]]) -> None:
    while not isinstance(app.screen, (BrowseScreen, screen)):
        app.pop_screen()


def _home(app: App[Any]) -> BrowseScreen:
    while not isinstance(app.screen, BrowseScreen):
        app.pop_screen()
    return app.screen
