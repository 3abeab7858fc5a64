"""The result of an import, or of a look at one, after its rows are gone: counts, first records, what is refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from cq_tui.importing import importer, writing
from cq_tui.importing.convert.row_counts import RowCounts
from cq_tui.importing.errors import Refusal, Remark
from cq_tui.importing.preview import preview
from cq_tui.importing.progress import Progress
from cq_tui.importing.recognise.answers.questions import Words
from cq_tui.importing.recognise.maps.names_of_cells import NamesOfCell
from cq_tui.importing.recognise.prepare import Near, Prepared
from cq_tui.importing.review.review import Review
from cq_tui.importing.writing import Written
from cq_tui.schema.record import Record

MOST_RECORDS = 4
MOST_TOLD = 200
"""What is kept to be shown; the rest is counted."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of the rows; ``new`` are the organisations that the archive does not know.

    ``review``: what each field was read from and what its values are, None where that was looked at before.
    ``becomes``: the columns that become fields of the archive's own, with their types.
    ``currencies``: the columns that say the currency of such a column, each with that.
    ``words``: those of fields of codes that are not known; ``near``: new names that are nearly known ones.
    ``cells``: those whose names could be read otherwise.
    ``together``: spellings that were put together with another one, each with the organisation's id.
    ``written``: what was put into the archive, None where it was only looked at.
    """

    counts: RowCounts
    records: tuple[Record, ...]
    refusals: tuple[Refusal, ...]
    remarks: tuple[Remark, ...]
    review: Review | None
    becomes: Mapping[str, str]
    currencies: Mapping[str, str]
    new: Mapping[str, str]
    words: Words
    near: Near
    cells: tuple[NamesOfCell, ...] = ()
    together: tuple[tuple[str, str], ...] = ()
    written: Written | None = None
    asking: Prepared | None = None
    """The list with what is to be asked now that all rows were looked at; None where nothing is."""


def look(prepared: Prepared, progress: Progress) -> ImportResult:
    """Convert all rows and write nothing. Raises ImportProblem, and what ``progress`` raises."""
    with importer.converting(prepared, progress) as converted:
        return _kept(converted, tuple(islice(preview(converted), MOST_RECORDS)), converted.review())


def bring(
    prepared: Prepared, progress: Progress, *, replace_: bool = False, keep_history: bool = False
) -> ImportResult:
    """Convert all rows and put them into the archive; ``keep_history``: with the figures of an earlier edition.

    Raises ImportProblem, QueryError, and what ``progress`` raises.
    """
    with importer.converting(prepared, progress) as converted:
        staged = writing.staging(converted, progress) if keep_history else None
        if staged is not None:
            from cq_tui.importing.kept_history import Days, keeping_history  # few imports need it

            staged = keeping_history(converted, staged, Days()).staged
        return _kept(
            converted, (), written=writing.write(converted, replace_=replace_, progress=progress, staged=staged)
        )


def _kept(
    converted: importer.Converted,
    records: tuple[Record, ...],
    review: Review | None = None,
    written: Written | None = None,
) -> ImportResult:
    new = {one.id: str(one.called) for one in converted.known.new.values()}
    return ImportResult(
        converted.counts,
        records,
        tuple(converted.refusals[:MOST_TOLD]),
        tuple(converted.remarks[:MOST_TOLD]),
        review,
        converted.own.by_column,
        converted.own.currencies,
        new,
        converted.words,
        converted.near,
        tuple(converted.cells),
        tuple(converted.together),
        written,
        converted.asking,
    )
