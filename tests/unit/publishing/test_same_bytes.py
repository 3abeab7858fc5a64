"""The same archive gives the same bytes: no clock, no order of files, no language, no locale has a say."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui import language
from cq_tui.publishing.publish import FORMATS
from cq_tui.store.open_archive import open_archive
from cq_tui.store.store import Store

from tests.unit.conftest import Run
from tests.unit.publishing.made import published


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_in_either_language(store: Store, tmp_path: Path) -> None:
    english = contents(published(tmp_path / "en", store, "country:DE"))
    language.use("zh")
    assert contents(published(tmp_path / "zh", store, "country:DE")) == english


@pytest.fixture(scope="module")
def usual(store: Store, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return contents(published(tmp_path_factory.mktemp("package") / "usual", store))


def _reversed(root: Path) -> None:
    for path in (root / "data").glob("*.toml"):
        head, *tables = path.read_text("utf-8").split(f"\n[[{path.stem}]]\n")
        path.write_text("".join(f"\n[[{path.stem}]]\n{one}" for one in reversed(tables)) + f"\n{head}", "utf-8")


def _as_tables(root: Path, run: Run, ending: str) -> None:
    for kind in ("deals", "organisations", "events"):
        target = root / "data" / f"{kind}.{ending}"
        assert run("export", kind, "--archive", root, "-o", target).code == 0
        (root / "data" / f"{kind}.toml").unlink()


@pytest.mark.parametrize("form", ["reversed", "csv", "parquet"])
def test_however_the_records_are_written(
    usual: dict[str, bytes], copy_of_archive: Path, tmp_path: Path, run: Run, form: str
) -> None:
    change: Callable[[], None] = (lambda: _reversed(copy_of_archive)) if form == "reversed" else (
        lambda: _as_tables(copy_of_archive, run, form)
    )  # fmt: skip
    change()
    opened = open_archive(copy_of_archive)
    assert [str(one) for one in opened.problems] == []
    assert contents(published(tmp_path / "other", opened.store)) == usual


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_in_whatever_circumstances(tmp_path: Path, format_: str) -> None:
    given = [
        {"LANG": "C", "TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1"},
        {"LANG": "zh_CN.UTF-8", "TZ": "America/Lima", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "0"},
    ]
    found = []
    for number, environment in enumerate(given):
        folder = tmp_path / str(number) / "package"
        folder.parent.mkdir()
        words = [sys.executable, "-m", "cq_tui", "publish", str(folder), "--format", format_]
        subprocess.run(words, check=True, env={**os.environ, **environment}, capture_output=True, cwd=folder.parent)
        found.append(contents(folder))
    assert found[0] == found[1]


def test_a_package_that_is_replaced_is_the_same_as_a_new_one(usual: dict[str, bytes], tmp_path: Path, run: Run) -> None:
    assert run("publish", tmp_path / "a", "--filter", "country:DE").code == 0
    assert run("publish", tmp_path / "a", "--force").code == 0
    assert contents(tmp_path / "a") == usual
