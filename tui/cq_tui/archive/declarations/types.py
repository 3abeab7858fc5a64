"""The words for types in ``data/schema.toml``: each as the type of values that a kind's annotation holds."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from cq_tui.schema.text import Text
from cq_tui.schema.types import Country, Day, Flag, Line, Number, OwnAmount, OwnCount, Slug, Url, code, fine_number
from cq_tui.values.codes import Words
from cq_tui.values.types.decimals import PLACES

CODE, LINK, MONEY, NUMBER, COUNT, DATE = "code", "link", "money", "number", "count", "date"
TYPES: Mapping[str, Any] = {
    "text": Text,
    "string": Line,
    CODE: None,
    LINK: Slug,
    MONEY: OwnAmount,
    NUMBER: Number,
    COUNT: OwnCount,
    DATE: Day,
    "time": time,
    "flag": Flag,
    "url": Url,
}
"""A code's type depends on its list."""

COUNTRY = "country"
"""The list of countries, which every archive has."""

ONLY_FOR: Mapping[str, tuple[str, ...]] = {
    "codes": (CODE,),
    "to": (LINK,),
    "back": (LINK,),
    "currency": (MONEY,),
    "unit": (NUMBER, COUNT),
    "places": (NUMBER,),
    "sum": (MONEY, NUMBER, COUNT),
    "bound": (MONEY, NUMBER, COUNT),
    "precision": (DATE,),
}
"""What may be said of fields of some types alone."""


def value_type(word: str, codes: Mapping[str, Words] | None, places: int | None = None) -> Any:
    """The type of a field's values, or of the entries of its list.

    ``codes`` is the list of a code, None: countries; ``places`` of a number, where it has more than an amount.
    """
    if word == NUMBER and places and places > PLACES:
        return fine_number(places)
    if word != CODE:
        return TYPES[word]
    return Country if codes is None else code(codes)
