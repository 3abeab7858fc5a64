"""What has become of a list's rows, in the engine."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cq_tui.importing.convert.convert_column import ColumnConversion
from cq_tui.importing.convert.per_column import PerColumnConversion
from cq_tui.importing.convert.row_counts import RowCounts
from cq_tui.importing.convert.rule import Rule
from cq_tui.importing.recognise.maps.asked import Question
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.schema.kind import Kind
from cq_tui.values.reasons import Reason

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")
_ACCEPTED = f"FROM accepted JOIN cells USING ({ROW})"
_IN_ORDER = f"FROM cells JOIN accepted USING ({ROW})"


@dataclass
class AcceptedRows:
    """The accepted rows: the table ``accepted`` (row, id) in the engine, and the results of the rules as SQL."""

    kind: Kind
    table: ImportTable
    rules: Sequence[Rule]
    conversions: list[ColumnConversion | PerColumnConversion] = field(default_factory=list)
    unwritten: frozenset[str] = frozenset()
    """Fields that the table of records has no column for."""
    counts: RowCounts = field(default_factory=RowCounts)
    asked: list[Question] = field(default_factory=list)
    """What is to be asked of rows that say the same as an earlier one, and of those that may be totals.

    They are among the accepted ones then.
    """
    counted: tuple[Reason, ...] = ()
    """What is to be told of amounts: those that are counted otherwise than their header says, those left out."""
    kept: frozenset[int] = frozenset()
    """Rows that are records, whatever they look like."""

    @property
    def naming(self) -> str:
        """The field that ids are made from: the list's own ids if it has them, else the heading."""
        own = any(rule.fields[0] == "id" for rule in self.rules)
        return "id" if own else self.kind.heading.name

    @property
    def expressions(self) -> dict[str, str]:
        """SQL of each output column."""
        return {name: cell for one in self.conversions for name, cell in one.expressions.items()}

    @property
    def source(self) -> str:
        """SQL: FROM, with the accepted rows and all joins that ``expressions`` need. ``cells`` come first, in order."""
        return " ".join((_IN_ORDER, *(one.join for one in self.conversions)))

    @cached_property
    def organisations(self) -> dict[str, int]:
        """The ids of the organisations that accepted rows refer to, each with the first row that does.

        Of a list of organisations those are left out that are rows of it themselves.
        """
        is_own = self.kind.name == "organisations"
        own = {id_ for (id_,) in self.table.ask("SELECT id FROM accepted")} if is_own else set()
        return {id_: row for id_, row in self._mentions("organisations") if id_ not in own}

    def _mentions(self, to: str) -> Iterator[tuple[str, int]]:
        first: dict[str, int] = {}
        for answered in self.conversions:
            one = self.kind.by_name[answered.rule.fields[0]]
            if one.shown.to == to or any(part.shown.to == to for part in one.parts):
                for join, cell in answered.pieces:
                    asked = f"SELECT {cell}, min({ROW}) {_ACCEPTED} {join} WHERE {cell} <> '' GROUP BY 1 ORDER BY 2"
                    for text, row in self.table.each(asked):
                        for entry in text.split(";"):
                            for id_ in _SLUG.findall(entry)[:1]:
                                first[id_] = min(row, first.get(id_, row))
        yield from sorted(first.items(), key=lambda item: (item[1], item[0]))
