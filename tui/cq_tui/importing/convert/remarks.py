"""Cells of accepted rows that could not be read: they leave their field absent, and are kept as they are written.

They stand in the table ``remarks`` (row, col, cell, reason), in the notes of their records, and in ``remarks.csv``.
"""

from collections.abc import Collection, Mapping, Sequence

from cq_tui.importing.errors import Remark
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.schema.text import Text
from cq_tui.values.formulas import Formulas
from cq_tui.values.reasons import Code, Reason
from cq_tui.values.sql import literal
from cq_tui.values.types.text import LONGEST

MOST = 1_000
"""Different remarks that are kept to be told; ``remarks.csv`` has all."""
NOTED = f"LEFT JOIN noted USING ({ROW})"
"""SQL: joins ``said``, what the note of a row's record says of its cells."""
_SEPARATOR = "\x1e"
"""Joins what is told of several cells of a row into one text; no cell holds it."""
_LONGEST_CELL = 200
_SAYS = {"zh": "未读入：", "en": "Not read: "}
_ACCEPTED = f"remarks JOIN accepted USING ({ROW})"


def create(table: ImportTable) -> None:
    """Create the table."""
    table.run(f"CREATE TABLE remarks ({ROW} BIGINT, col INTEGER, cell VARCHAR, reason VARCHAR)")


def together(texts: Sequence[str]) -> str:
    """The columns, or the reasons, of several cells of a row as one text, which ``add`` parts again."""
    return _SEPARATOR.join(texts)


def add(table: ImportTable, source: str, col: str, reason: str, columns: Sequence[int]) -> None:
    """Add remarks on some of the ``columns`` for rows of ``source``; ``col`` and ``reason`` are SQL of such texts."""
    parted = ", ".join(
        f"unnest(string_split({text}, {literal(_SEPARATOR)})) AS {name}"
        for text, name in ((col, "col"), (reason, "reason"))
    )
    cell = "CASE col " + " ".join(f"WHEN '{one}' THEN {table.names[one]}" for one in columns) + " END"
    table.run(
        f"INSERT INTO remarks SELECT {ROW}, col::INTEGER, {cell}, reason FROM (SELECT cells.*, {parted} FROM {source} "
        f"WHERE {reason} <> '') WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals WHERE col = -1)"
    )


def take_note(table: ImportTable, header: Header) -> int:
    """Make the table of what notes say, once it is known which rows are accepted; returns how many of them say it."""
    cell = f"if(length(cell) > {_LONGEST_CELL}, left(cell, {_LONGEST_CELL - 1}) || '…', cell)"
    said = f"string_agg({_named(table, header)} || ': \"' || {cell} || '\"', '; ' ORDER BY col)"
    once = f"SELECT DISTINCT {ROW}, col, cell FROM {_ACCEPTED}"
    table.run(f"CREATE TABLE noted AS SELECT {ROW}, {said} AS said FROM ({once}) GROUP BY 1")
    count: int = table.ask("SELECT count(*) FROM noted")[0][0]
    return count


def sql_notes(notes: Mapping[str, str]) -> dict[str, str]:
    """SQL of the columns of a note with what it says of the row's cells: in its own language, or in both if it is new.

    ``notes``: SQL of the columns by their language, as they are without.
    """
    every = {language: notes.get(language, "''") for language in _SAYS}
    found = {}
    for language, words in _SAYS.items():
        own, new = every[language], Formulas.sql_defused(f"{literal(words)} || said")
        none = " AND ".join(f"{one} = ''" for one in every.values())
        text = f"CASE WHEN {none} THEN {new} WHEN {own} = '' THEN '' ELSE concat({own}, chr(10), {new}) END"
        found[language] = f"CASE WHEN said IS NULL THEN {own} ELSE {_cut(text)} END"
    return found


