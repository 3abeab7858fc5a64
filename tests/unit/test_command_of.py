"""Which word of a command line is the command."""

import pytest
from cq_tui.commands.names import BROWSE
from cq_tui.commands.parsers import command_of

from tests.unit.conftest import Run


@pytest.mark.parametrize(
    ("given", "name", "rest"),
    [
        ("", BROWSE, ""),
        ("--tab deals", BROWSE, "--tab deals"),
        ("folder --filter=x", BROWSE, "folder --filter=x"),
        ("list deals --sort=id", "list", "deals --sort=id"),
        ("--lang zh list deals", "list", "--lang zh deals"),
        ("--lang=zh --secure list deals", "list", "--lang=zh --secure deals"),
        ("--ascii list", "list", "--ascii"),
        ("--lang list", BROWSE, "--lang list"),
        ("--theme list list deals", "list", "--theme list deals"),
        ("folder list", BROWSE, "folder list"),
        ("--format csv export deals", "export", "--format csv deals"),
        ("-o new --force export deals", "export", "-o new --force deals"),
        ("--archive list show deals x", "show", "--archive list deals x"),
        ("--into a --dry-run import f.csv", "import", "--into a --dry-run f.csv"),
        ("--xyz list deals", "list", "--xyz deals"),
    ],
)
def test_the_first_free_word_is_the_command(given: str, name: str, rest: str) -> None:
    assert command_of(given.split()) == (name, rest.split())


def test_options_before_the_command_count(run: Run) -> None:
    assert run("--filter", "-fund", "--format", "json", "export", "deals").out.startswith('{"deals"')
    assert run("--filter", "list", "list", "deals", "--lang", "en").err.startswith("0 of 4")


def test_what_a_command_does_not_know_is_its_own_complaint(run: Run) -> None:
    ran = run("--mouse", "list", "deals")
    assert (ran.code, ran.err.split(".")[0]) == (2, "cq-tui list: unrecognized arguments: --mouse")
