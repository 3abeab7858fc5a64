"""What keeps the project in one piece: made files, messages, and kinds that declare themselves."""

import ast
import re
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest
from cq_tui.query.vocabulary import HAS, SORT, folded
from cq_tui.schema.field import Field

from tests import world
from tests.shipped import kinds

ROOT = Path(__file__).parent.parent.parent
KINDS = sorted(kinds())
SOURCES = sorted((ROOT / "tui" / "cq_tui").rglob("*.py"))


def _python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, cwd=ROOT, timeout=120, check=False
    )


@pytest.mark.parametrize("script", ["make_countries.py", "make_currencies.py"])
def test_made_file_is_up_to_date(script: str) -> None:
    """What else is made ``make check`` holds, before each run of the suite and each commit."""
    ran = _python(f"scripts/{script}", "--check")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


@pytest.mark.parametrize("folder", world.APART)
def test_what_other_targets_run_can_be_imported(folder: str) -> None:
    """The suite leaves these folders out before it imports their files."""
    for path in sorted((ROOT / "tests" / folder).glob("test_*.py")):
        with suppress(pytest.skip.Exception):  # what it needs is not installed
            import_module(f"tests.{folder}.{path.stem}")


def _messages_in_f_strings(path: Path) -> list[str]:
    tree = ast.parse(path.read_text("utf-8"))
    inside = (part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node))
    calls = [part for part in inside if isinstance(part, ast.Call) and isinstance(part.func, ast.Name)]
    return [f"{path.name}:{call.lineno}" for call in calls if getattr(call.func, "id", "") in ("_", "ngettext", "N_")]


def test_no_message_stands_inside_an_f_string_where_it_can_t_be_extracted() -> None:
    assert [place for path in SOURCES for place in _messages_in_f_strings(path)] == []


def _all_fields(kind: str) -> list[Field]:
    return [one for field in kinds()[kind].fields for one in (field, *field.parts)]


@pytest.mark.parametrize("kind", KINDS)
def test_kind_fields_and_codes_have_words_in_both_languages(kind: str) -> None:
    labels = [kinds()[kind].label, kinds()[kind].one, *(field.label for field in _all_fields(kind))]
    codes = [(code, words.label) for field in _all_fields(kind) for code, words in (field.codes or {}).items()]
    assert [label for label in labels if not (label.zh and label.en)] == []
    assert [code for code, label in codes if code != "exact" and not (label.zh and label.en)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_link_can_be_followed_back(kind: str) -> None:
    marks = [(part or field).shown for field, part in kinds()[kind].references]
    assert all(mark.to in kinds() and mark.back and mark.back.zh and mark.back.en for mark in marks)


@pytest.mark.parametrize("kind", KINDS)
def test_query_names_do_not_clash(kind: str) -> None:
    names = Counter(
        name
        for field in kinds()[kind].fields
        for name in {folded(one) for one in (field.name, field.label.en, field.label.zh, *field.shown.aliases)}
    )
    assert [name for name, count in names.items() if count > 1] == []
    assert names.keys().isdisjoint({*HAS, *SORT})


@pytest.mark.parametrize("kind", KINDS)
def test_the_words_of_a_code_list_do_not_clash(kind: str) -> None:
    for field in kinds()[kind].fields:
        spellings = Counter(
            name
            for code, words in (field.codes or {}).items()
            for name in {folded(one) for one in (code, words.label.zh, words.label.en, *words.aliases) if one}
        )
        assert [name for name, count in spellings.items() if count > 1] == []


@pytest.mark.parametrize("kind", KINDS)
def test_qualifiers_are_fields_of_the_kind(kind: str) -> None:
    assert kinds()[kind].qualifiers <= kinds()[kind].asked_by_name.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_columns_have_an_importance_each(kind: str) -> None:
    ranks = [field.shown.column for field in kinds()[kind].columns]
    assert len(set(ranks)) == len(ranks)
    assert min(ranks) == 1


def test_tabs_stand_in_the_order_of_the_keys() -> None:
    assert [kind.name for kind in kinds().values() if kind.tab] == [
        "deals", "speakers", "platforms", "chain", "opportunities", "organisations", "passages", "events",
    ]  # fmt: skip
    assert [kind.tab for kind in kinds().values() if kind.tab] == list(range(2, 10))


NEW_KIND = '''
from typing import Annotated
from cq_tui.schema.field import shown
from cq_tui.schema.record import Record
from cq_tui.schema.registry import kind
from cq_tui.schema.text import Text

@kind("visits", ("考察", "Visits"), ("考察", "visit"))
class Visit(Record):
    """Made up for a test."""
    name: Annotated[Text, shown("考察", "Visit", column=1)]
'''

USES_IT = """
import sys
import cq_tui.kinds
cq_tui.kinds.__path__.append(sys.argv[1])
from cq_tui.cli import main
sys.exit(main(["export", "visits", "--archive", sys.argv[2], "--filter", "铝"]))
"""


def test_a_new_kind_is_one_file_and_its_data(tmp_path: Path) -> None:
    code, data = tmp_path / "more", tmp_path / "archive" / "data"
    code.mkdir()
    data.mkdir(parents=True)
    (code / "visits.py").write_text(NEW_KIND, "utf-8")
    (data / "visits.toml").write_text('[[visits]]\nid = "mill"\nname = { zh = "铝厂", en = "Mill" }\n', "utf-8")
    ran = _python("-c", USES_IT, str(code), str(data.parent))
    assert ran.stdout.splitlines() == ["id,name_zh,name_en,note_zh,note_en,cites", "mill,铝厂,Mill,,,"]


def test_the_shipped_kinds_are_asked_for_by_commands_and_the_archive_s_schema_alone() -> None:
    """All else is handed the schema of its archive, which may have more in it."""
    asking = {
        path.relative_to(ROOT / "tui" / "cq_tui").as_posix()
        for path in SOURCES
        if "from cq_tui.kinds import kinds" in path.read_text("utf-8") or "registered(" in path.read_text("utf-8")
    }
    below = {one for one in asking if not one.startswith("commands/")}
    assert below == {"archive/schema.py", "cli.py", "kinds/__init__.py", "schema/registry.py"}


_STEP = re.compile(r"^\d+\. `([\w/]+\.py)` `([\w.]+)`", re.MULTILINE)
"""A step of a walk in CONTRIBUTING.md: a file and what stands in it."""


def _defined(tree: ast.Module) -> set[str]:
    found = set()
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            found |= {
                f"{node.name}.{one.name}"
                for one in node.body
                if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)
            }
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
    return found


