"""The help and the manual page: one source, both languages, 80 columns, every command with an example that is right."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from cq_tui import language
from cq_tui.commands.guide import address_of, environment
from cq_tui.commands.names import BROWSE, COMMANDS
from cq_tui.commands.parsers import command_of, parser_of
from rich.cells import cell_len

from tests.unit.conftest import Run

ROOT = Path(__file__).parents[2]
MAN = {"en": ROOT / "man/man1/cq-tui.1", "zh": ROOT / "man/zh_CN/man1/cq-tui.1"}
EVERY = (BROWSE, *COMMANDS)


@pytest.fixture(autouse=True)
def _columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def called(name: str) -> tuple[str, ...]:
    return () if name == BROWSE else (name,)


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("of", language.LANGUAGES)
def test_a_help_fits_80_columns_but_for_lines_to_type(run: Run, name: str, of: str) -> None:
    ran = run(*called(name), "--help", "--lang", of)
    examples = {line for line, _words in parser_of(name).examples}
    long = [line for line in ran.out.splitlines() if cell_len(line) > 80 and line.strip() not in examples]
    assert (ran.code, ran.err, long) == (0, "", [])


def lines_to_type(name: str) -> Iterator[list[str]]:
    """What the shell makes of each example that calls the program, up to a pipe."""
    for line, _words in parser_of(name).examples:
        words = shlex.split(line.removeprefix('eval "$(').removesuffix(')"'), comments=True)
        begin = next(place + 1 for place, word in enumerate(words) if word == "cq-tui")
        yield words[begin : words.index("|", begin) if "|" in words[begin:] else None]


@pytest.mark.parametrize("name", EVERY)
def test_every_command_has_examples_that_it_takes(name: str) -> None:
    every = list(lines_to_type(name))
    assert every
    for words in every:
        found, rest = command_of(words)
        assert found == name
        parser_of(name).parse_args(rest)


def test_the_program_s_help_begins_with_what_is_looked_for_first(run: Run) -> None:
    found = re.findall(r"^([a-z][a-z ]*):", run("--help").out, re.MULTILINE)
    wanted = ["examples", "commands", "positional arguments", "options", "options of every command"]
    assert found == ["usage", *wanted, "environment", "exit codes", "questions and faults"]
    assert run("help").out == run("-h").out == run("--help").out


@pytest.mark.parametrize("name", EVERY)
def test_a_usage_line_leaves_out_what_every_command_takes(run: Run, name: str) -> None:
    usage = run(*called(name), "--help").out.split("\n\n")[0]
    assert usage.startswith(f"usage: {parser_of(name).prog} [-h]")
    assert [word for word in ("--quiet", "--lang", "--secure", "--log", "--no-pager") if word in usage] == []


def test_the_address_for_faults_is_the_package_s_own() -> None:
    assert address_of({"Homepage": "https://a", "Issues": "https://a/issues"}) == "https://a/issues"
    assert address_of({"Source": "https://a"}) == "https://a"
    assert address_of({"Documentation": "https://a"}) is None


def test_the_variables_of_the_help_are_those_of_the_code() -> None:
    told = {name for row in environment().rows for name in row.term.split(", ")}
    code = "".join(path.read_text("utf-8") for path in (ROOT / "tui/cq_tui").rglob("*.py"))
    own = set(re.findall(r'"(CQ_TUI_[A-Z_]+)"', code))
    assert {name for name in told if name.startswith("CQ_TUI_")} == own - {"CQ_TUI_DELIVERY"}  # from serve to a reader


@pytest.mark.parametrize("of", language.LANGUAGES)
def test_the_manual_page_has_every_option_and_example(of: str) -> None:
    page = MAN[of].read_text("utf-8").replace("\\-", "-").replace("\\(aq", "'").replace("\\(dq", '"')
    for name in EVERY:
        parser = parser_of(name)
        names = [spelt for action in parser.declared for spelt in action.option_strings]
        assert [one for one in (*names, *(line for line, _words in parser.examples)) if one not in page] == []


@pytest.mark.parametrize("of", language.LANGUAGES)
def test_the_manual_page_is_set_without_a_warning(of: str) -> None:
    if not shutil.which("groff"):
        pytest.skip("groff is not installed")
    command = ["groff", "-K", "utf8", "-mandoc", "-Tutf8", "-ww", "-rLL=78n"]
    page = MAN[of].read_text("utf-8")  # by itself: a path with Chinese in it is what groff would warn of
    ran = subprocess.run(command, input=page, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert (ran.returncode, ran.stderr) == (0, "")
    plain = re.sub("\x1b\\[[0-9;]*m|.\x08", "", ran.stdout)
    assert max(map(cell_len, plain.splitlines())) <= 80
