"""``cq-tui check``: every problem with its place, then what is stated against what is itemised."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from cq_tui.archive.problem import ArchiveError, Problem, SchemaError
from cq_tui.archive.read import usual
from cq_tui.archive.reconcile import overall, reconcile
from cq_tui.commands.aligned import aligned
from cq_tui.commands.argument_parser import Parser
from cq_tui.commands.check_twins import twins_lines, twins_summary, twins_tree
from cq_tui.commands.common import WRONG, CommandError, complain, say
from cq_tui.commands.json_output import add_json_option, print_json
from cq_tui.commands.loading_progress import wait_showing_progress
from cq_tui.commands.piped_file import as_file
from cq_tui.files.named import folder
from cq_tui.kinds.events import Event
from cq_tui.language import _, current, ngettext
from cq_tui.store.open_archive import open_archive
from cq_tui.store.prepare_archive import compared
from cq_tui.store.selection.sum_words import amount_words, left_out_words, money_words
from cq_tui.store.store import Store
from cq_tui.store.twins.find import Twins, probable_twins
from cq_tui.store.views.history_notes import history_notes
from cq_tui.store.views.money_apart import left_out, sums
from cq_tui.store.views.overview_rows import Value, overview_rows
from cq_tui.store.views.stated_totals import COLUMNS, Cells, header, table
from cq_tui.store.views.summary import reconciliation_notes
from cq_tui.values.clean import clean_line
from cq_tui.values.types.lists import joined
from cq_tui.views.saved import problems_of_views

_NUMBERS = ("deals", "amount", "share")


def configure(parser: Parser) -> None:
    """Declare the options."""
    parser.add_argument(
        "archive",
        metavar=_("FOLDER"),
        nargs="*",
        type=folder,
        default=[],
        help=_("the archive, or several; the shipped event if not given"),
    )
    parser.add_argument(
        "--original",
        metavar=_("FILE"),
        type=Path,
        help=_("the source's original text, to prove the anchors; - for stdin"),
    )
    parser.add_argument("--twins", action="store_true", help=_("also look for deals that are told twice"))
    add_json_option(parser)
    parser.add_example("cq-tui check fairs", _("an archive of your own"))
    parser.add_example("cq-tui check --json | jq '.problems | length'", _("for another program"))


def run(options: Namespace) -> int:
    """Print all problems, then the reconciliation of each event. 1 if there is any problem."""
    if options.original is None:
        return _checked(options)
    with as_file(options.original, "stdin.txt") as options.original:
        return _checked(options)


def _checked(options: Namespace) -> int:
    try:
        roots = options.archive or usual()
        opened = open_archive(*roots, original=options.original, watch=wait_showing_progress, anew=True)
    except SchemaError as error:
        return _no_schema(error, as_json=options.json)
    except ArchiveError as error:
        raise CommandError(str(error)) from None
    store = opened.store
    stale, differing = compared(store.archive)
    views = problems_of_views(roots, store.schema)
    problems = [*opened.problems, *views, *differing]
    events = _reconcilable(store, problems)
    notes = [] if problems else history_notes(store)
    twins = probable_twins(store) if options.twins and not problems else None
    if options.json:
        more = {} if twins is None else {"twins": [*twins_tree(store, twins)]}
        print_json(_tree(store, problems, events) | _tree_of_notes(store, notes) | more)
    else:
        _print_lines(store, problems, notes, events, twins or ())
    if stale:
        say(stale)
    say(_summary(sum(store.totals.values()), len(problems)))
    if notes:
        message = ngettext("{count} note on histories", "{count} notes on histories", len(notes))
        say(message.format(count=f"{len(notes):,}"))
    if options.twins:
        later = _("Deals that are told twice are looked for once these are mended.")
        say(later if twins is None else twins_summary(twins))
    anchors = [p for p in store.records("passages") if getattr(p, "source", None) in store.originals]
    if anchors and not problems:
        message = ngettext(
            "{count} anchor stands in its paragraph", "{count} anchors stand in their paragraphs", len(anchors)
        )
        say(message.format(count=len(anchors)))
    return WRONG if problems else 0


def _print_lines(
    store: Store,
    problems: Sequence[Problem],
    notes: Sequence[Problem],
    events: Sequence[Event],
    twins: Sequence[Twins],
) -> None:
    for problem in problems:
        print(problem)
    for note in notes:
        print(_("{note} (note)").format(note=note))
    for event in events:
        print("\n".join(reconciliation(store, event)))
    for line in twins_lines(store, twins):
        print(line)


def _reconcilable(store: Store, problems: Sequence[Problem]) -> list[Event]:
    """The events with stated totals, where the problems leave sums that can be told."""
    clash = len(store.archive.roots) > 1 and problems
    if clash or any(problem.file == file.name for problem in problems for file in store.archive.tables):
        return []
    return [record for record in store.records("events") if isinstance(record, Event) and record.totals]


def _tree(store: Store, problems: Sequence[Problem], events: Sequence[Event]) -> dict[str, Any]:
    """The problems, and what each event stated against what is itemised, as ``cq-tui export overview`` has it."""
    tables = (overview_rows(store, event) for event in events)
    return {
        "records": sum(store.totals.values()),
        "problems": [problem._asdict() for problem in problems],
        "stated": [
            {name: _number(value) for name, value in zip(table.columns, row, strict=True)}
            for table in tables
            for row in table.rows
        ],
    }


def _tree_of_notes(store: Store, notes: Sequence[Problem]) -> dict[str, Any]:
    """What can hardly be meant so, where the archive tells of deals over the years."""
    return {"notes": [note._asdict() for note in notes]} if store.kind("deals").history else {}


def _number(value: Value) -> Any:
    """A figure as JSON has it: whole numbers without decimals."""
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def _no_schema(error: SchemaError, *, as_json: bool) -> int:
    """Print what is wrong with the declarations of an archive; its records can't be judged before that is mended."""
    if as_json:
        print_json({"problems": [problem._asdict() for problem in error.problems]})
    else:
        for problem in error.problems:
            print(problem)
    count = len(error.problems)
    found = ngettext("{count} problem", "{count} problems", count).format(count=count)
    complain(_("{problems}; the records are read once these are mended").format(problems=found))
    return WRONG


