"""The brief of an event: its figures are those of every other screen, each with its source, what is inferred said."""

import re
from pathlib import Path

import pytest
from cq_tui import language
from cq_tui.archive.reconcile import overall, reconcile
from cq_tui.brief.brief import EventRequest
from cq_tui.brief.document import Bars, Document, Notes, Paragraph, Section, Span, Table, runs
from cq_tui.brief.event_brief import MOST
from cq_tui.kinds.events import Event
from cq_tui.kinds.passages import Passage
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.open_archive import open_archive
from cq_tui.store.store import Store
from cq_tui.values.amounts import written

from tests.unit.made import EVENT, write_archive
from tests.unit.made_events import make_events


def _document(store: Store, event: str = "european-visit-2025") -> Document:
    found = store.get("events", event)
    assert isinstance(found, Event)
    return EventRequest(store, found, Cancellation()).document()


def _section(document: Document, heading: str) -> Section:
    return next(one for one in document.sections if one.heading == heading)


def _table(section: Section) -> Table:
    return next(one for one in section.blocks if isinstance(one, Table))


def _texts(section: Section) -> list[list[str]]:
    return [[span.text for span in row] for row in _table(section).rows]


def _spans(document: Document) -> list[Span]:
    found = [span for one in document.lead for span in one.spans]
    for block in (block for section in document.sections for block in section.blocks):
        if isinstance(block, Paragraph):
            found += block.spans
        elif isinstance(block, Table):
            found += [span for row in block.rows for span in row]
    return found


def test_what_was_signed_adds_up_to_its_last_row_as_check_reconciles_it(store: Store) -> None:
    signed = _section(_document(store), "What was signed")
    assert signed.blocks[0] == Paragraph(
        (Span("28 deals, CNY 97.55 bn; 4 itemised; 24 not itemised, CNY 20.35-22.35 bn"),)
    )
    rows = _texts(signed)
    assert [row[0] for row in rows] == ["finance", "investment", "outbound", "cooperation", "unclassified", "all"]
    assert sum(int(row[1]) for row in rows[:-1]) == int(rows[-1][1]) == 28
    event = store.get("events", "european-visit-2025")
    assert isinstance(event, Event)
    whole = overall(reconcile(event, store.itemised))
    assert whole is not None
    assert whole.stated_amount is not None
    assert rows[-1][2] == written(whole.stated_amount, "CNY")
    assert _table(signed).total


def test_the_picture_shows_what_is_named_of_each_stated_amount(store: Store) -> None:
    signed = _section(_document(store), "What was signed")
    (bars,) = (one for one in signed.blocks if isinstance(one, Bars))
    assert [(one.label, f"{one.whole:.3f}", f"{one.part:.3f}") for one in bars.bars] == [
        ("finance", "1.000", "0.880"),
        ("investment", "0.078", "0.002"),
        ("outbound", "0.067", "0.000"),
    ]


def test_every_named_record_tells_its_passages_and_every_number_has_one(store: Store) -> None:
    document = _document(store)
    (notes,) = (one for one in _section(document, "Sources").blocks if isinstance(one, Notes))
    numbers = [number for number, _spans in notes.items]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {number for span in _spans(document) for number in span.sources} == set(numbers)
    passage = store.get("passages", "p20-credit")
    assert isinstance(passage, Passage)
    deal = next(row for row in _table(_section(document, "Itemised deals")).rows if row[0].text.startswith("Credit"))
    told = dict(notes.items)
    assert any(str(passage.words) in told[number][1].text for number in deal[0].sources)


def test_what_is_inferred_is_marked_and_said(store: Store) -> None:
    document = _document(store)
    marked = [span.text for span in _spans(document) if span.judged]
    assert {"2025-11-19", "finance"} <= set(marked)
    said = _section(document, "What is inferred").blocks[1]
    assert isinstance(said, Paragraph)
    assert "Credit for Chongqing's new energy vehicle industry: Category" in said.spans[0].text


def test_who_spoke_stands_with_the_session_and_the_topic(store: Store) -> None:
    rows = _texts(_section(_document(store), "Programme"))
    assert ["Addresses", "Hu Henghua, Deputy Secretary of the CPC Chongqing Municipal Committee; Mayor of Chongqing, "
            "~Chongqing Municipal People's Government", ""] in rows  # fmt: skip
    assert ["High-level dialogue", "China IP SME Helpdesk; TÜV Rheinland; SBI Schreiber, Brand und Partner "
            "Ingenieurgesellschaft mbH; Xinli Shidai Energy Technology; Beidou Zhilian Technology Co., Ltd. Chongqing "
            "Branch; European Union Chamber of Commerce in China, Southwest China Chapter", ""] in rows  # fmt: skip
    assert sum(bool(row[1]) for row in rows) == 8, "six of thirteen, of whom only a name is told, stand together"
    assert ["Signing of projects", "", ""] in rows


