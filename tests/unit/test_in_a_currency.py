"""``--in EUR``: amounts in one currency beside their own. The archive is made up, the rates are the bank's."""

import csv
import io
import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from cq_tui.query.parse import parse
from cq_tui.store.beside import put_beside, take_away
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.selection import Selection
from cq_tui.values.reference_rates import ReferenceRates

from tests.unit.conftest import Run
from tests.unit.made import EVENT, write_archive
from tests.unit.made_timeline import write_timeline

pytest.importorskip("currency_converter", reason="the extra rates is not installed")

MORE = """[[deals]]
id = "dirham"
event = "fair"
title = { en = "dirham" }
date = 2023-05-05
amount = 5
currency = "AED"

[[deals]]
id = "long-ago"
event = "fair"
title = { en = "long-ago" }
date = 1990-05-05
amount = 5
currency = "USD"
"""


@pytest.fixture
def made(tmp_path: Path) -> Path:
    archive = write_timeline(tmp_path / "made")
    with (archive / "data" / "deals.toml").open("a") as file:
        file.write(MORE)
    return archive


def _rows(found: str) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in csv.DictReader(io.StringIO(found))}


def test_an_export_has_the_amount_its_rate_and_day_and_why_there_is_none(made: Path, run: Run) -> None:
    rows = _rows(run("export", "deals", "--in", "eur", "--archive", made).out)
    beside = {id_: tuple(list(row.values())[-5:]) for id_, row in rows.items()}
    assert list(rows["jan"])[-5:] == ["amount_in_eur", "eur_rate", "eur_rate_date", "eur_basis", "eur_no_rate"]
    assert beside == {
        "jan": ("13.75", "0.1374967345", "2023-01-13", "stated", ""),  # a Sunday: the rate is Friday's
        "feb": ("", "", "", "", "part-of-a-day"),
        "gone": ("9.61", "0.1372928594", "2023-02-10", "stated", ""),
        "roof": ("137.16", "0.1372928594", "2023-02-10", "stated", ""),
        "aug": ("10", "1", "", "stated", ""),
        "some-time": ("", "", "", "", "part-of-a-day"),
        "at-the-expo": ("25.46", "0.1272912424", "2024-05-20", "stated", ""),
        "own-day": ("5", "1", "", "stated", ""),
        "year-at-the-expo": ("", "", "", "", ""),
        "no-day": ("", "", "", "", "no-day"),
        "dirham": ("", "", "", "", "unknown-currency"),
        "long-ago": ("", "", "", "", "not-then"),
    }
    assert (rows["jan"]["amount"], rows["jan"]["currency"]) == ("100", "CNY"), "the original stays"


def test_without_it_an_export_has_the_same_bytes(made: Path, run: Run) -> None:
    with_it = run("export", "deals", "--in", "EUR", "--archive", made).out
    without = run("export", "deals", "--archive", made).out
    assert [row[:-5] for row in csv.reader(io.StringIO(with_it))] == list(csv.reader(io.StringIO(without)))
    assert "eur" not in without.splitlines()[0]


