"""A record as plain text, sent to the terminal's clipboard, or shown where that can't be."""

from textual.binding import Binding

from cq_tui.language import _
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action

MOST_SENT = 4096
"""Bytes that are sent to the terminal's clipboard at once; terminals drop longer ones without a word."""

COPY: Binding = action("copy", "y", N_("copy the record"))


def copy_record(screen: BaseScreen, kind: Kind, record: Record) -> str | None:
    """Send a record; what to tell of it, for no answer comes back. None where it is shown to be selected instead."""
    from cq_tui.store.views.record_text import record_text

    lines = list(record_text(screen.session.store, kind, record))
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
        return words.format(size=size, title=clean_line(record.called))
    from cq_tui.screens.dialogs.copy_text import CopyTextScreen

    screen.app.push_screen(CopyTextScreen(screen.session, why, lines))
    return None
