"""Where an export may go by its command: stdout by its names, never the archive's own files, never an unseen name."""

import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.export.export import Options, export_file, target_of
from cq_tui.secure import confinement
from cq_tui.store.selection.selection import Selection

from tests.unit.conftest import Run
from tests.unit.made import DEAL, EVENT, write_archive
from tests.unit.test_cli_errors import one_line

Select = Callable[..., Selection]


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_stdout_has_names(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, force: tuple[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("export", "deals", "-o", name, *force) == run("export", "deals")
    assert os.listdir(tmp_path) == []


def test_a_pipe_is_filled_and_stays(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append((tmp_path / "pipe.csv").read_bytes()))
    reader.start()
    assert run("export", "deals", "-o", tmp_path / "pipe.csv", "--force").code == 0
    reader.join(10)
    assert [text.decode("utf-8-sig") for text in found] == [run("export", "deals").out]
    assert stat.S_ISFIFO((tmp_path / "pipe.csv").stat().st_mode)


@pytest.mark.parametrize("name", ["\u200b.csv", "a\u202evsc.exe", "\u3164", "a\x1b[31m.csv", "\u00a0.csv", "a\nb.csv"])
def test_a_name_shows_what_it_is(run: Run, tmp_path: Path, name: str) -> None:
    assert one_line(run("export", "deals", "-o", tmp_path / name), 1).endswith("can't have invisible characters.")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("name", ["重庆 2025.csv", "a\u200db.csv", ".hidden.csv", "é.csv", "-", "a\udcff.csv"])
def test_other_names_may_be_given(run: Run, tmp_path: Path, name: str) -> None:
    assert run("export", "deals", "-o", tmp_path / name).code == 0
    assert os.listdir(tmp_path) == [name]


@pytest.mark.parametrize("by", ["path", "link", "hard link"])
def test_the_archive_s_own_files_are_kept(run: Run, tmp_path: Path, by: str) -> None:
    root = write_archive(tmp_path / "archive", events=EVENT, deals=DEAL)
    own = root / "data" / "deals.toml"
    target = own if by == "path" else tmp_path / "other.toml"
    if by == "link":
        target.symlink_to(own)
    elif by == "hard link":
        target.hardlink_to(own)
    before = own.read_bytes()
    ran = run("export", "deals", "--archive", root, "-o", target, "--force", "--filter", "zzz")
    assert one_line(ran, 1) == f"{target} holds the archive's own data; name another file."
    assert own.read_bytes() == before


def test_swapping_the_export_folder_for_a_link_leads_nowhere(selection: Select, tmp_path: Path) -> None:
    """The folder is opened when secure mode begins; its path may be anything later."""
    folder, victim = tmp_path / "export", tmp_path / "victim"
    folder.mkdir()
    victim.mkdir()
    confined = confinement(True, {"CQ_TUI_EXPORT_DIR": str(folder)})
    assert confined is not None
    folder.rename(tmp_path / "moved")
    folder.symlink_to(victim)
    for format_ in ("csv", "xlsx"):
        target = target_of(Path(f"deals.{format_}"), confined)
        export_file(selection(), Options(format_), target, confined=confined)
    assert sorted(os.listdir(tmp_path / "moved")) == ["deals.csv", "deals.xlsx"]
    assert os.listdir(victim) == []
    assert [stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "moved").iterdir()] == [0o600, 0o600]
    assert confined.descriptor is not None
    os.close(confined.descriptor)
