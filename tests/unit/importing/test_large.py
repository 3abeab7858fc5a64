"""A made list of 100,000 rows, some of them spoilt: ``make test-large``."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import hashes
from tests.unit.importing.made import write_list

ROWS = 100_000


@pytest.mark.large
def test_all_rows_are_accepted_and_what_is_spoilt_is_remarked_and_a_second_run_changes_no_byte(
    bring: Callable[..., Ran], archive: Path, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    write_list(path, ROWS, Random(7))
    lines = path.read_text("utf-8").splitlines(keepends=True)
    spoilt = range(1, ROWS + 1, 1000)
    for place in spoilt:
        lines[place] = lines[place].replace("$", "much ")
    path.write_text("".join(lines), "utf-8")
    ran = bring(path)
    assert f"{ROWS:,} rows: {ROWS:,} accepted ({len(spoilt)} with remarks), 0 refused" in ran.err
    for written, rows in (
        ("data/fair-deals-list/deals.csv", ROWS),
        ("imports/fair-deals-list/remarks.csv", len(spoilt)),
    ):
        assert (archive / written).read_bytes().count(b"\n") == rows + 1
    before = hashes(archive)
    assert (bring(path).code, hashes(archive)) == (0, before)
