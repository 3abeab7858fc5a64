"""Rows that say the same as an earlier one: what is asked, both outcomes, and the same bytes however it is answered."""

import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.import_result import bring as bring_prepared
from cq_tui.importing.import_result import look
from cq_tui.importing.recognise.answers.choices import OPEN
from cq_tui.importing.recognise.answers.choices_of_rows import of_same_rows
from cq_tui.importing.recognise.answers.mapping_edits import with_same_rows
from cq_tui.importing.recognise.prepare import Prepared, prepare
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import Take, hashes, quiet, rows_of, sheet

Bring = Callable[..., Ran]
_HEAD = "Grantee,Date,Amount (USD)\n"
_LIST = f"{_HEAD}Aa,2020-01-02,500\nBb,2020-01-02,70\nAa,2020-01-02,500\nCc,2020-03-04,9\nAa,2020-01-02,500\n"


def _prepared(archive: Path, path: Path) -> Prepared:
    return prepare(Store(read(archive)), path, kinds()["deals"], "fair")


def _ids(archive: Path) -> list[str]:
    return [row["id"] for row in rows_of(next(archive.glob("data/*/deals.csv")))]


def test_both_outcomes_stand_beside_the_question(bring: Bring, archive: Path, tmp_path: Path) -> None:
    asked = bring(sheet(tmp_path / "list.csv", _LIST))
    assert asked.code == 1
    assert "? rows: Rows that are the same as an earlier one: 2; the first is row 4, the same as row 2." in asked.err
    assert "    --set rows.same=count  # 5 rows; sum USD 1,579\n" in asked.err
    assert "    --set rows.same=leave  # 3 rows; sum USD 579\n" in asked.err
    assert not list(archive.glob("data/*/deals.csv"))
    assert "[rows]\n# Rows that" in (archive / "imports/fair-deals-list/MAP.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("answer", "counts", "rows"), [("count", "5 accepted, 0 refused", 5), ("leave", "3 accepted, 2 refused", 3)]
)
def test_map_setting_and_screen_give_the_same_bytes(
    run: Run, archive: Path, tmp_path: Path, answer: str, counts: str, rows: int
) -> None:
    path = sheet(tmp_path / "list.csv", _LIST)
    roots = [Path(shutil.copytree(archive, tmp_path / name)) for name in ("by-map", "by-setting", "on-the-screen")]
    maps = [root / "imports/fair-deals-list/MAP.toml" for root in roots]

    def bring_into(root: Path, *more: str) -> Ran:
        return run("import", path, "--event", "fair", "--into", root, *more)

    assert bring_into(roots[0]).code == 1
    text = maps[0].read_text("utf-8")
    maps[0].write_text(text.replace(f'# same = "{answer}"', f'same = "{answer}"'), "utf-8")
    by_map = bring_into(roots[0])
    assert by_map.code == 0, by_map.err
    assert f"5 rows: {counts}" in by_map.err
    assert bring_into(roots[1], "--set", f"rows.same={answer}").code == 0
    before = hashes(roots[1])
    assert bring_into(roots[1]).code == 0, "what was answered is not asked again"
    assert hashes(roots[1]) == before

    looked = look(_prepared(roots[2], path), quiet)
    assert looked.asking
    offered = of_same_rows(looked.asking)
    assert [(one.key, one.chosen) for one in offered] == [(OPEN, True), ("same", False), ("same", False)]
    with pytest.raises(ImportProblem, match="Rows that are the same"):
        bring_prepared(_prepared(roots[2], path), quiet)
    chosen = with_same_rows(looked.asking, next(one.value for one in offered if one.value == answer))
    assert not chosen.proposal.questions
    bring_prepared(chosen, quiet)
    assert len(_ids(roots[2])) == rows
    told = [tomllib.loads(one.read_text("utf-8")) for one in maps]
    assert told[0] == told[1] == told[2]
    for one in maps:
        one.unlink()
    assert hashes(roots[0]) == hashes(roots[1]) == hashes(roots[2])


def test_each_counted_row_has_an_id_that_holds_in_a_second_import(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _LIST)
    assert bring(path, "--set", "rows.same=count").code == 0
    first = _ids(archive)
    assert len(set(first)) == 5
    aa = [id_ for id_ in first if id_.startswith("aa-")]
    assert [one.removeprefix(aa[0]) for one in aa] == ["", "-2", "-3"]
    sheet(path, _LIST.replace("Bb,", "Dd,2021-01-01,3\nBb,"))
    assert bring(path, "--force").code == 0
    assert set(first) < set(_ids(archive))


