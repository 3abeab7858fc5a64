"""Cells of a list of persons that may name several of them: each is read as one record, which is told."""

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.review.doubts import Doubt, grouped_count
from cq_tui.importing.review.line import short
from cq_tui.importing.sources.import_table import ROW
from cq_tui.schema.field import Field
from cq_tui.values.clean import clean_line
from cq_tui.values.reasons import Reason
from cq_tui.values.sql import literal

_PERSONS = "speakers"
_HAN = r"[\x{3400}-\x{9fff}\x{ac00}-\x{d7a3}]"
_MARKS = rf"[、;；|]|\S\s[/&]\s\S|{_HAN}{{2}}\s?[,，/&]\s?{_HAN}{{2}}|\n\S+\s\S+"
"""A comma in other letters mostly parts a last name from the first, or from a title."""


def several_persons(accepted: AcceptedRows, field: Field, column: int) -> Reason | None:
    """What is told of such cells in the column of names; None where there are none."""
    if accepted.kind.name != _PERSONS or field is not accepted.kind.heading:
        return None
    cell = accepted.table.names[column]
    count, first = accepted.table.ask(
        f"SELECT count(*), arg_min({cell}, {ROW}) FROM cells WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals) "
        f"AND regexp_matches({cell}, {literal(_MARKS)})"
    )[0]
    if not count:
        return None
    return Reason.of(Doubt.SEVERAL_PERSONS, count=grouped_count(count), first=f'"{short(clean_line(first))}"')
