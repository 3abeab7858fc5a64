"""The parsers of all commands: what the command line, its help and the shells' completion are made from."""

import argparse
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from cq_tui import __version__, language
from cq_tui.archive.wording import nearest
from cq_tui.commands.argument_parser import Parser
from cq_tui.commands.common import USAGE, CommandError
from cq_tui.language import _, sentences
from cq_tui.log import LEVELS

SECURE = "--secure"
HELP = "help"
"""``cq-tui help COMMAND`` is ``cq-tui COMMAND --help``."""
BROWSE = "browse"
"""The command that no word names."""
COMMANDS = (
    "list",
    "show",
    "export",
    "brief",
    "publish",
    "check",
    "diff",
    "schema",
    "keys",
    "completion",
    "new",
    "import",
    "prepare",
    "mcp",
)


def parser_of(name: str) -> Parser:
    """The parser of a command, with all its options; ``browse`` is the program without a command."""
    browsing = name == BROWSE
    parser = Parser(
        prog="cq-tui" if browsing else f"cq-tui {name}",
        description=summary(name),
        epilog=_("Commands: {names}. cq-tui COMMAND --help tells more.").format(names=", ".join(COMMANDS))
        if browsing
        else None,
    )
    parser.add_argument("--lang", choices=language.LANGUAGES, help=_("the language; the locale's if not given"))
    parser.add_argument(SECURE, action="store_true", help=_("for shared accounts: no other files, no way out"))
    parser.add_argument("--log", metavar=_("FILE"), type=Path, help=_("log into a file what the program does"))
    parser.add_argument("--log-level", choices=LEVELS, default="info", help=_("how much is logged"))
    if browsing:
        parser.add_argument(
            "--version", "-V", action="version", version=f"cq-tui {__version__}", help=_("say the version and leave")
        )
    import_module(f"cq_tui.commands.{name}").configure(parser)
    return parser


def command_of(given: Sequence[str]) -> tuple[str, list[str]]:
    """The command named by the first free word of a command line, and all other words; ``browse`` where none is named.

    A command's options may stand before it. Where a word may be the value of such an option, argparse tells them apart,
    by the options of the browser first: to know those of every command all of them have to be loaded.
    """
    if given and given[0] == HELP:
        return _helped(given[1:])
    if given and given[0] in COMMANDS:
        return given[0], list(given[1:])
    if set(given).intersection(COMMANDS):
        for names in ((BROWSE,), (BROWSE, *COMMANDS)):
            if found := _found(given, map(parser_of, names), sure=len(names) == 1):
                return found
    return BROWSE, list(given)


def _helped(words: Sequence[str]) -> tuple[str, list[str]]:
    """The command that help is asked for, as its own ``--help`` would ask. Raises CommandError if there is none."""
    if not words or words[0].startswith("-"):
        return BROWSE, ["--help", *words]
    if words[0] not in COMMANDS:
        message = _("There is no command {name}.").format(name=words[0])
        raise CommandError(sentences(message, nearest(words[0], list(COMMANDS)) or ", ".join(COMMANDS)), USAGE)
    return words[0], ["--help", *words[1:]]


def _found(given: Sequence[str], parsers: Iterable[Parser], *, sure: bool) -> tuple[str, list[str]] | None:
    """The command and the other words, as far as the options of some parsers tell; None where no command is found.

    ``sure``: an option before the command that those don't know may take a value, so that nothing is found.
    """
    finder = Parser(add_help=False, exit_on_error=False, conflict_handler="resolve")
    for action in (one for parser in parsers for one in parser.declared if one.option_strings):
        finder.add_argument(*action.option_strings, action="store_true" if action.nargs == 0 else "store")
    commands = finder.add_subparsers(dest="command", parser_class=_Rest)
    for name in COMMANDS:
        commands.add_parser(name)
    try:
        found, unknown = finder.parse_known_args(given)
    except argparse.ArgumentError:  # the first free word is no command, or an option at the end lacks its value
        return None
    if not found.command or (sure and unknown):
        return None
    return found.command, [*given[: -len(found.rest) - 1], *found.rest]


class _Rest(argparse.ArgumentParser):
    """Stands for a command's parser while the command is looked for, so that no command has to be loaded for that."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:  # noqa: ARG002
        """All words that follow the command, unread."""
        return argparse.Namespace(rest=args), []


def summary(name: str) -> str:
    """What a command does, in a sentence."""
    return {
        "browse": _(
            "Browse the outcomes of an event: deals, speakers, platforms, the industry chain, and their sources."
        ),
        "list": _("Print records as an aligned table."),
        "show": _("Print one record with its links and the passages it rests on."),
        "export": _("Write records into a file, or on stdout."),
        "brief": _("Write an event, or a list, as a paper of a few pages: HTML, DOCX or Markdown."),
        "publish": _("Write an archive, or what a filter leaves of it, as a folder for other programs."),
        "check": _("Report every problem of an archive, then stated against itemised totals."),
        "diff": _("Tell what two editions of an archive differ in: records, fields and sums."),
        "schema": _("Print the JSON Schema of the data files."),
        "completion": _("Print the script that lets a shell complete the command line."),
        "keys": _("Print every action with its id, its keys and its words, screen by screen."),
        "new": _("Make an archive to fill in."),
        "prepare": _("Check an archive once and keep its tables ready, so that every session opens it at once."),
        "mcp": _("Answer a language-model agent over stdin and stdout, by the Model Context Protocol."),
        "import": _("Take a list of your own into an archive, or show what would become of it."),
    }[name]
