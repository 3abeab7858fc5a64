"""What a file leaves out is not stated: no field of any kind, and of no part, has a default that states a fact."""

import pytest
from cq_tui.importing.convert.organisation_types import type_of
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.codes import Basis, Bound, Precision

from tests.shipped import kinds

_UNMARKED = (Basis.STATED, Bound.EXACT, Precision.DAY)
"""How a value is written that has no mark on it. They qualify a value that is there, and are absent where it is absent.

A value without a mark is the source's own: that is how archives are written from the first, and what is judged must be
marked. A number without a word before it has none; a date that is written as a day is one.
"""
_OWN = {
    ("chain", "basis"): Basis.STATED,  # the same of a segment as a whole
    ("passages", "row"): False,  # says how `paragraph` counts
    ("deals", "countable"): True,  # a wish of the archive's keeper, no word of the source
}


def _fields(kind: Kind) -> list[tuple[str, Field]]:
    return [(name, field) for one in kind.fields for name, field in
            ((one.name, one), *((f"{one.name}.{part.name}", part) for part in one.parts))]  # fmt: skip


def test_no_default_states_a_fact() -> None:
    stated = {
        (kind.name, name): field.default
        for kind in kinds().values()
        for name, field in _fields(kind)
        if not field.required and field.default not in (None, ()) and not _marks(kind, name, field)
    }
    assert stated == _OWN


def _marks(kind: Kind, name: str, field: Field) -> bool:
    return name in kind.qualified and field.default in _UNMARKED


def test_a_mark_says_nothing_where_the_value_is_absent() -> None:
    deal = kinds()["deals"].model.model_validate({"id": "mill", "title": {"en": "Mill"}, "event": "fair"})
    told = {field.name for field in kinds()["deals"].fields if kinds()["deals"].value(deal, field) not in (None, ())}
    assert told == {"id", "title", "event", "countable"}


def test_what_a_deal_leaves_out_is_absent() -> None:
    deal = kinds()["deals"].model.model_validate({"id": "mill", "title": {"en": "Mill"}, "event": "fair"})
    assert {name: value for name, value in deal if value not in (None, ())} == {
        "id": "mill", "title": deal.called and getattr(deal, "title", None), "event": "fair", "countable": True,
        "date_precision": Precision.DAY, "amount_bound": Bound.EXACT,
        **dict.fromkeys(("category_basis", "amount_basis", "parties_basis", "chain_segment_basis"), Basis.STATED),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "type_"),
    [("Aa GmbH", "company"), ("Bb Ltd.", "company"), ("某某有限公司", "company"), ("Bank of Cc", "bank"),
     ("西门子", None),
     ("Siemens", None), ("Dd and", None)],
)  # fmt: skip
def test_an_organisation_of_a_list_is_what_its_name_says(name: str, type_: str | None) -> None:
    assert type_of(name) == type_
