"""NA among codes of two letters may be one: it is told that it is read as nothing. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    ("cells", "is_told"),
    [
        ("AQ NA NA CB RT TL".split(), True),
        ("AQ XX NA CB RT TL".split(), True),
        ("Alder NA NA Cedar Dune Elm".split(), False),
        ("12 NA NA 14 15 16".split(), False),
        ("AQ AB AC CB RT TL".split(), False),
    ],
)
def test_it_is_told(bring: Bring, tmp_path: Path, cells: list[str], is_told: bool) -> None:
    rows = "".join(f"{at}/2021,{one},Alder {at} Ltda,{at}00.5\n" for at, one in enumerate(cells, 1))
    ran = bring(sheet(tmp_path / "list.csv", f"numero,origem_sigla,fornecedor,valor (BRL)\n{rows}"), "--dry-run")
    assert ("is read as nothing, and the other cells are codes of two letters" in ran.err) is is_told
