"""A list of organisations may name parents that are no rows of it: they are written, too, and the archive opens."""

from collections.abc import Callable
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import Take, rows_of, sheet

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


NAMES = "name,company\nAa,Xx Media\nBb,xx media\nCc,(funded)\nDd,Alder and Birch\nEe,Alder\n"
"""Names of parents of which the review prints what says otherwise."""
PARENT = ("--kind", "organisations", "--set", "name.column=name", "--set")


@pytest.mark.parametrize(
    ("answer", "field", "parents"),
    [
        ("", "parent", ["xx-media", "xx-media", "funded", "alder-and-birch", "alder"]),
        ("xx media=", "parent", ["xx-media", "xx-media-*", "funded", "alder-and-birch", "alder"]),
        ("(funded)=-", "parent", ["xx-media", "xx-media", "", "alder-and-birch", "alder"]),
        ("Alder and Birch=Alder; Birch", "parent", ["xx-media", "xx-media", "funded", "", "alder"]),
        (
            "Alder and Birch=Alder; Birch",
            "further_parents",
            ["xx-media", "xx-media", "funded", "alder; birch", "alder"],
        ),
    ],
)
@pytest.mark.parametrize("by_map", [False, True])
def test_what_is_printed_of_names_of_parents_is_taken(
    bring: Bring, archive: Path, tmp_path: Path, answer: str, field: str, parents: list[str], *, by_map: bool
) -> None:
    path = sheet(tmp_path / "firms.csv", NAMES)
    said = [*PARENT, f"{field}.column=company"] + (["--set", "parent="] if field != "parent" else [])
    if answer and by_map:
        assert bring(path, *said, "--dry-run").code == 0
        (map_,) = archive.glob("imports/*firms*/MAP.toml")
        name, _mark, value = answer.partition("=")
        table = f'\n[organisations]\n"{name}" = "{value}"\n'
        map_.write_text(map_.read_text("utf-8").replace("\n[organisations]\n", table), "utf-8")
        said = ["--kind", "organisations"]
    elif answer:
        said += ["--set", f"organisations.{answer}"]
    ran = bring(path, *said)
    assert ran.code == 0, ran.err
    rows = rows_of(next(archive.glob("data/*firms*/organisations.csv")))[:5]
    assert all(fnmatchcase(row[field], wanted) for row, wanted in zip(rows, parents, strict=True))
    if field == "parent" and not parents[3]:
        told = rows_of(next(archive.glob("imports/*firms*/remarks.csv")))
        assert [(one["cell"], one["remark"]) for one in told] == [("Alder and Birch", "names more than one")]


def test_names_of_records_are_no_names_of_others(bring: Bring, tmp_path: Path) -> None:
    ran = bring(sheet(tmp_path / "firms.csv", NAMES), *PARENT, "parent=", "--set", "organisations.Aa=-")
    assert ran.code != 0
    assert "is not a field of organisations" in ran.err


@pytest.mark.parametrize(
    ("rows", "parents", "more"),
    [
        (["Rambler,Rambler & Co", "Runner,Rambler & Co"], ["rambler-co", "rambler-co"], ["Rambler & Co"]),
        (["Rambler,Rambler Ltd", "Rambler Ltd,"], ["rambler-ltd", ""], []),
        (["Self,Self", "Birch,SELF", "Corvane,Birch"], ["", "self", "birch"], []),
        (["Aa.com,", "Aa live,Aa.com", "Bb,AA.COM"], ["", "aa-com", "aa-com"], []),
        (["Corvane GmbH,", "Delmar,Corvane GmbH", "Estrel,Corvane"], ["", "corvane-gmbh", "corvane-*"], ["Corvane"]),
        (["甲厂有限公司,", "乙厂,甲厂有限公司", "丙厂,丙厂"], ["", "jia-chang-you-xian-gong-si", ""], []),
        (["Cote d'Aa,", "Côte d’Aa Lab,Cote d’Aa"], ["", "cote-d-aa"], []),
        (["Birch,Alder", "Corvane,Alder Ltd"], ["alder", "alder-ltd"], ["Alder", "Alder Ltd"]),
    ],
)
@pytest.mark.parametrize("field", ["parent", "further_parents"])
def test_a_name_stands_for_the_row_that_is_called_so(
    bring: Bring, run: Run, archive: Path, tmp_path: Path, field: str, rows: list[str], parents: list[str],
    more: list[str],
) -> None:  # fmt: skip
    lines = [f"{number},{one}" for number, one in enumerate(rows)]
    path = sheet(tmp_path / "firms.csv", "\n".join(["no,name,company", *lines, ""]))
    said = () if field == "parent" else ("--set", "parent=")
    ran = bring(path, *PARENT, f"{field}.column=company", "--set", "no=skip", *said)
    assert ran.code == 0, ran.err
    written = rows_of(next(archive.glob("data/*firms*/organisations.csv")))
    assert all(fnmatchcase(row[field], one) for row, one in zip(written[: len(rows)], parents, strict=True))
    assert [row["name_en"] or row["name_zh"] for row in written[len(rows) :]] == more
    assert run("check", archive).code == 0


def test_many_rows_name_each_other_as_parents(bring: Bring, run: Run, archive: Path, tmp_path: Path) -> None:
    lines = [f"Firm{at} Ltd,Alderby,Firm{at // 2} Ltd" for at in range(60)]
    path = sheet(tmp_path / "firms.csv", "\n".join(["name,town,company", *lines, ""]))
    ran = bring(path, *PARENT, "parent.column=company")
    assert ran.code == 0, ran.err
    written = rows_of(next(archive.glob("data/*firms*/organisations.csv")))
    assert [row["parent"] for row in written] == ["", *(f"firm{at // 2}-ltd" for at in range(1, 60))]
    assert run("check", archive).code == 0


def test_a_name_is_no_alias_of_its_own(take: Take, bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "firms.csv", "name,Aliases,town\nAa,Aa; A-a,Alderby\nBb,Bb,Alderby\nCc,Aa,Alderby\n")
    assert take(path, "organisations").values("aliases") == [("A-a",), (), ("Aa",)]
    assert bring(path, "--kind", "organisations").code == 0
    written = rows_of(next(archive.glob("data/*firms*/organisations.csv")))
    assert [row["aliases"] for row in written] == ["A-a", "", "Aa"]


@pytest.mark.parametrize(("said", "parents"), [((), ["", "", "alder"]), (("--set", "organisations.Alder=-"), [""] * 3)])
def test_a_parent_with_the_name_of_several_rows_is_told(
    bring: Bring, run: Run, archive: Path, tmp_path: Path, said: tuple[str, ...], parents: list[str]
) -> None:
    path = sheet(tmp_path / "firms.csv", "name,country,company\nAlder,Germany,\nAlder,France,\nBirch,Spain,Alder\n")
    ran = bring(path, *PARENT, "parent.column=company", *said)
    assert ran.code == 0, ran.err
    written = rows_of(next(archive.glob("data/*firms*/organisations.csv")))
    assert [row["parent"] for row in written[:3]] == parents
    is_told = "several rows have, so that it is not clear which is meant: 1 (Alder)" in ran.err
    assert is_told == ("--set organisations.Alder=- leaves" in ran.err) == (not said)
    assert run("check", archive).code == 0
