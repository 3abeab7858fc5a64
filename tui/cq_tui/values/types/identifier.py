"""Identifiers: the number that a register or a standard gives, with the scheme it belongs to."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from cq_tui.language import current
from cq_tui.values.converters import Convert, Converters
from cq_tui.values.expressions import later
from cq_tui.values.schemes import SEPARATORS, Scheme
from cq_tui.values.sql import Sql, literal, struct
from cq_tui.values.types.base import Names
from cq_tui.values.types.code import code_label
from cq_tui.values.types.parts import Part, Parts

_SEPARATORS = later(f"[{re.escape(SEPARATORS)}]")
_LEAST = 6
"""Characters that a piece of an identifier must have to be found by a word that names no field."""
_DIGIT = later("[0-9０-９]")


class Identifier(Parts):
    """A table ``{scheme, id}``. The id has one spelling, without separators, and is judged by its scheme.

    The rules of the schemes are imported where there is an identifier: they would cost every start 5 ms.
    """

    is_key = True
    is_judged_apart = True

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__(parts)
        self.has_groups = True
        self._schemes = parts[0].type.codes or {}

    # Its one spelling

    def sql_read_entry(self, held: Sequence[Sql]) -> Sql:
        """In its one spelling."""
        return _sql_compact(super().sql_read_entry(held))

    def sql_take(self, value: Sql) -> Sql:
        """In its one spelling."""
        return f"CASE WHEN {value} IS NOT NULL THEN {_sql_compact(super().sql_take(value))} END"

    def refuses(self, value: Any) -> bool:
        """Whether its scheme has another form, or the check digit is wrong."""
        from cq_tui.values.identifiers import why_not

        return why_not(value["scheme"], value["id"]) is not None

    def is_of_one(self, value: Any) -> bool:
        """Numbers of registers that are not told apart may be the same."""
        return str(value.scheme) != Scheme.OTHER

    def sql_is_of_one(self, value: Sql) -> Sql:
        """As ``is_of_one``."""
        return f"{value}.scheme <> {literal(Scheme.OTHER)}"

    @property
    def example(self) -> str:
        """A made one, whose check digits are right."""
        return '{ scheme = "XI-LEI", id = "00EXAMPLE00000000062" }'

    # Words, filters, counting

    def list_converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.identifiers

    def words(self, value: Any, record: Any, names: Names) -> str:
        """Its scheme's name, then the id as people write it."""
        from cq_tui.values.identifiers import shown

        del record, names
        scheme = code_label(self._schemes, value.scheme)
        return f"{scheme}{'：' if current() == 'zh' else ': '}{shown(value.scheme, value.id)}"

    def sought(self, words: Sequence[str]) -> tuple[str, ...]:
        """What a scheme is called means its code; an id is looked for without the separators, too."""
        return tuple(dict.fromkeys(one for word in words for one in self._sought(word)))

    def _sought(self, word: str) -> Iterator[str]:
        named = word.casefold()
        for code, called in self._schemes.items():
            if named in map(str.casefold, (called.label.zh, called.label.en, *called.aliases)):
                yield code
                return
        yield word
        bare = _SEPARATORS.sub("", word)
        if bare and bare != word and _DIGIT.search(bare):
            yield bare

    def sql_own_texts(self, value: Sql) -> list[Sql]:
        """None: three digits would find half of all records; see ``key_in`` for what a word must be."""
        del value
        return []

    def sql_text(self, value: Sql) -> Sql:
        """The id, also without all separators, and the scheme, each on a line of its own."""
        bare = f"translate({value}.id, {literal(SEPARATORS)}, '')"
        return f"concat_ws(chr(10), {value}.id, {bare}, {value}.scheme, {value}.scheme || ':' || {value}.id)"

    def sql_groups(self, value: Sql) -> Sql:
        """The scheme."""
        return f"{value}.scheme"

    def group_words(self, value: Any, names: Names) -> str:
        """What the scheme is called."""
        del names
        return code_label(self._schemes, value)


def key_in(word: str) -> tuple[str, bool] | None:
    """What of a word without a field is looked for in identifiers, and whether it must be a whole one.

    None for words without a digit: no identifier is such. A short piece is found only as the whole.
    """
    bare = _SEPARATORS.sub("", word)
    return (bare, len(bare) < _LEAST) if _DIGIT.search(bare) else None


def keys_in(words: Iterable[str]) -> list[tuple[str, bool]]:
    """``key_in`` of several words."""
    return [key for word in words if (key := key_in(word))]


def _sql_compact(value: Sql) -> Sql:
    """An entry with its id in the one spelling; through a list, so that it is read once."""
    from cq_tui.values.identifiers import sql_compact

    made = struct([("scheme", "_i.scheme"), ("id", sql_compact("_i.scheme", "_i.id"))])
    return f"list_transform([{value}], lambda _i: {made})[1]"
