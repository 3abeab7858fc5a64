"""A field type made by its page goes through every outlet; nothing of the program is touched for it."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
KIND = '''
from typing import Annotated
from cq_tui.schema.field import shown
from cq_tui.schema.record import Record
from cq_tui.schema.registry import kind
from cq_tui.schema.text import Text
from cq_tui.schema.types import Slug
from tests.unit.values.duration import Minutes

@kind("visits", ("考察", "Visits"), ("考察", "visit"))
class Visit(Record):
    """Made up for a test."""
    name: Annotated[Text, shown("考察", "Visit", column=1)]
    takes: Annotated[Minutes | None, shown("时长", "Takes", column=2)] = None
    breaks: Annotated[tuple[Minutes, ...], shown("休息", "Breaks", column=3)] = ()
'''
RUN = """
import io, json, sys
from contextlib import redirect_stdout, redirect_stderr
import cq_tui.kinds
cq_tui.kinds.__path__.append(sys.argv[1])
from cq_tui.cli import main
found = []
from tests.unit.values.facets_told import print_facets

for arguments in json.loads(sys.argv[2]):
    out, problems = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    with redirect_stdout(out), redirect_stderr(problems):
        code = print_facets(*arguments[1:]) if arguments[0] == "facets" else main(["--lang", "en", *arguments])
    out.flush()
    found.append((code, out.buffer.getvalue().decode("utf-8", "replace"), problems.getvalue()))
print(json.dumps(found))
"""
DATA = """
[[visits]]
id = "mill"
name = { en = "Mill" }
takes = 90
breaks = [5, 10]

[[visits]]
id = "port"
name = { en = "Port" }
takes = 605

[[visits]]
id = "yard"
name = { en = "Yard" }
"""


class Program:
    """The program with the new kind, and an archive of three records."""

    def __init__(self, root: Path) -> None:
        self.said: list[str] = []
        """What each of the last commands wrote to stderr."""
        self.code, self.archive = root / "code", root / "archive"
        self.code.mkdir()
        (self.archive / "data").mkdir(parents=True)
        (self.code / "visits.py").write_text(KIND, "utf-8")
        (self.archive / "data" / "visits.toml").write_text(DATA, "utf-8")

    def __call__(self, *commands: list[str]) -> list[str]:
        """What commands print; all of them in one process."""
        given = json.dumps(
            [[*one, "--archive", str(self.archive)] if one[0] in HAVE_ARCHIVE else one for one in commands]
        )
        ran = subprocess.run(
            [sys.executable, "-c", RUN, str(self.code), given],
            capture_output=True, text=True, cwd=ROOT, timeout=120, check=False,
        )  # fmt: skip
        assert ran.stderr == ""
        found = json.loads(ran.stdout)
        assert [(code, problems) for code, _out, problems in found if code] == []
        self.said = [problems for _code, _out, problems in found]
        return [out for _code, out, _problems in found]


HAVE_ARCHIVE = ("list", "show", "export")


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


def test_every_outlet_takes_it(program: Program) -> None:
    formats = ("csv", "toml", "json", "md")
    csv, toml, json_, md, listed, shown, schema, table = program(
        *(["export", "visits", "--format", one] for one in formats),
        ["list", "visits"], ["show", "visits", "mill"], ["schema", "visits"], ["schema", "visits", "--table"],
    )  # fmt: skip
    assert csv.splitlines()[1].split(",")[:5] == ["mill", "", "Mill", "1:30", "0:05; 0:10"]
    assert tomllib.loads(toml)["visits"] == tomllib.loads(DATA)["visits"]
    assert [(one["takes"], one["breaks"]) for one in json.loads(json_)["visits"]] == [
        (90, [5, 10]), (605, []), (None, []),
    ]  # fmt: skip
    assert "| mill | Mill | 1 h 30 min | 0 h 5 min; 0 h 10 min |" in md
    assert "1 h 30 min" in listed
    assert "Takes: 1 h 30 min" in shown
    properties = json.loads(schema)["properties"]["visits"]["items"]["properties"]
    assert properties["takes"]["anyOf"][0] == {"type": "integer", "exclusiveMinimum": 0}
    assert json.loads(table)["fields"][3]["constraints"] == {"pattern": "^[0-9]{1,4}:[0-5][0-9]$"}


def test_filters_and_orders_take_it(program: Program) -> None:
    compared, missing, sorted_, _explained = program(
        ["export", "visits", "--columns", "id", "--filter", "takes>1:30"],
        ["export", "visits", "--columns", "id", "--filter", "-has:takes"],
        ["export", "visits", "--columns", "id", "--sort", "takes-desc"],
        ["export", "visits", "--explain", "--filter", "takes<=10:05"],
    )  # fmt: skip
    assert compared.split() == ["id", "port"]
    assert missing.split() == ["id", "yard"]
    assert sorted_.split() == ["id", "port", "mill", "yard"]
    assert "takes is at most 10 h 5 min" in program.said[3]


def test_its_values_are_counted(program: Program) -> None:
    takes, told = program(*(["facets", str(program.archive), "visits", name] for name in ("takes", "breaks")))
    assert json.loads(takes)[:2] == [["1 h 30 min", "takes:1:30", 1], ["10 h 5 min", "takes:10:05", 1]]
    assert json.loads(told) == [
        ["0 h 5 min", 'breaks="5"', 1],
        ["0 h 10 min", 'breaks="10"', 1],
        ["not stated", "-has:breaks", 2],
    ]


def test_a_list_is_read_into_it(program: Program, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text('Visit,Takes\nQuay,"1,200"\nPier,45\n', "utf-8")
    arguments = [str(tmp_path / "list.csv"), "--into", str(program.archive), "--kind", "visits"]
    _told, found = program(["import", *arguments], ["export", "visits", "--columns", "name,takes", "--filter", "Quay"])
    assert found.splitlines() == ["name_zh,name_en,takes", ",Quay,20:00"]


@pytest.mark.parametrize("format_", ["csv", "parquet", "xlsx"])
def test_what_is_exported_is_read_again(program: Program, tmp_path: Path, format_: str) -> None:
    target = tmp_path / "other" / "data" / f"visits.{format_}"
    target.parent.mkdir(parents=True)
    (before, _exported) = program(
        ["export", "visits"], ["export", "visits", "--format", format_, "--output", str(target)]
    )
    if format_ == "xlsx":
        openpyxl = pytest.importorskip("openpyxl")
        assert openpyxl.load_workbook(target)["visits"]["D2"].value == "1:30"
        return
    program.archive = tmp_path / "other"
    assert program(["export", "visits"], ["check", str(program.archive)])[0] == before
