"""Blocks: deals with a key in common, put side by side by the engine. Nothing else is compared.

A key is what two tellings of one deal are likely to share. A word alone or a party alone is shared by too many: a key
is a party with a rare word of the title, with a month, or with an amount of that size; two parties; an amount with a
month or with a word. A large block would make as many pairs as its square: each deal of it is put beside its neighbours
alone, in the order of titles and amounts.
"""

import itertools
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from math import floor, log
from typing import Any, NamedTuple

from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.store import Store
from cq_tui.store.twins.tellings import Telling, Tellings
from cq_tui.store.twins.words import shortest

_numbers = itertools.count()
_SMALL = 6
"""Deals of a block that are all put beside each other."""
_NEIGHBOURS = 2
"""How many a deal of a larger block is put beside, on each side."""
_WORDS = 2
"""Of the rarest words of a title, in each language."""
_PARTIES = 3
"""Of the parties of a deal."""
_YEAR = 366
_STEP = log(1.12)
"""Amounts that differ by less than this have a size in common, or the next one."""
_TELLS_IF_RARE = (5, 6)
"""Keys of an amount without a party: round amounts are many, and their blocks say nothing."""
_KEYS = """
    SELECT 1 AS family, hash(name, word) AS key, deal, place FROM {names} JOIN {words} USING (deal, place)
    UNION ALL SELECT 2, hash(name, month), deal, place FROM {names} WHERE month IS NOT NULL
    UNION ALL SELECT 3, hash(name, size), deal, place FROM {names} WHERE size IS NOT NULL
    UNION ALL SELECT 3, hash(name, size + 1), deal, place FROM {names} WHERE size IS NOT NULL
    UNION ALL SELECT 4, hash(name), deal, place FROM {names} WHERE amount IS NULL
    UNION ALL SELECT 5, hash(amount, words[1]), deal, place FROM {deals} WHERE amount IS NOT NULL AND len(words) > 0
    UNION ALL SELECT 6, hash(amount, month), deal, place FROM {deals} WHERE amount IS NOT NULL AND month IS NOT NULL
    UNION ALL SELECT 7, hash(word), deal, place FROM {words} WHERE no_names
    UNION ALL SELECT 8, hash(unnest(titles)), deal, place FROM {deals}
    UNION ALL SELECT 9, hash(unnest(parties)), deal, place FROM {deals}
"""


class _Row(NamedTuple):
    """What a deal's keys are made of: numbers that stand for its words, names, titles and pairs of parties.

    ``place`` is its place in the order of titles and amounts; ``size`` and ``amount`` tell currencies apart.
    """

    deal: int
    place: int
    words: list[int]
    names: list[int]
    titles: list[int]
    parties: list[int]
    amount: int | None
    size: int | None
    month: int | None


_TYPES = ("INTEGER", "INTEGER", *["BIGINT[]"] * 4, "BIGINT", "BIGINT", "INTEGER")


def candidates(store: Store, told: Tellings, cancellation: Cancellation) -> Sequence[tuple[int, int]]:
    """The positions of each two deals that a block holds side by side, each pair once."""
    number = next(_numbers)
    deals, members = f"_twin_deals_{number}", f"_twin_blocks_{number}"

    def ask(sql: str, values: Sequence[Any] = ()) -> list[Any]:
        return store.ask(sql, values, cancellation)

    try:
        given = ", ".join(f"unnest(?::{type_}[]) AS {name}" for name, type_ in zip(_Row._fields, _TYPES, strict=True))
        ask(f"CREATE TABLE {deals} AS SELECT {given}", [list(column) for column in zip(*_rows(told), strict=True)])
        ask(f"CREATE TABLE {members} AS {_members(deals)}")
        beside = f"unnest(range(1, CASE WHEN size <= {_SMALL} THEN size ELSE 1 + {_NEIGHBOURS} END))"
        return ask(
            "SELECT DISTINCT least(one.deal, other.deal), greatest(one.deal, other.deal) FROM "
            f"(SELECT *, nth + {beside} AS beside FROM {members}) AS one JOIN {members} AS other "
            "ON other.family = one.family AND other.key = one.key AND other.nth = one.beside "
            "WHERE one.deal <> other.deal ORDER BY 1, 2"
        )
    finally:
        store.drop(deals)
        store.drop(members)


def _members(deals: str) -> str:
    """SQL for the deals of all blocks, numbered within each by their places."""
    names = f"(SELECT deal, place, unnest(names) AS name, month, size, amount FROM {deals})"
    words = f"(SELECT deal, place, unnest(words) AS word, len(names) = 0 AS no_names FROM {deals})"
    keys = f"SELECT DISTINCT family, key, deal, place FROM ({_KEYS.format(names=names, words=words, deals=deals)})"
    return (
        "SELECT *, row_number() OVER (PARTITION BY family, key ORDER BY place) AS nth FROM "
        f"(SELECT *, count(*) OVER (PARTITION BY family, key) AS size FROM ({keys}) "
        f"QUALIFY size > 1 AND (size <= {_SMALL} OR family NOT IN {_TELLS_IF_RARE}))"
    )


def _rows(told: Tellings) -> Iterator[_Row]:
    order = sorted(range(len(told.all)), key=lambda at: (told.all[at].titles, told.all[at].amount or 0))
    places = {at: place for place, at in enumerate(order)}
    return (_row(told, one, at, places[at]) for at, one in enumerate(told.all))


def _row(told: Tellings, one: Telling, at: int, place: int) -> _Row:
    amount = size = None
    if one.amount is not None:
        amount = hash((one.amount, one.currency))
        size = floor(log(abs(one.amount)) / _STEP) + _currency(one.currency) * 1000
    return _Row(
        at,
        place,
        [hash(word) for side in (0, 1) for word in told.rarest(one, side, _WORDS)],
        [hash(name) for name in told.spelt(one, _PARTIES)],
        [hash(title) for title in told.rare_titles(one, _SMALL)],
        [hash(both) for both in _both_parties(one)],
        amount,
        size,
        one.day.year * 12 + one.day.month if one.day and one.days_of < _YEAR else None,
    )


def _currency(code: str | None) -> int:
    """A currency as a number."""
    return int.from_bytes((code or "").encode())


def _both_parties(one: Telling) -> Iterator[tuple[str, ...]]:
    for these, those in combinations(one.parties[:_PARTIES], 2):
        yield from (tuple(sorted(both)) for both in product(shortest(these), shortest(those)))
