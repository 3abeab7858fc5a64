"""Cells that are lists as programs write them, ``['Aa Ltd', "Bb Ltd"]`` or ``{Aa,Bb}``: read as what they list."""

import ast
import re
from collections.abc import Iterable, Sequence

from cq_tui.importing.errors import Noticed
from cq_tui.values.clean import clean_line
from cq_tui.values.expressions import later
from cq_tui.values.reasons import Reason

_OPENING = later(rb"\s?[\"'\]]")
"""What stands behind the bracket that such a list begins with, unless that is a brace."""
_QUOTED = r"""[urb]?'(?:[^'\\]|\\.)*'|[urb]?"(?:[^"\\]|\\.)*\""""
_BETWEEN = r"(?:\s*,\s*|\s+)"
_NOTHING = r"None|null|nan|NaN|NULL"
_MEMBER = later(rf"({_QUOTED})|{_NOTHING}", re.DOTALL)
_ONE = rf"(?:{_QUOTED}|{_NOTHING})"
_OF_TEXTS = later(rf"\s*[\[({{]\s*(?:{_ONE}(?:{_BETWEEN}{_ONE})*+\s*,?)?+\s*[\])}}]\s*", re.DOTALL)
_PAIRS = frozenset(("[]", "()", "{}"))
_OF_POSTGRES = later(r'\s*\{((?:"(?:[^"\\]|\\.)*"|[^{}",:;]+)(?:,(?:"(?:[^"\\]|\\.)*"|[^{}",:;]*))*+)\}\s*', re.DOTALL)
_MEMBER_OF_POSTGRES = later(r'"((?:[^"\\]|\\.)*)"|([^",]+)', re.DOTALL)
_GUID = later(r"(?i)[\s\d.,-]*|[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")
"""What stands in braces and is no list of texts: numbers, and that of a record as Windows writes it."""
_MARK = "; "
"""Stands between the members, as between those of a list in JSON."""
_SHOWN = 60


def may_hold_lists(chunk: bytes) -> bool:
    """Whether such cells may stand in a file, by some of its bytes; not of one of two bytes a character.

    To find each bracket alone, which most lists have few of, takes a tenth of the time of an expression for all of it.
    """
    behind = {piece[:2] for mark in (b"[", b"(") if mark in chunk for piece in chunk.split(mark)[1:]}
    return b"{" in chunk or any(map(_OPENING.match, behind))


def without_brackets_of_lists(cell: str) -> str:
    """A cell that is a list of texts with its members alone; any other, also a list of lists or numbers, as it is."""
    found = _members(cell) if cell[:1] in "[({ " and cell.rstrip()[-1:] in ("]", ")", "}") else None
    return cell if found is None else _MARK.join(one for one in found if one)


def told_lists(rows: Iterable[Sequence[str]]) -> tuple[Reason, ...]:
    """What is told of cells that are such lists: how many, and the first that holds anything."""
    count, first = 0, ""
    for row in rows:
        for cell in row:
            if cell[:1] in "[({ " and (said := without_brackets_of_lists(cell)) != cell:
                count, first = count + bool(said), first or (cell if said else "")
    return (Reason.of(Noticed.WRITTEN_LISTS, count=count, cell=clean_line(first)[:_SHOWN]),) if count else ()


def _members(cell: str) -> list[str] | None:
    text = cell.strip()
    if text[:1] + text[-1:] not in _PAIRS:
        return None
    if _OF_TEXTS.fullmatch(text):
        inner = text[1:-1]
        if text[0] == "(" and "," not in inner:  # a text in brackets; Python writes ('a',)
            return None
        return [_said(one[1]) for one in _MEMBER.finditer(inner) if one[1]]
    match = _OF_POSTGRES.fullmatch(text)
    if match is None or _GUID.fullmatch(match[1]):
        return None
    pieces = (one[1] if one[1] is not None else one[2] for one in _MEMBER_OF_POSTGRES.finditer(match[1]))
    return [re.sub(r"\\(.)", r"\1", one).strip() for one in pieces if one != "NULL"]


def _said(quoted: str) -> str:
    """What a text in quotation marks says, with the signs that stand in it by a name; as it is where that fails."""
    plain = quoted.lstrip("urb").replace("\n", " ").replace("\r", " ").replace(r"\/", "/")
    try:
        return str(ast.literal_eval(plain)).strip()
    except (SyntaxError, ValueError):
        return plain[1:-1].strip()
