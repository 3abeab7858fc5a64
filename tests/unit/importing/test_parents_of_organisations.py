"""A list of organisations may name parents that are no rows of it: they are written, too, and the archive opens."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
LIST = (
    "name,website,country,{parent}\n"
    "Alvora Labs,https://alvora.example,Germany,Brindle Group\n"
    "Corvane,https://corvane.example,France,\n"
    "Delmar Optics,https://delmar.example,Canada,Corvane\n"
    "Estrel,https://estrel.example,Spain,{last}\n"
)


@pytest.mark.parametrize(
    ("parent", "last", "parents"),
    [
        ("parent company", "Brindle Group", ["brindle-group", "", "corvane", "brindle-group"]),
        ("further parents", "Brindle Group; Corvane", ["brindle-group", "", "corvane", "brindle-group; corvane"]),
    ],
)
def test_a_parent_that_is_no_row_is_written(
    bring: Bring, run: Run, archive: Path, tmp_path: Path, parent: str, last: str, parents: list[str]
) -> None:
    path = sheet(tmp_path / "firms.csv", LIST.format(parent=parent, last=last))
    ran = bring(
        path, "--kind", "organisations", "--set", f"{parent.replace(' company', '').replace(' ', '_')}.column={parent}"
    )
    assert ran.code == 0, ran.err
    assert "Organisations: 0 known, 1 new" in ran.err, "one that is a row of the list is no newcomer"
    (folder,) = archive.glob("data/*firms*")
    rows = rows_of(folder / "organisations.csv")
    field = "parent" if "company" in parent else "further_parents"
    assert [row["id"] for row in rows] == ["alvora-labs", "corvane", "delmar-optics", "estrel", "brindle-group"]
    assert [row[field] for row in rows] == [*parents, ""]
    assert rows[-1]["name_en"] == "Brindle Group"
    assert run("check", archive).code == 0
    undone = run("import", "--undo", "firms.csv", "--into", archive)
    assert undone.code == 0, undone.err
    assert not folder.exists()
    assert run("check", archive).code == 0
