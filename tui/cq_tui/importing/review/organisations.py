"""What a list's organisations would be: how many are known, which spellings are one, and what columns tell of them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cq_tui.importing.convert.about_organisations import Facts
from cq_tui.importing.convert.listed_names import may_be_several
from cq_tui.importing.convert.organisations import Organisations
from cq_tui.importing.recognise.mapping import About
from cq_tui.importing.recognise.prepare import Near
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind

_MOST_VALUES = 5


@dataclass(frozen=True, slots=True)
class FactReview:
    """What columns tell of organisations in one field: of how many of the new ones, and in how many cells it is unread.

    ``values``: of a field of codes the most frequent ones, with how many organisations have them; ``different``: how
    many there are.
    """

    field: Field
    columns: tuple[str, ...]
    read: int
    unread: int
    values: tuple[tuple[str, int], ...] = ()
    different: int = 0


@dataclass(frozen=True, slots=True)
class OrganisationsReview:
    """The organisations that accepted rows refer to.

    ``near``: new names with the id of the one that each nearly is, and how alike; ``together``: the spellings of each
    that has several; ``parted``: names that several have, which columns tell apart.
    """

    known: int
    new: int
    near: Near
    together: tuple[tuple[str, ...], ...]
    parted: tuple[tuple[str, int], ...] = ()
    facts: tuple[FactReview, ...] = ()
    lists: tuple[str, ...] = ()
    """Names with commas, each read as one."""
    numbered: tuple[tuple[str, str], ...] = ()
    """Names beside which the number of a register stood, each with that."""
    wrong_numbers: tuple[tuple[str, str], ...] = ()
    """The same of numbers that can't be right."""


def organisations_review(
    known: Organisations,
    met: set[str],
    near: Near,
    kind: Kind,
    facts: Facts,
    told: Mapping[str, About],
    unread: Mapping[str, int],
) -> OrganisationsReview | None:
    """The review; None where accepted rows refer to none. ``kind``: that of organisations; ``told``: by column."""
    if not met:
        return None
    new = [one for one in known.new.values() if one.id in met]
    together = tuple(tuple(one.names) for one in new if len(one.names) > 1)
    parted = tuple(sorted(known.parted_names().items()))
    return OrganisationsReview(
        len(met) - len(new),
        len(new),
        near,
        together,
        parted,
        tuple(_facts(kind, facts, told, unread)),
        tuple(name for one in new for name in one.names if may_be_several(name)),
        tuple((one.names[0], number) for one in new for number in known.numbers.get(one.id, {}).values()),
        tuple((name, number) for number, name in known.wrong_numbers.items()),
    )


def _facts(kind: Kind, facts: Facts, told: Mapping[str, About], unread: Mapping[str, int]) -> Iterator[FactReview]:
    by_field: dict[str, list[str]] = {}
    for column, about in told.items():
        by_field.setdefault(about.field, []).append(column)
    for name, columns in by_field.items():
        field = kind.by_name.get(name)
        if field is None:
            continue
        values: list[Any] = [one[name] for one in facts.values() if one.get(name) not in (None, ())]
        counts = Counter(str(value) for value in values if field.codes and not isinstance(value, tuple))
        missed = sum(unread.get(column, 0) for column in columns)
        most = tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_VALUES])
        yield FactReview(field, tuple(columns), len(values), missed, most, len(counts))
