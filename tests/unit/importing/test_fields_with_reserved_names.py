"""Fields of an own kind may be called as MAP.toml calls something else: a needed one is found, or asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.maps.mapping import RESERVED

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]


@pytest.fixture
def booths(archive: Path) -> Callable[[str], Path]:
    """An archive of booths, each with a needed field of a name."""

    def made(name: str) -> Path:
        (archive / "data" / "schema.toml").write_text(
            '[kinds.booths]\nlabel = { zh = "展位", en = "Booths" }\n'
            f'[fields.booths.{name}]\nlabel = {{ zh = "特色", en = "Special" }}\ntype = "string"\nrequired = true\n',
            "utf-8",
        )
        return archive

    return made


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_a_needed_field_is_taken_from_its_column(
    bring: Bring, booths: Callable[[str], Path], tmp_path: Path, name: str
) -> None:
    root = booths(name)
    path = sheet(tmp_path / "list.csv", "Name,Special\nHall 1,red\nHall 2,blue\n")
    ran = bring(path, "--kind", "booths")
    assert ran.code == 0, ran.err
    (made,) = root.glob("data/*/booths.csv")
    assert [row[name] for row in rows_of(made)] == ["red", "blue"]
    (map_,) = root.glob("imports/*/MAP.toml")
    assert f"[fields.{name}]" in map_.read_text("utf-8")
    assert bring(path, "--kind", "booths", "--map", str(map_)).code == 0, "the saved map is read again"


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_where_no_column_says_it_the_answer_offered_answers_it(
    bring: Bring, booths: Callable[[str], Path], tmp_path: Path, name: str
) -> None:
    root = booths(name)
    path = sheet(tmp_path / "list.csv", "Name,Colour\nHall 1,red\nHall 2,blue\n")
    asked = bring(path, "--kind", "booths")
    assert asked.code == 1
    assert f"--set fields.{name}.column=Colour" in asked.err
    answered = bring(path, "--kind", "booths", "--set", f"fields.{name}.column=Colour")
    assert answered.code == 0, answered.err
    (made,) = root.glob("data/*/booths.csv")
    assert [row[name] for row in rows_of(made)] == ["red", "blue"]


def test_the_bare_name_says_how_it_is_written(bring: Bring, booths: Callable[[str], Path], tmp_path: Path) -> None:
    booths("header")
    path = sheet(tmp_path / "list.csv", "Name,Colour\nHall 1,red\n")
    ran = bring(path, "--kind", "booths", "--set", "header.column=Colour")
    assert ran.code != 0
    assert "write fields.header" in ran.err


def test_a_wrong_key_of_such_a_table_is_named_with_its_line(
    bring: Bring, booths: Callable[[str], Path], tmp_path: Path
) -> None:
    booths("header")
    path = sheet(tmp_path / "list.csv", "Name,Colour\nHall 1,red\n")
    map_ = sheet(
        tmp_path / "MAP.toml", 'kind = "booths"\n[name]\ncolumn = "Name"\n[fields.header]\ncolums = "Colour"\n'
    )
    ran = bring(path, "--kind", "booths", "--map", str(map_))
    assert ran.code != 0
    assert "MAP.toml:5: fields.header.colums: is not known here" in ran.err
