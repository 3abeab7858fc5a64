"""The closed world of the suite: the same environment on every machine, and a look at what was left outside of it.

It is closed before a test module is imported, so nothing of the user's settings, locale, time zone or shell has a say.
"""

import atexit
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
APART = ("ftm", "packages", "serve", "server", "ssh")
"""Folders of tests that have targets of their own in the Makefile: each test has the folder's name for a mark."""

FIXED = {
    "LANG": "C.UTF-8",
    "TERM": "xterm-256color",
    "COLUMNS": "80",  # argparse folds its help by it
    "LINES": "24",
    "TZ": "CST-8",  # China's time, without needing tzdata: what takes local time for UTC shows
    "PIP_NO_CACHE_DIR": "1",
}
_KEPT = (
    "PATH",
    "CI",
    "CQ_TUI_GOLDENS",
    "CQ_TUI_TESTS",
    "CQ_TUI_TEST_SERVER",
    "CQ_TUI_TEST_SERVER_USER",
    "CQ_TUI_TEST_SERVER_PASSWORD",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "REQUESTS_CA_BUNDLE",
)
_KEPT_BEGINNINGS = ("PIP_", "PYTEST_", "HYPOTHESIS_", "COV_", "COVERAGE_")
"""What reaches Python and the package index (one test installs the wheel), and what steers the test tools."""

_IGNORED = ("SIGINT", "SIGHUP", "SIGQUIT", "SIGTERM", "SIGTSTP", "SIGTTIN", "SIGTTOU", "SIGCONT", "SIGCHLD")
_CACHES = frozenset(
    ".git .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis __pycache__ build dist".split()
)
"""What tools keep in a checkout, all ignored by git."""
_SETTINGS = (".config", ".local/state", ".local/share", ".cache", "Library/Application Support", "Library/Caches")
_HOME, _TEMPORARY = "home", "tmp"
_FOLDER = "CQ_TUI_TEST_WORLD"


def close(environ: MutableMapping[str, str] = os.environ) -> Path:
    """Close the world of this process and of those it will start; returns the folder that holds home and TMPDIR.

    The folder goes when this process does. A worker of xdist lives in the world that its controller made.
    """
    _closed_fds_are_opened()
    _signals_are_usual()
    os.umask(0o022)
    # pytest rewrites each test module, which takes four seconds in all: once, not at each run and by each worker.
    sys.dont_write_bytecode = False
    folder = Path(environ.get(_FOLDER) or tempfile.mkdtemp(prefix="cq-tui-world-"))
    if _FOLDER not in environ:
        atexit.register(_remove, folder, os.getpid())
    for name in (_HOME, _TEMPORARY):
        (folder / name).mkdir(exist_ok=True)
    variables = closed(environ, folder)
    environ.clear()
    environ.update(variables)
    tempfile.tempdir = None  # asked for before, so kept by the module
    time.tzset()
    return folder


def closed(environ: Mapping[str, str], folder: Path) -> dict[str, str]:
    """The environment of the suite: what is fixed, and of the user's what is needed to run it at all."""
    kept = {name: value for name, value in environ.items() if _is_kept(name)}
    # pytest's own folders stay where pytest looks for those of earlier runs, to keep three of them.
    kept.setdefault("PYTEST_DEBUG_TEMPROOT", tempfile.gettempdir())
    if "PIP_CONFIG_FILE" not in kept and (own := _pip_configuration(environ)):
        kept["PIP_CONFIG_FILE"] = str(own)
    own_folders = {"HOME": str(folder / _HOME), "TMPDIR": str(folder / _TEMPORARY), _FOLDER: str(folder)}
    return kept | FIXED | own_folders


class Outside:
    """What stood outside of the tests' folders when the suite began."""

    def __init__(self, home: Path, folders: Iterable[Path] = (Path("/"), Path.cwd(), ROOT)) -> None:
        self._home, self._folders = home, tuple(folders)
        self._before = set(self._names())

    def left(self, world: Path) -> list[str]:
        """What has come since, in order; and all that is in the home and the TMPDIR of the suite itself."""
        inside = (path for name in (_HOME, _TEMPORARY) for path in (world / name).iterdir())
        return sorted({*map(str, inside), *(set(self._names()) - self._before)})

    def _names(self) -> Iterator[str]:
        for folder in (*self._folders, self._home):
            yield from _entries(folder)
        for settings in _SETTINGS:  # of a home in use only what has our name: other programs write there too
            yield from (name for name in _entries(self._home / settings) if Path(name).name.startswith("cq"))
        yield from _tree(ROOT)


def _remove(folder: Path, owner: int) -> None:
    if os.getpid() == owner:  # not in a fork
        shutil.rmtree(folder, ignore_errors=True)


def _is_kept(name: str) -> bool:
    return name in _KEPT or name.startswith(_KEPT_BEGINNINGS) or name.lower().endswith("_proxy")


def _pip_configuration(environ: Mapping[str, str]) -> Path | None:
    """Where this user told pip of another package index; HOME will no longer lead there."""
    home = Path(environ.get("HOME") or "/")
    config = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
    return next((path for path in (config / "pip/pip.conf", home / ".pip/pip.conf") if os.access(path, os.R_OK)), None)


def _closed_fds_are_opened() -> None:
    """A closed standard stream would give its number to the next file that a test opens."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _signals_are_usual() -> None:
    """Undo what ``nohup``, a shell's ``&`` or cron left ignored or blocked; programs that are started inherit it."""
    for name in _IGNORED:
        number = getattr(signal, name)
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler if name == "SIGINT" else signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())


def _entries(folder: Path) -> Iterator[str]:
    try:
        yield from (str(folder / name) for name in os.listdir(folder) if name not in _CACHES)
    except OSError:  # not there, or not to be read
        return


def _tree(root: Path) -> Iterator[str]:
    for path, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name not in _CACHES and not name.endswith(".egg-info")]
        yield from (os.path.join(path, name) for name in (*folders, *files))
