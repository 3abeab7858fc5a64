"""An import says that the prepared file is out of date, or makes it anew where that is asked for."""

from pathlib import Path

import pytest
from cq_tui.store.engine.loading import Loading
from cq_tui.store.open_archive import open_archive
from cq_tui.store.prepare_archive import prepare_archive
from cq_tui.store.prepared.lookup import NAME
from cq_tui.store.store import Cancelled

from tests.unit.conftest import Run
from tests.unit.made import EVENT, write_archive
from tests.unit.tables.test_prepared import prepare

_LIST = "Project,Type,Amount (CNY)\nDye works,investment,1000000\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = write_archive(tmp_path / "archive", events=EVENT)
    (made / "data" / "deals.csv").write_text("id,title_en,event\nmill,Mill,fair\n")
    (tmp_path / "list.csv").write_text(_LIST)
    return made


def _line(root: Path, changed: str) -> str:
    return f"{root}/{NAME} is not used: {changed} was changed since. cq-tui prepare {root} makes it anew."


def _written(root: Path) -> str:
    return f"{root}/{NAME} is written: every session opens the archive from it, until a file of the archive changes."


def test_an_import_and_one_taken_back_say_what_is_out_of_date(root: Path, run: Run, tmp_path: Path) -> None:
    given = ("import", tmp_path / "list.csv", "--event", "fair", "--into", root)
    prepare(root)
    ran = run(*given)
    assert (ran.code, ran.err.splitlines()[-1]) == (0, _line(root, "data/fair-deals-list/deals.csv"))
    prepare(root)
    ran = run(*given)
    assert (ran.code, ran.err.splitlines()[-1]) == (0, "All of it is in the archive already; no file was changed.")
    ran = run("import", "--undo", "list.csv", "--into", root)
    assert (ran.code, ran.err.splitlines()[-1]) == (0, _line(root, "data/fair-deals-list/deals.csv"))


def test_an_import_makes_it_anew_where_that_is_asked_for(root: Path, run: Run, tmp_path: Path) -> None:
    ran = run("import", tmp_path / "list.csv", "--event", "fair", "--into", root, "--prepare")
    assert (ran.code, ran.err.splitlines()[-1]) == (0, _written(root))
    store = open_archive(root).store
    assert (store.unprepared, store.total("deals")) == ("", 2)
    ran = run("import", "--undo", "list.csv", "--into", root, "--prepare")
    assert (ran.code, ran.err.splitlines()[-1]) == (0, _written(root))
    store = open_archive(root).store
    assert (store.unprepared, store.total("deals")) == ("", 1)


@pytest.mark.parametrize("arguments", [["list.csv"], ["--undo", "list.csv"]])
def test_nothing_is_prepared_by_a_dry_run(root: Path, run: Run, arguments: list[str]) -> None:
    ran = run("import", *arguments, "--event", "fair", "--into", root, "--prepare", "--dry-run")
    assert (ran.code, ran.err) == (
        2,
        "cq-tui: --prepare writes the prepared file, and --dry-run writes nothing.\n",
    )
    assert not (root / NAME).exists()


def test_a_run_that_is_broken_off_late_leaves_the_older_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare(root)
    before = (root / NAME).read_bytes()
    told: list[Loading] = []

    def watch(thread: object, loading: Loading) -> None:
        thread.join()  # type: ignore[attr-defined]
        told.append(loading)

    monkeypatch.setattr("cq_tui.store.prepare_archive.hashes", lambda *_given: told[0].stop() or {})
    with pytest.raises(Cancelled):
        prepare_archive(root, watch)
    assert (root / NAME).read_bytes() == before
    assert [one.name for one in root.iterdir() if one.name.startswith(".")] == []
