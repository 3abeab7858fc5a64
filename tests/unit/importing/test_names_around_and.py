"""Whether an ``and`` parts the names of a column is asked of the whole column, where it may; every list is made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

_NAMES = ["Aalto and Brix", "Cedar", "Brix und Dorn", "Dorn & Cedar", "Eik & Sons", "Fyr & Gant", "Gant", "Hail", "Ivo"]
_LIST = "".join(f"Road {at} to Aa,{name}\n" for at, name in enumerate(_NAMES))


def test_it_is_asked_once_for_the_column(bring: Callable[..., Ran], tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", f"Title,Investor\n{_LIST}"))
    assert '4 of 9 different cells hold an and or & between two names, such as "Aalto and Brix".' in ran.err
    assert "--set parties.separator.investor=and" in ran.err
    assert "--set parties.separator.investor=none" in ran.err


@pytest.mark.parametrize(
    ("answer", "first", "others"),
    [
        ("and", ["aalto", "brix"], ["brix", "dorn"]),
        ("none", ["aalto-and-brix"], ["brix-und-dorn"]),
    ],
)
def test_the_answer_holds_for_all_of_its_cells(
    bring: Callable[..., Ran], archive: Path, tmp_path: Path, answer: str, first: list[str], others: list[str]
) -> None:
    path = sheet(tmp_path / "list.csv", f"Title,Investor\n{_LIST}")
    assert bring(path, "--set", f"parties.separator.investor={answer}").code == 0
    found = [row["parties"].split("; ") for row in rows_of(archive / "data/fair-deals-list/deals.csv")]
    assert [one.removesuffix(":investor") for one in found[0]] == first
    assert [one.removesuffix(":investor") for one in found[2]] == others
    assert [one.removesuffix(":investor") for one in found[4]] == ["eik-sons"]


def test_where_no_part_stands_elsewhere_each_is_one(take: Take, tmp_path: Path) -> None:
    rows = "Aa,Aalto and Brix\nBb,Cedar and Dorn\nCc,Eik und Fyr\nDd,Gant\n"
    assert take(sheet(tmp_path / "list.csv", f"Title,Investor\n{rows}")).questions == []
