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
def test_exhibitors_are_told(look: Bring, tmp_path: Path, header: str) -> None:
    rows = "".join(f"Aa {n} GmbH,A{n},Energy\n" for n in range(6))
    ran = look(sheet(tmp_path / "a.csv", f"{header}\n{rows}"))
    assert "the list reads like Organisations. --kind organisations takes it so." in ran.err


@pytest.mark.parametrize(
    "text",
    [
        "Project,Company,Position,Amount (EUR)\nAa,Bb,Cc,5\nDd,Ee,Ff,6\n",
        "Name,Hall,Date\nAa,A1,2024-01-02\nBb,A2,2024-01-03\n",
        "Project,Company,Country\nAa,Bb,Germany\nCc,Dd,France\n",
    ],
)
def test_deals_are_no_other_kind(look: Bring, tmp_path: Path, text: str) -> None:
    assert "reads like" not in look(sheet(tmp_path / "a.csv", text)).err


_CAPITAL = (
    "注册资本(万元)|Registered capital (EUR)|Share capital|Stammkapital in EUR|Capital social (EUR)|"
    "資本金(円)|자본금(KRW)"
)


@pytest.mark.parametrize("header", _CAPITAL.split("|"))
def test_companies_are_told_and_their_capital_is_no_amount(look: Bring, tmp_path: Path, header: str) -> None:
    rows = "".join(f"Aa {n} GmbH,{n}50000,Max Muster,Ringstr. {n}\n" for n in range(1, 6))
    path = sheet(tmp_path / "a.csv", f"Company,{header},Legal representative,Address\n{rows}")
    ran = look(path)
    assert "the list reads like Organisations. --kind organisations takes it so." in ran.err
    assert "[amount]" not in ran.err


def test_the_capital_beside_a_deal_is_no_amount_and_told(look: Bring, tmp_path: Path) -> None:
    rows = "".join(f"Plant {n},Aa {n} GmbH,2024-01-0{n},{n}50000\n" for n in range(1, 6))
    ran = look(sheet(tmp_path / "a.csv", f"Project,Investor,Signed,Registered capital (EUR)\n{rows}"))
    assert "[amount]" not in ran.err
    assert "reads like" not in ran.err
    assert "--set 'amount.column=Registered capital (EUR)' takes it" in ran.err


@pytest.mark.parametrize(
    "text",
    [
        "sehir,unvan,eposta,turu\nBursa,Örnek Teknokent,info@ornek.example,Teknopark\n"
        "İzmir,Deniz Teknopark,,Teknopark\nKonya,Ova Teknokent,a@ova.example,Teknopark\n",
        "booth_id,shop_name,categories,description\n1,あさひ工房,雑貨,木の小物を届けるお店です。\n"
        "2,Blue Cup,食品,手づくりの焼き菓子のお店です。\n3,Moku,衣料品,布の服をつくります。\n",
        "Mitglied,Ort,Telefon,Webseite\nAa-Verein,Ulm,0731 1,www.aa.example\nBb-Bund,Bonn,0228 2,www.bb.example\n",
        "Virksomhed,By,Telefon\nAa Bageri,Odense,12\nBb Smedje,Vejle,13\nCc Mølle,Ribe,14\n",
        "Raison sociale,Ville,Site web\nBoulangerie Aa,Lyon,www.aa.example\nForge Bb,Metz,www.bb.example\n",
        "会员单位,地址,电话\n甲甲商会,上海,021\n乙乙协会,北京,010\n丙丙公司,天津,022\n",
        "出展社名,住所,ホームページ\nあさひ工房,大阪,www.aa.example\nみどり堂,京都,www.bb.example\n",
    ],
)
def test_bodies_with_their_addresses_are_told(look: Bring, bring: Bring, tmp_path: Path, text: str) -> None:
    ran = look(sheet(tmp_path / "a.csv", text))
    assert "the list reads like Organisations. --kind organisations takes it so." in ran.err
    ran = bring(sheet(tmp_path / "a.csv", text), "--kind", "organisations", "--dry-run")
    rows = text.count("\n") - 1
    assert f"{rows} rows: {rows} accepted" in ran.err


