"""What a brief is written as, read back; hostile data is text and nothing else."""

import io
import re
import zipfile
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from cq_tui.brief.brief import FORMATS, EventRequest, ListRequest, brief_bytes, write_brief
from cq_tui.brief.document import Bar, Bars, Document, Notes, Paragraph, Section, Span, Table
from cq_tui.brief.formats import docx as docx_format
from cq_tui.brief.formats import html, md
from cq_tui.files.write import Target, WriteError
from cq_tui.kinds.events import Event
from cq_tui.query.parse import parse
from cq_tui.store.engine.cancellation import Cancellation
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.unit.made import EVENT, write_archive

_HOSTILE = """<script>alert(1)</script> | `rm` [x](javascript:y) "&'~ """


def _made(text: str = "Plain") -> Document:
    table = Table((text, "Amount"), ((Span(text, judged=True, sources=(1, 2, 3)), Span("5")), (Span("all"), Span("5"))),
                  frozenset({1}), total=True)  # fmt: skip
    bars = Bars(text, (Bar(text, Decimal(1), Decimal(0), text),))
    notes = Notes(((1, (Span(text), Span("https://a.example/?a=1&b=<2>", address="https://a.example/?a=1&b=<2>"))),))
    return Document(text, (Paragraph((Span(text),), quiet=True),), (Section(text, (table, bars, notes)),), "en")


def _event(store: Store) -> EventRequest:
    event = store.get("events", "european-visit-2025")
    assert isinstance(event, Event)
    return EventRequest(store, event, Cancellation())


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.addresses: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        if tag not in ("meta", "rect", "br"):
            self.open.append(tag)
        self.addresses += [given[name] or "" for name in ("href", "src") if name in given]
        self.ids |= {given["id"] or ""} if "id" in given else set()

    def handle_endtag(self, tag: str) -> None:
        if tag != "rect":
            assert self.open.pop() == tag


def _page(data: bytes) -> _Page:
    page = _Page()
    page.feed(data.decode())
    page.close()
    return page


def test_html_is_whole_fetches_nothing_and_its_marks_lead_to_their_sources(store: Store) -> None:
    data = b"".join(brief_bytes(_event(store), "html"))
    page = _page(data)
    assert page.open == []
    assert "script" not in page.tags
    assert "svg" in page.tags
    assert b"default-src 'none'" in data
    inside = {one.removeprefix("#") for one in page.addresses if one.startswith("#")}
    assert inside
    assert inside <= page.ids
    assert not re.search(rb"url\(|@import|<link", data)
    assert "Credit for Chongqing&#x27;s new energy vehicle industry" in data.decode()


def test_numbers_of_sources_in_html_can_not_be_read_into_a_figure(store: Store) -> None:
    text = b"".join(brief_bytes(_event(store), "html")).decode()
    marks = re.findall(r"(.)<sup>(.*?)</sup>", text)
    assert marks
    assert all(re.fullmatch(r" \[.*\]", re.sub(r"<[^>]+>", "", mark)) for before, mark in marks if before != ">")
    assert all(re.fullmatch(r" ?\[.*\]", re.sub(r"<[^>]+>", "", mark)) for _before, mark in marks)


def test_each_number_of_a_source_is_a_link_of_its_own() -> None:
    table = Table(("A",), ((Span("56", sources=(4, 5, 9)),),))
    page = html.data(Document("T", (), (Section("S", (table,)),), "en")).decode()
    assert '56<sup> [<a href="#s4">4</a>, <a href="#s5">5</a>, <a href="#s9">9</a>]</sup>' in page


def test_html_of_hostile_data_has_no_markup_of_it() -> None:
    page = _page(html.data(_made(_HOSTILE)))
    assert "script" not in page.tags
    assert page.open == []
    assert [one for one in page.addresses if not one.startswith("#")] == ["https://a.example/?a=1&b=<2>"]


def test_markdown_has_as_many_cells_in_every_row_and_no_markup_of_the_data() -> None:
    text = md.data(_made(_HOSTILE)).decode()
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {3}
    assert not re.search(r"(?<!\\)<script", text)
    assert "](javascript" not in re.sub(r"\\.", "", text)
    assert "<https://a.example/?a=1&b=%3C2%3E>" in text
    assert r"\[1–3\]" in text
    assert "| **all** | **5** |" in text


def test_docx_is_read_back_with_its_tables_and_has_one_day_for_all_parts(store: Store) -> None:
    docx = pytest.importorskip("docx")
    data = b"".join(brief_bytes(_event(store), "docx"))
    assert data == b"".join(brief_bytes(_event(store), "docx"))
    paper = docx.Document(io.BytesIO(data))
    assert paper.paragraphs[0].text == "European Advanced Manufacturing Enterprises' Visit to Chongqing"
    last = paper.tables[0].rows[-1].cells
    assert [cell.text for cell in last][:3] == ["all", "28", "CNY 97.55 bn"]
    assert round(paper.sections[0].page_width.mm) == 210
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for name in parts.namelist():
            if name.endswith(".xml"):
                ElementTree.fromstring(parts.read(name))


def test_docx_of_hostile_data_is_text() -> None:
    docx = pytest.importorskip("docx")
    paper = docx.Document(io.BytesIO(docx_format.data(_made(_HOSTILE))))
    assert paper.paragraphs[0].text == _HOSTILE
    assert paper.tables[0].rows[1].cells[0].text.startswith("~<script>")


def test_a_library_that_is_missing_is_named(store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(WriteError, match=r"docx needs python-docx: pip install 'cq-tui\[brief\]'"):
        write_brief(_event(store), "docx", Target(tmp_path / "a.docx"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format_", FORMATS)
def test_control_characters_of_the_data_come_out_of_no_format(tmp_path: Path, format_: str) -> None:
    deal = '[[deals]]\nid = "mill"\ntitle = { en = "A\\u001b[31mB\\u202eC\\u0007" }\nevent = "fair"\n'
    store = open_archive(write_archive(tmp_path, events=EVENT, deals=deal)).store
    data = b"".join(brief_bytes(ListRequest(Selection(store, parse("", store.kind("deals")))), format_))
    if format_ == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            data = parts.read("word/document.xml")
    text = data.decode()
    assert not set(text) & {"\x1b", "\x07", "\u202e"}
    assert re.search("A.*B.*C", text)
