"""The closed world that every other test stands in, and the look at what is left outside of it."""

import locale
import os
import signal
import sys
import tempfile
import time
from pathlib import Path

from tests import rights, world


def test_nothing_of_the_user_s_ways_comes_in(tmp_path: Path) -> None:
    users = """
        CQ_TUI_CONFIG CQ_TUI_SECURE CQ_TUI_ARCHIVE CQ_TUI_LARGEST_MB XDG_CONFIG_HOME XDG_STATE_HOME LC_ALL LC_MESSAGES
        LANGUAGE PYTHONPATH PYTHONOPTIMIZE PYTHONWARNINGS TEXTUAL TEXTUAL_LOG NO_COLOR FORCE_COLOR COLORTERM TMUX STY
        SSH_ORIGINAL_COMMAND EDITOR BASH_ENV
    """.split()
    needed = {"PATH": "/bin", "PIP_INDEX_URL": "https://example.org", "https_proxy": "http://proxy", "CI": "true"}
    found = world.closed({**dict.fromkeys(users, "1"), **needed, "HOME": "/home/x", "LANG": "de_DE"}, tmp_path)
    assert {name for name in users if name in found} == set()
    assert needed.items() <= found.items()
    assert (found["HOME"], found["LANG"]) == (str(tmp_path / "home"), "C.UTF-8")


def test_another_package_index_is_found_from_the_new_home(tmp_path: Path) -> None:
    config = tmp_path / ".config/pip/pip.conf"
    config.parent.mkdir(parents=True)
    config.touch()
    assert world.closed({"HOME": str(tmp_path)}, tmp_path)["PIP_CONFIG_FILE"] == str(config)
    assert world.closed({"HOME": str(tmp_path), "PIP_CONFIG_FILE": "x"}, tmp_path)["PIP_CONFIG_FILE"] == "x"
    assert "PIP_CONFIG_FILE" not in world.closed({"HOME": str(tmp_path / "other")}, tmp_path)


def test_this_process_stands_in_it() -> None:
    home = Path(os.environ["HOME"])
    assert Path(tempfile.gettempdir()).parent == home.parent
    assert list(home.iterdir()) == []
    assert (time.tzname[0], sys.flags.utf8_mode or locale.getencoding().lower()) in (("CST", 1), ("CST", "utf-8"))
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    mask = os.umask(0)
    os.umask(mask)
    assert mask == 0o022


def test_what_is_left_outside_is_found(tmp_path: Path) -> None:
    home, root, inside = (tmp_path / name for name in ("home of a user", "root", "world"))
    for folder in (home / ".config", root, inside / "home", inside / "tmp"):
        folder.mkdir(parents=True)
    (home / "there before").touch()
    outside = world.Outside(home, [root])
    assert outside.left(inside) == []
    made = [home / "new", home / ".config" / "cq-tui", root / "no", inside / "home" / ".cache", inside / "tmp" / "x"]
    for path in (*made, home / ".config" / "another program's", root / "__pycache__"):
        path.touch()
    assert outside.left(inside) == sorted(map(str, made))


def test_root_meets_the_modes_of_files_as_their_owner_does(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    file.chmod(0)
    with rights.of_an_owner():
        assert not os.access(file, os.R_OK, effective_ids=True)
    assert os.access(file, os.R_OK, effective_ids=True) == (os.geteuid() == 0)
