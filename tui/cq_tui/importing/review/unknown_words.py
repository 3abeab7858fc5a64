"""The words of a column of codes that no code is known for, and how to say what each means."""

from collections.abc import Sequence
from shlex import quote

from cq_tui.importing.convert.remarks import cells_remarked
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.words.code_lookup import MOST_CODES, code_lookup
from cq_tui.importing.review.doubts import Doubt
from cq_tui.importing.review.facts import FieldReview
from cq_tui.importing.review.line import short
from cq_tui.importing.sources.import_table import ImportTable
from cq_tui.language import listed
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.reasons import Reason

_MOST = 6
"""Words that are named."""
_MOST_CODES_NAMED = 15


def unknown_words(table: ImportTable, header: Header, told: FieldReview, currencies: Sequence[str]) -> Reason | None:
    """What to say of the words of a field that are not known; None where all are, or the field has no codes."""
    field = told.field
    if not field.codes or not told.unread or len(told.columns) != 1 or field.name in currencies:
        return None
    lookup = code_lookup(field, told.mapped.codes)
    counts: dict[str, int] = {}
    for cell, rows in cells_remarked(table, header.names.index(told.columns[0])):
        for word in lookup.unknown(cell, several=field.is_list):
            counts[word] = counts.get(word, 0) + rows
    if not counts:
        return None
    most = sorted(counts, key=lambda word: -counts[word])
    words = [f'"{short(word)}" {counts[word]:,}' for word in most[:_MOST]]
    words = [*words, "…"] if len(most) > _MOST else words
    meaning = "--set " + quote(f"{field.name}.codes.{most[0]}=…")
    if field.codes is COUNTRIES:
        return Reason.of(Doubt.COUNTRIES_UNKNOWN, words=listed(words), meaning=meaning)
    becomes = "code" if len(most) < MOST_CODES else "string"
    column = "--set " + quote(f"{told.columns[0]}={becomes}")
    codes = " ".join([*field.codes][:_MOST_CODES_NAMED])
    return Reason.of(Doubt.WORDS_UNKNOWN, words=listed(words), meaning=meaning, codes=codes, column=column)
