"""What a brief consists of, whatever it is written as: headings, sentences, tables and bars."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from cq_tui.schema.cells import mark_judged


class Span(NamedTuple):
    """A piece of text. ``judged``: it is our judgement and not the source's word. ``sources``: numbers of passages."""

    text: str
    judged: bool = False
    sources: tuple[int, ...] = ()
    address: str = ""
    """A web address that the text leads to, http or https; empty if none."""

    @property
    def shown(self) -> str:
        """The text, with the mark of a judgement before it."""
        return mark_judged(self.text, judged=self.judged)


class Paragraph(NamedTuple):
    """Sentences; ``quiet`` are remarks that step back behind what they are about."""

    spans: tuple[Span, ...]
    quiet: bool = False


class Table(NamedTuple):
    """Rows of as many cells as the header has; ``right``: the columns that are set at the right. ``total``: the last
    row adds up the others.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Span, ...], ...]
    right: frozenset[int] = frozenset()
    total: bool = False


class Bar(NamedTuple):
    """A bar of a picture: how long the whole is, and what of it is set off, as shares of the longest bar."""

    label: str
    whole: Decimal
    part: Decimal
    words: str


class Bars(NamedTuple):
    """A picture beside a table that says the same: formats without pictures leave it out."""

    caption: str
    bars: tuple[Bar, ...]


class Notes(NamedTuple):
    """Numbered sources: each a number, and what stands there."""

    items: tuple[tuple[int, tuple[Span, ...]], ...]


Block = Paragraph | Table | Bars | Notes


class Section(NamedTuple):
    """A heading and what stands below it."""

    heading: str
    blocks: tuple[Block, ...]


class Document(NamedTuple):
    """A brief: its title, what stands first, and the sections; ``language`` is that of its words (zh or en)."""

    title: str
    lead: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    language: str


def plain(text: str) -> Paragraph:
    """A sentence."""
    return Paragraph((Span(text),))


def remark(text: str) -> Paragraph:
    """A sentence that steps back."""
    return Paragraph((Span(text),), quiet=True)


def joined(spans: Sequence[Sequence[Span]], between: str) -> tuple[Span, ...]:
    """Groups of pieces with a text between each."""
    found: list[Span] = []
    for place, group in enumerate(spans):
        found += [*([Span(between)] if place else []), *group]
    return tuple(found)


def runs(numbers: Sequence[int]) -> list[tuple[int, str]]:
    """Numbers in their order, three and more that follow on each other put together: the first, and the words."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    told: list[tuple[int, str]] = []
    for run in found:
        told += [(run[0], f"{run[0]}–{run[-1]}")] if len(run) > 2 else [(number, str(number)) for number in run]
    return told