def test_the_walks_pass_through_functions_that_are_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    walks = text[text.index("## Walks") :].split("\n## ", 2)[0]
    steps = _STEP.findall(walks)
    assert len(steps) >= 12
    for file, name in steps:
        path = ROOT / "tui" / "cq_tui" / file
        assert path.is_file(), file
        assert name in _defined(ast.parse(path.read_text("utf-8"))), f"{file}: {name}"
    assert max(int(line.partition(".")[0]) for line in walks.splitlines() if _STEP.match(line)) <= 12


_NAMED = re.compile(r"`((?:[\w.-]+/)*(?:[\w-]+\.(?:py|sh|toml|md|po)|[\w-]+/))`")
"""A file or a folder that a page names."""
_NOT_OURS = {"config.toml", "MAP.toml", "data/same.toml", "tui/cq_tui/export/formats/tsv.py"}
"""Files of users, and the one that the page on export formats adds."""


def _paths() -> set[str]:
    folders = ("tui", "tests", "scripts", "docs", "data", "seeds")
    found = {path.relative_to(ROOT).as_posix() for one in folders for path in (ROOT / one).rglob("*")}
    return found | {path.name for path in ROOT.iterdir()}


def test_contributing_names_files_and_folders_that_are_there() -> None:
    named = set(_NAMED.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8"))) - _NOT_OURS
    assert len(named) > 40
    ends = {f"/{path}" for path in _paths()}
    assert [one for one in sorted(named) if not any(end.endswith(f"/{one.rstrip('/')}") for end in ends)] == []


def test_contributing_shows_every_room() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    house = text[text.index("```\n") : text.index("\n```", text.index("```\n") + 4)]
    rooms = [
        path
        for path in (ROOT / "tui" / "cq_tui").iterdir()
        if path.name[0] not in "_." and path.name != "locale" and path.suffix in ("", ".py")
    ]
    assert [path.name for path in rooms if f"tui/cq_tui/{path.name}" not in house] == []
    inner = {path.parent.name for path in (ROOT / "tui" / "cq_tui").rglob("__init__.py")} - {"cq_tui"}
    assert [name for name in sorted(inner) if not re.search(rf"\b{name}/", text)] == []
