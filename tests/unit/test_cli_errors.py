"""What is wrong on the command line: the right exit code and one clear line on stderr."""

import gc
from pathlib import Path

import pytest

from tests.unit.conftest import Ran, Run
from tests.unit.made import DEAL, EVENT, write_archive


def one_line(ran: Ran, code: int) -> str:
    """The one line that says what is wrong; nothing but it is printed."""
    assert (ran.code, ran.out) == (code, "")
    (line,) = ran.err.splitlines()
    assert line.startswith("cq-tui: ")
    return line.removeprefix("cq-tui: ")


@pytest.mark.parametrize("command", ["list", "export"])
def test_an_archive_with_problems_is_not_opened(run: Run, tmp_path: Path, command: str) -> None:
    root = write_archive(tmp_path, events=EVENT, deals=DEAL + "countable = 1\nxyzzy = 2\n")
    line = one_line(run(command, "deals", "--archive", root), 1)
    assert line.startswith("data/deals.toml:6: countable: 1 is not true or false (and 1 more problem; cq-tui check ")


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (["export", "deal"], 2, "There is no kind deal. Did you mean deals?"),
        (["list", "deal"], 2, "There is no kind deal. Did you mean deals?"),
        (["schema", "deal"], 2, "There is no kind deal. Did you mean deals?"),
        (["show", "deal", "x"], 2, "There is no kind deal. Did you mean deals?"),
        (["show", "deals", "nev-credit"], 1, "There is no nev-credit in deals. Did you mean nev-credit-line?"),
        (["list", "deals", "--filter", "amont>1"], 1, "amont>1: Deals have no field amont. Did you mean amount?"),
        (["export", "deals", "--filter", "amont>1"], 1, "amont>1: Deals have no field amont. Did you mean amount?"),
        (["list", "deals", "--sort", "amuont"], 1, "--sort amuont: Deals have no field amuont. Did you mean amount?"),
        (["list", "deals", "--archive", "/no/where"], 1, "/no/where: there is no such folder"),
        (["lst", "deals"], 2, "There is no command and no folder lst. Did you mean list?"),
        (["speakers"], 2, "There is no command and no folder speakers. Did you mean list speakers?"),
        (["qqqqqq"], 2, "There is no command and no folder qqqqqq."),
        (["x" * 300], 1, "x" * 300 + ": File name too long"),
        (["--secure", "lst"], 2, "There is no command and no folder lst. Did you mean list?"),
        (["help", "lst"], 2, "There is no command lst. Did you mean list?"),
        (["check", "/no/where"], 1, "/no/where: there is no such folder"),
        (
            ["import", "list.csv", "--into", "/no/where"],
            1,
            "/no/where: there is no such folder; cq-tui new /no/where makes an archive there",
        ),
        (["check", "--original", "/no/where"], 1, "/no/where: can't be read: No such file or directory"),
        (["--filter", "x"], 2, "Browsing needs a terminal. cq-tui list deals prints instead."),
        ([], 2, "Browsing needs a terminal. cq-tui list deals prints instead."),
    ],
)
def test_what_is_wrong_is_one_line(run: Run, arguments: list[str], code: int, line: str) -> None:
    assert one_line(run(*arguments), code) == line


def test_help_for_what_is_like_no_command_names_them_all(run: Run) -> None:
    line = one_line(run("help", "qqqqqq"), 2)
    assert line.startswith("There is no command qqqqqq. There are list, show, export, ")


def test_a_new_archive_that_can_t_be_made_leaves_no_folder_of_its_path(run: Run, tmp_path: Path) -> None:
    for folder in (tmp_path / "no" / "where", tmp_path):
        root = folder / ("x" * 300)
        assert one_line(run("new", root), 1) == f"{root} can't be written: the name is too long."
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_column_names_those_there_are(run: Run) -> None:
    line = one_line(run("export", "deals", "--columns", "price"), 1)
    assert line.startswith("Deals have no column price. There are: id, title, ")


@pytest.mark.parametrize("pattern", ["/(?=a)/", "/(a)\\1/", "/a{2000}/"])
@pytest.mark.parametrize("command", ["list", "export"])
def test_a_pattern_that_the_engine_can_t_run_is_one_line(run: Run, command: str, pattern: str) -> None:
    assert one_line(run(command, "deals", "--filter", pattern), 1) != ""


@pytest.mark.parametrize(
    "arguments",
    [["show"], ["export", "deals", "--format", "xls"], ["list", "deals", "--lang", "fr"], ["list", "deals", "--x"]],
)
def test_usage(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"cq-tui {arguments[0]}: ")
    assert ran.err.endswith(" --help tells more.\n")
    assert ran.err.count("\n") == 1


def test_an_output_that_is_there_is_kept_unless_forced(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    assert one_line(run("export", "deals", "-o", path), 1) == f"{path} is there already. --force replaces it."
    assert path.read_bytes() == b"old"
    assert run("export", "deals", "-o", path, "--force").code == 0
    assert path.read_bytes() != b"old"


def test_an_output_that_can_t_be_written(run: Run, tmp_path: Path) -> None:
    line = one_line(run("export", "deals", "-o", tmp_path / "no" / "a.csv"), 1)
    assert line == f"{tmp_path / 'no'} can't be written: there is no such folder."


def test_a_filter_that_is_not_utf8_is_a_filter(run: Run) -> None:
    ran = run("list", "deals", "--filter", "a\udcff\ud800")
    assert (ran.code, "0 / 4" in ran.err or "0 of 4" in ran.err) == (0, True)


def test_a_command_in_a_program_that_collects_garbage_keeps_none(run: Run) -> None:
    kept = gc.get_freeze_count()
    assert run("keys").code == 0
    assert gc.isenabled()
    assert gc.get_freeze_count() <= kept
