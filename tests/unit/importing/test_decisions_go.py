"""Decisions on deals told twice go with the deals that an import takes out, and are told. All of it is made up."""

import json
import os
import shutil
from pathlib import Path

import pytest
from cq_tui.archive.decide import decide
from cq_tui.archive.same.decision import Verdict, decision, text_of
from cq_tui.archive.same.file import PATH
from cq_tui.query.parse import parse
from cq_tui.store.open_archive import open_archive
from cq_tui.store.prepare_archive import prepare_archive
from cq_tui.store.selection.selection import Selection

from tests.unit.conftest import Run
from tests.unit.importing.conftest import hashes, sheet

_HEAD = "Project,Amount (EUR),Type\n"
_FIRST = "Mill,12000000,investment\nMine,30000000,investment\nPort,5000000,investment\n"
_SECOND = "Mill works,11000000,investment\nMine shaft,29000000,investment\nPier,5000000,investment\n"
_LISTS = (("first.csv", _FIRST), ("second.csv", _SECOND))
_GO = "2 decisions on deals told twice go with them.\n"
_STAYS = decision("mine", "port", Verdict.DIFFERENT, why="two sites")
_MILLS = decision("mill", "mill-works", Verdict.SAME, "mill-works")
_MINES = decision("mine", "mine-shaft", Verdict.LATER, "mine", "the later list")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the archive is kept once it was made, to be copied."""
    return tmp_path_factory.mktemp("kept") / "archive"


@pytest.fixture
def root(archive: Path, run: Run, tmp_path: Path, kept: Path) -> Path:
    """An archive of two lists, and three decisions: two across the lists, one within the first."""
    if kept.exists():
        for name, rows in _LISTS:
            sheet(tmp_path / name, _HEAD + rows)
        return Path(shutil.copytree(kept, archive, dirs_exist_ok=True))
    for name, rows in _LISTS:
        ran = run("import", sheet(tmp_path / name, _HEAD + rows), "--into", archive, "--event", "fair")
        assert ran.code == 0, ran.err
    for one in (_MILLS, _MINES, _STAYS):
        decide(archive, one)
    assert _sum(archive) == 51_000_000, "of each two that are one, one counts"
    shutil.copytree(archive, kept)
    return archive


def _sum(root: Path) -> int:
    opened = open_archive(root)
    assert opened.problems == []
    store = opened.store
    (total,) = Selection(store, parse("", store.kind("deals"))).sums.by_kind
    return int(total.amount)


def _decided(root: Path) -> str:
    return (root / PATH).read_text("utf-8")


def test_they_go_with_an_import_that_is_taken_back(root: Path, run: Run) -> None:
    ran = run("import", "--undo", "second.csv", "--into", root)
    assert ran.code == 0, ran.err
    assert f"3 rows of second.csv were taken back.\n{_GO}" in ran.err
    assert f", {PATH}\n" in ran.err
    assert _decided(root) == text_of([_STAYS])
    assert run("check", root).code == 0
    assert _sum(root) == 47_000_000, "what was left out for a deal that is gone counts again"


def test_the_file_goes_with_its_last_decision(root: Path, run: Run) -> None:
    ran = run("import", "--undo", "first.csv", "--into", root)
    assert ran.code == 0, ran.err
    assert "3 decisions on deals told twice go with them.\n" in ran.err
    assert not (root / PATH).exists()
    assert _sum(root) == 45_000_000


def test_taking_back_can_be_looked_at_first(root: Path, run: Run) -> None:
    before = hashes(root)
    ran = run("import", "--undo", "second.csv", "--into", root, "--dry-run")
    assert (ran.code, ran.out) == (0, f"3 rows of second.csv go.\n{_GO}")
    assert "Nothing was taken back." in ran.err
    assert hashes(root) == before
    told = run("import", "--undo", "second.csv", "--into", root, "--dry-run", "--lang", "zh")
    assert "另有 2 项重复记载的判定随之删除。" in told.out


def test_they_go_with_a_deal_that_a_later_edition_has_no_more(root: Path, run: Run, tmp_path: Path) -> None:
    path = sheet(tmp_path / "second.csv", _HEAD + _SECOND.splitlines(keepends=True)[1])
    given = ("import", path, "--into", root, "--event", "fair")
    one = "1 decision on deals told twice goes with them.\n"
    before = _decided(root)
    looked = run(*given, "--dry-run")
    assert one in looked.out
    assert json.loads(run(*given, "--dry-run", "--json").out)["decisions_gone"] == 1
    refused = run(*given)
    assert (refused.code, one in refused.err) == (1, True)
    assert _decided(root) == before
    done = run(*given, "--force")
    assert done.code == 0, done.err
    assert done.err.index(one) < done.err.index("Written: ") < done.err.rindex(one)
    assert _decided(root) == text_of([_MINES, _STAYS])
    assert run("check", root).code == 0
    assert _sum(root) == 47_000_000
    again = run(*given, "--force")
    assert (again.code, one in again.err) == (0, False)


def test_an_edition_that_keeps_the_deals_keeps_the_file(root: Path, run: Run, tmp_path: Path) -> None:
    path = sheet(tmp_path / "second.csv", _HEAD + _SECOND.replace("Pier,5", "Quay,6"))
    before = (root / PATH).stat().st_mtime_ns, _decided(root)
    ran = run("import", path, "--into", root, "--event", "fair", "--force")
    assert (ran.code, "decision" in ran.err) == (0, False)
    assert ((root / PATH).stat().st_mtime_ns, _decided(root)) == before


def test_a_prepared_archive_opens_and_counts_right_afterwards(root: Path, run: Run) -> None:
    assert prepare_archive(root, lambda thread, _loading: thread.join()) == []
    assert run("import", "--undo", "second.csv", "--into", root).code == 0
    assert _sum(root) == 47_000_000
    assert prepare_archive(root, lambda thread, _loading: thread.join()) == []
    assert open_archive(root).store.unprepared == ""
    assert _sum(root) == 47_000_000


def test_where_one_change_fails_none_is_made(root: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    rename, failed = os.rename, []

    def fails_at_the_decisions(source: Path, target: Path) -> None:
        if Path(target).name == "same.toml" and not failed:
            failed.append(target)
            raise OSError(28, "No space left on device")
        rename(source, target)

    before = hashes(root)
    monkeypatch.setattr(os, "rename", fails_at_the_decisions)
    ran = run("import", "--undo", "second.csv", "--into", root)
    monkeypatch.undo()
    assert (ran.code, len(failed)) == (1, 1)
    assert hashes(root) == before
    assert _sum(root) == 51_000_000


def test_no_list_is_told_to_lack_what_decisions_alone_say(root: Path, run: Run, tmp_path: Path) -> None:
    ran = run("import", sheet(tmp_path / "third.csv", _HEAD + _FIRST), "--into", root, "--event", "fair", "--dry-run")
    assert "From no column: " in ran.err
    assert "Same deal as" not in ran.err
    assert "Told twice" not in ran.err
