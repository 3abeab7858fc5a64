"""A column of days, numbers or amounts stays one although a few of its cells are something else. All made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.values.dates import read_date
from cq_tui.values.open_days import is_open

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet
from tests.unit.importing.test_own_columns import declared

Bring = Callable[..., Ran]
_ROWS = 60


def _list(tmp_path: Path, header: str, cells: list[str]) -> Path:
    rows = "".join(f'Mill {n},fund,"{cell}"\n' for n, cell in enumerate(cells))
    return sheet(tmp_path / "list.csv", f"Project,Type,{header}\n{rows}")


def _days(count: int) -> list[str]:
    return [f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(count)]


_OPEN = """rolling|Rolling basis|상시 접수|상시|수시|예산 소진시까지|확인 필요|随時|通年
要確認|长期有效|常年|不限|bis auf Weiteres|laufend|en continu|permanente|fino ad esaurimento fondi|a sportello
bezterminowo|průběžně|löpande|doorlopend|бессрочно|visszavonásig""".replace("\n", "|")


@pytest.mark.parametrize("word", _OPEN.split("|"))
def test_words_for_no_fixed_day(word: str) -> None:
    with pytest.raises(ValueError, match="says that no day is fixed"):
        read_date(word)
    assert not is_open(f"{word} 2024")


@pytest.mark.parametrize("word", ["상시 접수", "rolling"])
def test_words_for_no_fixed_day_leave_a_column_of_days(bring: Bring, archive: Path, tmp_path: Path, word: str) -> None:
    ran = bring(_list(tmp_path, "Application deadline", [*_days(3), word, word]))
    assert declared(archive)["application_deadline"]["type"] == "date", ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["application_deadline"] for row in rows] == ["2024-01-01", "2024-02-02", "2024-03-03", "", ""]
    assert rows[3]["note_en"] == f'Not read: Application deadline: "{word}"'
    remarks = rows_of(archive / "imports/fair-deals-list/remarks.csv")
    assert [(one["cell"], one["remark"]) for one in remarks] == [(word, "says that no day is fixed")] * 2


def test_a_few_other_words_under_a_header_of_days_are_remarks(bring: Bring, archive: Path, tmp_path: Path) -> None:
    days = [*_days(18), "see the call", "in two steps"]
    bring(_list(tmp_path, "End date", days))
    assert declared(archive)["end_date"]["type"] == "date"
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["end_date"] for row in rows] == [*_days(18), "", ""]
    assert rows[-1]["note_en"] == 'Not read: End date: "in two steps"'
    before = (archive / "data/fair-deals-list/deals.csv").read_bytes()
    assert "no file was changed" in bring(tmp_path / "list.csv").err
    assert (archive / "data/fair-deals-list/deals.csv").read_bytes() == before


def test_too_many_other_words_make_texts(bring: Bring, archive: Path, tmp_path: Path) -> None:
    bring(_list(tmp_path, "End date", [*_days(12), "see the call", "in two steps"]))
    assert declared(archive)["end_date"]["type"] == "string"


@pytest.mark.parametrize("odd", ["114/02/30", "1140230", "114/1/265", "見附件"])
def test_days_of_the_republic_with_an_odd_cell(bring: Bring, archive: Path, tmp_path: Path, odd: str) -> None:
    days = [f"113/{n + 1:02}/15" for n in range(12)]
    bring(_list(tmp_path, "截止日期", [*days, odd]))
    assert declared(archive)["jie_zhi_ri_qi"]["type"] == "date"
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["jie_zhi_ri_qi"] for row in rows] == [*(f"2024-{n + 1:02}-15" for n in range(12)), ""]


@pytest.mark.parametrize(
    ("header", "cells", "odd", "word"),
    [
        ("Staff", [f"{n * 7}" for n in range(_ROWS)], "not counted yet, as the mill was closed", "count"),
        ("Score", [f"{n}.25" for n in range(_ROWS)], "passed", "number"),
        ("Score", [f"{n},25" for n in range(_ROWS)], "passed", "number"),
        ("Humidity", [f"{n}.5%" for n in range(_ROWS)], "most", "number"),
        ("Construction", [f"{1950 + n}" for n in range(_ROWS)], "before the war", "date"),
        ("Guarantee", [f"US${n}.5m" for n in range(1, _ROWS)], "in kind", "money"),
        ("Guarantee", [f"US${n}.5m" for n in range(1, _ROWS)], "in kind: land and what stands on all of it", "money"),
        ("Web", [f"https://{n}.example" for n in range(_ROWS)], "only on paper", "url"),
    ],
)  # fmt: skip
def test_one_odd_cell_of_many_is_a_remark(
    bring: Bring, archive: Path, tmp_path: Path, header: str, cells: list[str], odd: str, word: str
) -> None:
    mixed = cells[:]
    mixed.insert(0 if header == "Score" else 5, odd)
    none = ["--set", "amount=", "--set", "date=", "--set", "term_years="]  # no field of the program takes it
    ran = bring(_list(tmp_path, header, mixed), *none)
    (found,) = declared(archive).values()
    assert found["type"] == word, ran.err[-3000:]
    remarks = rows_of(archive / "imports/fair-deals-list/remarks.csv")
    assert [one["cell"] for one in remarks] == [odd]
    if header == "Guarantee":
        assert "no file was changed" in bring(tmp_path / "list.csv").err


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Project code", [*map(str, range(2, _ROWS)), "other"]),  # a code with a letter makes codes of all
        ("House", [*map(str, range(2, _ROWS)), "14a"]),  # one of sixty is no slip
        ("Class", [*(str(n % 5) for n in range(_ROWS)), *["other"] * 9]),
        ("Story", [*map(str, range(2, 12)), *(f"text {n}" for n in range(20))]),
    ],
)
def test_what_is_no_slip_stays_a_text(
    bring: Bring, archive: Path, tmp_path: Path, header: str, cells: list[str]
) -> None:
    bring(_list(tmp_path, header, cells))
    (found,) = declared(archive).values()
    assert found["type"] in ("string", "code")
