"""The names in a cell: several parted by marks, and one that is broken over lines."""

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace

from cq_tui.importing.convert.bare_names import is_not_named, is_town, without_town
from cq_tui.importing.convert.beside_names import labels_apart, tells_roles, without_contact, without_role
from cq_tui.importing.convert.lists_of_programs import plain_list
from cq_tui.importing.convert.named_in_brackets import named_in_brackets
from cq_tui.importing.convert.nobody_among_names import names_nobody, without_nobody
from cq_tui.importing.convert.numbers_in_names import (
    NumberOf,
    holds_another,
    number_alone,
    parts_behind_numbers,
    take_number,
)
from cq_tui.importing.convert.numbers_of_columns import NumbersOfColumns
from cq_tui.importing.recognise.words.listed_names import is_whole, listed_names, names_between
from cq_tui.importing.recognise.words.no_names import is_no_name, is_only_form, is_private_person
from cq_tui.importing.recognise.words.outside_brackets import closes_one_above, cut
from cq_tui.query.name_keys import has_legal_form, name_key
from cq_tui.values.expressions import later
from cq_tui.values.languages import is_chinese

_SEVERAL = later(r"\s*[;；、\n|]\s*|\s+[/·•∙]\s+|(?<=[^\W\d_][\w.)])#(?=[^\W\d_]{2})")
_SURE = frozenset(";；、")
"""Marks that stand in no name, and part it wherever they stand."""
_DOUBTFUL = frozenset("/|#·•∙")
_ADDRESS = later(
    r"[,，]\s*[^,，]*[^\W\d][^,，]*\b\d{1,4}\s?[a-zA-Z]?(?:\s*[-–/+]\s*\d{1,4}\s?[a-zA-Z]?)?\s*"
    r"[,，]\s*(?:[A-Z]{1,2}-)?\d{3}\s?\d{1,2}\s+[^\W\d][^,，]*$"
)
"""Street, number, postcode and town behind a name: ``…, Ringstraße 17 - 19, 66540 Iistadt``."""
_NUMBERED = later(r"(?:\d{1,3}[.)、]|[-•·*▪–])\s+(?=\S)")
_GOES_ON = frozenset(
    """and und et y e i of for the de del della di du des da do la le für fuer f. u. der die das den dem von vom zur zum
    im in an am bei mit & van voor og och e. c/o""".split()
)
"""Words that no name ends in."""
_CONSORTIUM = later(
    r"\s*[(（\[【]?(?:组成|組成)?的?(?:联合体|聯合體)(?:成员|成員|各方|单位|單位|牵头人|牽頭人)?[:：]?[)）\]】]?$"
)
"""What several names together are, behind the last of them."""
_AND_FIRST = re.compile(r"^(?:and|und|et|y|e|og|och|&|\+)\s+(?=\S)")
_AS_LONG_AS_A_LINE = 40
_AT_LEAST = 2
"""How many lines must be whole names before the others of a cell are taken for names as well."""
Alone = Container[str]
"""Keys of names that fill cells of the list by themselves."""


@dataclass(frozen=True, slots=True)
class CellNames:
    """The names in a cell.

    ``doubtful``: whether they are parted where a name can have the mark as well. ``lines``: those of a cell that are
    read as one name, where that is judged. ``numbers``: that of a register for each name, where one stands with it.
    """

    names: tuple[str, ...] = ()
    doubtful: bool = False
    lines: tuple[str, ...] = ()
    numbers: tuple[NumberOf | None, ...] = ()
    left: tuple[str, ...] = ()
    """Names with what stood beside them and was taken off."""
    nobody: tuple[str, ...] = ()
    """Parts that name nobody, beside the names."""


def split_names(text: str, alone: Alone = frozenset()) -> list[str]:
    """The names in a cell: parted by ``;``, ``、``, line ends, a slash between blanks, or as ``listed_names`` says.

    A town behind a name is none, nor is what says that somebody is not named, nor the number of a register.
    ``alone``: as of ``names_in``.
    """
    return list(names_in(text, alone).names)


def name_in(text: str, numbers: NumbersOfColumns | None = None) -> CellNames:
    """The one name in a cell of which it is said that it holds no other, whatever marks stand in it.

    The number of a register, a town, a role and whom to ask are taken off it as off any. ``numbers``: as of
    ``names_in``.
    """
    if names := named_in_brackets(text):
        return _each_by_itself(names)
    if is_not_named(text) or is_private_person(text):
        return CellNames()
    written, number = _without_number(" ".join(plain_list(text).split()), numbers)
    name = without_role(without_contact(without_town(written)))
    if not name or is_not_named(name) or names_nobody(name):
        return CellNames()
    return CellNames((name,), numbers=(number,), left=(written,) if name != written else ())


