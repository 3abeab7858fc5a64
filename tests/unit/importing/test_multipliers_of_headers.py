"""Amounts below a header that says what they are to be multiplied by are counted so."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    "said", ["(*1000)", "(× 1000)", "x1.000", "in 1000", "* 1 000", "(x duizend)", "(× 10³)", "(1.000s)"]
)
def test_a_multiplier_behind_a_header_is_the_unit(bring: Bring, archive: Path, tmp_path: Path, said: str) -> None:
    text = (
        f'Jaar,Ontvanger,Regeling,Bedrag {said}\n2019,Gemeente Aa,Onderwijs,"1500,00"\n'
        '2019,Gemeente Bb,Onderwijs,"320,50"\n2019,Gemeente Cc,RMC,"75,00"\n2019,Gemeente Dd,RMC,"12,25"\n'
    )
    ran = bring(sheet(tmp_path / "list.csv", text), "--set", "amount.currency=EUR")
    assert ran.code == 0, ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["amount"] for row in rows] == ["1500000", "320500", "75000", "12250"]