def reconciliation(store: Store, event: Event) -> list[str]:
    """The table that the overview shows, then what has to be said of it; all columns add up to the last row."""
    lines = reconcile(event, store.itemised)
    rows = [header(), *(cells for _line, cells in table(store, lines, overall(lines)))]
    told = [clean_line(str(event.name)), *_aligned(rows)]
    kind = store.kind("deals")
    excluded = [left_out_words(kind, one, currencies=True) for one in left_out(store, event.id)]
    return [*told, *reconciliation_notes(store, lines), *_money_apart(store, event), *excluded]


def _aligned(rows: Sequence[Cells]) -> Iterator[str]:
    """The rows as lines; a column in which nothing stands is left out."""
    names = [name for place, name in enumerate(COLUMNS) if any(row[place] for row in rows[1:])]
    return aligned([[getattr(row, name) for name in names] for row in rows], [name in _NUMBERS for name in names])


def _money_apart(store: Store, event: Event) -> list[str]:
    """The itemised amounts by kind of money, where the table has added several up as the stated totals do."""
    kind, apart = store.kind("deals"), sums(one for one in store.itemised if one.event == event.id)
    if len({one.apart for one in apart}) < 2:
        return []
    words = joined(f"{money_words(kind, one)} {amount_words(one)}" for one in apart)
    return [_("Itemised by type of money") + (f"：{words}" if current() == "zh" else f": {words}")]


def _summary(records: int, problems: int) -> str:
    read_ = ngettext("{count} record read", "{count} records read", records).format(count=f"{records:,}")
    found = (
        ngettext("{count} problem", "{count} problems", problems).format(count=problems)
        if problems
        else _("no problem")
    )
    return f"{read_}，{found}" if current() == "zh" else f"{read_}, {found}"