def names_in(text: str, alone: Alone = frozenset(), numbers: NumbersOfColumns | None = None) -> CellNames:
    """The names in a cell, and how they were found. ``alone``: names that fill cells elsewhere, and are whole so.

    ``numbers``: those that stand with most names of the list.
    """
    if names := named_in_brackets(text):
        return _each_by_itself(names)
    if is_not_named(text) or is_private_person(text):
        return CellNames()
    text = labels_apart(plain_list(text))
    whole, lines = _unwrapped(text, lambda line: _is_whole_line(line) or name_key(line) in alone)
    parts, doubtful = _parts(whole, numbers)
    if lines and doubtful:  # what parts the cell at all is its lines rather than a slash in one of them
        parts, lines = list(lines), ()
    if len(parts) > 1:
        parts = [name for part in parts if (name := _CONSORTIUM.sub("", part))]
    found: list[tuple[str, NumberOf | None]] = []
    left: list[str] = []
    nobody: list[str] = []
    for part in (without_nobody(one) for cell in parts for one in _parts_of_numbers(cell, numbers)):
        if found and (is_town(part) or (beside := number_alone(part)) is not None):
            left += [f"{found[-1][0]}, {part}"] if is_town(part) else []
            found[-1] = (found[-1][0], found[-1][1] or (None if is_town(part) else beside))
            continue
        written, number = _without_number(part, numbers)
        name = without_contact(without_town(written))
        each = names_between(name) if tells_roles(name) else listed_names(name)
        inside = named_in_brackets(name)
        others = [] if inside or len(each) == 1 else list(filter(names_nobody, each))
        each = [one for one in each if one not in others]
        called = inside or ([] if names_nobody(name) else list(map(without_role, each)))
        nobody += others if called else [name]
        if called and not inside:
            left += [written] if name != written else _with_roles(each, called)
        found += [(one, number if at == len(called) else None) for at, one in enumerate(called, 1)]
    several = doubtful and len(found) > 1
    return CellNames(
        tuple(name for name, _ in found),
        several,
        lines,
        tuple(number for _, number in found),
        left=tuple(left),
        nobody=tuple(nobody),
    )


def _each_by_itself(names: list[str]) -> CellNames:
    return CellNames(tuple(names), numbers=(None,) * len(names))


def _parts_of_numbers(text: str, numbers: NumbersOfColumns | None) -> list[str]:
    """A piece of a cell parted at its numbers, where each part has its own."""
    parts = parts_behind_numbers(text)
    if numbers and len(parts) == 1:
        parts = numbers.parts(text)
    return [parts[0], *(_AND_FIRST.sub("", part) for part in parts[1:])]


def _without_number(text: str, numbers: NumbersOfColumns | None) -> tuple[str, NumberOf | None]:
    """A name without the number of a register; as it stands, and of no number, where it holds another one, too."""
    named, number = take_number(text)
    if numbers and number is None:
        named, number = numbers.take(text)
    return (text, None) if number and holds_another(named, number) else (named, number)


def together(each: Sequence[CellNames]) -> CellNames:
    """The names of several texts as those of one cell."""
    return CellNames(
        tuple(name for one in each for name in one.names),
        numbers=tuple(number for one in each for number in one.numbers),
        left=tuple(text for one in each for text in one.left),
        nobody=tuple(text for one in each for text in one.nobody),
    )


def _with_roles(written: Sequence[str], called: Sequence[str]) -> list[str]:
    """Those of the pieces that say more than the name which is read of each."""
    return [one for one, name in zip(written, called, strict=True) if one != name]


def parted_by(found: CellNames, mark: str) -> CellNames:
    """The names of a cell, each parted where a mark stands; the number of a register stays with the last part.

    What stands beside a part's name is taken off as off any name: whatever else its cell holds, a piece is read alike.
    """
    each: list[tuple[str, NumberOf | None]] = []
    nobody, left = list(found.nobody), list(found.left)
    for name, number in zip(found.names, found.numbers, strict=True):
        parts: list[str] = []
        for one in names_between(name, mark):
            inside = named_in_brackets(one)
            named = inside or ([] if names_nobody(one) else [without_role(without_contact(one))])
            nobody += [] if named else [one]
            left += [] if inside or not named else _with_roles([one], named)
            parts += named
        each += [(part, number if at == len(parts) else None) for at, part in enumerate(parts, 1)]
    names, numbers = tuple(name for name, _ in each), tuple(number for _, number in each)
    return CellNames(names, numbers=numbers, left=tuple(left), nobody=tuple(nobody))


def without(found: CellNames, is_left_out: Callable[[str], bool]) -> CellNames:
    """The names of a cell without some, which count as parts that name nobody."""
    left = [name for name in found.names if is_left_out(name)]
    if not left:
        return found
    kept = [pair for pair in zip(found.names, found.numbers, strict=True) if pair[0] not in left]
    names, numbers = tuple(name for name, _ in kept), tuple(number for _, number in kept)
    return replace(found, names=names, numbers=numbers, lines=(), nobody=(*found.nobody, *left))


