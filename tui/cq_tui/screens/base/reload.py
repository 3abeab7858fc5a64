"""Reload: reads the archive's files again while it is browsed."""

from cq_tui.archive.problem import ArchiveError
from cq_tui.screens.base.session import Session
from cq_tui.store.store import Store


def reload_archive(session: Session) -> Store | str:
    """A store over the files as they are now, its tables made; or in one line why there is none."""
    try:
        store = session.reopen()
    except ArchiveError as error:
        return str(error)
    store.begin().join()
    if session.beside:
        from cq_tui.store.beside import put_beside

        put_beside(store, session.beside)
    return store
