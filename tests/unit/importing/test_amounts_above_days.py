"""An amount and a day on two lines of one cell: the amount is read, and it is told what reads the day. Made up."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from cq_tui.values.amount_above_day import amount_and_day

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_LIST = """Project,Received By,Amount,Expended By
Hall,Alvora Club,"$5,000.00
10/23/2020",Brindle Committee
Roof,Corvane Center,"$2,500.00
10/23/2020",Brindle Committee
Door,Dalmer House,"$3,000.00
10/24/2020",Brindle Committee
"""


@pytest.mark.parametrize(
    "cell", ["5000 10/23/2020", "5000\\n6000", "10/23/2020\\n10/24/2020", "Aa\\n10/23/2020", "5000", ""]
)
def test_other_cells_are_none(cell: str) -> None:
    assert amount_and_day(cell.replace("\\n", "\n")) is None


def test_both_lines_are_read_by_what_is_told(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _LIST)
    told = bring(path, "--dry-run", "--set", "amount.currency=USD").err
    assert '3 of 3 cells hold a day below the amount, such as "10/23/2020"' in told
    assert "--set date.column=Amount reads the day" in told
    ran = bring(path, "--set", "amount.currency=USD", "--set", "date.column=Amount")
    assert ran.code == 0, ran.err
    deals = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [Decimal(one["amount"]) for one in deals] == [5000, 2500, 3000]
    assert [one["date"] for one in deals] == ["2020-10-23", "2020-10-23", "2020-10-24"]
