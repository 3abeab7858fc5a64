"""Names in brackets behind a word for nobody, and what is told of cells that name nobody. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.convert.names_in_cells import name_in, names_in, parted_by, split_names

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("business angels (Ada Brandt, Boris Kell, Carla Nunn)", ["Ada Brandt", "Boris Kell", "Carla Nunn"]),
        ("Private investors (Hugo Mandt, Jan van Orth and others)", ["Hugo Mandt", "Jan van Orth"]),
        ("Business Angels (u.a. Dora Vint und Emil Sorg)", ["Dora Vint", "Emil Sorg"]),
        ("Business Angels (Dora Vint u.a.)", ["Dora Vint"]),
        ("Others [Brindle AG; Corvane GmbH]", ["Brindle AG", "Corvane GmbH"]),
        ("Various (Brindle Holding Ltd)", ["Brindle Holding Ltd"]),
        ("Anonymous (Peter Kell)", ["Peter Kell"]),
        ("天使投资人（王大刚、李小明等）", ["王大刚", "李小明"]),
        ("个人（包括王大刚）", ["王大刚"]),
        ("Brindle Fund; private investors (Ada Brandt & Boris Kell)", ["Brindle Fund", "Ada Brandt", "Boris Kell"]),
        ("Brindle Fund (Ada Brandt, Boris Kell)", ["Brindle Fund (Ada Brandt, Boris Kell)"]),
        ("private investors (Germany, United States)", []),
        ("Particulier (Noord)", []),
        ("individuals (12)", []),
    ],
)
def test_the_names_in_the_brackets_are_taken(cell: str, names: list[str]) -> None:
    assert split_names(cell) == names
    if ";" not in cell:
        assert list(name_in(cell).names) == names


def test_they_are_taken_behind_a_comma_as_well() -> None:
    found = parted_by(names_in("Brindle Fund, business angels (Ada Brandt, Boris Kell), private investors"), ",")
    assert found.names == ("Brindle Fund", "Ada Brandt", "Boris Kell")
    assert found.nobody == ("private investors",)


_HEAD = "Company,Investors,Amount CHF,Date\n"
_ROWS = "".join(f"Alvora {at} AG,private investors,100000,2021-03-0{at}\n" for at in range(1, 9))
_WORDS = ("Nobody", "others", "Various", "anonymous", "individuals", "business angel", "private persons", "None of it")


def test_a_cell_in_which_a_name_may_stand_is_told_first_with_what_names_it(
    bring: Bring, archive: Path, tmp_path: Path
) -> None:
    others = "".join(f"Dalmer {at} AG,{word},90000,2021-04-0{at}\n" for at, word in enumerate(_WORDS, 1))
    last = 'Fenwick AG,Brindle Capital AG,7,2021-05-05\nEstrel AG,"Private investors (via Dorvane)",70000,2021-05-04\n'
    path = sheet(tmp_path / "a.csv", f"{_HEAD}{_ROWS}{others}{last}")
    answers = ("--set", "parties.recipient=Company", "--set", "parties.investor=Investors")
    told = bring(path, "--dry-run", *answers).err
    (line,) = [one for one in told.splitlines() if "name nobody" in one]
    assert line.startswith("! Organisations: ")
    assert 'which states none: "Private investors (via Dorvane)" 1; "private investors" 8; ' in line
    setting = line.partition("--set ")[2].strip("'").replace("NAME", "Dorvane AG").replace("'", "")
    ran = bring(path, *answers, "--set", setting)
    assert ran.code == 0, ran.err
    deals = rows_of(archive / "data/fair-deals-a/deals.csv")
    assert "dorvane:investor" in deals[-1]["parties"].replace(" ", "")


def test_what_names_nobody_beside_names_is_told(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f'Alvora {at} AG,"Brindle AG; private investors",100000,2021-03-0{at}\n' for at in range(1, 9))
    told = bring(sheet(tmp_path / "a.csv", _HEAD + rows), "--dry-run", "--set", "parties.investor=Investors").err
    assert '8 parts of cells name nobody, and are left out beside the names: "private investors" 8' in told
