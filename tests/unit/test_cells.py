"""What stands in a table's cells and in an opened record."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from cq_tui.kinds.deals import Deal, Instrument
from cq_tui.language import Language, use
from cq_tui.schema.cells import Cell, cell, line
from cq_tui.schema.text import Text
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.store.views.footer import footer
from cq_tui.store.views.summary import column_label

from tests.shipped import kinds

Select = Callable[..., Selection]
CREDIT, FUND, LINE, ORDER = (
    "nev-credit-line", "specialised-innovative-fund", "aluminium-die-casting-line", "parts-supply-order",
)  # fmt: skip


def _cell(store: Store, kind: str, record_id: str, field: str) -> Cell:
    record = store.get(kind, record_id)
    assert record is not None
    return cell(kinds()[kind].by_name[field], record, store.name)


@pytest.mark.parametrize(
    ("record", "field", "en", "zh"),
    [
        (CREDIT, "amount", Cell("75"), Cell("750")),
        (LINE, "amount", Cell("0.2"), Cell("2")),
        (FUND, "amount", Cell("not stated", missing=True), Cell("未公布", missing=True)),
        (CREDIT, "category", Cell("finance", judged=True), Cell("金融赋能", judged=True)),
        (ORDER, "category", Cell("unclassified", missing=True), Cell("未归类", missing=True)),
        (LINE, "countries", Cell("China; Germany"), Cell("中国、德国")),
        (ORDER, "instrument", Cell("purchase order"), Cell("采购订单")),
        (
            FUND,
            "parties",
            Cell("China CITIC Bank (fund sponsor)", judged=True),
            Cell("中信银行（基金发起方）", judged=True),
        ),
        (FUND, "chain_segment", Cell("-", missing=True), Cell("-", missing=True)),
        (ORDER, "term_years", Cell("3"), Cell("3")),
        (ORDER, "place", Cell("Jiangjin District"), Cell("江津区")),
    ],
)
def test_cell_of_a_deal(store: Store, record: str, field: str, en: Cell, zh: Cell) -> None:
    assert _cell(store, "deals", record, field) == en
    use("zh")
    assert _cell(store, "deals", record, field) == zh


@pytest.mark.parametrize(
    ("kind", "record", "field", "en", "zh"),
    [
        ("events", "european-visit-2025", "guests", "more than 800", "超过800"),
        ("events", "european-visit-2025", "enterprises", "close to 150", "近150"),
        ("events", "european-visit-2025", "date", "2025-11-19", "2025-11-19"),
        ("opportunities", "development-opportunities", "amount", "about CNY 1 tn", "约1万亿元"),
        ("figures", "industrial-total-2027", "value", "CNY 4 tn", "4万亿元"),
        ("figures", "nev-output-2025", "value", "more than 1,250,000 vehicles", "超过125万辆"),
        ("figures", "nev-output-2025", "year", "2025", "2025"),
        ("chain", "systems", "members_named", "no", "否"),
    ],
)
def test_line_of_an_opened_record(store: Store, kind: str, record: str, field: str, en: str, zh: str) -> None:
    found = store.get(kind, record)
    assert found is not None
    assert line(kinds()[kind].by_name[field], found, store.name) == en
    use("zh")
    assert line(kinds()[kind].by_name[field], found, store.name) == zh


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("1", "CNY", "CNY 1"),
        ("-1200", "CNY", "CNY -1,200"),
        ("-20000000", "CNY", "-0.02"),
        ("100000", "CNY", "0.0001"),
        ("1234567890123", "CNY", "1,234.5679"),
        ("5000000000", "EUR", "EUR 5 bn"),
        ("12000", "EUR", "EUR 12,000"),
    ],
)
def test_amount_in_a_column(store: Store, amount: str, currency: str, text: str) -> None:
    deal = Deal(
        id="made",
        title=Text(en="Made"),
        event="e",
        instrument=Instrument.FUND,
        amount=Decimal(amount),
        currency=currency,
    )
    assert cell(kinds()["deals"].by_name["amount"], deal, store.name).text == text


def test_hostile_text_is_harmless_in_a_cell(store: Store) -> None:
    deal = Deal(id="made", title=Text(en="a\nb\x1b[2Jc\u202ed"), event="e", instrument=Instrument.FUND)
    assert cell(kinds()["deals"].by_name["title"], deal, store.name).text == "a b\ufffd[2Jc\ufffdd"


@pytest.mark.parametrize(("language", "label"), [("en", "Amount CNY bn"), ("zh", "金额 亿元")])
def test_the_unit_of_a_column_stands_in_its_header(language: Language, label: str) -> None:
    use(language)
    assert column_label(kinds()["deals"].by_name["amount"]) == label


def test_the_footer_tells_rows_sums_by_kind_and_what_was_stated(selection: Select) -> None:
    assert footer(selection()) == (
        "4 of 4  credit line 75 bn  purchase order 2 bn  investment 200 m  "
        "1 without an amount  stated 28, CNY 97.55 bn (24 not itemised, 20.35-22.35 bn)"
    )


def test_the_footer_never_adds_kinds_of_money_up(selection: Select) -> None:
    assert "77.2" not in footer(selection())


def test_the_footer_of_a_filtered_list(selection: Select) -> None:
    assert footer(selection("amount<1bn")).startswith("1 of 4  investment 200 m  stated 28, ")


def test_the_footer_of_a_kind_without_amounts(selection: Select) -> None:
    assert footer(selection("role:panel", "speakers")) == "6 of 13"


@pytest.mark.parametrize(
    ("written", "en", "zh"),
    [("x", 'not read: "x"', "未读懂：“x”"), (None, "not stated", "未公布"), ("未披露", "not stated", "未公布")],
)
def test_an_amount_that_could_not_be_read_is_not_called_undisclosed(written: str | None, en: str, zh: str) -> None:
    record = Deal.model_construct(id="mill", title=Text(en="Mill"), amount_text=written)
    field = kinds()["deals"].by_name["amount"]
    assert cell(field, record, lambda _kind, id_: id_).text == en
    use("zh")
    assert cell(field, record, lambda _kind, id_: id_).text == zh
