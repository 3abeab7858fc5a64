"""Secure mode: what a shared account may do. One table names every action; what is not in it is refused.

The boundary is the account of the operating system; this is defence in depth behind a forced command.
"""

import os
import re
import shlex
import sys
from collections.abc import Mapping
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from cq_tui.language import _

SWITCH = "CQ_TUI_SECURE"
FOLDER = "CQ_TUI_EXPORT_DIR"
ORIGINAL = "SSH_ORIGINAL_COMMAND"
_PROGRAM = "cq-tui"


class Verdict(Enum):
    """Whether secure mode allows an action."""

    HARMLESS = auto()  # shows what is in the archive, or how; reads and writes nothing else
    CONFINED = auto()  # writes into the export folder, by a base name; without a folder it is refused
    REFUSED = auto()


_HARMLESS = """
    open up down page-up page-down first last column-left column-right sort
    follow along along-back line-up line-down top bottom
    mark list-marked unmark sort-second drop-term copy plain-back
    currency choice-take choice-back choice-up choice-down choice-page-up choice-page-down
    timeline timeline-open timeline-earlier timeline-later timeline-page-earlier timeline-page-later
    timeline-first timeline-last timeline-what-before timeline-what-after timeline-shorter timeline-longer timeline-back
    twins twins-other-counts twins-next twins-previous twins-back
    facets facet-choose facet-outcomes facet-back facet-column facet-columns-back option:as_shown
    filter search search-again keep-filter clear-filter complete earlier-filter later-filter reset escape
    tab-1 tab-2 tab-3 tab-4 tab-5 tab-6 tab-7 tab-8 tab-9 next-tab previous-tab
    tabs tabs-take tabs-up tabs-down tabs-close
    language theme reload
    next-hit hit-before open-source
    chain-open chain-left chain-right chain-up chain-down chain-first chain-last chain-view
    palette palette-do palette-up palette-down palette-close
    help help-back visits-back visits-forward back record-back search-back quit redraw command-line compare compare-back
    columns columns-usual columns-back column-hide column-toggle
    column-earlier column-later column-wider column-narrower
    views view-open views-close option:view command-take command-close gone-back
    choose-next choose-before export-next export-previous export-command export-cancel
    publish-next publish-previous publish-command publish-cancel
    brief-next brief-previous brief-command brief-cancel command:brief
    command:browse command:list command:show command:export command:check command:schema command:keys
    command:mcp command:completion option:shell
    option:kind option:id option:lang option:tab option:filter option:sort option:ascii option:mouse option:color
    option:theme
    option:quiet option:no_pager
    option:secure option:help option:version option:format option:columns option:encoding option:explain
    option:in option:raw option:twins option:sums option:json option:jsonl option:by option:table option:licence
    option:package option:last_told_before
""".split()
_CONFINED = """
    export export-write export-replace option:output option:force
    publish publish-write publish-replace command:publish option:folder
    brief brief-write brief-replace
""".split()
_REFUSED = """
    import-list import-undo file-take file-complete file-up file-down file-cancel prepare-stop
    import-change import-write import-replace import-kind import-event import-back
    import-replace-all import-replace-keep import-replace-not
    changes changes-back edition-take edition-up edition-down edition-close edition-other edition-back
    view-rename view-remove view-name-take view-name-place view-name-cancel
    suspend option:log option:log_level option:verbose option:follow
    option:archive option:original command:new command:import command:prepare option:prepare
    option:file option:event option:into
    twins-same twins-different twins-later twins-undo
    command:diff option:old option:new option:to
    option:map option:set option:undo option:keep_history
    option:dry_run option:sheet option:name
    command:serve option:port option:host option:readers option:idle option:public_url
""".split()

VERDICTS: Mapping[str, Verdict] = {
    **dict.fromkeys(_HARMLESS, Verdict.HARMLESS),
    **dict.fromkeys(_CONFINED, Verdict.CONFINED),
    **dict.fromkeys(_REFUSED, Verdict.REFUSED),
}
"""Every action of the program: bindings by their id, commands and options with their prefix."""

