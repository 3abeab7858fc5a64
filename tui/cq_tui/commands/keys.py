"""``cq-tui keys``: every action with its id, its keys and its words, screen by screen."""

from argparse import Namespace

from rich.cells import cell_len

from cq_tui.commands.argument_parser import Parser
from cq_tui.commands.common import complain
from cq_tui.commands.json_output import add_json_option, print_json
from cq_tui.language import _
from cq_tui.settings.key_names import display_keys
from cq_tui.widgets.base.text_layout import padded


def configure(parser: Parser) -> None:
    """Declare the option."""
    add_json_option(parser)
    parser.add_example("cq-tui keys", _("all keys and their actions"))


def run(options: Namespace) -> int:
    """Print the keys in force; clashing bindings are named on stderr."""
    from cq_tui.screens.keymap import CONTEXTS, usable

    keymap, clashes = usable(options.settings.config.keys)
    for clash in clashes:
        options.settings.add_problem(("keys", clash.action), clash.message)
        complain(f"cq-tui: {options.settings.problems[-1]}")
    tables = [
        (
            _(context.words),
            [
                (one.id or "", display_keys(keymap.get(one.id or "", one.key)), _(one.description))
                for one in context.bindings()
            ],
        )
        for context in CONTEXTS
    ]
    if options.json:
        print_json([{"screen": title, "id": name, "keys": pressed, "words": words}
                    for title, rows in tables for name, pressed, words in rows])  # fmt: skip
        return 0
    ids, keys = (max(cell_len(row[place]) for _title, rows in tables for row in rows) + 2 for place in (0, 1))
    for number, (title, rows) in enumerate(tables):
        print(f"\n{title}" if number else title)
        for name, pressed, words in rows:
            print(f"  {padded(name, ids)}{padded(pressed, keys)}{words}")
    return 0
