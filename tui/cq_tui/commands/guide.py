"""What the help and the manual page tell beside the options: examples, the environment, exit codes, where to ask."""

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, metadata
from typing import NamedTuple

from cq_tui import quotas, secure
from cq_tui.commands.names import COMMANDS, summary
from cq_tui.language import _, sentences
from cq_tui.settings.paths import NAMED as CONFIG
from cq_tui.values.today import VARIABLE as TODAY


class Row(NamedTuple):
    """A word that is explained, and what it means. ``command``: it is a line to type, its words stand below it."""

    term: str
    words: str
    command: bool = False


class Section(NamedTuple):
    """A heading with rows below it, then a text."""

    title: str
    rows: Sequence[Row] = ()
    text: str = ""


def last_sections(program: str) -> list[Section]:
    """What the help of a command ends with; that of the program itself tells all."""
    if " " in program:
        return [Section("", text=_elsewhere())]
    return [environment(), exit_codes(), asking(address())]


def first_sections(program: str, examples: Sequence[tuple[str, str]]) -> list[Section]:
    """What stands before the options: most readers look for these."""
    shown = [examples_of(examples)] if examples else []
    return shown if " " in program else [*shown, commands()]


def commands() -> Section:
    """The commands, and what each does."""
    rows = [Row(name, summary(name)) for name in COMMANDS]
    return Section(_("commands"), rows, _("cq-tui help COMMAND tells more of one."))


def examples_of(every: Sequence[tuple[str, str]]) -> Section:
    """Lines to type, and what they do."""
    return Section(_("examples"), [Row(line, words, command=True) for line, words in every])


def exit_codes() -> Section:
    """What the program answers the shell."""
    rows = [
        Row("0", _("done; also where the reader of a pipe went away")),
        Row("1", _("the query, the data or a file is wrong; check found a problem")),
        Row("2", _("the command line is wrong, or what it asks for is off in secure mode")),
        Row("130", _("interrupted by Ctrl+C; other signals 128 and their number")),
    ]
    return Section(_("exit codes"), rows)


def environment() -> Section:
    """The variables that the program heeds."""
    bounds = ", ".join(quotas.variable(name) for name in ("conditions", "columns", "memory", "disk", "seconds"))
    rows = [
        Row("CQ_TUI_ARCHIVE", _("the archive where none is named; else the shipped event")),
        Row(CONFIG, _("the configuration file; else config.toml in the platform's folder (XDG_CONFIG_HOME)")),
        Row("XDG_STATE_HOME", _("where filters and choices are kept from run to run, in cq-tui/state.toml")),
        Row("LC_ALL, LC_MESSAGES, LANG", _("the language where --lang and the configuration name none")),
        Row("PAGER", _("what shows long output on a terminal; else less; empty or cat: nothing does")),
        Row("NO_COLOR", _("no colours in the browser")),
        Row("TMPDIR", _("where temporary files stand")),
        Row(secure.SWITCH, _("secure mode for every run, as --secure")),
        Row(secure.FOLDER, _("the folder of exports in secure mode")),
        Row(bounds, _("how much one question may cost (docs/command-line.md)")),
        Row(
            "CQ_TUI_LARGEST_MB, CQ_TUI_LARGEST_TABLE_MB",
            _("the largest text file and the largest table that are read, in MB"),
        ),
        Row("CQ_TUI_SERVER_USER, CQ_TUI_SERVER_PASSWORD", _("who asks a server; else the user default")),
        Row(
            "CQ_TUI_SERVER_FILE",
            _("a file of mode 0600 in their place: the user in one line, the password in the next"),
        ),
        Row(TODAY, _("the day that counts as today, such as 2026-11-27; else the clock's")),
        Row("CQ_TUI_TRACEBACK", _("show the traceback of a fault of the program itself")),
    ]
    return Section(_("environment"), rows)


def asking(address: str | None) -> Section:
    """Where faults are told and questions asked."""
    there = address or _("The repository that you have the program from")
    what = _("What helps: cq-tui --version, the line you typed, and what --log FILE --log-level debug tells.")
    return Section(_("questions and faults"), text=sentences(there + _("."), what))


def address() -> str | None:
    """The address that the package names for faults; None where it names none."""
    try:
        stated = metadata("cq-tui").get_all("Project-URL") or []
    except PackageNotFoundError:
        return None
    return address_of(dict(one.split(", ", 1) for one in stated if ", " in one))


def address_of(urls: dict[str, str]) -> str | None:
    """Of the addresses of a package that for faults, or else the project's own."""
    by_name = {name.casefold(): url for name, url in urls.items()}
    return next((by_name[name] for name in ("issues", "repository", "source", "homepage") if name in by_name), None)


def _elsewhere() -> str:
    """Where the rest is told."""
    return _("cq-tui --help tells of the environment, exit codes, and where to ask; man cq-tui has it all.")
