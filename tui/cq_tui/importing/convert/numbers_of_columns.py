"""Numbers that stand with most names of the parties, without a word for them: ``505111667 - Aa``, ``Bb - 503504564``.

By one cell such a number may be part of a name; where most cells have one it is that of a register, whose scheme the
check digits tell. It goes to the organisation, and what stands in its place where it is withheld goes with none.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from cq_tui.importing.convert.numbers_in_names import NumberOf
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.mapping import Mapping, flat
from cq_tui.importing.sources.import_table import ImportTable
from cq_tui.query.name_keys import name_key
from cq_tui.values.expressions import later
from cq_tui.values.reasons import ReasonError
from cq_tui.values.schemes import Scheme

_LOOKED_AT = 20_000
"""Different cells of a column that are looked at."""
_LEAST, _MOSTLY, _NEARLY_ALL, _OF_ONE = 3, 0.5, 0.9, 0.75
"""Cells with a number at least, their share of a column's, that of those of one form, and of those of one scheme."""
_FEWEST_DIGITS, _OF_NO_SCHEME, _OF_SCHEME = 6, 7, 4
"""Digits of a number, and of one of no scheme that is known; different numbers by which a scheme can be told."""
_DIGITS = r"[A-Z]{0,8}[ -]?\d[\dA-Z./-]*[\dA-Z]"
_FIRST = later(
    rf"\s*(?P<number>{_DIGITS})(?P<mark>\s*[-–—:：,，;；/]\s+|\s*[-–—:：]\s*(?=[^\W\d_])|\s+)(?P<name>.*)", re.DOTALL
)
_LAST = later(
    rf"(?P<name>.*?)(?P<mark>\s+[-–—/]\s*|\s*[,，:：;；]\s*|\s*[(（\[]\s*|\s+)(?P<number>{_DIGITS})\s*[)）\]]?\s*",
    re.DOTALL,
)
_DAY = later(r"(?:19|20)\d\d[-./]?\d\d[-./]?\d\d|\d\d[-./]\d\d[-./](?:19|20)\d\d")
_WITHHELD = later(
    r"\s*(?:RGPD|GDPR|DSGVO|AVG|LOPD(?:GDD)?|N/?[ADI]|S/?N|[xX*•#]+\d{0,6}[xX*•#]+|-+|0+)\s*[-–—:：]\s+(?=\w)",
    re.IGNORECASE,
)
_NEXT = {digit: str((int(digit) + 1) % 10) for digit in "0123456789"}
_DIGITS_ALONE = later(r"(?<!\d)\d(?:[./-]?\d)*(?!\d)")
_BETWEEN = " ,;:，；：、-–—|/·()（）[]\n"
_LETTERS = later(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class NumbersOfColumns:
    """Where numbers stand with the names of a list, ``first`` or last; ``lengths``: what they are as long as.

    ``scheme``: whose they are; empty where no register is known that gives such numbers.
    """

    first: bool
    lengths: frozenset[int]
    scheme: str

    def take(self, text: str) -> tuple[str, NumberOf | None]:
        """A name without the number that stands with it, and that number."""
        match = _match(text, first=self.first)
        if match is None:
            return (_WITHHELD.sub("", text, count=1) if self.first else text), None
        name, number = match["name"].strip(), match["number"]
        plain = _plain(number)
        as_usual = number.isdigit() and len(plain) in self.lengths
        if found := _of(self.scheme, number) if self.scheme else "":
            return name, NumberOf(self.scheme, found)
        if self.scheme and as_usual:
            return name, NumberOf(self.scheme, number, wrong=True)
        # a number of another form behind the same stroke is one of a register abroad
        is_other = match["mark"].strip() if self.scheme else len(plain) in self.lengths
        return (name, NumberOf(Scheme.OTHER.value, plain)) if is_other else (text, None)

    def parts(self, text: str) -> list[str]:
        """A cell parted behind each of its numbers, or before each: ``Aa - 501169580Bb - 508107997``.

        Each part must be a name with such a number; else the cell is left as it is.
        """
        found = [match for match in _DIGITS_ALONE.finditer(text) if self._is_one(match[0])]
        if len(found) < 2:
            return [text]
        places = [match.start() for match in found] if self.first else [match.end() for match in found]
        starts, ends = ([0, *places[1:]], [*places[1:], len(text)]) if self.first else ([0, *places[:-1]], places)
        parts = [text[start:end].strip(_BETWEEN) for start, end in zip(starts, ends, strict=True)]
        rest = "" if self.first else text[places[-1] :].strip(_BETWEEN)
        return [text] if rest or not all(_match(part, first=self.first) for part in parts) else parts

    def _is_one(self, number: str) -> bool:
        return len(_plain(number)) in self.lengths and bool(not self.scheme or _of(self.scheme, number))

    def are_of_one(self, before: str, behind: str) -> bool:
        """Whether two pieces of a cell have one number together: ``514536284 - Aa / Bb`` is one organisation."""
        has_one = [_match(piece, first=self.first) is not None for piece in (before, behind)]
        if self.first:
            return has_one == [True, False] and _WITHHELD.match(behind) is None
        return has_one == [False, True]


def numbers_of_columns(table: ImportTable, header: Header, mapping: Mapping) -> NumbersOfColumns | None:
    """Where numbers stand in most cells of a list's columns of parties; None where they do in no column."""
    columns = {name: None for one in mapping.fields.values() for each in one.roles.values() for name in flat(each)}
    for column in columns:
        if column in header.names:
            cells = [text for (text,) in islice(table.distinct((header.names.index(column),)), _LOOKED_AT) if text]
            if found := _found(cells):
                return found
    return None


def _found(cells: Sequence[str]) -> NumbersOfColumns | None:
    for first in (True, False):
        matches = [match for cell in cells if (match := _match(re.split(r"\s*[|\n]\s*", cell)[0], first=first))]
        if len(matches) < max(_LEAST, len(cells) * _MOSTLY):
            continue
        numbers = list(dict.fromkeys(match["number"] for match in matches))
        lengths = Counter(map(len, map(_plain, numbers)))
        usual, count = lengths.most_common(1)[0]
        if scheme := _scheme(numbers):
            return NumbersOfColumns(first, frozenset((usual,)), scheme)
        marked = sum(bool(match["mark"].strip()) for match in matches) >= len(matches) * _NEARLY_ALL
        # without a stroke between them, each name has its own, and nearly all have one
        plain = first and len(numbers) >= _LEAST and len(matches) >= len(cells) * _NEARLY_ALL
        if (
            (marked or plain)
            and usual >= _OF_NO_SCHEME
            and count >= len(numbers) * _NEARLY_ALL
            and _are_of_names(matches)
        ):
            return NumbersOfColumns(first, frozenset((usual,)), "")
    return None


def _match(text: str, *, first: bool) -> re.Match[str] | None:
    match = (_FIRST if first else _LAST).fullmatch(text)
    if match is None or sum(map(str.isdigit, match["number"])) < _FEWEST_DIGITS or _DAY.fullmatch(match["number"]):
        return None
    return match if len(_LETTERS.findall(match["name"])) > 1 else None


def _are_of_names(matches: Iterable[re.Match[str]]) -> bool:
    """Whether hardly any name comes again with another number, as it would if each row had one of its own."""
    numbers: dict[str, list[str]] = defaultdict(list)
    for match in matches:
        numbers[name_key(match["name"])].append(_plain(match["number"]))
    again = [each for each in numbers.values() if len(each) > 1]
    return not again or sum(len(set(each)) > 1 for each in again) < len(numbers) * (1 - _NEARLY_ALL)


def _scheme(numbers: Sequence[str]) -> str:
    """The one scheme with check digits that nearly all of some numbers are of; empty where none or several are."""
    from cq_tui.values.identifier_rules import RULES

    if len(numbers) < _OF_SCHEME:
        return ""
    found = [scheme for scheme, rule in RULES.items() if rule.check and _are_of(scheme, numbers)]
    return str(found[0]) if len(found) == 1 else ""


def _are_of(scheme: str, numbers: Sequence[str]) -> bool:
    """Whether nearly all numbers are of a scheme, and would not be with another digit at their end."""
    first = numbers[:_OF_SCHEME]
    if sum(bool(_of(scheme, number)) for number in first) < len(first) - 1:
        return False
    bumped = [number[:-1] + _NEXT[number[-1]] for number in first if number[-1] in _NEXT]
    if sum(bool(_of(scheme, number)) for number in bumped) > 1:
        return False
    return sum(bool(_of(scheme, number)) for number in numbers) >= len(numbers) * _OF_ONE


def _of(scheme: str, number: str) -> str:
    """A number in the one spelling of its scheme; empty where it is none of it."""
    from cq_tui.values.identifiers import compact

    try:
        return compact(scheme, number)
    except ReasonError:
        return ""


def _plain(number: str) -> str:
    return re.sub(r"[ ./-]", "", number)
