"""Stated against itemised: tables add up; what is not itemised is a range where the source leaves one."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from cq_tui.archive.read import Archive
from cq_tui.archive.reconcile import Itemised, Line, Span, overall, reconcile
from cq_tui.archive.reconcile import itemised as itemised_deals
from cq_tui.kinds.deals import Instrument
from cq_tui.kinds.events import Event, Total
from cq_tui.language import Language, use
from cq_tui.query.parse import parse
from cq_tui.schema.text import Text
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.store.views.footer import footer
from cq_tui.store.views.summary import main_event
from cq_tui.widgets.views.overview import overview

from tests.unit.conftest import Run
from tests.unit.made import DEAL, EVENT, write_archive

_BN = Decimal(10**9)
Select = Callable[..., Selection]


def _event(*totals: Total) -> Event:
    return Event(id="fair", name=Text(en="Fair"), totals=totals)


def _total(category: str | None, count: int | None, amount: int | None, currency: str = "CNY") -> Total:
    money = {} if amount is None else {"amount": Decimal(amount), "currency": currency}
    return Total.model_validate({"category": category, "count": count, **money})


def _deal(category: str | None, amount: int | None, currency: str = "CNY", inexact: bool = False) -> Itemised:
    money = None if amount is None else Decimal(amount)
    return Itemised("fair", None, category, Instrument.FUND, currency if amount else None, 1, money, inexact)


def _adds_up(lines: list[Line]) -> None:
    """Rows and what no category holds are together the whole, in every column."""
    whole = overall(lines)
    assert whole is not None
    rows = [line for line in lines if line is not whole]
    if not rows:
        return
    assert sum(line.itemised_count for line in rows) == whole.itemised_count
    for currency, amount in whole.itemised_amounts.items():
        assert sum(line.itemised_amounts.get(currency, Decimal(0)) for line in rows) == amount
    if whole.stated_count is not None:
        assert sum(line.stated_count or 0 for line in rows) == whole.stated_count
        assert sum(line.rest_count or 0 for line in rows) == whole.rest_count
    if whole.stated_amount is not None:
        assert sum(line.stated_amount or Decimal(0) for line in rows) == whole.stated_amount
        spans = [line.rest for line in rows if line.rest is not None]
        assert whole.rest is not None
        assert sum(span.low for span in spans) == whole.rest.low
        assert sum(span.high for span in spans) == whole.rest.high


def test_the_shipped_event_leaves_a_range(archive: Archive) -> None:
    event = next(one for one in archive.records("events") if isinstance(one, Event) and one.totals)
    lines = reconcile(event, itemised_deals(archive))
    whole = overall(lines)
    assert whole is not None
    assert whole.rest == Span(Decimal("20.35") * _BN, Decimal("22.35") * _BN)
    told = [(line.category, line.itemised_count, line.rest_count) for line in lines]
    assert told == [
        (None, 4, 24),
        ("finance", 2, 1),
        ("outbound", 0, 5),
        ("investment", 1, 12),
        ("cooperation", 0, 7),
        (None, 1, -1),
    ]
    _adds_up(lines)


@pytest.mark.parametrize(
    ("totals", "deals", "rest"),
    [
        ([(None, 9, 100)], [(None, 20)], (80, 80)),
        ([(None, 9, 100), ("finance", 4, None)], [(None, 20), ("finance", 10)], (70, 70)),
        ([(None, 9, 100), ("finance", 6, 60), ("outbound", 3, 40)], [(None, 20)], (80, 80)),
        ([(None, 9, 100), ("finance", 6, 60), ("outbound", 2, 40)], [(None, 20)], (80, 100)),
        ([(None, 9, 100), ("finance", 6, 100), ("outbound", 3, None)], [(None, 20)], (80, 100)),
        ([(None, 9, 100), ("finance", 6, 100), ("outbound", 3, None)], [("outbound", 20)], (100, 100)),
        ([(None, 9, 100), ("finance", 8, 100), ("outbound", 1, None)], [("outbound", 20), (None, 7)], (93, 93)),
        ([(None, 9, 100), ("finance", 6, 70), ("outbound", 3, None)], [("outbound", 20)], (80, 100)),
        ([(None, None, 100), ("finance", None, 70)], [("investment", 20), (None, 5)], (75, 75)),
        ([(None, None, 100), ("finance", None, 100)], [("investment", 20), ("finance", 30)], (70, 70)),
    ],
)
def test_what_the_stated_totals_leave_open(
    totals: list[tuple[str | None, int | None, int | None]],
    deals: list[tuple[str | None, int]],
    rest: tuple[int, int],
) -> None:
    event = _event(*(_total(name, count, amount) for name, count, amount in totals))
    lines = reconcile(event, [_deal(name, amount) for name, amount in deals])
    whole = overall(lines)
    assert whole is not None
    assert whole.rest == Span(*map(Decimal, rest))
    _adds_up(lines)


def test_other_currencies_are_never_added_and_leave_only_a_most() -> None:
    event = _event(_total(None, 9, 100), _total("finance", 6, 60))
    lines = reconcile(event, [_deal("finance", 10), _deal("finance", 5, "EUR")])
    whole, finance = lines[:2]
    assert (whole.rest, finance.rest) == (
        Span(Decimal(90), Decimal(90), at_most=True),
        Span(Decimal(50), Decimal(50), at_most=True),
    )
    assert finance.itemised_amounts == {"CNY": Decimal(10), "EUR": Decimal(5)}


def test_what_is_left_beside_an_inexact_amount_is_inexact() -> None:
    whole = overall(reconcile(_event(_total(None, 9, 100)), [_deal(None, 10, inexact=True)]))
    assert whole is not None
    assert whole.rest == Span(Decimal(90), Decimal(90), inexact=True)


@dataclass
class _World:
    """All deals of a made event, those that are itemised, and which amounts its stated whole really holds."""

    event: Event
    items: list[Itemised]
    not_itemised: Decimal


def _world(chance: random.Random) -> _World:
    categories = chance.sample(("finance", "outbound", "investment", "cooperation"), chance.randint(1, 4))
    deals = [
        (chance.choice(categories), chance.choice([None, chance.randint(1, 50)])) for _ in range(chance.randint(1, 12))
    ]
    silent = [one for one in categories if chance.random() < 0.4]
    told = any(amount and category not in silent for category, amount in deals)
    # Where no category tells an amount nothing says that the whole leaves one out, and no source was seen that does.
    left_out = [one for one in silent if told and chance.random() < 0.5]
    held = [amount or 0 for category, amount in deals if category not in left_out]
    totals = [_total(None, len(deals), sum(held) or None)]
    for category in categories:
        mine = [amount or 0 for one, amount in deals if one is category]
        amount = None if category in silent else sum(mine) or None
        if mine and (amount or category in silent):
            totals.append(_total(category, len(mine), amount))
    named = [one for one in deals if chance.random() < 0.6]
    items = [_deal(category if chance.random() < 0.6 else None, amount) for category, amount in named]
    itemised = sum(amount or 0 for category, amount in named if category not in left_out)
    return _World(_event(*totals), items, Decimal(sum(held) - itemised))


def test_in_made_worlds_rows_add_up_and_the_truth_stands_in_the_range() -> None:
    ranges = 0
    for seed in range(3000):
        world = _world(random.Random(seed))
        lines = reconcile(world.event, world.items)
        _adds_up(lines)
        rest = lines[0].rest
        if rest is not None:
            assert rest.low <= world.not_itemised <= rest.high, seed
            ranges += rest.low != rest.high
    assert ranges > 100


def _figures(text: str) -> str:
    """A text without what parts its figures, as a reader's eye goes over it."""
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize(("lang", "range_"), [("en", "20.35-22.35 bn"), ("zh", "203.5至223.5亿")], ids=["en", "zh"])
def test_overview_footer_check_and_export_tell_the_same(
    run: Run, store: Store, selection: Select, lang: Language, range_: str
) -> None:
    use(lang)
    event = main_event(store)
    assert event is not None
    for width in (80, 120, 200):
        shown = ["".join(text for text, _ink in row.pieces) for row in overview(store, event.id, width)]
        assert any(range_ in line for line in shown), width
        assert max(map(len, shown)) <= width
    assert range_ in footer(selection())
    assert range_ in _figures(run("check", "--lang", lang).out)
    assert range_ in run("list", "deals", "--lang", lang).err
    told = run("export", "deals", "--sums", "--lang", lang)
    assert footer(selection()) + "\n" == told.err
    assert told.out == run("export", "deals", "--lang", lang).out


