"""Four questions that an archive of three years and four lists answers, each by a command. The archive is made up.

``tests/terminal/test_years.py`` asks the same with keys.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from cq_tui.values.today import VARIABLE

from tests.unit.conftest import Run
from tests.unit.made_years import DECIDED, TODAY, made_years, made_years_in_git


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, TODAY)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return made_years(tmp_path)


def _deals(run: Run, root: Path, text: str) -> list[dict[str, Any]]:
    ran = run("list", "deals", "--archive", root, "--filter", text, "--json")
    assert ran.code == 0, ran.err
    found: list[dict[str, Any]] = json.loads(ran.out)["deals"]
    return found


def _ids(run: Run, root: Path, text: str) -> list[str]:
    return [deal["id"] for deal in _deals(run, root, text)]


class TestWhatOfThePromisesOf2023Produces:
    def test_as_a_list(self, run: Run, root: Path) -> None:
        assert _ids(run, root, "year:2023 stage:operating") == ["rotor-works", "cold-store"]

    def test_as_figures_with_their_base(self, run: Run, root: Path) -> None:
        asked = ("--filter", "year:2023", "--by", "year", "--format", "json")
        ran = run("export", "deals", "--archive", root, *asked)
        deals, money = json.loads(ran.out)["outcomes"]
        assert (deals["agreed_ever"], deals["producing"], deals["producing_percent"]) == (4, 2, 50)
        assert (deals["cancelled"], deals["silent"], deals["silent_of"]) == (1, 1, 1)
        assert (money["agreed_ever"], money["producing"], money["producing_percent"]) == (
            3_900_000_000, 1_600_000_000, 41,
        )  # fmt: skip

    def test_what_was_promised_stays_beside_what_came(self, run: Run, root: Path) -> None:
        told = run("show", "deals", "rotor-works", "--archive", root).out
        assert "Amount: CNY 1.1 bn" in told
        assert "Promised: CNY 1.2 bn" in told
        assert "later than planned" in told


class TestWhichAreOverdue:
    def test_today(self, run: Run, root: Path) -> None:
        assert _ids(run, root, "overdue") == ["test-track"]

    def test_at_an_earlier_day_one_that_came_late_was_too(self, run: Run, root: Path) -> None:
        assert _ids(run, root, "overdue@2025-01") == ["rotor-works", "test-track"]
        assert _ids(run, root, "stage@2025-01:signed year:2023") == ["rotor-works", "test-track"]


class TestWhichFiguresSourcesDisagreeOn:
    def test_before_anything_is_decided(self, run: Run, root: Path) -> None:
        pairs = json.loads(run("check", root, "--twins", "--json").out)["twins"]
        assert [(one["deals"], "amount" in one["differ"]) for one in pairs] == [
            (["sensor-line", "sensor-line-again"], False),
            (["gear-park", "gear-park-again"], True),
        ]
        lines = run("check", root, "--twins").out.splitlines()
        place = lines.index("likely  gear-park | gear-park-again")
        assert lines[place + 2] == "  Amount: CNY 900 m | CNY 600 m"

    def test_once_it_is_decided_one_counts_and_both_figures_stand(self, run: Run, root: Path) -> None:
        before = run("list", "deals", "--archive", root, "--filter", "year:2024").err
        (root / "data" / "same.toml").write_text(DECIDED, encoding="utf-8")
        after = run("list", "deals", "--archive", root, "--filter", "year:2024").err
        assert ("investment 3.1 bn" in before, "investment 1.4 bn" in after) == (True, True)
        assert "left out: 2 told twice (investment 1.7 bn)" in after
        tellings = _deals(run, root, "has:told_twice gear")
        assert {deal["id"]: deal["amount"] for deal in tellings} == {
            "gear-park": 900_000_000,
            "gear-park-again": 600_000_000,
        }
        told = run("show", "deals", "gear-park-again", "--archive", root).out
        assert ["Amount: CNY 600 m" in told, "Amount: CNY 900 m" in told] == [True, True]
        assert "does not count: made: the ministry has seen the contract" in told
        assert json.loads(run("check", root, "--twins", "--json").out)["twins"] == []


def test_what_changed_since_last_month_s_edition(run: Run, tmp_path: Path) -> None:
    root = made_years_in_git(tmp_path / "made")
    ran = run("diff", f"{root}@HEAD", root, "--kind", "deals")
    assert ran.code == 0, ran.err
    lines = ran.out.splitlines()
    assert lines[0] == "Deals: 3 added, 1 changed, 7 the same"
    assert [line.split()[1] for line in lines if line[:1] == "+"] == ["port-terminal", "data-hall", "bus-depot"]
    changed = lines[lines.index("* rotor-works  Rotor works") :]
    assert "    Amount: CNY 1.2 bn -> CNY 1.1 bn" in changed
    assert "    Stage: signed -> operating" in changed
    found = json.loads(run("diff", f"{root}@HEAD", root, "--json").out)["kinds"]
    assert [*found] == ["deals"]
