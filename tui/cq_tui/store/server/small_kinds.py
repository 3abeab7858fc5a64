"""The kinds of few records, kept as one text beside the tables: a question for each would make opening wait for all."""

import json

from cq_tui.archive.read import Archive, SourceFile, take
from cq_tui.query.columns import POSITION, column
from cq_tui.schema.plain import of_plain, plain
from cq_tui.store.selection.extent import Extent
from cq_tui.values.clean import clean_tree

_FEW = 1000


def kept_records(extent: Extent) -> str:
    """The records of these kinds among what is meant, in the order of the files, as JSON. Raises QueryError."""
    store = extent.store
    found = {}
    for kind in store.schema.values():
        if extent.count(kind) <= _FEW:
            names = ", ".join(map(column, kind.fields))
            rows = store.ask(f"SELECT {names} FROM {extent.numbered(kind)} ORDER BY {POSITION}")
            found[kind.name] = [plain(store.record(kind, row)) for row in rows]
    return json.dumps(found, ensure_ascii=False)


def take_records(archive: Archive, text: str) -> bool:
    """Take them into memory, as those of a folder are; whether that could be done: not what others have made."""
    file = SourceFile(archive.root, str(archive.root))
    try:
        found = clean_tree(json.loads(text))
        records = {name: [of_plain(archive.schema[name].model, one) for one in those] for name, those in found.items()}
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError):
        return False
    take(archive, file, records)
    archive.tables = [table for table in archive.tables if table.kind.name not in records]
    return True
