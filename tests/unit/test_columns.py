"""How the columns of a list are arranged, kept, and fitted into a table."""

from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.schema.cells import Cell
from cq_tui.screens.base.session import Session
from cq_tui.settings.columns import NARROWEST, WIDEST, Layout, layout_of, usual_layout
from cq_tui.store.store import Store
from cq_tui.widgets.table.column_widths import GAP
from cq_tui.widgets.table.table_layout import Wanted, lay_out

from tests.shipped import kinds
from tests.unit.made_events import make_events

DEALS = kinds()["deals"]


def names(layout: Layout) -> list[str]:
    return [field.name for field in layout.shown]


@pytest.mark.parametrize("kind", kinds())
def test_usual_columns_are_those_of_the_kind_and_nothing_of_them_is_kept(kind: str) -> None:
    layout = usual_layout(kinds()[kind])
    assert layout.shown == kinds()[kind].columns
    assert not set(layout.order) & set(kinds()[kind].qualifiers)
    assert (layout.table(), layout_of(kinds()[kind], {})) == ({}, layout)


def test_a_column_is_hidden_and_shown_again_where_it_was() -> None:
    usual = usual_layout(DEALS)
    hidden = usual.toggled("amount")
    assert "amount" not in names(hidden)
    assert hidden.toggled("amount") == usual
    assert names(usual.toggled("place"))[-1] == "place"


def test_the_last_column_stays() -> None:
    layout = usual_layout(DEALS)
    for name in layout.order:
        layout = layout.toggled(name) if name not in layout.hidden else layout
    assert len(layout.shown) == 1
    assert layout.toggled(names(layout)[0]) is layout


def test_a_column_moves_within_the_order_and_not_beyond() -> None:
    usual = usual_layout(DEALS)
    assert names(usual.moved("amount", -1))[:4] == ["title", "category", "amount", "instrument"]
    assert usual.moved("amount", -1).moved("amount", 1) == usual
    assert usual.moved("title", -1) == usual
    assert usual.moved(usual.order[-1], 1) == usual


def test_a_shown_column_goes_past_hidden_ones() -> None:
    layout = usual_layout(DEALS).toggled("instrument")
    assert names(layout.moved("amount", -1))[:3] == ["title", "amount", "category"]


def test_widths_have_bounds() -> None:
    usual = usual_layout(DEALS)
    assert usual.widened("title", 30, 1).widths == {"title": 34}
    assert usual.widened("title", NARROWEST, -1).widths == {"title": NARROWEST}
    assert usual.widened("title", WIDEST, 1).widths == {"title": WIDEST}


def test_what_is_kept_reads_again() -> None:
    layout = usual_layout(DEALS).toggled("stage").moved("amount", -2).widened("amount", 12, 1)
    assert layout_of(DEALS, layout.table()) == layout
    only_wide = usual_layout(DEALS).widened("amount", 12, 1)
    assert only_wide.table() == {"widths": {"amount": 16}}
    assert layout_of(DEALS, only_wide.table()) == only_wide


@pytest.mark.parametrize(
    "table",
    [
        {"order": "title"},
        {"order": [1, None, "price"]},
        {"hidden": ["price"], "order": []},
        {"hidden": 3},
        {"hidden": list(usual_layout(DEALS).order)},
        {"widths": {"title": "x", "price": 3, "amount": True}},
        {"widths": []},
    ],
)
def test_what_was_not_kept_by_the_program_does_no_harm(table: dict[str, object]) -> None:
    layout = layout_of(DEALS, table)
    assert layout.order == usual_layout(DEALS).order
    assert layout.shown
    assert layout.widths == {}


def _wanted(*lengths: int, names: str = "title category instrument amount parties countries stage") -> list[Wanted]:
    return [
        Wanted(DEALS.by_name[name], [Cell("x" * length)], place)
        for place, (name, length) in enumerate(zip(names.split(), lengths, strict=False), start=1)
    ]


def _drawn(wanted: list[Wanted], width: int, at: int) -> list[str]:
    columns = lay_out(wanted, width, at)
    assert sum(column.width + GAP for column in columns) - GAP <= width
    return [column.field.name for column in columns]


def test_the_first_column_stays_while_the_others_scroll() -> None:
    wanted = _wanted(40, 14, 14, 13, 30, 16, 8)
    assert _drawn(wanted, 77, 0) == ["title", "category", "instrument", "amount"]
    assert _drawn(wanted, 77, 3) == ["title", "category", "instrument", "amount"]
    assert _drawn(wanted, 77, 5) == ["title", "instrument", "amount", "parties", "countries"]
    assert _drawn(wanted, 77, 6)[0] == "title"
    assert _drawn(wanted, 77, 6)[-2:] == ["countries", "stage"]


@pytest.mark.parametrize("width", [1, 5, 20, 40, 57, 77, 117, 300])
def test_the_cursor_s_column_is_always_in_view(width: int) -> None:
    wanted = _wanted(60, 14, 14, 13, 60, 16, 8)
    for at in range(len(wanted)):
        columns = lay_out(wanted, width, at)
        assert wanted[at].field in [column.field for column in columns]
        assert columns[0].field.name == "title"
        assert all(column.width > 0 for column in columns)


def test_a_width_that_was_given_holds() -> None:
    wanted = _wanted(40, 14)
    columns = lay_out([wanted[0], wanted[1]._replace(width=30)], 77, 0)
    assert [column.width for column in columns] == [40, 30]


def test_which_event_is_a_column_only_where_there_are_several(tmp_path: Path, store: Store) -> None:
    several = Session(Store(read(make_events(tmp_path / "events"))))
    assert names(several.layout(DEALS))[:2] == ["title", "event"]
    assert several.layout(DEALS).is_usual
    assert "event" not in names(several.layout(DEALS).toggled("event"))
    assert names(several.layout(kinds()["speakers"])) == [one.name for one in kinds()["speakers"].columns]
    assert names(Session(store).layout(DEALS)) == [one.name for one in DEALS.columns]
