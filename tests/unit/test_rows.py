"""Pages of a list hold the fields that the list shows, where an archive declares more; all else takes whole records."""

import pytest
from cq_tui.query.parse import parse
from cq_tui.schema.rows import Row, names_of_row
from cq_tui.settings.columns import Layout, usual_layout
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.widgets.table.columns_in_view import ColumnsInView

from tests.unit.made_words import write_words


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return open_archive(write_words(tmp_path_factory.mktemp("words"))).store


def deals(store: Store, text: str = "") -> Selection:
    return Selection(store, parse(text, store.kind("deals")))


def test_pages_are_whole_records_until_they_are_told_otherwise(store: Store) -> None:
    selection = deals(store)
    assert selection.page(0) == list(selection)
    assert selection.whole(selection.at(0)) is selection.at(0)


def test_a_page_holds_what_is_shown_with_what_qualifies_it_and_nothing_else(store: Store) -> None:
    selection, by_name = deals(store, "sort:jobs-desc"), store.kind("deals").by_name
    selection.hold([by_name["title"], by_name["loan"], by_name["opened"]])
    mill = selection.page(0)[0]
    assert isinstance(mill, Row)
    held = {"id", "title", "loan", "loan_currency", "loan_bound", "opened", "opened_precision"}
    assert set(type(mill).model_fields) == held
    whole = selection.whole(mill)
    assert whole is not None
    assert {name: getattr(mill, name) for name in held} == {name: getattr(whole, name) for name in held}
    with pytest.raises(AttributeError):
        mill.jobs  # noqa: B018 (a field that no page holds is no absent value)


def test_more_fields_are_fetched_when_more_are_shown(store: Store) -> None:
    selection, by_name = deals(store), store.kind("deals").by_name
    selection.hold([by_name["title"]])
    assert [one.id for one in selection.page(0)] == ["mill", "plant"]
    selection.hold([by_name["jobs"]])
    assert [one.model_dump()["jobs"] for one in selection.page(0)] == [300, 0]
    assert selection.reach == 2


def test_the_first_page_is_not_looked_for_again_with_other_fields(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    selection, by_name = deals(store, "key:yes"), store.kind("deals").by_name
    selection.hold([by_name["title"]])
    assert selection.first_page(None) == 0
    selection.hold([by_name["jobs"]])
    monkeypatch.setattr(selection._row_order, "positions", None)
    assert [one.model_dump()["jobs"] for one in selection.page(0)] == [300]


def test_exports_and_lists_of_all_rows_are_not_narrowed_by_what_pages_hold(store: Store) -> None:
    selection, by_name = deals(store), store.kind("deals").by_name
    selection.hold([by_name["title"]])
    assert [record.model_dump()["jobs"] for record in selection] == [300, 0]
    assert [row.model_dump()["jobs"] for row in selection.rows_with([by_name["jobs"]])] == [300, 0]


def test_lists_of_the_programs_own_fields_are_made_of_whole_records(store: Store) -> None:
    shipped = Selection(store, parse("", store.kind("organisations")))
    shipped.hold(shipped.kind.fields[:1])
    assert [type(one) for one in shipped.page(0)] == [shipped.kind.model]
    assert names_of_row(store.kind("deals"), store.kind("deals").fields) is None


@pytest.mark.parametrize("usual", [True, False])
def test_no_column_that_is_drawn_is_missing_among_the_possible_ones(store: Store, usual: bool) -> None:
    layout = usual_layout(store.kind("deals"))
    if not usual:
        layout = Layout(layout.kind, tuple(reversed(layout.order)), frozenset(), {"jobs": 40, "title": 4})
    whole = deals(store)
    whole.hold(layout.shown)  # the year, too, which no record holds
    for width in (1, 10, 25, 40, 80, 120, 300, 1000):
        for cursor in (0, 1, 5, len(layout.shown) // 2, len(layout.shown) - 1):
            columns = ColumnsInView()
            columns.take(layout)
            columns.cursor = cursor
            some = deals(store)
            some.hold(columns.possible(width))
            columns.lay_out(some, some.page(0), width)
            drawn = columns.drawn
            columns.possible = lambda _width, fields=layout.shown: fields  # type: ignore[method-assign, assignment, misc]
            columns.lay_out(whole, whole.page(0), width)
            assert drawn == columns.drawn, (width, cursor)
