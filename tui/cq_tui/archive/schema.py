"""The schema of an archive, found before anything else of it is read."""

import os
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple
from weakref import WeakValueDictionary

from cq_tui.archive.checked import checked_declarations, checked_lists
from cq_tui.archive.problem import Problem, SchemaError, file_name
from cq_tui.archive.tables import SAME_FILE, SCHEMA_FILE
from cq_tui.archive.tells_history import tells_history
from cq_tui.files.text import FileFault, read_text
from cq_tui.kinds import kinds
from cq_tui.language import _
from cq_tui.schema.declared import DeclarationError
from cq_tui.schema.schema import Schema
from cq_tui.values.clean import clean_line

_KEPT = 8
"""Schemas that are kept though nobody has them any more: those of the archives that were opened last."""
_in_use: WeakValueDictionary[tuple[object, ...], Schema] = WeakValueDictionary()


class Rules(NamedTuple):
    """What the schema of an archive follows from.

    ``texts``: what files declare, by what they are called; ``archives``: of how many; ``history``: whether deals are
    told of over the years; ``kept``: what the file is called that keeps which deals are told twice, if there is one.
    """

    texts: tuple[tuple[str, str], ...]
    archives: int
    history: bool
    kept: str


def schema_of(*roots: Path, history: bool = False) -> Schema:
    """The schema of the archive in some folders: the shipped kinds, and what the archive declares.

    Its deals have a history where a file gives them one, or where it is asked for: ``history``.

    The one place below the commands that asks for the shipped kinds; all else is handed the archive's schema.
    Raises SchemaError where what is declared can't be.
    """
    return schema_by(rules_of(*roots, history=history))


def rules_of(*roots: Path, history: bool = False) -> Rules:
    """What the schema of the archive in some folders follows from. Raises SchemaError."""
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
    history = history or any(map(tells_history, different))
    # decisions of deals that are told twice give deals two more fields
    kept = next((root for root in different if os.path.lexists(root / "data" / SAME_FILE)), None)
    name = "" if kept is None else file_name(kept, kept / "data" / SAME_FILE, several=len(different) > 1)
    return Rules(tuple(texts), len(different), history, name)


def schema_by(rules: Rules) -> Schema:
    """The schema that follows from such rules. Raises SchemaError."""
    texts, archives, history, kept = rules
    if kept:
        return _told_twice(texts, archives, history, kept)
    return schema_of_texts(texts, archives, history) if texts else _shipped(history=history)


@lru_cache(_KEPT)
def _told_twice(texts: tuple[tuple[str, str], ...], archives: int, history: bool, kept: str) -> Schema:
    """The schema of archives one of which keeps which deals are told twice; ``kept``: what its file is called."""
    key = (texts, archives, history, kept)
    if (known := _in_use.get(key)) is not None:
        return known
    from cq_tui.archive.same.fields import with_told_twice

    made = schema_of_texts(texts, archives, history) if texts else _shipped(history=history)
    try:
        _in_use[key] = found = with_told_twice(made)
    except DeclarationError as error:
        message = _("can't be kept beside what data/schema.toml declares: {why}").format(why=error)
        raise SchemaError([Problem(kept, 0, "", clean_line(message))]) from None
    return found


@cache
def _shipped(*, history: bool) -> Schema:
    if not history:
        return kinds()
    from cq_tui.archive.over_time import over_time  # most archives tell of one day

    return over_time(kinds())


def schema_as_checked() -> Schema | None:
    """The schema by which the shipped archive was checked when the program was made; None where it was not."""
    declared = checked_declarations()
    return None if declared is None else schema_of_texts(((f"data/{SCHEMA_FILE}", declared),))


@lru_cache(_KEPT)
def schema_of_texts(texts: tuple[tuple[str, str], ...], archives: int = 1, history: bool = False) -> Schema:
    """The schema of so many archives, some of which have such a file: what it is called, and its text.

    ``history``: deals are told of over the years, unless the archive means another thing by that word.

    The same texts give the same schema for as long as anybody has it, so that what was asked of its kinds stays valid
    and its records stay equal. Raises SchemaError.
    """
    if (known := _in_use.get((texts, archives, history))) is not None:
        return known
    if len(texts) == archives == 1 and not history and (lists := checked_lists(texts[0][1])) is not None:
        _in_use[texts, archives, history] = found = kinds().recoded(lists)
        return found
    from cq_tui.archive.declarations import schema

    made = schema.schema_of_texts(kinds(), dict(texts), archives)
    if history and "history" not in made["deals"].by_name:
        made = schema.schema_of_texts(_shipped(history=True), dict(texts), archives)
    _in_use[texts, archives, history] = made
    return made
