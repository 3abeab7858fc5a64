"""``cq-tui import``: a stranger's list into an archive, or what would become of it."""

import os
import sys
from argparse import ArgumentParser, Namespace
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

from cq_tui.commands.common import USAGE, CommandError, kind_named, kinds_help, open_store, say, schema_for
from cq_tui.files.changes import Changes, changing
from cq_tui.files.spool import piped, spooled
from cq_tui.files.text import FileFault
from cq_tui.files.write import WriteError, failure
from cq_tui.importing import importer
from cq_tui.importing.commit.undo import import_called, take_back
from cq_tui.importing.errors import ImportProblem, StandsAlready
from cq_tui.importing.importer import Converted
from cq_tui.importing.preview import preview
from cq_tui.importing.recognise import map_file
from cq_tui.importing.recognise.header import NoHeader
from cq_tui.importing.recognise.list_ids import list_id, sheet_of
from cq_tui.importing.recognise.prepare import Prepared, prepare
from cq_tui.importing.recognise.settings import with_settings
from cq_tui.importing.review.words import review_lines
from cq_tui.importing.sources.sheet import WORKBOOKS
from cq_tui.language import _, listed, ngettext, sentences
from cq_tui.schema.kind import Kind
from cq_tui.schema.record_text import toml_text
from cq_tui.schema.schema import Schema
from cq_tui.values.clean import clean_line

_NAMED = 30
"""Columns without a field that are named on stderr; MAP.toml names all."""
_SHOWN = 3
"""Records that ``--dry-run`` shows."""
_CELLS = 12
"""Cells of a column that could not be read and are named; ``remarks.csv`` has all."""
_PATIENCE = 600.0
"""Seconds that another import is waited for."""


def configure(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "file",
        nargs="?",
        metavar=_("FILE"),
        type=Path,
        help=_("the list: csv, tsv, xlsx, xls, ods, json, jsonl, parquet; - for stdin"),
    )
    parser.add_argument("--kind", metavar=_("KIND"), default="deals", help=kinds_help())
    parser.add_argument("--event", metavar=_("ID"), default="", help=_("the event that the list belongs to"))
    parser.add_argument("--into", metavar=_("ARCHIVE"), type=Path, required=True, help=_("the archive to add it to"))
    parser.add_argument("--map", metavar="MAP.toml", type=Path, help=_("how to read it; recognised if not given"))
    parser.add_argument("--sheet", metavar=_("SHEET"), default="", help=_("of a workbook; the first list if not given"))
    parser.add_argument("--name", metavar=_("NAME"), default="", help=_("what a list from a pipe is called: deals.csv"))
    parser.add_argument(
        "--encoding", metavar=_("NAME"), default="", help=_("of a text file, such as gb18030; recognised if not given")
    )
    parser.add_argument(
        "--set",
        metavar=_("FIELD.KEY=VALUE"),
        action="append",
        default=[],
        help=_('an answer, such as amount.unit=million; "Column"=skip leaves a column out; may be given several times'),
    )
    parser.add_argument(
        "--undo", metavar=_("NAME"), default="", help=_("take an import back, by its name or its file's")
    )
    parser.add_argument("--dry-run", action="store_true", help=_("only show what would become of it"))
    parser.add_argument("--force", action="store_true", help=_("replace what an earlier import of the list wrote"))


def run(options: Namespace) -> int:
    """Import a list. What was done is told on stderr; ``--dry-run`` prints records and refusals on stdout."""
    schema = schema_for([options.into])
    if options.undo:
        return _undo(options, schema)
    if options.file is None:
        raise CommandError(_("FILE is missing: the list to import"), USAGE)
    kind = kind_named(options.kind, schema)
    with ExitStack() as entered:
        called, options.file = options.file, _file(entered, options)
        held = None if options.dry_run else _hold(entered, options.into)
        try:
            return _import(options, schema, kind, held)
        except CommandError as error:  # what was kept of a pipe is called as it was given
            error.args = (str(error).replace(clean_line(str(options.file)), clean_line(str(called))),)
            raise


def _undo(options: Namespace, schema: Schema) -> int:
    with ExitStack() as entered:
        held = _hold(entered, options.into)
        try:
            one = import_called(options.into, options.undo)
            gone = take_back(open_store(options.into, schema=schema), one, held)
        except ImportProblem as problem:
            raise CommandError(str(problem)) from None
    rows = ngettext("{count} row of {file} was taken back.", "{count} rows of {file} were taken back.", one.rows)
    say(rows.format(count=f"{one.rows:,}", file=one.file))
    say(_("Gone or changed: {paths}").format(paths=", ".join(gone)))
    return 0


