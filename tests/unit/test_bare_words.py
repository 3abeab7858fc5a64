"""Words without a field: not in the name of the only event, and the sound of two letters in names alone."""

import pytest
from cq_tui.archive.read import Archive
from cq_tui.language import use
from cq_tui.query.explain import explain
from cq_tui.query.highlight import Highlighter
from cq_tui.query.parse import parse
from cq_tui.store.selection.event_name import left_out
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.shipped import kinds


def select(store: Store, kind: str, text: str) -> Selection:
    return Selection(store, parse(text, store.kind(kind)))


def test_the_name_of_the_only_event_makes_no_record_match(store: Store) -> None:
    # In names, in a note, and in the country of who sent them: the European Union.
    assert select(store, "speakers", "european").ids() == [
        "china-ip-sme-helpdesk",
        "eu-chamber-southwest",
        "hu-henghua",
    ]
    assert select(store, "speakers", "event:european").count == 13
    assert select(store, "deals", "/European/").count == 0


def test_what_is_left_out_is_said(store: Store) -> None:
    use("en")
    assert left_out(select(store, "speakers", "european")) == (
        "“european” is in the name of the event, so every record has it; event:european looks for it there"
    )
    assert left_out(select(store, "speakers", "event:european")) == ""
    assert left_out(select(store, "speakers", "frisoli")) == ""
    assert left_out(select(store, "organisations", "european")) == ""


def test_the_name_of_the_event_is_asked_once(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(archive)
    asked: list[str] = []
    ask_of_all = store.ask_of_all
    monkeypatch.setattr(store, "ask_of_all", lambda sql: asked.append(sql) or ask_of_all(sql))
    for word in ("e", "eu", "european"):
        left_out(select(store, "speakers", word))
    assert [sql for sql in asked if '"events"' in sql] == [
        "SELECT _names FROM \"events\" WHERE id = 'european-visit-2025'"
    ]


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("deals", "hj yq", ["parts-supply-order"]),  # 宏进 and 宇琪, and no note in which such characters stand
        ("organisations", "hj", ["hongjin-group"]),
        ("deals", "xnl", ["aluminium-die-casting-line"]),
    ],
)
def test_two_letters_sound_in_names_alone(store: Store, kind: str, text: str, found: list[str]) -> None:
    assert select(store, kind, text).ids() == found


def test_what_did_not_find_a_record_is_not_marked_in_it(store: Store) -> None:
    kind = store.kind("deals")
    highlighter = Highlighter(parse("hj", kind), store.widen)
    assert highlighter.spans("宏进集团", kind.by_name["title"]) == [(0, 2)]
    assert highlighter.spans("环节", kind.by_name["note"]) == []
    asked = Highlighter(parse("note:hj", kind), store.widen)
    assert asked.spans("环节", kind.by_name["note"]) == [(0, 2)]


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("en", "amount>10", "Deals: amount is more than 10 (single units, not CNY bn: for those write 10bn)"),
        ("en", "amount>1m", "Deals: amount is more than 1 m"),
        ("en", "amount>=5bn", "Deals: amount is at least 5 bn"),
        ("zh", "金额>10", "项目：金额大于10（按元计，不按亿元；按亿元请写10亿）"),
        ("en", "amount>EUR10", "Deals: amount is more than EUR 10"),
    ],
)
def test_a_number_without_a_unit_says_how_it_was_read(lang: str, text: str, said: str) -> None:
    use(lang)
    assert explain(parse(text, kinds()["deals"])) == said
