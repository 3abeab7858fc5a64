"""Lists of sessions, of organisations of which few were bought, and of founders say what they read like; made up."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]


def _session(at: int, title: str, *speakers: str, **more: object) -> dict[str, object]:
    people = [{"id": 10 * at + n, "name": one} for n, one in enumerate(speakers)]
    return {"id": at, "title": title, "date": f"2026-03-0{at}", "speakers": people, **more}


_TIMES = {"startTime": "09:00", "endTime": "09:30", "auditorium": "Hall A"}
_SESSIONS = [
    _session(1, "Keynote", "Ada Brandt", "Boris Kell", **_TIMES, knowledgePartners=[{"name": "Aa Institute"}]),
    _session(2, "Shelf data for all", "Carla Nunn", **_TIMES, knowledgePartners=[]),
    _session(3, "Keynote", "Dario Vell", "Eda Moss", **_TIMES, knowledgePartners=[{"name": "Bb Centre"}]),
]


def test_sessions_are_told(look: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.json", json.dumps({"event": "Shelf Forum", "sessions": _SESSIONS}))
    assert "the list reads like Sessions. --kind sessions takes it so." in look(path).err


@pytest.mark.parametrize("header", ["Title,Day,Time,Speakers", "标题,日期,时间,讲者", "Titel,Datum,Uhrzeit,Referenten"])
def test_a_programme_with_who_speaks_is_told(look: Bring, tmp_path: Path, header: str) -> None:
    rows = "".join(f"Tills and tea {n},2026-03-0{n},{n}:30,Ada Brandt; Boris Kell\n" for n in range(1, 5))
    ran = look(sheet(tmp_path / "a.csv", f"{header}\n{rows}"))
    assert "the list reads like Sessions. --kind sessions takes it so." in ran.err


_FIRMS = (
    "name,website,hq_country,hq_city,founded,category,status,acquired_by,acquired_year\n"
    "Alvora Labs,https://alvora.example,Germany,Ulm,2014,Hardware,acquired,Brindle Group,2021\n"
    "Corvane,https://corvane.example,France,Lyon,2016,Software,active,{more}\n"
    "Delmar Optics,https://delmar.example,Canada,Banff,2011,Hardware,acquired,Corvane,2022\n"
    "Estrel,https://estrel.example,Spain,Soria,2018,Sensing,active,{more}\n"
    "Fennick,https://fennick.example,Spain,Soria,2019,Sensing,active,{more}\n"
)


def test_organisations_of_which_few_were_bought_are_told(look: Bring, tmp_path: Path) -> None:
    ran = look(sheet(tmp_path / "a.csv", _FIRMS.format(more=",")))
    assert "the list reads like Organisations. --kind organisations takes it so." in ran.err
    ran = look(sheet(tmp_path / "b.csv", _FIRMS.format(more="Gorlan Group,2020")))
    assert "reads like" not in ran.err


def test_programmes_of_which_few_have_a_day_are_no_organisations(look: Bring, tmp_path: Path) -> None:
    rows = "".join(
        f"Help for tills {n},{n}0,{n},https://aa.example/{n},{'2024-01-02' if n == 2 else ''}\n" for n in range(1, 7)
    )
    ran = look(sheet(tmp_path / "a.csv", f"programm_name,mitarbeiter_max,umsatz_max,website,call_open_date\n{rows}"))
    assert "reads like" not in ran.err


def test_organisations_with_whom_they_belong_to_are_told(look: Bring, tmp_path: Path) -> None:
    text = (
        "name,website,country,parent company\nAlvora Labs,https://alvora.example,Germany,Brindle Group\n"
        "Corvane,https://corvane.example,France,\nDelmar Optics,https://delmar.example,Canada,Corvane\n"
        "Estrel,https://estrel.example,Spain,\n"
    )
    ran = look(sheet(tmp_path / "a.csv", text))
    assert "the list reads like Organisations. --kind organisations takes it so." in ran.err


@pytest.mark.parametrize(
    "header",
    [
        "cofunder_name,company_name,regtime,cofunder_position",
        "Founder,Company,Year,Position",
        "创始人,公司名称,年月,职务",
        "Ponentes,Institución,Año,ORCID",
        "Palestrante,Instituição,Ano,Minibio",
        "Intervenants,Organisme,Année,Fonction",
    ],
)
def test_founders_are_told(look: Bring, tmp_path: Path, header: str) -> None:
    rows = (
        "甲小林,甲丰科技有限公司,2008.10,董事长\n乙大海,乙元网络有限公司,2014.1,CEO\n"
        "丙中和,丙科技有限公司,2016.11,创始人\n丁一,丁元网络有限公司,2012.10,总经理\n"
    )
    ran = look(sheet(tmp_path / "a.csv", f"{header}\n{rows}"))
    assert "the list reads like Speakers. --kind speakers takes it so." in ran.err


@pytest.mark.parametrize(
    "text",
    [
        "Founder,Company,Position,Amount (EUR)\nAda Aa,Bb GmbH,CEO,5\nDora Dd,Ee GmbH,CTO,6\n",
        "Project,Partner,Date,Venue\nAa rail,Bb GmbH,2024-01-02,Hall A\nCc port,Dd GmbH,2024-01-03,Hall B\n",
        "Company,Acquired by,Date,Website\nAa,Bb,2024-01-02,www.aa.example\nCc,Dd,2024-01-03,www.cc.example\n"
        "Ee,Ff,2024-01-04,www.ee.example\n",
        "Startup,Founder,Investor,Date\nAa,Ada Bb,Cc Fund,2024-01-02\nDd,Dora Ee,Ff Fund,2024-01-03\n",
        "Agreement,Speakers,Room,Date\nContract on rail,Ada Bb,A,2024-01-02\nContract on ports,Cy Ee,B,2024-01-03\n",
    ],
)
def test_deals_are_told_as_nothing_else(look: Bring, tmp_path: Path, text: str) -> None:
    assert "reads like" not in look(sheet(tmp_path / "a.csv", text)).err


def test_sessions_are_called_by_their_titles_and_ordered_by_a_number(look: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.json", json.dumps({"event": "Shelf Forum", "sessions": _SESSIONS}))
    ran = look(path, "--kind", "sessions")
    assert '[name]  # the header says Session\n  column = "title"' in ran.err
    assert 'column = "startTime"' in ran.err
    assert "--set order.column=id  # likely; 1, 2, 3" in ran.err
    assert "order.column=auditorium" not in ran.err
