"""What the review shows of a list stands there as the list has it."""

from collections.abc import Callable
from pathlib import Path

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]


def test_a_negative_decimal_has_no_mark_of_the_file_before_it(bring: Bring, tmp_path: Path) -> None:
    rows = "Aa Ltd,https://aa.example,-35.3348963\nBb Ltd,https://bb.example,-77.1234567\n"
    ran = bring(
        sheet(tmp_path / "a.csv", f"name,website,lat\n{rows}"), "--kind", "organisations", "--lang", "en", "--dry-run"
    )
    assert "-35.3348963 1" in ran.err
    assert "'-" not in ran.err