def test_only_what_counts_is_itemised_in_the_footer(tmp_path: Path) -> None:
    events = EVENT + '[[events.totals]]\ncount = 5\namount = 100\ncurrency = "CNY"\n'
    deals = "".join(DEAL.replace("mill", f"mill{n}") + extra for n, extra in enumerate(("", "countable = false\n")))
    store = open_archive(write_archive(tmp_path, events=events, deals=deals)).store
    words = footer(Selection(store, parse("", store.kind("deals"))))
    assert words.endswith("stated 5, CNY 100 (4 not itemised, 100)")


@pytest.mark.parametrize("ending", ["toml", "csv"])
def test_a_table_file_reconciles_as_records_do(tmp_path: Path, ending: str) -> None:
    events = EVENT + "".join(
        f"[[events.totals]]\n{line}\n"
        for line in (
            'count = 9\namount = 100\ncurrency = "CNY"',
            'category = "finance"\ncount = 6\namount = 100\ncurrency = "CNY"',
            'category = "outbound"\ncount = 3',
        )
    )
    root = write_archive(tmp_path, events=events)
    if ending == "csv":
        rows = (
            "id,title_en,event,instrument,category,amount,currency",
            "a,A,fair,fund,finance,30,CNY",
            "b,B,fair,fund,,20,CNY",
        )
        (root / "data" / "deals.csv").write_text("".join(f"{row}\n" for row in rows), "utf-8")
    else:
        write_archive(tmp_path, deals="".join(
            f'[[deals]]\nid = "{id_}"\ntitle = {{ en = "X" }}\nevent = "fair"\ninstrument = "fund"\n{more}'
            for id_, more in (
                ("a", 'category = "finance"\namount = 30\ncurrency = "CNY"\n'), ("b", 'amount = 20\ncurrency = "CNY"\n')
            )
        ))  # fmt: skip
    opened = open_archive(root)
    assert opened.problems == []
    event = opened.store.get("events", "fair")
    assert isinstance(event, Event)
    whole = overall(reconcile(event, opened.store.itemised))
    assert whole is not None
    assert whole.rest == Span(Decimal(50), Decimal(70))


