"""The index of what records say: the same records as without it, and few texts read for them."""

from collections.abc import Iterator

import pytest
from cq_tui.archive.read import Archive, read, shipped
from cq_tui.files.named import archive_root
from cq_tui.query.parse import parse
from cq_tui.screens.browse.query_result import query_results
from cq_tui.store.selection.extent import Extent
from cq_tui.store.selection.selection import Selection
from cq_tui.store.server.address import address_of
from cq_tui.store.server.open_server import connected, open_server
from cq_tui.store.server.replace import put
from cq_tui.store.store import Store

from tests.bench.made_deals import made_archive
from tests.server.made_server import Answer, Asked, MadeServer
from tests.server.test_conformance import WORDS, pytestmark  # noqa: F401  the same condition
from tests.server.test_over_http import _url, served  # noqa: F401  a fixture
from tests.unit.conftest import Run, run  # noqa: F401  a fixture

_SOUGHT = (
    *WORDS, "铝", "龘", "a", "项目", "项目z", "made deal 77", "deal 77", "ＣＩＴＩＣ", "西南铝,项目z", "-项目z",
    "=made", "xinan", "zhongxin bank", "cq 铝", "note:铝",
    "/ſ|k/", "/(?:made) deal/", "/made deal [0-2]$/", "citic 项目z",
)  # fmt: skip


def _archive(name: str) -> Archive:
    return read(shipped()) if name == "shipped" else made_archive(3000)


@pytest.fixture(autouse=True)
def _no_record_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cq_tui.store.server.small_kinds._FEW", 0)


def _statements(made: MadeServer, begin: int = 0) -> Iterator[str]:
    return (one.sql for one in made.asked[begin:])


@pytest.mark.parametrize("few", [0, 40, 5000])
@pytest.mark.parametrize(("name", "kinds"), [("shipped", ("deals", "organisations", "passages")), ("made", ("deals",))])
def test_the_same_records_are_found(
    served: MadeServer,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    kinds: tuple[str, ...],
    few: int,
) -> None:
    monkeypatch.setattr("cq_tui.store.engine.clickhouse.engine._FEW", few)
    here = Store(_archive(name))
    _put(here, served)
    there, begin = open_server(archive_root(_url(served))), len(served.asked)
    for kind in map(here.kind, kinds):
        assert there.is_heard(kind)
        for text in _SOUGHT:
            if not parse(text, kind).faults:
                assert _found(there, text, kind.name) == _found(here, text, kind.name), text
    assert any(sql.startswith("SELECT count() FROM") and "hasAllTokens" in sql for sql in _statements(served, begin))


def _found(store: Store, text: str, kind: str) -> tuple[list[str], list[str]]:
    """The first ones and all, in their order."""
    selection = Selection(store, parse(text, store.kind(kind)))
    return [one.id for one in selection.rows(0, 20)], selection.ids()


def _put(store: Store, made: MadeServer) -> None:
    address = address_of(_url(made))
    put(Extent(store), connected(address, writes=True), address, replace=True, told=lambda _kind, _rows: None)


@pytest.mark.parametrize("text", ["重庆", "made", "xnl", "finance", "-xnl", "deal 1"])
def test_a_first_page_holds_the_first_records(
    served: MadeServer,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    text: str,
) -> None:
    """Of a table in many pieces, which threads read as they come to them."""
    monkeypatch.setattr("cq_tui.store.server.load.BATCH", 250)
    here = Store(made_archive(3000))
    _put(here, served)
    there = open_server(archive_root(_url(served)))
    pages = []
    for store in (here, there):
        selection = Selection(store, parse(text, store.kind("deals")))
        selection.first_page(None)
        pages.append([one.id for one in selection.page(0)])
    assert pages[0] == pages[1]


def test_for_a_word_that_stands_nowhere_no_text_is_read(served: MadeServer) -> None:  # noqa: F811
    _put(Store(made_archive(3000)), served)
    there = open_server(archive_root(_url(served)))
    for word in ("项目z", "龘", "zz-nothing"):
        begin = len(served.asked)
        assert Selection(there, parse(word, there.kind("deals"))).count == 0
        asked = [*_statements(served, begin)]
        assert any("hasAllTokens" in sql and sql.startswith("SELECT count()") for sql in asked)
        assert not any("_text_" in sql for sql in asked)


def test_a_word_that_stands_nowhere_takes_two_statements(
    served: MadeServer,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What it means, and what the index says: no table is made, no page looked for, nothing added up."""
    monkeypatch.setattr("cq_tui.screens.browse.query_result._LONG", 1000)
    _put(Store(made_archive(3000)), served)
    there = open_server(archive_root(_url(served)))
    kind = there.kind("deals")
    for _result in query_results(Selection(there, parse("汽车", kind)), None, "汽车"):
        pass  # what the first question alone brings
    begin = len(served.asked)
    for _result in query_results(found := Selection(there, parse("项目z", kind)), None, "项目z"):
        pass
    means, index = (sql for sql in _statements(served, begin) if not sql.startswith("DROP"))
    assert "_called_deals" in means
    assert index.startswith("SELECT count()")
    for _result in query_results(Selection(there, parse("项目zz", kind), before=found), None, "项目zz"):
        pass
    assert [sql for sql in _statements(served, begin) if not sql.startswith("DROP")] == [means, index]


def test_a_server_that_has_no_such_index_is_asked_without(
    run: Run,  # noqa: F811
    served: MadeServer,  # noqa: F811
) -> None:
    answers = served.answers

    def older(asked: Asked) -> Answer:
        if "TYPE text" in asked.sql:
            return Answer(b"Code: 80. DB::Exception: Unknown Index type 'text'", 80)
        return answers(asked)

    served.answers = older
    assert run("publish", "--to", _url(served)).code == 0
    for text in ("xnl", "铝", "zz-nothing"):
        here, there = (run("list", "deals", "--filter", text, *more) for more in ((), ("--archive", _url(served))))
        assert (there.code, there.out) == (here.code, here.out)
    [probed] = [sql for sql in _statements(served) if "_probe" in sql and sql.startswith("CREATE")]
    assert "TYPE text" in probed
    assert not any("hasAllTokens" in sql for sql in _statements(served))


@pytest.mark.parametrize("key", ["index", "sounds"])
def test_what_was_made_by_other_tables_of_characters_is_not_asked(
    served: MadeServer,  # noqa: F811
    key: str,
) -> None:
    here = Store(read(shipped()))
    _put(here, served)
    connection = connected(address_of(_url(served)), writes=True)
    for sql in (f"DELETE FROM _archive WHERE key = '{key}'", f"INSERT INTO _archive VALUES ('{key}', 'other')"):
        with connection.lines(sql, {}, "q"):
            pass
    there = open_server(archive_root(_url(served)))
    begin = len(served.asked)
    for text in ("xnl", "西南铝"):
        assert _found(there, text, "deals") == _found(here, text, "deals")
    name = {"index": "hasAllTokens", "sounds": "_heard"}[key]
    assert not any(name in sql for sql in _statements(served, begin))