def _file(entered: ExitStack, options: Namespace) -> Path:
    """The list as a file; what comes through a pipe is kept in a temporary one."""
    path: Path = options.file
    if (descriptor := piped(path)) is None:
        return path
    name = Path(options.name).name or "stdin"
    try:
        return entered.enter_context(spooled(descriptor, name))
    except FileFault as fault:
        raise CommandError(f"{path}: {fault}") from None
    except OSError as error:
        raise CommandError(failure(str(error.filename or path), error)) from None


def _hold(entered: ExitStack, root: Path) -> Changes | None:
    """Hold the archive before it is read: what another import adds is known then, and its ids are not given twice.

    None where nothing can be written; that is told if there is anything to write.
    """
    if not (root / "data").is_dir() or not os.access(root, os.W_OK):
        return None

    def waiting() -> None:
        say(_("Another import is at work in {path}; waiting for it.").format(path=root))

    try:
        return entered.enter_context(changing(root, _PATIENCE, waiting))
    except WriteError as error:
        raise CommandError(str(error)) from None


def _import(options: Namespace, schema: Schema, kind: Kind, held: Changes | None) -> int:
    # What an earlier import of the list wrote is made anew and compared byte for byte: no need to read it before.
    sheet = options.sheet or sheet_of(options.map)
    if options.sheet and options.file.suffix.lower() not in WORKBOOKS:
        raise CommandError(_("{path}: has no sheets; --sheet is for workbooks").format(path=options.file))
    id_ = list_id(options.into, options.file, kind, options.event, sheet)
    store = open_store(options.into, schema=schema, without=id_)
    if options.event and options.event not in store.ids("events"):
        known = ", ".join(store.ids("events")[:10]) or _("none yet; write it into data/events.toml")
        message = _("There is no event {id} in {archive}: {known}")
        raise CommandError(message.format(id=options.event, archive=options.into, known=known), USAGE)
    try:
        prepared = prepare(
            store, options.file, kind, options.event, options.map,
            encoding=options.encoding, sheet=options.sheet, progress=_Progress(),
        )  # fmt: skip
        prepared = with_settings(prepared, options.set)
        _say_mapping(prepared)
        if prepared.proposal.questions:
            importer.save_map(prepared, held=held)
            raise CommandError(_open_questions(prepared))
        with importer.converting(prepared, _Progress()) as converted:
            return _dry(converted) if options.dry_run else _write(converted, options.force, held)
    except StandsAlready as problem:
        raise CommandError(f"{problem} " + _("--force replaces it.")) from None
    except NoHeader as problem:
        raise CommandError(f"{problem}. " + _("A MAP.toml given with --map can name its row: header = 3.")) from None
    except ImportProblem as problem:
        raise CommandError(str(problem)) from None


def _dry(converted: Converted) -> int:
    """Show the first records as they would be, and every row that would be refused."""
    prepared = converted.prepared
    records = list(islice(preview(converted), _SHOWN))
    if records:
        from cq_tui.schema.columns import columns

        sys.stdout.write("".join(toml_text(prepared.kind, columns(prepared.kind), records)))
    for refusal in converted.refusals:
        print(_line(refusal.row, refusal.column, refusal.value, str(refusal.reason)))
    for remark in converted.remarks:
        rows = ngettext("{count} row", "{count} rows", remark.rows).format(count=f"{remark.rows:,}")
        print(
            _line(remark.row, remark.column, remark.value, str(remark.reason))
            + (f" ({rows})" if remark.rows > 1 else "")
        )
    sys.stdout.flush()
    importer.save_map(prepared, converted.near, becomes=converted.own.by_column)
    _say_review(converted)
    _say_near(converted)
    _say_counts(converted)
    if not converted.counts.accepted:
        raise _nothing_accepted(converted)
    say(_("Nothing was imported. The mapping is in {path}.").format(path=prepared.map_path))
    return 0


def _write(converted: Converted, force: bool, held: Changes | None) -> int:
    prepared = converted.prepared
    if not converted.counts.accepted:
        _say_counts(converted)
        raise _nothing_accepted(converted)
    _say_review(converted)
    written = importer.write(converted, replace_=force, progress=_Progress(), held=held)
    _say_near(converted)
    _say_remarks(converted)
    _say_counts(converted)
    if not written.paths:
        say(_("All of it is in the archive already; no file was changed."))
        return 0
    say(_("Written: {paths}").format(paths=", ".join(written.paths)))
    if converted.refusals:
        say(_("Why rows were refused stands in {path}.").format(path=prepared.refused_path))
    if converted.remarks:
        say(_("What could not be read of the others stands in {path}.").format(path=prepared.remarks_path))
    return 0