def test_long_names_leave_room_for_the_number_of_the_copy(bring: Bring, archive: Path, tmp_path: Path) -> None:
    row = f"{'Aa bb ' * 30},2020-01-02,500\n"
    assert bring(sheet(tmp_path / "list.csv", _HEAD + row * 12), "--set", "rows.same=count").code == 0
    ids = _ids(archive)
    assert len(set(ids)) == 12
    assert max(map(len, ids)) <= 80


@pytest.mark.parametrize(
    "text",
    [
        "No,Grantee,Amount (USD)\n1,Aa,5\n2,Aa,5\n3,Bb,6\n",
        "Grantee,Amount (USD),Remark\nAa,5,x\nAa,5,y\nBb,6,z\n",
    ],
)
def test_rows_that_something_tells_apart_are_no_question(take: Take, tmp_path: Path, text: str) -> None:
    found = take(sheet(tmp_path / "list.csv", text))
    assert (found.questions, found.counts.accepted) == ([], 3)


def test_rows_with_an_id_of_their_own_are_copies(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "list.csv", "ID,Project,Amount (USD)\na-1,Aa,5\na-2,Bb,6\na-1,Aa,5\n"))
    assert found.reasons() == {4: "says the same as row 2"}


def test_an_organisation_twice_is_one(take: Take, tmp_path: Path) -> None:
    found = take(sheet(tmp_path / "list.csv", "Name,Country\nAa Ltd,FR\nBb Ltd,FR\nAa Ltd,FR\n"), "organisations")
    assert found.reasons() == {4: "says the same as row 2"}


@pytest.mark.parametrize(("block", "likely"), [(4, ["leave"]), (2, [])])
def test_a_part_of_the_list_that_stands_there_twice_is_likely_a_copy(
    archive: Path, tmp_path: Path, block: int, likely: list[str]
) -> None:
    rows = [f"Mill {number},2020-01-02,{number + 1}\n" for number in range(9)]
    path = sheet(tmp_path / "list.csv", _HEAD + "".join(rows + rows[3 : 3 + block]))
    asking = look(_prepared(archive, path), quiet).asking
    assert asking
    (question,) = asking.proposal.questions
    assert [one.value for one in question.answers if one.likely] == likely
    assert of_same_rows(asking)[0].value == (likely or [""])[0]


def test_one_row_many_times_is_no_copied_part(archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _HEAD + "Aa,2020-01-02,500\n" * 9 + "Bb,2020-01-02,7\n")
    asking = look(_prepared(archive, path), quiet).asking
    assert asking
    assert not any(one.likely for one in asking.proposal.questions[0].answers)


def test_rows_that_are_refused_anyway_are_not_asked_about(take: Take, tmp_path: Path) -> None:
    found = take(
        sheet(tmp_path / "list.csv", "Project,Type,Amount (USD)\nAa,fund,5\nBb,fund,6\nTotal,,11\nTotal,,11\n")
    )
    assert (found.questions, found.counts.accepted, found.counts.aside) == ([], 2, 2)


def test_the_sums_of_the_answers_are_without_rows_that_add_up_others(archive: Path, tmp_path: Path) -> None:
    rows = "Aa,fund,Cc,DE,5\nBb,fund,Cc,DE,6\nBb,fund,Cc,DE,6\nEverything,,,,17\n"
    asking = look(_prepared(archive, sheet(tmp_path / "list.csv", f"Project,Type,Investor,Country,EUR\n{rows}")), quiet)
    assert asking.asking
    first = asking.asking.proposal.questions[0].answers[0]
    assert (first.remark, [made.value for made in first.makes]) == ("3 rows", [17])


def test_no_other_answer_is_taken(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _LIST)
    ran = bring(path, "--set", "rows.same=maybe")
    assert (ran.code, '"maybe" is not one of count leave' in ran.err) == (1, True)
    ran = bring(path, "--set", "rows.other=count")
    assert "is not known here; there are: same, keep, leave, below, headings, shared." in ran.err
    given = sheet(tmp_path / "MAP.toml", '[title]\ncolumn = "Grantee"\n[rows]\nsame = "both"\n')
    assert '"both" is not one of count leave' in bring(path, "--map", given).err
