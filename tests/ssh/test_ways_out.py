"""Ways to a shell, to other files and to the network, tried as a user of the account would."""

import subprocess
from pathlib import Path

import pytest

from tests.ssh.processes import environment, state
from tests.ssh.server import Server

LEAK = (b"uid=", b"root:x:", b"root:*:")

COMMANDS = (
    "sh",
    "bash -i",
    "/bin/sh -c id",
    "id",
    "python3 -c 'import os; os.system(\"id\")'",
    " -c id",
    "exec id",
    " --secure",
    "cq-tui export deals; id",
    "cq-tui export deals && id",
    "cq-tui export deals | id",
    "cq-tui export deals\nid",
    "cq-tui list `id`",
    "cq-tui list $(id)",
    "cq-tui list deals & id",
    "cq-tui\nid",
    "cq-tui ';id'",
    "cq-tui 'list",
    "cq-tui export deals > stray.csv",
    "cq-tui export deals >> /tmp/stray.csv",
    "cq-tui list deals < /etc/passwd",
    "cq-tui list deals --archive /etc",
    "cq-tui show deals x --archive=/",
    "cq-tui /etc",
    "cq-tui check /etc",
    "cq-tui check --original /etc/passwd",
    "cq-tui --original /etc/passwd",
    "cq-tui list deals --archive ''",
    "cq-tui export deals --output ../stray.csv",
    "cq-tui export deals -o /tmp/stray.csv",
    "cq-tui export deals -o ''",
    "cq-tui export deals -o ~/.ssh/authorized_keys --force",
    "cq-tui export deals -o .bashrc",
    "cq-tui export deals -o .",
    "cq-tui export deals -o a/b",
    "cq-tui export deals -o -rf",
    "cq-tui export deals -o $HOME/stray.csv",
    "env PYTHONINSPECT=1 cq-tui",
    "PYTHONINSPECT=1 cq-tui list deals",
    "/usr/bin/cq-tui list deals",
    "./cq-tui list deals",
    "cq-tui list @/etc/passwd",
    "cq-tui --secure=0 list deals",
    "cq-tui --no-secure list deals",
    "cq-tui -c id",
    "scp -t .",
    "scp -f /etc/passwd",
    "rsync --server . .",
    "internal-sftp",
    "git-upload-pack /",
    "''",
    "cq-tui-x list",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_is_no_use_of_the_program_is_refused(server: Server, command: str) -> None:
    ran = server.run(command)
    assert ran.returncode in (1, 2)
    assert ran.stdout == b""
    assert not any(leak in ran.stderr for leak in LEAK)
    assert b"Traceback" not in ran.stderr
    assert list(server.export.iterdir()) == []
    assert not Path("/tmp/stray.csv").exists()


KEYS = {
    "suspend": ("\x1a",), "quit signal": ("\x1c",), "bang": ("!", "id\r"), "colon": (":!id\r",), "pipe": ("|", "id\r"),
    "palette": ("\x10", "screenshot\r"), "in the filter": ("/", "\x1a", "`id`\r"), "editor": ("v", "\x18\x05"),
    "in the export": ("2", "e", "\x1a", "\x1b"), "tilde": ("\r~\x1a",), "help": ("?", "!id\r"),
}  # fmt: skip


@pytest.mark.parametrize("what", KEYS)
def test_no_key_leaves_the_program(server: Server, what: str) -> None:
    with server.login(options=["-e", "none"]) as terminal:
        terminal.wait_for("quit", "97.55 bn")
        (program,) = server.programs()
        for keys in KEYS[what]:
            terminal.press(keys).settle()
        assert server.programs() == [program]
        assert state(program) in "RS"
        terminal.press("\x11")
        assert terminal.wait_exit() == 0
        assert not any(leak in terminal.raw for leak in LEAK)
    assert list(server.export.iterdir()) == []


@pytest.mark.parametrize("keys", ["\x1a", "\x1c", "\x03", "\x04", "id\r"])
def test_no_key_leaves_the_program_while_it_starts(server: Server, keys: str) -> None:
    with server.login(options=["-e", "none"]) as terminal:
        for _again in range(20):
            if terminal.process.read(0.05):
                break
            terminal.press(keys)
        terminal.settle()
        assert not any(state(program) == "T" for program in server.programs())
        terminal.process.hang_up()
        assert not any(leak in terminal.raw for leak in LEAK)


@pytest.mark.parametrize(
    "options",
    [["-W", "127.0.0.1:{port}"], ["-N", "-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:{port}"]],
    ids=["out", "in"],
)
def test_no_port_is_forwarded(server: Server, options: list[str]) -> None:
    ran = server.run(options=[option.format(port=server.port) for option in options])
    assert ran.returncode == 255
    assert b"SSH-2.0" not in ran.stdout


def test_no_agent_and_no_display_are_forwarded(server: Server) -> None:
    agent = server.root / "agent"
    with subprocess.Popen(["ssh-agent", "-D", "-a", agent], stdout=subprocess.DEVNULL) as running:
        try:
            with server.login(options=["-A", "-X"], SSH_AUTH_SOCK=str(agent), DISPLAY="127.0.0.1:9") as terminal:
                terminal.wait_for("quit", "97.55 bn")
                (program,) = server.programs()
                assert not {"SSH_AUTH_SOCK", "DISPLAY"} & environment(program).keys()
        finally:
            running.terminate()


@pytest.mark.parametrize(
    "command",
    [
        ["sftp", "-b", "/dev/null"],
        ["scp", "-q", "-O", "{key}", "{host}:stray"],
        ["scp", "-q", "{key}", "{host}:stray"],
        ["scp", "-q", "-O", "{host}:/etc/passwd", "{here}/passwd"],
    ],
    ids=["sftp", "scp in, old", "scp in", "scp out"],
)
def test_no_file_is_copied(server: Server, command: list[str]) -> None:
    _ssh, *options, host = server.ssh()
    options[options.index("-p")] = "-P"
    here = server.root / "here"
    program, *rest = (part.format(key=f"{server.root}/client.pub", host=host, here=here) for part in command)
    command = [program, *options, *rest, *([host] if program == "sftp" else [])]
    ran = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=30, check=False)
    assert ran.returncode != 0
    assert not (here / "passwd").exists()
    assert not (Path.home() / "stray").exists()
