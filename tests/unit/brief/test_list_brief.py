"""The brief of a list: how many, how much, by what, and the records up to a bound."""

from collections.abc import Callable
from pathlib import Path

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
    assert _lead(document) == [
        "European Advanced Manufacturing Enterprises' Visit to Chongqing",
        "Deals: amount is at least 1 bn",
        "; ".join(footer_parts(chosen)),
    ]
    assert [row[0].text for row in _tables(document)["Deals"].rows] == [str(one.called) for one in chosen]


def test_columns_of_codes_are_counted_and_summed(selection: Callable[..., Selection]) -> None:
    by_type = _tables(ListRequest(selection("")).document())["Type"]
    assert by_type.header == ("Type", "count", "sums, kinds of money apart")
    assert ("credit line", "1", "credit line 75 bn") in [tuple(span.text for span in row) for row in by_type.rows]


def test_nothing_that_matches_is_said(selection: Callable[..., Selection]) -> None:
    document = ListRequest(selection("amount>9万亿")).document()
    assert _lead(document)[-1] == "Nothing matches."
    assert document.sections == ()


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
