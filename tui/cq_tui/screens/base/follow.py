"""``--follow``: an archive whose files change is read again once they rest, and what changed is told in a line."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from cq_tui.archive.read import has_changed
from cq_tui.language import _, listed
from cq_tui.screens.base.reload import reload_archive
from cq_tui.screens.base.session import Session
from cq_tui.store.store import QueryError, Store

_QUIET = 0.3
"""Seconds without a change after which files are read: an editor writes several times."""
_MOST = 200_000
"""Records of an archive up to which they are compared one by one."""


class Follower:
    """Waits until the files of the session's archive rest. ``ask`` is called then, in the loop's thread."""

    def __init__(self, session: Session, ask: Callable[[], None]) -> None:
        """Begin, in the loop's thread; the timer runs only while something changes."""
        self._ask = ask
        self._timer: asyncio.TimerHandle | None = None
        self._loop = asyncio.get_running_loop()
        if session.watch is not None:
            session.watch.listen(self._heard)

    def _heard(self) -> None:
        """In the thread of the watch."""
        with suppress(RuntimeError):  # the loop has ended
            self._loop.call_soon_threadsafe(self._wait)

    def _wait(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._loop.call_later(_QUIET, self._ask)


def read_changes(session: Session) -> tuple[Store | str, str] | None:
    """The store over the files as they are now, or why there is none, and what changed; None where nothing did."""
    if not has_changed(session.store.archive):
        return None
    found = reload_archive(session)
    return found, "" if isinstance(found, str) else _told(session.store, found)


def _told(old: Store, new: Store) -> str:
    if max(sum(store.totals.values()) for store in (old, new)) > _MOST:
        return _("The files changed and were read again.")
    from cq_tui.diff.difference import differences

    try:
        counts = [one.counts for one in differences(old, new)]
    except QueryError:
        return _("The files changed and were read again.")
    added, gone, changed = (sum(column) for column in zip(*counts, strict=True))
    parts = [
        words.format(count=f"{count:,}")
        for count, words in ((added, _("{count} new")), (changed, _("{count} changed")), (gone, _("{count} gone")))
        if count
    ]
    if not parts:
        return _("The files changed; the records say the same.")
    return _("The files changed: {what}.").format(what=listed(parts))
