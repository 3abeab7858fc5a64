"""Closed vocabularies: a code, its Chinese and English words, and what else people call it."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple, Self

from cq_tui.language import Label


class Code(StrEnum):
    """A code list. Members are written ``NAME = "code", "中文", "English", *aliases, (*spellings,)``.

    Spellings are what lists write for the code. They are understood where a value of the field is expected, in a list
    or behind ``stage:``; no bare word finds them, for they would match far too much.
    """

    label: Label
    aliases: tuple[str, ...]
    spellings: tuple[str, ...]

    def __new__(cls, value: str, zh: str, en: str, *aliases: str | tuple[str, ...]) -> Self:
        """Make the member: its value is the code, the rest its words."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = Label(zh, en)
        member.aliases = tuple(one for one in aliases if isinstance(one, str))
        member.spellings = tuple(one for several in aliases if isinstance(several, tuple) for one in several)
        return member


class Words(NamedTuple):
    """What a code is called."""

    label: Label
    aliases: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()


class CodeTable(Mapping[str, Words]):
    """The codes of one ``Code`` class as a mapping, the face all code lists share."""

    def __init__(self, codes: type[Code]) -> None:
        """Wrap a code list."""
        self._members = {member.value: member for member in codes}

    def __getitem__(self, code: str) -> Words:
        member = self._members[code]
        return Words(member.label, member.aliases, member.spellings)

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)


class Basis(Code):
    """Whether a value is in the source or is our judgement."""

    STATED = "stated", "原文", "stated"
    INFERRED = "inferred", "推断", "inferred"


class Precision(Code):
    """How much of a date is known; the rest of it is its first month or day."""

    DAY = "day", "日", "day"
    MONTH = "month", "月", "month"
    YEAR = "year", "年", "year"


class Bound(Code):
    """How exactly the source tells a number."""

    EXACT = "exact", "", ""
    OVER = "over", "超过", "more than"
    ABOUT = "about", "约", "about"
    NEARLY = "nearly", "近", "close to"
    AT_LEAST = "at-least", "至少", "at least"
    AT_MOST = "at-most", "至多", "at most"
