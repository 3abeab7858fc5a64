"""``cq-tui import``: a stranger's list into an archive, or what would become of it."""

import os
from argparse import Namespace
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from cq_tui.archive.problem import ArchiveError
from cq_tui.archive.read import DEALS
from cq_tui.commands.argument_parser import Parser
from cq_tui.commands.common import USAGE, CommandError, kind_named, kinds_help, open_store, say, schema_for
from cq_tui.commands.import_changes import say_changes
from cq_tui.commands.import_dry_run import dry_run, dry_run_json, print_asked
from cq_tui.commands.import_kept import days_of, staged_keeping
from cq_tui.commands.import_kind import USUAL, ask_for_kind
from cq_tui.commands.import_others import say_others
from cq_tui.commands.import_report import (
    ProgressLine,
    nothing_accepted,
    open_questions,
    say_counts,
    say_mapping,
    say_near,
    say_questions,
    say_refusals,
    say_remarks,
    say_review,
    say_together,
)
from cq_tui.commands.import_twins import say_twins
from cq_tui.commands.import_undo import say_taken_back, would_take_back
from cq_tui.commands.piped_file import as_file
from cq_tui.commands.prepare import make_prepared
from cq_tui.files.changes import Changes, changing
from cq_tui.files.named import folder
from cq_tui.files.spool import piped
from cq_tui.files.write import WriteError
from cq_tui.importing import importer, writing
from cq_tui.importing.commit.decisions import decisions_words
from cq_tui.importing.errors import ImportProblem, StandsAlready
from cq_tui.importing.importer import Converted
from cq_tui.importing.kept_history import Days
from cq_tui.importing.recognise.answers.settings import location_of, sheet_in, with_settings
from cq_tui.importing.recognise.headers.header import NoHeader
from cq_tui.importing.recognise.maps.list_ids import list_id, sheet_of
from cq_tui.importing.recognise.prepare import Prepared, prepare
from cq_tui.importing.sources.first_bytes import kind_of_file
from cq_tui.importing.sources.sheet import WITH_SHEETS
from cq_tui.language import _
from cq_tui.schema.kind import Kind
from cq_tui.schema.schema import Schema
from cq_tui.store.prepare_archive import out_of_date

_PATIENCE = 600.0
"""Seconds that another import is waited for."""


def configure(parser: Parser) -> None:
    """Declare the options."""
    parser.add_argument(
        "file",
        nargs="?",
        metavar=_("FILE"),
        type=Path,
        help=_("the list: csv, tsv, xlsx, xls, ods, json, jsonl, parquet; - for stdin"),
    )
    parser.add_argument("--kind", metavar=_("KIND"), default="", help=kinds_help())
    parser.add_argument("--event", metavar=_("ID"), default="", help=_("the event that the list belongs to"))
    parser.add_argument("--into", metavar=_("ARCHIVE"), type=folder, required=True, help=_("the archive to add it to"))
    parser.add_argument(
        "--map", metavar="MAP.toml", type=Path, help=_("how to read it, - for stdin; recognised if not given")
    )
    parser.add_argument(
        "--sheet", metavar=_("SHEET"), default="", help=_("of a workbook, or a list of JSON; recognised if not given")
    )
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
    parser.add_argument(
        "--prepare", action="store_true", help=_("make the archive's prepared file afterwards, or make it anew")
    )
    parser.add_argument("--dry-run", "-n", action="store_true", help=_("only show what would become of it"))
    parser.add_argument("--json", action="store_true", help=_("with --dry-run: print all of it as JSON for a program"))
    parser.add_argument(
        "--force", "-f", action="store_true", help=_("replace what an earlier import of the list wrote")
    )
    parser.add_argument(
        "--keep-history",
        metavar=_("DAY"),
        nargs="?",
        const="",
        help=_(
            "keep the earlier edition's stages and amounts as history; DAY is that edition's, for deals without a day; "
            "DAY..DAY also says that of the new one"
        ),
    )
    parser.add_example(
        "cq-tui import list.xlsx --into fairs --event fairs --dry-run",
        _("what would become of a list, with nothing written"),
    )
    parser.add_example(
        "cq-tui import list.xlsx --into fairs --set amount.unit=million", _("with an answer to what was asked")
    )
    parser.add_example(
        "curl -s https://example.org/deals.csv | cq-tui import - --name deals.csv --into fairs", _("from a pipe")
    )
    parser.add_example("cq-tui import --undo list.xlsx --into fairs", _("taken back"))


def run(options: Namespace) -> int:
    """Import a list. What was done is told on stderr; ``--dry-run`` prints what would be on stdout."""
    if not options.into.exists():
        message = _("{path}: there is no such folder; cq-tui new {path} makes an archive there")
        raise CommandError(message.format(path=options.into))
    schema = schema_for([options.into])
    if options.undo and options.file is not None:
        raise CommandError(_("--undo takes a whole import back: it goes without FILE."), USAGE)
    if options.prepare and options.dry_run:
        raise CommandError(_("--prepare writes the prepared file, and --dry-run writes nothing."), USAGE)
    if options.undo:
        return _undo(options, schema)
    if options.json and not options.dry_run:
        raise CommandError(_("--json is for --dry-run: it tells what would become of the list."), USAGE)
    if options.file is None:
        raise CommandError(_("FILE is missing: the list to import"), USAGE)
    kind = kind_named(options.kind or USUAL, schema)
    if options.map and piped(options.file) is not None and piped(options.file) == piped(options.map):
        raise CommandError(_("The list and its map can't both come through stdin; give one as a file."), USAGE)
    with ExitStack() as entered:
        options.file = entered.enter_context(as_file(options.file, Path(options.name).name or "stdin"))
        called = options.map
        if called is not None:
            options.map = entered.enter_context(as_file(called, "MAP.toml"))
        held = None if options.dry_run else _hold(entered, options.into)
        code = _import(options, schema, kind, held, called)
    return code or (0 if options.dry_run else _prepared_anew(options.into, wanted=options.prepare))


