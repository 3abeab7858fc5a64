"""A later edition of a list tells what it changes before it replaces anything: in words, as JSON, and in bounds."""

import json
from pathlib import Path

import pytest
from cq_tui.commands import import_changes

from tests.unit.conftest import Run

_HEAD = "Project,Amount (EUR),Partner,Country,Type,Stage\n"
_EARLIER = (
    "Mill,12000000,Acme GmbH,Germany,investment,signed\n"
    "Mine,30000000,Beta AG,Germany,investment,signed\n"
    "Port,5000000,Gamma SA,France,investment,signed\n"
)
_LATER = (
    "Rail,1000000,Acme GmbH,Germany,investment,signed\n"
    "Mill,14000000,Acme GmbH,Germany,investment,started\n"
    "Port,5000000,Gamma SA,France,investment,signed\n"
)
_TOLD = """\
What the list changes in data/european-visit-2025-deals-list:
Deals: 1 added, 1 gone, 1 changed, 1 the same
- mine  Mine
+ rail  Rail
* mill  Mill
    Amount: EUR 12 m -> EUR 14 m
    Amount as written: 12000000 -> 14000000
    Stage: signed -> started
  Sum of investment: EUR 47 m (3) -> EUR 20 m (3)
Organisations: 1 gone, 2 the same
- beta  Beta AG
"""


@pytest.fixture
def arguments(copy_of_archive: Path, tmp_path: Path, run: Run) -> tuple[str | Path, ...]:
    """The import of a list that is in the archive in an earlier edition."""
    path = tmp_path / "list.csv"
    path.write_text(_HEAD + _EARLIER)
    given = ("import", path, "--into", copy_of_archive, "--event", "european-visit-2025")
    first = run(*given)
    assert first.code == 0
    assert "What the list changes" not in first.err
    path.write_text(_HEAD + _LATER)
    return given


def _files(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in (root / "data").rglob("*") if path.is_file()}


def test_it_is_told_before_anything_is_replaced(
    arguments: tuple[str | Path, ...], copy_of_archive: Path, run: Run
) -> None:
    before = _files(copy_of_archive)
    refused = run(*arguments)
    assert refused.code == 1
    assert _TOLD in refused.err
    assert refused.err.index(_TOLD) < refused.err.index("--force replaces it.")
    looked = run(*arguments, "--dry-run")
    assert looked.code == 0
    assert _TOLD in looked.out
    assert _files(copy_of_archive) == before
    done = run(*arguments, "--force")
    assert done.code == 0
    assert _TOLD in done.err
    assert done.err.index(_TOLD) < done.err.index("Written: ")
    again = run(*arguments, "--force")
    assert "What the list changes" not in again.err
    assert "no file was changed" in again.err


def test_a_program_gets_the_same_as_json(arguments: tuple[str | Path, ...], run: Run) -> None:
    changes = json.loads(run(*arguments, "--dry-run", "--json").out)["changes"]
    deals = changes["deals"]
    assert [one["id"] for one in deals["added"]] == ["rail"]
    assert [one["id"] for one in deals["gone"]] == ["mine"]
    (mill,) = deals["changed"]
    assert mill["id"] == "mill"
    assert mill["fields"]["stage"] == {"old": "signed", "new": "started"}
    assert deals["sums"][0]["old"]["amount"] == 47_000_000
    run(*arguments, "--force")
    assert "changes" not in json.loads(run(*arguments, "--dry-run", "--json").out)


def test_where_a_row_stands_is_no_change(arguments: tuple[str | Path, ...], run: Run) -> None:
    path = Path(arguments[1])
    path.write_text(_HEAD + "".join(reversed(_EARLIER.splitlines(keepends=True))))
    assert "No record says anything else" in run(*arguments, "--dry-run").out


def test_on_the_way_only_the_first_are_told(
    arguments: tuple[str | Path, ...], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_changes, "_TOLD", 2)
    rows = "".join(f"Plant {number},{number}000000,Acme GmbH,Germany,investment,signed\n" for number in range(1, 6))
    Path(arguments[1]).write_text(_HEAD + rows)
    told = run(*arguments).err
    assert "Deals: 5 added, 3 gone" in told
    assert "+ and 3 more" in told
    assert "+ plant-3" not in told
    assert "+ plant-5" in run(*arguments, "--dry-run").out


def test_a_kept_column_that_comes_in_is_told_by_its_field(arguments: tuple[str | Path, ...], run: Run) -> None:
    Path(arguments[1]).write_text(
        _HEAD.replace("Stage\n", "Stage,Jobs\n") + "".join(f"{row},{7}\n" for row in _EARLIER.splitlines())
    )
    assert "    Jobs: nothing -> 7" in run(*arguments, "--dry-run").out
