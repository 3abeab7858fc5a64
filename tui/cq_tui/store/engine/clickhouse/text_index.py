"""The index of what records say: which pairs of letters stand in which of them, so that few texts are read for a word.

Beside a text stands the same one folded (``query/folding.py``). The index tells of each pair of letters that stand
beside each other in it, and of each single one, which records have them. An expression still decides; but records
without the pieces that it needs are passed by, and where no record has them nothing is read.
"""

from typing import NamedTuple

from cq_tui.query.folding import changes, folded

TEXT, SOUNDING = "_text_", "_sounding_"
"""What the names of columns begin with that hold what a record says: as words are looked for, and by their sound."""
_FOLDED = "_folded_"
PAIRS, LETTERS = 2, 1
"""How long the pieces are that a column is asked for."""


class Asked(NamedTuple):
    """The pieces that what is sought needs: of which length they are, and how they are asked for."""

    size: int
    is_apart: bool = False
    """In a statement of its own: where few records have the pieces, no other text is read then."""
    is_nowhere: bool = False
    """No record has them."""


def folded_of(text: str) -> str:
    """The folded column of a text's column."""
    return _FOLDED + text.removeprefix(TEXT)


def index_of(text: str) -> str:
    """What a table is made with beside the column of a text. Packed well: a search hardly reads it."""
    column, (some, others) = folded_of(text), map(_quoted, changes())
    letters = f"INDEX {column}_letters {_letters(column)} TYPE text(tokenizer = array)"
    pairs = f"INDEX {column}_pairs {column} TYPE text(tokenizer = ngrams({PAIRS}))"
    made = f"translateUTF8({text}, {some}, {others})"
    return f"{column} String DEFAULT {made} CODEC(ZSTD(1)), {letters}, {pairs}"


def _quoted(text: str) -> str:
    return "'" + text.translate({ord("\\"): "\\\\", ord("'"): "\\'"}) + "'"


def _letters(column: str) -> str:
    return f"arrayDistinct(ngrams({column}, {LETTERS}))"


def has_pieces(text: str, size: int, parameter: str) -> str:
    """SQL in the server's spelling: whether a text may hold what is sought, by its pieces in a parameter."""
    column = folded_of(text)
    if size == LETTERS:
        return f"hasAllTokens({_letters(column)}, {parameter})"
    return f"hasAllTokens({column}, {parameter}, 'ngrams({PAIRS})')"


def probe(name: str) -> list[str]:
    """Statements that make a table with such an index, fill it, and count 1 where the index answers rightly."""
    text = f"{TEXT}a"
    found = " AND ".join(has_pieces(text, len(one), f"['{folded(one)}']") for one in ("铝锭", "锭"))
    return [
        f"CREATE TABLE {name} ({text} String, {index_of(text)}) ENGINE = MergeTree ORDER BY tuple()",
        f"INSERT INTO {name} ({text}) SELECT arrayJoin(['重庆鋁錠', '重庆'])",
        f"SELECT count() FROM {name} WHERE {found}",
    ]
