"""Cells, and parts of cells beside names, that name nobody: those that say more than a word for it are told first."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from shlex import quote

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.convert.nobody_among_names import is_word_for_nobody
from cq_tui.importing.convert.organisations import Organisations
from cq_tui.importing.recognise.maps.mapping import TABLE_OF_NAMES
from cq_tui.importing.review.line import ReviewLine, joined, short
from cq_tui.importing.sources.import_table import ROW
from cq_tui.language import _, ngettext
from cq_tui.values.clean import clean_line

_LONGEST, _AT_ONCE = 120, 20
"""Characters of a text that is told whole, for a name may stand in it, and how many such texts are told."""


@dataclass(frozen=True, slots=True)
class Nobody:
    """A text that names nobody, and how many rows have it.

    ``cell``: of a part of one, the first cell that it stands in; else empty.
    ``is_plain``: whether it is a word for nobody and no more.
    """

    text: str
    rows: int
    cell: str = ""
    is_plain: bool = True

    @property
    def setting(self) -> str:
        """What says on the command line whom the cell names."""
        return f"--set {quote(f'{TABLE_OF_NAMES}.{self.cell or self.text}=')}NAME"


def told_of_nobody(accepted: AcceptedRows, known: Organisations) -> tuple[Nobody, ...]:
    """What accepted rows hold that names nobody: what may hold a name first, then by frequency."""
    cells, parts, first = Counter[str](), Counter[str](), dict[str, str]()
    for column in _columns_of(accepted) if known.cells.of_nobody or known.cells.nobody_beside else ():
        cell = accepted.table.names[column]
        where = f"{ROW} NOT IN (SELECT {ROW} FROM refusals) AND {cell} <> ''"
        asked = f"SELECT {cell}, count(*), min({ROW}) FROM cells WHERE {where} GROUP BY 1 ORDER BY 3"
        for text, rows, _row in accepted.table.ask(asked):
            if text in known.cells.of_nobody:
                cells[clean_line(text)] += rows
            for part in map(clean_line, known.cells.nobody_beside.get(text, ())):
                parts[part] += rows
                first.setdefault(part, clean_line(text))
    found = [Nobody(text, rows, first.get(text, "") if of is parts else "", is_word_for_nobody(text))
             for of in (cells, parts) for text, rows in of.items()]  # fmt: skip
    return tuple(sorted(found, key=_order))


def nobody_lines(told: Sequence[Nobody], label: str, *, most: int) -> Iterator[ReviewLine]:
    """What names nobody: cells, then parts of cells."""
    cells, parts = [one for one in told if not one.cell], [one for one in told if one.cell]
    if cells:
        message = ngettext(
            "{count} cell names nobody, which states none: {names}",
            "{count} cells name nobody, which states none: {names}",
            count := sum(one.rows for one in cells),
        )
        yield _line(label, message, count, cells, most)
    if parts:
        message = ngettext(
            "{count} part of a cell names nobody, and is left out beside the names: {names}",
            "{count} parts of cells name nobody, and are left out beside the names: {names}",
            count := sum(one.rows for one in parts),
        )
        yield _line(label, message, count, parts, most)


def _line(label: str, message: str, count: int, told: list[Nobody], most: int) -> ReviewLine:
    more = [one for one in told if not one.is_plain]
    shown = told[: max(most, min(len(more), _AT_ONCE))]
    names = [f'"{short(one.text) if one.is_plain else one.text[:_LONGEST]}" {one.rows:,}' for one in shown]
    if rest := len(told) - len(shown):
        names.append(ngettext("{count} more", "{count} more", rest).format(count=f"{rest:,}"))
    said = message.format(count=f"{count:,}", names=joined(names))
    said = _("{told}. Where one names somebody, this says whom: {setting}").format(
        told=said, setting=(more or told)[0].setting
    )
    return ReviewLine(label, clean_line(said), doubt=any(map(_has_capitals_in_brackets, more)))


def _has_capitals_in_brackets(one: Nobody) -> bool:
    """Whether what stands behind the first bracket has a capital letter: that may be somebody's name."""
    behind = min((at for sign in "([（【" if (at := one.text.find(sign)) >= 0), default=len(one.text))
    return any(map(str.isupper, one.text[behind:]))


def _order(one: Nobody) -> tuple[object, ...]:
    return (True, -one.rows) if one.is_plain else (False, -len(one.text))


def _columns_of(accepted: AcceptedRows) -> list[int]:
    rules = (one.rule for one in accepted.conversions)
    return [
        column
        for rule in rules
        if accepted.kind.by_name[rule.fields[0]].type.refers_to == TABLE_OF_NAMES
        for column in rule.own_columns
    ]
