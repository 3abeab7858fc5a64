"""A person's session: browse, filter, export; and the same over one command."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ssh.processes import environment
from tests.ssh.server import Server
from tests.terminal.driver import LEFT_BUTTON, WHEEL_DOWN, WHEEL_UP
from tests.terminal.process import clean_environment

MOUSE_ON, MOUSE_OFF = b"\x1b[?1000h", b"\x1b[?1000l"
FILTER = "amount>=10亿 sort:amount-desc"


def _local(*arguments: str, home: Path) -> bytes:
    command = [sys.executable, "-I", "-m", "cq_tui", *arguments]
    return subprocess.run(command, env=clean_environment(home), capture_output=True, check=True).stdout


def test_browse_filter_and_export(server: Server) -> None:
    with server.login() as terminal:
        terminal.wait_for("97.55 bn", "quit").press("2").wait_for("4 of 4")
        terminal.press("/").wait_for("keep the filter").press("xnl").wait_for("1 of 4")
        terminal.press("enter").wait_gone("keep the filter")
        terminal.press("enter").wait_for("deal Southwest").press("esc").wait_for("1 of 4")
        terminal.press("e").wait_for("Export 1 row").press("enter").wait_for("1 row written")
        terminal.press("e").wait_for("Export 1 row").press("enter").wait_for("xnl-2.csv", "! replace")
        terminal.press("esc").wait_gone("Export 1 row").press("q")
        assert terminal.wait_exit() == 0
    (file,) = server.export.iterdir()
    assert file.read_bytes() == _local(
        "export", "deals", "--filter", "xnl", "--as-shown", "--encoding", "utf-8-sig", home=server.root / "here"
    )


def test_the_mouse_over_ssh(server: Server) -> None:
    with server.login("cq-tui", "--mouse") as terminal:
        terminal.wait_for("97.55 bn", "quit").mouse(LEFT_BUTTON, "3 Speakers").wait_for("[3 Speakers", "13 of 13")
        third = terminal.text.splitlines()[7].split("  ")[1]
        terminal.mouse(LEFT_BUTTON, third).wait_for(f"> {third}").mouse(LEFT_BUTTON, third).wait_for(f"speaker {third}")
        terminal.press("esc").wait_for(f"> {third}").mouse(LEFT_BUTTON, "Speaker ").wait_for("Speaker⇑")
        terminal.mouse(LEFT_BUTTON, "8 Sources").wait_for("[8 Sources", "44 of 44", "> 凤凰网")
        terminal.mouse(WHEEL_DOWN, "> ").wait_gone("凤凰网").mouse(WHEEL_UP, "> ").wait_for("凤凰网")
        terminal.mouse(LEFT_BUTTON, "q quit")
        assert terminal.wait_exit() == 0
    assert terminal.raw.index(MOUSE_ON) < terminal.raw.index(MOUSE_OFF)


def test_without_being_asked_for_no_mouse_is_reported_over_ssh(server: Server) -> None:
    with server.login() as terminal:
        terminal.wait_for("97.55 bn", "quit").press("q")
        assert terminal.wait_exit() == 0
        assert b"\x1b[?1000h" not in terminal.raw


@pytest.mark.parametrize("name", ["../up.csv", "/tmp/cq-tui-escape.csv", "~/home.csv", ".profile", "a/b.csv"])
def test_the_export_panel_writes_nowhere_else(server: Server, name: str) -> None:
    with server.login("cq-tui", "--tab", "deals") as terminal:
        terminal.wait_for("4 of 4", "quit").press("e").wait_for("Export 4 rows")
        terminal.press("ctrl+u").wait_gone("deals.csv").press(name).wait_for(name).press("enter").wait_for(
            "plain name without folders"
        )
        terminal.press("esc").wait_gone("Export 4 rows").press("q")
        assert terminal.wait_exit() == 0
    assert list(server.export.iterdir()) == []
    assert not Path("/tmp/cq-tui-escape.csv").exists()


@pytest.mark.parametrize("ending", ["csv", "toml", "json"])
def test_an_export_over_ssh_has_the_bytes_of_a_local_one(server: Server, ending: str) -> None:
    arguments = ("export", "deals", "--format", ending, "--filter")
    ran = server.run("cq-tui", *arguments, f"'{FILTER}'")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout == _local(*arguments, FILTER, home=server.root / "here")
    assert ran.stdout.count(b"nev-credit-line") == 1


@pytest.mark.parametrize("command", ["list deals", "show deals nev-credit-line", "check", "schema deals", "--help"])
def test_the_other_commands_say_what_they_say_locally(server: Server, command: str) -> None:
    ran = server.run("cq-tui", command)
    assert ran.returncode == 0
    assert ran.stdout == _local(*command.split(), home=server.root / "here")


def test_an_export_into_the_folder_over_one_command(server: Server) -> None:
    ran = server.run("cq-tui export deals --output 'my deals.toml'")
    assert ran.returncode == 0
    assert [file.name for file in server.export.iterdir()] == ["my deals.toml"]
    again = server.run("cq-tui export deals -o 'my deals.toml'")
    assert (again.returncode, b"--force" in again.stderr) == (1, True)
    assert server.run("cq-tui export deals -o 'my deals.toml' --force").returncode == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [("cq-tui list deals --filter 'nosuch:1'", 1), ("cq-tui list nothing", 2), ("cq-tui list", 2), ("cq-tui", 2)],
)
def test_exit_codes_come_back(server: Server, words: str, code: int) -> None:
    ran = server.run(words)
    assert (ran.returncode, ran.stdout) == (code, b"")
    assert ran.stderr.decode().count("\n") == 1


def test_the_client_s_language_and_colours_arrive(server: Server) -> None:
    with server.login("cq-tui", "--tab", "deals", LANG="zh_CN.UTF-8", COLORTERM="truecolor") as terminal:
        terminal.wait_for("中文", "4 / 4")
        assert b"\x1b[38;2;" in terminal.raw
        terminal.press("q")
        assert terminal.wait_exit() == 0
    with server.login("cq-tui", "--tab", "deals", NO_COLOR="1") as terminal:
        terminal.wait_for("4 of 4", "quit").press("q")
        assert terminal.wait_exit() == 0
        shades = set(re.findall(rb"8;2;(\d+);(\d+);(\d+)", terminal.raw))
        assert all(len({*shade}) == 1 for shade in shades)  # no hue


def test_no_other_variable_of_the_client_arrives(server: Server) -> None:
    smuggled = {
        "TEXTUAL_LOG": "/tmp/cq-tui-log", "TEXTUAL_DRIVER": "os:system", "TEXTUAL_SCREENSHOT": "1",
        "PYTHONINSPECT": "1", "PYTHONSTARTUP": "/tmp/x.py", "PYTHONPATH": "/tmp",
        "LD_PRELOAD": "/tmp/x.so", "BASH_ENV": "/tmp/x.sh", "ENV": "/tmp/x.sh", "BROWSER": "/bin/sh",
        "CQ_TUI_SECURE": "0", "CQ_TUI_EXPORT_DIR": "/tmp",
        "CQ_TUI_TRACEBACK": "1", "SSH_ORIGINAL_COMMAND": "sh",
    }  # fmt: skip
    sent = "SetEnv=" + " ".join(f"{name}={value}" for name, value in smuggled.items())
    with server.login(options=["-o", sent]) as terminal:
        terminal.wait_for("quit")
        (pid,) = server.programs()
        seen = environment(pid)
        assert {name for name in smuggled if name in seen} == {"CQ_TUI_SECURE", "CQ_TUI_EXPORT_DIR"}
        assert (seen["CQ_TUI_SECURE"], seen["CQ_TUI_EXPORT_DIR"]) == ("1", str(server.export))
        terminal.press("q")
        assert terminal.wait_exit() == 0
