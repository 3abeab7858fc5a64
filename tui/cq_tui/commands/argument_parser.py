"""The parser of the command line: its own words in both languages, its complaints in one clean line."""

import argparse
import sys
from typing import Any, NoReturn, Protocol

from cq_tui import __version__, language
from cq_tui.commands.common import USAGE, complain
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

_ANY_WIDTH = 80
_LISTS = (N_("positional arguments"), N_("options"))
"""The headings of what argparse lists first."""

argparse._ = _  # type: ignore[attr-defined]
argparse.ngettext = language.ngettext  # type: ignore[attr-defined]


class Group(Protocol):
    """What ``add_argument_group`` and ``add_mutually_exclusive_group`` give."""

    def add_argument(self, *names: Any, **how: Any) -> argparse.Action:
        """Add an argument, as a parser does."""


class TellVersion(argparse.Action):
    """``--version``: as argparse has it, but that what can't be written is an error."""

    def __call__(self, *_given: Any) -> NoReturn:
        """Print it and end."""
        print(f"cq-tui {__version__}")
        raise SystemExit(0)


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are clean: what was typed may hold control characters.

    ``declared``: all that was added, in its order. argparse keeps such a list, but not for others to see.
    ``common``: those of them that every command takes. ``examples``: lines to type, and what they do.
    """

    def __init__(self, **how: Any) -> None:
        self.declared: list[argparse.Action] = []
        self.common: list[argparse.Action] = []
        self.examples: list[tuple[str, str]] = []
        self._asked = False
        super().__init__(**how, allow_abbrev=False, formatter_class=self._formatter)
        self.color = False  # as of Python 3.14 argparse colours its help

    def add_argument(self, *names: str, **how: Any) -> argparse.Action:
        """Add an argument as argparse does, and remember it."""
        action = super().add_argument(*names, **how)
        self.declared.append(action)
        return action

    def add_common(self, group: Group, *names: str, **how: Any) -> None:
        """Add an option that every command takes, in the group of these: it is in no usage line."""
        action: argparse.Action = group.add_argument(*names, **how)
        self.declared.append(action)
        self.common.append(action)

    def add_example(self, line: str, words: str) -> None:
        """Add a line that the help shows, and what it does, without a full stop."""
        self.examples.append((line, words))

    def format_help(self) -> str:
        """What argparse tells, with the sections of the guide before its lists and after them."""
        from cq_tui.commands.guide import first_sections, last_sections
        from cq_tui.commands.guide_text import section_text

        self._asked = True
        told = super().format_help()
        lists = next(told.index(heading) for title in _LISTS if (heading := "\n" + _(title) + ":\n") in told)
        first = "".join(map(section_text, first_sections(self.prog, self.examples)))
        return told[:lists] + first + told[lists:] + "".join(map(section_text, last_sections(self.prog)))

    def print_help(self, file: Any = None) -> None:
        """Print the help; argparse itself keeps quiet about what can't be written."""
        (file or sys.stdout).write(self.format_help())

    def error(self, message: str) -> NoReturn:
        """One line and the exit code 2."""
        complain(
            sentences(f"{self.prog}: {message}" + _("."), _("{program} --help tells more.").format(program=self.prog))
        )
        raise SystemExit(USAGE)

    def _formatter(self, prog: str) -> argparse.HelpFormatter:
        """Loaded with what it measures cells by where help is asked for; argparse makes one for each argument, too."""
        if not self._asked:
            return argparse.HelpFormatter(prog, width=_ANY_WIDTH)
        from cq_tui.commands.help_text import HelpText

        return HelpText(prog, self.common)
