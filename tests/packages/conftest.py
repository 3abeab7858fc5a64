"""The packages that the tests of this folder are about."""

from pathlib import Path

import pytest

from tests.packages.building import ROOT, build

ADDRESS = "https://code.example/fairs/cq-tui"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("built")
    build(folder, ROOT, CQ_TUI_ADDRESS=f"https://name:secret@{ADDRESS.removeprefix('https://')}.git")
    return folder


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    """The wheel that was built from the source distribution."""
    (wheel,) = built.glob("*.whl")
    return wheel
