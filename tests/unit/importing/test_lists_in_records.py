"""Lists of objects within the records of JSON: lists of their own, or columns where most hold one. Made up."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from cq_tui.importing.sources.nested import json_rows
from cq_tui.importing.sources.sheet import open_sheet

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]


def _auction(day: str, price: int, outcome: str = "archived") -> dict[str, Any]:
    return {"date": day, "price_pln": price, "outcome": outcome}


_ONE = [_auction("2025-07-10", 134000)]
_TWO = [_auction("2024-03-06", 140000), _auction("2024-09-06", 120000, "sold")]
_PLOTS = [
    {"name": "Plot Aa", "outcome": "open", "auctions": _ONE},
    {"name": "Plot Bb", "outcome": "closed", "auctions": _TWO},
    {"name": "Plot Cc", "outcome": "open", "auctions": _ONE},
    {"name": "Plot Dd", "outcome": "open", "auctions": []},
]


def _list(tmp_path: Path, tree: Any) -> Path:
    return sheet(tmp_path / "list.json", json.dumps(tree))


@pytest.mark.parametrize(
    ("tree", "name", "inner"),
    [
        ({"plots": _PLOTS}, "plots", ("plots.auctions",)),
        ({"meta": {"city": "Aa"}, "data": {"plots": _PLOTS}}, "data.plots", ("data.plots.auctions",)),
        (_PLOTS, "", ("auctions",)),
        ([{"name": "Aa", "of": {"plot": {}, "auctions": _TWO}}] * 2, "", ("of.auctions",)),
        ([{"name": "Aa", "auctions": _ONE}] * 3, "", ()),  # its members are columns
        ([{"name": "Aa", "parties": [{"org": "Bb", "role": "buyer"}, {"org": "Cc"}]}] * 2, "", ()),  # as exports
    ],
)  # fmt: skip
def test_they_are_told_and_none_is_chosen(tmp_path: Path, tree: Any, name: str, inner: tuple[str, ...]) -> None:
    found = open_sheet(_list(tmp_path, tree))
    assert (found.name, found.others, found.inner) == (name, (), inner)


@pytest.mark.parametrize(("tree", "name"), [({"plots": _PLOTS}, "plots.auctions"), (_PLOTS, "auctions")])
def test_one_is_read_by_its_name_with_what_stands_around_it(tmp_path: Path, tree: Any, name: str) -> None:
    header, *rows = open_sheet(_list(tmp_path, tree), name).rows()
    outer = "plots_outcome" if isinstance(tree, dict) else "outer_outcome"
    assert header == ["date", "price_pln", "outcome", "name", outer]
    assert rows[1:3] == [
        ["2024-03-06", "140000", "archived", "Plot Bb", "closed"],
        ["2024-09-06", "120000", "sold", "Plot Bb", "closed"],
    ]
    assert len(rows) == 4


def test_the_list_is_offered_beside_the_other(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = _list(tmp_path, {"plots": _PLOTS})
    assert "list.json, plots (other lists: plots.auctions)\n" in bring(path, "--dry-run").err
    ran = bring(path, "--sheet", "plots.auctions", "--set", "title.column=name")
    assert ran.code == 0, ran.err
    assert "list.json, plots.auctions (other lists: plots)\n" in ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert sum(int(row["amount"]) for row in rows) == 134000 * 2 + 140000 + 120000
    assert {row["currency"] for row in rows} == {"PLN"}


def test_a_list_of_json_lines_is_read_by_its_name(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.jsonl", "\n".join(map(json.dumps, _PLOTS)))
    assert "list.jsonl (other lists: auctions)\n" in bring(path, "--dry-run").err
    ran = bring(path, "--sheet", "auctions", "--set", "title.column=name")
    assert "4 rows: 4 accepted" in ran.err, ran.err


def test_members_are_columns_where_most_records_hold_one(tmp_path: Path) -> None:
    header, *rows = open_sheet(_list(tmp_path, _PLOTS)).rows()
    assert header == ["name", "outcome", "auctions_date", "auctions_price_pln", "auctions_outcome"]
    assert rows[0][2:] == ["2025-07-10", "134000", "archived"]
    assert rows[1][2:] == ["2024-03-06; 2024-09-06", "140000; 120000", "archived; sold"]
    assert rows[3][2:] == ["", "", ""]


def test_a_text_in_place_of_the_list_of_others_is_a_column(tmp_path: Path) -> None:
    links: list[Any] = [[{"title": "Aa", "url": "https://aa.example"}]] * 3 + ["To come", "", ["By post", "In print"]]
    deals = [{"name": f"Mill {at}", "links": one} for at, one in enumerate(links)]
    header, *rows = open_sheet(_list(tmp_path, deals)).rows()
    assert header == ["name", "links_title", "links_url", "links"]
    assert rows[0] == ["Mill 0", "Aa", "https://aa.example", ""]
    assert [row[3] for row in rows[3:]] == ["To come", "", "By post; In print"]


def test_several_amounts_of_a_record_are_none(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran = bring(_list(tmp_path, _PLOTS))
    assert ran.code == 0, ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert [row["amount"] for row in rows] == ["134000", "", "134000", ""]


def test_what_is_no_column_is_not_the_likely_title(look: Bring, tmp_path: Path) -> None:
    plots = [{"key": f"p{n}", "auctions": [_auction(f"2024-0{n}-06", 140000 + n), *_TWO]} for n in range(1, 6)]
    ran = look(_list(tmp_path, plots))
    offered = [line for line in ran.err.splitlines() if "title.column=auctions" in line]
    assert offered, ran.err
    assert "likely" not in offered[0]


def test_what_an_export_writes_is_read_as_it_is(tmp_path: Path) -> None:
    deals = [{"title": "Mill", "parties": [{"org": "aa", "role": "buyer"}]}] * 3
    header, *rows = open_sheet(_list(tmp_path, deals)).rows()
    assert (header, rows[0]) == (["title", "parties"], ["Mill", "aa:buyer"])


def test_members_are_columns_of_parquet_too(tmp_path: Path) -> None:
    path = tmp_path / "list.parquet"
    one = "[{'date': DATE '2025-07-10', 'price': 134000}]"
    rows = f"SELECT 'Plot ' || n AS name, {one} AS auctions FROM range(3) AS numbers(n)"
    duckdb.connect().execute(f"COPY ({rows}) TO '{path}' (FORMAT parquet)")
    header, *found = open_sheet(path).rows()
    assert (header, found[2]) == (["name", "auctions_date", "auctions_price"], ["Plot 2", "2025-07-10", "134000"])


def test_a_list_of_objects_is_no_party_and_no_amount(bring: Bring, tmp_path: Path) -> None:
    spent = [
        {"年度": "2021", "支出先": "某某株式会社", "支出額": 3},
        {"年度": "2021", "支出先": "別別大学", "支出額": 4},
    ]
    budget = [{"年度": "2020", "当初": 5, "計": 5}, {"年度": "2021", "当初": 6, "計": 6}]
    tree = [
        {"事業名": f"事業{n}", "府省庁": "某省", "予算": budget, "支出先": spent, "契約日": "2021-04-01"}
        for n in range(3)
    ]
    told = bring(_list(tmp_path, tree), "--dry-run").err
    assert (
        "支出先: its cells hold lists of things with several values each; --sheet '支出先' makes each a record" in told
    )
    assert "recipient" not in told.partition("Where that is not right")[0]
    assert "amount.column=予算" not in told
    inner = bring(_list(tmp_path, tree), "--dry-run", "--sheet", "支出先").err
    assert 'recipient = "支出先"' in inner
    assert 'column = "支出額"' in inner


def test_a_member_that_is_an_object_in_some_records_alone(tmp_path: Path) -> None:
    uneven = [
        {"name": "Aa", "held": {"rounds": [{"date": "2024-01-02", "sum": 5}, {"date": "2024-02-02", "sum": 6}]}},
        {"name": "Bb", "held": ["none"]},
        {"name": "Cc", "held": {"rounds": [{"date": "2024-03-02", "sum": 7}]}},
    ]
    path = sheet(tmp_path / "list.json", json.dumps({"items": uneven}))
    assert [row[1] for row in json_rows(path, "items.held.rounds").rows] == ["sum", "5", "6", "7"]
