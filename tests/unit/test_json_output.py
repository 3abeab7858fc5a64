"""What the commands print for programs, and a list that fits its terminal."""

import json
from pathlib import Path

import pytest
from cq_tui.commands.aligned import aligned, fitted
from cq_tui.schema.schema import Schema
from cq_tui.store.store import Store
from rich.cells import cell_len

from tests.unit.conftest import Run
from tests.unit.made import DEAL, EVENT, write_archive


def test_a_list_has_its_records_counts_and_sums(run: Run) -> None:
    found = run("list", "deals", "--json", "--filter", "amount>=10亿")
    tree = json.loads(found.out)
    assert found.err == ""
    assert list(tree) == ["deals", "count", "of", "sums", "without_amount", "left_out"]
    assert [one["id"] for one in tree["deals"]] == ["nev-credit-line", "parts-supply-order"]
    assert tree["deals"][0]["amount"] == 75_000_000_000
    assert (tree["count"], tree["of"]) == (2, 4)
    credit = {"money": "credit-line", "currency": "CNY", "amount": 75_000_000_000, "count": 1, "inexact": False}
    assert tree["sums"][0] == credit


def test_what_no_sum_counts_is_told_with_its_reason(tmp_path: Path, run: Run) -> None:
    more = 'stage = "cancelled"\namount = 5\ncurrency = "EUR"\n'
    tree = json.loads(run("list", "deals", "--json", "--archive", _made(tmp_path, DEAL + more)).out)
    assert tree["sums"] == []
    (left_out,) = tree["left_out"]
    assert (left_out["field"], left_out["value"], left_out["count"]) == ("stage", "cancelled", 1)
    assert left_out["sums"][0]["amount"] == 5


def _made(root: Path, deals: str) -> Path:
    return write_archive(root, events=EVENT, deals=deals)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_language_changes_nothing(run: Run, language: str) -> None:
    assert run("list", "speakers", "--json", "--lang", language).out == run("list", "speakers", "--json").out


def test_a_record_a_line_with_the_columns_that_are_named(run: Run) -> None:
    lines = run("list", "deals", "--jsonl", "--columns", "id,year").out.splitlines()
    assert json.loads(lines[0]) == {"id": "nev-credit-line", "year": 2025}
    assert len(lines) == 4


def test_each_kind_prints_json_that_can_be_read(run: Run, store: Store) -> None:
    schema: Schema = store.schema
    for kind in schema:
        assert len(json.loads(run("list", kind, "--json").out)[kind]) == store.total(kind)


def test_an_empty_list_is_an_empty_list(run: Run) -> None:
    assert json.loads(run("list", "deals", "--json", "--filter", "id=no").out)["deals"] == []


def test_several_records_are_shown_and_each_once(run: Run) -> None:
    found = run("show", "deals", "nev-credit-line", "parts-supply-order", "nev-credit-line")
    titles = [line for line in found.out.splitlines() if line.startswith(("Credit for", "Directed orders"))]
    assert len(titles) == 2


def test_nothing_is_shown_where_one_of_several_is_not_there(run: Run) -> None:
    found = run("show", "deals", "nev-credit-line", "nev-credit-lin")
    assert (found.code, found.out) == (1, "")
    assert "Did you mean nev-credit-line?" in found.err


def test_a_record_has_its_links_both_ways_and_its_passages(run: Run) -> None:
    (found,) = json.loads(run("show", "organisations", "citic-bank", "--json").out)["organisations"]
    parties = next(one for one in found["referred_to_by"] if (one["kind"], one["field"]) == ("deals", "parties"))
    assert (parties["count"], parties["first"][0]["id"]) == (2, "nev-credit-line")
    (deal,) = json.loads(run("show", "deals", "nev-credit-line", "--json").out)["deals"]
    assert {"field": "chain_segment", "kind": "chain", "id": "nev-industry"}.items() <= next(
        one for one in deal["links"] if one["kind"] == "chain"
    ).items()
    assert [one["id"] for one in deal["passages"]] == deal["record"]["cites"]


def test_check_tells_problems_and_what_was_stated(tmp_path: Path, run: Run) -> None:
    tree = json.loads(run("check", "--json").out)
    assert (tree["problems"], tree["records"]) == ([], 117)
    assert [one["category"] for one in tree["stated"]][-1] == "all"
    wrong = run("check", "--json", _made(tmp_path / "wrong", DEAL + 'stage = "sined"\n'))
    (problem,) = json.loads(wrong.out)["problems"]
    assert (wrong.code, problem["file"], problem["field"]) == (1, "data/deals.toml", "stage")
    schema = write_archive(tmp_path / "schema", events=EVENT, schema="[codes.x]\n")
    assert json.loads(run("check", "--json", schema).out)["problems"]


def test_keys_are_listed(run: Run) -> None:
    assert {"screen": "A list", "id": "open", "keys": "Enter", "words": "open"} in json.loads(run("keys", "--json").out)


@pytest.mark.parametrize("option", [("--json",), ("--jsonl",), ("--columns", "id")])
def test_figures_have_no_records(run: Run, option: tuple[str, ...]) -> None:
    for what in (("overview",), ("deals", "--by", "year")):
        found = run("list", *what, *option)
        assert (found.code, found.out, found.err.count("\n")) == (2, "", 1)
        assert option[0] in found.err


def test_one_of_json_and_json_lines(run: Run) -> None:
    assert run("list", "deals", "--json", "--jsonl").code == 2


def test_a_terminal_gets_lines_that_fit(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cq_tui.commands.list._width", lambda: 100)
    for language in ("zh", "en"):
        lines = run("list", "deals", "--lang", language).out.splitlines()
        assert max(map(cell_len, lines)) <= 100
        assert "…" in lines[1]


def test_words_are_cut_and_numbers_are_not() -> None:
    rows = [["名称", "Sum"], ["重庆市新能源汽车行业授信", "75,000,000,000.25"]]
    right = [False, True]
    assert list(aligned(fitted(rows, right, 28), right)) == [
        "名称                     Sum",
        "重庆市新…  75,000,000,000.25",
    ]
    assert fitted(rows, right, 200) == rows
    narrow = list(aligned(fitted(rows, right, 5), right))
    assert narrow[1].endswith("75,000,000,000.25")


def test_the_columns_of_a_list_are_those_that_are_named(run: Run) -> None:
    assert run("list", "deals", "--columns", "stage,title").out.splitlines()[0].split() == ["Stage", "Deal"]
    found = run("list", "deals", "--columns", "stag")
    assert (found.code, found.out) == (1, "")
    assert "no column stag" in found.err
