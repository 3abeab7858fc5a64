"""Days without marks, as 20250926, are days and no whole numbers, in columns that no field takes; all made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet
from tests.unit.importing.test_own_columns import declared

Bring = Callable[..., Ran]


def test_a_header_of_days_makes_them_days(bring: Bring, archive: Path, tmp_path: Path) -> None:
    headers = ["rcpt_end_dt", "접수마감일", "endDe", "expiry_ymd", "Expiry date", "Enddatum", "終了年月日", "截止日期"]
    first, second = (",".join([day] * len(headers)) for day in ("20250926", "20251031"))
    text = f"Project,Supplier,{','.join(headers)}\nMill,Aa Ltd,{first}\nMine,Bb Ltd,{second}\n"
    ran = bring(sheet(tmp_path / "a.csv", text))
    assert ran.code == 0, ran.err
    made = declared(archive)
    assert {str(one["label"]): one["type"] for one in made.values() if one["type"] != "date"} == {}
    assert len(made) == len(headers)
    rows = rows_of(archive / "data/fair-deals-a/deals.csv")
    assert [{row[name] for name in made} for row in rows] == [{"2025-09-26"}, {"2025-10-31"}]


@pytest.mark.parametrize(
    ("cells", "type_"),
    [
        (("20250926", "20251031", "99991231"), "date"),
        (("20250926", "20251031", "20251032"), "count"),
        (("20250926", "20251031", "17250101"), "count"),
        (("20250926", "20250926", "20250926"), "count"),
    ],
)
def test_beside_a_day_of_the_deal_they_are_days_where_all_can_be(
    bring: Bring, archive: Path, tmp_path: Path, cells: tuple[str, str, str], type_: str
) -> None:
    rows = "".join(f"Mill {at},Aa {at} Ltd,2025-09-0{at + 1},{cell}\n" for at, cell in enumerate(cells))
    ran = bring(sheet(tmp_path / "a.csv", f"Project,Supplier,Signed,Mark B\n{rows}"))
    assert ran.code == 0, ran.err
    assert declared(archive)["mark_b"]["type"] == type_


def test_without_a_day_and_a_header_they_stay_numbers(bring: Bring, archive: Path, tmp_path: Path) -> None:
    rows = "".join(f"Mill {at},Aa {at} Ltd,2025090{at + 1}\n" for at in range(4))
    ran = bring(sheet(tmp_path / "a.csv", f"Project,Supplier,Mark B\n{rows}"), "--set", "date=")
    assert ran.code == 0, ran.err
    assert declared(archive)["mark_b"]["type"] == "count"
