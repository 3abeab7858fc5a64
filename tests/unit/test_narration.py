"""``-q`` and ``-v`` mean the same on every command: errors alone, or how it was done, too; stdout is never touched."""

from pathlib import Path

import pytest

from tests.unit.conftest import Run
from tests.unit.made import DEAL, EVENT, write_archive

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("list", "deals"),
    ("list", "overview"),
    ("list", "deals", "--by", "year"),
    ("show", "deals", "nev-credit-line"),
    ("export", "deals", "--filter", "amount>=10亿"),
    ("export", "overview"),
    ("brief",),
    ("check",),
    ("schema", "deals"),
    ("keys",),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_quiet_says_nothing_and_verbose_says_more(run: Run, command: tuple[str, ...]) -> None:
    usual, quiet, verbose = run(*command), run(*command, "-q"), run(*command, "--verbose")
    assert (quiet.code, quiet.err) == (usual.code, "")
    assert quiet.out == usual.out == verbose.out
    assert len(verbose.err) > len(usual.err)
    assert "processor time" in verbose.err


@pytest.mark.parametrize("command", [("export", "deals", "-o"), ("brief", "-o"), ("publish",), ("new",)], ids=" ".join)
def test_what_writes_is_quiet_too(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    ran = run(*command, tmp_path / "made.md", "--quiet")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (tmp_path / "made.md").exists()


def test_errors_are_told_all_the_same(run: Run) -> None:
    for wrong in (
        ("list", "dea"),
        ("list", "deals", "--filter", "amount>x"),
        ("show", "deals", "no"),
        ("list", "--no"),
    ):
        assert run(*wrong, "-q").err == run(*wrong).err != ""


def test_problems_are_told_on_stdout_and_by_the_exit_code(run: Run, tmp_path: Path) -> None:
    ran = run("check", "-q", write_archive(tmp_path, events=EVENT, deals=DEAL + "xyzzy = 2\n"))
    assert (ran.code, ran.err, ran.out.count("\n")) == (1, "", 1)


def test_what_was_asked_for_is_told(run: Run) -> None:
    ran = run("export", "deals", "--sums", "--explain", "-q")
    assert ran.err.count("\n") == 2


def test_one_of_quiet_and_verbose(run: Run) -> None:
    ran = run("list", "deals", "-q", "-v")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_verbose_names_the_archive_and_what_was_understood(run: Run, tmp_path: Path) -> None:
    root = write_archive(tmp_path, events=EVENT, deals=DEAL)
    ran = run("list", "deals", "--archive", root, "--filter", "stage:signed", "-v")
    assert f"{root}: 2 records read\n" in ran.err
    assert "stage is signed" in ran.err


def test_an_import_is_quiet(run: Run, tmp_path: Path) -> None:
    root = write_archive(tmp_path / "into", events=EVENT)
    (tmp_path / "list.csv").write_text("Project,Amount (EUR million)\nMill,5\n", "utf-8")
    ran = run("import", tmp_path / "list.csv", "--into", root, "--event", "fair", "-q")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
