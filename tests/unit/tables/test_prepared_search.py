"""Words find in a prepared archive what they find in its files, in the same order, whatever they are."""

from itertools import product
from pathlib import Path

import pytest
from cq_tui.query.chinese import chinese
from cq_tui.query.parse import parse
from cq_tui.store.engine import in_use
from cq_tui.store.open_archive import open_archive
from cq_tui.store.prepare_archive import prepare_archive
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.made import EVENT, write_archive
from tests.unit.tables.made import parquet

NAMES = (
    "西南铝", "西南鋁業", "重庆长安汽车", "重慶銀行", "x西南y铝", "西 南铝", "行长乐单于", "吕氏綠能", "新能源 xnl",
    "ＸＮＬ合园", "Xinan plant", "件合园大宁平方", "西南\U00020164铝", "朝阳", "西", "Chang an cq",
)  # fmt: skip
PLACES = ("重庆", "", "西南片区", "xinan")
NOTES = ("", "西南铝在重庆", "see xnl and cq", "长安")
_ORGANISATIONS = """[[organisations]]
id = "southwest"
name = { zh = "西南铝业", en = "Southwest" }
type = "company"
country = "DE"

[[organisations]]
id = "xnl-works"
name = { en = "Works" }
type = "company"
"""
_SPEAKERS = """[[speakers]]
id = "first"
name = { zh = "安" }
event = "fair"
organisation = "southwest"

[[speakers]]
id = "second"
name = { zh = "长安" }
event = "fair"
organisation = "xnl-works"
"""


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, Store]:
    """An archive of all these names, places and notes together: prepared, and read from its files."""
    files = {"events": EVENT, "organisations": _ORGANISATIONS, "speakers": _SPEAKERS}
    root = write_archive(tmp_path_factory.mktemp("search") / "archive", **files)
    (root / "data" / "deals.parquet").write_bytes(parquet(_deals()))
    assert prepare_archive(root, lambda thread, _loading: thread.join()) == []
    prepared = open_archive(root).store
    assert (prepared.unprepared, prepared.is_heard(prepared.schema["deals"])) == ("", True)
    return prepared, open_archive(root, anew=True).store


def _deals(names: tuple[str, ...] = NAMES) -> str:
    rows = [
        f"('d{number}', '{name}', '{place}', '{note}', {number})"
        for number, (name, place, note) in enumerate(product(names, PLACES, NOTES))
    ]
    party = "[{'org': CASE n % 5 WHEN 0 THEN 'southwest' WHEN 1 THEN 'xnl-works' END, 'role': 'partner'}]"
    texts = "{'zh': name, 'en': ''} AS title" + "".join(
        f", CASE WHEN {field} <> '' THEN {{'zh': {field}, 'en': ''}} END AS {field}" for field in ("place", "note")
    )
    return (
        f"SELECT id, {texts}, 'fair' AS event, 'investment' AS instrument, "
        f"CASE WHEN n % 5 < 2 THEN {party} END AS parties, (1 + n)::DECIMAL(38, 4) AS amount, 'CNY' AS currency "
        f"FROM (VALUES {', '.join(rows)}) AS made(id, name, place, note, n)"
    )


def _spelt(text: str) -> str:
    """Pinyin of a text: letters alone."""
    return "".join(chinese().reading.get(one, one) for one in text)


def _initials(text: str) -> str:
    return "".join(chinese().reading.get(one, one)[0] for one in text)


pieces = st.sampled_from([piece for text in NAMES for piece in (text, text[:2], _spelt(text), _initials(text))])
words = (
    pieces.map(lambda word: word.replace(" ", "")[:8])
    | st.text("xnlcqazheyig", min_size=1, max_size=5)
    | st.text("西南铝鋁重庆长安xn", min_size=1, max_size=3)
)
terms = st.tuples(st.sampled_from(["", "", "", "-", "title:", "note:", "parties:", "title="]), words).map("".join)
filters = st.lists(terms | st.just("amount>90"), min_size=1, max_size=3).map(" ".join)


def _found(store: Store, text: str, kind: str = "deals") -> list[object]:
    selection = Selection(store, parse(text, store.schema[kind]))
    early = selection.first_page(None)
    page = [one.id for one in selection.page(0)] if early is not None else None
    ids = [one.id for one in selection]
    assert page is None or page == ids[: len(page)], text
    return [ids, selection.count, selection.sums]


@given(text=filters)
@settings(max_examples=12, deadline=None)
def test_any_words_find_the_same_in_the_same_order(both: tuple[Store, Store], text: str) -> None:
    prepared, read = both
    assert _found(prepared, text) == _found(read, text)


