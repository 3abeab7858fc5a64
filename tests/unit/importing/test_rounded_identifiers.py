"""Numbers of registers that a spreadsheet rounded, ``3,26E+13``, are no numbers and name nobody. All is made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.values.identifiers import Wrong, compact
from cq_tui.values.reasons import ReasonError

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize("scheme", ["OTHER", "FR-SIRET", "PT-NIPPC"])
@pytest.mark.parametrize("cell", ["3,26E+13", "8.3E+13"])
def test_it_is_no_number_of_a_register(scheme: str, cell: str) -> None:
    with pytest.raises(ReasonError) as caught:
        compact(scheme, cell)
    assert caught.value.reason.is_(Wrong.ROUNDED)


def test_a_column_of_them_stays_as_it_stands(bring: Bring, archive: Path, tmp_path: Path) -> None:
    text = "Projet;nomBeneficiaire;idBeneficiaire;Montant (EUR)\n" + "".join(
        f"Projet {n};Association {name};3,2{n}E+13;{n}000\n" for n, name in enumerate(("Aa", "Bb", "Cc"), 1)
    )
    ran = bring(sheet(tmp_path / "list.csv", text))
    assert ran.code == 0, ran.err
    assert 'rounded by a spreadsheet, such as "3,21E+13"' in ran.err
    (cells,) = [
        [row[name] for row in rows_of(archive / "data/fair-deals-list/deals.csv")]
        for name in rows_of(archive / "data/fair-deals-list/deals.csv")[0]
        if "id_benef" in name.lower() or "idbenef" in name.lower()
    ]
    assert cells == ["3,21E+13", "3,22E+13", "3,23E+13"]
