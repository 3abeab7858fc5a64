"""Reads the cells of columns of organisations as the names in them, and keeps what was met for the review."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from cq_tui.importing.convert.names_in_cells import CellNames, name_in, names_in, parted_by, together, without
from cq_tui.importing.convert.numbers_in_names import NumberOf
from cq_tui.importing.convert.numbers_of_columns import NumbersOfColumns
from cq_tui.importing.recognise.maps.mapping import EACH_OF_LIST, ONE_EACH
from cq_tui.importing.sources.nested import MARK_OF_LISTS
from cq_tui.query.name_keys import name_key
from cq_tui.values.clean import clean_line
from cq_tui.values.nothing import is_nothing

_SEMICOLON = re.compile("[;；]")


@dataclass
class NamesOfCells:
    """The names that cells hold; ``said`` are the mapping's answers: a name to an id or a name."""

    said: Mapping[str, str] = field(default_factory=dict)
    alone: frozenset[str] = frozenset()
    """Keys of the names that fill cells by themselves, among the lines of other cells."""
    numbered_as: NumbersOfColumns | None = None
    """The numbers that stand with most names of the list."""
    looked_at: dict[str, CellNames] = field(default_factory=dict)
    """The cells in which several names were found, or lines that were read as one name."""
    of_nobody: set[str] = field(default_factory=set)
    """Cells that name nobody: they say that somebody is not named, or a private person."""
    nobody_beside: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Cells with parts that name nobody beside the names, each with those parts."""
    left_off: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What cells write with more than names, such as a street or a role, each with the names that were kept of it."""
    one_each: set[str] = field(default_factory=set)
    """Names that stand in columns of which it is said that each cell is one."""

    def __post_init__(self) -> None:
        """Index the mapping's names under their keys, beside their spellings."""
        self._by_key = {name_key(name): told for name, told in self.said.items() if told} | dict(self.said)

    def said_of(self, spelling_or_key: str) -> str | None:
        """What the mapping says of a name, by its spelling or its key; "" where it is one of its own."""
        return self._by_key.get(spelling_or_key)

    def names(self, text: str, mark: str = "") -> list[str]:
        """The names in a cell: those that the mapping says, parted by semicolons, else those that can be seen.

        ``mark``: what is said to part the names of the cell's column.
        """
        return [name for name, _number in self.numbered(text, mark)]

    def numbered(self, text: str, mark: str = "") -> list[tuple[str, NumberOf | None]]:
        """As ``names``, each with the number of a register that stands with it."""
        spelt = clean_line(text)
        if spelt in self.said and not self._is_left_out(spelt):
            said = self._parted(spelt)
            return [(name, None) for name in (said if len(said) > 1 else [spelt])]
        found = without(self._found(text, mark), self._is_left_out)
        if not found.names and not is_nothing(text):  # what is nothing as it stands says nothing, and is not told
            self.of_nobody.add(text)
        elif beside := [one for one in found.nobody if not is_nothing(one)]:
            self.nobody_beside[text] = tuple(beside)
        if len(found.names) > 1 or (found.names and found.lines):
            self.looked_at[spelt] = found
        return list(zip(found.names, found.numbers, strict=True))

    def is_parted(self, text: str) -> bool:
        """Whether the mapping says that a cell names several."""
        return len(self._parted(clean_line(text))) > 1

    def _parted(self, spelt: str) -> list[str]:
        """The names that the mapping parts a cell into by semicolons, or the one that it gives it."""
        return [one.strip() for one in _SEMICOLON.split(self.said.get(spelt, "")) if one.strip()]

    def _found(self, text: str, mark: str) -> CellNames:
        if mark in (ONE_EACH, EACH_OF_LIST):
            each = text.split(MARK_OF_LISTS) if mark == EACH_OF_LIST else [text]
            found = together([name_in(one, self.numbered_as) for one in each])
            self.one_each.update(map(clean_line, found.names))
        else:
            found = names_in(text, self.alone, self.numbered_as)
            found = parted_by(found, mark) if mark else found
        for written in found.left:
            self.left_off[clean_line(written)] = found.names
        return found

    def _is_left_out(self, name: str) -> bool:
        """Whether the mapping says of a name that it is none: by a dash, or another sign or word for nothing."""
        said = self.said_of(clean_line(name)) or self.said_of(name_key(name)) or ""
        return bool(said) and is_nothing(said)
