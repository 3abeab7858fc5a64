"""A record as plain text, sent to the terminal's clipboard, or shown where that can't be."""

from collections.abc import Callable

from textual.binding import Binding

from cq_tui.language import _
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.query_runner import QueryRunner
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action

MOST_SENT = 4096
"""Bytes that are sent to the terminal's clipboard at once; terminals drop longer ones without a word."""

COPY: Binding = action("copy", "y", N_("copy the record"))


def copy_record(screen: BaseScreen, runner: QueryRunner, kind: Kind, whole: Callable[[], Record | None]) -> None:
    """Send a record, and tell of it, for no answer comes back; where it can't be sent it is shown to be selected.

    ``whole`` looks it up: in the background, where that may take a while.
    """
    from cq_tui.store.views.record_text import record_text

    store = screen.session.store

    def find() -> tuple[str, list[str]]:
        record = whole()
        return ("", []) if record is None else (clean_line(record.called), list(record_text(store, kind, record)))

    runner.find(
        find,
        lambda found: _send(screen, *found),
        lambda why: screen.show_message(str(why), "fault"),
        at_once=not store.may_wait,
    )


def _send(screen: BaseScreen, title: str, lines: list[str]) -> None:
    if not lines:
        screen.show_message(_("There is no record here."))
        return
    text = "\n".join(lines)
    size = len(text.encode())
    if screen.session.confined:
        why = _("Copying is off in secure mode. Select what you need here.")
    elif size > MOST_SENT:
        words = _("{size} bytes are too many for the terminal's clipboard. Select what you need here.")
        why = words.format(size=size)
    else:
        screen.app.copy_to_clipboard(text)
        words = _("Sent to the terminal, {size} bytes: {title}. Your terminal may not support this.")
        screen.show_message(words.format(size=size, title=title))
        return
    from cq_tui.screens.dialogs.copy_text import CopyTextScreen

    screen.app.push_screen(CopyTextScreen(screen.session, why, lines))