def _undo(options: Namespace, schema: Schema) -> int:
    if options.dry_run:
        return would_take_back(options.into, options.undo, schema)
    with ExitStack() as entered:
        say_taken_back(options.into, options.undo, schema, _hold(entered, options.into))
    return _prepared_anew(options.into, wanted=options.prepare)


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


def _import(options: Namespace, schema: Schema, kind: Kind, held: Changes | None, map_called: Path | None) -> int:
    # What an earlier import of the list wrote is made anew and compared byte for byte: no need to read it before.
    named, options.set = sheet_in(options.set)
    options.sheet = options.sheet or named
    sheet = options.sheet or sheet_of(options.map)
    if options.sheet and kind_of_file(options.file)[0] not in WITH_SHEETS:
        raise CommandError(_("{path}: has no sheets; --sheet is for workbooks and JSON").format(path=options.file))
    id_ = list_id(options.into, options.file, kind, options.event, sheet)
    store = open_store(options.into, schema=schema, without=id_)
    kept = days_of(options.keep_history)
    if options.event and options.event not in store.ids("events"):
        known = ", ".join(store.ids("events")[:10]) or _("none yet; write it into data/events.toml")
        message = _("There is no event {id} in {archive}: {known}")
        raise CommandError(message.format(id=options.event, archive=options.into, known=known), USAGE)
    try:
        header, below, headings, settings = location_of(options.set)
        prepared = prepare(
            store, options.file, kind, options.event, options.map,
            encoding=options.encoding, sheet=options.sheet, header=header, below=below, headings=headings,
            progress=ProgressLine(),
        )  # fmt: skip
        said = options.kind or (kind.name if prepared.given else "")
        prepared = _answered(replace(prepared, source=map_called or prepared.source), settings)
        if not options.json:
            say_mapping(prepared)
            say_others(prepared)
        ask_for_kind(prepared, said, as_json=options.json)  # what else is asked hangs on it
        if prepared.proposal.questions:
            writing.save_map(prepared, held=held)
            raise _asked(prepared, options)
        with importer.converting(prepared, ProgressLine()) as converted:
            if asking := converted.asking:
                writing.save_map(
                    asking, converted.near, held, converted.own.by_column, converted.together, converted.cells
                )
                raise _asked(asking, options)
            if options.json:
                return dry_run_json(converted, kept)
            return dry_run(converted, kept) if options.dry_run else _write(converted, options.force, held, kept)
    except StandsAlready as problem:
        raise CommandError(f"{problem} " + _("--force replaces it.")) from None
    except NoHeader as problem:
        raise CommandError(
            f"{problem}. " + _("--set header=3 names its row, --set header=0 says that none is.")
        ) from None
    except ImportProblem as problem:
        raise CommandError(str(problem)) from None


def _answered(prepared: Prepared, settings: list[str]) -> Prepared:
    """The list with the answers; what is said of fields waits where it is asked where the list stands."""
    return prepared if prepared.proposal.place else with_settings(prepared, settings)


def _asked(prepared: Prepared, options: Namespace) -> CommandError:
    """Tell what is asked; returns what to raise."""
    if options.json:
        return print_asked(prepared)
    say_questions(prepared)
    return CommandError(open_questions(prepared))


def _write(converted: Converted, force: bool, held: Changes | None, kept: Days | None) -> int:
    prepared = converted.prepared
    if not converted.counts.accepted:
        say_counts(converted)
        raise nothing_accepted(converted)
    say_review(converted)
    staged = staged_keeping(converted, kept)
    say_changes(converted, staged)
    written = writing.write(converted, replace_=force, held=held, staged=staged)
    say_near(converted)
    say_together(converted)
    say_remarks(converted)
    say_refusals(converted)
    say_counts(converted)
    if not written.paths:
        say(_("All of it is in the archive already; no file was changed."))
        return 0
    say(_("Written: {paths}").format(paths=", ".join(written.paths)))
    if words := decisions_words(written.decisions):
        say(words)
    if prepared.kind.name == DEALS and converted.others:  # to open the archive takes as long as to import a short list
        say_twins(prepared.store.archive.root, prepared.listed.id)
    if converted.refusals:
        say(_("The rows that were not taken, and why, stand in {path}.").format(path=prepared.refused_path))
    if converted.remarks:
        say(_("What could not be read of the others stands in {path}.").format(path=prepared.remarks_path))
    return 0


def _prepared_anew(root: Path, *, wanted: bool) -> int:
    """Make the prepared file if that is wanted; else say if there is one, in which the change is missing."""
    if wanted:
        return make_prepared(root)
    try:
        if why := out_of_date(root):
            say(why)
    except ArchiveError as error:
        raise CommandError(str(error)) from None
    return 0
