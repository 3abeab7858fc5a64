"""Shell completion, in a real bash: what it offers where."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cq_tui.commands.names import COMMANDS

from tests.shipped import kinds
from tests.unit.conftest import Run

_ASK = """
compopt() { :; }  # what readline does with the words; tests/terminal/test_shell_completion.py asks it itself
eval "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_cq_tui; printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture
def offered(run: Run):  # type: ignore[no-untyped-def]
    script = run("completion", "bash").out

    def ask(*words: str) -> list[str]:
        command = ["bash", "--norc", "-c", _ASK, "bash", script, "cq-tui", *words]
        ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=20)
        assert ran.stderr == ""
        return ran.stdout.split()

    return ask


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["l"], ["list"]),
        (["list", "d"], ["deals"]),
        (["export", "deals", "--fo"], ["--format", "--force"]),
        (["export", "deals", "--format", "c"], ["csv"]),
        (["export", "deals", "--filter", "amount"], ["amount:", "amount_text:"]),
        (["export", "deals", "--sort", "amount-"], ["amount-desc"]),
        (["export", "deals", "--columns", "title_"], ["title_zh", "title_en"]),
        (["export", "deals", "--columns", "id,title_"], ["id,title_zh", "id,title_en"]),
        (["export", "deals", "--format", "="], ["csv", "toml", "json", "md", "xlsx", "parquet"]),
        (["export", "deals", "--format", "=", "t"], ["toml"]),
        (["export", "deals", "--format=t"], ["--format=toml"]),
        (["--lang", "z"], ["zh"]),
        (["--theme", "l"], ["light"]),
        (["--tab", "ov"], ["overview"]),
        (["--lang", "zh", "list", "sp"], ["speakers"]),
        (["completion", "z"], ["zsh"]),
        (["schema", "chain", "--x"], []),
    ],
)
def test_bash(offered, words: list[str], found: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert offered(*words) == found


def test_everything_is_offered(offered) -> None:  # type: ignore[no-untyped-def]
    assert {*COMMANDS} <= {*offered("")}
    assert {*kinds(), "overview"} == {*offered("list", "")}
    assert {*kinds()} == {*offered("show", "")}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_shell_knows_every_command_and_the_shell_reads_it(run: Run, shell: str, language: str) -> None:
    script = run("completion", shell, "--lang", language).out
    assert [name for name in COMMANDS if name not in script] == []
    if found := shutil.which(shell):
        ran = subprocess.run([found, "-n"], input=script, text=True, capture_output=True, check=False, timeout=20)
        assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_what_is_printed_at_once_is_what_is_made(run: Run, shell: str) -> None:
    made = run("completion", shell).out
    command = [sys.executable, "-X", "importtime", "-m", "cq_tui", "completion", shell]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, env={"LANG": "C.UTF-8"})
    assert ran.stdout == made == run("completion", shell, "--lang", "zh").out
    assert "cq_tui.cli" not in ran.stderr
    other = {"LANG": "C.UTF-8", "CQ_TUI_SECURE": "1"}
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, env=other)
    assert (ran.stdout, "cq_tui.cli" in ran.stderr) == (made, True)


@pytest.mark.parametrize(("locale", "language"), [("C.UTF-8", "en"), ("zh_CN.UTF-8", "zh")])
def test_fish_has_the_words_of_the_language_at_once_unless_it_may_be_set(
    run: Run, tmp_path: Path, locale: str, language: str
) -> None:
    def printed(**more: str) -> tuple[str, bool]:
        command = [sys.executable, "-X", "importtime", "-m", "cq_tui", "completion", "fish"]
        env = {"LANG": locale, "HOME": str(tmp_path), "PYTHONUTF8": "1", **more}
        ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, env=env)
        return ran.stdout, "cq_tui.cli" not in ran.stderr

    words, others = (
        run("completion", "fish", "--lang", one).out for one in (language, {"zh": "en", "en": "zh"}[language])
    )
    assert printed() == (words, sys.platform == "linux")
    settings = tmp_path / "own" / "cq-tui" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'language = "{"en" if language == "zh" else "zh"}"\n', "utf-8")
    assert printed(XDG_CONFIG_HOME=str(tmp_path / "own")) == (others, False)
    assert printed(CQ_TUI_CONFIG=str(settings)) == (others, False)


def test_only_shells_have_a_completion() -> None:
    for name in ("fish.en", "../made/bash"):
        ran = subprocess.run([sys.executable, "-m", "cq_tui", "completion", name], capture_output=True, check=False)
        assert (ran.returncode, ran.stdout) == (2, b"")
