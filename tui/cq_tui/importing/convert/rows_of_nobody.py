"""Rows of an agenda that name nobody, such as a break: they are no rows of speakers that lack a name."""

from cq_tui.importing.errors import Noticed, Refused
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.mapping import TABLE_OF_NAMES, Mapping
from cq_tui.importing.sources.cells_sql import first_filled
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.schema.kind import Kind
from cq_tui.values.reasons import Reason
from cq_tui.values.sql import literal

_SPEAKERS = "speakers"
_WORDS = r"\pL"
_SHOWN, _LONGEST = 3, 40


def leave_out_nobody(table: ImportTable, header: Header, kind: Kind, mapping: Mapping) -> tuple[Reason, ...]:
    """Set such rows aside; returns what is told of them. A row with an organisation is somebody's."""
    if kind.name != _SPEAKERS:
        return ()
    fields = [
        mapped for name, mapped in mapping.fields.items()
        if kind.by_name[name] is kind.heading or kind.by_name[name].shown.to == TABLE_OF_NAMES
    ]  # fmt: skip
    columns = [header.names.index(name) for mapped in fields for name in mapped.columns if name in header.names]
    heading = mapping.fields.get(kind.heading.name)
    if heading is None or not heading.columns:
        return ()
    empty = " AND ".join(f"trim({table.names[at]}) = ''" for at in columns)
    says = [name for at, name in enumerate(table.names[: len(header.names)]) if at not in columns]
    if not says or not empty:
        return ()
    words = " OR ".join(f"regexp_matches({name}, {literal(_WORDS)})" for name in says)
    with_words = [f"CASE WHEN regexp_matches({name}, {literal(_WORDS)}) THEN {name} ELSE '' END" for name in says]
    found = table.ask(
        f"SELECT {ROW}, {first_filled(with_words)} FROM cells WHERE {empty} AND ({words}) "
        f"AND {ROW} NOT IN (SELECT {ROW} FROM refusals) ORDER BY {ROW}"
    )
    if not found:
        return ()
    reason = Reason.of(Refused.NAMES_NOBODY).dump()
    rows = [str(row) for row, _said in found]
    table.insert("refusals", [rows, ["-1"] * len(rows), [reason] * len(rows)])
    said = tuple(dict.fromkeys(str(text).strip()[:_LONGEST] for _row, text in found))
    names = (*said[:_SHOWN], *(("…",) if len(said) > _SHOWN else ()))
    return (Reason.of(Noticed.NAMES_NOBODY, count=f"{len(found):,}", row=f"{found[0][0]}", names=names),)
