"""The brief of a list: how many, how much, by what, and the records up to a bound."""

from collections.abc import Callable
from pathlib import Path

from cq_tui import language
from cq_tui.brief.brief import ListRequest
from cq_tui.brief.document import Document, Paragraph, Table
from cq_tui.brief.list_brief import MOST
from cq_tui.query.parse import parse
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.selection import Selection
from cq_tui.store.views.footer import footer_parts

from tests.unit.made import EVENT, write_archive


def _lead(document: Document) -> list[str]:
    return ["".join(span.text for span in one.spans) for one in document.lead]


def _tables(document: Document) -> dict[str, Table]:
    return {
        section.heading: block for section in document.sections for block in section.blocks if isinstance(block, Table)
    }


def test_it_says_the_filter_and_the_sums_as_the_list_does(selection: Callable[..., Selection]) -> None:
    chosen = selection("amount>=10亿")
    document = ListRequest(chosen).document()
    assert document.title == "European Advanced Manufacturing Enterprises' Visit to Chongqing: Deals"
    assert _lead(document) == [
        "Date 2025-11-19 · Place Chongqing",
        "Deals: amount is at least 1 bn",
        "; ".join(footer_parts(chosen, currencies=True)),
    ]
    assert _lead(document)[-1].startswith(
        "2 of 4; credit line CNY 75 bn; purchase order CNY 2 bn; stated 28, CNY 97.55 bn"
    )
    assert [row[0].text for row in _tables(document)["Deals"].rows] == [str(one.called) for one in chosen]


def test_columns_of_codes_are_counted_and_summed(selection: Callable[..., Selection]) -> None:
    by_stage = _tables(ListRequest(selection("")).document())["Stage"]
    assert by_stage.header == ("Stage", "Number", "Sums, by type of money")
    assert [tuple(span.text for span in row) for row in by_stage.rows] == [
        ("signed", "3", "credit line CNY 75 bn; purchase order CNY 2 bn"),
        ("planned", "1", "investment CNY 200 m"),
    ]


def test_the_records_come_first_and_no_table_says_what_theirs_says(selection: Callable[..., Selection]) -> None:
    headings = list(_tables(ListRequest(selection("")).document()))
    assert headings[0] == "Deals"
    assert "Type" not in headings  # each deal is of a type of its own


def test_of_many_sums_each_stands_apart_in_chinese(selection: Callable[..., Selection]) -> None:
    language.use("zh")
    by_stage = _tables(ListRequest(selection("amount>1亿")).document())["阶段"]
    assert by_stage.header == ("阶段", "数量", "合计（按资金性质）")
    assert by_stage.rows[0][2].text == "授信 750亿元；采购订单 20亿元"


def test_nothing_that_matches_is_said(selection: Callable[..., Selection]) -> None:
    document = ListRequest(selection("amount>9万亿")).document()
    assert _lead(document)[-1] == "Nothing matches."
    assert "Deals" not in [section.heading for section in document.sections]


def test_a_long_list_is_cut_and_the_rest_counted(tmp_path: Path) -> None:
    deals = "".join(
        f'[[deals]]\nid = "d{one}"\ntitle = {{ en = "D{one}" }}\nevent = "fair"\n' for one in range(MOST + 5)
    )
    store = open_archive(write_archive(tmp_path, events=EVENT, deals=deals)).store
    document = ListRequest(Selection(store, parse("", store.kind("deals")))).document()
    table, more = document.sections[-1].blocks
    assert isinstance(table, Table)
    assert len(table.rows) == MOST
    assert isinstance(more, Paragraph)
    assert more.spans[0].text == "and 5 more"
