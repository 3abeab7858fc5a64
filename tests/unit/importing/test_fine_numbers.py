"""Numbers with many decimals, coordinates and computed figures, are numbers whose digits stay as they are. Made up."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import rows_of, sheet
from tests.unit.importing.test_own_columns import declared

Bring = Callable[..., Ran]
_LIST = """Project,Type,Longitude,Latitude,Premium,Rest
A,fund,-2.254,48.85,0.13420427553444192,1.5
B,fund,2.3522219,48.856614,-0.26,-1.25
C,fund,116.4,-39.9,0,2
D,fund,-0.000012,0.1,1.2E-05,3
"""


def test_digits_stay_as_they_are(bring: Bring, run: Run, archive: Path, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "list.csv", _LIST))
    assert ran.code == 0, ran.err
    assert "rounded" not in ran.err
    fields = declared(archive)
    assert {name: (one["type"], one.get("places")) for name, one in fields.items()} == {
        "longitude": ("number", 7), "latitude": ("number", 6), "premium": ("number", 17), "rest": ("number", None),
    }  # fmt: skip
    want = {
        "longitude": ["-2.254", "2.3522219", "116.4", "-0.000012"], "latitude": ["48.85", "48.856614", "-39.9", "0.1"],
        "premium": ["0.13420427553444192", "-0.26", "0", "0.000012"], "rest": ["1.5", "-1.25", "2", "3"],
    }  # fmt: skip
    made = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert {name: [row[name] for row in made] for name in want} == want
    assert "no file was changed" in bring(tmp_path / "list.csv").err
    assert run("check", archive).code == 0
    for form in ("json", "toml", "parquet"):
        out = tmp_path / f"deals.{form}"
        again = tmp_path / f"{form}.csv"
        assert run("export", "deals", "--archive", archive, "--format", form, "--output", out).code == 0
        if form == "json":
            told = json.loads(out.read_text("utf-8-sig"), parse_float=Decimal)["deals"]
            assert [Decimal(one["premium"]) for one in told] == list(map(Decimal, want["premium"]))
            continue
        name = "data/fair-deals-list/deals"
        (archive / f"{name}.csv").unlink(missing_ok=True)
        (archive / f"{name}.toml").unlink(missing_ok=True)
        (archive / f"{name}.{form}").write_bytes(out.read_bytes())
        assert run("export", "deals", "--archive", archive, "--columns", ",".join(want), "--output", again).code == 0
        rows = rows_of(again)
        assert {column: [row[column] for row in rows] for column in want} == want
    found = run("export", "deals", "--archive", archive, "--filter", "longitude<0 premium>0.1342", "--columns", "id")
    assert found.out.split() == ["id", "a"]


def test_the_sum_of_fine_numbers_is_exact(bring: Bring, run: Run, archive: Path, tmp_path: Path) -> None:
    bring(sheet(tmp_path / "list.csv", _LIST))
    schema = archive / "data/schema.toml"
    text = schema.read_text("utf-8")
    schema.write_text(text.replace("places = 7", "places = 7\nsum = true"), "utf-8")
    listed = run("list", "deals", "--archive", archive, "--lang", "en")
    assert "116.4982099" in listed.out + listed.err


def test_places_belong_to_numbers(bring: Bring, run: Run, archive: Path, tmp_path: Path) -> None:
    bring(sheet(tmp_path / "list.csv", _LIST))
    schema = archive / "data/schema.toml"
    text = schema.read_text("utf-8")
    schema.write_text(text.replace('type = "number"\nplaces = 7', 'type = "string"\nplaces = 7'), "utf-8")
    assert "belongs to fields of the type number only" in run("check", archive, "--lang", "en").out
    schema.write_text(text.replace("places = 7", "places = 3"), "utf-8")
    assert "longitude" in run("check", archive, "--lang", "en").out


def test_more_places_than_the_field_has_are_told(bring: Bring, tmp_path: Path) -> None:
    bring(sheet(tmp_path / "list.csv", _LIST))
    path = sheet(tmp_path / "more.csv", "Project,Type,Rest\nE,fund,1.23456789\n")
    assert "rounded to 4 decimals: 1" in bring(path).err
