"""Whether a row says the header in other words, as the header of a further block may."""

import re
from collections.abc import Sequence

from cq_tui.importing.recognise.words.known_words import key_of

_FEWEST, _MOSTLY = 2, 0.75
_DIGIT = re.compile(r"\d")


def cells_with_names(cells: Sequence[str], names: Sequence[str]) -> dict[int, str]:
    """The cells that have all words of their column's name, whatever their accents: ``Situacao Projeto``, Situação.

    Empty where these are not nearly all of the filled ones, or where a cell has a digit, as those of records do.
    """
    filled = {place: cell for place, cell in enumerate(cells) if cell.strip()}
    if len(filled) < _FEWEST or any(map(_DIGIT.search, filled.values())):
        return {}
    said = {place: cell for place, cell in filled.items() if place < len(names) and _has_words(cell, names[place])}
    return said if len(said) >= _FEWEST and len(said) >= _MOSTLY * len(filled) else {}


def _has_words(cell: str, name: str) -> bool:
    words = {*key_of(name).split()}
    return bool(words) and words <= {*key_of(cell).split()}
