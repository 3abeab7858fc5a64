"""Texts in one or two languages, strings, addresses, and lists of them."""

import re
from typing import Any

from cq_tui.importing.convert.cell_text import Cells, cell_lines, cell_text, entries, text_in
from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.importing.recognise.words.nobody_words import is_nobody
from cq_tui.schema.field import Field
from cq_tui.values.nothing import is_nothing

_BEGINS = re.compile(r"(?i)^(?:https?://)+(?:www(?:\.|$))?")
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?:[:/?#]\S*)?")


def text(one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
    """A text in the languages of its columns, or in the one that it is written in."""
    read = cell_lines if one.name == "note" else cell_text
    own = len(cells) - len(mapped.instead)
    cells, others = cells[:own], cells[own:]
    if mapped.zh or mapped.en:
        names = [name for name in ("zh", "en") if getattr(mapped, name)]
        texts = {name: read(cell) for name, cell in zip(names, cells, strict=True)}
    else:
        parts = list(filter(None, dict.fromkeys(map(read, cells))))
        if mapped.join and len(cells) > 1:
            parts = [part for part in parts if not is_nobody(part)] or parts
        texts = text_in((mapped.join or " ").join(parts))
    texts = {name: text for name, text in texts.items() if text}
    other = "" if texts else next(filter(None, map(read, others)), "")
    return {one.name: (text_in(other) if other else texts) or None}


def texts(one: Field, mapped: FieldMap, cells: Cells) -> dict[str, Any]:
    """Several texts of one cell, or of two in two languages."""
    if mapped.zh and mapped.en:
        both = [entries([cell]) for cell in cells]
        if len(both[0]) == len(both[1]):
            return {one.name: tuple({"zh": zh, "en": en} for zh, en in zip(*both, strict=True))}
    return {one.name: tuple(text_in(entry) for entry in entries(cells))}


def string(one: Field, _mapped: FieldMap, cells: Cells) -> dict[str, Any]:
    """What the cells say, on one line."""
    return {one.name: " ".join(filter(None, map(cell_text, cells))) or None}


def strings(one: Field, _mapped: FieldMap, cells: Cells) -> dict[str, Any]:
    """The entries of the cells."""
    return {one.name: tuple(entries(cells))}


def address(one: Field, _mapped: FieldMap, cells: Cells) -> dict[str, Any]:
    """An address; lists leave out how it begins, which every browser then takes to be http://.

    What stands for nothing behind such a beginning, ``http://-``, states none.
    """
    text = "".join(filter(None, map(cell_text, cells)))
    host = _BEGINS.sub("", text).strip("/ ")
    if text and (is_nothing(host) or not any(map(str.isalnum, host))):
        return {one.name: None}
    return {one.name: (f"http://{text}" if _HOST.fullmatch(text) else text) or None}
