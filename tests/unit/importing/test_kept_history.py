"""The figures of an earlier edition of a list stay as history where that is asked for. Everything here is made up."""

import json
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from cq_tui.archive.over_time import RULE, HistoryEntry
from cq_tui.commands.common import open_store
from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.kept_history import Days, Edition, days
from cq_tui.values.codes import Precision

from tests.unit.conftest import Run

_HEAD = "id,title,date,stage,amount,currency\n"
_FIRST = (
    "mill,Mill,2023-05-18,signed,12000000,EUR\n"
    "mine,Mine,,signed,5000000,EUR\n"
    "port,Port,2023-05-19,signed,7000000,EUR\n"
    "rail,Rail,2023-05-19,signed,1000000,EUR\n"
    "silo,Silo,2023-05-19,signed,1000000,EUR\n"
)
_SECOND = (
    "mine,Mine,,started,5000000,EUR\n"
    "mill,Mill,2023-05-18,signed,11000000,EUR\n"
    "port,Port,2023-05-19,cancelled,7000000,EUR\n"
    "rail,Rail,2023-05-19,signed,1000000,EUR\n"
)
_THIRD = _SECOND.replace("11000000", "9000000").replace("rail,Rail,2023-05-19,signed", "rail,Rail,2023-05-19,started")


class Editions:
    """A list that is imported again and again, each time on another day."""

    def __init__(self, run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.run, self.archive, self._monkeypatch = run, archive, monkeypatch
        self.path = archive.parent / "list.csv"

    def take(self, day: str, text: str, *more: str) -> Any:
        self._monkeypatch.setenv("CQ_TUI_TODAY", day)
        self.path.write_text(_HEAD + text, encoding="utf-8")
        return self.run("import", self.path, "--into", self.archive, *more)

    def files(self) -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in self.archive.rglob("*") if path.is_file()}

    def told(self) -> dict[str, list[tuple[str, str | None, int | None]]]:
        return {deal.id: [(one.date, one.stage and str(one.stage), one.amount and int(one.amount))
                          for one in getattr(deal, "history", ())]
                for deal in open_store(self.archive).records("deals")}  # fmt: skip


@pytest.fixture
def editions(run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch) -> Editions:
    found = Editions(run, archive, monkeypatch)
    assert found.take("2024-01-31", _FIRST).code == 0
    return found


def test_figures_of_three_editions_stand_in_the_history(editions: Editions) -> None:
    ran = editions.take("2025-06-30", _SECOND, "--force", "--keep-history")
    assert ran.code == 0, ran.err
    assert "3 deals keep their earlier figures." in ran.err
    assert ran.err.index("3 deals keep") < ran.err.index("Written: ")
    assert "- silo  Silo" in ran.err, "a deal that is gone is told"
    assert editions.told() == {
        "mine": [("2024-01-31", "signed", 5000000), ("2025-06-30", "started", None)],
        "mill": [("2023-05-18", "signed", 12000000), ("2025-06-30", None, 11000000)],
        "port": [("2023-05-19", "signed", 7000000), ("2025-06-30", "cancelled", None)],
        "rail": [],
    }
    assert editions.run("check", editions.archive).code == 0
    left = editions.run("list", "deals", "--archive", editions.archive, "--filter", "port").err
    assert "1 cancelled" in left, "signed, then cancelled: no sum counts it"

    before = editions.files()
    again = editions.take("2025-07-15", _SECOND, "--keep-history")
    assert "no file was changed" in again.err
    assert editions.files() == before

    later = editions.take("2025-12-31", _THIRD, "--force", "--keep-history")
    assert "4 deals keep their earlier figures." in later.err, "two of them those that were kept before"
    assert editions.told() == {
        "mine": [("2024-01-31", "signed", 5000000), ("2025-06-30", "started", None)],
        "mill": [("2023-05-18", "signed", 12000000), ("2025-06-30", None, 11000000), ("2025-12-31", None, 9000000)],
        "port": [("2023-05-19", "signed", 7000000), ("2025-06-30", "cancelled", None)],
        "rail": [("2023-05-19", "signed", 1000000), ("2025-12-31", "started", None)],
    }
    notes = [one.note.en for deal in open_store(editions.archive).records("deals") if deal.id == "mill"
             for one in getattr(deal, "history", ())]  # fmt: skip
    assert notes[:2] == ["Figure of the earlier edition (list.csv)", "Figure of the edition of 2025-06-30 (list.csv)"]


def test_nothing_is_written_by_a_look_and_nothing_kept_unasked(editions: Editions) -> None:
    before = editions.files()
    looked = editions.take("2025-06-30", _SECOND, "--dry-run", "--keep-history")
    assert "3 deals keep their earlier figures." in looked.out
    assert "History: nothing -> 2024-01-31 signed EUR 5 m" in looked.out
    found = json.loads(editions.take("2025-06-30", _SECOND, "--dry-run", "--json", "--keep-history").out)
    assert "history" in found["changes"]["deals"]["changed"][0]["fields"]
    assert editions.take("2025-06-30", _SECOND, "--keep-history").code == 1, "it takes --force to replace anything"
    assert editions.files() == before
    assert "keep" not in editions.take("2025-06-30", _SECOND, "--force").err
    assert open_store(editions.archive).kind("deals").history is None


