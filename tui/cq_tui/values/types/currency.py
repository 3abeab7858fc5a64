"""Currencies: three letters of ISO 4217, for which lists have words of their own."""

from cq_tui.values.types.string import String


class Currency(String):
    """The code of a currency; a mapping may say what the words of a list mean by it."""

    mapped_by = ("column", "codes", "constant")
