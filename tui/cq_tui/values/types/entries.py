"""Entries of a history: what was told of a record at some time, and where."""

from collections.abc import Mapping, Sequence
from typing import Any

from cq_tui.language import Label, _
from cq_tui.values.codes import Words
from cq_tui.values.converters import Convert, Converters
from cq_tui.values.sql import Sql, identifier
from cq_tui.values.types.base import Names, is_absent
from cq_tui.values.types.parts import Part, Parts

PLANNED = "planned-"
"""Stands before a stage that is planned, where columns of a list are named by it."""
_ABOUT = ("planned", "currency", "cites")
"""Parts that say something of others."""


class Entry(Parts):
    """A table ``{date, stage, amount, currency, planned, note, cites}``. It cites passages and is no link itself."""

    refers_to_several = True
    codes_are_words = False
    list_is_short = True

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__(parts)
        self.refers_to = None
        self.has_groups = False

    @property
    def roles(self) -> Mapping[str, Words]:
        """A stage that had come by a time, or that was to come by then."""
        stages = super().roles
        planned = {
            f"{PLANNED}{code}": Words(Label(f"计划{words.label.zh}", f"planned {words.label.en}"))
            for code, words in stages.items()
        }
        return {**stages, **planned}

    def role_of(self, entry: Any) -> str:
        """As ``roles`` writes it."""
        return f"{PLANNED if entry.planned else ''}{entry.stage or ''}"

    def converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.history

    def list_converter(self, ways: Converters[Convert]) -> Convert:
        """See ``Converters``."""
        return ways.history

    def sql_refused(self, value: Sql) -> list[Sql]:
        """What is refused of a part, an amount or a currency alone, a plan without the stage that is planned."""
        amount, currency, planned, stage = (f"{value}.{one}" for one in ("amount", "currency", "planned", "stage"))
        return [
            *super().sql_refused(value),
            f"{value} IS NOT NULL AND ({amount} IS NULL) <> ({currency} IS NULL)",
            f"coalesce({planned}, false) AND {stage} IS NULL",
        ]

    def words(self, value: Any, record: Any, names: Names) -> str:
        """When, then what was told; the passages are named where the record is opened."""
        del record
        said = (part for part in self.parts if part.name not in _ABOUT)
        told = [self._word(part, value, names) for part in said]
        plan = _("planned") if value.planned else ""
        return " ".join(filter(None, (told[0], plan, *told[1:])))

    def list_column_words(self, value: Sequence[Any], record: Any, names: Names) -> str:
        """In a column: the year in which it was told of last, and how many entries there are."""
        del record, names
        told = [one.date for one in value if not one.planned]
        return f"{told[-1][:4]} ({len(value)})" if told else f"({len(value)})"

    @staticmethod
    def _word(part: Part, value: Any, names: Names) -> str:
        one = getattr(value, part.name)
        return "" if is_absent(one) else part.type.words(one, value, names)

    def sql_own_texts(self, value: Sql) -> list[Sql]:
        """The note: a stage of long ago is no word of what the record says now."""
        return [text for part, sql in self._each(value) if part.name == "note" for text in part.type.sql_own_texts(sql)]

    def sql_text(self, value: Sql) -> Sql:
        """The note."""
        texts = self.sql_own_texts(value)
        return f"concat_ws(chr(10), {value}.date, {', '.join(texts)})"

    def sql_groups(self, value: Sql) -> Sql:
        """The day."""
        return f"{value}.date"

    def group_words(self, value: Any, names: Names) -> str:
        """The day."""
        del names
        return str(value)

    def sql_references(self, value: Sql) -> Sql:
        """The passages, as a list."""
        return f"{value}.{identifier('cites')}"
