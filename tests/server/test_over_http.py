"""The program in front of a server: one command loads an archive, and one reads it as if it were a folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cq_tui import __version__
from cq_tui.archive.read import read, shipped
from cq_tui.files.named import archive_root
from cq_tui.query.terms import Query
from cq_tui.store.engine.cancellation import Cancellation, Cancelled
from cq_tui.store.selection.extent import Extent
from cq_tui.store.selection.selection import Selection
from cq_tui.store.server.address import address_of
from cq_tui.store.server.open_server import connected, open_server
from cq_tui.store.server.replace import put
from cq_tui.store.server.small_kinds import kept_records
from cq_tui.store.store import Store
from cq_tui.store.views.footer import footer_parts

from tests.server.in_the_process import InTheProcess
from tests.server.made_server import Answer, Asked, MadeServer, serving
from tests.server.test_conformance import pytestmark  # noqa: F401  the same condition
from tests.unit.conftest import Run, run  # noqa: F401  a fixture
from tests.unit.made_words import write_words
from tests.unit.test_cli_errors import one_line


@pytest.fixture
def served() -> Iterator[MadeServer]:
    with serving(MadeServer(InTheProcess())) as made:
        yield made


def _url(served: MadeServer) -> str:
    return f"clickhouse://127.0.0.1:{served.port}/fairs"


@pytest.mark.parametrize("few", [1000, 0])  # of so many records of a kind all are taken into memory
def test_one_command_loads_the_shipped_event_and_one_reads_it(
    run: Run,  # noqa: F811
    served: MadeServer,
    monkeypatch: pytest.MonkeyPatch,
    few: int,
) -> None:
    monkeypatch.setattr(f"{kept_records.__module__}._FEW", few)
    url = _url(served)
    ran = run("publish", "--to", url)
    assert (ran.code, ran.out, ran.err) == (0, "", f"117 records loaded into {url}.\n")
    id_ = run("export", "deals", "--columns", "id").out.splitlines()[1]
    for command in (
        ["list", "deals"],
        ["list", "deals", "--filter", "xnl"],
        ["list", "speakers", "--sort", "name"],
        ["export", "deals", "--filter", "amount>=10亿", "--format", "csv"],
        ["export", "deals", "--format", "json"],
        ["show", "deals", "ID"],
        ["list", "overview"],
    ):
        command = [id_ if word == "ID" else word for word in command]
        here, there = run(*command), run(*command, "--archive", url)
        assert (here.code, there.code, there.out) == (0, 0, here.out), command


def test_to_open_it_takes_one_question(run: Run, served: MadeServer) -> None:  # noqa: F811
    """However many kinds there are; those of few records come with the answer, in the order of the files."""
    run("publish", "--to", _url(served))
    served.asked.clear()
    store = open_server(archive_root(_url(served)))
    here = read(shipped())
    assert [one.sql for one in served.asked] == ["SELECT key, value FROM _archive"]
    assert [store.archive.records(kind) for kind in here.schema] == [here.records(kind) for kind in here.schema]


def test_what_every_session_asks_first_is_answered_by_then(
    run: Run,  # noqa: F811
    served: MadeServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(f"{kept_records.__module__}._FEW", 0)
    run("publish", "--to", _url(served))
    there, here = open_server(archive_root(_url(served))), Store(read(shipped()))
    served.asked.clear()
    for kind in here.schema.values():
        assert footer_parts(Selection(there, Query(kind))) == footer_parts(Selection(here, Query(kind)))
    assert there.belonging == here.belonging
    assert there.widen("2025") == here.widen("2025")
    assert served.asked == []


def test_again_it_is_replaced_and_not_doubled(run: Run, served: MadeServer) -> None:  # noqa: F811
    url = _url(served)
    assert run("publish", "--to", url).code == 0
    assert one_line(run("publish", "--to", url), 1) == f"{url} holds an archive already. --force replaces it."
    ran = run("publish", "--to", url, "--force", "--filter", "country:DE")
    told = f"records loaded into {url}. The filter found 1 of Deals; the others are what those refer to.\n"
    assert (ran.code, ran.err.partition(" ")[2]) == (0, told)
    wanted = run("export", "deals", "--filter", "country:DE").out
    assert run("export", "deals", "--archive", url).out == wanted


def test_an_archive_with_words_of_its_own(run: Run, served: MadeServer, tmp_path: Path) -> None:  # noqa: F811
    own = write_words(tmp_path)
    assert run("publish", "--to", _url(served), "--archive", own).code == 0
    here, there = run("list", "booths", "--archive", own), run("list", "booths", "--archive", _url(served))
    assert (there.code, there.out) == (0, here.out)


def test_a_load_that_was_broken_off_leaves_what_was_there(run: Run, served: MadeServer, tmp_path: Path) -> None:  # noqa: F811
    url = _url(served)
    assert run("publish", "--to", url).code == 0
    before = run("list", "deals", "--archive", url).out
    cancellation = Cancellation()
    connection = connected(address_of(url), writes=True)
    with pytest.raises(Cancelled):
        put(
            Extent(Store(read(write_words(tmp_path)))),
            connection,
            address_of(url),
            replace=True,
            told=lambda _kind, _rows: cancellation.cancel(),
            cancellation=cancellation,
        )
    assert run("list", "deals", "--archive", url).out == before
    assert open_server(archive_root(url)).total("deals") > 0


def test_half_an_archive_is_not_opened_and_is_loaded_again(run: Run, served: MadeServer) -> None:  # noqa: F811
    url = _url(served)
    assert run("publish", "--to", url).code == 0
    connection = connected(address_of(url), writes=True)
    with connection.lines("DELETE FROM _archive WHERE key = 'complete'", {}, "q"):
        pass
    line = one_line(run("list", "deals", "--archive", url), 1)
    assert line == f"{url}: holds half an archive; cq-tui publish --to was broken off, and loads it when run again"
    assert run("publish", "--to", url).code == 0
    assert run("list", "deals", "--archive", url).code == 0


def test_what_is_no_archive_is_told_and_left_as_it_is(run: Run, served: MadeServer) -> None:  # noqa: F811
    url = _url(served)
    line = one_line(run("list", "deals", "--archive", url), 1)
    assert line == f"{url}: holds no archive; cq-tui publish --to puts one there"
    connection = connected(address_of(url), writes=True)
    with connection.lines("CREATE TABLE mine (a Int64) ENGINE = MergeTree ORDER BY a", {}, "q"):
        pass
    line = one_line(run("publish", "--to", url), 1)
    assert line == f"{url}: holds other tables, and is left as it is; name an empty database"


def test_who_reads_meanwhile_meets_no_half_of_a_load(run: Run, served: MadeServer) -> None:  # noqa: F811
    """At each statement of a load over an earlier archive, another session counts its deals."""
    url = _url(served)
    assert run("publish", "--to", url).code == 0
    before = open_server(archive_root(url)).total("deals")
    answers = served.answers
    seen: list[int] = []

    def looked_at(asked: Asked) -> Answer:
        if not asked.settings.get("readonly"):
            with connected(address_of(url)).lines("SELECT count() AS n FROM deals", {}, "look") as lines:
                seen.append(int(b"".join(lines).splitlines()[-1].strip(b"[]")))
            open_server(archive_root(url))
        return answers(asked)

    served.answers = looked_at
    assert run("publish", "--to", url, "--force", "--filter", "country:DE").code == 0
    served.answers = answers
    assert [*dict.fromkeys(seen)] == [before, 1]
    with connected(address_of(url)).lines(
        "SELECT name FROM system.tables WHERE name LIKE '%\\_\\_%'", {}, "q"
    ) as lines:
        assert b"deals" not in b"".join(lines)


@pytest.mark.parametrize(
    ("key", "value"),
    [("columns", "{}"), ("format", "0"), ("rules", "[]"), ("records", "none")],
)
def test_another_schema_is_told_and_loaded_anew(run: Run, served: MadeServer, key: str, value: str) -> None:  # noqa: F811
    url = _url(served)
    assert run("publish", "--to", url).code == 0
    connection = connected(address_of(url), writes=True)
    for sql in (f"DELETE FROM _archive WHERE key = '{key}'", f"INSERT INTO _archive VALUES ('{key}', '{value}')"):
        with connection.lines(sql, {}, "q"):
            pass
    line = one_line(run("list", "deals", "--archive", url), 1)
    other = f"{url}: was loaded by cq-tui {__version__}, whose tables are other ones; load it again with this one"
    assert line == other
    assert run("publish", "--to", url, "--force").code == 0
    assert run("list", "deals", "--archive", url).code == 0