def _say_mapping(prepared: Prepared) -> None:
    list_ = prepared.listed
    row = list_.header.row
    where = _("{file}: the header is row {row}").format(file=list_.called, row=row) if row else list_.called
    if prepared.given:
        say(_("The mapping is read from {path}.").format(path=prepared.source))
    others = _("other sheets: {names}").format(names=listed(list_.sheet.others)) if list_.sheet.others else ""
    say(f"{where} ({others})" if others else where)
    for noticed in list_.sheet.noticed:
        say(clean_line(str(noticed)))
    for line in map_file.text(prepared.proposal).splitlines():
        if line and not line.startswith("#"):
            say(f"  {line}")


def _open_questions(prepared: Prepared) -> str:
    questions = prepared.proposal.questions
    first = questions[0]
    more = len(questions) - 1
    rest = ngettext("{count} more question stands there.", "{count} more questions stand there.", more) if more else ""
    if prepared.source:  # it is the user's own, and not written anew
        answer = _("Write the answer into {path}, below [{field}]: {answers}")
        lines = _(" or ").join(one.line for one in first.answers)
        told = answer.format(path=prepared.source, field=first.field, answers=lines)
    else:
        answer = _("The answers to choose from stand in {path}: keep one there and run the command again.")
        told = answer.format(path=prepared.map_path)
    said = sentences(f"{first.field}: {first.text}", told)
    if said_at_once := next((one for one in first.answers if isinstance(one.value, str) and one.value), None):
        setting = f"{first.field}.{said_at_once.key}={said_at_once.value}"
        said = sentences(said, _("Or answer it on the command line: --set {setting}").format(setting=f"'{setting}'"))
    return sentences(said, rest.format(count=more)) if rest else said


def _line(row: int, column: str, value: str, reason: str) -> str:
    where = _("row {row}").format(row=row)
    cell = (f'{column}: "{_short(value)}" ' if value else f"{column}: ") if column else ""
    return clean_line(f"{where}: {cell}{reason}")


def _short(value: str) -> str:
    return value if len(value) <= 60 else value[:59] + "…"


def _say_near(converted: Converted) -> None:
    near = converted.near
    if near:
        message = ngettext(
            "{count} new organisation is nearly a known one: {first}; MAP.toml can say that they are one.",
            "{count} new organisations are nearly known ones: {first}; MAP.toml can say that they are one.",
            len(near),
        )
        name, known, alike = near[0]
        say(message.format(count=len(near), first=f"{name} ~ {known} ({alike} %)"))


def _say_review(converted: Converted) -> None:
    """What each field was read from and what its values are, before anything is written."""
    new = {one.id: str(one.called) for one in converted.known.new.values()}
    store = converted.prepared.store

    def name(kind: str, id_: str) -> str:
        return new.get(id_) or store.name(kind, id_)

    for line in review_lines(converted.review(), name):
        say(f"{'!' if line.doubt else ' '} {line.label}: {line.text}")
    if passed_over := converted.passed_over:
        message = _("No field takes these columns: {names}. They stay in the passages.")
        rest = len(passed_over) - _NAMED
        more = [ngettext("and {count} more", "and {count} more", rest).format(count=f"{rest:,}")] if rest > 0 else []
        say(message.format(names=listed([*passed_over[:_NAMED], *more])))


def _say_remarks(converted: Converted) -> None:
    """Name the cells that leave their field absent in rows that are taken over, column by column."""
    for column, rows in converted.remarked.items():
        cells = list(dict.fromkeys(f'"{_short(one.value)}"' for one in converted.remarks if one.column == column))
        more = ["…"] if len(cells) > _CELLS else []
        message = ngettext(
            "{column}: {count} cell not read: {cells}. Its field is left out; the cell stays in the note.",
            "{column}: {count} cells not read: {cells}. Their field is left out; the cells stay in the notes.",
            rows,
        )
        say(message.format(column=column, count=f"{rows:,}", cells=listed([*cells[:_CELLS], *more])))


def _say_counts(converted: Converted) -> None:
    say(str(converted.counts))
    if lines := converted.counts.of_lines():
        say(lines)


def _nothing_accepted(converted: Converted) -> CommandError:
    first = next(iter(converted.refusals), None)
    why = _line(first.row, first.column, first.value, str(first.reason)) if first else ""
    return CommandError(sentences(_("No row is accepted, and nothing was imported."), why))


class _Progress:
    """One line on stderr that tells what is done, where stderr is a terminal."""

    def __call__(self, what: str, done: int, of: int) -> None:
        """Write the line anew."""
        if sys.stderr.isatty():
            share = f" {done}/{of}" if of else f" {done:,}" if done else ""
            sys.stderr.write(f"\r\x1b[K{what}{share}\r")
            sys.stderr.flush()
