"""``cq-tui schema``: JSON Schema of the data files, made from the kinds' models."""

import json
from argparse import ArgumentParser, Namespace
from typing import Any

from cq_tui.commands.common import kind_named
from cq_tui.kinds import kinds
from cq_tui.language import _
from cq_tui.schema.kind import Kind

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def configure(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("kind", metavar=_("KIND"), nargs="?", help=", ".join(kinds()))


def run(options: Namespace) -> int:
    """Print the schema of one kind's file, or of all kinds in one."""
    chosen = [kind_named(options.kind)] if options.kind else list(kinds().values())
    print(json.dumps(schema(chosen), ensure_ascii=False, indent=2))
    return 0


def schema(chosen: list[Kind]) -> dict[str, Any]:
    """A schema whose properties are the kinds' arrays; fields carry their labels in both languages."""
    properties: dict[str, Any] = {}
    definitions: dict[str, Any] = {}
    for kind in chosen:
        items = kind.model.model_json_schema()
        definitions |= items.pop("$defs", {})
        for field in kind.fields:
            items["properties"][field.name] |= {"title": field.label.en, "description": field.label.zh}
        properties[kind.name] = {"type": "array", "title": kind.label.en, "description": kind.label.zh, "items": items}
    return {
        "$schema": _DIALECT,
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "$defs": definitions,
    }
