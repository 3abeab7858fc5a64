"""The matrix of what was signed: years, events, kinds of money; every number is what its list adds up to."""

import itertools
import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from cq_tui import language
from cq_tui.query.parse import parse
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.store.views.matrix import Matrix, filter_of, matrix
from cq_tui.store.views.signed import Narrowed
from cq_tui.widgets.base.line_widget import cells_of
from cq_tui.widgets.base.linked_lines import Row
from cq_tui.widgets.views.overview import overview

from tests.unit.made import write_archive
from tests.unit.made_events import make_events

_BOTH = ("zh", "en")


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return open_archive(make_events(tmp_path_factory.mktemp("matrix") / "events")).store


def _many(root: Path, count: int, *, gap: int = 1, dated: bool = True) -> Store:
    """An archive of so many events, ``gap`` years from each to the next, each with a deal of every second kind."""
    days = [f"date = {2024 - gap * number}-05-04\n" if dated else "" for number in range(count)]
    told = "".join(
        f'[[events]]\nid = "fair-{number}"\nname = {{ zh = "展会{number}", en = "Fair {number}" }}\n{day}'
        for number, day in enumerate(days)
    )
    kinds = itertools.cycle(("investment", "purchase-order", "fund"))
    deals = "".join(
        f'[[deals]]\nid = "d{number}"\ntitle = {{ en = "D{number}" }}\nevent = "fair-{number}"\n'
        f'instrument = "{kind}"\namount = {1_000_000 * (number + 1)}\ncurrency = "{"EUR" if number % 2 else "CNY"}"\n'
        for number, kind in zip(range(count), kinds, strict=False)
    )
    return open_archive(write_archive(root, events=told or "events = []\n", deals=deals or "deals = []\n")).store


def _lines(rows: Sequence[Row]) -> list[str]:
    return ["".join(text for text, _style in row.pieces).rstrip() for row in rows]


def _whole(found: Matrix) -> list[tuple[str, str]]:
    return [(str(one.apart), one.currency) for one in found.columns]


def test_years_events_and_kinds_of_money_stand_in_one_order(events: Store) -> None:
    found = matrix(events, events.itemised)
    assert _whole(found) == [
        ("credit-line", "CNY"), ("investment", "CNY"), ("investment", "EUR"), ("purchase-order", "USD")
    ]  # fmt: skip
    assert [(year.year, [line.event.id for line in year.events if line.event]) for year in found.years] == [
        (2024, ["fair-2024"]),
        (2023, ["fair-2023"]),
    ]


def test_rows_add_up_to_the_years_and_these_to_all(events: Store) -> None:
    found = matrix(events, events.itemised)
    for column in found.columns:
        amounts = [line.sums[column].amount for line in found.lines if column in line.sums]
        assert sum(amounts) == found.total.sums[column].amount
        by_category = [line.sums[column].amount for _code, line in found.categories if column in line.sums]
        assert sum(by_category) == found.total.sums[column].amount
    assert sum(line.count for line in found.lines) == found.total.count == 6
    assert sum(line.without_amount for line in found.lines) == found.total.without_amount == 1


@pytest.mark.parametrize("lang", _BOTH)
@pytest.mark.parametrize("base", ["", "id=mine,mill,talk", "currency:EUR"])
def test_every_number_opens_the_deals_that_it_adds_up(events: Store, lang: language.Language, base: str) -> None:
    language.use(lang)
    kind = events.kind("deals")
    items = Selection(events, parse(base, kind)).tally()
    found = matrix(events, items, narrowed=bool(base))
    for line in (
        *found.lines,
        *(year.total for year in found.years),
        found.total,
        *(one for _c, one in found.categories),
    ):
        whole = parse(filter_of(events, line, base=base), kind)
        assert whole.faults == ()
        assert Selection(events, whole).count == line.count
        without = Selection(events, parse(filter_of(events, line, base=base, amount=False), kind))
        assert without.count == line.without_amount
        for column, one in line.sums.items():
            sums = Selection(events, parse(filter_of(events, line, column, base=base), kind)).sums
            assert sums is not None
            assert list(sums.by_kind) == [one]


def _number(text: str) -> Decimal:
    return Decimal(re.sub(r"[^\d.]", "", text))


@pytest.mark.parametrize("width", [80, 120, 200])
def test_every_number_on_the_screen_is_what_its_link_finds(events: Store, width: int) -> None:
    kind = events.kind("deals")
    seen = 0
    for row in overview(events, None, width):
        for place, link in row.more:
            selection = Selection(events, parse(link.filter, kind))
            text = row.pieces[place][0]
            seen += 1
            if "currency:" not in link.filter:
                assert int(text) == selection.count
                continue
            assert selection.sums is not None
            (one,) = selection.sums.by_kind
            assert _number(text) * 1_000_000 == one.amount
    assert seen > 20


