r"""What programs write in place of a character or of nothing: ``\xc2\xa0``, ``\u00e9``, ``nan``; read as what it means.

So are texts with the quotation marks of a file that they stood in.

A program that writes bytes, or a table of its own, as a text leaves these in the cells of a list.
"""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress

from cq_tui.importing.errors import Noticed
from cq_tui.values.clean import clean_line
from cq_tui.values.reasons import Reason

_HEX = "[0-9a-fA-F]"
_BYTE, _UNIT = rf"\\{{1,2}}x[89a-fA-F]{_HEX}", rf"\\{{1,2}}u{_HEX}{{4}}"
_ESCAPE = re.compile(rf"{_BYTE}|{_UNIT}|\w\\\\[nrt](?:[A-Z\s,;\"]|$)".encode())
_EDGE = rb"[,;\t|\"\r\n]"
_NANS = tuple(
    # A literal first: it is found a hundred times as fast as what may be any of several.
    (word, re.compile(rb"%b(?<=%b%b)(?=%b|\Z)" % (word, _EDGE, word, _EDGE)))
    for word in (b"nan", b"NaN", b"NaT", b"<NA>")
)
LONGEST = 8
"""Bytes that any of them takes at most, with the marks around it."""
_WRITTEN = re.compile(
    rf"(?P<bytes>(?:{_BYTE})+)|(?P<units>(?:{_UNIT})+)|(?P<ends>(?<=[\w.,)])\\\\[nrt](?=[A-Z\s\"]|$))"
    r"|(?P<mark>\\\\['\"])"
)
_QUOTED = re.compile(r'"((?:[^"]|"")*[^"\s][^"]*""[^"](?:[^"]|"")*)"')
"""A text with the marks that a CSV file puts around it and doubles within: ``"School ""Dawn"" of Aa"``."""
_OPENS = re.compile(r'(?:^|[\s(])"[^\W\d][^"]*$')
_FOUR = b'""""'
"""What a file of lines has where such a text was written into it once more."""
NOTHING = frozenset(("nan", "NaN", "NaT", "<NA>"))
"""What tables of programs hold where nothing is known. A town is called Nan, and no one writes that so."""
_LONGEST_CUT = 3
"""Bytes that the beginning of a character in UTF-8 takes at most."""
_LEADS_SEVERAL, _LEADS, _FIRST_SHOWN = 0xE0, 0xC0, 0xA0
"""The bytes from which on one begins a character of three and more, or of any; the first that is no control."""
_SHOWN = 40


def may_hold_escapes(chunk: bytes) -> bool:
    """Whether cells of a file may be written so, by some of its bytes."""
    if _FOUR in chunk or (b"\\" in chunk and _ESCAPE.search(chunk)):
        return True
    return any(word in chunk and found.search(chunk) for word, found in _NANS)


def without_escapes(cell: str) -> str:
    """A cell with what stands for a character as that one, and without what stands for nothing."""
    if len(cell) < LONGEST and cell.strip() in NOTHING:
        return ""
    if cell[:1] == '"' and (match := _QUOTED.fullmatch(cell.strip())):
        cell = _unquoted(match[1])
    return _WRITTEN.sub(_meant, cell) if "\\" in cell else cell


def _unquoted(text: str) -> str:
    """What stands between the marks of CSV, each doubled mark once; where one that opens lost the last, with it."""
    plain = text.replace('""', '"')
    return f'{plain}"' if plain.count('"') % 2 and _OPENS.search(plain) else plain


def _meant(match: re.Match[str]) -> str:
    if match["ends"] or match["mark"]:
        return match["mark"][-1] if match["mark"] else " "
    codes = [int(one, 16) for one in re.findall(rf"[xu]({_HEX}+)", match[0])]
    try:
        if match["bytes"]:
            return _of_bytes(bytes(codes))
        said = "".join(map(chr, codes)).encode("utf-16", "surrogatepass").decode("utf-16")
    except ValueError:
        return match[0]
    return said if said.isprintable() or said.isspace() or not said.isascii() else match[0]


def _of_bytes(found: bytes) -> str:
    """What bytes say in UTF-8, without a character that is cut off at their end; else in Python's own spelling.

    Raises ValueError where they are none of these.
    """
    for end in range(len(found), max(len(found) - _LONGEST_CUT, 0), -1):
        with suppress(UnicodeDecodeError):
            return found[:end].decode("utf-8")
    if len(found) > 1 and found[0] >= _LEADS_SEVERAL and all(one < _LEADS for one in found[1:]):
        return ""  # nothing but a character that is cut off
    if min(found) < _FIRST_SHOWN:
        raise ValueError
    return found.decode("latin-1")


def told_escapes(rows: Iterable[Sequence[str]]) -> tuple[Reason, ...]:
    """What is told of such cells: how many, and the first of each sort."""
    escaped, empty, quoted = 0, 0, 0
    first = word = sample = ""
    for row in rows:
        for cell in row:
            if len(cell) < LONGEST and cell.strip() in NOTHING:
                empty, word = empty + 1, word or cell.strip()
            elif cell[:1] == '"' and _QUOTED.fullmatch(cell.strip()):
                quoted, sample = quoted + 1, sample or cell
            elif "\\" in cell and without_escapes(cell) != cell:
                escaped, first = escaped + 1, first or cell
    told = []
    if escaped:
        told.append(Reason.of(Noticed.ESCAPES, count=f"{escaped:,}", cell=f'"{clean_line(first)[:_SHOWN]}"'))
    if quoted:
        told.append(Reason.of(Noticed.QUOTED, count=f"{quoted:,}", cell=clean_line(sample)[:_SHOWN]))
    if empty:
        told.append(Reason.of(Noticed.NOT_A_NUMBER, count=f"{empty:,}", word=f'"{word}"'))
    return tuple(told)
