"""An import is taken back whole: records, what only it made, own fields that only it used; or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import hashes, sheet

Bring = Callable[..., Ran]
LIST = "Project,Investor,Type,Wing,Height\nMill,Aa GmbH,fund,North,5\nMine,Bb,fund,North,6\n"


@pytest.fixture
def undo(run: Run, archive: Path) -> Callable[[str], Ran]:
    """Takes an import of the archive back."""
    return lambda name: run("import", "--undo", name, "--into", archive)


def test_everything_is_as_it_was(
    bring: Bring, undo: Callable[[str], Ran], run: Run, archive: Path, tmp_path: Path
) -> None:
    before = hashes(archive)
    bring(sheet(tmp_path / "list.csv", LIST))
    assert (archive / "data/schema.toml").is_file()
    ran = undo("list.csv")
    assert (ran.code, ran.out) == (0, "")
    assert "2 rows of list.csv were taken back.\n" in ran.err
    assert hashes(archive) == before
    assert not (archive / "data/fair-deals-list").exists()
    assert run("check", archive).code == 0


def test_of_two_imports_one_stays_whole_with_the_fields_that_it_uses(
    bring: Bring, undo: Callable[[str], Ran], run: Run, archive: Path, tmp_path: Path
) -> None:
    bring(sheet(tmp_path / "list.csv", LIST))
    other = sheet(tmp_path / "other.csv", "Project,Type,Wing\nPort,fund,North\nPier,fund,West\n")
    bring(other)
    assert "height" not in (archive / "data/fair-deals-other/deals.csv").read_text("utf-8-sig").splitlines()[0]
    assert undo("fair-deals-list").code == 0
    declared = (archive / "data/schema.toml").read_text("utf-8")
    assert ("[fields.deals.wing]" in declared, "[fields.deals.height]" in declared) == (True, False)
    assert run("check", archive).code == 0
    assert bring(other).code == 0


def test_what_others_refer_to_stays(bring: Bring, undo: Callable[[str], Ran], archive: Path, tmp_path: Path) -> None:
    bring(sheet(tmp_path / "list.csv", LIST))
    daughter = '[[organisations]]\nid = "a"\nname = { en = "A" }\nparent = "aa"\n'
    with (archive / "data/organisations.toml").open("a", encoding="utf-8") as file:
        file.write(daughter)
    before = hashes(archive)
    ran = undo("list.csv")
    assert (ran.code, hashes(archive)) == (1, before)
    assert ran.err.splitlines()[-1] == (
        "cq-tui: organisation a refers to aa, which this import made; change that first."
    )


def test_a_name_that_is_none_names_those_that_are(
    bring: Bring, undo: Callable[[str], Ran], archive: Path, tmp_path: Path
) -> None:
    assert "There is no import x. There are: none" in undo("x").err
    bring(sheet(tmp_path / "list.csv", LIST))
    before = hashes(archive)
    ran = undo("x")
    assert (ran.code, hashes(archive)) == (1, before)
    assert "There is no import x. There are: fair-deals-list" in ran.err


def test_the_list_to_import_must_be_named(run: Run, archive: Path) -> None:
    ran = run("import", "--into", archive)
    assert (ran.code, "FILE is missing" in ran.err) == (2, True)


def test_nothing_is_taken_back_where_it_is_only_to_be_shown_or_a_list_is_named(
    bring: Bring, run: Run, archive: Path, tmp_path: Path
) -> None:
    path = sheet(tmp_path / "list.csv", LIST)
    bring(path)
    before = hashes(archive)
    ran = run("import", "--undo", "list.csv", "--into", archive, "--dry-run")
    assert (ran.code, ran.out) == (0, "2 rows of list.csv go.\n")
    ran = run("import", path, "--undo", "list.csv", "--into", archive)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "--undo" in ran.err
    assert hashes(archive) == before
