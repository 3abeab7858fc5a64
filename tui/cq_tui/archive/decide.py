"""Changing ``data/same.toml``: a decision put in, or taken out again, by the one writer."""

from collections.abc import Collection
from pathlib import Path

from cq_tui.archive.problem import Problem, SchemaError, first_of
from cq_tui.archive.same.decision import Decision, text_of
from cq_tui.archive.same.fields import with_told_twice
from cq_tui.archive.same.file import PATH, Placed, has_file, read_decisions
from cq_tui.archive.same.tellings import tellings
from cq_tui.archive.schema import schema_of
from cq_tui.files.changes import Changes, changing
from cq_tui.language import _
from cq_tui.schema.declared import DeclarationError
from cq_tui.values.clean import clean_line

_PATIENCE = 5.0
"""Seconds that another process is waited for, which changes the archive at the moment."""


class Undecidable(Exception):
    """A decision can't be kept; the text is one line that says why. The archive is as it was."""


def decide(root: Path, made: Decision) -> None:
    """Keep a decision, in the place of an earlier one of the same two deals. Raises Undecidable, WriteError."""
    _change(root, made.deals, made)


def undo(root: Path, deals: tuple[str, str]) -> None:
    """Take a decision out again; the last one takes the file with it. Raises Undecidable, WriteError."""
    _change(root, deals, None)


def _change(root: Path, deals: tuple[str, str], made: Decision | None) -> None:
    with changing(root, _PATIENCE) as changes:
        there, problems = read_decisions(root)
        if problems:
            raise Undecidable(first_of(problems))
        kept = [one for one in there if one.decision.deals != deals]
        if made is not None:
            _check(root, kept, made)
        _put(changes, [*(one.decision for one in kept), *([made] if made else [])])
        changes.commit()


def naming(root: Path, gone: Collection[str]) -> int:
    """How many decisions name one of some deals."""
    there = read_decisions(root)[0] if gone else []
    return sum(not one.decision.is_without(gone) for one in there)


def take_out(changes: Changes, gone: Collection[str]) -> int:
    """Take out the decisions that name deals which go by the same changes; returns how many. Raises Undecidable."""
    there, problems = read_decisions(changes.root) if gone else ([], [])
    kept = [one.decision for one in there if one.decision.is_without(gone)]
    if len(kept) == len(there):
        return 0
    if problems:
        raise Undecidable(first_of(problems))
    _put(changes, kept)
    return len(there) - len(kept)


def _put(changes: Changes, decisions: list[Decision]) -> None:
    if decisions:
        changes.write(PATH, [text_of(decisions).encode()])
    else:
        changes.remove(PATH)


def _check(root: Path, kept: list[Placed], made: Decision) -> None:
    """Raise Undecidable where a decision contradicts others, or the archive has such fields of its own."""
    found = tellings([*kept, Placed(made, PATH, 0)])
    if found.problems:
        raise Undecidable(found.problems[0].message)
    if not has_file(root):
        try:
            with_told_twice(schema_of(root))
        except DeclarationError as error:
            message = _("can't be kept beside what data/schema.toml declares: {why}").format(why=error)
            raise Undecidable(str(Problem(PATH, 0, "", clean_line(message)))) from None
        except SchemaError as error:
            raise Undecidable(str(error)) from None