def test_what_was_kept_is_taken_back_with_its_import(editions: Editions) -> None:
    editions.take("2025-06-30", _SECOND, "--force", "--keep-history")
    assert editions.run("import", "--undo", "list.csv", "--into", editions.archive).code == 0
    store = open_store(editions.archive)
    assert (store.totals["deals"], store.kind("deals").history) == (0, None)


def test_days_can_be_told_and_are_asked_for_where_none_is_known(editions: Editions) -> None:
    next(editions.archive.glob("imports/*/import.toml")).unlink()
    ran = editions.take("2025-06-30", _SECOND, "--force", "--keep-history")
    assert ran.code == 1
    assert "No day is known of the earlier edition of list.csv" in ran.err
    assert editions.take("2025-06-30", _SECOND, "--force", "--keep-history", "2024-05..2025-03-01").code == 0
    told = editions.told()
    assert [one[0] for one in told["mine"]] == ["2024-05", "2025-03-01"]
    assert [one[0] for one in told["mill"]] == ["2023-05-18", "2025-03-01"], "a deal has a day of its own"


@pytest.mark.parametrize("given", ["soon", "2025-02-30", "2025-06..2025-05", "2025-05-01..x"])
def test_what_is_no_day_is_refused(editions: Editions, given: str) -> None:
    ran = editions.take("2025-06-30", _SECOND, "--force", "--keep-history", given)
    assert ran.code == 2
    assert given in ran.err


def test_other_kinds_keep_none(editions: Editions) -> None:
    editions.path.write_text("name,type\nAcme GmbH,company\n")
    ran = editions.run("import", editions.path, "--into", editions.archive, "--kind", "organisations", "--keep-history")
    assert ran.code == 1
    assert "A history is kept of deals alone." in ran.err


def _deal(stage: str | None, amount: int | None = None, *entries: HistoryEntry) -> Any:
    own = RULE.stage(stage, entries)
    money = (amount, "EUR" if amount else None) if amount or not entries else RULE.money(entries)
    return SimpleNamespace(id="x", date=None, stage=own, amount=money[0], currency=money[1], history=entries)


def _entry(day: str, stage: str | None = None, amount: int | None = None, **more: Any) -> HistoryEntry:
    return HistoryEntry(date=day, stage=stage, amount=amount, currency="EUR" if amount else None, **more)


def _told(old: Any, new: Any, monkeypatch: pytest.MonkeyPatch, **known: str) -> list[tuple[Any, ...]]:
    monkeypatch.setenv("CQ_TUI_TODAY", "2025-06-30")
    edition = Edition("list.csv", "list-r", Days(), known.get("taken", "2024-01-31"))
    found = edition.history(old, new)
    RULE.check(found)
    return [(one.date, one.stage and str(one.stage), one.amount, bool(one.planned), one.cites) for one in found]


def test_what_the_later_list_tells_itself_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    old = _deal(None, None, _entry("2023-05-18", "signed"), _entry("2024-12", "operating", planned=True))
    new = _deal(None, None, _entry("2023-05-18", "signed"), _entry("2025-03", "operating"))
    assert _told(old, new, monkeypatch) == [
        ("2023-05-18", "signed", None, False, ()),
        ("2025-03", "operating", None, False, ()),
    ]


def test_a_plan_that_lies_ahead_stays_behind_the_latest_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    old = _deal("signed", 5, _entry("2027", "operating", planned=True, note={"en": "told"}))
    assert _told(old, _deal("started", 5), monkeypatch) == [
        ("2024-01-31", "signed", 5, False, ()),
        ("2025-06-30", "started", None, False, ()),
        ("2027", "operating", None, True, ()),
    ]


def test_the_latest_figure_is_told_last_whatever_the_clock_says(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = _entry("2026-01", "cancelled", cites=["list-r2", "p-1"])
    old = _deal("cancelled", None, _entry("2023-05", "signed"), ended)
    told = _told(old, _deal("signed"), monkeypatch)
    assert told[-1] == ("2026-01", "signed", None, False, ())
    assert told[-2] == ("2026-01", "cancelled", None, False, ("p-1",)), "passages of the list are made anew"


def test_no_more_of_a_day_is_told_than_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    for precision, known in ((Precision.YEAR, "2023"), (Precision.MONTH, "2023-01"), (Precision.DAY, "2023-01-01")):
        old = _deal("signed", 5)
        old.date, old.date_precision = date(2023, 1, 1), precision
        assert _told(old, _deal("started", 5), monkeypatch)[0][0] == known


def test_a_day_is_needed_only_where_a_figure_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _told(_deal("signed", 5), _deal("signed", 5), monkeypatch, taken="") == []
    with pytest.raises(ImportProblem, match="No day is known"):
        _told(_deal("signed", 5), _deal("started", 5), monkeypatch, taken="")


def test_days_of_both_editions() -> None:
    assert days("") == Days()
    assert days("2025-05-31") == Days("2025-05-31")
    assert days("..2025-06") == Days("", "2025-06")
    assert days("2025..2025-06") == Days("2025", "2025-06")
    assert days("2025-06-31") is None
