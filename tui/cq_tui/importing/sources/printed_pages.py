"""Lists that were printed page by page: what numbers the pages is no row, and a page may have its columns elsewhere.

Each page ends, or begins, in a row such as ``Year: 2026 | Page: 1 of | 3``, and repeats the title and the header. The
first page often has its header in other columns than the later ones; its rows are moved to the columns of most pages.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from cq_tui.importing.errors import Noticed, Refused
from cq_tui.values.clean import clean_line
from cq_tui.values.reasons import Reason

_LOOKED_AT = 400
"""First rows, among which the ends of two pages must stand."""
_FEWEST = 2
_TOP = 20
"""Rows of a page among which its header stands."""
_NAMES = 2
"""Cells of a header, at least."""
_USED = 1 / 3
"""The share of the rows of a page from which on a column is one that is filled there."""
_LONGEST = 60
_PAGE = (
    r"(?:page|seite|página|pagina|pág|pag|strona|str|strana|stránka|sida|side|sivu|oldal|blad|sayfa|стр|страница|"
    r"сторінка|ページ|頁|页)"
)
_OF = r"(?:/|\||-|of|von|de|di|du|da|sur|z|ze|av|af|van|из|з|的)"
_NUMBERS = re.compile(
    rf"(?i).*?(?<![^\W\d_]){_PAGE}\.?\s*(?:n[º°o]?\.?)?\s*[:：]?\s*(\d{{1,4}})(?:\s*{_OF}\s*(\d{{1,4}}))?"
    rf"|.*?第\s*(\d{{1,4}})\s*[页頁](?:\s*[,，/]?\s*[共全]\s*(\d{{1,4}})\s*[页頁])?|(\d{{1,4}})\s*/\s*(\d{{1,4}})\s*(?:ページ|頁|页)"
)
"""A cell that ends in the number of a page, and of how many it is maybe."""
_DIGITS = re.compile(r"\d+")
_VALUE = re.compile(r"\W*\d[\d.,/:' -]*\W*")
_MAY_BE = re.compile(rf"(?i)(?<![^\W\d_]){_PAGE}\.?(?![^\W\d_])|\d\s*{_PAGE}|第\s*\d+\s*[页頁]")
"""What any cell of such a row holds at least: most rows are looked at no further."""
_Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Pages:
    """What becomes of the rows of a list that was printed, by their places from 0: the others stay as they are."""

    changed: Mapping[int, list[str]]
    """Rows that say something else: nothing where a row is none of the list, or the same cells in other columns."""
    refused: Mapping[int, Reason]
    """Rows of pages with other columns whose cells can't be told to belong to those of the header."""
    told: tuple[Reason, ...]
    moved: Mapping[int, Mapping[int, int]] = field(default_factory=dict)
    """Rows whose cells stand in other columns than in the file, with which column is which."""

    def column(self, place: int, at: int) -> int:
        """Where a cell of the file is to be found."""
        return self.moved.get(place, {}).get(at, at)

    def read(self, rows: Iterator[list[str]]) -> Iterator[list[str]]:
        """The rows of the list as they are meant."""
        for place, row in enumerate(rows):
            yield self.changed.get(place, row)


@dataclass(slots=True)
class _Page:
    """The rows of one page by their places; ``header``: the place of its header, -1 where none was found."""

    rows: dict[int, _Row]
    header: int = -1
    around: list[int] = field(default_factory=list)
    """The places of the rows above and below the header that stand on other pages, too."""

    @property
    def columns(self) -> tuple[int, ...]:
        """Where the names of its header stand."""
        return _filled(self.rows[self.header]) if self.header >= 0 else ()

    def records(self) -> Iterator[tuple[int, _Row]]:
        """The rows below its header with several cells; a single one is a heading, or goes on with what stood above."""
        for place, row in self.rows.items():
            if place > self.header and place not in self.around and len(_filled(row)) > 1:
                yield place, row


def pages_of(rows: Iterator[list[str]], first: int) -> Pages | None:
    """The pages that a list was printed on; None where it was not, or where nothing need be changed.

    ``first``: the number of its first row.
    """
    top = list(islice(rows, _LOOKED_AT))
    if not _marks(top):
        return None
    every = [*top, *rows]
    marks = _marks(every)
    if not marks:
        return None
    pages = _parted(every, marks)
    _find_headers(pages)
    layouts = Counter(page.columns for page in pages if page.header >= 0)
    usual = layouts.most_common(1)[0][0] if layouts else ()
    if len(layouts) < 2 and all(len(_filled(every[place])) == 1 for place in marks):
        return None  # a row of one cell is known for a heading whatever stands around it
    changed: dict[int, list[str]] = {place: [] for place in marks}
    for page in pages[1:]:
        changed.update((place, []) for place in (page.header, *page.around) if page.header >= 0)
    count, foot = len(changed), marks[0]
    told = [Reason.of(Noticed.PRINTED_PAGES, pages=f"{len(pages):,}", count=f"{count:,}", row=f"{foot + first}",
                      cells=clean_line(" ".join(filter(None, every[foot])))[:_LONGEST])]  # fmt: skip
    refused: dict[int, Reason] = {}
    moved: dict[int, dict[int, int]] = {}
    like = next((page for page in pages if page.columns == usual and usual), None)
    for page in pages:
        if like is None or page.header < 0 or page.columns == usual:
            continue
        others = [one for one in pages if one.columns == usual]
        moved |= _move(page, like, others, changed, refused, first)
    if moved:
        told.append(Reason.of(Noticed.SHIFTED_PAGES, count=f"{len(moved):,}", row=f"{min(moved) + first}"))
    return Pages(changed, refused, tuple(told), moved)


