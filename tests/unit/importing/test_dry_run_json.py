"""``import --dry-run --json``: what a program needs to know of a list before it is taken, in a shape that stays."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.unit.conftest import Run

LIST = (
    "Project,Investor,Amount (EUR million),Date,Type,Sponsor rating\n"
    'Mill,"Siemens AG",5,2025-01-02,investment,a\n'
    "Bridge,SIEMENS AG,7.5,2025-03,fund,b\n"
    "Tower,西南铝,x,2025-03-01,fund,b\n"
    "Gate,西南铝,1,2025-01-02,fund,b,7,8\n"
    "Total,,12.5,,,\n"
)
TOP = [
    "file", "kind", "sheet", "other_sheets", "encoding", "header", "columns", "noticed", "map", "map_given", "fields",
    "set_aside", "questions", "others", "absent", "left_out", "passed_over", "not_taken", "organisations", "counts",
    "refused", "remarks", "first",
]  # fmt: skip
FIELD = [
    "field", "columns", "source", "likely", "evidence", "becomes", "read", "unread", "different", "values", "span",
    "sums", "parties", "doubts",
]  # fmt: skip


@pytest.fixture
def dry(run: Run, archive: Path, tmp_path: Path):  # type: ignore[no-untyped-def]
    def asked(text: str, *more: str, code: int = 0) -> Any:
        path = tmp_path / f"list-{len(text)}.csv"
        path.write_text(text, "utf-8")
        ran = run("import", path, "--into", archive, "--event", "fair", "--dry-run", "--json", *more)
        assert ran.code == code
        assert ran.err.count("\n") == code
        return json.loads(ran.out)

    return asked


def by_field(tree: Any) -> dict[str, Any]:
    return {one["field"]: one for one in tree["fields"]}


def test_the_shape_is_the_documented_one(dry) -> None:  # type: ignore[no-untyped-def]
    for tree in (dry(LIST), dry("Project,Amount\nMill,5\n", code=1)):
        assert sorted(tree) == sorted(TOP)
        assert all(list(one) == FIELD for one in tree["fields"])
    page = (Path(__file__).parents[3] / "docs" / "command-line.md").read_text("utf-8")
    assert [name for name in (*TOP, *FIELD) if f'"{name}"' not in page] == []


def test_fields_say_what_they_come_from_why_and_what_they_hold(dry) -> None:  # type: ignore[no-untyped-def]
    fields = by_field(dry(LIST))
    amount = fields["amount"]
    assert amount["source"] == {"column": ["Amount (EUR million)"], "unit": "million", "currency": "EUR"}
    assert {"KNOWN_WORD", "HEADER_COUNTS"} <= {one["code"] for one in amount["evidence"]}
    assert (amount["read"], amount["unread"]) == (2, 1)
    assert amount["sums"] == [
        {"currency": "EUR", "rows": 2, "amount": 12_500_000, "smallest": 5_000_000, "middle": 5_000_000,
         "largest": 7_500_000, "below_zero": 0}
    ]  # fmt: skip
    assert fields["date"]["span"] == ["2025-01-02", "2025-03", "2025-03-01"]
    assert fields["instrument"]["values"] == [{"value": "fund", "rows": 2}, {"value": "investment", "rows": 1}]
    assert fields["event"]["source"] == {"constant": "fair"}
    assert fields["sponsor_rating"]["becomes"] == "string"


def test_every_row_is_counted_and_what_was_not_read_has_its_reason(dry) -> None:  # type: ignore[no-untyped-def]
    tree = dry(LIST)
    wanted = {"lines": 6, "rows": 5, "accepted": 3, "remarked": 1, "refused": 1, "aside": 1}
    assert wanted.items() <= tree["counts"].items()
    assert {(one["row"], one["code"]) for one in tree["refused"]} == {(5, "TOO_MANY_CELLS"), (6, "TOTALS")}
    (remark,) = tree["remarks"]
    assert (remark["row"], remark["column"], remark["value"]) == (4, "Amount (EUR million)", "x")
    assert remark["code"] == "NOT_A_NUMBER"
    assert [one["id"] for one in tree["first"]] == ["mill", "bridge", "tower"]
    organisations = tree["organisations"]
    assert (organisations["known"], organisations["new"]) == (1, 1)
    assert organisations["together"] == [{"name": "SIEMENS AG", "id": "siemens"}]


def test_a_question_is_answered_by_what_it_offers(dry, archive: Path) -> None:  # type: ignore[no-untyped-def]
    text = "Project,Amount\nMill,5\nBridge,7\n"
    tree = dry(text, code=1)
    (question,) = tree["questions"]
    assert (question["field"], question["code"], question["none"]) == ("amount", "NO_CURRENCY", "amount=")
    assert tree["counts"] is None
    euro = next(one for one in question["answers"] if one["set"] == ["amount.currency=EUR"])
    assert euro["makes"][0] == {"cell": "5", "value": 5, "currency": "EUR"}
    answered = dry(text, "--set", *euro["set"])
    assert answered["questions"] == []
    assert by_field(answered)["amount"]["sums"][0]["currency"] == "EUR"
    assert by_field(dry(text, "--set", question["none"])).keys().isdisjoint({"amount"})
    assert {one.name for one in (archive / "data").iterdir()} == {"events.toml", "organisations.toml"}


def test_codes_do_not_change_with_the_language(dry) -> None:  # type: ignore[no-untyped-def]
    def without_messages(tree: Any) -> Any:
        if isinstance(tree, dict):
            return {key: without_messages(one) for key, one in tree.items() if key != "message"}
        return [without_messages(one) for one in tree] if isinstance(tree, list) else tree

    dry(LIST)  # which saves the mapping
    english, chinese = dry(LIST), dry(LIST, "--lang", "zh")
    assert english != chinese
    assert without_messages(english) == without_messages(chinese)


def test_where_no_row_is_accepted_all_is_told_and_the_exit_code_is_1(dry) -> None:  # type: ignore[no-untyped-def]
    tree = dry("Project,Amount (EUR),Investor\nTotal,5,\nTotal,6,\n", code=1)
    assert (tree["counts"]["accepted"], len(tree["refused"]), tree["first"]) == (0, 2, [])


def test_a_list_that_can_t_be_read_is_one_line(run: Run, archive: Path, tmp_path: Path) -> None:
    for text in ("", "no header at all\n", "{", "[1, 2]", "null"):
        path = tmp_path / ("list.csv" if text[:1].isalpha() and text != "null" else "list.json")
        path.write_text(text, "utf-8")
        ran = run("import", path, "--into", archive, "--dry-run", "--json")
        assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)


def test_names_of_values_that_mean_nothing_known_are_asked_about(run: Run, archive: Path, tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text('{"a": {"b": 1}}', "utf-8")
    ran = run("import", tmp_path / "list.json", "--into", archive, "--dry-run", "--json")
    assert ran.code == 1
    tree = json.loads(ran.out)
    assert (tree["columns"], [one["field"] for one in tree["questions"]][-1:]) == (["a_b"], ["title"])


def test_it_is_for_a_dry_run_alone(run: Run, archive: Path, tmp_path: Path) -> None:
    ran = run("import", tmp_path / "list.csv", "--into", archive, "--json")
    assert (ran.code, ran.out) == (2, "")


def test_it_reads_a_pipe(run: Run, archive: Path) -> None:
    reads, writes = os.pipe()
    os.write(writes, LIST.encode())
    os.close(writes)
    ran = run("import", f"/dev/fd/{reads}", "--name", "from-pipe.csv", "--into", archive, "--dry-run", "--json")
    os.close(reads)
    assert json.loads(ran.out)["file"] == "from-pipe.csv"
