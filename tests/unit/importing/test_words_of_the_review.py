"""What a review says of amounts is true: how many were not read, how many are 0, and what is odd about them."""

from collections.abc import Callable
from pathlib import Path

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]
LIST = """date,recipient,purpose,cur,amount,value
2020-01-05,Harbour Trust,Core grant,USD,"5,000","$5,000"
2020-02-06,Meadow Lab,Research,GBP,"3,000","$3,900"
2020-03-07,River Guild,Research,ETH,2.50,"$1,200"
2020-04-08,Stone House,Core grant,XEU,"20,000","$1,700"
2020-05-09,Birch Fund,Core grant,USD,"7,000","$7,000"
2020-06-09,Reed Fund,Core grant,USD,"9,000","0"
2020-07-09,Fern Fund,Core grant,ETH,"undisclosed","$7,000"
"""


def _told(bring: Bring, tmp_path: Path, *settings: str) -> str:
    given = [one for setting in settings for one in ("--set", setting)]
    ran = bring(sheet(tmp_path / "list.csv", LIST), "--dry-run", *given)
    return ran.err + ran.out


def test_amounts_whose_currency_is_not_read_are_not_said_to_be_0(bring: Bring, tmp_path: Path) -> None:
    told = _told(bring, tmp_path, "amount.column=value")
    assert "; 1 is 0, which states no amount; " in told, told


def test_a_word_is_counted_once_a_row(bring: Bring, tmp_path: Path) -> None:
    told = _told(bring, tmp_path, "amount.column=value")
    assert 'cur: "XEU" is not a currency\n' in told, told
    assert 'cur: "ETH" is not a currency (2 rows)' in told


def test_rows_are_not_read_if_either_cell_is_not(bring: Bring, tmp_path: Path) -> None:
    told = _told(bring, tmp_path, "amount.column=value")
    assert "Amount: 2 of 7 from value, cur; 4 not read; 1 is 0, which states no amount; 2: USD 12,000 " in told, told


def test_a_few_amounts_in_another_currency_tell_of_no_unit(bring: Bring, tmp_path: Path) -> None:
    told = _told(bring, tmp_path, "amount.column=value")
    assert "amount (2): the largest is USD 9,000: is a unit missing?" in told, told
    assert "the largest is GBP 3,000" not in told
