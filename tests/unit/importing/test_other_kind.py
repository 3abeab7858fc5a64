"""A list of guests or exhibitors that is taken for deals says which kind it reads like. Every list is made up."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]
_GUESTS = [
    {"uuid": f"u{n}", "name": f"王{n}", "nameEn": f"Wang Aa{n}", "company": "甲甲大学" if n % 2 else None,
     "companyEn": "Jiajia University" if n % 2 else None, "position": "教授", "positionEn": "Professor"}
    for n in range(6)
]  # fmt: skip


def test_guests_are_told_and_their_names_are_no_parties(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "guests.json", json.dumps(_GUESTS)), "--dry-run")
    assert "the list reads like Speakers. --kind speakers takes it so." in ran.err
    assert 'partner = { zh = "company", en = "companyEn" }' in ran.err
    assert 'zh = "name"' in ran.err
    ran = bring(sheet(tmp_path / "guests.json", json.dumps(_GUESTS)), "--kind", "speakers", "--dry-run")
    assert "6 rows: 6 accepted" in ran.err
    assert "reads like" not in ran.err


@pytest.mark.parametrize("header", ["Name,Hall,Industry", "企业名称,展位号,行业", "Company,Booth,Sector"])
def test_exhibitors_are_told(bring: Bring, tmp_path: Path, header: str) -> None:
    rows = "".join(f"Aa {n} GmbH,A{n},Energy\n" for n in range(6))
    ran = bring(sheet(tmp_path / "a.csv", f"{header}\n{rows}"), "--dry-run")
    assert "the list reads like Organisations. --kind organisations takes it so." in ran.err


@pytest.mark.parametrize(
    "text",
    [
        "Project,Company,Position,Amount (EUR)\nAa,Bb,Cc,5\nDd,Ee,Ff,6\n",
        "Name,Hall,Date\nAa,A1,2024-01-02\nBb,A2,2024-01-03\n",
        "Project,Company,Country\nAa,Bb,Germany\nCc,Dd,France\n",
    ],
)
def test_deals_are_no_other_kind(bring: Bring, tmp_path: Path, text: str) -> None:
    assert "reads like" not in bring(sheet(tmp_path / "a.csv", text), "--dry-run").err


_CAPITAL = (
    "注册资本(万元)|Registered capital (EUR)|Share capital|Stammkapital in EUR|Capital social (EUR)|"
    "資本金(円)|자본금(KRW)"
)


@pytest.mark.parametrize("header", _CAPITAL.split("|"))
def test_companies_are_told_and_their_capital_is_no_amount(bring: Bring, tmp_path: Path, header: str) -> None:
    rows = "".join(f"Aa {n} GmbH,{n}50000,Max Muster,Ringstr. {n}\n" for n in range(1, 6))
    path = sheet(tmp_path / "a.csv", f"Company,{header},Legal representative,Address\n{rows}")
    ran = bring(path, "--dry-run")
    assert "the list reads like Organisations. --kind organisations takes it so." in ran.err
    assert "[amount]" not in ran.err
    assert "! Amount" not in ran.err


def test_the_capital_beside_a_deal_is_no_amount_and_told(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f"Plant {n},Aa {n} GmbH,2024-01-0{n},{n}50000\n" for n in range(1, 6))
    ran = bring(sheet(tmp_path / "a.csv", f"Project,Investor,Signed,Registered capital (EUR)\n{rows}"), "--dry-run")
    assert "[amount]" not in ran.err
    assert "reads like" not in ran.err
    assert "--set 'amount.column=Registered capital (EUR)' takes it" in ran.err
