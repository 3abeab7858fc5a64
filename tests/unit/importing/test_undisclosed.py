"""What says that an amount is not disclosed states none, and is nothing that could not be read. All made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.values.numbers import quantity
from cq_tui.values.reasons import ReasonError, Unread
from cq_tui.values.unstated import is_undisclosed, is_unstated

from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import rows_of, sheet
from tests.unit.importing.test_own_columns import declared

Bring = Callable[..., Ran]
_UNSTATED = """
Undisclosed amount|undisclosed|Undisclosed sum|amount undisclosed|Amount not disclosed|not publicly disclosed
terms were not disclosed|price: unknown|deal value n/a|undisclosed USD|the amount is unknown|undisclosed figure
Kaufpreis unbekannt|Der Betrag ist nicht bekannt|Betrag nicht bekannt|montant non communiqué|Montant inconnu
importo non specificato|monto no disponible|valor não divulgado|bedrag onbekend|kwota nieznana|сумма неизвестна
未透露人民币|未披露美元|未披露金额|金额未披露|金额未公开|交易金额未透露|约定保密|金額非公開|금액 비공개
"""


@pytest.mark.parametrize("text", [one for line in _UNSTATED.split("\n") for one in line.split("|") if one])
def test_words_that_state_no_amount(text: str) -> None:
    assert is_undisclosed(text)
    with pytest.raises(ReasonError) as raised:
        quantity(text)
    assert raised.value.reason.is_(Unread.NOT_STATED) or text == "undisclosed"


@pytest.mark.parametrize(
    "text",
    ["$2800000, $2100000, undisclosed amount", "undisclosed, over 5", "amount", "a", "total", "in kind",
     "数百万，未披露", "several million, undisclosed", "EUR", ""],
)  # fmt: skip
def test_what_says_more_is_a_remark(text: str) -> None:
    with pytest.raises(ReasonError) as raised:
        quantity(text)
    assert not raised.value.reason.is_(Unread.NOT_STATED)


def test_no_amount_is_empty_and_so_not_undisclosed() -> None:
    assert [is_unstated(one) for one in ("n/a", "-", "k. A.", "5")] == [True, True, True, False]
    assert not any(map(is_undisclosed, ("n/a", "-", "k. A.")))


def test_they_are_counted_and_stay_as_written(bring: Bring, run: Run, archive: Path, tmp_path: Path) -> None:
    text = """Project,Type,Price (USD m),Bond (EUR)
A,fund,Undisclosed amount,not disclosed
B,fund,undisclosed amount,undisclosed EUR
C,fund,5,100
D,fund,7,200
E,fund,n/a,300
F,fund,0,400
G,fund,about a lot,500
"""
    ran = bring(sheet(tmp_path / "list.csv", text), "--set", "amount.column=Price (USD m)")
    assert ran.code == 0, ran.err
    assert "Amount: 2 of 7 from Price (USD m); 1 not read; 1 is 0, which states no amount; " in ran.err
    assert "2 say that it is not disclosed; 2: USD 12 m" in ran.err
    assert declared(archive)["bond"]["type"] == "money"
    assert (
        "Bond: 5 of 7 from Bond (EUR); a field of its own: amounts of money; 2 say that it is not disclosed" in ran.err
    )
    assert "7 accepted (1 with remarks)" in ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["amount_text"] for row in rows[:2]] == ["Undisclosed amount", "undisclosed amount"]
    assert [row["note_en"] for row in rows[:2]] == ["", ""]
    assert run("check", archive).code == 0
    shown = run("show", "deals", "a", "--archive", archive, "--lang", "en").out
    assert "not read" not in shown
