"""Lists of lots within records of JSON: what all lots say alike is said once, and each winner is one. Made up."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of

Bring = Callable[..., Ran]


def _lot(day: str, winner: str) -> dict[str, str]:
    return {"AwardDate": day, "PartyName": winner, "Code": "8"}


_LIST = [
    {"title": "Repair of lamps", "TotalAmount": 1210, "results": [_lot("2018-11-07", "ALDER, SL")]},
    {
        "title": "Cleaning", "TotalAmount": 9000,
        "results": [_lot("2019-02-11", "BIRCH, SA"), _lot("2019-02-11", "Sin dato")],
    },
    {"title": "Paper", "TotalAmount": 500, "results": [_lot("2019-03-01", "Cedar / Dune SL")]},
    {"title": "Chairs", "TotalAmount": 700, "results": [_lot("2019-03-02", "GARCÍA LÓPEZ, ANA")]},
    {
        "title": "Works", "TotalAmount": 70000,
        "results": [_lot("2019-04-05", "ELM SL"), _lot("2019-04-06", "FERN SL")],
    },
]  # fmt: skip


def _brought(bring: Bring, archive: Path, tmp_path: Path) -> tuple[Ran, list[dict[str, str]]]:
    path = tmp_path / "list.json"
    path.write_text(json.dumps(_LIST), "utf-8")
    said = ("amount.currency=EUR", "parties.separator.partner=none")
    ran = bring(path, *(one for each in said for one in ("--set", each)))
    assert ran.code == 0, ran.err
    return ran, rows_of(archive / "data/fair-deals-list/deals.csv")


def test_a_day_that_all_lots_share_is_the_day(bring: Bring, archive: Path, tmp_path: Path) -> None:
    ran, deals = _brought(bring, archive, tmp_path)
    assert [one["date"] for one in deals] == ["2018-11-07", "2019-02-11", "2019-03-01", "2019-03-02", ""]
    assert "2019-04-05; 2019-04-06" in ran.err, "two days are told"


def test_each_winner_is_one_where_no_mark_parts_names(bring: Bring, archive: Path, tmp_path: Path) -> None:
    _brought(bring, archive, tmp_path)
    there = rows_of(archive / "data/fair-deals-list/organisations.csv")
    assert {one["name_en"] for one in there} == {
        "ALDER, SL", "BIRCH, SA", "Cedar / Dune SL", "GARCÍA LÓPEZ, ANA", "ELM SL", "FERN SL",
    }  # fmt: skip


def test_numbers_that_are_the_same_stay_several(bring: Bring, tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    lots = [{"Net": "500", "PartyName": "Aa SL", "Code": "1"}, {"Net": "500", "PartyName": "Bb SL", "Code": "1"}]
    rows = [{"title": f"Works {one}", "TotalAmount": 900, "results": [lots[0]]} for one in range(3)]
    path.write_text(json.dumps([*rows, {"title": "Works", "TotalAmount": 1000, "results": lots}]), "utf-8")
    ran = bring(path, "--set", "amount.currency=EUR")
    assert "500; 500" in ran.err + ran.out
