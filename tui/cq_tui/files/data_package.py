"""The folder that ``cq-tui publish`` writes: what tells it from others, and what its descriptor says."""

import json
from pathlib import Path
from typing import Any

from cq_tui.files.regular import read_regular

GENERATOR = "cq-tui"
"""What ``generator`` says in the descriptor of a folder that this program wrote."""
DESCRIPTOR = "datapackage.json"
_LARGEST = 64 * 1024 * 1024


def published(folder: Path) -> dict[str, Any] | None:
    """The descriptor of the publication in a folder; None where there is none that this program wrote."""
    try:
        tree: Any = json.loads(read_regular(folder / DESCRIPTOR, _LARGEST))
    except (OSError, ValueError, RecursionError):
        return None
    return tree if isinstance(tree, dict) and tree.get("generator") == GENERATOR else None


def resources(tree: dict[str, Any]) -> list[dict[str, Any]]:
    """What a descriptor says of the files of its package; what is no such thing is left out."""
    found = tree.get("resources")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
