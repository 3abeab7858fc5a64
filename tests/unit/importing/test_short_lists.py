"""Of a short list everything is asked as it stands; the engine makes the same of it where it looks for faster ways."""

import shutil
from pathlib import Path

import pytest
from cq_tui.importing import importer

from tests.unit.conftest import Run
from tests.unit.importing.conftest import hashes, sheet

_HEADER = "Project,Investors,Country,Type,Amount (USD m),Signed,Stage,Ground,Seats\n"
_ROWS = (
    "Mill,Aa Works; Bb Bank,Chile,fund,100,2024-05-01,signed,L1,3\n"
    "Mine,Aa Works,Peru,fund,2.5,2024-05-02,signed,L2,4\n"
    "Mine,Aa Works,Peru,fund,2.5,2024-05-02,signed,L2,4\n"
    "Port,n/a,,fund,not disclosed,5 May 2024,cancelled,,5\n"
    "Total,,,,105,,,,\n"
    "Second part,,,,,,,,\n" + _HEADER + "Dock,Cc GmbH,Chile & Peru,fund,~7,2024-06,signed,L1,x\n"
    "Dam,Dd SpA,Atlantis,fund,,2024,signed,L1,9\n"
    "Page 2 of 3,,,,,,,,\n"
)
_WIDE = "Project,Type,Paid 2022,Paid 2023,Amount,Currency\n" + "".join(
    f"Deal {n},fund,{n},{n * 2},{n * 3},EUR\n" for n in range(1, 40)
)


@pytest.mark.parametrize("text", [_HEADER + _ROWS, _HEADER + _ROWS * 9, _WIDE], ids=["once", "again", "amounts"])
def test_they_are_taken_in_as_longer_ones_are(
    run: Run, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    path = sheet(tmp_path / "list.csv", text)
    short, long = (Path(shutil.copytree(archive, tmp_path / name / "archive")) for name in ("short", "long"))

    def told(root: Path) -> list[str]:
        """What is said where the rows that are the same are asked for, and where they are counted."""
        asked = run("import", path, "--event", "fair", "--into", root)
        taken = run("import", path, "--event", "fair", "--into", root, "--force", "--set", "rows.same=count")
        assert taken.code in (0, 3), taken.err
        return [ran.err.replace(str(root), "") for ran in (asked, taken)]

    said = told(short)
    monkeypatch.setattr(importer, "_SHORT", -1)
    assert told(long) == said
    assert hashes(long) == hashes(short)
