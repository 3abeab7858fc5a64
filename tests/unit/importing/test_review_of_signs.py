"""What the review shows of a list stands there as the list has it."""

from collections.abc import Callable
from pathlib import Path

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]


def test_a_negative_decimal_has_no_mark_of_the_file_before_it(bring: Bring, tmp_path: Path) -> None:
    rows = "Aa Ltd,https://aa.example,-35.3348963,-35 x\nBb Ltd,https://bb.example,-77.1234567,-77 y\n"
    ran = bring(
        sheet(tmp_path / "a.csv", f"name,website,lat,mark\n{rows}"),
        "--kind",
        "organisations",
        "--lang",
        "en",
        "--dry-run",
    )
    assert "largest -35.3348963" in ran.err
    assert "-35 x 1" in ran.err, "a text that a spreadsheet would take for a formula"
    assert "'-" not in ran.err
