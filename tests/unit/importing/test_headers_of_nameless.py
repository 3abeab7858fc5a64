"""Several tables below each other without a header for all: the header of each is no record. Made up."""

from collections.abc import Callable
from pathlib import Path

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_TABLES = """Authority,"Name and seat
of donor",Kind,"Value
(Euro)",Purpose
School North,Muster Trust,Gift,20000,Research
,No consent to publish,Gift,6000,Teaching
Museum West,Beispiel AG,Sponsoring,10000,Show
,Probe GmbH,Gift,5000,Hall
Holding,"Name and seat
of donor",Kind,"Value
(Euro)",Purpose
Clinic East,Test Trust,Gift,7000,Ward
,Fabel KG,Gift,8000,Institute
"""
_RECORDS = """Aa Works Ltd,Seed,undisclosed,Aastadt
Bb Works Ltd,Seed,20000,Bbstadt
Cc Works Ltd,Seed,undisclosed,Aastadt
Dd Works Ltd,Series A,30000,Ddstadt
Ee Works Ltd,Series B,40000,Eestadt
"""


def test_the_headers_of_tables_in_a_sheet_are_told_as_headings(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _TABLES), "--set", "header=0")
    assert ran.code == 0, ran.err
    assert "8 rows: 6 accepted, 0 refused, 2 headings, totals and notes" in ran.err
    titles = [row["title_en"] for row in rows_of(archive / "data/fair-deals-list/deals.csv")]
    assert len(titles) == 6
    assert not any("Purpose" in title or "Authority" in title or "Holding" in title for title in titles)
    refused = (archive / "imports/fair-deals-list/refused.csv").read_text("utf-8")
    assert refused.count("repeats the header") == 2


def test_records_that_only_share_words_stay(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _RECORDS), "--set", "header=0")
    assert "repeats the header" not in ran.err
    assert "5 rows: 5 accepted" in ran.err, ran.err
