"""A published package is an edition: it says what its archive says, and what was changed in it is found. Made up."""

import json
from pathlib import Path

import pytest
from cq_tui.archive.read import shipped

from tests.unit.conftest import Run
from tests.unit.made import EVENT, write_archive
from tests.unit.made_years import made_years

OWN = """
[kinds.halls]
label = { zh = "馆", en = "Halls" }

[fields.deals.district]
label = { zh = "区县", en = "District" }
type = "string"

[fields.deals.tags]
label = { zh = "标签", en = "Tags" }
type = "code"
list = true
codes = "tags"

[codes.tags]
green = { zh = "绿色", en = "Green" }
fast = { zh = "快", en = "Fast" }
"""
DEALS = """
[[deals]]
id = "mill"
title = { en = "=Mill", zh = "'=厂" }
event = "fair"
district = "Yubei"
tags = ["green", "fast"]
amount = 12
currency = "EUR"

[[deals]]
id = "mill-again"
title = { en = "Mill" }
event = "fair"
amount = 12
currency = "EUR"

[[deals]]
id = "mine"
title = { en = "Mine" }
event = "fair"
"""
SAME = """
[[same]]
deals = ["mill", "mill-again"]
decision = "same"
taken = "mill"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    halls = '[[halls]]\nid = "n1"\nname = { en = "North 1" }\n'
    return write_archive(tmp_path / "own", events=EVENT, deals=DEALS, halls=halls, schema=OWN, same=SAME)


def _published(run: Run, archive: Path, folder: Path, *more: str) -> Path:
    ran = run("publish", folder, "--archive", archive, *more)
    assert ran.code == 0, ran.err
    return folder


def _are_the_same(run: Run, one: Path, other: Path) -> None:
    for two in dict.fromkeys([(one, other), (other, one)]):
        ran = run("diff", *two)
        assert (ran.code, ran.out) == (0, ""), ran.err
        assert "The two say the same." in ran.err


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_package_of_the_shipped_archive_says_the_same(run: Run, tmp_path: Path) -> None:
    package = _published(run, shipped(), tmp_path / "package")
    _are_the_same(run, package, shipped())
    _are_the_same(run, package, package)


def test_a_package_with_histories_says_the_same_and_shows_what_changed(run: Run, tmp_path: Path) -> None:
    archive = made_years(tmp_path / "made")
    package = _published(run, archive, tmp_path / "package")
    before = {path.name: path.read_bytes() for path in package.iterdir()}
    _are_the_same(run, package, archive)
    assert {path.name: path.read_bytes() for path in package.iterdir()} == before
    _replace(archive / "data" / "fair-2025" / "deals.toml", 'id = "bus-depot"', 'id = "bus-yard"')
    _replace(archive / "data" / "fair-2023" / "deals.toml", "amount = 1100000000", "amount = 1000000000")
    found = json.loads(run("diff", package, archive, "--json").out)["kinds"]
    assert list(found) == ["deals"]
    deals = found["deals"]
    assert ([one["id"] for one in deals["gone"]], [one["id"] for one in deals["added"]]) == (
        ["bus-depot"],
        ["bus-yard"],
    )
    (changed,) = deals["changed"]
    assert changed["id"] == "rotor-works"
    assert set(changed["fields"]) == {"amount", "history"}
    assert changed["fields"]["amount"] == {"old": 1100000000, "new": 1000000000}


def test_two_packages_are_set_against_each_other(run: Run, tmp_path: Path) -> None:
    archive = made_years(tmp_path / "made")
    earlier = _published(run, archive, tmp_path / "earlier")
    _replace(archive / "data" / "fair-2025" / "deals.toml", "amount = 100000000", "amount = 90000000")
    ran = run("diff", earlier, _published(run, archive, tmp_path / "later"))
    assert "Deals: 1 changed, 10 the same" in ran.out
    assert "bus-depot" in ran.out


def test_own_words_lists_formulas_and_deals_told_twice_come_back(run: Run, own: Path, tmp_path: Path) -> None:
    package = _published(run, own, tmp_path / "package")
    _are_the_same(run, package, own)
    _replace(own / "data" / "deals.toml", '["green", "fast"]', '["fast"]')
    _replace(own / "data" / "halls.toml", "North 1", "North 2")
    ran = run("diff", package, own)
    assert "Tags: " in ran.out
    assert "North 1 -> North 2" in ran.out
    (own / "data" / "same.toml").unlink()
    assert "mill-again" in run("diff", package, own, "--kind", "deals").out


def test_own_words_that_nobody_declares_are_named(run: Run, own: Path, tmp_path: Path) -> None:
    package = _published(run, own, tmp_path / "package")
    ran = run("diff", package, shipped())
    assert (ran.code, ran.out) == (1, "")
    assert "halls" in ran.err
    assert "deals.district" in ran.err
    assert "data/schema.toml" in ran.err
    assert ran.err.count("\n") == 1


def test_what_is_wrong_in_a_package_is_told_by_its_name(run: Run, own: Path, tmp_path: Path) -> None:
    package = _published(run, own, tmp_path / "package")
    _replace(package / "deals.csv", "EUR", "euros")
    ran = run("diff", package, own)
    assert (ran.code, ran.out) == (1, "")
    assert f"{package}: data/deals.csv:" in ran.err
    assert "cq-tui check" not in ran.err, "the folder that it was read into is gone"
    (package / "deals.csv").unlink()
    assert f"{package / 'deals.csv'}" in run("diff", package, own).err


def test_a_part_is_told_as_a_part_and_other_formats_are_none(run: Run, tmp_path: Path) -> None:
    archive = made_years(tmp_path / "made")
    part = _published(run, archive, tmp_path / "part", "--filter", "country:NL")
    ran = run("diff", part, archive)
    assert "holds what a filter left: deals country:NL" in ran.err
    assert "Deals: " in ran.out
    entities = _published(run, archive, tmp_path / "entities", "--format", "ftm")
    ran = run("diff", entities, archive)
    assert (ran.code, ran.out) == (1, "")
    assert "holds no tables" in ran.err
