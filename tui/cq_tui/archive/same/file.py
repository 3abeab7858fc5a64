"""Reading ``data/same.toml``: its decisions, each with the line it stands in, and what is wrong with them."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from cq_tui.archive.problem import Problem
from cq_tui.archive.same.decision import LONGEST_WHY, PART, VERDICTS, Decision, Verdict
from cq_tui.archive.tables import SAME_FILE
from cq_tui.archive.wording import nearest
from cq_tui.files.text import FileFault
from cq_tui.files.toml import Toml, read_toml
from cq_tui.language import _, sentences
from cq_tui.values.clean import clean_line

PATH = f"data/{SAME_FILE}"
"""The file's path in an archive, as ``Changes.write`` takes it."""
_KEYS = ("deals", "decision", "taken", "why")


class Placed(NamedTuple):
    """A decision and where it stands: the file's name, and the line."""

    decision: Decision
    file: str
    line: int

    @property
    def place(self) -> str:
        """File and line."""
        return f"{self.file}:{self.line}"

    def problem(self, message: str) -> Problem:
        """What is wrong with it."""
        return Problem(self.file, self.line, PART, clean_line(message))


def has_file(root: Path) -> bool:
    """Whether an archive keeps decisions."""
    return os.path.lexists(root / PATH)


def read_decisions(root: Path, name: str = PATH) -> tuple[list[Placed], list[Problem]]:
    """The decisions of an archive in the order of the file, and what is none; ``name``: what the file is called."""
    if not has_file(root):
        return [], []
    try:
        toml = read_toml(root / PATH)
    except FileFault as fault:
        return [], [Problem(name, fault.line, "", str(fault))]
    problems = [
        Problem(name, toml.lines.of((key,)), clean_line(key), _is_none(key, [PART])) for key in toml.tree if key != PART
    ]
    given = toml.tree.get(PART, [])
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        message = _("must be a list of tables; write [[{name}]] over each").format(name=PART)
        return [], [*problems, Problem(name, toml.lines.of((PART,)), PART, message)]
    found = []
    for position, table in enumerate(given):
        faults = list(_faults(table))
        problems += [
            Problem(name, _line(toml, position, key), f"{PART}.{position}.{key}", clean_line(message))
            for key, message in faults
        ]
        if not faults:
            first, second = sorted(table["deals"])
            one = Decision((first, second), VERDICTS[table["decision"]], table.get("taken"), table.get("why", ""))
            found.append(Placed(one, name, _line(toml, position)))
    return found, problems


def _line(toml: Toml, position: int, *key: str) -> int:
    return toml.lines.of((PART, position, *key))


def _is_none(key: str, known: list[str]) -> str:
    listed = _("There can be: {names}.").format(names=", ".join(known))
    return sentences(_("is nothing that can be said here."), nearest(key, known) or listed)


def _faults(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The key and what is wrong with it."""
    for key in table:
        if key not in _KEYS:
            yield clean_line(key), _is_none(key, list(_KEYS))
    deals, said, taken, why = (table.get(key) for key in _KEYS)
    ids = deals if isinstance(deals, list) and all(isinstance(one, str) and one for one in deals) else []
    if len(ids) != 2 or ids[0] == ids[1]:
        yield "deals", _("must be the ids of two deals: {example}").format(example='deals = ["one", "another"]')
        return
    if said not in VERDICTS:
        yield "decision", _("must be one of {codes}").format(codes=", ".join(VERDICTS))
        return
    if said == Verdict.DIFFERENT and taken is not None:
        yield "taken", _("is for deals that are one; of different ones both count")
    elif said != Verdict.DIFFERENT and taken not in ids:
        yield "taken", _("must be the id of the deal that counts: {ids}").format(ids=f"{ids[0]}, {ids[1]}")
    if not isinstance(why, str | None) or len(why or "") > LONGEST_WHY or "\n" in (why or ""):
        yield "why", _("must be one line of at most {most} characters").format(most=LONGEST_WHY)
