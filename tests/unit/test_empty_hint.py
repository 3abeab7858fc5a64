"""Where words find nothing, the line below the filter offers what would: an amount, a value of a field, a note."""

from pathlib import Path

import pytest
from cq_tui.language import Language, use
from cq_tui.query.amount_phrase import compared_amount
from cq_tui.query.parse import parse
from cq_tui.screens.browse.query_result import query_results
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.empty_hint import hint_where_empty
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.made import DEAL, EVENT, write_archive


def hint(store: Store, text: str, kind: str = "deals") -> str:
    return hint_where_empty(Selection(store, parse(text, store.kind(kind))))


@pytest.mark.parametrize(
    ("text", "en", "zh"),
    [
        ("over 100 million", "amount>100m", "金额>1亿"),
        ("More than 1.5bn", "amount>1.5bn", "金额>15亿"),
        ("金额大于1亿", "amount>100m", "金额>1亿"),
        ("金额超過1億元", "amount>100m", "金额>1亿"),
        ("1亿以上", "amount>=100m", "金额>=1亿"),
        ("1亿元及以上", "amount>=100m", "金额>=1亿"),
        ("超过1亿", "amount>100m", "金额>1亿"),
        ("不超过5000万", "amount<=50m", "金额<=5000万"),
        ("不少于1亿", "amount>=100m", "金额>=1亿"),
        ("不到1亿", "amount<100m", "金额<1亿"),
        ("deals below 5m", "amount<5m", "金额<500万"),
        ("at most EUR 5m", "amount<=EUR5m", "金额<=EUR500万"),
    ],
)
def test_an_amount_in_words_is_a_condition(text: str, en: str, zh: str) -> None:
    deals = kinds()["deals"]
    languages: tuple[tuple[Language, str], ...] = (("en", en), ("zh", zh))
    for lang, condition in languages:
        use(lang)
        found = compared_amount(text, deals)
        assert found == condition
        assert parse(found, deals).faults == ()


@pytest.mark.parametrize(
    "text", ["", "over", "over the moon", "100", "title over 5m", "over 5 wheels", "1亿", "over " + "9" * 200, "超过"]
)
def test_what_is_no_amount_is_none(text: str) -> None:
    assert compared_amount(text, kinds()["deals"]) == ""


def test_a_kind_without_money_has_no_amounts() -> None:
    assert compared_amount("over 100 million", kinds()["speakers"]) == ""


def test_a_value_of_a_field_is_offered_where_it_finds_something(store: Store) -> None:
    assert hint(store, "european union") == "countries:EU asks for that"
    assert Selection(store, parse("countries:EU", store.kind("deals"))).count == 1
    assert hint(store, "italy") == "", "no deal is of it"
    assert hint(store, "germany") == "", "the word finds deals"
    assert hint(store, "over 100 million") == "amount>100m asks for that"
    use("zh")
    assert hint(store, "EU") == "可用 国家:欧盟"


def test_the_sound_is_offered_where_a_note_has_it_and_nowhere_else(tmp_path: Path) -> None:
    deal = DEAL + 'note = { zh = "西南铝" }\n'
    store = open_archive(write_archive(tmp_path, events=EVENT, deals=deal)).store
    assert hint(store, "xnl") == "the sound of “xnl” is not looked for in notes; note:xnl does"
    assert hint(store, "xnl mill") == "the sound of “xnl” is not looked for in notes; note:xnl does"
    assert hint(store, "xnl zzz") == "", "with the other word note:xnl finds nothing either"
    assert hint(store, "zzzz") == ""
    assert hint(store, "-xnl mill") == ""
    assert hint(store, "xnl", "events") == ""


def test_it_stands_beside_an_empty_list_alone(store: Store) -> None:
    for text, note in (("over 100 million", "amount>100m asks for that"), ("citic", ""), ("germany zzzz", "")):
        *_, last = query_results(Selection(store, parse(text, store.kind("deals"))), None, text)
        assert last.note == note
