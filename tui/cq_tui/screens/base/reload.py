"""Reload: reads the archive's files again while it is browsed."""

from contextlib import suppress
from typing import Any

from textual.app import App

from cq_tui.archive.problem import ArchiveError
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.session import Session
from cq_tui.store.engine.errors import QueryError
from cq_tui.store.prepared.lookup import not_taken
from cq_tui.store.store import Store


def reload_archive(session: Session) -> Store | str:
    """A store over the files as they are now, its tables made; or in one line why there is none."""
    try:
        store = session.reopen()
    except ArchiveError as error:
        return str(error)
    store.begin().join()
    if store.may_wait:
        with suppress(QueryError):  # what can't be answered is told where it is shown
            _ = store.totals, store.told_events  # every screen asks for them
    if session.beside:
        from cq_tui.store.beside import put_beside

        put_beside(store, session.beside)
    return store


def rebuild_views(app: App[Any]) -> None:
    """Show the session's store, and what else may have changed, on all open screens at once."""
    with app.batch_update():
        for screen in app.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.rebuild_view()


def out_of_date(store: Store) -> str:
    """What to say of a prepared file that the archive has left behind; empty where there is none."""
    return not_taken(store.archive.root, store.unprepared) if store.unprepared else ""
