r"""Several values in one cell of a flat table: entries parted by ``; ``, the parts of an entry by ``:``.

Inside an entry ``;`` is written ``\;`` and ``\`` is written ``\\``; where entries have parts ``:`` is written ``\:``.
Blanks around an entry and a part mean nothing.
"""

from collections.abc import Iterable

from cq_tui.values.blanks import Blanks
from cq_tui.values.clean import REPLACEMENT
from cq_tui.values.sql import Sql, literal

_GUARD = "\\"
_ENTRY, PART_MARK = ";", ":"
_GUARDED = (_GUARD, _ENTRY, PART_MARK)
_HELD = ("\x01", "\x02", "\x03")
r"""What stands for ``\\``, ``\;`` and ``\:`` while a cell is taken apart. Cleaning keeps these out of all texts."""
LIST_MARK = f"{_ENTRY} "


class CellList:
    """Writing several texts into one cell, and reading them back.

    Pieces are *held* between splitting and ``released``: what a backslash guards is a placeholder, so that an entry can
    be split further into its parts.
    """

    @staticmethod
    def guarded(text: str, *, parts: bool = False) -> str:
        """The text as it may stand in an entry, or in a part of one."""
        for mark in _GUARDED if parts else _GUARDED[:2]:
            text = text.replace(mark, _GUARD + mark)
        return text

    @staticmethod
    def joined(entries: Iterable[str]) -> str:
        """Guarded entries as one cell."""
        return LIST_MARK.join(entries)

    @staticmethod
    def joined_parts(parts: Iterable[str]) -> str:
        """Guarded parts as one entry."""
        return PART_MARK.join(parts)

    @staticmethod
    def held(cell: str) -> str:
        """A cell as one held entry."""
        for placeholder in _HELD:
            cell = cell.replace(placeholder, REPLACEMENT)
        for mark, placeholder in zip(_GUARDED, _HELD, strict=True):
            cell = cell.replace(_GUARD + mark, placeholder)
        return Blanks.stripped(cell)

    @classmethod
    def entries(cls, cell: str) -> list[str]:
        """The held entries of a cell."""
        return [Blanks.stripped(entry) for entry in cls.held(cell).split(_ENTRY)]

    @staticmethod
    def parts(entry: str) -> list[str]:
        """The held parts of a held entry."""
        return [Blanks.stripped(part) for part in entry.split(PART_MARK)]

    @staticmethod
    def released(held: str) -> str:
        """A held piece as the text that it spells."""
        for mark, placeholder in zip(_GUARDED, _HELD, strict=True):
            held = held.replace(placeholder, mark)
        return held

    # The same in SQL

    @staticmethod
    def sql_guarded(text: Sql, *, parts: bool = False) -> Sql:
        """As ``guarded``."""
        for mark in _GUARDED if parts else _GUARDED[:2]:
            text = f"replace({text}, {literal(mark)}, {literal(_GUARD + mark)})"
        return text

    @staticmethod
    def sql_joined(entries: Sql) -> Sql:
        """As ``joined``, of an SQL list; empty where the list is NULL."""
        return f"coalesce(array_to_string({entries}, {literal(LIST_MARK)}), '')"

    @staticmethod
    def sql_joined_parts(parts: Iterable[Sql]) -> Sql:
        """As ``joined_parts``."""
        return f" || {literal(PART_MARK)} || ".join(parts)

    @staticmethod
    def sql_held(cell: Sql) -> Sql:
        """As ``held``, but blanks stay until ``sql_released``."""
        held = f"translate({cell}, {literal(''.join(_HELD))}, {literal(REPLACEMENT * len(_HELD))})"
        for mark, placeholder in zip(_GUARDED, _HELD, strict=True):
            held = f"replace({held}, {literal(_GUARD + mark)}, {literal(placeholder)})"
        return held

    @classmethod
    def sql_entries(cls, cell: Sql) -> Sql:
        """As ``entries``, but blanks stay until ``sql_released``; an empty cell has none."""
        return f"CASE WHEN {cell} = '' THEN [] ELSE string_split({cls.sql_held(cell)}, {literal(_ENTRY)}) END"

    @staticmethod
    def sql_parts(entry: Sql) -> Sql:
        """As ``parts``, but blanks stay until ``sql_released``."""
        return f"string_split({entry}, {literal(PART_MARK)})"

    @staticmethod
    def sql_released(held: Sql) -> Sql:
        """As ``released``, without the blanks around it."""
        return f"translate({Blanks.sql_stripped(held)}, {literal(''.join(_HELD))}, {literal(''.join(_GUARDED))})"
