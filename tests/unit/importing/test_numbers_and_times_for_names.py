"""Times, days and numbers where a name should stand: nobody is called so. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.words.no_names import is_number_or_time

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, rows_of, sheet

Bring = Callable[..., Ran]
NOBODY = """11:00|11.30|9.30 Uhr|9 Uhr|11h|11h30|9:00 am|9 a.m.|11:00-11:30|11:00 – 12:30 Uhr|9 am to 10 am|上午9:00|9点
9时30分|14:00 (CET)|11:00:30|2025-03-04|4.3.2025|4 March 2025|May 2025|2025年3月4日|3月4日|2025-05-01 11:00|17|1,000|3.5
12%|007|2025|1.|-5""".replace("\n", "|").split("|")
SOMEBODY = """7-11|1&1|3M|360 Group|58.com|H&M|9h Capital|11 Bit Studios|20th Century|Studio 54|2 AM Records|1. FC Köln
France 2030|Dijon 2010|24 Hour Fitness|50 Cent|A1|K11|May|April June|365 Data|1-800-Flowers""".replace("\n", "|").split(
    "|"
)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_called_so(text: str) -> None:
    assert is_number_or_time(text)


@pytest.mark.parametrize("text", SOMEBODY)
def test_somebody_is(text: str) -> None:
    assert not is_number_or_time(text)


def test_such_a_party_is_a_remark(take: Take, tmp_path: Path) -> None:
    text = (
        "Project,Donor,Recipient,Amount\nMill,Aa GmbH,11:00,USD 5\nDam,2025-05-01,Bb SA,USD 6\n"
        "Port,12,Cc Ltd,USD 7\nFort,Dd,Ee,USD 8\nPier,7-11,3M,USD 9\n"
    )
    found = take(sheet(tmp_path / "list.csv", text))
    orgs = [{party.org for party in one.parties} for one in found.records]  # type: ignore[attr-defined]
    assert orgs == [{"aa"}, {"bb"}, {"cc"}, {"dd", "ee"}, {"7-11", "3m"}]
    assert found.unread() == dict.fromkeys(("11:00", "2025-05-01", "12"), "is not a name")


def test_the_mapping_may_say_that_somebody_is(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "Project,Investor\nMill,360\nDam,Aa Ltd\n")
    map_ = sheet(tmp_path / "MAP.toml", (
        'kind = "deals"\n[title]\ncolumn = "Project"\n[event]\nconstant = "fair"\n'
        '[parties]\ninvestor = "Investor"\n[organisations]\n"360" = "360 Group"\n'
    ))  # fmt: skip
    assert bring(path, "--map", map_).code == 0
    assert [row["parties"] for row in rows_of(archive / "data/fair-deals-list/deals.csv")] == [
        "360:investor", "aa:investor",
    ]  # fmt: skip


AGENDA = """Time,Speaker,Talk
Day 1 - Monday,,
11:00,Ann Abel,Opening words
11:30,,Coffee
12:00,Bob Bell,On mills
Day 2 - Tuesday,,
09:00,Cid Cole,On dams
09:30,10:15,On ports
10:00,17,On piers
"""


def test_neither_a_time_nor_a_talk_stands_in_for_a_speaker(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "list.csv", AGENDA), kind="speakers")
    assert list(map(str, found.values("name"))) == ["Ann Abel", "Bob Bell", "Cid Cole"]
    reasons = found.reasons()
    assert [reasons[row] for row in (4, 8, 9)] == [
        "names nobody; a break or an opening, not a row of the list", *["is not a name"] * 2,
    ]  # fmt: skip


def test_two_headings_are_told_in_one_line(run: Callable[..., Ran], archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", AGENDA)
    ran = run("import", path, "--kind", "speakers", "--event", "fair", "--into", archive, "--dry-run")
    told = "Headings between the rows: 2, with 6 rows below them: Day 1 - Monday (3), Day 2 - Tuesday (3). --set"
    assert told in ran.err, ran.err


def test_speakers_may_be_institutions(take: Take, tmp_path: Path) -> None:
    text = "Time,Speaker,Organisation\n11:00,Ann Abel,Aa Ltd\n11:30,,Bb Ltd\n12:00,Cid Cole,Aa Ltd\n"
    found = take(sheet(tmp_path / "list.csv", text), kind="speakers")
    assert list(map(str, found.values("name"))) == ["Ann Abel", "Bb Ltd", "Cid Cole"]


def test_an_exhibitor_is_called_by_no_number(run: Callable[..., Ran], archive: Path, tmp_path: Path) -> None:
    text = (
        "Stand,Exhibitor,Country\nHall 1,,\nA1,Aa GmbH,Kenya\nA2,Bb SA,Chad\nHall 2,,\nB1,Cc Ltd,Chad\n"
        "B2,11:00,Chad\nB3,12.5.2025,Chad\n"
    )
    ran = run("import", sheet(tmp_path / "list.csv", text), "--kind", "organisations", "--into", archive)
    assert "7 rows: 3 accepted, 2 refused, 2 headings, totals and notes" in ran.err, ran.err
    assert "Headings between the rows: 2, with 5 rows below them: Hall 1 (2), Hall 2 (3)." in ran.err
