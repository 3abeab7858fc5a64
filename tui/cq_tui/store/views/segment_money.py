"""The money of the records that name segments of the chain, kinds of money and currencies apart.

The engine adds it up as it does for every list, so that the segments, and what names none, come to the list's own sums.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cq_tui.kinds.chain import Segment
from cq_tui.query.columns import ids_of
from cq_tui.query.parse import parse
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.store.selection.sums import Sum

if TYPE_CHECKING:
    from cq_tui.store.selection.selection import Selection


@dataclass(frozen=True, slots=True)
class Money:
    """What records of one kind bring to a segment: how many there are, and the sums, each with whether it is judged.

    A sum is judged where one of its records is put at this segment by our judgement.
    """

    kind: Kind
    count: int
    sums: tuple[tuple[Sum, bool], ...]

    @property
    def without_sum(self) -> int:
        """Records whose amount stands in no sum: they have none, or it does not count."""
        return self.count - sum(one.count for one, _judged in self.sums)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Records of a kind that name no segment."""

    kind: Kind
    count: int
    sums: tuple[Sum, ...]


@dataclass(frozen=True, slots=True)
class SegmentMoney:
    """The money by the segment's id; records that name only its organisation; what names no segment."""

    of: Mapping[str, Sequence[Money]]
    of_organisation: Mapping[str, int]
    elsewhere: Sequence[Elsewhere]


def segment_money(selection: "Selection", segments: Sequence[Segment]) -> SegmentMoney:
    """The money at all segments of a chain, asked for with the selection of the chain."""
    found: dict[str, list[Money]] = {}
    beside: dict[str, int] = {}
    elsewhere: list[Elsewhere] = []
    for kind in selection.store.schema.values():
        if kind.money is None:
            continue
        for field in _naming(kind, selection.kind.name):
            of_kind = selection.beside(parse("", kind))
            most = selection.count + 1
            judged = _judged(of_kind, field, most)
            for group in of_kind.groups(_each(field), most):
                if group.value is None:
                    elsewhere.append(Elsewhere(kind, group.count, group.sums))
                    continue
                marks = judged.get(group.value, frozenset())
                sums = tuple((one, (one.apart, one.currency) in marks) for one in group.sums)
                found.setdefault(group.value, []).append(Money(kind, group.count, sums))
            for segment, count in _beside(selection, kind, field, segments):
                beside[segment] = beside.get(segment, 0) + count
    return SegmentMoney(found, beside, elsewhere)


def _naming(kind: Kind, name: str) -> list[Field]:
    """The fields of a kind that refer to records of another one."""
    return [field for field, part in kind.references if (part or field).shown.to == name]


def _each(field: Field) -> str:
    return f"unnest({ids_of(field)})" if field.is_list else ids_of(field)


def _judged(of_kind: "Selection", field: Field, most: int) -> dict[str, frozenset[tuple[str | None, str]]]:
    """Which sums of which segments hold records that we put there."""
    if field.shown.basis is None or field.is_list:
        return {}
    inferred = f"CASE WHEN \"{field.shown.basis}\" = 'inferred' THEN {ids_of(field)} END"
    groups = of_kind.groups(inferred, most)
    return {
        group.value: frozenset((one.apart, one.currency) for one in group.sums)
        for group in groups
        if group.value is not None
    }


def _beside(selection: "Selection", kind: Kind, field: Field, segments: Sequence[Segment]) -> Iterator[tuple[str, int]]:
    """How many records of a kind name a segment's organisation, but not the segment."""
    owned = [(one.id, one.organisation) for one in segments if one.organisation]
    naming = _naming(kind, "organisations")
    if not owned or not naming:
        return
    here = f"coalesce(list_contains({ids_of(field)}, _segment), false)" if field.is_list else (
        f"{ids_of(field)} IS NOT DISTINCT FROM _segment"
    )  # fmt: skip
    named = " UNION ALL ".join(f'SELECT id, {_each(one)} AS _organisation FROM "{kind.name}"' for one in naming)
    yield from selection.store.ask(
        "SELECT _segment, count(DISTINCT id) FROM "
        "(SELECT unnest(?::VARCHAR[]) AS _segment, unnest(?::VARCHAR[]) AS _organisation) "
        f'JOIN ({named}) USING (_organisation) JOIN "{kind.name}" USING (id) WHERE NOT ({here}) GROUP BY _segment',
        [[one for one, _own in owned], [own for _one, own in owned]],
    )
