"""The parts of an XLSX file: within bounds, in either of its dialects, whatever prefix its elements have."""

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import Element, TreeBuilder, XMLParser, iterparse

from cq_tui.files.text import FileFault, check_size, unreadable
from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.sources.workbook.number_format import BUILT_IN, GENERAL
from cq_tui.language import _
from cq_tui.values.clean import clean_line

MOST_UNPACKED = 512 * 1024 * 1024
"""Bytes of all parts of a workbook together; a sheet of 100,000 rows has a tenth of that."""
_PIECE = 1 << 18
"""Bytes that are parsed at once: some hundredths of a second."""
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def checked(path: Path) -> zipfile.ZipFile:
    """Open a zipped workbook, unless it unpacks to more than a list can hold. Raises ImportProblem."""
    shown = clean_line(str(path))
    try:
        check_size(path)
        packed = zipfile.ZipFile(path)
        unpacked = sum(part.file_size for part in packed.infolist())
        documents = [part for part in packed.infolist() if part.filename.endswith((".xml", ".rels"))]
        declared = any(b"<!DOCTYPE" in _head(packed.open(part)) for part in documents)
    except FileFault as fault:
        raise ImportProblem(f"{shown}: {fault}") from None
    except OSError as error:
        raise ImportProblem(f"{shown}: {unreadable(error)}") from None
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, ValueError):
        raise ImportProblem(_("{path}: is not a workbook that can be read").format(path=shown)) from None
    if unpacked > MOST_UNPACKED or declared:
        message = _("{path}: unpacks to {size} MB, more than the {most} MB that are read; save the sheet as .csv")
        sizes = {"size": unpacked >> 20, "most": MOST_UNPACKED >> 20}
        raise ImportProblem(message.format(path=shown, **sizes))
    return packed


def _head(part: IO[bytes]) -> bytes:
    with part:
        return part.read(4096)


def name_of(element: Element) -> str:
    """The name of an element without its namespace: a strict workbook has another one, and any may have a prefix."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """An attribute, with a namespace or without."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def elements(part: IO[bytes], *names: str) -> Iterator[Element]:
    """The elements of some names in a part, each emptied once it was looked at."""
    for _event, element in iterparse(part):
        if name_of(element) in names:
            yield element
            element.clear()


def children(part: IO[bytes], watch: Callable[[], None]) -> Iterator[Element]:
    """The children of a part's root, each given once and then dropped.

    The parser builds them in C, a piece of the part at a time; after each piece ``watch`` is called, and what is whole
    is given. Handling each start and end of an element in Python took as long as all the rest.
    """
    for root, is_open in _growing(part, watch):
        yield from _taken(root, is_open=is_open)


def grandchildren(part: IO[bytes], watch: Callable[[], None]) -> Iterator[Element]:
    """As ``children``, of each child of the root."""
    for root, is_open in _growing(part, watch):
        for parent in root:
            yield from _taken(parent, is_open=is_open and parent is root[-1])


def _growing(part: IO[bytes], watch: Callable[[], None]) -> Iterator[tuple[Element, bool]]:
    """The root as far as it is parsed, and whether its last element may still be open."""
    builder = TreeBuilder()
    parser = XMLParser(target=builder)
    while piece := part.read(_PIECE):
        parser.feed(piece)
        watch()
        if (root := builder.close()) is not None:
            yield root, True
    yield parser.close(), False


def _taken(parent: Element, *, is_open: bool) -> Sequence[Element]:
    """The children of an element that are whole, taken out of it."""
    last = max(len(parent) - is_open, 0)
    found = parent[:last]
    del parent[:last]
    return found


def is_true(text: str) -> bool:
    """A flag of XML."""
    return text.lower() in ("1", "true", "on")


class Package:
    """An opened XLSX file: its sheets by title, with what their cells refer to."""

    def __init__(self, packed: zipfile.ZipFile) -> None:
        """Find the workbook and its sheets."""
        self._packed = packed
        self._main = next(self._targets("", "officeDocument").values().__iter__(), "xl/workbook.xml")
        self.since_1904 = False
        sheets: list[tuple[str, str, str]] = []
        with packed.open(self._main) as part:
            for element in elements(part, "workbookPr", "sheet"):
                if name_of(element) == "sheet":
                    sheets.append((element.get("name", ""), element.get("state", "visible"), attribute(element, "id")))
                else:
                    self.since_1904 = is_true(element.get("date1904", ""))
        parts = self._targets(self._main, "worksheet")
        self.parts = {title: parts[id_] for title, _state, id_ in sheets if id_ in parts}
        self.visible = [title for title, state, id_ in sheets if state == "visible" and id_ in parts]
        self.hidden = [title for title, state, id_ in sheets if state != "visible" and id_ in parts]

    def open(self, title: str) -> IO[bytes]:
        """The part of a sheet."""
        return self._packed.open(self.parts[title])

    def strings(self, watch: Callable[[int], None]) -> list[str]:
        """The texts that cells share, without the readings that stand above Japanese ones."""
        found: list[str] = []
        for name in self._targets(self._main, "sharedStrings").values():
            with self._packed.open(name) as part:
                texts = (text_in(one) for one in children(part, lambda: watch(0)) if name_of(one) == "si")
                found += map(str.strip, texts)
        return found

    def formats(self) -> list[str]:
        """The format of each style of a cell."""
        codes = dict(BUILT_IN)
        styles: list[str] = []
        for name in self._targets(self._main, "styles").values():
            with self._packed.open(name) as part:
                for element in elements(part, "numFmt", "cellXfs"):
                    if name_of(element) == "numFmt":
                        codes[int(element.get("numFmtId", "0"))] = element.get("formatCode", GENERAL)
                    else:
                        styles = [codes.get(int(style.get("numFmtId") or 0), GENERAL) for style in element]
        return styles

    def _targets(self, of: str, kind: str) -> dict[str, str]:
        """The parts of one kind that a part refers to, by their ids."""
        folder, name = posixpath.split(of)
        found: dict[str, str] = {}
        try:
            part = self._packed.open(posixpath.join(folder, "_rels", f"{name}.rels"))
        except KeyError:
            return found
        with part:
            for element in elements(part, "Relationship"):
                if element.get("Type", "").rpartition("/")[2] == kind:
                    target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
                    found[element.get("Id", "")] = target.lstrip("/")
        return found


def text_in(element: Element) -> str:
    """The text of a shared or inline string."""
    runs: list[str] = []
    for child in element:
        kind = name_of(child)
        if kind == "t":
            runs.append(child.text or "")
        elif kind == "r":
            runs += (one.text or "" for one in child if name_of(one) == "t")
    text = "".join(runs)
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
