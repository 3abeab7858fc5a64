"""Offering to make a prepared file anew that a change of the archive has left behind."""

from typing import Any

from textual.app import App

from cq_tui.importing.recognise.answers.choices import Choice
from cq_tui.language import _
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.modal_panel import ModalPanel
from cq_tui.screens.base.reload import rebuild_views
from cq_tui.screens.base.session import Session
from cq_tui.screens.dialogs.choice import ChoiceScreen
from cq_tui.screens.dialogs.preparing import PreparingScreen
from cq_tui.store.prepare_archive import may_prepare
from cq_tui.store.store import Store


def offer_to_prepare(app: App[Any], session: Session) -> None:
    """Ask whether the file is to be made anew, and make it. Nothing is asked where that can't be, or above a dialog."""
    if (
        session.confined is not None
        or isinstance(app.screen, ModalPanel)
        or not may_prepare(session.store.archive.root)
    ):
        return

    def chosen(choice: Choice | None) -> None:
        if choice is not None and choice.key == "prepare":
            app.push_screen(PreparingScreen(session), made)
        else:
            session.leaves_stale = True

    def made(found: Store | str | None) -> None:
        if found is None:
            return
        if isinstance(found, Store):
            session.take(found)
            session.leaves_stale = False
            rebuild_views(app)
        if isinstance(app.screen, BaseScreen):
            told = _("The archive is prepared.") if isinstance(found, Store) else found
            app.screen.show_message(told, "accent" if isinstance(found, Store) else "fault")

    choices = [
        Choice("prepare", "", _("make it anew"), _("every session opens the archive at once again")),
        Choice("keep", "", _("leave it"), _("every session reads the tables until it is made anew")),
    ]
    app.push_screen(ChoiceScreen(session, _("The prepared file is out of date"), choices), chosen)
