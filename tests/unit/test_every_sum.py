"""What ``check`` says was signed is what every screen, list, brief and export says: one definition, read from each."""

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from cq_tui import language
from cq_tui.brief.brief import EventRequest, ListRequest
from cq_tui.brief.document import Paragraph, Table
from cq_tui.kinds.chain import Segment
from cq_tui.kinds.events import Event
from cq_tui.query.parse import parse
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.facets import facet_values
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.store.views.footer import footer, footer_parts
from cq_tui.store.views.money_apart import sums
from cq_tui.store.views.segment_money import segment_money
from cq_tui.store.views.summary import main_event
from cq_tui.widgets.base.linked_lines import Row
from cq_tui.widgets.views.overview import overview

from tests.unit.conftest import Run
from tests.unit.made_events import make_events

_LANGUAGES = ("zh", "en")
_CURRENCY = re.compile(r"CNY |元")
"""What a column may leave out where its header says it."""


@pytest.fixture(params=_LANGUAGES, autouse=True)
def lang(request: pytest.FixtureRequest) -> language.Language:
    chosen: language.Language = request.param
    language.use(chosen)
    return chosen


def _bare(text: str) -> str:
    return _CURRENCY.sub("", text).strip()


def _rows_of_check(run: Run, lang: str, *archive: Path) -> list[list[str]]:
    """The rows of the table, each as its cells; the columns are as wide as the header says."""
    lines = run("check", *archive, "--lang", lang).out.splitlines()
    return [re.split(r"\s{2,}", line.strip()) for line in lines if re.search(r"\s{2,}\d+\s", line)]


def _event(store: Store) -> Event:
    event = main_event(store)
    assert event is not None
    return event


def _lines(rows: list[Row]) -> list[str]:
    return ["".join(text for text, _style in row.pieces) for row in rows]


def test_check_has_a_row_for_what_is_unclassified_and_one_of_totals(run: Run, lang: str) -> None:
    rows = _rows_of_check(run, lang)
    assert [row[0] for row in rows][-2:] == (["未归类", "合计"] if lang == "zh" else ["unclassified", "all"])
    assert rows[-1][-1] == ("24 项 203.5至223.5亿元" if lang == "zh" else "24 deals, CNY 20.35-22.35 bn")


def test_shares_add_up_to_a_hundred(run: Run, lang: str) -> None:
    *parts, whole = [re.findall(r"([\d.]+)%", " ".join(row)) for row in _rows_of_check(run, lang)]
    assert whole == ["100.0"]
    assert sum(Decimal(share) for found in parts for share in found) == 100


@pytest.mark.parametrize("width", [80, 120, 200])
def test_the_overview_says_what_check_says(run: Run, store: Store, lang: str, width: int) -> None:
    shown = _lines(overview(store, None, width))
    for name, *cells in _rows_of_check(run, lang):
        line = next(_bare(one) for one in shown if one.startswith(f"   {name} "))
        # The column of amounts is in one unit, that of shares needs room.
        number = re.sub(r"[^\d.]", "", cells[1])
        parts = [_bare(one) for one in cells[-2:]]
        if (lang, width) == ("en", 80):  # the number of deals without the word makes room for the bars
            parts = [re.sub(" deals?, ", "  ", one) for one in parts]
        for told in (cells[0], number, *parts):
            assert told in line, (told, line)


@pytest.mark.parametrize("width", [79, 80, 99, 119, 199])
def test_the_overview_has_bars_at_every_width_and_says_what_their_parts_are(
    store: Store, lang: str, width: int
) -> None:
    header, finance = next(
        (one, other) for one, other in pairwise(_lines(overview(store, None, width))) if "##" in other
    )
    named, not_named = ("itemised", "not itemised") if lang == "en" else ("有明细", "无明细")
    assert f"# {named} " in header
    assert f"- {not_named}" in header
    assert re.search("#{7,}-", finance)


def test_the_brief_says_what_check_says(run: Run, store: Store, lang: str) -> None:
    document = EventRequest(store, _event(store), Cancellation()).document()
    tables = [block for section in document.sections for block in section.blocks if isinstance(block, Table)]
    told = [[span.shown for span in row if span.shown] for row in tables[0].rows]
    assert told == _rows_of_check(run, lang)


def test_the_footer_says_the_range_and_the_kinds_of_money_that_check_says(run: Run, store: Store, lang: str) -> None:
    words = footer(Selection(store, parse("", store.kind("deals"))))
    rest = _rows_of_check(run, lang)[-1][-1]
    assert _bare(rest).split(" ")[-1 if lang == "zh" else -2] in _bare(words)
    money = run("check", "--lang", lang).out.strip().splitlines()[-1]
    for one in re.split("[:：;、]", money)[1:]:
        assert _bare(one) in _bare(words)