def test_a_target_is_told_as_one_and_a_tier_in_one_line(store: Store) -> None:
    document = _document(store)
    assert ["Target for Chongqing's industrial total", "CNY 4 tn", "2027", "target"] in _texts(
        _section(document, "Figures")
    )
    assert ["leader", "Changan, Seres, AFARI Technology", "–"] in _texts(_section(document, "Auto chain"))


def test_in_chinese_all_words_are(store: Store) -> None:
    language.use("zh")
    document = _document(store)
    assert document.language == "zh"
    assert [section.heading for section in document.sections][:3] == ["签约情况", "有明细项目", "参与方"]
    signed = _section(document, "签约情况").blocks[0]
    assert signed == Paragraph((Span("28 项，975.5亿元；其中 4 项有明细；另 24 项无明细，203.5至223.5亿元"),))
    assert not any(re.search("[a-z]{9}", section.heading) for section in document.sections)


def test_of_several_events_each_has_its_own_records(tmp_path: Path) -> None:
    store = open_archive(make_events(tmp_path)).store
    document = _document(store, "fair-2024")
    assert document.title == "Fair of 2024"
    deals = [row[0] for row in _texts(_section(document, "Itemised deals"))]
    assert deals[0] == "Deal plant", "the largest first"
    assert {*deals} == {"Deal mine", "Deal plant", "Deal order", "Deal talk"}
    assert "What is inferred" not in [one.heading for one in document.sections]


def test_a_cancelled_deal_is_said_to_be_left_out(tmp_path: Path) -> None:
    deals = "".join(
        f'[[deals]]\nid = "{name}"\ntitle = {{ en = "{name}" }}\nevent = "fair"\namount = 5_000_000\ncurrency = "EUR"\n'
        f'instrument = "investment"\nstage = "{stage}"\n'
        for name, stage in (("mill", "signed"), ("dam", "cancelled"))
    )
    store = open_archive(write_archive(tmp_path, events=EVENT, deals=deals)).store
    document = _document(store, "fair")
    assert [row[0] for row in _texts(_section(document, "Itemised deals"))] == ["mill", "dam (cancelled)"]
    (said,) = _section(document, "What was signed").blocks
    assert isinstance(said, Paragraph)
    assert said.spans[0].text.endswith("investment EUR 5 m; left out: 1 cancelled (investment EUR 5 m)")


def test_an_event_of_which_nothing_is_told_is_a_title(tmp_path: Path) -> None:
    store = open_archive(write_archive(tmp_path, events=EVENT)).store
    assert _document(store, "fair") == Document("Fair", (), (), "en")


@pytest.mark.parametrize(
    ("numbers", "words"),
    [((), []), ((3,), ["3"]), ((2, 1), ["1", "2"]), ((1, 2, 3, 7), ["1–3", "7"]), ((5, 9, 8, 7), ["5", "7–9"])],
)
def test_numbers_that_follow_on_each_other_are_put_together(numbers: tuple[int, ...], words: list[str]) -> None:
    assert [one for _first, one in runs(numbers)] == words


def test_an_event_that_is_only_mentioned_has_nothing_of_the_other(store: Store) -> None:
    document = _document(store, "german-visit")
    assert {one.heading for one in document.sections} <= {"Sources"}
    assert "die-casting" not in "".join(span.text for span in _spans(document))


def test_the_parties_are_those_of_the_deals_that_are_named(tmp_path: Path) -> None:
    """The small deals come first in the file, and have no room."""
    organisations = "".join(
        f'[[organisations]]\nid = "o{one}"\nname = {{ en = "O{one}" }}\n' for one in range(MOST + 2)
    )
    deals = "".join(
        f'[[deals]]\nid = "d{one}"\ntitle = {{ en = "D{one}" }}\nevent = "fair"\namount = {one + 1}\ncurrency = "EUR"\n'
        f'parties = [{{ org = "o{one}", role = "investor" }}]\n'
        for one in range(MOST + 2)
    )
    store = open_archive(write_archive(tmp_path, events=EVENT, organisations=organisations, deals=deals)).store
    document = _document(store, "fair")
    named = [row[0] for row in _texts(_section(document, "Itemised deals"))]
    assert named == [f"D{one}" for one in range(MOST + 1, 1, -1)]
    assert [row[0] for row in _texts(_section(document, "Parties"))] == [one.replace("D", "O") for one in named]


def test_figures_that_have_no_room_are_counted(tmp_path: Path) -> None:
    figures = "".join(
        f'[[figures]]\nid = "f{one}"\ntitle = {{ en = "F{one}" }}\nevent = "fair"\nnature = "fact"\nvalue = {one + 1}\n'
        for one in range(MOST + 3)
    )
    store = open_archive(write_archive(tmp_path, events=EVENT, figures=figures)).store
    assert _section(_document(store, "fair"), "Figures").blocks[-1] == Paragraph((Span("and 3 more"),), quiet=True)
