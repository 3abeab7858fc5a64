"""How a history is read: what follows from it, and what can't be one."""

from pathlib import Path

import pytest
from cq_tui.store.open_archive import open_archive

from tests.unit.made import DEAL, EVENT, problems, write_archive

HEADER = "id,title_en,event,stage,amount,currency,history\n"


def _deal(tmp_path: Path, history: str, more: str = "") -> tuple[str, int | None, str]:
    """The stage and the amount of a deal with a history, the same from TOML and from CSV, and how often it counts."""
    root = write_archive(tmp_path, events=EVENT, deals=f"{DEAL}{more}history = [{history}]\n")
    opened = open_archive(root)
    assert opened.problems == []
    (deal,) = opened.store.archive.records("deals")
    asked = opened.store.ask("SELECT stage, amount::BIGINT, currency FROM deals")
    given = (getattr(deal, "stage", None), getattr(deal, "amount", None), getattr(deal, "currency", None))
    assert asked == [given]
    return asked[0]


SIGNED = '{ date = "2023", stage = "signed", amount = 5, currency = "EUR" }'
MORE = '{ date = "2024-02", amount = 7, currency = "CNY" }'
RUNS = '{ date = 2025-03-01, stage = "operating" }'
CANCELLED = '{ date = "2025-06", stage = "cancelled" }'
PLAN = '{ date = "2026", stage = "completed", amount = 9, currency = "CNY", planned = true }'
ORDER = "history: 2023 stands behind 2025-03-01; entries stand in the order of time"
MONEY = "history.0: amount and currency go together: give both, or neither when the amount is not stated"
UNSAID = "history.0: a planned entry says which stage is planned"
NO_STAGE = (
    'history.0.stage: "sold" is not one of pledged, planned, committed, signed, approved, started, implementing, '
    "operating, completed, realised, suspended, cancelled."
)


@pytest.mark.parametrize(
    ("history", "more", "expected"),
    [
        ("", "", (None, None, None)),
        (SIGNED, "", ("signed", 5, "EUR")),
        (f"{SIGNED}, {MORE}", "", ("signed", 7, "CNY")),
        (f"{SIGNED}, {MORE}, {RUNS}", "", ("operating", 7, "CNY")),
        (f"{SIGNED}, {RUNS}, {PLAN}", "", ("operating", 5, "EUR")),
        (f"{SIGNED}, {RUNS}, {CANCELLED}", "", ("cancelled", 5, "EUR")),
        (f"{SIGNED}, {RUNS}", 'stage = "suspended"\n', ("suspended", 5, "EUR")),
        (f"{SIGNED}, {RUNS}", 'amount = 6\ncurrency = "USD"\n', ("operating", 6, "USD")),
        (f"{SIGNED}, {CANCELLED}", 'stage = "signed"\n', ("cancelled", 5, "EUR")),
        (PLAN, "", (None, None, None)),
    ],
)
def test_what_follows(
    tmp_path: Path, history: str, more: str, expected: tuple[str | None, int | None, str | None]
) -> None:
    assert _deal(tmp_path, history, more) == expected


@pytest.mark.parametrize("cell", ["2023:signed:5:EUR::::", "2023:signed:5:EUR::::; 2024-02::7:CNY::::"])
def test_a_cell_of_csv_holds_the_entries(tmp_path: Path, cell: str) -> None:
    root = write_archive(tmp_path, events=EVENT)
    (root / "data" / "deals.csv").write_text(f"{HEADER}mill,Mill,fair,,,,{cell}\n")
    opened = open_archive(root)
    assert opened.problems == []
    found = opened.store.ask("SELECT stage, amount::BIGINT, currency FROM deals")
    assert found == [("signed", 5, "EUR") if ";" not in cell else ("signed", 7, "CNY")]


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        (f"{RUNS}, {SIGNED}", ORDER),
        (f'{RUNS}, {{ date = "2025" }}, {SIGNED}', ORDER),
        ('{ date = "2023", amount = 5 }', MONEY),
        ('{ date = "2023", planned = true }', UNSAID),
        ('{ date = "May 2023" }', 'history.0.date: "May 2023" is not a date: 2025, 2025-11 or 2025-11-19'),
        ('{ date = "2023-02-30" }', 'history.0.date: "2023-02-30" is not a day of the calendar'),
        ('{ stage = "signed" }', "history.0.date: is missing; every deal needs it"),
        ('{ date = "2023", stage = "sold" }', NO_STAGE),
        ('{ date = "2023", cites = ["nowhere"] }', "history.0.cites.0: there is no nowhere in passages."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, history: str, expected: str) -> None:
    assert problems(tmp_path, deals=f"{DEAL}history = [\n  {history},\n]\n") == [f"data/deals.toml:6: {expected}"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2025-03-01:operating::::::; 2023:signed::::::", ORDER),
        ("2023:signed:5:::::", MONEY),
        ("2023::::true:::", UNSAID),
        ("2023-02-30:signed::::::", 'history.0.date: "2023-02-30" is not a day of the calendar'),
        ("2023:::::::nowhere", "history.0.cites: there is no nowhere in passages."),
    ],
)  # fmt: skip
def test_a_table_is_judged_by_the_same_rules(tmp_path: Path, cell: str, expected: str) -> None:
    root = write_archive(tmp_path, events=EVENT)
    (root / "data" / "deals.csv").write_text(f"{HEADER}mill,Mill,fair,,,,{cell}\n")
    assert list(map(str, open_archive(root).problems)) == [f"data/deals.csv:2: {expected}"]


def test_a_word_that_an_archive_has_taken_stays_its_own(tmp_path: Path) -> None:
    own = '[fields.deals.history]\nlabel = { zh = "故事", en = "Story" }\ntype = "text"\n'
    root = write_archive(tmp_path, events=EVENT, deals=f'{DEAL}history = {{ en = "long" }}\n')
    (root / "data" / "schema.toml").write_text(own, encoding="utf-8")
    opened = open_archive(root)
    assert opened.problems == []
    assert opened.store.kind("deals").history is None


@pytest.mark.parametrize("name", ["overdue", "since", "last_told"])
def test_a_name_that_follows_gives_way_to_a_field_of_the_archive(tmp_path: Path, name: str) -> None:
    own = f'[fields.deals.{name}]\nlabel = {{ zh = "自有", en = "Own" }}\ntype = "string"\n'
    root = write_archive(tmp_path, events=EVENT, deals=f'{DEAL}{name} = "long"\nhistory = [{SIGNED}]\n')
    (root / "data" / "schema.toml").write_text(own, encoding="utf-8")
    opened = open_archive(root)
    assert opened.problems == []
    assert opened.store.kind("deals").asked_by_name[name].shown.own
