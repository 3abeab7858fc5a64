"""Fiscal years, which are years of a kind: likely the record's. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    ("header", "cells", "years"),
    [
        ("Fiscal Year", ("FY16", "FY17", "FY2020"), (2016, 2017, 2020)),
        ("Fiscal year", ("FY 2016", "fy'17", "FY99"), (2016, 2017, 1999)),
        ("Year", ("FY16", "2017", "FY-2020"), (2016, 2017, 2020)),
        ("Financial year", ("Financial year 2016", "FY17", "FYE 2018"), (2016, 2017, 2018)),
        ("Exercice", ("Exercice 2016", "exercice budgétaire 2017", "2018"), (2016, 2017, 2018)),
        ("Haushaltsjahr", ("HJ 2016", "Haushaltsjahr 2017", "2018"), (2016, 2017, 2018)),
        ("Ejercicio", ("Ejercicio 2016", "ejercicio fiscal 2017", "2018"), (2016, 2017, 2018)),
        ("年度", ("2016年度", "2017財政年度", "FY2018年度"), (2016, 2017, 2018)),
        ("财年", ("2016财年", "2017会计年度", "2018"), (2016, 2017, 2018)),
        ("연도", ("2016년도", "2017 회계연도", "2018"), (2016, 2017, 2018)),
    ],
)
def test_they_are_the_days_of_records(
    take: Take, tmp_path: Path, header: str, cells: tuple[str, ...], years: tuple[int, ...]
) -> None:
    rows = "".join(
        f"{name},{name} Inc.,{cell},{90_000 + at}\n" for at, (name, cell) in enumerate(zip("ABC", cells, strict=True))
    )
    found = take(sheet(tmp_path / "list.csv", f"Project,Grantee,{header},Grant (USD)\n" + rows))
    assert tuple(day.year for day in found.values("date")) == years
    assert set(found.values("date_precision")) == {"year"}


def test_it_is_told_that_they_are_only_likely(look: Bring, tmp_path: Path) -> None:
    text = "Project,Fiscal Year,Grant (USD)\nAa theatre,FY16,90000\nBb choir,FY17,91000\n"
    told = look(sheet(tmp_path / "list.csv", text)).err
    assert 'the column holds fiscal years, which may begin in another one: "FY16" is 2016' in told
    assert "[date]  # likely" in told


def test_what_only_begins_so_is_none(look: Bring, tmp_path: Path) -> None:
    text = "Project,Fiscal Year,Grant (USD)\nAa theatre,FY plan,90000\nBb choir,FY165,91000\n"
    assert "Set aside: Fiscal Year" in look(sheet(tmp_path / "list.csv", text)).err
