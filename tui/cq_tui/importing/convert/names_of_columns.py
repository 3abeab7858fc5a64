"""Rows that hold nothing but names of columns, though not those of the list's header."""

from cq_tui.importing.errors import Refused
from cq_tui.importing.recognise.headers.rows_of_list import names_columns
from cq_tui.importing.recognise.words.known_words import known_words
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.query.vocabulary import spellings
from cq_tui.schema.kind import Kind
from cq_tui.values.reasons import Reason

_FIRST_COLUMNS = 4
_WORDS_OF_THEM = 2
"""Of the first columns, how many hold a known word in a row that is looked at wholly: few rows do."""
_MOST = 1_000
"""Such rows that are looked at; where more begin so, the list is one of such words."""


def set_headers_aside(table: ImportTable, kind: Kind) -> None:
    """Refuse the rows that can only be a header."""
    words = {*known_words(kind.name), *(name.replace("_", " ") for name in spellings(kind))}
    longest = max(map(len, words))
    first = table.names[:_FIRST_COLUMNS]
    plain = f"NOT regexp_matches({' || '.join(first)}, '[0-9]')"  # most rows have a number or a day there
    some = f"SELECT * FROM cells WHERE {plain} AND {' AND '.join(f'length({cell}) <= {longest}' for cell in first)}"
    if not table.ask(f"SELECT EXISTS ({some})")[0][0]:  # handing the words over takes longer than a short list
        return
    table.keep("header_words", ["word"], ([word] for word in sorted(words)))
    each = (f"(lower(translate({cell}, '_-', '  ')) IN (SELECT word FROM header_words))::INTEGER" for cell in first)
    rows = table.ask(
        f"SELECT {ROW}, {', '.join(table.names)} FROM ({some}) WHERE {' + '.join(each)} >= {_WORDS_OF_THEM} "
        f"AND {ROW} NOT IN (SELECT {ROW} FROM refusals) LIMIT {_MOST}"
    )
    table.run("DROP TABLE header_words")
    found = [row for row, *cells in rows if names_columns(cells, kind)]
    if found:
        reason = Reason.of(Refused.NAMES_COLUMNS).dump()
        table.insert("refusals", [[str(row) for row in found], ["-1"] * len(found), [reason] * len(found)])