@pytest.mark.parametrize("lang", _BOTH)
@pytest.mark.parametrize("count", [0, 1, 2, 30])
def test_any_number_of_events_fits_every_width(tmp_path: Path, lang: language.Language, count: int) -> None:
    store = _many(tmp_path, count)
    language.use(lang)
    for width in (80, 120, 150, 200):
        rows = overview(store, None, width)
        assert [row for row in rows if cells_of(row.pieces) > width] == []
        names = {f"展会{number}" if lang == "zh" else f"Fair {number}" for number in range(count)}
        if count > 1:
            assert names <= {text.strip() for row in rows for text, _style in row.pieces}


def test_columns_without_room_stand_below_with_all_rows(tmp_path: Path) -> None:
    store = _many(tmp_path, 6)
    wide = [line for line in _lines(overview(store, None, 200)) if "Fair 3" in line]
    narrow = [line for line in _lines(overview(store, None, 80)) if "Fair 3" in line]
    assert (len(wide), len(narrow)) == (1, 2)


def test_years_without_an_event_are_told(tmp_path: Path) -> None:
    lines = _lines(overview(_many(tmp_path / "a", 3, gap=2), None, 100))
    assert [line.split() for line in lines if "no deals" in line] == [["2023", "no", "deals"], ["2021", "no", "deals"]]
    lines = _lines(overview(_many(tmp_path / "b", 2, gap=5), None, 100))
    assert [line.split() for line in lines if "no deals" in line] == [["2020–2023", "no", "deals"]]


def test_deals_of_which_no_year_is_known_have_a_row(tmp_path: Path) -> None:
    lines = _lines(overview(_many(tmp_path, 2, dated=False), None, 100))
    (heading,) = [line for line in lines if line.split()[:2] == ["no", "year"]]
    assert "2 events" in heading


def test_several_events_of_a_year_stand_below_what_they_add_up_to(tmp_path: Path) -> None:
    lines = _lines(overview(_many(tmp_path, 3, gap=0), None, 120))
    place = next(number for number, line in enumerate(lines) if "3 events" in line)
    assert [line.split()[:2] for line in lines[place + 1 : place + 4]] == [["Fair", "0"], ["Fair", "1"], ["Fair", "2"]]


def test_an_event_of_which_nothing_was_signed_has_a_row(tmp_path: Path) -> None:
    told = "".join(
        f'[[events]]\nid = "e{number}"\nname = {{ en = "E{number}" }}\ndate = 202{number}-01-01\n'
        "[[events.totals]]\ncount = 2\n"
        for number in (3, 4)
    )
    lines = _lines(overview(open_archive(write_archive(tmp_path, events=told)).store, None, 80))
    assert [line.split() for line in lines if line.strip().startswith("202")] == [
        ["2024", "E4", "0"],
        ["2023", "E3", "0"],
    ]


def test_a_filter_narrows_what_is_summed_and_hides_what_it_leaves_nothing_of(events: Store) -> None:
    selection = Selection(events, parse("id=mill,credit", events.kind("deals")))
    lines = _lines(overview(events, None, 100, Narrowed("id=mill,credit", selection.tally())))
    text = "\n".join(lines)
    assert "Fair of 2023" in text
    assert "Fair of 2024" not in text
    assert "as announced" not in text
    nothing = Narrowed("nowhere", Selection(events, parse("nowhere", events.kind("deals"))).tally())
    assert "Nothing matches." in "\n".join(_lines(overview(events, None, 100, nothing)))


def test_the_unit_of_a_currency_leaves_no_amount_below_a_thousandth(tmp_path: Path) -> None:
    event = '[[events]]\nid = "fair"\nname = { en = "Fair" }\ndate = 2024-01-01\n'
    deals = "".join(
        f'[[deals]]\nid = "d{place}"\ntitle = {{ en = "D" }}\nevent = "fair"\ninstrument = "{kind}"\n'
        f'amount = {amount}\ncurrency = "CNY"\n'
        for place, (kind, amount) in enumerate((("fund", 2_000_000_000), ("investment", 5_000)))
    )
    lines = _lines(overview(open_archive(write_archive(tmp_path, events=event, deals=deals)).store, None, 100))
    row = next(line for line in lines if line.strip().startswith("2024"))
    assert [text for text in row.split() if "#" not in text] == ["2024", "2", "2,000", "0.005"]
    assert row.split()[-1] == "#", "an amount that is there has a bar"
    assert "rounded" not in "\n".join(lines)


def test_what_is_rounded_is_said(tmp_path: Path) -> None:
    event = '[[events]]\nid = "fair"\nname = { en = "Fair" }\ndate = 2024-01-01\n'
    deal = '[[deals]]\nid = "d"\ntitle = { en = "D" }\nevent = "fair"\ninstrument = "fund"\namount = 1234567\n'
    store = open_archive(write_archive(tmp_path, events=event, deals=deal + 'currency = "CNY"\n')).store
    assert "   rounded to 3 decimals; an export has all digits" in _lines(overview(store, None, 100))


def test_the_engine_adds_up_what_memory_does(events: Store) -> None:
    selection = Selection(events, parse("", events.kind("deals")))
    assert matrix(events, selection.tally()) == matrix(events, events.itemised)
