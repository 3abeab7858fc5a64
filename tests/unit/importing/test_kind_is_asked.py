"""A list that reads like another kind than deals is not taken for deals unless somebody says so. Lists are made."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]


@pytest.fixture
def bring(run: Run, archive: Path) -> Bring:
    """Runs ``cq-tui import`` as who says no kind."""
    return lambda path, *more: run("import", path, "--event", "fair", "--into", archive, *more)


_EXHIBITORS = "name,hall,booth,website\n" + "".join(
    f"Aa{n} Ltd,Hall {n % 3},B{n},https://aa{n}.example\n" for n in range(6)
)
_DEALS = "Project,Investor,Amount (EUR)\nMill,Aa GmbH,500\nMine,Bb SpA,700\n"


def test_it_ends_with_the_question_and_writes_nothing(bring: Bring, archive: Path, tmp_path: Path) -> None:
    before = sorted(archive.rglob("*"))
    ran = bring(sheet(tmp_path / "list.csv", _EXHIBITORS))
    assert ran.code == 1
    assert "    --kind organisations  # likely\n    --kind deals\n" in ran.err
    assert "Say which kind the records are of: --kind organisations, --kind deals." in ran.err
    assert sorted(archive.rglob("*")) == before


@pytest.mark.parametrize("kind", ["organisations", "deals"])
def test_either_answer_is_taken(bring: Bring, archive: Path, tmp_path: Path, kind: str) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _EXHIBITORS), "--kind", kind)
    assert "6 accepted" in ran.err
    assert (archive / f"data/fair-{kind}-list/{kind}.csv").is_file()


def test_it_is_not_asked_again_of_a_list_that_was_taken(bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _EXHIBITORS)
    bring(path, "--kind", "deals")
    assert "6 accepted" in bring(path, "--force").err
    assert "6 accepted" in bring(path, "--force", "--set", "hall=skip").err


def test_a_program_gets_what_was_recognised(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _EXHIBITORS), "--dry-run", "--json")
    assert ran.code == 1
    assert "--kind organisations, --kind deals." in ran.err
    told = json.loads(ran.out)
    assert "OWN_ROWS" in json.dumps(told["noticed"])


def test_a_list_of_deals_needs_no_kind(bring: Bring, tmp_path: Path) -> None:
    assert "2 accepted" in bring(sheet(tmp_path / "list.csv", _DEALS)).err