@pytest.mark.parametrize(
    "text",
    [
        "id,date_start,country,description,persons\n1,2016-04-01,Danmark,Prinsesse Aa besøger Havnen kl. 13.00,"
        "Prinsesse Aa\n"
        "2,2016-04-02,Danmark,Kong Otto deltager i Vindkonferencen kl. 9.50,Kong Otto\n"
        "3,2016-04-04,Danmark,Offentlig audiens,\n",
        "Datum,Uhrzeit,Veranstaltung\n2024-03-01,10:00,Tag der Tür\n2024-03-02,11:00,Konzert im Park\n",
        "日期,时间,会议名称\n2024-03-01,10:00,春季大会\n2024-03-02,11:00,秋季大会\n",
        "日付,会場,イベント名\n2024-03-01,大ホール,春のつどい\n2024-03-02,小ホール,秋のつどい\n",
    ],
)
def test_a_calendar_is_told(look: Bring, bring: Bring, tmp_path: Path, text: str) -> None:
    ran = look(sheet(tmp_path / "a.csv", text))
    assert "the list reads like Events. --kind events takes it so." in ran.err
    ran = bring(sheet(tmp_path / "a.csv", text), "--kind", "events", "--dry-run")
    rows = text.count("\n") - 1
    assert f"{rows} rows: {rows} accepted" in ran.err


def test_a_programme_of_talks_is_told(look: Bring, tmp_path: Path) -> None:
    text = "speaker,title,room,day\nAnn Roe,Pie and tea,Room A,1\nBen Poe,Small tools,Room B,1\nCy Doe,Maps,Room A,2\n"
    ran = look(sheet(tmp_path / "a.csv", text))
    assert "the list reads like Speakers. --kind speakers takes it so." in ran.err


def test_a_list_with_nothing_of_deals_asks_what_it_is(look: Bring, tmp_path: Path) -> None:
    text = "Name,Colour\nAa hill,red\nBb lake,blue\nCc wood,green\n"
    ran = look(sheet(tmp_path / "a.csv", text))
    assert "No column says an amount, a party, a type or a stage: is it a list of Deals?" in ran.err
    assert "--kind organisations, --kind events, --kind speakers." in ran.err


def test_titles_that_tell_of_agreements_are_deals(look: Bring, tmp_path: Path) -> None:
    text = "Title,Date,Venue\nAgreement on rail,2024-01-02,Aa\nMemorandum on ports,2024-01-03,Bb\n"
    ran = look(sheet(tmp_path / "a.csv", text))
    assert "reads like" not in ran.err
    assert "is it a list of" not in ran.err


_TALK_ROWS = (
    ("Ada Brandt", "Alvora", "Shelf data for all", "13 May 2025"),
    ("Boris Kell", "Brindle", "Investment in tills", "13 May 2025"),
    ("Carla Nunn", "Corvane", "The future of tills", "14 May 2025"),
)


@pytest.mark.parametrize(
    "header",
    [
        "name,company,session_title,date",
        "Name,Organisation,Talk title,Day",
        "name,company,track,date",
        "Name,Company,Room,Date",
        "Name,Company,Bio,Date",
        "Name,Company,Job title,Date",
        "姓名,公司,演讲题目,日期",
    ],
)
def test_persons_beside_their_companies_are_told_and_no_parties(look: Bring, tmp_path: Path, header: str) -> None:
    rows = "".join(",".join(row) + "\n" for row in _TALK_ROWS)
    ran = look(sheet(tmp_path / "a.csv", f"{header}\n{rows}"))
    assert "the list reads like Speakers. --kind speakers takes it so." in ran.err
    assert f'"{header.split(",")[0]}"]' not in ran.err


def test_a_bare_name_of_persons_is_no_party_beside_companies(bring: Bring, tmp_path: Path) -> None:
    rows = "".join(f"Works {n},{n}000,Anna Aa{chr(96 + n)},Bb {n} Ltd\n" for n in range(1, 5))
    ran = bring(sheet(tmp_path / "a.csv", f"project,amount (EUR),name,company\n{rows}"), "--dry-run")
    assert 'partner = "company"' in ran.err
    assert "reads like" not in ran.err
    rows = "".join(f"Works {n},{n}000,Aa {n} GmbH,Bb {n} Ltd\n" for n in range(1, 5))
    ran = bring(sheet(tmp_path / "b.csv", f"project,amount (EUR),name,company\n{rows}"), "--dry-run")
    assert "work for" not in ran.err