def test_the_engine_writes_what_python_does(made: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    few = run("export", "deals", "--in", "USD", "--archive", made).out
    monkeypatch.setattr("cq_tui.export.formats.csv.FEW", 1)
    assert run("export", "deals", "--in", "USD", "--archive", made).out == few


@pytest.mark.parametrize("format_", ["json", "md", "toml", "xlsx", "parquet"])
def test_every_format_has_it(made: Path, run: Run, tmp_path: Path, format_: str) -> None:
    target = tmp_path / f"out.{format_}"
    found = run("export", "deals", "--in", "EUR", "--archive", made, "--output", target)
    assert found.code == 0, found.err
    assert target.stat().st_size
    if format_ in ("json", "md", "toml"):
        assert "13.75" in target.read_text("utf-8")


def test_a_list_has_a_column_beside_the_amount_and_sums_say_what_they_leave_out(made: Path, run: Run) -> None:
    found = run("list", "deals", "--in", "EUR", "--archive", made, "--columns", "id,amount,amount_in_eur")
    lines = [re.split("  +", line.strip()) for line in found.out.splitlines()]
    assert lines[0] == ["ID", "Amount CNY bn", "In EUR"]
    cells = {line[0]: line[-1] for line in lines[1:]}
    assert (cells["jan"], cells["feb"], cells["year-at-the-expo"]) == ("13.75", "no rate", "-")
    assert "In EUR, 4 of 9 amounts: investment EUR 44.21, fund EUR 10" in found.err
    assert "investment 387" in found.err, "the sums in their own currencies stay"
    header = run("list", "deals", "--in", "EUR", "--archive", made).out.splitlines()[0]
    assert re.split("  +", header)[3:6] == ["Type", "Amount CNY bn", "In EUR"]


def test_a_record_tells_the_rate_and_its_day_or_why_there_is_none(made: Path, run: Run) -> None:
    def line(id_: str, *more: str) -> str:
        out = run("show", "deals", id_, "--in", "EUR", "--archive", made, *more).out
        return next(one for one in out.splitlines() if "EUR: " in one or "EUR：" in one)

    assert line("jan") == "In EUR: EUR 13.75 (1 CNY = 0.1374967345 EUR, reference rate of 2023-01-13)"
    assert line("feb") == "In EUR: no rate: only the year or month is stated"
    assert line("no-day") == "In EUR: no rate: no day is stated"
    assert line("dirham") == "In EUR: no rate: there are no reference rates of this currency"
    assert line("long-ago") == "In EUR: no rate: there is no reference rate of that day"
    assert line("aug") == "In EUR: EUR 10"
    assert "In EUR" not in run("show", "deals", "year-at-the-expo", "--in", "EUR", "--archive", made).out
    assert "In EUR" not in run("show", "deals", "jan", "--archive", made).out
    chinese = run("show", "deals", "jan", "--in", "EUR", "--archive", made, "--lang", "zh").out
    assert "折合EUR: 13.75欧元（1 CNY = 0.1374967345 EUR，2023-01-13 参考汇率）" in chinese


def test_what_is_judged_or_inexact_stays_so_in_another_currency(run: Run, tmp_path: Path) -> None:
    event = EVENT + 'date = 2024-05-20\ndate_basis = "inferred"\n'
    deals = "".join(
        f'[[deals]]\nid = "{id_}"\ntitle = {{ en = "{id_}" }}\nevent = "fair"\namount = 100\n{more}'
        for id_, more in (
            ("day", 'currency = "CNY"\n'),
            ("own-day", 'currency = "CNY"\ndate = 2024-05-21\n'),
            ("same", 'currency = "EUR"\n'),
            ("amount", 'currency = "EUR"\namount_basis = "inferred"\n'),
            ("about", 'currency = "EUR"\namount_bound = "about"\n'),
        )
    )
    archive = write_archive(tmp_path, events=event, deals=deals)
    rows = _rows(run("export", "deals", "--in", "eur", "--archive", archive).out)
    assert {id_: row["eur_basis"] for id_, row in rows.items()} == {
        "day": "inferred", "own-day": "stated", "same": "stated", "amount": "inferred", "about": "stated",
    }  # fmt: skip
    listed = run("list", "deals", "--in", "eur", "--archive", archive, "--columns", "id,amount_in_eur").out
    assert [line.split(maxsplit=1)[1] for line in listed.splitlines()[1:]] == [
        "~12.73", "12.72", "100", "~100", "about 100",
    ]  # fmt: skip
    shown = run("show", "deals", "day", "--in", "EUR", "--archive", archive).out
    assert "reference rate of 2024-05-20) (inferred)" in shown


def test_json_has_it_too(made: Path, run: Run) -> None:
    shown = json.loads(run("show", "deals", "jan", "--in", "EUR", "--archive", made, "--json").out)
    listed = json.loads(run("list", "deals", "--in", "EUR", "--archive", made, "--json").out)
    for record in (shown["deals"][0]["record"], listed["deals"][0]):
        assert (record["amount_in_eur"], record["eur_rate"], record["eur_rate_date"]) == (
            13.75, 0.1374967345, "2023-01-13",
        )  # fmt: skip


def test_a_filter_and_an_order_can_ask_for_it(made: Path, run: Run) -> None:
    asked = ("export", "deals", "--in", "EUR", "--columns", "id", "--archive", made)
    found = run(*asked, "--filter", "amount_in_eur>=10", "--sort", "amount_in_eur-desc")
    assert found.out.split()[1:] == ["roof", "at-the-expo", "jan", "aug"]
    assert run(*asked, "--filter", "eur_no_rate:no-day").out.split()[1:] == ["no-day"]
    refused = run("list", "deals", "--filter", "amount_in_eur>=10", "--archive", made)
    assert (refused.code, "no field amount_in_eur" in refused.err) == (1, True)


@pytest.mark.parametrize("arguments", ["list deals", "show deals jan", "export deals"])
def test_a_currency_without_rates_is_told(made: Path, run: Run, arguments: str) -> None:
    found = run(*arguments.split(), "--in", "XYZ", "--archive", made)
    assert (found.code, found.out) == (1, "")
    assert found.err.startswith("cq-tui: There are no reference rates of XYZ. There are: AUD, BGN,")
    assert found.err.count("\n") == 1


def test_without_the_package_one_line_says_what_to_do(made: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "currency_converter", None)
    found = run("list", "deals", "--in", "EUR", "--archive", made)
    assert found.err == "cq-tui: Converting needs the rates: pip install 'cq-tui[rates]'\n"


def test_it_is_taken_away_again(made: Path) -> None:
    store = open_archive(made).store
    put_beside(store, "EUR")
    put_beside(store, "USD")
    assert store.kind("deals").converted[0].name == "amount_in_usd"
    assert Selection(store, parse("amount_in_usd>1", store.kind("deals"))).count == 7
    take_away(store)
    assert not store.kind("deals").converted


def test_rates_are_of_the_last_banking_day_and_of_none_outside_of_what_there_is() -> None:
    rates = ReferenceRates("CNY")
    friday, monday, early, late = date(2024, 7, 5), date(2024, 7, 8), date(1998, 1, 1), date(2222, 1, 1)
    pairs = [
        ("EUR", friday),
        ("EUR", date(2024, 7, 7)),
        ("EUR", monday),
        ("EUR", early),
        ("EUR", late),
        ("RUB", monday),
    ]
    found = list(rates.of(pairs))
    assert [one.rate_day for one in found] == [friday, friday, monday, None, None, None]
    assert found[0].rate == Decimal("7.8655"), "one euro in yuan, as the bank published it"
    assert [one.why for one in found[3:]] == ["not-then"] * 3


@pytest.mark.parametrize(
    "arguments", ["list overview", "list deals --by year", "export overview", "export deals --by year"]
)
def test_it_is_for_records_not_for_figures(made: Path, run: Run, arguments: str) -> None:
    found = run(*arguments.split(), "--in", "EUR", "--archive", made)
    assert (found.code, found.out, found.err.count("\n")) == (2, "", 1)
    assert found.err.startswith("cq-tui: --in is for ")
