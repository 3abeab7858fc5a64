"""What stands in the packages."""

import re
import subprocess
import tarfile
import zipfile
from email.message import Message
from email.parser import Parser
from pathlib import Path

import pytest
from cq_tui import __version__

from tests.packages.building import ROOT, build
from tests.packages.conftest import ADDRESS
from tests.packages.pythons import pythons

pytestmark = pytest.mark.packages

GENERATED = {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}
PLACES = {
    "tui/cq_tui/": "cq_tui/",
    "data/": "cq_tui/shipped/data/",
    "seeds/": "cq_tui/shipped/seeds/",
    "man/": f"cq_tui-{__version__}.data/data/share/man/",
}


def _files(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as file:
        return {name: file.read(name) for name in file.namelist()}


def _metadata(wheel: Path) -> Message:
    text = next(body for name, body in _files(wheel).items() if name.endswith(".dist-info/METADATA"))
    return Parser().parsestr(text.decode())


def _tracked() -> set[str]:
    if not (ROOT / ".git").exists():
        pytest.skip("no checkout of git: what belongs to the project is not known")
    command = [
        "git",
        "-c",
        "safe.directory=*",
        "-C",
        str(ROOT),
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {name for name in listed.split("\0") if name and (ROOT / name).exists()}


def test_the_wheel_holds_the_program_and_its_data_and_nothing_else(wheel: Path) -> None:
    wanted = {
        there + name.removeprefix(here)
        for name in _tracked()
        for here, there in PLACES.items()
        if name.startswith(here)
    }
    files = set(_files(wheel))
    info = {name for name in files if ".dist-info/" in name}
    assert files - info == wanted
    assert {name.partition(".dist-info/")[2] for name in info} == GENERATED


def test_the_source_distribution_holds_the_whole_project(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as file:
        files = {name.partition("/")[2] for name in file.getnames()}
    assert files - {"PKG-INFO"} == {name for name in _tracked() if not name.startswith(".ci/")}


def test_what_git_ignores_does_not_travel_and_the_wheel_is_the_same_from_either(wheel: Path, tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    for name in _tracked():
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        (checkout / name).write_bytes((ROOT / name).read_bytes())
    (checkout / "seeds/originals").mkdir()
    (checkout / "seeds/originals/paper.txt").write_text("what somebody else wrote")
    (checkout / "data/.deals.toml.swp").write_text("an editor's")
    build(tmp_path, checkout, "--wheel", CQ_TUI_ADDRESS=ADDRESS)
    (direct,) = tmp_path.glob("*.whl")
    assert _files(direct) == _files(wheel)


def test_the_metadata_tell_who_where_and_with_what(wheel: Path) -> None:
    told = _metadata(wheel)
    assert told["Author"] == "The cq-tui authors"
    assert told["License-Expression"] == "MIT"
    assert dict(one.split(", ") for one in told.get_all("Project-URL", [])) == {
        "Repository": ADDRESS,
        "Documentation": f"{ADDRESS}/blob/HEAD/README.md",
        "Issues": f"{ADDRESS}/issues",
        "Changelog": f"{ADDRESS}/blob/HEAD/CHANGELOG.md",
    }


def test_the_readme_of_an_index_leads_nowhere_that_is_not_there(wheel: Path) -> None:
    text = str(_metadata(wheel).get_payload())
    leads = re.findall(r"\]\(([^)\s]+)\)", text)
    pictures = re.findall(r"!\[[^]]+\]\(([^)\s]+)\)", text)
    assert pictures
    assert all(one.startswith(f"{ADDRESS}/raw/HEAD/") for one in pictures)
    assert all(one.startswith("https://") for one in leads)
    for one in leads:
        if one.startswith(ADDRESS):
            assert (ROOT / one.removeprefix(ADDRESS).partition("HEAD/")[2]).exists(), one
    assert f"git clone {ADDRESS} cq-tui" in text


def test_without_an_address_none_is_made_up(tmp_path: Path) -> None:
    sdist_only = tmp_path / "sources"
    sdist_only.mkdir()
    for name in _tracked():
        if name in {"pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "tui/cq_tui/__init__.py"}:
            (sdist_only / name).parent.mkdir(parents=True, exist_ok=True)
            (sdist_only / name).write_bytes((ROOT / name).read_bytes())
    build(tmp_path, sdist_only, "--wheel", CQ_TUI_ADDRESS="")
    told = _metadata(next(tmp_path.glob("*.whl")))
    assert told.get_all("Project-URL") is None
    assert "](docs/" not in str(told.get_payload())
    assert "docs/own-lists.md" in str(told.get_payload())


def test_the_versions_of_python_that_are_told_are_tried_where_they_are(wheel: Path) -> None:
    classifiers = _metadata(wheel).get_all("Classifier", [])
    told = {one.rpartition(" ")[2] for one in classifiers if re.search(r":: 3\.\d+$", one)}
    assert min(pythons(), key=lambda one: int(one.split(".")[1])) in told
    assert _metadata(wheel)["Requires-Python"] == ">=3.11"
