"""``--json`` and ``--jsonl``: what the commands print for programs; docs/command-line.md has the shapes."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from typing import Any

from cq_tui.language import _


def add_json_option(parser: ArgumentParser) -> None:
    """Declare ``--json``."""
    parser.add_argument("--json", action="store_true", help=_("print JSON for a program"))


def add_json_lines_option(parser: ArgumentParser) -> None:
    """Declare ``--json`` and ``--jsonl``."""
    add_json_option(parser)
    parser.add_argument("--jsonl", action="store_true", help=_("print JSON Lines: a record a line"))


def print_json(tree: Any) -> None:
    """Print one value."""
    print(json.dumps(tree, ensure_ascii=False, allow_nan=False, indent=1))
    sys.stdout.flush()


def print_json_lines(trees: Iterable[Any]) -> None:
    """Print a value a line, as they come."""
    for one in trees:
        print(json.dumps(one, ensure_ascii=False, allow_nan=False))
    sys.stdout.flush()


def print_json_list(name: str, trees: Iterator[Any], more: dict[str, Any]) -> None:
    """Print an object with a list that may be long, an entry a line as they come, then what else it has."""
    mark = "\n"
    sys.stdout.write(f"{{{json.dumps(name)}: [")
    for one in trees:
        sys.stdout.write(mark + json.dumps(one, ensure_ascii=False, allow_nan=False))
        mark = ",\n"
    rest = "".join(f",\n{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in more.items())
    sys.stdout.write(f"\n]{rest}}}\n")
    sys.stdout.flush()
