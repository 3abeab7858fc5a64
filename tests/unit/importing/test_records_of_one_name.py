"""Several sessions of one name: what stands beside it says which is meant, or none is taken. All lists are made up."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_SESSIONS = [
    {"id": 41, "title": "Keynote", "date": "2026-03-02", "speakers": ["Ada Brandt", "Boris Kell"]},
    {"id": 42, "title": "Shelf data for all", "date": "2026-03-02", "speakers": ["Carla Nunn"]},
    {"id": 43, "title": "Keynote", "date": "2026-03-03", "speakers": ["Dario Vell"]},
]


@pytest.fixture
def sessions(bring: Bring, tmp_path: Path) -> None:
    """The sessions in the archive, with their ids as the order."""
    rows = "".join(f"{one['id']},{one['title']},{one['date']}\n" for one in _SESSIONS)
    ran = bring(
        sheet(tmp_path / "programme.csv", f"id,title,date\n{rows}"), "--kind", "sessions",
        "--set", "order.column=id", "--set", "name.column=title",
    )  # fmt: skip
    assert ran.code == 0, ran.err


def _days(archive: Path) -> dict[str, str]:
    """The days of the sessions of each speaker; "" for none."""
    days = {row["id"]: row["date"] for path in archive.rglob("sessions.csv") for row in rows_of(path)}
    said = [row for path in archive.rglob("speakers.csv") for row in rows_of(path)]
    return {row["name_en"]: days.get(row["session"], "") for row in said}


_TRUE = {
    "Ada Brandt": "2026-03-02", "Boris Kell": "2026-03-02", "Carla Nunn": "2026-03-02", "Dario Vell": "2026-03-03",
}  # fmt: skip


def _speakers(path: Path, *columns: str) -> Path:
    """A list of speakers with some columns, each ``header=key of a session``."""
    parted = [one.split("=") for one in columns]
    rows = [",".join(["Speaker", *(header for header, _key in parted)])]
    rows += [
        ",".join([name, *(str(one[key]) for _header, key in parted)]) for one in _SESSIONS for name in one["speakers"]
    ]
    return sheet(path, "\n".join(rows) + "\n")


@pytest.mark.usefixtures("sessions")
@pytest.mark.parametrize(
    "columns",
    [("Session=title", "Session ID=id"), ("session_title=title", "session_id=id"), ("Session=title", "date=date")],
)
def test_what_stands_beside_a_name_says_which_session_is_meant(
    bring: Bring, archive: Path, tmp_path: Path, columns: tuple[str, ...]
) -> None:
    file = _speakers(tmp_path / "a.csv", *columns)
    ran = bring(file, "--kind", "speakers", "--set", f"session.column={columns[0].split('=')[0]}")
    assert ran.code == 0, ran.err
    assert _days(archive) == _TRUE


@pytest.mark.usefixtures("sessions")
def test_ids_of_the_list_of_sessions_name_them(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(
        _speakers(tmp_path / "a.csv", "session_id=id"), "--kind", "speakers", "--set", "session.column=session_id"
    )
    assert ran.code == 0, ran.err
    assert _days(archive) == _TRUE


@pytest.mark.usefixtures("sessions")
@pytest.mark.parametrize("columns", [("Session=title",), ("Session=title", "Seat=id"), ("Session=title", "x=date")])
def test_no_session_is_taken_for_another_one_of_its_name(
    bring: Bring, archive: Path, tmp_path: Path, columns: tuple[str, ...]
) -> None:
    ran = bring(_speakers(tmp_path / "a.csv", *columns), "--kind", "speakers", "--set", "session.column=Session")
    assert ran.code == 0, ran.err
    assert _days(archive) == {**dict.fromkeys(_TRUE, ""), "Carla Nunn": "2026-03-02"}
    assert "! Session: 3 rows give a name that several records have (Keynote), and nothing beside it says" in ran.err
    assert "! Session: only 1 of 4 cells could be read" in ran.err


@pytest.mark.usefixtures("sessions")
def test_numbers_that_are_of_other_sessions_tell_nothing(bring: Bring, archive: Path, tmp_path: Path) -> None:
    file = _speakers(tmp_path / "a.csv", "Session=title", "Session No=id")
    file.write_text(file.read_text("utf-8").replace("42", "41"), "utf-8")
    ran = bring(file, "--kind", "speakers", "--set", "session.column=Session")
    assert ran.code == 0, ran.err
    assert _days(archive)["Dario Vell"] == ""


@pytest.mark.usefixtures("sessions")
def test_of_two_events_the_session_of_the_own_one_is_meant(bring: Bring, archive: Path, tmp_path: Path) -> None:
    held = archive / "data" / "events.toml"
    held.write_text(held.read_text("utf-8") + '[[events]]\nid = "gala"\nname = { zh = "晚会", en = "Gala" }\n', "utf-8")
    text = "id,title,date\n7,Keynote,2027-05-05\n8,Closing,2027-05-06\n"
    of_sessions = ("--kind", "sessions", "--set", "order.column=id", "--set", "name.column=title", "--event", "gala")
    assert bring(sheet(tmp_path / "gala.csv", text), *of_sessions).code == 0
    file = sheet(tmp_path / "b.csv", "Speaker,Session\nIda Holm,Keynote\nJan Roe,Closing\n")
    ran = bring(file, "--kind", "speakers", "--event", "gala", "--set", "session.column=Session")
    assert ran.code == 0, ran.err
    assert _days(archive) == {"Ida Holm": "2027-05-05", "Jan Roe": "2027-05-06"}


def test_lists_within_records_say_which_session_they_stand_in(bring: Bring, archive: Path, tmp_path: Path) -> None:
    listed = [{**one, "speakers": [{"name": name, "title": "Dr"} for name in one["speakers"]]} for one in _SESSIONS]
    file = sheet(tmp_path / "c.json", json.dumps({"sessions": listed}))
    of_sessions = ("--sheet", "sessions", "--set", "order.column=id", "--set", "name.column=title")
    assert bring(file, "--kind", "sessions", *of_sessions).code == 0
    ran = bring(file, "--kind", "speakers", "--sheet", "sessions.speakers")
    assert ran.code == 0, ran.err
    assert _days(archive) == _TRUE


@pytest.mark.parametrize("column", ["Session", "session_id"])
def test_ids_that_only_the_passages_of_the_sessions_have(
    bring: Bring, archive: Path, tmp_path: Path, column: str
) -> None:
    rows = "".join(f"{one['id'] * 7},{n},{one['title']},{one['date']}\n" for n, one in enumerate(_SESSIONS, 1))
    of_sessions = ("--kind", "sessions", "--set", "order.column=nr", "--set", "name.column=title")
    assert bring(sheet(tmp_path / "programme.csv", f"id,nr,title,date\n{rows}"), *of_sessions).code == 0
    text = "".join(f"{name},{one['title']},{one['id'] * 7}\n" for one in _SESSIONS for name in one["speakers"])
    file = sheet(tmp_path / "a.csv", f"Speaker,Session,session_id\n{text}")
    assert bring(file, "--kind", "speakers", "--set", f"session.column={column}").code == 0
    assert _days(archive) == _TRUE


_TWO = """
[[organisations]]
id = "foo-{0}"
name = {{ en = "Foo Works" }}
type = "company"
"""


def test_all_of_one_name_are_told(bring: Bring, archive: Path, tmp_path: Path) -> None:
    held = archive / "data" / "organisations.toml"
    held.write_text(held.read_text("utf-8") + "".join(map(_TWO.format, "abc")), "utf-8")
    ran = bring(sheet(tmp_path / "a.csv", "Project,Supplier,Amount (EUR)\nAda,Foo Works,100\n"), "--dry-run")
    assert "1 new organisation is nearly a known one: Foo Works ~ foo-a, foo-b, foo-c (100 %)" in ran.err


def test_an_organisation_is_taken_for_no_other_one_of_its_name(bring: Bring, archive: Path, tmp_path: Path) -> None:
    held = archive / "data" / "organisations.toml"
    held.write_text(held.read_text("utf-8") + _TWO.format("a") + _TWO.format("b"), "utf-8")
    file = sheet(tmp_path / "a.csv", "Project,Supplier,Amount (EUR)\nAda,Foo Works,100\nBlau,Bar Mill,200\n")
    ran = bring(file)
    assert ran.code == 0, ran.err
    deals = next(archive.rglob("deals.csv"))
    assert [row["parties"] for row in rows_of(deals)] == ["", "bar-mill:supplier"]
    assert "! Parties: 1 rows give a name that several records have (Foo Works)" in ran.err
    ran = bring(file, "--set", "organisations.Foo Works=foo-b", "--force")
    assert ran.code == 0, ran.err
    assert [row["parties"] for row in rows_of(deals)] == ["foo-b:supplier", "bar-mill:supplier"]
