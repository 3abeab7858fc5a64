"""The records of an archive's TOML files, kept as they were read and checked, so that no session does it again.

They stand in a prepared file beside the tables, and are taken only where the files are still those that were read.
"""

import json
from typing import Any

from cq_tui.archive.read import Archive, take, tell_twice
from cq_tui.schema.plain import of_plain, plain
from cq_tui.values.clean import clean_tree


def kept(archive: Archive) -> str:
    """The records in memory by file and kind, as one line of JSON."""
    files: dict[str, dict[str, list[Any]]] = {file.name: {} for file in archive.sources}
    for kind, entries in archive.entries.items():
        for entry in entries:
            files[entry.file.name].setdefault(kind, []).append(plain(entry.record))
    return json.dumps(files, ensure_ascii=False)


def take_kept(archive: Archive, text: str) -> bool:
    """Take the records of an archive that is listed; whether that could be done: if not, it has to be read anew."""
    try:
        files = clean_tree(json.loads(text))
        found = [(file, _records(archive, files[file.name])) for file in archive.sources]
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError):
        return False
    for file, records in found:
        take(archive, file, records)
    tell_twice(archive)
    return True


def _records(archive: Archive, file: dict[str, list[Any]]) -> dict[str, list[Any]]:
    models = {name: archive.schema[name].model for name in file}
    return {name: [of_plain(models[name], one) for one in found] for name, found in file.items()}
