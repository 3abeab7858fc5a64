"""The values of a column: words, counts, sums, and terms that leave just the records that were counted."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.language import Language, use
from cq_tui.query.parse import parse
from cq_tui.store.selection.facets import facet_values, has_values
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.bench.made_deals import made_archive
from tests.shipped import kinds
from tests.unit.made import DEAL, EVENT, write_archive

Select = Callable[..., Selection]


def _told(selection: Selection, field: str) -> list[tuple[str, int]]:
    return [(one.words, one.count) for one in facet_values(selection, selection.kind.by_name[field]).values]


@pytest.mark.parametrize(
    ("kind", "field", "expected"),
    [
        ("deals", "category", [("finance", 2), ("investment", 1), ("unclassified", 1)]),
        ("deals", "countries", [("China", 4), ("Germany", 1)]),
        ("deals", "amount", [("75 bn", 1), ("2 bn", 1), ("200 m", 1), ("not stated", 1)]),
        ("chain", "members_named", [("no", 3), ("not stated", 6)]),
        ("platforms", "operators", [("CITIC Group", 2), ("not stated", 1)]),
    ],
)
def test_values_and_counts(selection: Select, kind: str, field: str, expected: list[tuple[str, int]]) -> None:
    assert _told(selection("", kind), field) == expected


def test_what_the_filter_leaves_is_counted(selection: Select) -> None:
    assert _told(selection("amount>1亿"), "stage") == [("signed", 2), ("planned", 1)]


def test_sums_are_told_kind_of_money_by_kind_of_money(selection: Select) -> None:
    found = facet_values(selection(), kinds()["deals"].by_name["countries"]).values
    assert [one.sums for one in found] == [
        ("credit line 75 bn", "purchase order 2 bn", "investment 200 m"),
        ("investment 200 m",),
    ]


def test_currencies_stay_apart(tmp_path: Path) -> None:
    deals = "".join(
        f'{DEAL.replace("mill", f"d{amount}")}amount = {amount}\ncurrency = "{currency}"\n'
        for amount, currency in ((5, "CNY"), (3, "EUR"), (7, "CNY"))
    )
    made = Store(read(write_archive(tmp_path, events=EVENT, deals=deals)))
    (fair,) = facet_values(Selection(made, parse("", kinds()["deals"])), kinds()["deals"].by_name["event"]).values
    assert (fair.words, fair.sums) == ("Fair", ("investment 12", "investment EUR 3"))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", sorted(kinds()))
def test_each_term_leaves_what_was_counted(store: Store, kind: str, language: Language) -> None:
    use(language)
    whole = Selection(store, parse("", kinds()[kind]))
    for field in filter(has_values, kinds()[kind].fields):
        found = facet_values(whole, field).values
        for one in (*found[:2], *found[2:][-1:]):
            query = parse(one.term, kinds()[kind])
            assert query.faults == (), one
            assert {term.field.name for term in query.terms if term.field} == {field.name}, one
            assert Selection(store, query).count == one.count, one


@pytest.mark.parametrize("language", ["en", "zh"])
def test_many_numbers_and_days_are_told_in_steps(language: Language) -> None:
    use(language)
    made = Store(made_archive(400))
    amounts = facet_values(Selection(made, parse("", kinds()["deals"])), kinds()["deals"].by_name["amount"]).values
    assert 3 < len(amounts) < 9
    assert sum(one.count for one in amounts) == 400
    for one in amounts:
        assert Selection(made, parse(one.term, kinds()["deals"])).count == one.count, one


def test_paragraphs_are_told_in_even_steps_from_the_first(store: Store) -> None:
    kind = store.kind("passages")
    found = facet_values(Selection(store, parse("", kind)), kind.by_name["paragraph"]).values
    assert [one.words for one in found] == ["1–5", "6–10", "11–15", "16–20", "21–25"]
    for one in found:
        assert Selection(store, parse(one.term, kind)).count == one.count, one


def test_few_places_have_each_its_own_value_in_their_order(store: Store) -> None:
    kind = store.kind("sessions")
    found = facet_values(Selection(store, parse("", kind)), kind.by_name["order"]).values
    assert [one.words for one in found] == [str(place) for place in range(1, len(found) + 1)]


def test_hostile_names_are_filtered_by_too(tmp_path: Path) -> None:
    names = ['a "quoted" mill', "c/d (e) [f] \\\\ g", "“curly”", "* . +", "a,b"]
    deals = "".join(DEAL.replace("mill", f"d{n}") + f"sector = {{ en = '{name}' }}\n" for n, name in enumerate(names))
    made = Store(read(write_archive(tmp_path, events=EVENT, deals=deals)))
    found = facet_values(Selection(made, parse("", kinds()["deals"])), kinds()["deals"].by_name["sector"])
    assert (found.distinct, len(found.values)) == (5, 5)
    for one in found.values:
        assert [Selection(made, parse(one.term, kinds()["deals"])).count] == [1], one


def test_numbers_are_written_as_they_are_read() -> None:
    from cq_tui.query.spelling import number_text
    from cq_tui.values.number_ranges import amount

    for language in ("en", "zh"):
        use(language)  # type: ignore[arg-type]
        for value in map(
            Decimal, ("0", "0.5", "1.234", "100.0001", "1234.5", "75000000000", "852.41e8", "1e15", "123456789")
        ):
            assert amount(kinds()["deals"].by_name["amount"], number_text(value)) == (value, "")
