"""Titles that are asked offer the parties; addresses of nothing; values beside a list; long lines of names. Made up."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]
_ROUNDS = [
    {
        "company": f"Company {word}",
        "subject": f"Platform for the {word} of small towns",
        "founders": f"Xy {word}, Zz {word}",
        "investors": "Kima Ventures",
    }
    for word in "roads mills ports farms lakes".split()
]


def _offered(ran: Ran) -> list[str]:
    lines = (line.strip() for line in ran.err.splitlines())
    return [line.partition("=")[2].split("  #")[0] for line in lines if line.startswith("--set title.column=")]


def test_the_title_question_offers_the_company(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.json", json.dumps(_ROUNDS))
    assert set(_offered(bring(path, "--dry-run"))) == {"subject", "founders", "company"}
    ran = bring(path, "--set", "title.column=company")
    assert ran.code == 0, ran.err
    found = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["title_en"] for row in found] == [one["company"] for one in _ROUNDS]
    assert all("company-" in row["parties"] for row in found)


def test_a_party_that_comes_again_is_offered_as_no_title(look: Bring, tmp_path: Path) -> None:
    assert "investors" not in _offered(look(sheet(tmp_path / "list.json", json.dumps(_ROUNDS))))


@pytest.mark.parametrize(
    "cell", ["http://-", "http://.", "https://", "http://www.", "http://n/a", "https://www.-/", "-"]
)
def test_an_address_of_nothing_is_none(take: Take, tmp_path: Path, cell: str) -> None:
    found = take(
        sheet(tmp_path / "a.csv", f"name,website\nAa,{cell}\nBb,https://example.org/b\n"), kind="organisations"
    )
    assert found.values("website") == [None, "https://example.org/b"]
    assert not found.remarks


def test_values_beside_a_list_of_json_are_told(bring: Bring, tmp_path: Path) -> None:
    rows = [{"title": f"Deal {n}", "amount": f"USD {n} m"} for n in (1, 2, 3)]
    tree = {"name": "Fair of 2018", "year": 2018, "empty": "", "about": {"town": "Aa\x1b[31m"}, "deals": rows}
    ran = bring(sheet(tmp_path / "list.json", json.dumps(tree)), "--dry-run")
    assert "Values beside the list are left out: 3 (name: Fair of 2018, year: 2018, about.town: Aa" in ran.err
    assert "\x1b" not in ran.err
    alone = bring(sheet(tmp_path / "other.json", json.dumps({"deals": rows})), "--dry-run")
    assert "beside the list" not in alone.err


def test_long_lines_of_names_are_cut_after_ten(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f'Deal {n},"Ministry {n} of Works, Roads {n} and Ports"\n' for n in range(15))
    ran = bring(sheet(tmp_path / "list.csv", f"title,funder\n{rows}"), "--dry-run")
    line = next(one for one in ran.err.splitlines() if "15 names with commas are read as one each" in one)
    assert line.count("Ministry") == 10 + 2  # the answer names one twice
    assert "; 5 more. Where one is several" in line


_RAISED = "{header}\nAa,{first},1000000,2024-01-03,Bb Capital\nCc,{second},2000000,2024-02-03,Dd Partners\n"


@pytest.mark.parametrize(
    ("header", "first", "second"),
    [
        ("Startup,Round,Amount (EUR),Date,Investors", "Seed", "Series A"),
        ("Company,Stage,Amount (EUR),Date,Investors", "Series A", "Pre-Seed"),
        ("Société,Tour de table,Montant (EUR),Date,Investisseurs", "1er tour", "2e tour"),
        ("Société,Ville,Montant levé (EUR),Date,Investisseurs", "Lyon", "Nice"),
        ("公司,轮次,金额（元）,日期,投资方", "天使轮", "Pre-A轮"),
    ],
)
def test_who_raised_a_round_gets_the_money(look: Bring, tmp_path: Path, header: str, first: str, second: str) -> None:
    ran = look(sheet(tmp_path / "a.csv", _RAISED.format(header=header, first=first, second=second)))
    company, *_rest, investors = header.split(",")
    assert (
        f'  [parties]  # likely: the header has a word for Parties among others\n  recipient = "{company}"' in ran.err
    )
    assert f'investor = "{investors}"' in ran.err


@pytest.mark.parametrize("header", ["Company,Town,Amount (EUR),Date,Investors", "Company,Town,Amount (EUR),Date,Buyer"])
def test_without_a_word_for_rounds_a_company_is_a_partner(look: Bring, tmp_path: Path, header: str) -> None:
    ran = look(sheet(tmp_path / "a.csv", _RAISED.format(header=header, first="Lyon", second="Nice")))
    assert 'partner = "Company"' in ran.err
