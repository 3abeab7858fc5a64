"""What the client of a forced command asks for: words for the program, and for no other."""

import pytest
from cq_tui.secure import SecureError, asked_over_ssh

from tests.unit.conftest import Run


@pytest.mark.parametrize(
    ("asked", "arguments"),
    [
        ("", []),
        ("   ", []),
        ("cq-tui", []),
        (" cq-tui  list   deals ", ["list", "deals"]),
        (
            "cq-tui export deals --filter 'amount>=10亿 \"new energy\"'",
            ["export", "deals", "--filter", 'amount>=10亿 "new energy"'],
        ),
        ('cq-tui list deals --filter "a b" --filter=c\\ d', ["list", "deals", "--filter", "a b", "--filter=c d"]),
        ("cq-tui list deals; id", ["list", "deals;", "id"]),
        ("cq-tui list $(id) `id` $HOME *", ["list", "$(id)", "`id`", "$HOME", "*"]),
        ("cq-tui list deals > x # y", ["list", "deals", ">", "x", "#", "y"]),
        ("cq-tui\nlist\ndeals", ["list", "deals"]),
        ("'cq-tui' ''", [""]),
    ],
)
def test_words_are_split_and_nothing_in_them_acts(asked: str, arguments: list[str]) -> None:
    assert asked_over_ssh({"SSH_ORIGINAL_COMMAND": asked}) == arguments


@pytest.mark.parametrize(
    "asked",
    [
        "sh",
        "''",
        "/usr/bin/cq-tui list",
        "./cq-tui",
        "cq-tui2",
        "CQ-TUI",
        "cq-tui;id",
        "-c id",
        "A=1 cq-tui",
        "cq-tui 'x",
        "\\",
    ],
)
def test_any_other_program_is_refused(asked: str) -> None:
    with pytest.raises(SecureError, match="Only cq-tui"):
        asked_over_ssh({"SSH_ORIGINAL_COMMAND": asked})


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, run: Run) -> Run:
    """Asks over a forced command: what is asked for, then the forced command's own arguments."""

    def ask(words: str, *forced: str) -> object:
        monkeypatch.setenv("SSH_ORIGINAL_COMMAND", words)
        return run(*forced)

    return ask  # type: ignore[return-value]


def test_what_is_asked_for_is_done(asked: Run, run: Run) -> None:
    here = run("list", "deals", "--filter", "has:amount", "--lang", "zh")
    assert asked("cq-tui list deals --filter has:amount --lang zh", "--secure") == here
    assert asked("cq-tui list deals --filter has:amount", "--secure", "--lang", "zh") == here
    assert asked("cq-tui list deals --filter has:amount --lang zh", "--secure", "--lang", "en") == here


def test_nothing_is_asked_for_without_secure_mode(asked: Run, run: Run) -> None:
    assert asked("sh", "list", "deals") == run("list", "deals")


def test_a_forced_command_that_names_its_own_does_only_that(asked: Run) -> None:
    assert asked("cq-tui export speakers", "--secure", "export", "deals").out.count("\n") == 5


def test_a_refusal_is_one_clean_line(asked: Run) -> None:
    ran = asked("sh \x1b]0;x\x07", "--secure")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("cq-tui: Only cq-tui runs over this login, not sh \ufffd")
    assert ran.err.count("\n") == 1


def test_the_environment_can_ask_for_secure_mode(asked: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CQ_TUI_SECURE", "1")
    assert asked("cq-tui schema deals").code == 0
    assert asked("cq-tui list deals --archive .").code == 2
