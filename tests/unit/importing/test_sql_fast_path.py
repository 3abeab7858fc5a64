"""What the engine answers itself is, byte for byte, what the rules would have made of it."""

import csv
import itertools
from pathlib import Path
from random import Random

import pytest
from cq_tui.archive.read import read
from cq_tui.importing import importer, writing
from cq_tui.importing.convert.rules import _Maker
from cq_tui.importing.recognise.prepare import prepare
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.importing.conftest import hashes, quiet, rows_of, sheet

_ODD = "A b1智能亿 -,.()（）、，。；·&/+%:：=@'\"$€£¥\t\u3000\u00a0\u202e\u00adéßΩ０，𠀀\\;{0}"
_TEXTS = (
    "Mill", "铝压铸线", "Mill 铝", "n/a", "N/A", "None", "无", "未披露", "待定", "Not stated", "- x", "=1+1", "+x",
    "@x", "'x", "A" * 999, "A" * 1001, "智" * 1200, "Total", "x ", "𠀀", "Ａ", "a\u00adb", "2025-01-01", "12", "a\\b",
    "a;b", "", "?",
)  # fmt: skip
_AMOUNTS = (
    "12", "$12", "€ 12.5", "£1,740", "1,740", "1,740.55", "0", "0.0", "$0", "00012", "12.12345", "1234567890123", "-5",
    "12,5", "1.234,5", "12 m", "1.5亿", "约20", "n/a", "", "much", "=1", "$ 1", "$  1", "999999999999.9999", "¥12",
    "1,74", "¥ 1,740", "100.50", "100.00", "1e5", "０", "12.", ".5", "+12", "5%", "9" * 60, "$" + "9" * 60,
)  # fmt: skip
_MAP = """[title]
column = "Project"
[event]
constant = "fair"
[instrument]
column = "Type"
[note]
column = "Remarks"
[amount]
column = "Amount"
"""
_MONEY = (
    'unit = "m"\ncurrency = "EUR"',
    'currency = "JPY"',
    'decimal = ","\ncurrency = "EUR"',
    'unit = "亿"',
)


_INSTEAD = _MAP.replace('"Project"', '"Project"\ninstead = ["Remarks", "Amount"]')
"""Where no text names a row, another column does."""


def _rows(chance: Random) -> list[list[str]]:
    texts = [*_TEXTS, *("".join(chance.choices(_ODD, k=chance.randrange(1, 9))) for _ in range(120))]
    amounts = [*_AMOUNTS, *("".join(chance.choices("0123456789.,$€ -", k=chance.randrange(1, 7))) for _ in range(120))]
    pairs = itertools.zip_longest(texts, amounts, chance.sample(texts, len(texts)), fillvalue="Aa")
    return [[text, amount, "fund", note] for text, amount, note in pairs]


@pytest.mark.parametrize(("start", "money"), [*((_MAP, one) for one in _MONEY), (_INSTEAD, _MONEY[0])])
def test_it_is_what_the_rules_make_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: str, money: str, archive: Path
) -> None:
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Project", "Amount", "Type", "Remarks"], *_rows(Random(7))])
    mapping = sheet(tmp_path / "MAP.toml", start + money)
    made = []
    for usual in (True, False):
        if not usual:
            monkeypatch.setattr(_Maker, "_fast_path", lambda *_whatever: None)
        prepared = prepare(Store(read(archive)), path, kinds()["deals"], "fair", mapping)
        with importer.converting(prepared, quiet) as found:
            assert usual == any(rule.fast_path for rule in found.accepted.rules if rule.columns[:1] == (0,))
            writing.write(found, replace_=True)
            made.append((found.counts.accepted, found.counts.remarked))
        made.append(hashes(archive))  # type: ignore[arg-type]
    assert made[:2] == made[2:]
    assert min(made[0]) > 20
    rows = [int(row["paragraph"]) for row in rows_of(archive / "data" / "fair-deals-list" / "passages.csv")]
    assert rows == sorted(rows)
    cited = [row["cites"].rpartition("-r")[2] for row in rows_of(archive / "data" / "fair-deals-list" / "deals.csv")]
    assert list(map(int, cited)) == rows


