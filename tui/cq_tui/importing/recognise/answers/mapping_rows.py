"""A mapping as rows to show: one for each field, and one for each role of a list of parts."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from cq_tui.importing.recognise.maps.asked import Question
from cq_tui.importing.recognise.maps.mapping import FieldMap, Pair, flat, keys_of
from cq_tui.importing.recognise.prepare import Prepared
from cq_tui.schema.field import Field
from cq_tui.values.types.code import code_label

_MOST_ROLES = 11
"""Roles of one field that are offered where the list has no column for them; a MAP.toml may name all others."""


@dataclass(frozen=True, slots=True)
class MappingRow:
    """A field, or one role of a list of parts; ``mapped`` is its source, None if it has none."""

    field: Field
    role: str = ""
    mapped: FieldMap | None = None
    question: Question | None = None

    @property
    def words(self) -> str:
        """What it is called."""
        roles = self.field.type.roles
        label = code_label(roles, self.role) if self.role else ""
        return f"{self.field.label}: {label}" if label else str(self.field.label)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it comes from."""
        if self.mapped is None:
            return ()
        return flat(self.named) if self.role else self.mapped.columns

    @property
    def named(self) -> tuple[str | Pair, ...]:
        """What the role's columns are, two that say the same in two languages as a pair."""
        return self.mapped.roles.get(self.role, ()) if self.mapped else ()

    @property
    def read_as(self) -> tuple[str, ...]:
        """How it is read, to show: a constant, the unit, the currency, the order of dates, the decimal mark."""
        mapped = self.mapped
        if mapped is None or self.role:
            return ()
        constant = f"= {mapped.constant}" if mapped.constant else ""
        return tuple(filter(None, (constant, mapped.unit, mapped.currency, mapped.order, mapped.decimal)))

    @property
    def is_open(self) -> bool:
        """Whether it comes from nowhere and nothing is asked."""
        return not self.columns and not self.read_as and self.question is None


def mapping_rows(prepared: Prepared) -> list[MappingRow]:
    """All fields that a list may fill, in reading order; first those that are mapped or asked for."""
    found = list(_slots(prepared))
    return [*(one for one in found if not one.is_open), *(one for one in found if one.is_open)]


def _slots(prepared: Prepared) -> Iterator[MappingRow]:
    kind, mapping = prepared.kind, prepared.proposal.mapping
    questions = {question.field: question for question in reversed(prepared.proposal.questions)}
    kept = {f"{one.name}_text" for one in kind.fields if one.type.is_money} | kind.qualifiers | {"cites"}
    for one in kind.fields:
        mapped = mapping.fields.get(one.name)
        if one.shown.kept_in:
            continue  # no list says it: it stands in a file of its own
        if "roles" in keys_of(one):
            roles = one.type.roles
            used = mapped.roles if mapped else {}
            usual = {*islice(roles, _MOST_ROLES), *used}
            asked = {question.word: question for question in prepared.proposal.questions if question.field == one.name}
            yield from (MappingRow(one, role, mapped, asked.get(role)) for role in roles if role in usual)
        elif one.name not in kept or mapped is not None:
            yield MappingRow(one, "", mapped, questions.get(one.name))