_SUPPLIERS = (
    "PROVEEDOR,RUCPROV,FECHA DE INSCRIPCIÓN,NUMTRABAJADORES,MONTADJSOLES,Contratos\n"
    "UTILES DEL SUR S.A.C.,20555589574,1998-12-11,16,7.6801302,31\n"
    "GASES LUMO SRL,20338570041,1996-12-26,301,8.296686,29\n"
    "CLINICA ALBOR S.A.,20419385442,2013-11-29,177,10.00962,42\n"
    "TEXTIL MIRAMAR E.I.R.L.,20600113764,2015-02-05,1,0.205434,2\n"
)


def test_suppliers_of_a_row_each_with_their_staff_are_told(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "a.csv", _SUPPLIERS), "--dry-run", "--set", "date=")
    said = "Each row names another organisation, and RUCPROV, FECHA DE INSCRIPCIÓN, NUMTRABAJADORES say what those have"
    assert f"{said}: the list reads like Organisations. --kind organisations takes it so." in ran.err
    again = _SUPPLIERS + "CLINICA ALBOR S.A.,20419385442,2013-11-29,177,3.5,1\n"
    assert "reads like" not in bring(sheet(tmp_path / "b.csv", again), "--dry-run", "--set", "date=").err
    dated = _SUPPLIERS.replace("Contratos\n", "Fecha del contrato\n").replace(",31\n", ",2020-05-01\n")
    dated = dated.replace(",29\n", ",2020-05-02\n").replace(",42\n", ",2020-05-03\n").replace(",2\n", ",2020-05-04\n")
    assert "reads like" not in bring(sheet(tmp_path / "c.csv", dated), "--dry-run").err


def test_bodies_that_a_list_counts_deals_of_are_told(bring: Bring, tmp_path: Path) -> None:
    bodies = [{"id": f"aa-{n}", "name": f"Aa {n} Pty Ltd", "merger_count": n} for n in range(1, 6)]
    ran = bring(sheet(tmp_path / "a.json", json.dumps({"parties": bodies})), "--dry-run")
    assert "the list reads like Organisations. --kind organisations takes it so." in ran.err


def test_bodies_with_their_members_and_a_budget_are_told_and_called_by_name(bring: Bring, tmp_path: Path) -> None:
    sorts = ("Unternehmen", "Unternehmen", "Wirtschaftsverband oder Gewerbeverband/-verein")
    rows = "".join(f"Aa {n} e.V.,{sorts[n % 3]},{n}0000.0,{n}\n" for n in range(1, 71))
    ran = bring(sheet(tmp_path / "a.csv", f"name,activity,budget (EUR),memberships\n{rows}"), "--dry-run")
    assert "activity: its header says Deal, but its cells are a few words again and again" in ran.err
    assert "memberships say what those have: the list reads like Organisations" in ran.err


@pytest.mark.parametrize(
    ("header", "is_asked"),
    [
        ("Projet,Promoteur,Description,Pays", True),
        ("项目名称,负责人,简介,国家", True),
        ("Contract,Person,Description,Country", False),
        ("Project,Company,Description,Country", False),
        ("Project,Date,Description,Country", False),
    ],
)
def test_projects_of_persons_alone_may_be_no_deals(look: Bring, tmp_path: Path, header: str, is_asked: bool) -> None:
    second = ("2024-01-0{n}" if "Date" in header else "Ida Dell{n}") if "Company" not in header else "Aa {n} GmbH"
    rows = "".join(f"Lab Aa {n},{second.format(n=n)},Makes things of wood no {n},Togo\n" for n in range(1, 7))
    ran = look(sheet(tmp_path / "a.csv", f"{header}\n{rows}"))
    assert ("No column says an amount, a party, a type or a stage" in ran.err) == is_asked, ran.err