_NUMBERS = (
    "1", "12", "007", "0", "0.5", "12.50", "1,740", "1,740.5", "12%", "12.5 %", "5％", "1%%", "$5", "12 m", "-3", "1e3",
    "999999999999", "1000000000000", "9" * 15, "9" * 20, "1.23456", "3 years", "5年", "约20", "n/a", "", "much",
    "=1", "12.",
)  # fmt: skip
_DAYS = (
    "2025-01-31", "2025-02-29", "2024-02-29", "2025-13-01", "2025-00-10", "1000-01-01", "0999-01-01", "2999-12-31",
    "2025-1-3", "2025-01", "2025", "31.01.2025", "01/02/2025", "2025-01-31 10:00", "20250131", "3000-01-01", "n/a", "",
)  # fmt: skip
_STRINGS = (*_TEXTS, "A" * 200, "A" * 201, "x:y", "http://example.org", "007", "12%", "a  b", "a\nb")


@pytest.mark.parametrize("word", ["string", "number", "count", "date", "text"])
def test_fields_that_columns_become_are_what_the_rules_make_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, archive: Path, word: str
) -> None:
    chance = Random(word)
    usual = {"number": _NUMBERS, "count": _NUMBERS, "date": _DAYS}.get(word, _STRINGS)
    cells = [*usual, *("".join(chance.choices("0123456789.,-% $", k=chance.randrange(1, 11))) for _ in range(150))]
    cells += ["".join(chance.choices(_ODD, k=chance.randrange(1, 9))) for _ in range(60)]
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = ([f"Plant {number}", "fund", cell] for number, cell in enumerate(cells))
        csv.writer(file).writerows([["Project", "Type", "Helper"], *rows])
    told = _MAP.partition("[note]")[0] + f'[columns]\nHelper = "{word}"\n'
    mapping = sheet(tmp_path / "MAP.toml", told)
    made = []
    for usual_ways in (True, False):
        if not usual_ways:
            monkeypatch.setattr(_Maker, "_fast_path", lambda *_whatever: None)
        prepared = prepare(Store(read(archive)), path, kinds()["deals"], "fair", mapping)
        with importer.converting(prepared, quiet) as found:
            assert found.own.by_column == {"Helper": word}
            if usual_ways:
                assert any(rule.fast_path for rule in found.accepted.rules if rule.columns == (2,))
            writing.write(found, replace_=True)
            written = (archive / "data" / "fair-deals-list" / "deals.csv").read_bytes()
            remarked = archive / "imports" / "fair-deals-list" / "remarks.csv"
            made.append((found.counts, written, remarked.read_bytes() if remarked.exists() else b""))
        (archive / "data" / "schema.toml").unlink()
    assert made[0] == made[1]


_PARTIES_MAP = """[title]
column = "Project"
[event]
constant = "fair"
[instrument]
column = "Type"
[parties]
buyer = ["Investor", "Partner"]
supplier = "Contractor"
"""
_NAMES = (
    "Siemens AG", "SIEMENS", "Acme Inc.; Beta LLC", "Acme", "acme-inc", "Acme Inc", "北京 大学；甲公司", "甲有限公司",
    "strasse se", "Straße SE", "x:y", "a\\b", "", "n/a", "acme:supplier", "acme:buyer; siemens:supplier",
)  # fmt: skip


@pytest.mark.parametrize("odd", ["", "§§", "=SUM(A1)"])
def test_parties_of_each_column_apart_are_those_of_the_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, archive: Path, odd: str
) -> None:
    path, chance = tmp_path / "list.csv", Random(5)
    (archive / "data" / "organisations.toml").write_text(
        "".join(f'[[organisations]]\nid = "{one}"\nname = {{ en = "{one} old" }}\ntype = "company"\n'
                for one in ("acme", "siemens")), "utf-8",
    )  # fmt: skip
    rows = [[f"Plant {number}", "fund", *chance.choices((*_NAMES, odd), k=3)] for number in range(600)]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Project", "Type", "Investor", "Partner", "Contractor"], *rows])
    mapping = sheet(tmp_path / "MAP.toml", _PARTIES_MAP)
    made = []
    for apart in (True, False):
        if not apart:
            monkeypatch.setattr(_Maker, "_per_column", lambda *_whatever: ())
        prepared = prepare(Store(read(archive)), path, kinds()["deals"], "fair", mapping)
        with importer.converting(prepared, quiet) as found:
            writing.write(found, replace_=True)
            made.append((found.counts.accepted, found.counts.remarked, hashes(archive)))
    assert made[0] == made[1]
    assert (made[0][0] > 300, made[0][1] > 50) == (True, bool(odd))
