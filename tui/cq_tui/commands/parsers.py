"""The parsers of all commands: what the command line, its help and the shells' completion are made from."""

from importlib import import_module

from cq_tui import __version__, language
from cq_tui.commands.usage import Parser
from cq_tui.language import _

SECURE = "--secure"
BROWSE = "browse"
"""The command that no word names."""
COMMANDS = ("list", "show", "export", "check", "schema", "keys", "completion", "new", "import")


def parser_of(name: str) -> Parser:
    """The parser of a command, with all its options; ``browse`` is the program without a command."""
    browsing = name == BROWSE
    parser = Parser(
        prog="cq-tui" if browsing else f"cq-tui {name}",
        description=summary(name),
        epilog=_("Commands: {names}. cq-tui COMMAND --help tells more.").format(names=", ".join(COMMANDS))
        if browsing
        else None,
        allow_abbrev=False,
    )
    parser.add_argument("--lang", choices=language.LANGUAGES, help=_("the language; the locale's if not given"))
    parser.add_argument(SECURE, action="store_true", help=_("for shared accounts: no other files, no way out"))
    if browsing:
        parser.add_argument(
            "--version", action="version", version=f"cq-tui {__version__}", help=_("say the version and leave")
        )
    import_module(f"cq_tui.commands.{name}").configure(parser)
    return parser


def summary(name: str) -> str:
    """What a command does, in a sentence."""
    return {
        "browse": _(
            "Browse the outcomes of an event: deals, speakers, platforms, the industry chain, and their sources."
        ),
        "list": _("Print records as an aligned table."),
        "show": _("Print one record with its links and the passages it rests on."),
        "export": _("Write records into a file, or on stdout."),
        "check": _("Report every problem of an archive, then stated against itemised totals."),
        "schema": _("Print the JSON Schema of the data files."),
        "completion": _("Print the script that lets a shell complete the command line."),
        "keys": _("Print every action with its id, its keys and its words, screen by screen."),
        "new": _("Make an archive to fill in."),
        "import": _("Take a list of your own into an archive, or show what would become of it."),
    }[name]
