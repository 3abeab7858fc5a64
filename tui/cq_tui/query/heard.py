"""Which sounds stand beside each other in a text, as bits of one number: few texts are read for a word of pinyin.

A prepared archive keeps the number of each record's own words. What an expression of pinyin matches has all pairs of
first letters of one of its ways to be read; a record without them is passed by, and the expression decides the rest.
"""

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from cq_tui.query.chinese import characters_file, chinese
from cq_tui.query.pinyin import Unit

_GROUPS = ("zo", "se", "ja", "xr", "yp", "dk", "ln", "gw", "hm", "cf", "btq")
"""The letters that syllables begin with, frequent ones with rare ones: eleven times eleven pairs fit into a number."""
_SIZE = len(_GROUPS)
_GROUP = {letter: place for place, letters in enumerate(_GROUPS) for letter in letters}
_FIRST, _LAST = 0x3400, 0x9FFF
"""The characters whose sounds are looked up; those of the further planes may sound like anything."""
_FURTHER = "\U00020000-\U0002ffff"
_APART = chr(_LAST)
"""Stands for whatever is between two runs of characters, and has no sound itself."""
_MOST_MASKS = 6
_BITS = 8
"""Of a class: there are some 220."""
_PACKED = 64 // _BITS
"""Classes in one number. The engine makes a list that stands in a statement anew for every 2048 rows: a short one
costs an eighth of the time."""

_FIRST_BITS = tuple(sum(1 << (one * _SIZE + other) for other in range(_SIZE)) for one in range(_SIZE))
"""By the group of a first sound: the bits of all pairs that begin with it."""
_SECOND_BITS = tuple(sum(1 << (other * _SIZE + one) for other in range(_SIZE)) for one in range(_SIZE))


def masks(ways: Iterable[tuple[Unit, ...]]) -> tuple[int, ...]:
    """Of which numbers a text must have all bits of one; none where each text may sound so."""
    pairs = [_pairs(way) for way in ways]
    if len(found := _least(_bits(one) for one in pairs)) > _MOST_MASKS:
        found = _least(_bits(one[:1]) for one in pairs)
    return () if 0 in found or len(found) > _MOST_MASKS else found


def _pairs(way: tuple[Unit, ...]) -> list[tuple[int, int]]:
    groups = [_GROUP[text[0]] for text, _unfinished in way]
    return list(pairwise(groups))


def _bits(pairs: Iterable[tuple[int, int]]) -> int:
    found = 0
    for one, other in pairs:
        found |= _FIRST_BITS[one] & _SECOND_BITS[other]
    return found


def _least(found: Iterable[int]) -> tuple[int, ...]:
    """The numbers without those that hold all bits of another one."""
    different = sorted(set(found), key=int.bit_count)
    return tuple(one for one in different if not any(one & less == less for less in different if less != one))


def sql_hears(column: str, found: Iterable[int]) -> str:
    """SQL: whether a record's number has all bits of one of these."""
    return "(" + " OR ".join(f"{column} & {mask} = {mask}" for mask in found) + ")"


def rules() -> bytes:
    """All that the numbers rest on but this file's own code."""
    return repr((_GROUPS, _FIRST, _LAST)).encode() + characters_file()


@cache
def _classes() -> tuple[list[int], list[tuple[int, ...]]]:
    """The class of each character from the first to the last one, and the groups of the sounds that a class can have.

    Class 0 has none; the last one may sound like anything.
    """
    sounds: dict[str, set[int]] = {}
    for syllable, characters in chinese().syllables.items():
        for character in characters:
            sounds.setdefault(character, set()).add(_GROUP[syllable[0]])
    classes: dict[tuple[int, ...], int] = {(): 0}
    for groups in sorted({tuple(sorted(one)) for one in sounds.values()}):
        classes[groups] = len(classes)
    of_characters = [classes[tuple(sorted(sounds.get(chr(code), ())))] for code in range(_FIRST, _LAST + 1)]
    return of_characters, [*classes, tuple(range(_SIZE))]


def sql_classes(text: str) -> str:
    """SQL for the classes of a text's characters, in their order, as a list for ``sql_heard``."""
    of_characters, groups = _classes()
    packed = (of_characters[at : at + _PACKED] for at in range(0, len(of_characters), _PACKED))
    table = _list((sum(one << _BITS * at for at, one in enumerate(some)) for some in packed), "UBIGINT")
    runs = f"regexp_replace({text}, '[^{chr(_FIRST)}-{chr(_LAST)}{_FURTHER}]+', '{_APART}', 'g')"
    place = f"(unicode(_c) - {_FIRST})"
    found = f"list_extract({table}, 1 + {place} // {_PACKED}) >> CAST({_BITS} * ({place} % {_PACKED}) AS UBIGINT)"
    one = f"coalesce({found} & {(1 << _BITS) - 1}, {len(groups) - 1})::USMALLINT"
    return f"list_transform(string_split({runs}, ''), lambda _c: {one})"


def sql_heard(classes: str) -> str:
    """SQL for the number of a text, from its ``sql_classes``."""
    _of_characters, groups = _classes()
    first, second = (_list((_any_of(bits, one) for one in groups), "HUGEINT") for bits in (_FIRST_BITS, _SECOND_BITS))
    pair = f"list_extract({first}, 1 + {classes}[_i]) & list_extract({second}, 1 + {classes}[_i + 1])"
    return f"coalesce(list_bit_or(list_transform(range(1, len({classes})), lambda _i: {pair})), 0)::HUGEINT"


def _list(numbers: Iterable[int], type_: str) -> str:
    """SQL for a list of numbers, as one literal: planning one of thousands takes a tenth of a second."""
    return f"CAST('[{', '.join(map(str, numbers))}]' AS {type_}[])"


def _any_of(bits: tuple[int, ...], groups: Iterable[int]) -> int:
    found = 0
    for one in groups:
        found |= bits[one]
    return found
