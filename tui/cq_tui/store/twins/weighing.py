"""What speaks for and against two deals being one, weighed in bits."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from cq_tui.store.twins.tellings import Telling, Tellings

_MOST_OF_TITLE, _MOST_OF_PARTIES = 24.0, 18.0
_WORDS_HANG_TOGETHER = 0.5
"""The words of a title are no independent witnesses: two characters share one with the next two."""
_NEARLY, _ROUNDED, _ROUGHLY = Decimal("0.985"), Decimal("0.93"), Decimal("0.5")
_CLOSE, _SAME_YEAR, _YEARS = 45, 400, 800


class Likely(StrEnum):
    """How sure it is that two deals are one."""

    SURE = "sure"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Weighed(NamedTuple):
    """What two deals have in common, in bits; ``sure`` where nothing at all speaks against their being one."""

    bits: float
    sure: bool


class _Title(NamedTuple):
    bits: float
    likeness: float
    beside: float
    """The share of the title that is not in the other, of the one with less of that."""
    compared: bool


def weigh(told: Tellings, one: Telling, other: Telling) -> Weighed:
    """What speaks for two deals being one, less what speaks against it."""
    amount, amount_sure = _amounts(told, one, other)
    day, day_sure = _days(one, other)
    place, place_sure = _places(one, other)
    bits = amount + day + place - told.prior
    parties, parties_sure = _parties(told, one, other, near=amount + day + place > 0)
    bits += parties
    if bits + _MOST_OF_TITLE < 0:
        return Weighed(bits, sure=False)
    title = _titles(told, one, other)
    bits += title.bits
    if one.numbers != other.numbers:
        bits -= 14 if one.numbers and other.numbers else 4
    if one.instrument and other.instrument and one.instrument != other.instrument:
        bits -= 3
    same_title = title.compared and title.likeness >= 0.8 and title.beside <= 0.12
    sound = parties_sure and amount_sure and day_sure and place_sure and one.numbers == other.numbers
    instrument = one.instrument is None or other.instrument in (None, one.instrument)
    known = one.amount is not None and other.amount is not None and bool(one.parties and other.parties)
    return Weighed(bits, same_title and sound and instrument and known)


def _titles(told: Tellings, one: Telling, other: Telling) -> _Title:
    """The words that the titles have in common, in the language in which they have most."""
    found = _Title(0.0, 0.0, 1.0, compared=False)
    for side in (0, 1):
        these, those = one.words[side], other.words[side]
        if not (these and those):
            continue
        shared = told.bits_of_words(these & those)
        mine = max(told.bits_of_title(one, side) - shared, 0.0)
        theirs = max(told.bits_of_title(other, side) - shared, 0.0)
        whole = 2 * shared + mine + theirs
        likeness = 2 * shared / whole if whole else 1.0
        least = min(mine / (shared + mine), theirs / (shared + theirs)) if whole and shared else 1.0
        bits = min(shared * _WORDS_HANG_TOGETHER, _MOST_OF_TITLE) - _WORDS_HANG_TOGETHER * min(mine, theirs)
        bits -= 0.1 * (mine + theirs)
        if not found.compared or bits > found.bits:
            found = _Title(max(bits, -12.0), likeness, least, compared=True)
    return found


def _parties(told: Tellings, one: Telling, other: Telling, *, near: bool) -> tuple[float, bool]:
    """The parties that both have; against it, those of each that the other does not know.

    ``near``: whether something else speaks for the two, so that it is worth looking for names that are nearly the same.
    """
    if not (one.parties and other.parties):
        return 0.0, True
    fewer, more = sorted((one.parties, other.parties), key=len)
    bits, missing = 0.0, 0
    for names in fewer:
        found = [max(map(told.bits_of_name, names & theirs)) for theirs in more if names & theirs]
        if found:
            bits += max(found)
        elif near and (alike := _near(told, names, more)):
            bits += alike
        else:
            missing += 1
    if not bits:
        return (-2.0 if _other_script(one, other) else -10.0), False
    return min(bits, _MOST_OF_PARTIES) - 4.0 * missing, missing == 0


def _near(told: Tellings, names: frozenset[str], others: tuple[frozenset[str], ...]) -> float:
    """What it says that a name begins or ends as another one does: a place before it, a form behind it."""
    for theirs in others:
        for name in names:
            for their in theirs:
                short, long = sorted((name, their), key=len)
                if len(short) >= (4 if short.isascii() else 3) and (long.startswith(short) or long.endswith(short)):
                    return max(told.bits_of_name(name), told.bits_of_name(their)) - 3
    return 0.0


def _other_script(one: Telling, other: Telling) -> bool:
    """Whether the one names its parties in Latin letters alone and the other in Chinese alone."""
    mine, theirs = ({name.isascii() for name in telling.names} for telling in (one, other))
    return mine.isdisjoint(theirs)


def _amounts(told: Tellings, one: Telling, other: Telling) -> tuple[float, bool]:
    if one.amount is None or other.amount is None or one.currency != other.currency:
        return 0.0, one.amount is None or other.amount is None
    if one.amount == other.amount:
        return min(told.bits_of_amount(one), 12.0), True
    if (one.amount < 0) != (other.amount < 0):
        return -6.0, False
    less, more = sorted((abs(one.amount), abs(other.amount)))
    ratio, about = less / more, one.about or other.about
    if ratio >= _NEARLY:
        return 6.0, True
    if ratio >= _ROUNDED:
        return 3.0, about
    return (-2.0 if ratio >= _ROUGHLY else -5.0), False


def _days(one: Telling, other: Telling) -> tuple[float, bool]:
    if one.day is None or other.day is None:
        return (2.0 if one.event == other.event else 0.0), True
    apart = _apart(one.day, one.days_of, other.day, other.days_of)
    if apart <= 3:
        return (6.0 if max(one.days_of, other.days_of) == 1 else 3.0), True
    if apart <= _CLOSE:
        return 3.0, True
    if apart <= _SAME_YEAR:
        return 0.0, False
    return (-3.0 if apart <= _YEARS else -8.0), False


def _apart(one: date, days_of_one: int, other: date, days_of_other: int) -> int:
    """The days between two stretches of time; 0 where they meet."""
    (early, days), (late, _days_of_late) = sorted(((one, days_of_one), (other, days_of_other)))
    return max(0, (late - early).days - (days - 1))


def _places(one: Telling, other: Telling) -> tuple[float, bool]:
    bits, sure = 0.0, True
    for mine, theirs in zip(one.places, other.places, strict=True):
        if mine and theirs:
            within = mine in theirs or theirs in mine
            bits, sure = (1.5, True) if within else (-4.0, False)
            break
    if one.countries and other.countries and one.countries.isdisjoint(other.countries):
        return bits - 6.0, False
    return bits, sure
