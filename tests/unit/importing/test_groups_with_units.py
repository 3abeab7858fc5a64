"""Headers of two rows merged over their columns: the unit above holds for each, the day goes with month and year."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]
_LIST = (
    "Č.,Společnost,{unit},,Rozhodnutí,,\n"
    "{repeated},EUR,CZK,Den,Měsíc,Rok\n"
    "1,Lípa s.r.o.,4,100,4.,červenec,2018\n2,Dub a.s.,8,200,24.,září,2018\n3,Buk a.s.,6,150,,září,2019\n"
)


@pytest.mark.parametrize(
    "unit", ["Investice mil.", "Investice (mil.)", "Investice v mil.", "Investice mio", "Investment m"]
)
@pytest.mark.parametrize("repeated", ["Č.,Společnost", ","])
def test_the_unit_above_holds_for_each_column(bring: Bring, tmp_path: Path, unit: str, repeated: str) -> None:
    path = sheet(tmp_path / "a.csv", _LIST.format(unit=unit, repeated=repeated))
    ran = bring(path, "--dry-run", "--set", f"amount.column={unit} CZK")
    assert "CZK 450.00 m" in ran.err or "CZK 450 m" in ran.err, ran.err
    assert "2018-07-04 to 2019-09" in ran.err, ran.err


def test_a_doubt_of_the_unit_comes_with_its_answer(bring: Bring, tmp_path: Path) -> None:
    text = "Project,Signed,Amount (EUR)\nAa bridge,2020-01-05,12\nBb line,2020-02-06,13.5\nCc mill,2020-03-07,40\n"
    ran = bring(sheet(tmp_path / "a.csv", text), "--dry-run")
    assert "the largest is EUR 40: is a unit missing? --set amount.unit=million" in ran.err
