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
    passage = converted.prepared.listed.passage
    further: dict[int, list[str]] = {}
    for row, first in accepted.table.ask(f"SELECT {ROW}, first FROM together ORDER BY {ROW}"):
        further.setdefault(first, []).append(passage(row))
    by_row = {
        (one.rule.fields[0], int(at)): text
        for one in accepted.conversions if one.by_row
        for at, text in accepted.table.ask(f"SELECT _at, _said FROM {one.by_row}")
    }  # fmt: skip
    for row, id_, said, *texts in accepted.table.each(
        f"SELECT {ROW}, id, said, {cells} FROM accepted JOIN cells USING ({ROW}) {NOTED} ORDER BY {ROW}"
    ):
        values = {"id": id_, "cites": (passage(row), *further.get(row, ()))}
        for rule in accepted.rules:
            read, _problems = rule.read(tuple(texts[position] for position in rule.columns))
            values |= read
            if (text := by_row.get((rule.fields[0], row))) is not None:
                values.pop(rule.fields[0], None)
                values |= {rule.fields[0]: accepted.kind.by_name[rule.fields[0]].type.read([text])} if text else {}
        if said is not None:
            values["note"] = with_note(values.get("note"), said)
        yield accepted.kind.model.model_validate(values)
