"""Temporary folders go with their process, or with the next one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cq_tui.files.scratch import scratch

_CHILD = """
import os, signal, sys
from pathlib import Path
from cq_tui.files.scratch import scratch
with scratch(Path(sys.argv[1]) if len(sys.argv) > 1 else None) as folder:
    (folder / "file").write_bytes(b"x")
    print(folder, flush=True)
    {end}
"""


@pytest.mark.parametrize("inside", [False, True])
def test_a_folder_of_its_owner_alone_that_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: bool) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with scratch(tmp_path if inside else None) as folder:
        assert folder.parent == tmp_path
        assert folder.name.startswith(".cq-tui-" if inside else "cq-tui-")
        assert folder.stat().st_mode & 0o077 == 0
        (folder / "a").write_bytes(b"x")
        with scratch(tmp_path if inside else None) as other:
            assert folder.exists()
            assert other != folder
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("inside", [False, True])
def test_what_a_killed_process_left_goes_with_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: bool
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    code = _CHILD.format(end="os.kill(os.getpid(), signal.SIGKILL)")
    more = [str(tmp_path)] if inside else []
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    ran = subprocess.run(
        [sys.executable, "-c", code, *more], env=environment, capture_output=True, text=True, check=False
    )
    assert os.listdir(tmp_path) == [Path(ran.stdout.strip()).name]
    with scratch(tmp_path if inside else None) as folder:
        assert os.listdir(tmp_path) == [folder.name]


def test_the_folders_of_others_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / "cq-tui-no-lock-in-it").mkdir()
    (tmp_path / "cq-tui-file").touch()
    (tmp_path / "cq-tui-link").symlink_to("/")
    with scratch():
        pass
    assert sorted(os.listdir(tmp_path)) == ["cq-tui-file", "cq-tui-link", "cq-tui-no-lock-in-it"]


@pytest.mark.parametrize("inside", [False, True])
def test_what_is_left_at_once_takes_its_folder_along(tmp_path: Path, inside: bool) -> None:
    end = "from cq_tui.terminal.leaving import leave; leave(130)"
    command = [sys.executable, "-c", _CHILD.format(end=end), *([str(tmp_path)] if inside else [])]
    ran = subprocess.run(command, env=os.environ | {"TMPDIR": str(tmp_path)}, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (130, b"")
    assert os.listdir(tmp_path) == []
