"""Lists without titles: which columns are offered, in which order, and what rows without one are called. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.columns.draft import LEARNT_FROM

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]


def _offered(ran: Ran) -> list[str]:
    lines = (line.strip().replace("'", "") for line in ran.err.splitlines())
    return [line.removeprefix("--set title.column=") for line in lines if line.startswith("--set title.column=")]


def test_names_are_offered_first_and_numbers_codes_and_places_last(look: Bring, tmp_path: Path) -> None:
    text = (
        "序號,P,MUNICIPIO,Wofür,Betrag (EUR)\n1,x,GUAYMAS,Help for the harbour,209160\n"
        "2,x,AHOME,Repair of a roof,472446\n3,y,AHOME,Nets and lines,47244600\n"
    )
    offered = _offered(look(sheet(tmp_path / "a.csv", text)))
    assert [one.split("  #")[0] for one in offered] == ["Wofür", "P", "MUNICIPIO", "序號"]
    assert [("likely" in one) for one in offered] == [True, False, False, False]


def test_columns_of_other_fields_are_offered_by_what_they_say(look: Bring, tmp_path: Path) -> None:
    text = (
        "Date,Category,UAH,Payment method\n2023-12-09,Mobile Units,500.0,PayPal\n2023-12-09,General Aid,77.02,PayPal\n"
    )
    offered = _offered(look(sheet(tmp_path / "a.csv", text)))
    assert offered == ["Category  # likely; Mobile Units, General Aid", "Payment method  # PayPal"]


def test_nothing_is_likely_where_two_columns_say_as_much(look: Bring, tmp_path: Path) -> None:
    text = "Xa,Xb,EUR\nAa bb,Cc dd,500000\nEe ff,Gg hh,600000\n"
    offered = _offered(look(sheet(tmp_path / "a.csv", text)))
    assert len(offered) == 2
    assert not any("likely" in one for one in offered)


@pytest.mark.parametrize(
    "header",
    "Zuwendung für …|Purpose|Objet du marché|Oggetto|Onderwerp|Účel dotace|Cel|用途|事由|Цель".split(
        "|"
    ),
)  # fmt: skip
def test_what_it_is_for_is_likely_the_title(look: Bring, tmp_path: Path, header: str) -> None:
    rows = "".join(f"Help number {n} for the town,Aa{n} GmbH,{n}00000\n" for n in range(1, 5))
    told = look(sheet(tmp_path / "a.csv", f"{header},Empfänger,Betrag (EUR)\n{rows}")).err.splitlines()
    at = next(n for n, line in enumerate(told) if line.startswith("  [title]  # likely: the header can mean Deal"))
    assert told[at + 1].split(" = ") in (["  column", f'"{header}"'], ["  zh", f'"{header}"'], ["  en", f'"{header}"'])


def test_a_row_far_down_that_has_no_title_is_called_by_its_party(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f"Help {n} for the town,Aa{n} GmbH,{n}00\n" for n in range(1, LEARNT_FROM + 2))
    path = sheet(tmp_path / "a.csv", f"Title,Recipient,Amount (EUR)\n{rows},Late GmbH,5000000\n")
    ran = bring(path, "--dry-run")
    assert "a row further down without Title is called by Recipient" in ran.err
    assert f"{LEARNT_FROM + 2:,} rows: {LEARNT_FROM + 2:,} accepted, 0 refused" in ran.err


@pytest.mark.parametrize("above", ["10000", "€ 10.000", "van €10.000 of meer"])
def test_a_number_alone_above_a_list_is_no_unit(bring: Bring, tmp_path: Path, above: str) -> None:
    rows = "".join(f"Help {n},Aa{n} GmbH,{n}00000\n" for n in range(1, 4))
    ran = bring(sheet(tmp_path / "a.csv", f"Gifts,,\n,,{above}\nTitle,Donor,Amount (EUR)\n{rows}"), "--dry-run")
    assert "3: EUR 600,000" in ran.err


def test_years_of_which_the_first_digit_is_cut_off_are_remarked(bring: Bring, tmp_path: Path) -> None:
    days = ["100/10/30", "101/01/05", "00/12/8", "01/1/5", "00/11/31"]
    rows = "".join(f"甲{n},乙{n}有限公司,{day},1000000\n" for n, day in enumerate(days))
    ran = bring(sheet(tmp_path / "a.csv", f"姓名,捐贈者,交易日期,收入金額(TWD)\n{rows}"), "--dry-run")
    assert 'order = "roc"' in ran.err
    assert "5 rows: 5 accepted (3 with remarks), 0 refused" in ran.err
    assert "2011-10-30 to 2012-01-05" in ran.err


def test_codes_are_no_titles_where_another_column_says_what_it_is_about(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f"{n}/2014,Serviços de manutenção {n // 2},{n}000000\n" for n in range(1, 9))
    ran = bring(sheet(tmp_path / "a.csv", f"contrato,objeto,valor (BRL)\n{rows}"), "--dry-run")
    assert 'column = "objeto"' in ran.err
    assert "Deal: 8 of 8 from objeto" in ran.err


def test_a_list_whose_parties_are_rare_is_not_called_by_them(look: Bring, tmp_path: Path) -> None:
    rows = [f"{number},Repair of the school of {name},,{number}000" for number, name in enumerate("ABCDEFGH", 1)]
    text = "No,Unit demanded,Supplier,Amount (EUR)\n" + "\n".join(rows).replace("of A,", "of A,Aa Ltd") + "\n"
    ran = look(sheet(tmp_path / "list.csv", text))
    assert "--set 'title.column=Unit demanded'  # likely; " in ran.err, ran.err


def test_what_stands_in_for_a_title_stays_a_field_of_its_own_after_an_answer(bring: Bring, tmp_path: Path) -> None:
    rows = [f"Mill {name},{at}000,2024-01-{at:02},Round {at % 3}" for at, name in enumerate("ABCDEFGHIJKLMNOPQRST", 1)]
    rows += [",80000,2024-01-28,Round 1", ",90000,2024-01-29,Round 2"]
    path = sheet(tmp_path / "list.csv", "\n".join(("Project name,Amount,Date,Pool name", *rows)) + "\n")
    ran = bring(path, "--set", "amount.currency=USD", "--dry-run")
    assert "they are called by Pool name" in ran.err
    assert "Pool name: 22 of 22 from Pool name; a field of its own" in ran.err
