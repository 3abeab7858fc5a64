"""Most cells of a column of days decide how it is read, the others are remarks. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]
DAYS = ("096/12/26", "096/12/15", "097/01/09", "097/01/11")


@pytest.mark.parametrize("odd", ["096/12/265", "961024", "096/12/32", "見備註"])
def test_one_odd_cell_leaves_the_calendar_of_the_republic(bring: Bring, tmp_path: Path, odd: str) -> None:
    rows = "".join(f"案{number},富甲{number}股份有限公司,{day}\n" for number, day in enumerate((*DAYS, odd)))
    path = sheet(tmp_path / "list.csv", f"名稱,捐贈者,交易日期\n{rows}")
    told = bring(path).err
    assert "--set date.order=roc" in told
    assert '"096/12/26" can be a day of the calendar of the Republic of China' in told
    told = bring(path, "--set", "date.order=roc", "--set", "title.column=名稱").err
    assert "2007-12-15 to 2008-01-11" in told or "2007-10-24 to 2008-01-11" in told
    assert "5 accepted" in told


def test_a_day_of_which_no_cell_is_one_is_none(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f"Mill {number},{word}\n" for number, word in enumerate(("soon", "when ready", "after the vote")))
    told = bring(sheet(tmp_path / "list.csv", f"Title,Date\n{rows}")).err
    assert "Date: its header says Date, but its cells are texts" in told
    assert "! Date" not in told


@pytest.mark.parametrize("day", ["[{}]", "({})", "【{}】", "（{}）"])
def test_days_in_brackets_are_days(bring: Bring, tmp_path: Path, day: str) -> None:
    rows = "".join(f"Mill {n},Aa {n} Ltd,{day.format(f'2024-03-0{n}')}\n" for n in range(1, 5))
    told = bring(sheet(tmp_path / "list.csv", f"Project,Supplier,Date signed\n{rows}"), "--dry-run").err
    assert "Date: 4 of 4 from Date signed; 2024-03-01 to 2024-03-04" in told


def test_the_day_from_which_programs_count_is_told(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f"Mill {n},Aa {n} Ltd,{day}\n" for n, day in enumerate(("1970-01-01", "2020-03-01", "2021-03-01")))
    told = bring(sheet(tmp_path / "list.csv", f"Project,Supplier,Date signed\n{rows}"), "--dry-run").err
    assert "! Date: 1970-01-01, which programs write where they know no day: 1; the next one is 2020-03-01" in told


@pytest.mark.parametrize("header", ["开标时间", "Bid opening date", "Date d'ouverture des plis"])
def test_the_day_on_which_bids_are_opened_is_only_likely(bring: Bring, tmp_path: Path, header: str) -> None:
    rows = "".join(f"Mill {n},Aa {n} Ltd,2024-03-0{n},2024-02-0{n}\n" for n in range(1, 5))
    told = bring(sheet(tmp_path / "list.csv", f"Project,Supplier,{header},Published\n{rows}"), "--dry-run").err
    date = told.partition("[date]")[2].partition("\n")[0]
    assert "? date:" in told or "# likely" in date, told
