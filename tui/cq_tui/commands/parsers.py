"""The parsers of all commands: what the command line, its help and the shells' completion are made from."""

import argparse
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

from cq_tui import language
from cq_tui.archive.wording import nearest
from cq_tui.commands.argument_parser import Parser, TellVersion
from cq_tui.commands.common import USAGE, CommandError
from cq_tui.commands.names import BROWSE, COMMANDS, HELP, summary
from cq_tui.files.named import log_file
from cq_tui.language import _, sentences
from cq_tui.log import LEVELS

SECURE = "--secure"
NO_PAGER = "--no-pager"


def parser_of(name: str) -> Parser:
    """The parser of a command, with all its options; ``browse`` is the program without a command."""
    browsing = name == BROWSE
    parser = Parser(prog="cq-tui" if browsing else f"cq-tui {name}", description=summary(name))
    if browsing:
        parser.add_argument(
            "--version",
            "-V",
            action=TellVersion,
            nargs=0,
            default=argparse.SUPPRESS,
            help=_("say the version and leave"),
        )
    import_module(f"cq_tui.commands.{name}").configure(parser)
    _add_common(parser)
    return parser


def _add_common(parser: Parser) -> None:
    """Add what every command takes, as a group below its own options."""
    group = parser.add_argument_group(_("options of every command"))
    how_much = group.add_mutually_exclusive_group()
    words = _("tell nothing on stderr but errors")
    parser.add_common(how_much, "--quiet", "-q", action="store_true", help=words)
    words = _("tell on stderr how it is done, too")
    parser.add_common(how_much, "--verbose", "-v", action="store_true", help=words)
    words = _("the language; the locale's if not given")
    parser.add_common(group, "--lang", choices=language.LANGUAGES, help=words)
    words = _("print long output on a terminal without a pager")
    parser.add_common(group, NO_PAGER, action="store_true", help=words)
    words = _("for shared accounts: no other files, no way out")
    parser.add_common(group, SECURE, action="store_true", help=words)
    words = _("log into a file what the program does")
    parser.add_common(group, "--log", metavar=_("FILE"), type=log_file, help=words)
    parser.add_common(group, "--log-level", choices=LEVELS, default="info", help=_("how much is logged"))


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
        known = _("There are {commands}.").format(commands=", ".join(COMMANDS))
        raise CommandError(sentences(message, nearest(words[0], list(COMMANDS)) or known), USAGE)
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
