"""The accepted rows as the records that they become."""

from collections.abc import Iterator

from cq_tui.importing.convert.remarks import NOTED, with_note
from cq_tui.importing.importer import Converted
from cq_tui.importing.sources.import_table import ROW
from cq_tui.schema.record import Record


def preview(converted: Converted) -> Iterator[Record]:
    """The records in the order of the rows, each made and checked by the kind's model."""
    accepted = converted.accepted
    cells = ", ".join(accepted.table.names)
    for row, id_, said, *texts in accepted.table.each(
        f"SELECT {ROW}, id, said, {cells} FROM accepted JOIN cells USING ({ROW}) {NOTED} ORDER BY {ROW}"
    ):
        values = {"id": id_, "cites": (converted.prepared.listed.passage(row),)}
        for rule in accepted.rules:
            read, _problems = rule.read(tuple(texts[position] for position in rule.columns))
            values |= read
        if said is not None:
            values["note"] = with_note(values.get("note"), said)
        yield accepted.kind.model.model_validate(values)