def _parts(text: str, numbers: NumbersOfColumns | None) -> tuple[list[str], bool]:
    """The pieces between marks, what is no name by itself put to the one beside it; whether a mark is doubtful.

    Between a comma and an address no slash parts names: it stands between persons of the one who is found there. Nor
    does a slash or a bar where no new number begins behind it, in a list whose names have one each.
    """
    address = _ADDRESS.search(text)
    (first, *rest), marks = cut(_SEVERAL, text)
    found, doubtful = [first.strip()] if first.strip() else [], False
    for mark, piece in zip(marks, rest, strict=True):
        name, sign = piece.strip(), mark.strip()
        if not name:
            continue
        of_one = sign == "/" and address is not None and bool(found) and "," in found[-1]
        of_one = of_one or (
            numbers is not None and sign in _DOUBTFUL and bool(found) and numbers.are_of_one(found[-1], name)
        )
        if found and (of_one or is_no_name(name) or is_no_name(found[-1])):
            found[-1] = re.sub(r"\s+", " ", found[-1] + _between(found[-1], sign, name) + name)
            continue
        doubtful = doubtful or (bool(found) and sign not in _SURE)
        found.append(name)
    return found, doubtful


def _between(before: str, sign: str, name: str) -> str:
    """What stands before a name that belongs to the one before it: a comma, or the mark as it was written."""
    if sign == "、":
        return sign
    is_form = is_only_form(name) and sign != "/" and before[-1] not in ",，"
    return ", " if is_form and sign else f" {sign} "


def _unwrapped(text: str, whole: Callable[[str], bool]) -> tuple[str, tuple[str, ...]]:
    """A cell whose lines go on in the next one as one line; with its lines where that is judged and not plain.

    A name is plainly broken where its column ended; else lines are names where each is one by itself.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and all(_NUMBERED.match(line) for line in lines):
        return "\n".join(_NUMBERED.sub("", line, count=1) for line in lines), ()
    found: list[str] = []
    for line in lines:
        if found and _goes_on(found[-1].rpartition("\n")[2], line):
            between = "" if is_chinese(found[-1][-1]) and is_chinese(line[0]) else " "
            found[-1] = f"{found[-1]}{between}{line}"
        else:
            found.append(line)
    if len(found) == 1 or _are_names(found, whole):
        return "\n".join(found), ()
    return " ".join(found), tuple(found)


def _are_names(lines: list[str], whole: Callable[[str], bool]) -> bool:
    if all(is_chinese(line) for line in lines):
        return True
    names = sum(map(whole, lines))
    ends = {_common(line.split()[0]) for line in lines}, {_common(line.split()[-1]) for line in lines}
    alike = any(len(words) == 1 and "" not in words for words in ends) and all(len(line.split()) > 1 for line in lines)
    return alike or names == len(lines) or (whole(lines[0]) and names >= _AT_LEAST)


def _is_whole_line(line: str) -> bool:
    """Whether a line is a name by itself, also by the noun that English names end in: ``Aa Motors``."""
    first, *rest = line.split()
    return is_whole(line) or (bool(rest) and first.casefold() != "the" and name_key(rest[-1]) in _LAST_NOUNS)


def _common(word: str) -> str:
    """A general noun as its key: each line has it where lines are names."""
    return name_key(word) if is_no_name(word) or name_key(word) in _HOUSES else ""


_HOUSES = frozenset(
    """university université universidad universidade universität universität università universitetet universiteit
    bank banco banque banca ministry ministère ministerio ministério ministero ministerium institute institut instituto
    hospital hôpital school école escuela escola schule museum musée museo museu city commune comune gemeente gemeinde
    municipality municipio município ayuntamiento prefeitura mairie""".split()
)
_LAST_NOUNS = frozenset(
    """bank university college motors group holdings holding industries technologies systems energy airlines airways
    pharmaceuticals partners capital ventures foundation insurance electronics semiconductor telecom""".split()
)


def _goes_on(line: str, below: str) -> bool:
    """Whether the name of a line goes on below: there stands a small word or a legal form alone, or it is not whole."""
    if is_chinese(line[-1]) and not is_only_form(below) and not closes_one_above(line, below):
        return False
    small = below[0].islower() or below[0] in "(&,"
    open_ended = line[-1] in ",&-–(" or line.split()[-1].casefold() in _GOES_ON
    is_end = has_legal_form(below) or len(below.split()) == 1
    is_long = len(line) >= _AS_LONG_AS_A_LINE and not has_legal_form(line) and is_end
    open_ended = open_ended or closes_one_above(line, below)
    return small or open_ended or is_no_name(line) or is_only_form(below) or is_long