@pytest.mark.parametrize(
    "text", ["xnl", "xinanl", "cq", "cqca", "xi", "title=xnl", "xnl|cq", "x", "西南", "xinan cq", "sms", "zzzz"]
)
def test_words_find_the_same_in_the_same_order(both: tuple[Store, Store], text: str) -> None:
    prepared, read = both
    assert _found(prepared, text) == _found(read, text)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, Store]:
    """An archive without letters of full width, as one of many records: prepared, where words of letters are looked for
    in lower case, and as one of few, where they are an expression with all their forms.
    """
    files = {"events": EVENT, "organisations": _ORGANISATIONS, "speakers": _SPEAKERS}
    root = write_archive(tmp_path_factory.mktemp("many") / "archive", **files)
    names = (*(name for name in NAMES if name != "ＸＮＬ合园"), "XNL 77 Straße", "Σας ΣΑΣ", "xnL2025")
    (root / "data" / "deals.parquet").write_bytes(parquet(_deals(names)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(in_use, "_FEW_RECORDS", 0)
        assert prepare_archive(root, lambda thread, _loading: thread.join()) == []
        prepared = open_archive(root).store
        assert prepared.unprepared == ""
        assert prepared._engine.value.has_wide is False
    return prepared, open_archive(root, anew=True).store


@pytest.mark.parametrize(
    "text",
    [
        "xnl", "XNL", "xnL", "xn", "77", "2025", "xnl2025", "works", "WORKS", "southwest", "d1", "title:xnl",
        "title=xnl", "parties:works", "parties=works", "straße", "STRASSE", "σας", "ΣΑΣ", "σ", "-xnl", "xnl 77",
        "xnl|77", "xinan", "/xnl\\b/", "/XNL/", "title:/XNL/", "title:/(?-i:XNL)/",
    ],
)  # fmt: skip
def test_words_of_letters_find_the_same_in_lower_case(many: tuple[Store, Store], text: str) -> None:
    prepared, read = many
    assert _found(prepared, text) == _found(read, text)


@given(text=filters)
@settings(max_examples=12, deadline=None)
def test_any_words_find_the_same_in_lower_case(many: tuple[Store, Store], text: str) -> None:
    prepared, read = many
    assert _found(prepared, text) == _found(read, text)


def test_the_fields_that_no_record_has_are_known_and_not_looked_through(many: tuple[Store, Store]) -> None:
    prepared, read = many
    empty = prepared.empty_fields["deals"]
    assert {"sector", "amount_text"} <= {*empty}
    assert not {"title", "place", "note", "amount"} & {*empty}
    assert read.empty_fields == {}
    assert [_looks_into_sectors(store) for store in many] == [False, True]


def _looks_into_sectors(store: Store) -> bool:
    asked: list[str] = []
    ask = store._engine.value.ask
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store._engine.value, "ask", lambda sql, *more: (asked.append(sql), ask(sql, *more))[1])
        _found(store, "西南片区")
    return any('"sector".zh' in one for one in asked if "CREATE TABLE" in one)


@pytest.mark.parametrize(("name", "word"), [("İstanbul Fuar", "istanbul"), ("Faſsade", "fassade"), ("Kobe", "kobe")])
def test_a_letters_other_case_is_found_in_any_archive(name: str, word: str, tmp_path: Path) -> None:
    root = write_archive(tmp_path / "archive", events=EVENT, organisations=_ORGANISATIONS, speakers=_SPEAKERS)
    (root / "data" / "deals.parquet").write_bytes(parquet(_deals((name, "Other"))))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(in_use, "_FEW_RECORDS", 0)
        assert prepare_archive(root, lambda thread, _loading: thread.join()) == []
        prepared = open_archive(root).store
        found = _found(prepared, word)
    assert found == _found(open_archive(root, anew=True).store, word)
    assert found[1] == len(PLACES) * len(NOTES)


@pytest.mark.parametrize("text", ["germany", "deguo", "德国", "germ", "DE", "-germany", "chan germany", "germany xnl"])
def test_words_find_the_same_by_what_records_have_through_their_links(both: tuple[Store, Store], text: str) -> None:
    prepared, read = both
    assert _found(prepared, text, "speakers") == _found(read, text, "speakers")


def test_a_country_through_a_link_is_found(both: tuple[Store, Store]) -> None:
    assert [_found(store, "deguo", "speakers")[0] for store in both] == [["first"], ["first"]]


def test_names_are_found_before_all_else(both: tuple[Store, Store]) -> None:
    """As typed in a name or in that of a party, then by sound there, then what only says so elsewhere."""
    for store in both:
        ids: list[str] = [one.id for one in Selection(store, parse("xnl", store.schema["deals"]))]
        deals = dict(enumerate(product(NAMES, PLACES, NOTES)))
        ranks = [_rank(int(one[1:]), deals[int(one[1:])][0]) for one in ids]
        assert ranks == sorted(ranks)
        assert set(ranks) == {0, 1, 2}


def _rank(number: int, name: str) -> int:
    if "xnl" in name or "ＸＮＬ" in name or number % 5 == 1:
        return 0
    return 1 if "西南铝" in name or "西南鋁" in name or number % 5 == 0 else 2
