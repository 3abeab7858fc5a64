"""What the commands print, data and narration apart."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.unit.conftest import Run
from tests.unit.made import DEAL, EVENT, write_archive


def test_export_gives_exactly_the_two_deals_of_a_billion_and_more(run: Run) -> None:
    ran = run("export", "deals", "--filter", "amount>=10亿", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert (ran.code, ran.err) == (0, "")
    assert {row["id"]: row["amount"] for row in rows} == {
        "nev-credit-line": "75000000000",
        "parts-supply-order": "2000000000",
    }


def test_export_into_a_file_narrates_on_stderr(run: Run, tmp_path: Path) -> None:
    ran = run("export", "deals", "--output", tmp_path / "a.csv")
    assert (ran.code, ran.out, ran.err) == (0, "", f"4 rows written to {tmp_path / 'a.csv'}\n")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.json", b'{"deals"'), ("a.TOML", b"[[deals]]"), ("a.txt", b"\xef\xbb\xbfid")],
)
def test_the_file_s_ending_names_the_format(run: Run, tmp_path: Path, name: str, start: bytes) -> None:
    assert run("export", "deals", "-o", tmp_path / name).code == 0
    assert (tmp_path / name).read_bytes().startswith(start)


def test_raw_cells_come_with_a_warning(run: Run, tmp_path: Path) -> None:
    ran = run("export", "deals", "--raw", "-o", tmp_path / "a.csv")
    assert "formula" in ran.err


def test_list_prints_rows_on_stdout_and_the_footer_on_stderr(run: Run) -> None:
    ran = run("list", "deals", "--filter", "has:amount", "--sort", "amount-desc")
    header, *rows = ran.out.splitlines()
    assert header.split()[:2] == ["Deal", "Category"]
    assert [("75" in row, "0.2" in row) for row in rows] == [(True, False), (False, False), (False, True)]
    assert ran.err.startswith("3 of 4  ")


def test_list_without_rows_still_has_a_header(run: Run) -> None:
    ran = run("list", "deals", "--filter", "amount>9万亿")
    assert ran.code == 0
    assert len(ran.out.splitlines()) == 1


def test_show_prints_the_record_with_links_and_passages(run: Run) -> None:
    ran = run("show", "deals", "aluminium-die-casting-line")
    assert (ran.code, ran.err) == (0, "")
    assert "[organisations sms-group]" in ran.out
    assert "[passages p20-aluminium]" in ran.out
    assert "CNY 200 m" in ran.out
    assert "(inferred)" in ran.out


def test_show_follows_links_back(run: Run) -> None:
    assert "[deals aluminium-die-casting-line]" in run("show", "organisations", "sms-group").out


def test_check_prints_the_reconciliation(run: Run) -> None:
    ran = run("check")
    assert ran.code == 0
    rows = {line.split()[0]: line.split(maxsplit=1)[1] for line in ran.out.splitlines()[1:]}
    assert rows["finance"] == "3  CNY 85.241 bn   87.4%  2 deals, CNY 75 bn    1 deal, CNY 10.241 bn"
    assert rows["cooperation"].split("  ")[-1].strip() == "7 deals, not stated"
    assert ran.err.endswith("records read, no problem\n")


def test_check_prints_every_problem_and_fails(run: Run, tmp_path: Path) -> None:
    ran = run("check", write_archive(tmp_path, events=EVENT, deals=DEAL + "countable = 1\nxyzzy = 2\n"))
    assert ran.code == 1
    assert [line.split(": ")[0] for line in ran.out.splitlines()] == ["data/deals.toml:6", "data/deals.toml:7"]
    assert ran.err == "1 record read, 2 problems\n"


def test_json_on_stdout_is_json(run: Run) -> None:
    assert len(json.loads(run("export", "speakers", "--format", "json").out)["speakers"]) == 13


def test_the_environment_may_name_the_usual_archive(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_archive(tmp_path / "other", events=EVENT, deals=DEAL)
    monkeypatch.setenv("CQ_TUI_ARCHIVE", str(tmp_path / "other"))
    assert "Mill" in run("list", "deals").out
    assert "Mill" in run("--secure", "list", "deals").out


def test_secure_mode_does_not_tell_where_the_export_folder_lies(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CQ_TUI_EXPORT_DIR", str(tmp_path))
    assert run("--secure", "export", "deals", "-o", "a.csv").err == "4 rows written to a.csv\n"
