"""One pass over a file's bytes: its hash, whether it is UTF-8, and whether it needs a careful reader."""

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.progress import Progress, unwatched
from cq_tui.importing.sources.entities import ENTITY, LONGEST
from cq_tui.importing.sources.escapes import may_hold_escapes
from cq_tui.importing.sources.row_width import BLANKS
from cq_tui.importing.sources.written_lists import may_hold_lists
from cq_tui.language import _
from cq_tui.values.clean import clean_line

_CHUNK = 1 << 20
_ODD = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f\xad]|\xd8\x9c|\xe1\xa0\x8e|\xe2\x80[\x8b-\x8f\xa8-\xae]"
    rb"|\xe2\x81[\xa0-\xaf]|\xef\xbb\xbf|\xef\xbf[\xb9-\xbb]|\xed[\xa0-\xbf]|\xf3\xa0"
)
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\r"})
_LEADS = (b"\xc2", b"\xd8\x9c", b"\xe1\xa0\x8e", b"\xe2\x80", b"\xe2\x81", b"\xef\xbb", b"\xef\xbf", b"\xf3\xa0")
_BLANK_LINES = (b"\n\n", b"\n\r", b"\r\r")
_BEFORE_CELL = frozenset((b" ", b",", b";", b"\t", b"|", b"\n", b"\r"))
_TAIL = 3
"""Bytes that are looked at again with the next chunk: what is looked for may stand across both."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What one pass over the bytes of a file finds.

    ``start``: the first of them. ``valid``: they are UTF-8. ``harmless``: UTF-8 without any character that
    ``normalise`` would touch, but for the ends of lines. ``regular``: no blank line in it, and no blank between a
    delimiter and a quotation mark. ``quoted``: it holds such marks. ``blanks``: those that may stand around a cell.
    ``entities``: characters of web pages stand in it by their names. ``lists``: cells may be lists as
    programs write them. ``escapes``: characters or nothing stand in it as programs write them.
    """

    sha256: str
    size: int
    start: bytes
    valid: bool
    harmless: bool
    regular: bool
    quoted: bool
    blanks: str
    entities: bool = False
    lists: bool = False
    escapes: bool = False


def hash_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal. Raises ImportProblem if it can't be read."""
    found = hashlib.sha256()
    for chunk in chunks(path):
        found.update(chunk)
    return found.hexdigest()


def chunks(path: Path) -> Iterator[bytes]:
    """The bytes of a file, a megabyte at a time. Raises ImportProblem if it can't be read."""
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except OSError as error:
        why = error.strerror or type(error).__name__
        message = _("{path}: can't be read: {why}").format(path=clean_line(str(path)), why=why)
        raise ImportProblem(message) from None


def scan(path: Path, progress: Progress = unwatched) -> Scan:
    """Look through a text file once. Raises ImportProblem where it is empty or can't be read."""
    digest = hashlib.sha256()
    decoder = codecs.getincrementaldecoder("utf-8")()
    size, valid, harmless, regular, quoted = 0, True, True, True, False
    start, tail, end, entities, lists, escapes = b"", b"", b"", False, False, False
    blanks = dict.fromkeys(BLANKS, False)
    for chunk in chunks(path):
        progress(_("reading"), size >> 20, 0)
        digest.update(chunk)
        start = start or chunk
        size += len(chunk)
        joined = tail + chunk
        quoted = quoted or b'"' in chunk
        regular = regular and not _has_blank_line(joined) and not (quoted and _has_blank_before_quote(joined))
        harmless = harmless and not _is_odd(joined if size > len(chunk) else joined.removeprefix(codecs.BOM_UTF8))
        blanks |= {one: True for one, met in blanks.items() if not met and _holds(joined, one.encode())}
        entities = entities or (b"&" in end + chunk and ENTITY.search(end + chunk) is not None)
        escapes = escapes or may_hold_escapes(end + chunk)
        lists = lists or may_hold_lists(joined)
        tail, end = chunk[-_TAIL:], chunk[-LONGEST:]
        valid = valid and _decodes(decoder, chunk)
    if not size:
        raise ImportProblem(_("{path}: is empty").format(path=clean_line(str(path))))
    valid = valid and _decodes(decoder, b"", final=True)
    # An end of a line stands in a cell only where quotation marks are around it.
    around = "".join(one for one, met in blanks.items() if met and (quoted or one not in "\r\n"))
    return Scan(digest.hexdigest(), size, start, valid, harmless and valid, regular, quoted, around, entities, lists,
                escapes)  # fmt: skip


def _has_blank_line(chunk: bytes) -> bool:
    """Whether a line is empty. Parting the chunk at the ends of lines takes half the time of looking for pairs."""
    lines = chunk.split(b"\n")
    if b"\r" in chunk and sum(line.endswith(b"\r") for line in lines) != chunk.count(b"\r"):
        return any(ends in chunk for ends in _BLANK_LINES)  # one stands inside of a line, and may end it
    return b"" in lines[1:-1] or b"\r" in lines[1:]


def _has_blank_before_quote(chunk: bytes) -> bool:
    """Whether a quoted cell may have blanks before it."""
    if b' "' not in chunk:
        return False
    *before, _rest = chunk.split(b' "')
    return chunk.startswith(b" ") or not _BEFORE_CELL.isdisjoint({one[-1:] for one in before})


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def _is_odd(chunk: bytes) -> bool:
    """Whether a character stands there that ``normalise`` would touch; the expression is slow and rarely needed.

    One byte is found ten times as fast as two, and most of the first bytes stand in no list.
    """
    if len(chunk.translate(None, _CONTROLS)) != len(chunk):
        return True
    return any(_holds(chunk, lead) for lead in _LEADS) and _ODD.search(chunk) is not None


def _holds(chunk: bytes, piece: bytes) -> bool:
    return piece[:1] in chunk and piece in chunk
