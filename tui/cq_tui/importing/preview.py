"""The accepted rows as the records that they become."""

from collections.abc import Iterator

from cq_tui.importing.importer import Converted
from cq_tui.importing.sources.import_table import ROW
from cq_tui.schema.record import Record


def preview(converted: Converted) -> Iterator[Record]:
    """The records in the order of the rows, each made and checked by the kind's model."""
    accepted = converted.accepted
    cells = ", ".join(accepted.table.names)
    for row, id_, *texts in accepted.table.each(
        f"SELECT {ROW}, id, {cells} FROM accepted JOIN cells USING ({ROW}) ORDER BY {ROW}"
    ):
        values = {"id": id_, "cites": (converted.prepared.listed.passage(row),)}
        for rule in accepted.rules:
            values |= rule.convert(tuple(texts[position] for position in rule.columns))
        yield accepted.kind.model.model_validate(values)
