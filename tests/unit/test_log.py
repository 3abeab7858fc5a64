"""``--log FILE``: what it tells, and that it changes nothing else."""

import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.conftest import Run

LISTENED_TO = ("cq_tui", "asyncio")


@pytest.fixture(autouse=True)
def _nobody_listens() -> Iterator[None]:
    yield
    for name in LISTENED_TO:
        logging.getLogger(name).handlers[:] = [logging.NullHandler()]
        logging.getLogger(name).setLevel(logging.NOTSET)
        logging.getLogger(name).propagate = True


def test_a_command_tells_what_it_does_and_says_what_it_says_without(run: Run, tmp_path: Path) -> None:
    without = run("list", "deals")
    file = tmp_path / "log"
    assert run("list", "deals", "--log", file) == without
    lines = file.read_text("utf-8").splitlines()
    assert " INFO    MainThread cq_tui.cli: cq-tui " in lines[0]
    assert "list deals --log" in lines[0]
    assert any("opened " in line and line.endswith(": 0 problems") for line in lines)
    assert lines[-1].endswith("cq_tui.cli: done, exit code 0")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_second_run_adds_to_the_file(run: Run, tmp_path: Path) -> None:
    for _again in range(2):
        run("keys", "--log", tmp_path / "log")
    assert (tmp_path / "log").read_text("utf-8").count("done, exit code 0") == 2


def test_the_most_detailed_level_tells_the_engine_s_statements(run: Run, tmp_path: Path) -> None:
    asked = ("list", "deals", "--filter", "amount>=10亿")
    run(*asked, "--log", tmp_path / "info")
    run(*asked, "--log", tmp_path / "debug", "--log-level", "debug")
    told = [(tmp_path / name).read_text("utf-8") for name in ("info", "debug")]
    assert ["cq_tui.store.engine.engine: SELECT" in text for text in told] == [False, True]


@pytest.mark.parametrize("who", ["reader:geheim", "reader:ge/he im", "ge@heim"])
def test_no_password_in_a_server_s_address_arrives(run: Run, tmp_path: Path, who: str) -> None:
    ran = run("list", "deals", "--archive", f"clickhouse://{who}@localhost/fairs", "--log", tmp_path / "log")
    text = (tmp_path / "log").read_text("utf-8")
    assert (ran.code, "heim" in ran.err + ran.out + text) == (1, False)
    assert "clickhouse://…@localhost/fairs" in text


def test_a_level_leaves_out_what_is_below_it(run: Run, tmp_path: Path) -> None:
    run("list", "deals", "--filter", "amont>1", "--log", tmp_path / "warning", "--log-level", "warning")
    run("list", "deals", "--log", tmp_path / "error", "--log-level", "error")
    (line,) = (tmp_path / "warning").read_text("utf-8").splitlines()
    assert "failed: amont>1: Deals have no field amont." in line
    assert (tmp_path / "error").read_text("utf-8") == ""


def test_what_should_not_happen_is_told_with_its_traceback(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cq_tui.commands.list.select", lambda _options: 1 / 0)
    ran = run("list", "deals", "--log", tmp_path / "log")
    assert (ran.code, "Traceback" in ran.err) == (1, False)
    assert "    ZeroDivisionError: division by zero" in (tmp_path / "log").read_text("utf-8").splitlines()


def test_no_control_character_of_data_or_typing_arrives(run: Run, tmp_path: Path) -> None:
    run("list", "deals", "--filter", "\x1b]0;x\x07\u202e\n", "--log", tmp_path / "log", "--log-level", "debug")
    text = (tmp_path / "log").read_text("utf-8")
    assert "\\x1b]0;x\\x07\\u202e" in text
    assert all(character.isprintable() or character == "\n" for character in text)


def test_a_log_that_can_t_be_written_is_one_line(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, why in {"pipe": "", "": "it is a folder", "no/log": "there is no such folder"}.items():
        ran = run("list", "deals", "--log", tmp_path / name)
        assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
        assert ran.err.startswith(f"cq-tui: {tmp_path / name} can't be written: {why}")


@pytest.mark.parametrize("more", [[], ["--log-level", "debug"]])
def test_secure_mode_refuses_it(run: Run, tmp_path: Path, more: list[str]) -> None:
    ran = run("--secure", "list", "deals", "--log", tmp_path / "log", *more)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "cq-tui: --log is off in secure mode.\n"
    assert list(tmp_path.iterdir()) == []
