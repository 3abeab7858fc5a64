"""The parser of the command line: its own words in both languages, its complaints in one clean line."""

import argparse
from typing import Any, NoReturn

from cq_tui import language
from cq_tui.commands.common import USAGE, say
from cq_tui.language import N_, _, sentences

_OF_ARGPARSE = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("unrecognized arguments: %s"),
    N_("the following arguments are required: %s"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("ignored explicit argument %r"),
    N_("not allowed with argument %s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
)
"""What argparse says by itself, for the catalogue."""

argparse._ = _  # type: ignore[attr-defined]
argparse.ngettext = language.ngettext  # type: ignore[attr-defined]


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are clean: what was typed may hold control characters.

    ``declared``: all that was added, in its order. argparse keeps such a list, but not for others to see.
    """

    def __init__(self, **how: Any) -> None:
        self.declared: list[argparse.Action] = []
        super().__init__(**how, allow_abbrev=False, formatter_class=_help_text)

    def add_argument(self, *names: str, **how: Any) -> argparse.Action:
        """Add an argument as argparse does, and remember it."""
        action = super().add_argument(*names, **how)
        self.declared.append(action)
        return action

    def error(self, message: str) -> NoReturn:
        """One line and the exit code 2."""
        say(sentences(f"{self.prog}: {message}" + _("."), _("{program} --help tells more.").format(program=self.prog)))
        raise SystemExit(USAGE)


def _help_text(prog: str) -> argparse.HelpFormatter:
    """The formatter, loaded with what it measures cells by where a help is asked for."""
    from cq_tui.commands.help_text import HelpText

    return HelpText(prog=prog)
