"""A column of amounts that is 0 nearly everywhere gives way to those that say something; every list here is made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]
HEADER = (
    "CUP;Descrizione CUP;Soggetto;Finanziamenti (€);Finanziamento Pubblico Previsto (€);Costo Previsto (€);"
    "Importo Impegni (€);Importo SAL (€)\n"
)
ITALIAN = """\
H11;Scuola Aa;COMUNE DI AA;0;530000;540000;0;0
H12;Strada Bb;COMUNE DI BB;0;3000000;3100000;0;0,00
H13;Ponte Cc;COMUNE DI CC;100000;2600000;2600000;0;0
H14;Museo Dd;COMUNE DI DD;0;56492;56492;0;0
H15;Teatro Ee;COMUNE DI EE;0;2000000;2000000;0;-
"""


def test_what_is_nothing_in_all_rows_is_not_offered(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "a.csv", HEADER + ITALIAN))
    assert ran.code == 1
    offered = [line.strip() for line in ran.err.splitlines() if "--set 'amount.column=" in line and "sum" in line]
    assert [line.split("  # ")[0] for line in offered] == [
        "--set 'amount.column=Finanziamento Pubblico Previsto (€)'", "--set 'amount.column=Costo Previsto (€)'",
    ]  # fmt: skip
    assert [line.rpartition("; ")[2] for line in offered] == ["sum EUR 8.186492 m", "sum EUR 8.296492 m"]
    said = 'Importo SAL (€): it can be Amount, too, but 0 of its 5 cells are more than 0, of "'
    assert said in ran.err


@pytest.mark.parametrize(
    ("empty", "filled"),
    [
        ("Importe adjudicado (EUR)", "Coste (EUR)"), ("Auftragswert (EUR)", "Kosten (EUR)"), ("Amount", "Cost (EUR)"),
        ("合同金额（欧元）", "成本（欧元）"), ("Montant (EUR)", "Coût (EUR)"), ("Bedrag (EUR)", "Kosten (EUR)"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("nothing", ["0", "0.00", "€ 0"])
def test_in_any_language_the_filled_one_is_taken_or_offered(
    look: Bring, tmp_path: Path, empty: str, filled: str, nothing: str
) -> None:
    rows = "".join(f"Mill {at}\tAa {at} Ltd\t{nothing}\t{at + 5}0000\n" for at in range(4))
    ran = look(sheet(tmp_path / "a.csv", f"Project\tSupplier\t{empty}\t{filled}\n{rows}"))
    proposed = ran.err.partition("? ")
    assert f'column = "{empty}"' not in proposed[0]
    assert f"amount.column={empty}" not in ran.err
    assert f'column = "{filled}"' in proposed[0] or f"amount.column={filled}" in ran.err


def test_large_numbers_alone_are_asked_with_others_like_them(bring: Bring, tmp_path: Path) -> None:
    """What was lent is as likely the amount as what was forgiven; codes, and numbers that are far smaller, are not."""
    cells = [(147117, "147631.91", 10451, 4300), (82300, "82589.52", 10452, 0), (43322, "43822.4", 10474, 7500)]
    cells += [(1427000, "1428004.15", 10451, 2150)]
    rows = "".join(f"Mill {at},Aa {at} Ltd,{a},{b},{c},{d}\n" for at, (a, b, c, d) in enumerate(cells))
    ran = bring(sheet(tmp_path / "a.csv", f"Project,Supplier,initialapp,forgivenes,pst,ext\n{rows}"))
    assert ran.code == 1
    assert "No header surely says Amount. Which column is it: forgivenes, initialapp?" in ran.err
    assert "# likely" not in ran.err.partition("Which column is it")[2].partition("--set amount=")[0]
