"""Several events in one archive: told apart, asked by year, summed up and set side by side; in files of both kinds."""

from pathlib import Path

import pytest
from cq_tui.cli import main
from cq_tui.kinds.events import Event
from cq_tui.query.parse import parse
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.store.views.compare import compare
from cq_tui.store.views.detail import LinkLine, detail
from cq_tui.store.views.footer import footer
from cq_tui.store.views.matrix import matrix
from cq_tui.store.views.summary import tabs, told_events
from cq_tui.widgets.base.linked_lines import Row
from cq_tui.widgets.views.compare_lines import compare_lines
from cq_tui.widgets.views.overview import overview

from tests.shipped import kinds
from tests.unit.conftest import Run
from tests.unit.made_events import make_events


@pytest.fixture(params=["toml", "csv"], scope="module")
def events(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store of several events, its deals in TOML or in a table file."""
    root = make_events(tmp_path_factory.mktemp("several") / "events")
    if request.param == "csv":
        table = root / "data" / "deals.csv"
        assert main(["export", "deals", "--archive", str(root), "--output", str(table), "--lang", "en"]) == 0
        (root / "data" / "deals.toml").unlink()
    opened = open_archive(root)
    assert opened.problems == []
    return opened.store


def _text(rows: list[Row]) -> str:
    return "\n".join("".join(text for text, _ink in row.pieces).rstrip() for row in rows)


def _ids(store: Store, text: str, kind: str) -> list[str]:
    query = parse(text, kinds()[kind])
    assert query.faults == ()
    return [one.id for one in Selection(store, query)]


def test_only_what_is_told_of_counts_as_an_event(events: Store, store: Store) -> None:
    assert [event.id for event in told_events(events)] == ["fair-2024", "fair-2023"]
    assert [event.id for event in told_events(store)] == ["european-visit-2025"]
    assert tabs(events)[-1].name == "events"
    assert [kind.name for kind in store.schema.tabs if kind not in tabs(store)] == ["events"]


@pytest.mark.parametrize(
    ("text", "kind", "ids"),
    [
        ("year:2024", "deals", "mine plant order talk"),
        ("year<2024 event=fair-2023", "deals", "mill credit"),
        ("年份:2023..2024 sort:year-desc amount>20m", "deals", "mine plant credit"),
        ("year:2024", "speakers", "ann"),
        ("-has:year", "events", "old-fair"),
        ("event:2023", "deals", "mill credit"),
    ],
)
def test_a_filter_asks_for_event_and_year(events: Store, text: str, kind: str, ids: str) -> None:
    assert _ids(events, text, kind) == ids.split()


def test_a_record_s_own_day_goes_before_its_event_s(tmp_path: Path) -> None:
    root = make_events(tmp_path / "events")
    deals = root / "data" / "deals.toml"
    deals.write_text(deals.read_text("utf-8").replace('id = "mill"\n', 'id = "mill"\ndate = 2022-01-01\n'), "utf-8")
    store = open_archive(root).store
    assert _ids(store, "year:2022", "deals") == ["mill"]
    assert [one.total.count for one in matrix(store, store.itemised).years if one.year == 2022] == [1]


def test_the_overview_is_of_all_events_or_of_one(events: Store) -> None:
    every = _text(overview(events, None, 80))
    assert "   Fair of 2023  9 deals, CNY 900 m   2 itemised   7 not itemised, up to" in every
    assert "   2024  Fair of 2024      4          1       -          80          30\n" in every
    assert "mentioned" not in every
    one = overview(events, "fair-2023", 80)
    assert "Signed, as announced  9 deals, CNY 900 m" in _text(one)
    assert {row.link.filter for row in one if row.link and row.link.kind == "deals" and not row.link.id} == {
        "event=fair-2023"
    }
    assert "   Deals              2 records\n" in _text(one)
    assert "   Organisations      3 records\n" in _text(one)


def test_a_list_of_several_events_says_nothing_of_what_one_stated(events: Store, store: Store) -> None:
    assert "stated 9" not in footer(Selection(events, parse("", kinds()["deals"])))
    assert "stated 28" in footer(Selection(store, parse("", kinds()["deals"])))


def test_two_events_stand_side_by_side(events: Store) -> None:
    first, second = (events.get("events", one) for one in ("fair-2023", "fair-2024"))
    assert isinstance(first, Event)
    assert isinstance(second, Event)
    found = compare(events, first, second)
    assert [(kind.name, counts) for kind, counts in found.counts] == [("deals", (2, 4)), ("speakers", (0, 1))]
    sums = [
        [None if one is None else (one.apart, one.currency, int(one.amount)) for one in pair] for pair in found.sums
    ]
    assert sums == [
        [("credit-line", "CNY", 500_000_000), None],
        [None, ("investment", "CNY", 80_000_000)],
        [("investment", "EUR", 12_000_000), ("investment", "EUR", 30_000_000)],
        [None, ("purchase-order", "USD", 7_000_000)],
    ]
    assert [(one.id, one.counts) for one in found.shared] == [("aa", (2, 3)), ("bb", (2, 1))]
    rows = compare_lines(events, found, 80)
    for row in rows:
        if row.link and row.link.filter:
            assert _ids(events, row.link.filter, row.link.kind)
    assert "   investment EUR                            EUR 12 m                  EUR 30 m\n" in _text(rows)


def test_what_leads_from_an_organisation_says_of_which_event_it_is(events: Store) -> None:
    kind, record = kinds()["organisations"], events.get("organisations", "aa")
    assert record is not None
    texts = [part.text for part in detail(events, kind, record) if isinstance(part, LinkLine)]
    assert texts == [
        "Deal mill  (Fair of 2023)", "Deal mine  (Fair of 2024)", "Deal order  (Fair of 2024)", "Ann  (Fair of 2024)",
        "Fair of 2023",
    ]  # fmt: skip


def test_a_list_of_several_events_says_of_which_each_is(run: Run, tmp_path: Path) -> None:
    make_events(tmp_path / "events")
    listed = run("list", "deals", "--archive", tmp_path / "events").out.splitlines()
    assert listed[0].split()[:2] == ["Deal", "Event"]
    assert "Fair of 2024" in listed[-1]
    assert "Event" not in run("list", "deals").out.splitlines()[0]
