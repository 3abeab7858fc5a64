"""Rows that are a name and no more, in a list of names in which many are: records, and no headings between rows."""

from cq_tui.importing.errors import Noticed, Refused
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.mapping import KINDS_OF_NAMES, FieldMap, Mapping
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.schema.kind import Kind
from cq_tui.values.reasons import Reason
from cq_tui.values.sql import literal

_MANY = 0.2
"""The share of rows that stand alone so, from which on they are records; some must stand below another one."""
_PLACE = (
    r"(?i)\W*(?:(?:exhibition|expo|booth|stand)?\s*(?:halls?|halle|areas?|pavilions?|pavilion|pavill?on|zones?|level|floor|"
    r"ebene|section|sector|hal|sala|salle|salón|padiglione|pabellón|pavilhão|pawilon|pavilon|зал|павильон|зона)"
    r"[\s.:#№-]*(?:no\.?\s*|nr\.?\s*)?(?:[A-Z]|[0-9]{1,3}(?:[.-][0-9]{1,2})?[A-Z]?|[IVX]{1,5})"
    r"|第?[0-9A-Z一二三四五六七八九十]{1,4}\s*号?(?:馆|館|展馆|展館|展区|展區|展厅|展廳|ホール|관|홀|전시장|区|區)"
    r"|(?:展区|展區|展馆|展館|展厅|展廳|馆|館|ホール|小間)\s*[0-9A-Z一二三四五六七八九十]{1,4})\W*"
)
"""Where booths stand: ``Hall 1``, ``Booth area A``, 第一馆; nobody is called so."""


def take_bare_records(table: ImportTable, header: Header, kind: Kind, mapping: Mapping) -> tuple[Reason, ...]:
    """Take such rows back from those that look like headings; returns what is told of them."""
    columns = mapping.fields.get(kind.heading.name, FieldMap()).columns
    places = [header.names.index(name) for name in columns if name in header.names]
    if kind.name not in KINDS_OF_NAMES or not places:
        return ()
    alone = literal(Reason.of(Refused.ONE_CELL).dump())
    said = " || ".join(table.names[at] for at in places)
    bare = (
        f"SELECT {ROW}, regexp_full_match({said}, {literal(_PLACE)}) AS place FROM cells WHERE {said} <> '' "
        f"AND {ROW} IN (SELECT {ROW} FROM refusals WHERE reason = {alone})"
    )
    asked = (
        f"WITH bare AS ({bare}), named AS (FROM bare WHERE NOT place) SELECT (SELECT count(*) FROM cells), count(*), "
        f"min({ROW}), count(*) FILTER ({ROW} - 1 IN (SELECT {ROW} FROM bare)) FROM named"
    )
    ((rows, count, first, followed),) = table.ask(asked)
    if not followed or count < _MANY * rows:
        return ()
    table.run(f"DELETE FROM refusals WHERE reason = {alone} AND {ROW} IN (SELECT {ROW} FROM ({bare}) WHERE NOT place)")
    return (Reason.of(Noticed.ONLY_NAMES, count=f"{count:,}", row=f"{first}", setting=f"--set rows.leave={first}"),)
