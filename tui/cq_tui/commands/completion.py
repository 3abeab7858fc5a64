"""``cq-tui completion``: the script that lets a shell complete the command line."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from cq_tui.archive.read import shipped, usual
from cq_tui.archive.schema import schema_of
from cq_tui.commands.argument_parser import Parser
from cq_tui.commands.common import add_archive_option, is_on_server, schema_for
from cq_tui.language import _
from cq_tui.schema.schema import Schema

if TYPE_CHECKING:
    from cq_tui.completion.command_spec import Command, Fields

_SHELLS = ("bash", "zsh", "fish")


def configure(parser: Parser) -> None:
    """Declare which shell."""
    parser.add_argument("shell", metavar=_("SHELL"), choices=_SHELLS, help=", ".join(_SHELLS))
    add_archive_option(parser)
    parser.add_example('eval "$(cq-tui completion bash)"', _("in ~/.bashrc; zsh alike in ~/.zshrc"))
    parser.add_example("cq-tui completion fish | source", _("in fish"))


def run(options: Namespace) -> int:
    """Print the script, made from the parsers of all commands and the kinds and fields of the archive."""
    from cq_tui.completion.bash import bash
    from cq_tui.completion.fish import fish
    from cq_tui.completion.zsh import zsh

    # Each shell that starts asks for it: it must not wait for a server, and completes the shipped words of its archive.
    asks = not options.archive and is_on_server(usual())
    schema = schema_of(shipped()) if asks else schema_for(options.archive)
    print(completion_of({"bash": bash, "zsh": zsh, "fish": fish}[options.shell], schema), end="")
    return 0


def completion_of(script: "Callable[[Sequence[Command], Fields], str]", schema: Schema) -> str:
    """The script of a shell for the kinds and fields of an archive."""
    from cq_tui.commands.names import BROWSE, COMMANDS, summary
    from cq_tui.commands.parsers import parser_of
    from cq_tui.completion.command_spec import command, fields

    every = [
        command("" if name == BROWSE else name, summary(name), parser_of(name).declared, schema)
        for name in (BROWSE, *COMMANDS)
    ]
    return script(every, fields(schema))
