"""Code lists of public standards in an archive's own fields. The archive is made up, the divisions are not."""

from pathlib import Path

import pytest
from cq_tui.cli import main
from cq_tui.values.standard_lists import STANDARD_LISTS

from tests.unit.made import DEAL, EVENT, problems, write_archive

SCHEMA = """[fields.deals.division]
label = { zh = "行政区划", en = "Division" }
type = "code"
codes = "gb-t-2260"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_archive(tmp_path, schema=SCHEMA, events=EVENT, deals=DEAL + 'division = "500101"\n')


@pytest.mark.parametrize("text", ["division:500101", "行政区划:重庆市万州区", "万州", "has:division"])
def test_a_field_takes_its_codes_and_a_filter_its_names(
    root: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["export", "deals", "--columns", "id,division", "--filter", text, "--archive", str(root)]
    assert main(given) == 0
    assert capsys.readouterr().out == "id,division\nmill,500101\n"


def test_a_record_shows_the_name(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(root)]) == 0
    assert main(["--lang", "zh", "show", "deals", "mill", "--archive", str(root)]) == 0
    assert "行政区划: 重庆市万州区\n" in capsys.readouterr().out


def test_tables_are_judged_by_it(tmp_path: Path) -> None:
    write_archive(tmp_path, schema=SCHEMA)
    csv = "id,title_en,event,division\na,A,fair,500101\nb,B,fair,999999\n"
    (tmp_path / "data" / "deals.csv").write_text(csv, "utf-8")
    (problem,) = problems(tmp_path)
    assert problem.startswith('data/deals.csv:3: division: "999999" is not one of 110000, 110100')


def test_a_list_that_is_not_there_is_told_with_a_near_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_archive(tmp_path, schema=SCHEMA.replace("2260", "2261"), events=EVENT)
    assert main(["--lang", "en", "check", str(root)]) == 1
    assert capsys.readouterr().out.endswith("Did you mean gb-t-2260?\n")


def test_codes_that_are_no_more_in_force_say_so() -> None:
    divisions = STANDARD_LISTS["gb-t-2260"]
    assert str(divisions["110103"].label) == "北京市崇文区（至2010年）"
    assert str(divisions["469005"].label) == "海南省文昌市"
    names = [one.label.zh for one in divisions.values()]
    assert len(set(names)) == len(names) == len(divisions) > 6_000
