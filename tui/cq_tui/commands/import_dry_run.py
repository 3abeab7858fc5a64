"""``cq-tui import --dry-run``: what would become of a list, in words or as JSON; nothing is imported."""

import sys
from collections import Counter
from itertools import islice

from cq_tui.commands.common import CommandError, say
from cq_tui.commands.import_changes import changes_tree, say_changes
from cq_tui.commands.import_kept import staged_keeping
from cq_tui.commands.import_report import (
    line_of,
    nothing_accepted,
    open_questions,
    say_counts,
    say_near,
    say_review,
    say_together,
)
from cq_tui.commands.json_output import print_json
from cq_tui.commands.narration import is_verbose
from cq_tui.importing import writing
from cq_tui.importing.errors import TOGETHER, Refused
from cq_tui.importing.importer import Converted
from cq_tui.importing.kept_history import Days
from cq_tui.importing.preview import preview
from cq_tui.importing.recognise.prepare import Prepared
from cq_tui.language import _, ngettext
from cq_tui.schema.record_text import toml_text
from cq_tui.values.clean import clean_line
from cq_tui.values.reasons import Reason

_ALIKE = 20
"""Cells of one column that are listed for one reason."""
_SHOWN, _TOGETHER = 3, 5
"""Records that are shown, and rows of other ones' records that are listed; the review tells of all of these."""


def print_asked(prepared: Prepared) -> CommandError:
    """Print a list with open questions as JSON; returns what to raise."""
    from cq_tui.importing.tree import prepared_tree

    print_json(prepared_tree(prepared))
    return CommandError(open_questions(prepared))


def dry_run_json(converted: Converted, kept: Days | None) -> int:
    """Print all that is known of the list as one JSON value."""
    from cq_tui.importing.tree import converted_tree

    print_json(converted_tree(converted, islice(preview(converted), _SHOWN)) | changes_tree(converted, kept))
    _save_map(converted)
    if not converted.counts.accepted:
        raise nothing_accepted(converted)
    return 0


def dry_run(converted: Converted, kept: Days | None) -> int:
    """Show the first records as they would be, and every row that would be refused."""
    prepared = converted.prepared
    records = list(islice(preview(converted), _SHOWN))
    if records:
        from cq_tui.schema.columns import columns

        sys.stdout.write("".join(toml_text(prepared.kind, columns(prepared.kind), records)))
    _print_refusals(converted)
    _print_remarks(converted)
    if converted.counts.accepted:
        say_changes(converted, staged_keeping(converted, kept, _print), _print, every=True)
    sys.stdout.flush()
    _save_map(converted)
    say_review(converted, every=True)
    say_near(converted)
    say_together(converted)
    say_counts(converted)
    if not converted.counts.accepted:
        raise nothing_accepted(converted)
    say(_("Nothing was imported. The mapping is in {path}.").format(path=prepared.map_path))
    return 0


def _print_refusals(converted: Converted) -> None:
    together = totals = 0
    others = _Alike()
    for refusal in converted.refusals:
        is_together = any(map(refusal.reason.is_, TOGETHER))
        is_total = refusal.reason.is_(Refused.TOTAL_BESIDE)
        together, totals = together + is_together, totals + is_total
        if is_together or is_total:
            is_shown = (together if is_together else totals) <= _TOGETHER
        else:
            is_shown = others.is_shown(refusal.row, refusal.column, refusal.reason)
        if is_shown:
            print(line_of(refusal.row, refusal.column, refusal.value, str(refusal.reason)))
    others.print_rest()
    if together > _TOGETHER:
        message = ngettext(
            "and {count} more row that is put together with another one",
            "and {count} more rows that are put together with others",
            together - _TOGETHER,
        )
        print(message.format(count=f"{together - _TOGETHER:,}"))
    if totals > _TOGETHER:
        message = ngettext("and {count} more row of totals", "and {count} more rows of totals", totals - _TOGETHER)
        print(message.format(count=f"{totals - _TOGETHER:,}"))


def _print_remarks(converted: Converted) -> None:
    alike = _Alike()
    for remark in converted.remarks:
        if alike.is_shown(remark.row, remark.column, remark.reason):
            rows = ngettext("{count} row", "{count} rows", remark.rows).format(count=f"{remark.rows:,}")
            line = line_of(remark.row, remark.column, remark.value, str(remark.reason))
            print(line + (f" ({rows})" if remark.rows > 1 else ""))
    alike.print_rest()


class _Alike:
    """Counts what is told for one reason of one column: the first ones are shown, and how many more there are."""

    def __init__(self) -> None:
        """Nothing was told yet."""
        self._counts: Counter[tuple[str, str]] = Counter()
        self._first: dict[tuple[str, str], int] = {}

    def is_shown(self, row: int, column: str, reason: Reason) -> bool:
        """Whether one more is one of the first; all are with ``--verbose``."""
        key = (column, reason.code)
        self._first.setdefault(key, row)
        self._counts[key] += 1
        return self._counts[key] <= _ALIKE or is_verbose()

    def print_rest(self) -> None:
        """Tell how many were not shown, and that the files list them."""
        for (column, _code), count in self._counts.items() if not is_verbose() else ():
            if (more := count - _ALIKE) > 0:
                message = ngettext(
                    "and {count} more for the same reason as row {row}",
                    "and {count} more for the same reason as row {row}",
                    more,
                )
                said = message.format(count=f"{more:,}", row=self._first[column, _code])
                print(clean_line(f"{column}: {said}" if column else said))


def _print(line: str) -> None:
    print(line)


def _save_map(converted: Converted) -> None:
    own = converted.own.by_column
    writing.save_map(
        converted.prepared, converted.near, becomes=own, together=converted.together, cells=converted.cells
    )
