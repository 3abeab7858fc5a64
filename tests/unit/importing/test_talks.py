"""Programmes of talks: the title of a talk is its topic, the address of its slides is not. Every list is made up."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.sources.nested import json_rows

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Taken, sheet

Take = Callable[..., Taken]
Bring = Callable[..., Ran]
_TALKS = (
    "id,name,title,presentation,room,day\n"
    "1,山田 花,表計算、地図、時刻表を一つにする,https://slides.example/a,Room A,1\n"
    '2,Ann Roe,"Pie, tea and queues",https://slides.example/b,Room B,1\n'
    "3,佐藤 健,小さな道具の作り方,https://slides.example/c,Room A,2\n"
)


def test_the_title_of_a_talk_is_its_topic_whole(take: Take, tmp_path: Path) -> None:
    taken = take(sheet(tmp_path / "a.csv", _TALKS), "speakers")
    assert [str(one.topic) for one in taken.records][1] == "Pie, tea and queues"
    assert next(one.topic.zh for one in taken.records) == "表計算、地図、時刻表を一つにする"
    assert [one.posts for one in taken.records] == [(), (), ()]


@pytest.mark.parametrize("header", ["Title", "Titel", "Titre", "Título", "Titolo"])
def test_long_titles_are_talks_and_posts_are_posts(take: Take, tmp_path: Path, header: str) -> None:
    talks = f"Name,{header}\nAnn Roe,How small tools are made at home\nBen Poe,Why maps of towns are never round\n"
    talks += "Cy Doe,What queues tell of those who wait\n"
    taken = take(sheet(tmp_path / "a.csv", talks), "speakers")
    assert [bool(one.topic) for one in taken.records] == [True] * 3
    if header not in ("Title", "Titre"):
        return
    posts = f"Name,{header}\nAnn Roe,Professor of small tools\nBen Poe,Director of the Office of Maps\nCy Doe,CEO\n"
    taken = take(sheet(tmp_path / "b.csv", posts), "speakers")
    assert [bool(one.posts) for one in taken.records] == [True] * 3


def test_the_title_beside_a_person_is_that_of_a_talk(take: Take, tmp_path: Path) -> None:
    tree = [{"title": f"Talk {n}", "speaker": {"name": f"Ann Roe {n}", "firm": "Aa"}} for n in (1, 2, 3)]
    taken = take(sheet(tmp_path / "a.json", json.dumps(tree)), "speakers")
    assert {str(one.topic) for one in taken.records} == {"Talk 1", "Talk 2", "Talk 3"}
    assert not any(one.posts for one in taken.records)


def test_the_title_around_a_person_is_that_of_a_talk(tmp_path: Path) -> None:
    talks = [{"id": n, "title": f"Talk {n}", "speakers": [{"name": "Ann Roe", "title": "Dr."}] * 2} for n in (1, 2)]
    path = sheet(tmp_path / "a.json", json.dumps({"talks": talks}))
    assert json_rows(path, "talks.speakers").rows[0] == ["name", "title", "id", "talk_title"]


@pytest.mark.parametrize("wrapped", [True, False])
def test_what_is_around_a_person_is_no_post(bring: Bring, tmp_path: Path, wrapped: bool) -> None:
    people = [{"name": f"Ann Roe {at}", "job_title": "Builder", "firm": "Aa"} for at in "abcd"]
    talks = [
        {"title": f"Talk {n}", "subtitle": f"A look from {n}", "position": n, "Untertitel": "x y", "speakers": two}
        for n, two in enumerate((people[:2], people[2:]), 1)
    ]
    path = sheet(tmp_path / "a.json", json.dumps({"talks": talks} if wrapped else talks))
    name = "talks.speakers" if wrapped else "speakers"
    names = ["name", "job_title", "firm", "talk_title", "talk_subtitle", "talk_position", "talk_Untertitel"]
    assert json_rows(path, name).rows[0] == names
    told = bring(path, "--dry-run", "--sheet", name, "--kind", "speakers").err
    assert "Posts: 4 of 4 from job_title;" in told, told
    assert "Topic: 4 of 4 from talk_title\n" in told, told


def test_what_is_around_others_keeps_its_name(tmp_path: Path) -> None:
    firms = [{"position": n, "lots": [{"name": "Mill"}, {"name": "Mine"}]} for n in (1, 2)]
    assert json_rows(sheet(tmp_path / "a.json", json.dumps(firms)), "lots").rows[0] == ["name", "position"]


@pytest.mark.parametrize(("header", "is_post"), [("Session subtitle", False), ("Session speaker job title", True)])
def test_a_subtitle_of_a_session_in_a_table_is_no_post(take: Take, tmp_path: Path, header: str, is_post: bool) -> None:
    text = f"Speaker,Company,{header}\nAnn Roe,Aa AG,A look back\nBen Poe,Bb AG,A look ahead\n"
    taken = take(sheet(tmp_path / "a.csv", text), "speakers")
    assert [bool(one.posts) for one in taken.records] == [is_post] * 2


def test_no_record_is_called_by_a_title_of_courtesy(take: Take, tmp_path: Path) -> None:
    text = "Title,First name,Last name,Company\nDr.,Ann,Roe,Aa AG\nProf.,Ben,Poe,Bb AG\n,Cy,Doe,Cc AG\n"
    taken = take(sheet(tmp_path / "a.csv", text), "speakers")
    assert taken.values("id") == ["ann-roe", "ben-poe", "cy-doe"]
    assert [one.called for one in taken.records] == ["Ann Roe", "Ben Poe", "Cy Doe"]
