"""Cells whose names could be others than those that were read in them."""

from collections.abc import Container, Iterator

from cq_tui.importing.convert.organisations import Organisations
from cq_tui.importing.recognise.maps.names_of_cells import LIST, NamesOfCell
from cq_tui.importing.recognise.words.joined_names import are_plain, names_around_and
from cq_tui.importing.recognise.words.listed_names import may_be_several, names_between
from cq_tui.query.name_keys import name_key
from cq_tui.values.clean import clean_line


def other_readings(known: Organisations, met: Container[str]) -> Iterator[NamesOfCell]:
    """The cells whose names could be others; ``met``: the organisations that count."""
    for text, found in known.looked_at_of(met).items():
        if found.doubtful or len(found.names) > 1:
            yield NamesOfCell(text, found.names)
        elif found.lines:
            yield NamesOfCell(text, found.names, LIST.join(map(clean_line, found.lines)))
    for name in _read_as_one(known, met):
        if may_be_several(name):
            yield NamesOfCell(name, (name,), LIST.join(names_between(name)))
        elif _is_met(known, parts := names_around_and(name)):
            yield NamesOfCell(name, (name,), LIST.join(parts), by_and=True)


def joined_names(known: Organisations, met: Container[str]) -> Iterator[NamesOfCell]:
    """The names with an ``and`` that may be two although neither is met alone; ``met``: as of ``other_readings``."""
    for name in _read_as_one(known, met):
        parts = names_around_and(name)
        if parts and are_plain(parts) and not may_be_several(name) and not _is_met(known, parts):
            yield NamesOfCell(name, (name,), LIST.join(parts), by_and=True)


def _read_as_one(known: Organisations, met: Container[str]) -> Iterator[str]:
    each = (name for one in known.new.values() if one.id in met for name in one.names)
    return (name for name in each if name not in known.cells.one_each)


def _is_met(known: Organisations, parts: tuple[str, ...]) -> bool:
    """Whether one of some names is that of an organisation, of the archive or of the list."""
    keys = map(name_key, parts)
    return any(key in known.known or key in known.new for key in keys)