def with_note(note: Text | None, said: str | None) -> Text | None:
    """As ``sql_notes``, for a note that is no text of a file yet."""
    if said is None:
        return note
    new = {language: words + said for language, words in _SAYS.items()}
    if note is not None:
        old = {language: getattr(note, language) for language in _SAYS}
        new = {language: f"{old[language]}\n{new[language]}" if old[language] else "" for language in _SAYS}
    return Text(**{one: text if len(text) <= LONGEST else text[: LONGEST - 1] + "…" for one, text in new.items()})


def remarks(table: ImportTable, header: Header) -> list[Remark]:
    """The different remarks on accepted rows, the most frequent first."""
    found = table.ask(
        f"SELECT min({ROW}), col, cell, reason, count(DISTINCT {ROW}) AS rows FROM {_ACCEPTED} GROUP BY ALL "
        f"ORDER BY rows DESC, 1, 2 LIMIT {MOST}"
    )
    return [Remark(row, header.names[col], cell, Reason.load(why), rows) for row, col, cell, why, rows in found]


def columns_remarked(
    table: ImportTable, header: Header, *, only: Code | None = None, but: Code | None = None
) -> dict[str, int]:
    """How many cells of each column could not be read in accepted rows; ``only`` or ``but`` for one reason."""
    of = f"starts_with(reason, {literal(_begun(only))})" if only else "true"
    without = f"NOT starts_with(reason, {literal(_begun(but))})" if but else "true"
    found = table.ask(
        f"SELECT col, count(DISTINCT {ROW}) FROM {_ACCEPTED} WHERE {of} AND {without} GROUP BY 1 ORDER BY 1"
    )
    return {header.names[col]: rows for col, rows in found}


def rows_remarked(table: ImportTable, header: Header, columns: Collection[str], *, but: Code) -> int:
    """In how many accepted rows a cell of some of the columns could not be read, but for one reason."""
    numbers = ", ".join(f"{header.names.index(name)}" for name in columns)
    without = f"NOT starts_with(reason, {literal(_begun(but))})"
    sql = f"SELECT count(DISTINCT {ROW}) FROM {_ACCEPTED} WHERE col IN ({numbers}) AND {without}"
    count: int = table.ask(sql)[0][0]
    return count


def _begun(code: Code) -> str:
    """What a reason of a kind begins with, as it is dumped."""
    return Reason.of(code).dump().partition(",")[0] + ","


def cells_remarked(table: ImportTable, column: int, *, only: Code | None = None) -> list[tuple[str, int]]:
    """The different cells of a column that could not be read in accepted rows, the most frequent first.

    ``only``: for one reason.
    """
    of = f"starts_with(reason, {literal(_begun(only))})" if only else "true"
    sql = (
        f"SELECT cell, count(DISTINCT {ROW}) AS rows FROM {_ACCEPTED} WHERE col = ? AND {of} GROUP BY 1 "
        f"ORDER BY rows DESC, min({ROW}) LIMIT {MOST}"
    )
    return [(cell, rows) for cell, rows in table.ask(sql, [column])]


def sql_list(table: ImportTable, header: Header) -> str:
    """SQL: a line for each remark on an accepted row. It needs the table ``worded`` of reasons and their words."""
    return (
        f'SELECT {ROW}, id, {Formulas.sql_defused(_named(table, header))} AS "column", {Formulas.sql_defused("cell")} '
        f"AS cell, {Formulas.sql_defused('words')} AS remark FROM {_ACCEPTED} JOIN worded USING (reason) "
        f"ORDER BY {ROW}, col, words"
    )


def _named(table: ImportTable, header: Header) -> str:
    """SQL: the name of the column ``col``; only those with remarks are named, for a list may have thousands."""
    met = [col for (col,) in table.ask("SELECT DISTINCT col FROM remarks ORDER BY 1")]
    return (
        "CASE col WHEN -1 THEN '' " + " ".join(f"WHEN {one} THEN {literal(header.names[one])}" for one in met) + " END"
    )


def _cut(text: str) -> str:
    """SQL: a text cut to the longest that a note can have."""
    return f"list_transform([{text}], lambda t: if(length(t) > {LONGEST}, left(t, {LONGEST - 1}) || '…', t))[1]"
