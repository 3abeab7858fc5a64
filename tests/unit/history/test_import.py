"""A list with columns of dates fills the history of its deals, is shown as doing so, and reads back. All of it made."""

import tomllib
from pathlib import Path

import pytest
from cq_tui.commands.common import open_store
from cq_tui.importing.recognise.days.over_the_years import role_of_header

from tests.unit.conftest import Run
from tests.unit.made import EVENT, write_archive

LIST = """项目名称,投资方,投资额（亿元）,签约时间,开工时间,计划投产时间,投产时间
转子厂,阿尔机械有限公司,12,2023-05-18,2023年10月,2024-12,2025-03
试车场,采克汽车有限公司,3,2023-05-19,,2024-06,
冷库,德克物流有限公司,5,2023-05-19,2023-10-01,,2027-04-09
港口,埃克港务有限公司,7,2023-05-19,,,详见合同
水厂,弗克水务有限公司,2,2023-05-19,,,2024-01
电站,盖克电力有限公司,4,2023-05-19,,,2024-02
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return write_archive(tmp_path / "archive", events=EVENT)


def _imported(run: Run, archive: Path, text: str, *more: str) -> Path:
    (archive.parent / "list.csv").write_text(text, encoding="utf-8")
    ran = run("import", archive.parent / "list.csv", "--into", archive, *more)
    assert ran.code == 0, ran.err
    return archive


def _told(archive: Path) -> dict[str, list[tuple[str, str, bool]]]:
    found = open_store(archive).records("deals")
    return {
        str(deal.called): [(one.date, str(one.stage), bool(one.planned)) for one in getattr(deal, "history", ())]
        for deal in found
    }


def test_columns_of_dates_become_the_history(run: Run, archive: Path) -> None:
    told = _told(_imported(run, archive, LIST))
    assert told == {
        "转子厂": [("2023-05-18", "signed", False), ("2023-10", "started", False),
                 ("2024-12", "operating", True), ("2025-03", "operating", False)],
        "试车场": [("2023-05-19", "signed", False), ("2024-06", "operating", True)],
        "冷库": [("2023-05-19", "signed", False), ("2023-10-01", "started", False), ("2027-04-09", "operating", True)],
        "港口": [("2023-05-19", "signed", False)],
        "水厂": [("2023-05-19", "signed", False), ("2024-01", "operating", False)],
        "电站": [("2023-05-19", "signed", False), ("2024-02", "operating", False)],
    }  # fmt: skip


def test_what_is_overdue_is_found_in_the_list(run: Run, archive: Path) -> None:
    ran = run(
        "list", "deals", "--archive", _imported(run, archive, LIST), "--filter", "overdue", "--columns", "title_zh"
    )
    assert ran.out.split()[-1] == "试车场"


def test_the_mapping_says_so_and_reads_back(run: Run, archive: Path) -> None:
    _imported(run, archive, LIST)
    path = next((archive / "imports").glob("*/MAP.toml"))
    assert tomllib.loads(path.read_text("utf-8"))["history"] == {
        "signed": "签约时间", "started": "开工时间", "planned-operating": "计划投产时间", "operating": "投产时间",
    }  # fmt: skip
    again = run("import", archive.parent / "list.csv", "--into", archive)
    assert "no file was changed" in again.err + again.out
    fresh = write_archive(archive.parent / "fresh", events=EVENT)
    assert _told(_imported(run, fresh, LIST, "--map", str(path))) == _told(archive)


def test_a_date_that_can_t_be_read_is_a_remark(run: Run, archive: Path) -> None:
    _imported(run, archive, LIST)
    remarks = next((archive / "imports").glob("*/remarks.csv")).read_text("utf-8-sig")
    assert "投产时间" in remarks
    assert "详见合同" in remarks


def test_a_later_edition_fills_it_further(run: Run, archive: Path) -> None:
    _imported(run, archive, LIST)
    later = LIST.replace(
        "试车场,采克汽车有限公司,3,2023-05-19,,2024-06,", "试车场,采克汽车有限公司,3,2023-05-19,2025-02,2024-06,2025-06"
    )
    told = _told(_imported(run, archive, later, "--force"))
    assert told["试车场"][-1] == ("2025-06", "operating", False)


@pytest.mark.parametrize("more", ["", ",投产时间"])
def test_a_list_of_signing_days_alone_stays_as_it_was(run: Run, archive: Path, more: str) -> None:
    cells = ",未投产" if more else ""
    _imported(run, archive, f"项目名称,签约时间{more}\n转子厂,2023-05-18{cells}\n冷库,2023-05-19{cells}\n")
    assert open_store(archive).kind("deals").history is None


def test_columns_of_an_archive_s_own_go_on_as_they_are(run: Run, archive: Path) -> None:
    own = '[fields.deals.production]\nlabel = { zh = "投产时间", en = "投产时间" }\ntype = "string"\n'
    (archive / "data" / "schema.toml").write_text(own, encoding="utf-8")
    _imported(run, archive, "项目名称,签约时间,投产时间\n转子厂,2023-05-18,2025-03-01\n冷库,2023-05-19,2025-04-01\n")
    kind = open_store(archive).kind("deals")
    assert kind.history is None
    assert "production" in kind.by_name


@pytest.mark.parametrize(
    ("header", "role", "sure"),
    [
        ("签约时间", "signed", True), ("开工日期", "started", True), ("项目投产时间", "operating", True),
        ("竣工时间（年月）", "completed", True), ("计划竣工时间", "planned-completed", True),
        ("预计投产年份", "planned-operating", True),
        ("signed", "signed", False), ("Signed on", "signed", True), ("construction start", "started", False),
        ("Production date", "operating", True), ("expected completion", "planned-completed", False),
        ("Commissioning_year", "operating", True), ("Cancelled", "cancelled", False),
        ("投产", "", False), ("production capacity", "", False), ("投产时间说明", "", False), ("status", "", False),
    ],
)  # fmt: skip
def test_headers(header: str, role: str, sure: bool) -> None:
    assert role_of_header(header) == (role, sure)
