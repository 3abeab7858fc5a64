"""A pipe or a device where a file is expected is named at once, wherever it stands, and never read."""

import gc
import os
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import hashes, sheet

Bring = Callable[..., Ran]
LIST = "Project,Type\nMill,fund\n"


def _pipe(path: Path) -> Path:
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)
    return path


def _zeros(path: Path) -> Path:
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to("/dev/zero")
    return path


@pytest.mark.parametrize("make", [_pipe, _zeros])
@pytest.mark.parametrize("ending", ["csv", "xlsx", "json", "parquet", "none"])
def test_a_list(bring: Bring, archive: Path, tmp_path: Path, make: Callable[[Path], Path], ending: str) -> None:
    path = make(tmp_path / f"list.{ending}")
    before = hashes(archive)
    assert bring(path).err == f"cq-tui: {path}: it is not a regular file; save it as a file and import that\n"
    assert hashes(archive) == before


@pytest.mark.parametrize("name", ["-", "/dev/stdin"])
def test_stdin_is_no_file(look: Bring, name: str) -> None:
    assert look(Path(name)).err == f"cq-tui: {name}: it is not a regular file; save it as a file and import that\n"


def test_a_folder_is_called_one(look: Bring, tmp_path: Path) -> None:
    (tmp_path / "list.csv").mkdir()
    assert "list.csv: it is a folder;" in look(tmp_path / "list.csv").err


@pytest.mark.parametrize("make", [_pipe, _zeros])
def test_a_mapping(bring: Bring, tmp_path: Path, make: Callable[[Path], Path]) -> None:
    path = make(tmp_path / "MAP.toml")
    ran = bring(sheet(tmp_path / "list.csv", LIST), "--map", path)
    assert (ran.code, ran.err) == (1, f"cq-tui: {path}: can't be read: it is not a regular file\n")


@pytest.mark.parametrize("make", [_pipe, _zeros])
@pytest.mark.parametrize("name", ["data/deals.toml", "data/deals.csv", "data/a/deals.parquet", "seeds/a.toml"])
def test_a_data_file(run: Run, archive: Path, make: Callable[[Path], Path], name: str) -> None:
    make(archive / name)
    ran = run("check", archive)
    assert ran.code == 1
    assert f"{name}: can't be read: it is not a" in ran.out + ran.err


@pytest.mark.parametrize("make", [_pipe, _zeros])
def test_an_original(run: Run, tmp_path: Path, make: Callable[[Path], Path]) -> None:
    path = make(tmp_path / "original.txt")
    assert run("check", "--original", path).err.endswith(f"{path}: can't be read: it is not a regular file\n")


def test_controls_in_a_sheet_s_name_stay_out_of_the_archive(
    run: Run, bring: Bring, archive: Path, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    book.active.title = "List\x7f\u202e\x85"
    book.active.append(["Project", "Type"])
    book.active.append(["Mill", "fund"])
    book.create_sheet("Other").append(["x"])
    book.save(tmp_path / "list.xlsx")
    ran = bring(tmp_path / "list.xlsx")
    assert ran.code == 0
    again = bring(tmp_path / "list.xlsx", "--force")  # by the sheet's name as MAP.toml keeps it
    assert (again.code, run("check", archive).code) == (0, 0)
    for path in archive.rglob("*"):
        if path.is_file():
            assert not set("\x7f\u202e\x85") & set(path.read_text("utf-8-sig")), path


def test_a_temporary_folder_with_a_quote(bring: Bring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / 'it\'s "here" -- ; 文件'
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    ran = bring(sheet(tmp_path / "it's a list.csv", LIST))
    assert "1 row: 1 accepted, 0 refused" in ran.err
    gc.collect()  # what looked for twins goes with its process, and here that goes on
    assert os.listdir(temporary) == []
