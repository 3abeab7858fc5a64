"""The overview of an event as lines: the named deals are on it, who spoke from where, where it comes from."""

from pathlib import Path

import pytest
from cq_tui import language
from cq_tui.query.parse import parse
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.widgets.base.line_widget import cells_of
from cq_tui.widgets.base.linked_lines import Link, Row
from cq_tui.widgets.views.overview import overview
from cq_tui.widgets.views.overview_deals import MOST
from cq_tui.widgets.views.side_by_side import side_by_side

from tests.unit.made import EVENT, write_archive


def _lines(rows: list[Row]) -> list[str]:
    return ["".join(text for text, _style in row.pieces).rstrip() for row in rows]


def test_the_named_deals_stand_on_the_first_screen_the_largest_first(store: Store) -> None:
    lines = _lines(overview(store, None, 80))
    start = lines.index(" Itemised deals  4 of 28")
    amounts = ("CNY 75 bn", "CNY 2 bn", "CNY 200 m", "not stated")
    assert [one in line for one, line in zip(amounts, lines[start + 1 :], strict=False)] == [True] * 4
    assert start + 5 <= 19, "all of them on a terminal of 24 lines"


def test_a_deal_leads_to_its_record_and_its_paragraph(store: Store) -> None:
    row = next(row for row in overview(store, None, 80) if "CNY 75 bn" in _lines([row])[0] and row.link and row.link.id)
    assert row.link == Link("deals", "nev-credit-line")
    assert [link for _place, link in row.more] == [Link("passages", "p20-credit")]
    assert row.pieces[row.more[0][0]][0] == "para. 20"


def test_the_parties_are_told_where_there_is_room(store: Store) -> None:
    assert "(lender)" not in "\n".join(_lines(overview(store, None, 80)))
    assert "China CITIC Bank (lender)" in "\n".join(_lines(overview(store, None, 140)))


def test_who_spoke_is_counted_by_the_country_of_the_organisation(store: Store) -> None:
    assert " Speakers  13   ~China 8 · ~European Union 2 · ~Germany 2 · Italy 1" in _lines(overview(store, None, 80))


def test_each_country_of_the_speakers_opens_those_of_them(store: Store) -> None:
    row = next(row for row in overview(store, None, 80) if row.link == Link("speakers") and row.more)
    told = {row.pieces[place][0]: link for place, link in row.more}
    assert list(told) == ["~China 8", "~European Union 2", "~Germany 2", "Italy 1"]
    for words, link in told.items():
        assert Selection(store, parse(link.filter, store.kind("speakers"))).count == int(words.split()[-1])


def test_where_it_comes_from_says_what_is_not_given(store: Store) -> None:
    lines = _lines(overview(store, None, 120))
    start = lines.index(" Where it comes from   ~ is inferred by us")
    assert lines[start + 2] == "     Publisher ~ifeng Chongqing   Published not given   Address not given"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [80, 120, 149, 150, 200])
def test_no_line_is_wider_than_the_view(store: Store, lang: language.Language, width: int) -> None:
    language.use(lang)
    assert [row for row in overview(store, None, width) if cells_of(row.pieces) > width] == []


def test_a_wide_view_has_two_columns_with_the_same_links(store: Store) -> None:
    def links(width: int) -> set[Link]:
        rows = overview(store, None, width)
        return {link for row in rows for link in (row.link, *(one for _place, one in row.more)) if link}

    assert len(overview(store, None, 160)) < len(overview(store, None, 120))
    assert links(160) == links(120)


def test_of_many_deals_the_others_are_counted(tmp_path: Path) -> None:
    deals = "".join(
        f'[[deals]]\nid = "d{one}"\ntitle = {{ en = "D{one}" }}\nevent = "fair"\n' for one in range(MOST + 3)
    )
    store = open_archive(write_archive(tmp_path, events=EVENT, deals=deals)).store
    lines = _lines(overview(store, None, 80))
    assert "   and 3 more" in lines
    assert f" Itemised deals  {MOST + 3}" in lines


def test_beside_each_other_a_line_leads_to_both() -> None:
    left = [Row([("a", "link")], Link("deals", "a")), Row([("b", "text")]), Row()]
    right = [
        Row([("  ", "text"), ("x", "link")], Link("deals", "x"), [(0, Link("deals", "z"))]),
        Row(),
        Row([("y", "text")]),
    ]
    rows = side_by_side(left, right, 4)
    assert _lines(rows) == ["a     x", "b", "    y"]
    assert rows[0].link == Link("deals", "a")
    assert rows[0].more == [(3, Link("deals", "x")), (2, Link("deals", "z"))]
    assert rows[1].link is None
