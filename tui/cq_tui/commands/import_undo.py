"""``cq-tui import --undo``: an import taken back, or what would go with it."""

from pathlib import Path

from cq_tui.commands.common import CommandError, open_store, say
from cq_tui.files.changes import Changes
from cq_tui.importing.commit.decisions import decisions_words
from cq_tui.importing.commit.undo import check_taking_back, decisions_with, import_called, take_back
from cq_tui.importing.errors import ImportProblem
from cq_tui.language import _, ngettext
from cq_tui.schema.schema import Schema


def would_take_back(root: Path, name: str, schema: Schema) -> int:
    """Print what would be taken back. Raises CommandError where it can't be."""
    try:
        one = import_called(root, name)
        check_taking_back(open_store(root, schema=schema), one)
    except ImportProblem as problem:
        raise CommandError(str(problem)) from None
    rows = ngettext("{count} row of {file} goes.", "{count} rows of {file} go.", one.rows)
    print(rows.format(count=f"{one.rows:,}", file=one.file))
    if words := decisions_words(decisions_with(root, one)):
        print(words)
    say(_("Nothing was taken back."))
    return 0


def say_taken_back(root: Path, name: str, schema: Schema, held: Changes | None) -> None:
    """Take an import back, and say what went. Raises CommandError; then nothing did."""
    try:
        one = import_called(root, name)
        gone = take_back(open_store(root, schema=schema), one, held)
    except ImportProblem as problem:
        raise CommandError(str(problem)) from None
    rows = ngettext("{count} row of {file} was taken back.", "{count} rows of {file} were taken back.", one.rows)
    say(rows.format(count=f"{one.rows:,}", file=one.file))
    if words := decisions_words(gone.decisions):
        say(words)
    say(_("Gone or changed: {paths}").format(paths=", ".join(gone.paths)))
