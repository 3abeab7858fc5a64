"""What a list's organisations would be: how many are known, which spellings are one, and what columns tell of them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cq_tui.importing.convert.about_organisations import Facts
from cq_tui.importing.convert.names_in_cells import CellNames
from cq_tui.importing.convert.near_names import are_called_otherwise
from cq_tui.importing.convert.organisations import Organisations
from cq_tui.importing.convert.other_readings import joined_names, other_readings
from cq_tui.importing.recognise.maps.mapping import About
from cq_tui.importing.recognise.maps.names_of_cells import NamesOfCell
from cq_tui.importing.recognise.prepare import Near
from cq_tui.importing.review.nobody import Nobody
from cq_tui.query.name_keys import name_key
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.clean import clean_line

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
    that has several, first those that are least alike; ``parted``: names that several have, which columns tell apart.
    """

    known: int
    new: int
    near: Near
    together: tuple[tuple[str, ...], ...]
    parted: tuple[tuple[str, int], ...] = ()
    by_number: tuple[tuple[str, ...], ...] = ()
    """Those of ``together`` that are one by the number beside them alone, for their names have no word in common."""
    facts: tuple[FactReview, ...] = ()
    numbered: tuple[tuple[str, str], ...] = ()
    """Names beside which the number of a register stood, each with that."""
    wrong_numbers: tuple[tuple[str, str], ...] = ()
    """The same of numbers that can't be right."""
    cells: tuple[NamesOfCell, ...] = ()
    """The cells whose names could be read otherwise."""
    joined: tuple[NamesOfCell, ...] = ()
    """Names with an ``and`` that may be two, of which neither is met alone."""
    several: tuple[tuple[str, ...], ...] = ()
    """The names of the others that name several."""
    left_off: tuple[str, ...] = ()
    """What cells write with more than names, of which a role, a contact or a street was left off."""
    nobody: tuple[Nobody, ...] = ()
    """Cells, and parts of cells, that name nobody."""


def organisations_review(
    known: Organisations,
    met: set[str],
    near: Near,
    kind: Kind,
    facts: Facts,
    told: Mapping[str, About],
    unread: Mapping[str, int],
    nobody: Sequence[Nobody] = (),
) -> OrganisationsReview | None:
    """The review; None where accepted rows refer to none. ``kind``: that of organisations; ``told``: by column."""
    if not met and not nobody:
        return None
    new = [one for one in known.new.values() if one.id in met]
    several = [tuple(one.names) for one in new if len(one.names) > 1]
    together = tuple(sorted(several, key=lambda names: (not are_called_otherwise(names), _are_one_key(names))))
    parted = tuple(sorted(known.parted_names().items()))
    return OrganisationsReview(
        len(met) - len(new),
        len(new),
        near,
        together,
        parted,
        tuple(tuple(one.names) for one in new if known.numbers.of.get(one.id) and are_called_otherwise(one.names)),
        tuple(_facts(kind, facts, told, unread)),
        tuple((one.names[0], number) for one in new for number in known.numbers.of.get(one.id, {}).values()),
        tuple((name, number) for number, name in known.numbers.wrong.items()),
        tuple(other_readings(known, met)),
        tuple(joined_names(known, met)),
        tuple(
            tuple(map(clean_line, one.names)) for one in known.looked_at_of(met).values() if _is_plainly_several(one)
        ),
        tuple(known.cells.left_off),
        tuple(nobody),
    )


def _are_one_key(names: Sequence[str]) -> bool:
    return len(set(map(name_key, names))) == 1


def _is_plainly_several(found: CellNames) -> bool:
    return len(found.names) > 1 and not found.doubtful


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
