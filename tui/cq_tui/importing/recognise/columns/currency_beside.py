"""Which column says the currency of a column of amounts, where several columns of a list say currencies."""

import re
from collections.abc import Sequence

_WORDS = re.compile(r"[^\W\d_]+|\d+")
_INNER = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OF_CURRENCIES = frozenset(
    """currency currencies curr ccy cur code iso of in the währung waehrung devise moneda moeda valuta waluta mena měna
    pénznem penznem deviza valuuta valiuta valūta valuta döviz doviz para birimi валюта νόμισμα""".split()
)

_BESIDE = frozenset("code iso of in para".split())
"""Those of them that say nothing of currencies alone."""


def own_words(name: str) -> frozenset[str]:
    """The words of a header that do not only say that it is one of currencies: ``cofinancing_amount_currency``."""
    text = _INNER.sub(" ", name).casefold().replace("币种", " ").replace("币别", " ").replace("幣別", " ")
    return frozenset(_WORDS.findall(text)) - _OF_CURRENCIES


def named_after(name: str, names: Sequence[str]) -> str:
    """The one header that says no more than ``name`` and a word for a currency: ``cena_cizi_mena`` of ``cena_cizi``."""
    words = own_words(name)
    every = frozenset(_WORDS.findall(_INNER.sub(" ", name).casefold()))
    found = [one for one in names if one != name and words and own_words(one) == words == every]
    return found[0] if len(found) == 1 and _says_currency(found[0]) else ""


def _says_currency(name: str) -> bool:
    return not (_OF_CURRENCIES - _BESIDE).isdisjoint(_WORDS.findall(_INNER.sub(" ", name).casefold()))


def currency_beside(name: str, names: Sequence[str], currencies: Sequence[str]) -> str:
    """The one of several columns of currencies that is that of the amounts in ``name``; empty where none is its own.

    It shares its words, ``grant_amount`` and ``grant_currency``, or stands alone to the right of it.
    """
    words = own_words(name)
    shared = {one: own_words(one) for one in currencies if own_words(one) and own_words(one) <= words}
    most = max(map(len, shared.values()), default=0)
    best = [one for one, found in shared.items() if len(found) == most]
    if len(best) == 1:
        return best[0]
    place = names.index(name)
    left, right = names[max(place - 1, 0) : place], names[place + 1 : place + 2]
    own = [one for one in right if one in currencies and is_of_no_other(one, name)]
    return own[0] if own and not any(one in currencies for one in left) else ""


def is_of_no_other(currency: str, name: str) -> bool:
    """Whether no word of a column of currencies says that it is that of other amounts than those in ``name``."""
    numbered = frozenset(one for one in own_words(currency) if one.isdigit())
    return own_words(currency) - numbered <= own_words(name)
