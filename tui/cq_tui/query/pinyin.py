"""The ways to read letters as pinyin, as one regular expression of bounded size.

A word is full syllables, or full syllables and then initials, or full syllables and then one that is unfinished.
"""

import heapq
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from cq_tui.query.chinese import chinese
from cq_tui.query.classes import character_class

BUDGET = 8 * 1024
"""Bytes of one expression: near 12 KB the engine gives up its fast path."""
LONGEST = 40
"""Letters of a word that are read as pinyin; names are shorter."""
_MOST_STEPS = 2000

Unit = tuple[str, bool]
"""What one character is read as: a syllable, or (True) only the beginning of one."""
Way = tuple[Unit, ...]


class Reading(NamedTuple):
    """How letters are read: the expression, the ways that it holds, and whether those are all that there are."""

    expression: str
    ways: tuple[Way, ...] = ()
    whole: bool = True


@dataclass
class _Node:
    children: dict[Unit, "_Node"] = field(default_factory=dict)
    ends: bool = False


def ways(letters: str) -> Generator[Way, None, bool]:
    """The ways to cut letters into syllables, those with the fewest characters first; returns whether these are all.

    The number of steps is bounded, whatever is typed; ``letters`` are small, with u for v and ü.
    """
    table = chinese()
    queue: list[tuple[int, int, int, Way, bool]] = [(0, 0, 0, (), False)]
    pushed = 0
    for _step in range(_MOST_STEPS):
        if not queue:
            return True
        _cost, _order, at, way, complete = heapq.heappop(queue)
        if complete:
            yield way
            continue
        rest = letters[at:]
        for end in range(1, min(6, len(rest)) + 1):
            if rest[:end] in table.syllables:
                pushed += 1
                longer = (*way, (rest[:end], False))
                done = end == len(rest)
                heapq.heappush(queue, (len(longer), pushed, at + end, longer, done))
        for tail in _tails(rest):
            pushed += 1
            heapq.heappush(queue, (len(way) + len(tail), pushed, len(letters), (*way, *tail), True))
    return not queue


def _tails(rest: str) -> Iterator[Way]:
    """What may follow the full syllables: one unfinished syllable, or initials."""
    table = chinese()
    if rest in table.beginnings and len(rest) > 1:
        yield ((rest, True),)
    if rest and all(letter in table.beginnings for letter in rest):
        yield tuple((letter, True) for letter in rest)


def _add(node: _Node, way: Way) -> None:
    for unit in way:
        node = node.children.setdefault(unit, _Node())
    node.ends = True


class Readings:
    """Expressions of pinyin words over the characters in use; None for all of the tables."""

    def __init__(self, in_use: frozenset[str] | None = None) -> None:
        """Keep the classes to the characters in use."""
        self._in_use = in_use
        self._classes: dict[Unit, str] = {}

    def expression(self, letters: str) -> str:
        """The expression of a word of small letters; empty if it can't be read as pinyin."""
        return self.reading(letters).expression

    def reading(self, letters: str) -> Reading:
        """How a word of small letters is read.

        Where not even the first way has room, its beginning is looked for: too much is found, and nothing missed.
        """
        root, size = _Node(), 0
        found: list[Way] = []
        cuts = ways(letters.replace("v", "u").replace("ü", "u"))
        while True:
            try:
                way = next(cuts)
            except StopIteration as end:
                return Reading(self._written(root), tuple(found), whole=bool(end.value))
            if not all(self._class(unit) for unit in way):
                continue
            size += self._growth(root, way)
            if size > BUDGET:
                way = () if found else self._beginning(way)
            if way:
                _add(root, way)
                found.append(way)
            if size > BUDGET:
                return Reading(self._written(root), tuple(found), whole=False)

    def _beginning(self, way: Way) -> Way:
        """As many of a way's units as there is room for."""
        return next(way[:end] for end in range(len(way), 0, -1) if self._growth(_Node(), way[:end]) <= BUDGET)

    def _growth(self, node: _Node, way: Way) -> int:
        """Bytes that a way adds to the expression."""
        for at, unit in enumerate(way):
            if unit not in node.children:
                return sum(len(self._class(one).encode()) + 5 for one in way[at:])
            node = node.children[unit]
        return 0

    def _written(self, node: _Node) -> str:
        branches = [self._class(unit) + self._written(child) for unit, child in node.children.items()]
        if not branches:
            return ""
        if node.ends:
            return f"(?:{'|'.join(branches)})?"
        return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"

    def _class(self, unit: Unit) -> str:
        if unit not in self._classes:
            self._classes[unit] = character_class(self._characters(unit))
        return self._classes[unit]

    def _characters(self, unit: Unit) -> set[str]:
        table = chinese()
        text, unfinished = unit
        syllables = table.beginnings[text] if unfinished else (text,)
        found = {character for syllable in syllables for character in table.syllables[syllable]}
        return found if self._in_use is None else found & self._in_use
