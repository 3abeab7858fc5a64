"""Rows that part the amount of a row above them, as budgets have them: ``- works``, ``of which: machines``.

They are told by how they begin, and by what they lack: a code, a type, whoever is in charge stand beside each record
alone. Where a list has such rows, what else lacks all of that is one of them, or a heading above records.
"""

from collections.abc import Sequence

from cq_tui.importing.errors import Refused
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.sources.cells_sql import counts_of_filled, first_filled
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.values.reasons import Reason
from cq_tui.values.sql import literal

_MOST = 50_000
"""Rows of a list that are looked at: one with more is a database's."""
_PART = (
    r"(?i)^([-–—•·*]\s+\pL|"
    r"(of which|thereof|including|davon|darunter|dont|de los cuales|de las cuales|dos quais|das quais|di cui|waarvan|"
    r"varav|heraf|herav|z toho|w tym|z tego|в том числе|в т\.\s?ч\.|из них|у тому числі|з них|от които|din care|"
    r"od toga|od čega|ebből|bundan|其中|うち|이 중)([\s:：,，].*)?$)"
)
"""How the first cell of a part begins."""
_LEAST, _LEAST_RECORDS = 2, 2
"""Such rows of a list, and rows with what they lack."""
_TOGETHER = 0.8
"""Of the rows that have any of what parts lack, how many have each such column; and of all rows but the parts."""
_FEWEST = 2
"""Such columns, for rows that don't begin so to be none of the list, too."""
_THIRD = 3
"""Of the rows that lack all of it, at least one of so many begins as a part."""


def leave_out_parts(table: ImportTable, header: Header, kept: frozenset[int]) -> None:
    """Refuse the rows that are parts of others; ``kept``: those that are said to be records."""
    begins = f"regexp_matches({first_filled(table.names)}, {literal(_PART)})"
    # What is kept although it looks like none of the list says nothing of the columns that records have.
    said = f" AND ({begins} OR {ROW} NOT IN ({', '.join(map(str, sorted(kept)))}))" if kept else ""
    rest = f"FROM cells WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals){said}"
    if (every := table.ask("SELECT count(*) FROM cells")[0][0]) > _MOST:
        return
    parts = f"SELECT {ROW} FROM cells WHERE {begins}"
    count = table.ask(f"SELECT count(*) {rest} AND {ROW} IN ({parts})")[0][0]
    if count < _LEAST:
        return
    of_parts = table.ask(f"SELECT {counts_of_filled(table.names)} {rest} AND {ROW} IN ({parts})")[0]
    lacking = [at for at, cells in enumerate(of_parts) if not cells]
    places = _together(table, lacking, rest)
    if not places:
        return
    nothing = " AND ".join(f"{table.names[at]} = ''" for at in places)
    out = table.ask(f"SELECT {ROW}, {ROW} IN ({parts}) {rest} AND {nothing} ORDER BY 1")
    if len(places) < _FEWEST or len(out) > count * _THIRD:
        if len(out) - count > (every - count) * (1 - _TOGETHER):
            return
        out = [one for one in out if one[1]]
    names = tuple(header.names[at] for at in places)
    refused = [
        (row, Reason.of(Refused.PART, names=names, setting=f"--set rows.keep={row}"))
        for row, _is_part in out
        if row not in kept
    ]
    rows, reasons = [str(row) for row, _why in refused], [why.dump() for _row, why in refused]
    table.insert("refusals", [rows, ["-1"] * len(rows), reasons])


def _together(table: ImportTable, lacking: Sequence[int], rest: str) -> list[int]:
    """Of the columns that no part has anything in, those that stand together in the rows that have any of them.

    A column of remarks is filled now and then, and is not among them.
    """
    if not lacking:
        return []
    counts = counts_of_filled([table.names[at] for at in lacking])
    filled = dict(zip(lacking, table.ask(f"SELECT {counts} {rest}")[0], strict=True))
    most = max(filled.values())
    if most < _LEAST_RECORDS:
        return []
    usual = [at for at in lacking if filled[at] >= most * _TOGETHER]
    some = " OR ".join(f"{table.names[at]} <> ''" for at in usual)
    having = table.ask(f"SELECT count(*) {rest} AND ({some})")[0][0]
    return [at for at in usual if filled[at] >= having * _TOGETHER]
