"""A selection answers with counts, sums, pages and places."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.language import Language, use
from cq_tui.query.parse import parse
from cq_tui.query.terms import Order
from cq_tui.store.selection.selection import Selection
from cq_tui.store.selection.sums import Sum
from cq_tui.store.store import Cancelled, QueryError, Store

from tests.shipped import kinds
from tests.unit.made import DEAL, EVENT, write_archive

Select = Callable[..., Selection]
CREDIT, FUND, LINE, ORDER = (
    "nev-credit-line", "specialised-innovative-fund", "aluminium-die-casting-line", "parts-supply-order",
)  # fmt: skip


def test_count_and_count_of_all(selection: Select) -> None:
    found = selection("amount>=10亿")
    assert (found.count, found.of_all) == (2, 4)


def test_sums_keep_kinds_of_money_apart_the_largest_first(selection: Select) -> None:
    sums = selection().sums
    assert sums is not None
    assert sums.by_kind == (
        Sum("credit-line", "CNY", Decimal(75_000_000_000), 1),
        Sum("purchase-order", "CNY", Decimal(2_000_000_000), 1),
        Sum("investment", "CNY", Decimal(200_000_000), 1),
    )
    assert (sums.without_amount, sums.left_out) == (1, ())


def test_sums_are_those_of_the_filtered_records(selection: Select) -> None:
    sums = selection("instrument:fund").sums
    assert sums is not None
    assert (sums.by_kind, sums.without_amount) == ((), 1)


def test_a_kind_without_amounts_has_no_sums(selection: Select) -> None:
    assert selection("", "speakers").sums is None


def test_currencies_stay_apart_and_what_is_not_countable_stays_out(tmp_path: Path) -> None:
    money = [(5, "CNY", "true"), (3, "EUR", "true"), (7, "CNY", "true"), (9, "CNY", "false")]
    deals = "".join(
        f'{DEAL.replace("mill", f"d{amount}")}amount = {amount}\ncurrency = "{currency}"\ncountable = {countable}\n'
        for amount, currency, countable in money
    )
    made = Store(read(write_archive(tmp_path, events=EVENT, deals=deals)))
    sums = Selection(made, parse("", kinds()["deals"])).sums
    assert sums is not None
    assert sums.by_kind == (Sum("investment", "CNY", Decimal(12), 2), Sum("investment", "EUR", Decimal(3), 1))
    assert sums.without_amount == 0
    assert [(one.why.field, one.count, one.sums) for one in sums.left_out] == [
        ("countable", 1, (Sum("investment", "CNY", Decimal(9), 1),))
    ]


@pytest.mark.parametrize(
    ("start", "stop", "expected"),
    [
        (0, 2, [CREDIT, FUND]),
        (2, 4, [LINE, ORDER]),
        (3, 9, [ORDER]),
        (4, 9, []),
        (1, 1, []),
        (3, 1, []),
    ],
)
def test_rows_are_paged(selection: Select, start: int, stop: int, expected: list[str]) -> None:
    assert [record.id for record in selection().rows(start, stop)] == expected


def test_rows_are_the_records_that_were_read(selection: Select, store: Store) -> None:
    for kind in kinds():
        assert list(selection("", kind)) == store.archive.records(kind)


def test_position_of_a_record(selection: Select) -> None:
    found = selection("has:amount sort:amount")
    assert [found.position(one) for one in (LINE, ORDER, CREDIT, FUND, "no-such")] == [0, 1, 2, None, None]


def test_get_and_name(store: Store) -> None:
    assert store.get("deals", "no-such") is None
    assert store.name("organisations", "sms-group") == "SMS group"
    assert store.name("organisations", "no-such") == "no-such"
    use("zh")
    assert store.name("organisations", "sms-group") == "西马克"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sort:amount", [LINE, ORDER, CREDIT, FUND]),
        ("sort:amount-desc", [CREDIT, ORDER, LINE, FUND]),
        ("sort:category", [CREDIT, FUND, LINE, ORDER]),
        ("sort:category-desc,amount", [LINE, CREDIT, FUND, ORDER]),
        ("sort:category sort:amount", [CREDIT, FUND, LINE, ORDER]),
        ("sort:stage", [LINE, CREDIT, FUND, ORDER]),
        ("sort:title", [CREDIT, ORDER, FUND, LINE]),
        ("sort:chain", [ORDER, CREDIT, LINE, FUND]),
        ("sort:parties-desc", [LINE, ORDER, CREDIT, FUND]),
        ("sort:place", [ORDER, LINE, CREDIT, FUND]),
        ("sort:term", [ORDER, CREDIT, FUND, LINE]),
        ("sort:countable", [CREDIT, FUND, LINE, ORDER]),
    ],
)
def test_sorting_puts_what_has_no_value_last(selection: Select, text: str, expected: list[str]) -> None:
    assert [record.id for record in selection(text)] == expected


@pytest.mark.parametrize(
    ("language", "first"),
    [("en", ["Antonio Frisoli", "Beidou Zhilian"]), ("zh", ["安东尼奥·弗里索利", "北斗智联科技"])],
)
def test_names_sort_alphabetically_or_by_pinyin(selection: Select, language: Language, first: list[str]) -> None:
    use(language)
    names = [str(getattr(record, "name")) for record in selection("sort:name", "speakers").rows(0, 2)]  # noqa: B009
    assert [name.startswith(start) for name, start in zip(names, first, strict=True)] == [True, True]


def test_the_sort_option_goes_before_the_filter_s(store: Store) -> None:
    deals = kinds()["deals"]
    found = Selection(store, parse("sort:amount", deals), [Order(deals.by_name["amount"], True)])
    assert next(iter(found)).id == CREDIT


def test_a_selection_given_up_raises_cancelled(selection: Select) -> None:
    found = selection("铝")
    found.cancel()
    with pytest.raises(Cancelled):
        found.rows(0, 1)


def test_a_selection_given_up_leaves_others_alone(selection: Select) -> None:
    selection("铝").cancel()
    assert selection("铝").count == 1


def test_what_the_engine_can_t_run_is_a_query_error_of_one_line(store: Store) -> None:
    with pytest.raises(QueryError, match=r"^[^\n]+$"):
        store.ask("SELECT regexp_matches('a', ?)", ["(?=a)"])
