"""Tables of records in memory: a command makes those that it names, the browser all before they are asked."""

from threading import Thread

from cq_tui.archive.read import shipped
from cq_tui.query.parse import parse
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.shipped import kinds


def tables(store: Store) -> set[str]:
    return {row[0] for row in store.ask("SELECT table_name FROM duckdb_tables() WHERE table_name NOT LIKE '_kept_%'")}


def found(store: Store, kind: str, text: str) -> list[str]:
    return [one.id for one in Selection(store, parse(text, store.kind(kind)))]


def test_a_question_makes_the_tables_that_it_names() -> None:
    store = open_archive(shipped()).store
    assert tables(store) == set()
    assert found(store, "deals", "amount>=10亿") == ["nev-credit-line", "parts-supply-order"]
    assert tables(store) == {"_of_deals"}
    store.ask('SELECT count(*) FROM "_of_chain"')
    assert tables(store) == {"_of_deals", "_of_chain"}


def test_whoever_begins_waits_for_no_table() -> None:
    store = open_archive(shipped()).store
    store.begin().join()
    assert tables(store) == {f"_of_{kind}" for kind in kinds()}


def test_threads_that_ask_at_once_make_each_table_once() -> None:
    store = open_archive(shipped()).store
    answers: list[list[str]] = []
    threads = [Thread(target=lambda: answers.append(found(store, "deals", "country:DE"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 8
    assert len({tuple(one) for one in answers}) == 1