ACTIONS = tuple(name for name in VERDICTS if ":" not in name)
"""The ids of all actions that keys are bound to."""

_WAYS_OUT = re.compile("PYTHON[A-Z]|TEXTUAL")
_NO_WAYS_OUT = frozenset(
    """
    PYTHONCOERCECLOCALE PYTHONDONTWRITEBYTECODE PYTHONHASHSEED PYTHONIOENCODING PYTHONNOUSERSITE PYTHONSAFEPATH
    PYTHONUNBUFFERED PYTHONUTF8 TEXTUAL_ANIMATIONS TEXTUAL_COLOR_SYSTEM TEXTUAL_DISABLE_KITTY_KEY
    """.split()
)
"""Python's and Textual's variables that open, load and write nothing; any other one keeps secure mode from starting."""


class SecureError(Exception):
    """Secure mode can't be guaranteed, or refuses something; the text says why in one line."""


class Confinement(NamedTuple):
    """Secure mode as it is in force; ``folder`` is where exports go, None where they go nowhere.

    ``descriptor``: that folder, opened when the program started and held: whatever takes its path later, a link to
    elsewhere too, gets nothing.
    """

    folder: Path | None
    descriptor: int | None = None

    def verdict(self, action: str) -> Verdict:
        """Whether an action is allowed; one that the table does not name is refused."""
        verdict = VERDICTS.get(action, Verdict.REFUSED)
        return Verdict.REFUSED if verdict is Verdict.CONFINED and self.folder is None else verdict

    def target(self, path: Path) -> Path:
        """Where an export of that name goes. Raises SecureError for anything but a base name."""
        if self.folder is None:
            raise SecureError(_("Exporting into files is off in secure mode."))
        name = str(path)
        if name != path.name or name.startswith((".", "-")) or not name or not name.isprintable():
            raise SecureError(_("In secure mode a file is a plain name without folders: {name}").format(name=name))
        return self.folder / name


def is_asked(option: bool, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether secure mode is asked for, by option or environment."""
    return option or environ.get(SWITCH, "") not in ("", "0")


def confinement(option: bool, environ: Mapping[str, str] = os.environ) -> Confinement | None:
    """Secure mode if it was asked for by option or environment, else None.

    Raises SecureError rather than run half secured: a way out is open, or the export folder is none.
    """
    if not is_asked(option, environ):
        return None
    for name, value in environ.items():
        if value and _WAYS_OUT.match(name) and name not in _NO_WAYS_OUT:
            raise SecureError(_("{name} is set; secure mode does not start with it.").format(name=name))
    if sys.flags.inspect:
        raise SecureError(_("{name} is set; secure mode does not start with it.").format(name="python -i"))
    folder = environ.get(FOLDER)
    if not folder:
        return Confinement(None)
    path = Path(folder)
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        descriptor = -1
    if not path.is_absolute() or descriptor < 0:
        raise SecureError(_("{name} must be the full path of a folder.").format(name=FOLDER))
    return Confinement(path, descriptor)


def asked_over_ssh(environ: Mapping[str, str] = os.environ) -> list[str]:
    """The arguments that the client of a forced command asks for, as in ``ssh host cq-tui list deals``.

    sshd hands them on as one text. It is split into words here; no shell sees it.
    Raises SecureError for another program.
    """
    asked = environ.get(ORIGINAL, "").strip()
    if not asked:
        return []
    try:
        program, *arguments = shlex.split(asked)
    except ValueError:  # a quote that is not closed
        program, arguments = "", []
    if program != _PROGRAM:
        raise SecureError(_("Only cq-tui runs over this login, not {what}").format(what=asked))
    return arguments


def leave() -> None:
    """End at once where Python would open its prompt after the program: after ``-i`` and PYTHONINSPECT."""
    if sys.flags.inspect:
        os._exit(2)
