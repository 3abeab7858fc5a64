"""Where nothing matches, nothing more is asked: no sums, no page, and not of who types on."""

import pytest
from cq_tui.query.parse import parse
from cq_tui.screens.browse.query_result import query_results
from cq_tui.store.selection import matches
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.unit.tables.test_prepared_search import both

__all__ = ["both"]
_MEANS = "FROM _called_deals"
"""What words mean is looked up beside the records."""


@pytest.fixture
def asked(both: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that are asked of the records."""
    store, found = both[0], list[str]()
    ask = store.ask
    _ = store.totals, store.belonging, store.itemised
    monkeypatch.setattr(store, "ask", lambda sql, *rest: found.append(sql) or ask(sql, *rest))
    return found


def _of_records(asked: list[str]) -> list[str]:
    return [sql for sql in asked if _MEANS not in sql]


def test_one_statement_answers_a_word_that_stands_nowhere(both: tuple[Store, Store], asked: list[str]) -> None:
    kind = both[0].schema["deals"]
    last = Selection(both[0], parse("项目z", kind))
    assert last.first_page("made-1") == 0
    assert (last.count, last.page(0), last.position("made-1")) == (0, [], None)
    assert last.sums is not None
    assert (last.sums.by_kind, last.sums.counted, last.sums.left_out, last.field_sums) == ((), 0, (), [])
    assert len(_of_records(asked)) == 1
    typed_on = Selection(both[0], parse("项目zz", kind), before=last)
    assert (typed_on.first_page(None), typed_on.count) == (0, 0)
    assert len(_of_records(asked)) == 1
    other = Selection(both[0], parse("项目", kind), before=typed_on)
    assert other.count == Selection(both[0], parse("项目", kind)).count


def test_no_sums_are_asked_where_a_sorted_list_is_empty(both: tuple[Store, Store], asked: list[str]) -> None:
    text = "项目z sort:amount-desc"
    *_more, last = query_results(Selection(both[0], parse(text, both[0].schema["deals"])), None, text)
    assert last.words[0].startswith("0 of ")
    assert not any("sum(" in sql for sql in asked)


def test_positions_that_need_more_than_32_bits(both: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch) -> None:
    """A server would begin at 0 again without a word."""
    kind, answers = both[0].schema["deals"], []
    for most in (matches._IN_32_BITS, 1):
        monkeypatch.setattr(matches, "_IN_32_BITS", most)
        selection = Selection(both[0], parse("重庆 sort:amount-desc", kind))
        assert selection.count
        kept = selection._matches.table, selection._row_order._table
        answers.append([both[0].ask(f"SELECT any_value(typeof(_position)) FROM {name}")[0][0] for name in kept])
        answers.append([one.id for one in selection])
    assert answers[0] == ["UINTEGER", "UINTEGER"]
    assert answers[2] == ["BIGINT", "BIGINT"]
    assert answers[1] == answers[3]
