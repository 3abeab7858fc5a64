"""The language of the command line, and its help."""

import subprocess
import sys

import pytest
from cq_tui import __version__
from rich.cells import cell_len

from tests.unit.conftest import Run


@pytest.mark.parametrize(
    "arguments",
    [
        ["--lang", "zh", "list", "deals"],
        ["--lang=zh", "list", "deals"],
        ["list", "--lang", "zh", "deals"],
        ["list", "deals", "--lang", "zh"],
        ["list", "deals", "--lang=zh"],
    ],
)
def test_the_language_may_stand_before_or_after_the_command(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert ran.code == 0
    assert ran.out.startswith("项目")
    assert "750亿" in ran.err


@pytest.mark.parametrize(
    ("variable", "value", "start"),
    [("LANG", "zh_CN.UTF-8", "项目"), ("LC_ALL", "C", "Deal"), ("LC_ALL", "zh_TW", "项目")],
)
def test_the_locale_s_language_is_used(
    run: Run, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, start: str
) -> None:
    monkeypatch.setenv(variable, value)
    assert run("list", "deals").out.startswith(start)


def test_the_export_is_the_same_in_both_languages(run: Run) -> None:
    assert run("export", "deals", "--lang", "zh").out == run("export", "deals", "--lang", "en").out


@pytest.mark.parametrize("arguments", [["--help"], ["list", "--help"], ["export", "--help"], ["check", "--help"]])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_help(run: Run, arguments: list[str], language: str) -> None:
    ran = run(*arguments, "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    assert "--lang" in ran.out


def test_the_parser_s_own_words_are_chinese_too(run: Run) -> None:
    ran = run("export", "--help", "--lang", "zh")
    words = [
        word for word in ran.out.replace("\n", " ").split() if word.isascii() and word.islower() and word.isalpha()
    ]
    assert {"usage", "options", "show", "exit"}.isdisjoint(words)
    assert ran.out.startswith("用法：cq-tui export")


@pytest.mark.parametrize("arguments", [["export"], ["export", "deals", "--format", "xls"], ["list", "deals", "--x"]])
def test_complaints_are_chinese_too(run: Run, arguments: list[str]) -> None:
    line = run(*arguments, "--lang", "zh").err
    assert not {"argument", "arguments", "invalid", "required", "the"} & {*line.replace("'", " ").split()}


def test_help_is_aligned_by_cells(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = run("export", "--help", "--lang", "zh").out.splitlines()
    begins = [
        cell_len(line[: line.index(words)]) for line in lines for words in ("按字段排序", "只要这些列") if words in line
    ]
    assert begins == [24, 24]
    assert all(cell_len(line) <= 80 for line in lines[lines.index("选项:") :])


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_version(run: Run, option: str) -> None:
    assert run(option).out == f"cq-tui {__version__}\n"


def test_the_version_is_told_before_anything_is_loaded() -> None:
    script = "import sys; sys.argv[1:] = ['-V']; from cq_tui.__main__ import main; main(); print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    version, modules = found.splitlines()
    assert version == f"cq-tui {__version__}"
    assert not {"argparse", "pydantic", "cq_tui.cli"} & {*modules.split()}


def test_help_of_a_command(run: Run) -> None:
    assert run("help", "export").out == run("export", "--help").out
    assert run("help").out == run("--help").out
    wrong = run("help", "exprt")
    assert (wrong.code, wrong.err) == (2, "cq-tui: There is no command exprt. Did you mean export?\n")