def _filled(row: _Row) -> tuple[int, ...]:
    return tuple(at for at, cell in enumerate(row) if cell.strip())


def _words(row: _Row) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()) for cell in row if cell.strip())


def _number(row: _Row) -> tuple[int, int] | None:
    """The number of the page in a row, and of how many it is, 0 where that is not said; it may stand in two cells."""
    cells = [cell.strip() for cell in row if cell.strip() and len(cell) <= _LONGEST * 2]
    if not any(map(_MAY_BE.search, cells)):
        return None
    for one in (*cells, *(f"{cell} {behind}" for cell, behind in pairwise(cells))):
        if found := _NUMBERS.fullmatch(one):
            numbers = [int(text) for text in found.groups() if text]
            return numbers[0], numbers[1] if len(numbers) > 1 else 0
    return None


def _marks(rows: Sequence[_Row]) -> list[int]:
    """The places of the rows that number pages: one by one, of the same number of pages, with rows between them.

    They are alike but for their numbers, or have fewer cells than most rows: a list of documents may say of each which
    page it is.
    """
    found = [(place, told) for place, row in enumerate(rows) if (told := _number(row))]
    if len(found) < _FEWEST:
        return []
    numbers = [number for _place, (number, _of) in found]
    counts_up = all(below == above + 1 for above, below in pairwise(numbers))
    places = [place for place, _told in found]
    apart = min(below - above for above, below in pairwise(places)) > _FEWEST
    usual = sorted(len(_filled(row)) for row in rows if any(row))
    alike = len({_DIGITS.sub("", " ".join(_words(rows[place]))) for place in places}) == 1
    fewer = max(len(_filled(rows[place])) for place in places) < usual[len(usual) // 2]
    of_as_many = len({of for _place, (_at, of) in found}) == 1
    return places if counts_up and apart and (alike or fewer) and of_as_many else []


def _parted(rows: Sequence[_Row], marks: Sequence[int]) -> list[_Page]:
    """The pages between the rows that number them; one without any row is none."""
    ends = [-1, *marks, len(rows)]
    found = [
        _Page({place: rows[place] for place in range(above + 1, below) if any(rows[place])})
        for above, below in pairwise(ends)
    ]
    return [page for page in found if page.rows]


def _find_headers(pages: Sequence[_Page]) -> None:
    """Find the header of each page: of the names that half of the pages have at their top the row with most."""
    tops = [{_words(row): place for place, row in islice(page.rows.items(), _TOP)} for page in pages]
    counts = Counter(words for top in tops for words in top)
    common = [words for words, count in counts.items() if count >= max(_FEWEST, len(pages) / 2)]
    header = max(filter(_may_name, common), key=len, default=())
    if len(header) < _NAMES:
        return
    for page, top in zip(pages, tops, strict=True):
        if header not in top:
            continue
        page.header = top[header]
        places = list(page.rows)
        at = places.index(page.header)
        page.around += [place for place in places[:at] if _words(page.rows[place]) in common]
        for place in places[at + 1 :]:
            if (words := _words(page.rows[place])) not in common or not _may_name(words):
                break
            page.around.append(place)


def _may_name(words: Sequence[str]) -> bool:
    """Whether a row may be of names: records that are the same on two pages have numbers or days in them."""
    return sum(_VALUE.fullmatch(word) is not None for word in words) * 2 < len(words)


def _move(
    page: _Page, like: _Page, others: Sequence[_Page],
    changed: dict[int, list[str]], refused: dict[int, Reason], first: int,
) -> dict[int, dict[int, int]]:  # fmt: skip
    """Write the rows of a page into the columns of the others; returns those that are written, with the columns.

    ``like``: a page whose header stands where the header of most does.
    """
    if page.header not in changed:
        by_words = {_words(like.rows[place]): like.rows[place] for place in (like.header, *like.around)}
        for place in (page.header, *page.around):
            if place >= page.header:
                changed[place] = list(by_words.get(_words(page.rows[place]), page.rows[place]))
    into = _columns_into(page, like, others)
    moved = {}
    for place, row in page.records():
        if any(at not in into for at in _filled(row)):
            refused[place + first] = Reason.of(Refused.OTHER_COLUMNS, row=f"{like.header + first}")
            continue
        cells = [""] * (max(into.values()) + 1)
        for at in _filled(row):
            cells[into[at]] = row[at]
        changed[place] = cells
        moved[place] = into
    return moved


def _columns_into(page: _Page, like: _Page, others: Sequence[_Page]) -> dict[int, int]:
    """Which column of a page is which of most pages: by the header, or by their order where cells stand beside it."""
    by_header = dict(zip(page.columns, like.columns, strict=True))
    used, usual = _used([page]), _used(others)
    if set(used) <= set(page.columns) and set(usual) <= set(like.columns):
        return by_header
    before = [sum(at <= one for at in page.columns) for one in used]
    before_usual = [sum(at <= one for at in like.columns) for one in usual]
    if before == before_usual:
        return dict(zip(used, usual, strict=True))
    return {}


def _used(pages: Sequence[_Page]) -> list[int]:
    """The columns that a third of the rows of some pages fill."""
    rows = [row for page in pages for _place, row in page.records()]
    filled = Counter(at for row in rows for at in _filled(row))
    return sorted(at for at, count in filled.items() if count >= len(rows) * _USED)
