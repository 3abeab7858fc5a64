"""Every sort of question is answered by MAP.toml, by --set and by the screen, and the archive is the same then."""

import shutil
import tomllib
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.import_result import bring as bring_prepared
from cq_tui.importing.recognise.answers.choices import OPEN, choices
from cq_tui.importing.recognise.answers.mapping_edits import changed
from cq_tui.importing.recognise.answers.mapping_rows import mapping_rows
from cq_tui.importing.recognise.answers.questions import meanings, unclear, with_meaning
from cq_tui.importing.recognise.maps.asked import OF_NAMES, Asked
from cq_tui.importing.recognise.prepare import Prepared, prepare
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.conftest import Ran, Run
from tests.unit.importing.conftest import hashes, quiet, sheet


@dataclass(frozen=True)
class Case:
    """A list with one question, and one answer to it."""

    asked: Asked
    text: str
    field: str
    key: str
    value: str
    word: str = ""
    """The word that the answer gives a code, where it is about words."""

    @property
    def line(self) -> str:
        """The answer in a MAP.toml."""
        return f'{self.key}."{self.word}" = "{self.value}"' if self.word else f'{self.key} = "{self.value}"'

    @property
    def setting(self) -> str:
        """The answer on the command line."""
        return ".".join(filter(None, (self.field, self.key, self.word))) + f"={self.value}"


CASES = (
    Case(Asked.WHICH_COLUMN, "Project,Type,Investment amount (USD m),Project cost (USD m)\nA,fund,5,7\nB,fund,6,8\n",
         "amount", "column", "Project cost (USD m)"),
    Case(Asked.DAY_OR_MONTH, "Project,Type,Date\nA,fund,03/04/2025\n", "date", "order", "mdy"),
    Case(Asked.YUAN_OR_YEN, "Project,Type,Amount (m)\nA,fund,¥12\nB,fund,¥7\n", "amount", "currency", "JPY"),
    Case(Asked.WHICH_CURRENCY, "Project,Type,Amount (m)\nA,fund,12 kr\n", "amount", "currency", "NOK"),
    Case(Asked.NO_CURRENCY, "Project,Type,Amount (m)\nA,fund,12\nB,fund,3\n", "amount", "currency", "EUR"),
    Case(Asked.IS_IT_MONEY, "Project,Type,Size\nA,fund,500\nB,fund,600\n", "amount", "currency", "USD"),
    Case(Asked.WHICH_CURRENCY, "Project,Type,Amount\nA,fund,$12\n", "amount", "currency", "CAD"),
    Case(Asked.NO_CURRENCY, "Project,Type,Amount\nA,fund,12\n", "amount", "", ""),
    Case(Asked.IS_IT_MONEY, "Project,Type,Size\nA,fund,500\nB,fund,600\n", "amount", "", ""),
    Case(Asked.ROWS_WITHOUT, "Project,Type,Amount,Currency\nA,fund,5,EUR\nB,fund,6,\n", "amount", "currency", "EUR"),
    Case(Asked.ROWS_WITHOUT, "Project,Type,Amount,Currency\nA,fund,5,EUR\nB,fund,6,\n", "amount", "currency", "none"),
    Case(Asked.TWO_UNITS, "单位：万元,,\nProject,Type,Amount (USD m)\nA,fund,3000\n", "amount", "unit", "万"),
    Case(Asked.TWO_UNITS, "单位：万元,,\nProject,Type,Amount (USD m)\nA,fund,3000\n", "amount", "unit", "m"),
    Case(Asked.UNIT_UNCLEAR, "Project,Type,Amount EUR (m unless stated)\nA,fund,3000\n", "amount", "unit", "ones"),
    Case(Asked.OF_THE_REPUBLIC, "Project,Type,Date\nA,fund,105/01/15\nB,fund,104/12/31\n", "date", "order", "roc"),
    Case(Asked.UNIT_TOO_LARGE, "Project,Type,Amount (EUR m)\nA,fund,200000\nB,fund,300000\nC,fund,400000\n", "amount",
         "unit", "ones"),
    Case(Asked.SEPARATOR, "Project;Type;Amount (EUR)\nA;fund;1.234\nB;fund;2.345\n", "amount", "decimal", "."),
    Case(Asked.NO_KNOWN_WORD, "Project,Type\nA,greenfield\nB,greenfield\n", "instrument", "codes", "investment",
         "greenfield"),
    Case(Asked.CURRENCY_WORD, "Project,Type,Amount,Currency\nA,fund,5,EU\nB,fund,6,USD\n", "currency", "codes", "EUR",
         "EU"),
    Case(Asked.CURRENCY_WORD, "Project,Type,Amount,Currency\nA,fund,5,EU\nB,fund,6,USD\n", "currency", "codes", "none",
         "EU"),
    Case(Asked.NO_SURE_COLUMN, "Project,Type,First,Second\nA,fund,2024-01-02,2024-02-03\n", "date", "column", "Second"),
    Case(Asked.NO_SURE_COLUMN, "Project,Type,First,Second\nA,fund,2024-01-02,2024-02-03\n", "date", "", ""),
    Case(Asked.SEVERAL_AMOUNTS, 'Project,Type,Amount\nA,fund,"US$5m, US$7m"\nB,fund,US$3m\n', "amount",
         "several", "first"),
    Case(Asked.NO_COLUMN, "Foo,Type\nBrain lab,fund\nMill,fund\n", "title", "column", "Foo"),
)  # fmt: skip


