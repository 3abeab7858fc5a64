"""What came of the deals by a field: ``list deals --by`` and ``export deals --by``. The archive is made up."""

import json
import re
from pathlib import Path

import pytest
from cq_tui.kinds.deals import Stage
from cq_tui.kinds.outcomes import OUTCOME_OF

from tests.unit.conftest import Run
from tests.unit.made import EVENT, write_archive

# id, place, stage, amount, currency, what else
MADE = [
    ("a", "North", "signed", 100, "CNY", ""),
    ("b", "North", "started", 300, "CNY", 'amount_bound = "about"\n'),
    ("c", "North", "operating", 600, "CNY", ""),
    ("d", "North", "cancelled", 50, "EUR", ""),
    ("e", "South", "pledged", 70, "EUR", ""),
    ("f", "South", "", 10, "EUR", ""),
    ("g", "South", "operating", 999, "EUR", "umbrella = true\n"),
    ("h", "", "suspended", None, "", ""),
]


@pytest.fixture
def made(tmp_path: Path) -> Path:
    deals = []
    for id_, place, stage, amount, currency, more in MADE:
        text = f'[[deals]]\nid = "{id_}"\nevent = "fair"\ntitle = {{ en = "{id_}" }}\ninstrument = "investment"\n{more}'
        text += f'place = {{ en = "{place}" }}\n' if place else ""
        text += f'stage = "{stage}"\n' if stage else ""
        text += f'amount = {amount}\ncurrency = "{currency}"\n' if amount else ""
        deals.append(text)
    return write_archive(tmp_path / "made", events=EVENT, deals="".join(deals))


def test_every_stage_has_an_outcome() -> None:
    assert set(OUTCOME_OF) == set(Stage)


def test_numbers_money_and_shares_stand_by_the_field(made: Path, run: Run) -> None:
    found = run("list", "deals", "--by", "place", "--archive", made)
    lines = [re.split("  +", line.strip()) for line in found.out.splitlines()[:4]]
    assert lines == [
        [
            "Place", "all", "pledged only", "agreed, not started", "started, not producing", "producing or completed",
            "stalled", "cancelled", "stage not stated", "known started", "known producing",
        ],
        ["North", "deals", "4", "1", "1", "1", "1", "50.0% of 4", "25.0% of 4"],
        [
            "investment", "about CNY 1,000", "CNY 100", "about CNY 300", "CNY 600",
            "90.0% of CNY 1,000", "60.0% of CNY 1,000",
        ],
        ["investment", "EUR 50", "EUR 50", "0.0% of EUR 50", "0.0% of EUR 50"],
    ]  # fmt: skip
    assert "999" not in found.out
    assert "left out: 1 umbrella" in found.err


def _rows(found: str) -> dict[tuple[str | None, str, str | None], dict[str, object]]:
    return {(one["place"], one["measure"], one["currency"]): one for one in json.loads(found)["outcomes"]}


def test_the_export_has_each_kind_of_money_and_currency_apart(made: Path, run: Run) -> None:
    rows = _rows(run("export", "deals", "--by", "place", "--format", "json", "--archive", made).out)
    assert list(rows) == [
        ("North", "deals", None),
        ("North", "investment", "CNY"),
        ("North", "investment", "EUR"),
        ("South", "deals", None),
        ("South", "investment", "EUR"),
        (None, "deals", None),
    ]
    north = rows["North", "investment", "CNY"]
    assert [north[name] for name in ("all", "agreed", "started", "producing", "inexact", "agreed_ever")] == [
        1000, 100, 300, 600, True, 1000,
    ]  # fmt: skip
    assert (north["started_percent"], north["producing_percent"], north["cancelled_percent"]) == (90, 60, 0)


def test_what_is_pledged_or_has_no_stage_is_in_no_share(made: Path, run: Run) -> None:
    south = _rows(run("export", "deals", "--by", "place", "--format", "json", "--archive", made).out)[
        "South", "deals", None
    ]
    assert [south[name] for name in ("all", "pledged", "not_stated", "agreed_ever")] == [2, 1, 1, 0]
    assert south["started_percent"] is None


def test_the_last_lines_are_of_all_deals_each_once(made: Path, run: Run) -> None:
    lines = run("list", "deals", "--by", "place", "--archive", made).out.splitlines()
    assert next(line for line in lines if line.startswith("all ")).split()[:3] == ["all", "deals", "7"]


def test_a_filter_narrows_the_figures(made: Path, run: Run) -> None:
    rows = _rows(
        run("export", "deals", "--by", "place", "--filter", "currency:CNY", "--format", "json", "--archive", made).out
    )
    assert [key[:2] for key in rows] == [("North", "deals"), ("North", "investment")]


def test_no_deal_is_no_line(made: Path, run: Run) -> None:
    assert run("list", "deals", "--by", "place", "--filter", "id=nothing", "--archive", made).out == "Place\n"


def test_figures_go_into_a_file(made: Path, tmp_path: Path, run: Run) -> None:
    target = tmp_path / "figures.csv"
    assert (
        run("export", "deals", "--by", "地点", "--archive", made, "--output", target).err
        == f"6 rows written to {target}\n"
    )
    assert target.read_bytes().startswith(b"\xef\xbb\xbfplace,measure,currency,all,pledged,agreed,")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("list", "speakers", "--by", "name"), "--by is for deals"),
        (("list", "deals", "--by", "plce"), "There is no field plce to group by. Did you mean place?"),
        (("list", "deals", "--by", "place", "--sort", "title"), "--sort is for lists"),
        (("export", "deals", "--by", "place", "--as-shown"), "--as-shown is for lists"),
        (("export", "deals", "--by", "place", "--format", "parquet"), "csv, json, md"),
        (("list", "overview", "--by", "place"), "--by is for lists"),
    ],
)
def test_what_can_t_be_is_one_line(made: Path, run: Run, arguments: tuple[str, ...], said: str) -> None:
    found = run(*arguments, "--archive", made)
    assert (found.code, found.out, found.err.count("\n")) == (2, "", 1)
    assert said in found.err


def test_a_stage_of_the_archive_s_own_is_told_as_such(tmp_path: Path, run: Run) -> None:
    stages = "".join(f'{code} = "{code}"\n' for code in ("pledged", "suspended", "cancelled", "dug"))
    deal = '[[deals]]\nid = "a"\nevent = "fair"\ntitle = { en = "a" }\nplace = { en = "North" }\nstage = "dug"\n'
    archive = write_archive(tmp_path / "own", events=EVENT, deals=deal, schema=f"[codes.stage]\n{stages}")
    found = run("list", "deals", "--by", "place", "--archive", archive)
    assert re.split("  +", found.out.splitlines()[0]) == ["Place", "all", "other stage"], found.err
    rows = _rows(run("export", "deals", "--by", "place", "--format", "json", "--archive", archive).out)
    assert (rows["North", "deals", None]["other"], rows["North", "deals", None]["agreed_ever"]) == (1, 0)
