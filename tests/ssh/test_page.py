"""The administrator's page says what sshd understands, and what is tested here."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.ssh.server import SSHD, Server

PAGE = Path(__file__).parents[2] / "docs" / "ssh.md"
ABOUT = ("forcecommand", "acceptenv", "disableforwarding", "allowagentforwarding", "x11forwarding", "permittunnel",
         "permituserrc", "permituserenvironment")  # fmt: skip


def _means(server: Server, config: Path) -> dict[str, set[str]]:
    """What sshd makes of a configuration for the account, once it has found no fault in it."""
    assert SSHD is not None
    who = "user=cq,host=client,addr=192.0.2.1"
    ran = subprocess.run(
        [SSHD, "-T", "-C", who, "-h", server.root / "host", "-f", config], capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    found: dict[str, set[str]] = {}
    for line in ran.stdout.splitlines():
        name, _blank, value = line.partition(" ")
        found.setdefault(name, set()).add(value)
    return found


@pytest.fixture
def block(tmp_path: Path) -> Path:
    (text,) = re.findall(r"```sshd\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    (tmp_path / "config").write_text(text)
    return tmp_path / "config"


def test_the_block_on_the_page_is_what_the_tests_run(server: Server, block: Path) -> None:
    page, tested = _means(server, block), _means(server, server.root / "config")
    program = "-I -m cq_tui --secure"
    assert all(one.pop("forcecommand").pop().endswith(program) for one in (page, tested))
    assert {name: page[name] for name in ABOUT[1:]} == {name: tested[name] for name in ABOUT[1:]}
    assert {value.split("=")[0] for value in page["setenv"]} <= {value.split("=")[0] for value in tested["setenv"]}