def test_the_page_of_the_data_shows_what_check_prints(run: Run) -> None:
    told = run("check", "--lang", "en").out.split("\n", 1)[1]
    assert f"```\n{told}```\n" in (Path(__file__).parents[2] / "docs" / "data.md").read_text("utf-8")


def test_what_is_paid_back_is_taken_off_everywhere(tmp_path: Path) -> None:
    events = EVENT + '[[events.totals]]\ncount = 3\namount = 100\ncurrency = "CNY"\n'
    amounts = (50, -20, "-0.5")
    deals = "".join(
        DEAL.replace("mill", f"mill{n}") + f'amount = {amount}\ncurrency = "CNY"\n' for n, amount in enumerate(amounts)
    )
    opened = open_archive(write_archive(tmp_path, events=events, deals=deals))
    assert opened.problems == []
    selection = Selection(opened.store, parse("", opened.store.kind("deals")))
    assert [one.amount for one in selection.sums.by_kind] == [Decimal("29.5")]
    assert footer(selection).endswith("stated 3, CNY 100 (70.5 not itemised)")
    assert Selection(opened.store, parse("amount < 0", opened.store.kind("deals"))).count == 2


def test_a_range_is_one_also_where_what_is_in_no_category_is_paid_back(tmp_path: Path) -> None:
    events = EVENT + "".join(
        f'[[events.totals]]\namount = {amount}\ncurrency = "CNY"\n{more}'
        for amount, more in ((100, "count = 9\n"), (90, 'category = "finance"\ncount = 2\n'))
    )
    deal = DEAL + 'amount = -20\ncurrency = "CNY"\n'
    opened = open_archive(write_archive(tmp_path, events=events, deals=deal))
    event = opened.store.get("events", "fair")
    assert isinstance(event, Event)
    whole = overall(reconcile(event, opened.store.itemised))
    assert whole is not None
    assert whole.rest is not None
    assert whole.rest.low <= whole.rest.high
