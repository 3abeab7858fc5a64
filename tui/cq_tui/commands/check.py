"""``cq-tui check``: every problem with its place, then what is stated against what is itemised."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from rich.cells import cell_len

from cq_tui.archive.problem import ArchiveError
from cq_tui.archive.read import usual
from cq_tui.archive.reconcile import Itemised, Line, reconcile
from cq_tui.commands.common import WRONG, CommandError, say
from cq_tui.commands.waiting import watch
from cq_tui.kinds.events import Event
from cq_tui.language import _, many
from cq_tui.model.clean import clean_line
from cq_tui.model.money import written
from cq_tui.store.opening import open_archive


def configure(parser: ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "archive",
        metavar=_("FOLDER"),
        nargs="*",
        type=Path,
        default=[],
        help=_("the archive, or several; the shipped event if not given"),
    )
    parser.add_argument(
        "--original", metavar=_("FILE"), type=Path, help=_("the source's original text, to prove the anchors")
    )


def run(options: Namespace) -> int:
    """Print all problems, then the reconciliation of each event. 1 if there is any problem."""
    try:
        opened = open_archive(*(options.archive or usual()), original=options.original, watch=watch)
    except ArchiveError as error:
        raise CommandError(str(error)) from None
    store, problems = opened.store, opened.problems
    for problem in problems:
        print(problem)
    clash = len(store.archive.roots) > 1 and problems
    if not clash and not any(problem.file == file.name for problem in problems for file in store.archive.tables):
        for record in store.records("events"):
            if isinstance(record, Event) and record.totals:
                print("\n".join(reconciliation(record, store.itemised)))
    say(_summary(sum(store.totals.values()), len(problems)))
    anchors = [p for p in store.records("passages") if getattr(p, "source", None) in store.originals]
    if anchors and not problems:
        message = many(
            "{count} anchor stands in its paragraph", "{count} anchors stand in their paragraphs", len(anchors)
        )
        say(message.format(count=len(anchors)))
    return WRONG if problems else 0


def reconciliation(event: Event, items: Sequence[Itemised]) -> list[str]:
    """The lines of the reconciliation table."""
    header = [_("category"), _("stated"), _("amount"), _("itemised"), _("amount"), _("not itemised"), _("amount")]
    rows = [header, *(_row(line) for line in reconcile(event, items))]
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    lines = [clean_line(str(event.name))]
    for first, *others in rows:
        cells = [first + " " * (widths[0] - cell_len(first))]
        cells += [" " * (width - cell_len(text)) + text for text, width in zip(others, widths[1:], strict=True)]
        lines.append("  ".join(cells))
    return lines


def _row(line: Line) -> list[str]:
    currency = line.stated.currency
    unknown = _("not stated")

    def amount(value: object) -> str:
        return written(value, currency) if value else "0"  # type: ignore[arg-type]

    stated = line.stated.amount
    return [
        str(line.category.label) if line.category else _("all"),
        unknown if line.stated.count is None else str(line.stated.count),
        unknown if stated is None else amount(stated),
        str(line.itemised_count),
        amount(line.itemised_amount) if stated is not None else "-",
        unknown if line.rest_count is None else str(line.rest_count),
        unknown if line.rest_amount is None else amount(line.rest_amount),
    ]


def _summary(records: int, problems: int) -> str:
    read_ = many("{count} record read", "{count} records read", records).format(count=records)
    found = (
        many("{count} problem", "{count} problems", problems).format(count=problems) if problems else _("no problem")
    )
    return f"{read_}, {found}"