def _prepared(archive: Path, path: Path) -> Prepared:
    return prepare(Store(read(archive)), path, kinds()["deals"], "fair")


def _on_the_screen(prepared: Prepared, case: Case) -> Prepared:
    """What the import screen makes of the choice of the answer."""
    if case.asked is Asked.NO_KNOWN_WORD:
        words = ((case.field, case.word, 1),)
        one = next(one for one in unclear(prepared, words, ()) if one.text == case.word)
        return with_meaning(prepared, one, next(one for one in meanings(prepared, one) if one.value == case.value))
    slot = next(one for one in mapping_rows(prepared) if one.field.name == case.field and one.question)
    offered = choices(prepared, slot)
    likely = any(answer.likely for question in prepared.proposal.questions for answer in question.answers)
    assert offered[0].chosen, "the cursor stands on the first"
    assert (offered[0].key == OPEN) is not likely
    value = f"{case.word}={case.value}" if case.word else case.value
    return changed(prepared, slot, next(one for one in offered if (one.key, one.value) == (case.key, value)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.asked.name}-{case.value}")
def test_the_three_give_the_same_bytes(run: Run, archive: Path, tmp_path: Path, case: Case) -> None:
    path = sheet(tmp_path / "list.csv", case.text)
    roots = [Path(shutil.copytree(archive, tmp_path / name)) for name in ("by-map", "by-setting", "on-the-screen")]
    maps = [root / "imports/fair-deals-list/MAP.toml" for root in roots]

    def bring(root: Path, *more: str) -> Ran:
        return run("import", path, "--event", "fair", "--into", root, *more)

    asked = bring(roots[0])
    assert asked.code == 1
    assert [one.asked for one in _prepared(roots[0], path).proposal.questions] == [case.asked]
    assert not (roots[0] / "data/fair-deals-list").exists()
    open_ = case.asked is Asked.NO_KNOWN_WORD
    shown = f"{case.field}.codes.{case.word}=..." if open_ else case.setting
    assert f"    --set {quote(shown)}" in asked.err
    maps[0].write_text(_with_line(maps[0].read_text("utf-8"), case), "utf-8")
    ran = bring(roots[0])
    assert ran.code == 0, ran.err

    ran = bring(roots[1], "--set", case.setting)
    assert ran.code == 0, ran.err
    assert _prepared(roots[1], path).proposal.questions == (), "what was answered is not asked again"

    prepared = _on_the_screen(_prepared(roots[2], path), case)
    assert prepared.proposal.questions == ()
    bring_prepared(prepared, quiet)

    by_map, set_, chosen = (tomllib.loads(one.read_text("utf-8")) for one in maps)
    for one in maps:
        one.unlink()
    assert hashes(roots[0]) == hashes(roots[1]) == hashes(roots[2])
    assert set_ == chosen
    assert by_map.get(case.field) == set_.get(case.field)


def _with_line(text: str, case: Case) -> str:
    """A MAP.toml with the answer, as somebody writes it."""
    if not case.key:
        return _without_table(text, case.field)
    lines = text.splitlines()
    if f"[{case.field}]" not in lines:
        lines += ["", f"[{case.field}]"]
    lines.insert(lines.index(f"[{case.field}]") + 1, case.line)
    return "\n".join(lines)


def _without_table(text: str, field: str) -> str:
    """A MAP.toml without the table of a field."""
    kept, inside = [], False
    for line in text.splitlines():
        inside = line == f"[{field}]" if line.startswith("[") else inside
        kept += [] if inside else [line]
    return "\n".join(kept)


def test_there_is_a_case_for_every_sort_of_question() -> None:
    later = {Asked.SAME_ROWS, Asked.ROWS_OF_ONE_RECORD}  # is asked when all rows were looked at: test_same_rows.py
    later |= {Asked.CURRENCY_OF_THESE}  # is asked beside the column: test_unsure_columns.py
    later |= {one for one in Asked if one.of_totals}  # is asked when all rows were looked at
    later |= {*OF_NAMES}  # are asked of parties: test_names_behind_commas.py, test_names_around_and.py
    later |= {one for one in Asked if one.of_place}  # is asked before any field is: test_where_the_list_stands.py
    later |= {Asked.ROWS_BELOW}  # is asked of rows: test_rows_below.py
    later |= {Asked.HEADER_OR_COLUMN}  # the answers are other units: test_what_headers_leave_open.py
    later |= {Asked.HEADINGS}  # is asked of headings: test_headings.py
    assert {one.asked for one in CASES} == set(Asked) - later
