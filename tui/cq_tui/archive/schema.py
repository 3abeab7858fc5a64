"""The schema of an archive, found before anything else of it is read."""

import os
from functools import lru_cache
from pathlib import Path
from weakref import WeakValueDictionary

from cq_tui.archive.problem import Problem, SchemaError, file_name
from cq_tui.archive.tables import SCHEMA_FILE
from cq_tui.files.text import FileFault, read_text
from cq_tui.kinds import kinds
from cq_tui.schema.schema import Schema

_KEPT = 8
"""Schemas that are kept though nobody has them any more: those of the archives that were opened last."""
_in_use: WeakValueDictionary[tuple[object, int], Schema] = WeakValueDictionary()


def schema_of(*roots: Path) -> Schema:
    """The schema of the archive in some folders: the shipped kinds, and what the archive declares.

    The one place below the commands that asks for the shipped kinds; all else is handed the archive's schema.
    Raises SchemaError where what is declared can't be.
    """
    different = tuple({root.absolute(): root for root in roots}.values())
    texts, problems = [], []
    for root in different:
        path = root / "data" / SCHEMA_FILE
        if os.path.lexists(path):  # else the archive has the shipped words, and costs no more than this look
            name = file_name(root, path, several=len(different) > 1)
            try:
                texts.append((name, read_text(path)))
            except FileFault as fault:
                problems.append(Problem(name, fault.line, "", str(fault)))
    if problems:
        raise SchemaError(problems)
    return schema_of_texts(tuple(texts), len(different)) if texts else kinds()


@lru_cache(_KEPT)
def schema_of_texts(texts: tuple[tuple[str, str], ...], archives: int = 1) -> Schema:
    """The schema of so many archives, some of which have such a file: what it is called, and its text.

    The same texts give the same schema for as long as anybody has it, so that what was asked of its kinds stays valid
    and its records stay equal. Raises SchemaError.
    """
    if (known := _in_use.get((texts, archives))) is not None:
        return known
    from cq_tui.archive.declarations import schema

    made = _in_use[texts, archives] = schema.schema_of_texts(kinds(), dict(texts), archives)
    return made
