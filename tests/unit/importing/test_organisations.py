"""Which names of a list are one organisation: those that are spelt alike; all others are proposed at most."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]
HEADER = "Project,Investor,Country,Type\n"
_PLAIN = ("government", "government-of-sudan")
_MADE = "data/fair-deals-list/organisations.csv"


def _list(tmp_path: Path, *names: str, country: str = "Germany") -> Path:
    rows = (f"Line {number},{name},{country},fund\n" for number, name in enumerate(names))
    return sheet(tmp_path / "list.csv", HEADER + "".join(rows))


def _ids(take: Take, path: Path) -> list[str]:
    return [parties[0].org for parties in take(path).values("parties")]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Norvik KGaA", "Norvik & Co."), ("i.TX", "ITX"), ("Zuvia", "Zuvia AG"), ("重庆甲有限公司", "重庆甲股份有限公司")],
)
def test_companies_of_different_forms_stay_apart_and_are_proposed(
    take: Take, tmp_path: Path, one: str, other: str
) -> None:
    found = take(_list(tmp_path, one, other))
    first, second = (parties[0].org for parties in found.values("parties"))
    assert first != second
    assert found.near == ((other, first, 95),)


def test_an_abbreviation_and_a_likeness_are_proposed(take: Take, tmp_path: Path) -> None:
    found = take(_list(tmp_path, "Made National Works Corp", "MNWC", "Made National Wroks Corp"))
    assert len(set(_ids(take, _list(tmp_path, "Made National Works Corp", "MNWC")))) == 2
    assert ("MNWC", "made-national-works", 90) in found.near
    assert ("Made National Wroks Corp", "made-national-works") in [(name, id_) for name, id_, _alike in found.near]


def test_the_mapping_says_by_an_id_or_a_name_that_two_are_one(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = _list(tmp_path, "Norvik & Co.", "Norvik KGaA", "NORVIK KGAA")
    assert bring(path, "--set", "organisations.Norvik & Co.=Norvik KGaA").code == 0
    (row,) = rows_of(archive / _MADE)
    assert row["aliases"] == "Norvik KGaA; NORVIK KGAA"
    path = _list(tmp_path, "Norvik & Co.", "Norvik KGaA")
    assert bring(path, "--set", "organisations.Norvik KGaA=norvik", "--force").code == 0
    (row,) = rows_of(archive / _MADE)
    assert (row["id"], row["aliases"]) == ("norvik", "Norvik KGaA")
    ran = bring(path, "--set", "organisations.Norvik KGaA=nobody", "--dry-run")
    assert "there is no nobody in organisations" in ran.out


def test_what_was_put_together_is_told_and_can_be_parted(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = _list(tmp_path, "Made-Works", "made works", "Southwest-Aluminium")
    ran = bring(path)
    assert "put together: Made-Works = made works" in ran.err
    assert "organisations.made works=" in ran.err
    assert bring(path, "--force", "--set", "organisations.made works=", "--set", "organisations.Southwest-Aluminium=")
    assert [row["name_en"] for row in rows_of(archive / _MADE)] == ["Made-Works", "made works", "Southwest-Aluminium"]


def test_a_government_is_that_of_its_country(take: Take, tmp_path: Path) -> None:
    text = (
        "Project,Borrower,Lender,Country,Type\nPower,Government,Aa Bank,Sudan,credit line\n"
        "Port,government,Aa Bank,Nigeria,credit line\nRoad,财政部,Aa Bank,SD,credit line\n"
        'Rail,Government,Aa Bank,"Sudan, Nigeria",credit line\nDam,Government of Sudan,Aa Bank,Sudan,credit line\n'
    )
    found = _ids(take, sheet(tmp_path / "list.csv", text))
    assert found == ["government-sudan", "government-nigeria", "cai-zheng-bu-su-dan", *_PLAIN]
