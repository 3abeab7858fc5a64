"""Numbers that stand with most names of a column are those of a register, also without a word for them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.values.identifiers import compact_alike

from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]


def _made(archive: Path) -> dict[str, str]:
    rows = rows_of(archive / "data/fair-deals-list/organisations.csv")
    return {row["name_zh"] or row["name_en"]: row["identifiers"] for row in rows}


def _list(*names: str) -> str:
    rows = (f'Deal {n},"{name}",{n}00000\n' for n, name in enumerate(names, 1))
    return "Title,Supplier,Amount (EUR)\n" + "".join(rows)


_PORTUGUESE = {"Aa - Bens": "500000018", "Bb Lda": "500000026", "Câmara de Cc": "500000034", "Dd SA": "500000042"}


@pytest.mark.parametrize("form", ["{number} - {name}", "{number} {name}", "{name} ({number})", "{name} - {number}"])
def test_a_number_in_front_or_behind_goes_to_the_organisation(
    bring: Bring, run: Run, archive: Path, tmp_path: Path, form: str
) -> None:
    cells = [form.format(number=number, name=name) for name, number in _PORTUGUESE.items()]
    ran = bring(sheet(tmp_path / "list.csv", _list(*cells, cells[0].replace("Aa - Bens", "AA BENS"), "Ee")))
    assert ran.code == 0, ran.err
    assert _made(archive) == {name: f"PT-NIPPC:{number}" for name, number in _PORTUGUESE.items()} | {"Ee": ""}
    assert "numbers beside names go to their records: Aa - Bens: 500000018" in ran.err
    assert run("check", archive).code == 0


def test_several_in_a_cell_each_have_their_own(bring: Bring, archive: Path, tmp_path: Path) -> None:
    cells = [f"{number} - {name}" for name, number in _PORTUGUESE.items()]
    ran = bring(
        sheet(
            tmp_path / "list.csv", _list(*cells, f"{cells[0]} | {cells[1]} | RGPD - Ana Ee", "NL822644186B01 - Ff BV")
        )
    )
    assert ran.code == 0, ran.err
    expected = {name: f"PT-NIPPC:{number}" for name, number in _PORTUGUESE.items()}
    assert _made(archive) == expected | {"Ana Ee": "", "Ff BV": "OTHER:NL822644186B01"}


def test_chinese_names_behind_numbers(bring: Bring, archive: Path, tmp_path: Path) -> None:
    names = {"甲设备公司": "12345606", "乙设备公司": "12345612", "丙设备公司": "12345628", "丁设备公司": "12345633"}
    ran = bring(sheet(tmp_path / "list.csv", _list(*(f"{number} {name}" for name, number in names.items()))))
    assert ran.code == 0, ran.err
    assert _made(archive) == {name: f"TW-CR:{number}" for name, number in names.items()}


def test_numbers_of_no_known_register_are_kept_as_others(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _list("511000003 - Hh S.A.", "511000003 - HH LDA", "505000007 - Aa")))
    assert ran.code == 0, ran.err
    assert _made(archive) == {"Hh S.A.": "OTHER:511000003", "Aa": "OTHER:505000007"}


@pytest.mark.parametrize(
    "cells",
    [
        ("2024-01-02 Aardvark", "2024-01-03 Beekman", "2024-01-04 Cartier"),
        (
            "1000001 - Aardvark",
            "1000002 - Aardvark",
            "1000003 - Aardvark",
        ),  # of the contract, and not of the organisation
        ("Aardvark 5550141", "Beekman 5550142", "Cartier 5550143"),
        ("500000018 - Aa", "Bb", "Cc", "Dd"),
    ],
)
def test_other_numbers_stay(bring: Bring, archive: Path, tmp_path: Path, cells: tuple[str, ...]) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _list(*cells)))
    assert ran.code == 0, ran.err
    assert _made(archive) == dict.fromkeys(cells, "")


@pytest.mark.parametrize(
    ("scheme", "number", "found"),
    [
        ("ES-NIF", "503504564", "PT-NIPPC"),
        ("ES-NIF", "B58378431", "ES-NIF"),
        ("XI-VAT", "CHE-107.787.577", "CH-FDJP"),
        ("NO-BRC", "556036-0793", "SE-ON"),
        ("SE-ON", "988077917", "NO-BRC"),
    ],
)
def test_a_name_that_two_registers_have_means_the_one_whose_number_it_is(scheme: str, number: str, found: str) -> None:
    assert compact_alike(scheme, number)[0] == found


def test_nif_beside_a_name_or_in_its_own_column_is_portuguese_too(bring: Bring, archive: Path, tmp_path: Path) -> None:
    text = _list("Aa Lda (NIF 503504564)", "NIF 500000018 Bb Lda", "Cc Lda, NIF 500000026")
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert ran.code == 0, ran.err
    assert "can't be right" not in ran.err
    expected = {"Aa Lda": "PT-NIPPC:503504564", "Bb Lda": "PT-NIPPC:500000018", "Cc Lda": "PT-NIPPC:500000026"}
    assert _made(archive) == expected


def test_a_column_called_nif_holds_those_of_portugal_too(bring: Bring, archive: Path, tmp_path: Path) -> None:
    text = "Title,Supplier,NIF Supplier,Amount (EUR)\nX,Aa,503504564,1000000\nY,Bb,B58378431,2000000\n"
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert ran.code == 0, ran.err
    assert _made(archive) == {"Aa": "PT-NIPPC:503504564", "Bb": "ES-NIF:B58378431"}


@pytest.mark.parametrize("mark", [" / ", " | "])
def test_one_number_is_one_organisation(bring: Bring, archive: Path, tmp_path: Path, mark: str) -> None:
    cells = [f"{number} - {name}" for name, number in _PORTUGUESE.items()]
    ran = bring(
        sheet(tmp_path / "list.csv", _list(*cells[1:], f"500000018 - Gg Solar{mark}Hh Artistas{mark}{cells[1]}"))
    )
    assert ran.code == 0, ran.err
    others = {name: f"PT-NIPPC:{number}" for name, number in [*_PORTUGUESE.items()][1:]}
    assert _made(archive) == others | {f"Gg Solar{mark}Hh Artistas": "PT-NIPPC:500000018"}


def test_one_number_behind_two_names(bring: Bring, archive: Path, tmp_path: Path) -> None:
    cells = [f"{name} - {number}" for name, number in _PORTUGUESE.items()]
    ran = bring(sheet(tmp_path / "list.csv", _list(*cells[1:], "Gg Solar / Hh Artistas - 500000018")))
    assert ran.code == 0, ran.err
    assert _made(archive)["Gg Solar / Hh Artistas"] == "PT-NIPPC:500000018"
