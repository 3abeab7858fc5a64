"""Words in a column of currencies that no currency is known by: each is asked for, and the known ones stay."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]
_LIST = "Project,Amount,Currency\nMill,5,EU\nMine,6,USD\nPort,7,FS--Switz\nPier,8,EU\nQuay,9,CHF\n"


def _money(archive: Path) -> list[tuple[str, str]]:
    rows = rows_of(next(archive.glob("data/*/deals.csv")))
    return [(row["amount"], row["currency"]) for row in rows]


def test_each_unknown_word_is_asked_for_and_the_known_ones_stay(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _LIST)
    asked = bring(path)
    assert '? currency: Currency: "EU" in 2 of 5 rows is no currency that is known. Which one is it?' in asked.err
    assert "    --set currency.codes.EU=EUR  # likely; 5 → EUR 5, 8 → EUR 8\n" in asked.err
    assert '? currency: Currency: "FS--Switz" in 1 of 5 rows is no currency' in asked.err
    assert "--set currency= " not in asked.err, "no answer drops the currencies that are known"
    still = bring(path, "--set", "currency.codes.EU=EUR")
    assert still.code == 1
    assert '? currency: Currency: "EU"' not in still.err
    assert '? currency: Currency: "FS--Switz"' in still.err
    done = bring(path, "--set", "currency.codes.EU=EUR", "--set", "currency.codes.FS--Switz=CHF")
    assert done.code == 0, done.err
    assert _money(archive) == [("5", "EUR"), ("6", "USD"), ("7", "CHF"), ("8", "EUR"), ("9", "CHF")]


@pytest.mark.parametrize(("answer", "money"), [("LTL", [("5", "LTL"), ("6", "LTL")]), ("none", [("", ""), ("", "")])])
def test_a_column_without_a_known_word_is_answered_too(
    bring: Bring, archive: Path, tmp_path: Path, answer: str, money: list[tuple[str, str]]
) -> None:
    path = sheet(tmp_path / "list.csv", "Project,Amount,Currency\nMill,5,Lt\nMine,6,Lt\n")
    assert '? currency: Currency: "Lt" in 2 of 2 rows is no currency that is known.' in bring(path).err
    done = bring(path, "--set", f"currency.codes.Lt={answer}")
    assert done.code == 0, done.err
    assert _money(archive) == money


def test_lines_of_a_map_answer_word_by_word(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _LIST)
    bring(path, "--set", "currency.codes.EU=EUR")
    map_ = archive / "imports/fair-deals-list/MAP.toml"
    text = map_.read_text("utf-8")
    assert 'codes."EU" = "EUR"\n' in text
    assert '# codes."FS--Switz" = "none"' in text
    map_.write_text(text.replace('# codes."FS--Switz" = "none"', 'codes."FS--Switz" = "none"'), "utf-8")
    ran = bring(path)
    assert ran.code == 0, ran.err
    assert "5 rows: 5 accepted (1 with remarks), 0 refused" in ran.err
    assert _money(archive) == [("5", "EUR"), ("6", "USD"), ("", ""), ("8", "EUR"), ("9", "CHF")]


@pytest.mark.parametrize("answer", ["GULDEN", "EURO PLEASE"])
def test_a_word_means_a_currency_or_none(bring: Bring, tmp_path: Path, answer: str) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _LIST), "--set", f"currency.codes.EU={answer}")
    assert ran.code == 1
    assert f'"{answer}" is not an ISO 4217 currency code' in ran.err


def test_of_two_columns_of_one_name_the_filled_one_is_taken(take: Take, tmp_path: Path) -> None:
    text = "Project,Commitment,Currency,Cost,Currency\nMill,5000,Swiss francs,,\nMine,1000000,ATS,,\n"
    found = take(sheet(tmp_path / "list.csv", text))
    assert [(str(one), two) for one, two in zip(found.values("amount"), found.values("currency"), strict=True)] == [
        ("5000", "CHF"), ("1000000", "ATS"),
    ]  # fmt: skip


def test_a_word_beside_amounts_that_name_their_currency_is_not_asked_for(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "list.csv", "Project,Amount,Currency\nMill,€5,EU\nMine,6,USD\n"))
    assert found.values("currency") == ["EUR", "USD"]


def test_a_rare_code_of_nothing_is_a_remark(take: Take, tmp_path: Path) -> None:
    rows = "".join(f"Mill {number},{number + 1},MXN\n" for number in range(30))
    found = take(sheet(tmp_path / "list.csv", f"Project,Amount,Currency\n{rows}Mine,7,TEST\n"))
    assert found.counts.remarked == 1
    assert found.values("currency") == ["MXN"] * 30 + [None]


def test_a_column_of_notes_under_that_word_is_no_column_of_currencies(look: Bring, tmp_path: Path) -> None:
    rows = "".join(f"Mill {number},{number + 1},see note {number} of the annex\n" for number in range(30))
    asked = look(sheet(tmp_path / "list.csv", f"Project,Amount,Currency\n{rows}"))
    assert "Set aside: Currency: its header says Currency, but its cells are texts" in asked.err


@pytest.mark.parametrize(("header", "name", "code"), [("待完善", "甲甲公司", "CNY"), ("メモ", "みどり堂", "JPY")])
def test_what_a_sign_of_two_is_in_a_list_is_likely_before_its_column_is_known(
    look: Callable[..., Ran], tmp_path: Path, header: str, name: str, code: str
) -> None:
    rows = "".join(f"Aa {n},{name}{n},Bb,{n}1.5,{n}0.2,X\n" for n in range(1, 6))
    path = sheet(
        tmp_path / "a.csv", f"Donor,Recipient,Corporate HQ (City),Total Amount,Donation Amount (mil ¥),{header}\n{rows}"
    )
    told = look(path, "--dry-run").err
    assert f"--set amount.currency={code}  # likely" in told
