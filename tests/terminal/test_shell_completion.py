"""Shell completion as somebody types it: in a real bash, and in zsh and fish where they are installed."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.terminal.driver import Terminal
from tests.terminal.process import PROGRAM

Ask = Callable[..., str]

SHELLS = {
    "bash": (
        ("bash", "--norc", "--noprofile", "-i"),
        'PS1="@ready@ "; bind "set enable-bracketed-paste off"; . ./script',
    ),
    "zsh": (("zsh", "-f", "-i"), 'PROMPT="@ready@ "; unsetopt PROMPT_SP; . ./script'),
    "fish": (("fish", "--no-config", "-i"), "function fish_prompt; echo '@ready@ '; end; source ./script"),
}


@pytest.fixture(params=[name for name in SHELLS if shutil.which(name)])
def ask(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ask]:
    """Types a line, presses Tab, and waits for what is to stand there then."""
    command, begin = SHELLS[request.param]
    folder = tmp_path / "work"
    folder.mkdir()
    for name in ("my list.csv", "年度 名单.csv", "script"):
        (folder / name).write_text("")
    (folder / "an archive").mkdir()
    made = subprocess.run([*PROGRAM, "completion", request.param, "--lang", "en"], capture_output=True, check=True)
    (folder / "script").write_bytes(made.stdout)
    with ExitStack() as running:
        terminal = running.enter_context(Terminal(command=command, home=tmp_path, cwd=folder, size=(160, 40)))
        terminal.settle().press(begin, "enter").wait_for("@ready@").settle()

        def asked(typed: str, *found: str) -> None:
            terminal.press("ctrl+u", typed, "tab")
            terminal.wait_for(*found)
            terminal.press("ctrl+u", "ctrl+l").settle()

        yield asked


def test_names_with_blanks_are_whole(ask: Ask) -> None:
    ask("cq-tui import my", r"import my\ list.csv")
    ask("cq-tui import 年", r"import 年度\ 名单.csv")
    ask("cq-tui import my\\ l", r"import my\ list.csv")
    ask("cq-tui an", r"cq-tui an\ archive/")
    ask("cq-tui export deals --output my", r"--output my\ list.csv")
    ask("cq-tui import x.csv --map my", r"--map my\ list.csv")
    ask("cq-tui list deals --log my", r"--log my\ list.csv")
    ask("cq-tui list deals --archive an", r"--archive an\ archive/")
    ask("cq-tui diff an", r"cq-tui diff an\ archive/")


def test_values_are_offered_where_they_stand(ask: Ask) -> None:
    ask("cq-tui export deals --columns id,title_z", "--columns id,title_zh")
    ask("cq-tui export deals --columns=id,title_z", "--columns=id,title_zh")
    ask("cq-tui export deals --format=to", "--format=toml")
    ask("cq-tui export deals --format to", "--format toml")
    ask("cq-tui list deals --columns id,title,curr", "--columns id,title,currency")
    ask("cq-tui list deals --by categ", "--by category")
    ask("cq-tui list deals --by=categ", "--by=category")
    ask("cq-tui brief --format=do", "--format=docx")
    ask("cq-tui list deals --no-pag", "--no-pager")
    ask("cq-tui --foll", "cq-tui --follow")
    ask("cq-tui check --quie", "--quiet")
    ask("cq-tui exp", "cq-tui export")
    ask("cq-tui list spe", "cq-tui list speakers")
