"""The names in a cell: several parted by marks, and one that is broken over lines."""

import re

from cq_tui.importing.convert.bare_names import is_not_named, is_town, without_town
from cq_tui.importing.convert.listed_names import listed_names
from cq_tui.importing.convert.numbers_in_names import NumberOf, number_alone, parts_behind_numbers, take_number
from cq_tui.query.name_keys import company_words, has_legal_form
from cq_tui.values.languages import is_chinese

_SEVERAL = re.compile(r"\s*[;；、\n|]\s*|\s+/\s+")
_GOES_ON = frozenset(
    """and und et y e i of for the de del della di du des da do la le für fuer f. u. der die das den dem von vom zur zum
    im in an am bei mit & van voor og och e. c/o""".split()
)
"""Words that no name ends in."""
_AS_LONG_AS_A_LINE = 40


def split_names(text: str) -> list[str]:
    """The names in a cell: parted by ``;``, ``、``, line ends, a slash between blanks, or as ``listed_names`` says.

    A town behind a name is none, nor is what says that somebody is not named, nor the number of a register.
    """
    return [name for name, _number in numbered_names(text)]


def numbered_names(text: str) -> list[tuple[str, NumberOf | None]]:
    """The names in a cell, each with the number of a register that stands with it."""
    if is_not_named(text):
        return []
    cells = (name.strip() for name in _SEVERAL.split(_unwrapped(text)) if name.strip())
    found: list[tuple[str, NumberOf | None]] = []
    for part in (one for cell in cells for one in parts_behind_numbers(cell)):
        if found and (is_town(part) or (alone := number_alone(part)) is not None):
            found[-1] = (found[-1][0], found[-1][1] or (None if is_town(part) else alone))
            continue
        named, number = take_number(part)
        name = without_town(named)
        names = [] if is_not_named(name) else listed_names(name)
        found += [(one, number if at == len(names) else None) for at, one in enumerate(names, 1)]
    return found


def _unwrapped(text: str) -> str:
    """A cell whose lines go on in the next one as one line: a long name was broken where its column ended."""
    first, *rest = text.split("\n")
    for line in rest:
        first = f"{first.rstrip()} {line.lstrip()}" if _goes_on(first.rpartition("\n")[2], line) else f"{first}\n{line}"
    return first


def _goes_on(line: str, below: str) -> bool:
    """Whether the name of a line goes on below: there stands a small word or a legal form alone, or it is not whole."""
    line, below = line.strip(), below.strip()
    if not line or not below or is_chinese(line[-1]):
        return False
    small = below[0].islower() or below[0] in "(&,"
    open_ended = line[-1] in ",&-–(" or line.split()[-1].casefold() in _GOES_ON
    only_form = has_legal_form(below) and len(company_words(f"x {below}")) == 1
    is_end = has_legal_form(below) or len(below.split()) == 1
    is_long = len(line) >= _AS_LONG_AS_A_LINE and not has_legal_form(line) and is_end
    return small or open_ended or only_form or is_long