def _money(store: Store) -> dict[tuple[str | None, str], Decimal]:
    """What the named deals come to, as ``check`` adds them up."""
    return {(one.apart, one.currency): one.amount for one in sums(store.itemised)}


@pytest.mark.parametrize("field", ["category", "instrument", "stage", "countries"])
def test_the_values_of_a_column_add_up_to_the_same(store: Store, field: str) -> None:
    kind = store.kind("deals")
    selection = Selection(store, parse("", kind))
    found: dict[tuple[str | None, str], Decimal] = {}
    for value in facet_values(selection, kind.by_name[field]).values:
        for one in Selection(store, parse(value.term, kind)).tally():
            if one.amount is not None and one.currency is not None and one.excluded is None:
                key = (one.instrument, one.currency)
                found[key] = found.get(key, Decimal(0)) + one.amount
    if field == "countries":  # a deal has several: each counts under every one of them
        assert all(found[key] >= amount for key, amount in _money(store).items())
    else:
        assert found == _money(store)


def test_the_money_on_the_chain_adds_up_to_the_same(store: Store) -> None:
    chain = Selection(store, parse("", store.kind("chain")))
    segments = [one for one in store.records("chain") if isinstance(one, Segment)]
    money = segment_money(chain, segments)
    told = [one for brought in money.of.values() for of_kind in brought for one, _judged in of_kind.sums]
    told += [one for elsewhere in money.elsewhere if elsewhere.kind.name == "deals" for one in elsewhere.sums]
    found: dict[tuple[str | None, str], Decimal] = {}
    for one in told:
        found[one.apart, one.currency] = found.get((one.apart, one.currency), Decimal(0)) + one.amount
    assert found == _money(store)


def test_the_export_has_the_figures_of_check_in_single_units(run: Run, store: Store, lang: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run("export", "overview", "--lang", lang).out)))
    assert [row["stated_deals"] for row in rows] == [row[1] for row in _rows_of_check(run, lang)]
    whole = rows.pop()
    for name in ("stated_deals", "stated_amount", "itemised_deals", "itemised_amount", "not_itemised_deals"):
        assert sum(int(row[name] or 0) for row in rows) == int(whole[name])
    for name in ("not_itemised_least", "not_itemised_most"):
        assert sum(int(row[name] or 0) for row in rows) <= int(whole[name])
    assert (whole["not_itemised_least"], whole["not_itemised_most"]) == ("20350000000", "22350000000")
    exported = list(csv.DictReader(io.StringIO(run("export", "deals", "--lang", lang).out)))
    found: dict[tuple[str | None, str], Decimal] = {}
    for row in exported:
        if row["amount"]:
            key = (row["instrument"], row["currency"])
            found[key] = found.get(key, Decimal(0)) + Decimal(row["amount"])
    assert found == _money(store)


def _texts(store: Store, text: str = "") -> Iterator[str]:
    document = ListRequest(Selection(store, parse(text, store.kind("deals")))).document()
    for paragraph in document.lead:
        yield "".join(span.shown for span in paragraph.spans)
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield "".join(span.shown for span in block.spans)


def test_the_brief_of_a_list_says_what_its_footer_says(store: Store, lang: str) -> None:
    parts = footer_parts(Selection(store, parse("", store.kind("deals"))), currencies=True)
    between = "；" if lang == "zh" else "; "
    assert between.join(parts) in "\n".join(_texts(store))


def test_of_several_events_the_matrix_the_footer_and_check_say_the_same(run: Run, tmp_path: Path, lang: str) -> None:
    root = make_events(tmp_path / "events")
    store = open_archive(root).store
    words = footer(Selection(store, parse("", store.kind("deals"))))
    rows = list(csv.DictReader(io.StringIO(run("export", "overview", "--archive", root, "--lang", lang).out)))
    found: dict[tuple[str | None, str], Decimal] = {}
    for row in rows:
        if row["amount"]:
            key = (row["type"], row["currency"])
            found[key] = found.get(key, Decimal(0)) + Decimal(row["amount"])
    assert found == _money(store)
    (total,) = [line for line in _lines(overview(store, None, 120)) if line.strip().startswith(("all ", "合计"))]
    for amount in ("500", "80", "42", "7") if lang == "en" else ("5", "0.8", "4,200", "700"):
        assert amount in total.split()
    assert ("EUR 42 m" if lang == "en" else "4,200万欧元") in words
    told = _rows_of_check(run, lang, root)
    assert told[0][-2] == ("2 deals, CNY 500 m + EUR 12 m" if lang == "en" else "2 项 5亿元 + 1,200万欧元")
