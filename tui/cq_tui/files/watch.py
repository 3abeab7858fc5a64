"""Whether files of an archive change, told by the system: nothing is looked at while nothing happens.

watchdog asks inotify (Linux) or FSEvents (macOS) and sleeps in the kernel until one of them has something to tell.
"""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from cq_tui.language import _
from cq_tui.values.clean import clean_line

_FOLDERS = ("data", "seeds")
_TOLD = ("created", "modified", "moved", "deleted", "closed")
"""Of a file that was opened or read nothing is to be made: we read them ourselves."""
_MOUNTS = Path("/proc/self/mountinfo")
_OF_OTHERS = ("nfs", "cifs", "smb", "9p", "afs", "ceph", "gluster", "lustre", "fuse")
"""How the names of file systems begin that change on other machines, of which the kernel here hears nothing."""


class WatchError(Exception):
    """Changes can't be told; the text is one line."""


class ArchiveWatch:
    """Calls back when something changes in the folders of an archive, in a thread of its own and often several times.

    An editor may write a file anew, or another one that it gives the name; a folder may be put in the place of another.
    """

    def __init__(self, roots: Sequence[Path]) -> None:
        """Begin. Raises ImportError without watchdog, WatchError where the system tells nothing."""
        from watchdog.events import FileSystemEventHandler
        from watchdog.observers import Observer
        from watchdog.observers.polling import PollingObserver

        heard = self._heard

        class Handler(FileSystemEventHandler):
            def on_any_event(self, event: Any) -> None:
                heard(event)

        self._roots = [root.absolute() for root in roots]
        self._handler = Handler()
        self._observer = Observer()
        self._changed: Callable[[], None] | None = None
        self._missed = False
        if isinstance(self._observer, PollingObserver):
            raise WatchError(_("This system does not tell when files change; R reads them again."))
        try:
            self._observe()
            self._observer.start()
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise WatchError(
                _("Changes of the files can't be followed: {why}. R reads them again.").format(why=why)
            ) from None

    def listen(self, changed: Callable[[], None]) -> None:
        """Call this from now on; at once if something changed before."""
        self._changed = changed
        if self._missed:
            changed()

    def _observe(self) -> None:
        for root in self._roots:
            self._observer.schedule(self._handler, str(root))
            for folder in (root / name for name in _FOLDERS):
                if folder.is_dir():
                    self._observer.schedule(self._handler, str(folder), recursive=True)

    def _heard(self, event: Any) -> None:
        """Something happened to a file; where a folder of the archive was put in place, it is watched instead."""
        if event.event_type not in _TOLD or (event.is_directory and event.event_type == "modified"):
            return
        paths = [Path(os.fsdecode(one)) for one in (event.src_path, event.dest_path) if one]
        if any(path.parent in self._roots and path.name in _FOLDERS for path in paths):
            self._observer.unschedule_all()
            self._observe()
        elif all(path.parent in self._roots for path in paths):
            return  # beside the data
        if self._changed is None:
            self._missed = True
        else:
            self._changed()


def not_told_of(roots: Sequence[Path]) -> str:
    """In a line, that folders lie where others may change files without notice; empty where none does."""
    for root in roots:
        kind = _file_system(root)
        if kind.startswith(_OF_OTHERS):
            message = _("{path} is on {kind}: what other machines change there is not noticed; R reads it again.")
            return message.format(path=clean_line(str(root)), kind=kind)
    return ""


def _file_system(path: Path) -> str:
    """The kind of the file system that a path is on; empty where that can't be known."""
    try:
        lines = _MOUNTS.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    real, found = os.path.realpath(path), ("", "")
    for line in lines:
        words = line.split()
        point = words[4].encode("latin-1", "replace").decode("unicode_escape", "replace")
        inside = real == point or real.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(found[0]):
            found = (point, words[words.index("-") + 1])
    return found[1]
