"""What has become of a list's rows, in the engine."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cq_tui.importing.convert.convert_column import ColumnConversion
from cq_tui.importing.convert.per_column import PerColumnConversion
from cq_tui.importing.convert.rules import Rule
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.schema.kind import Kind

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")
_ACCEPTED = f"FROM accepted JOIN cells USING ({ROW})"


@dataclass
class AcceptedRows:
    """A sheet's rows after the rules: in the engine the table ``accepted`` (row, id), and what each rule gave."""

    kind: Kind
    table: ImportTable
    rules: Sequence[Rule]
    answered: list[ColumnConversion | PerColumnConversion] = field(default_factory=list)
    rows: int = 0
    count: int = 0

    @property
    def naming(self) -> str:
        """The field that ids are made from: the list's own id if it has one, else what the record is called."""
        own = any(rule.fields[0] == "id" for rule in self.rules)
        return "id" if own else self.kind.heading.name

    @property
    def expressions(self) -> dict[str, str]:
        """SQL for what each column of the flat table becomes."""
        return {name: cell for one in self.answered for name, cell in one.expressions.items()}

    @property
    def source(self) -> str:
        """The accepted rows with all that the rules gave, as the tail of a statement."""
        return " ".join((_ACCEPTED, *(one.join for one in self.answered)))

    def mentions(self, to: str) -> Iterator[tuple[str, int]]:
        """The ids of a kind that accepted rows refer to, each with the first row that does."""
        first: dict[str, int] = {}
        for answered in self.answered:
            one = self.kind.by_name[answered.rule.fields[0]]
            if one.shown.to == to or any(part.shown.to == to for part in one.parts):
                for join, cell in answered.pieces:
                    asked = f"SELECT {cell}, min({ROW}) {_ACCEPTED} {join} WHERE {cell} <> '' GROUP BY 1 ORDER BY 2"
                    for text, row in self.table.each(asked):
                        for entry in text.split(";"):
                            for id_ in _SLUG.findall(entry)[:1]:
                                first[id_] = min(row, first.get(id_, row))
        yield from sorted(first.items(), key=lambda item: (item[1], item[0]))
