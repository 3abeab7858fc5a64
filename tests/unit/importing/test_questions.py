"""What the Import screen changes besides fields: words and names that are not known, the sheet, the header's row."""

import re
from pathlib import Path

import openpyxl
import pytest
from cq_tui import language
from cq_tui.archive.read import read
from cq_tui.importing.import_result import ImportResult, look
from cq_tui.importing.recognise.answers.choices import header_rows, sheets
from cq_tui.importing.recognise.answers.mapping_rows import mapping_rows
from cq_tui.importing.recognise.answers.questions import UnclearWord, asked_words, meanings, unclear, with_meaning
from cq_tui.importing.recognise.headers.header import NoHeader
from cq_tui.importing.recognise.prepare import ListLocation, Prepared, prepare
from cq_tui.store.store import Store
from cq_tui.widgets.views.import_lines import first_question, import_lines

from tests.shipped import kinds
from tests.unit.importing.conftest import quiet, sheet

LIST = """Project,Type,Country,Investor
Mill,investment,"Germany, Mars",Southwest Aluminum
Mine,greenfield,Mars,Aa GmbH
Port,fund,Germani,Aa GmbH
"""


def _prepared(archive: Path, path: Path, place: ListLocation | None = None) -> Prepared:
    return prepare(Store(read(archive)), path, kinds()["deals"], "fair", location=place)


@pytest.fixture
def prepared(archive: Path, tmp_path: Path) -> Prepared:
    """A list with two words that are not known, and a name that nearly is."""
    return _prepared(archive, sheet(tmp_path / "list.csv", LIST))


def _unclear(prepared: Prepared, outcome: ImportResult) -> list[UnclearWord]:
    return unclear(prepared, outcome.words, outcome.near)


def _say(prepared: Prepared, text: str, value: str, key: str = "means") -> Prepared:
    outcome = look(prepared, quiet)
    one = next(one for one in _unclear(prepared, outcome) if one.text == text)
    choice = next(one for one in meanings(prepared, one) if (one.key, one.value) == (key, value))
    return with_meaning(prepared, one, choice)


def test_the_remarks_shrink_as_words_are_said(prepared: Prepared) -> None:
    outcome = look(prepared, quiet)
    words = [(one.text, one.rows) for one in _unclear(prepared, outcome) if one.field]
    assert words == [("greenfield", 1), ("Germani", 1), ("Mars", 2)]
    assert (outcome.counts.accepted, outcome.counts.remarked) == (3, 3)
    for text, value, remarked in (("greenfield", "investment", 3), ("Mars", "", 1), ("Germani", "DE", 0)):
        prepared = _say(prepared, text, value)
        assert look(prepared, quiet).counts.remarked == remarked
    assert prepared.proposal.mapping.fields["countries"].codes == {"Mars": "", "Germani": "DE"}
    assert look(_say(prepared, "Mars", "", "unsaid"), quiet).counts.remarked == 2


def test_the_language_may_change_between_looking_and_showing(prepared: Prepared) -> None:
    outcome = look(prepared, quiet)
    language.use("zh")
    assert outcome.words == look(prepared, quiet).words
    assert {str(one.reason) for one in outcome.remarks} == {str(one.reason) for one in look(prepared, quiet).remarks}
    assert not any("known" in str(one.reason) for one in outcome.remarks)


def test_what_is_likely_comes_first(prepared: Prepared) -> None:
    found = {one.text: meanings(prepared, one) for one in _unclear(prepared, look(prepared, quiet)) if one.field}
    assert found["Germani"][0].value == "DE"
    assert (found["Mars"][0].key, found["Mars"][0].value) == ("means", "")


def test_a_name_that_is_nearly_known_is_one_with_it_once_that_is_said(prepared: Prepared) -> None:
    prepared = _say(prepared, "Mars", "")
    (record,) = (one for one in look(prepared, quiet).records if one.id == "mill")
    assert record.model_dump()["parties"][0]["org"] == "southwest-aluminum"
    merged = _say(prepared, "Southwest Aluminum", "southwest-aluminium")
    (record,) = (one for one in look(merged, quiet).records if one.id == "mill")
    assert record.model_dump()["parties"][0]["org"] == "southwest-aluminium"
    apart = _say(merged, "Southwest Aluminum", "", "unsaid")
    assert apart.proposal.mapping.organisations == {}


def test_words_asked_for_can_be_said_before_there_is_an_outcome(archive: Path, tmp_path: Path) -> None:
    text = "Project,Type\nMill,greenfield\nMine,greenfield\nPort,\n"
    prepared = _prepared(archive, sheet(tmp_path / "list.csv", text))
    assert [one.field for one in prepared.proposal.questions] == ["instrument"]
    (one,) = unclear(prepared, asked_words(prepared), ())
    assert (one.text, one.rows) == ("greenfield", 2)
    answered = with_meaning(prepared, one, next(one for one in meanings(prepared, one) if one.value == "investment"))
    assert answered.proposal.questions == ()
    assert look(answered, quiet).counts.accepted == 2


def test_the_lines_hold_what_is_unclear(prepared: Prepared) -> None:
    outcome = look(prepared, quiet)
    rows = import_lines(prepared, mapping_rows(prepared), _unclear(prepared, outcome), outcome, 100)
    text = "\n".join("".join(piece for piece, _ink in row.pieces).rstrip() for row in rows)
    said_of = [line.split() for line in text.splitlines() if line.startswith('     "M')]
    assert said_of == [['"Mars"', "=", "-", "not", "known:", "2", "rows"]]
    assert re.search(r'"Southwest Aluminum" += new +Southwest Aluminium \d+ %\?\n', text)
    assert re.search(r"   header +row 1\n   encoding +UTF-8\n", text)


def test_of_many_words_the_most_frequent_are_shown_and_the_others_counted(archive: Path, tmp_path: Path) -> None:
    rows = "".join(f"Mill {n},investment,Planet {n % 30}\n" for n in range(31))
    known = "".join(f"Mine {n},fund,Italy\n" for n in range(9))
    prepared = _prepared(archive, sheet(tmp_path / "list.csv", f"Project,Type,Country\n{known}{rows}"))
    outcome = look(prepared, quiet)
    found = _unclear(prepared, outcome)
    assert len(found) == 12
    assert ("Planet 0", 2) in [(one.text, one.rows) for one in found]
    lines = import_lines(prepared, mapping_rows(prepared), found, outcome, 100)
    assert "     and 18 more" in ["".join(piece for piece, _ink in row.pieces).rstrip() for row in lines]


def test_another_sheet_and_another_header_s_row(archive: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, rows in (
        ("one", [["Project", "Type"], ["Mill", "fund"], ["Other", "fund"]]),
        ("two", [["A", "B"], ["Project", "Type"], ["Mine", "fund"], ["Project", "Type"], ["Port", "fund"]]),
    ):
        made = book.create_sheet(name)
        for row in rows:
            made.append(row)
    book.remove(book.worksheets[0])
    book.save(tmp_path / "list.xlsx")
    prepared = _prepared(archive, tmp_path / "list.xlsx")
    assert [(one.value, one.chosen) for one in sheets(prepared.listed.sheet)] == [
        ("one", True),
        ("two", False),
        ("*", False),
    ]
    second = _prepared(archive, tmp_path / "list.xlsx", ListLocation("two"))
    rows_of_second = header_rows(second.listed.sheet, second)
    assert [(one.value, one.side, one.chosen) for one in rows_of_second][:2] == [
        ("1", "A | B", False),
        ("2", "Project | Type", True),
    ]
    assert [str(one.called) for one in look(second, quiet).records] == ["Mine", "Port"]
    last = _prepared(archive, tmp_path / "list.xlsx", ListLocation("two", 4))
    assert [str(one.called) for one in look(last, quiet).records] == ["Port"]


def test_where_no_header_is_found_it_can_be_said(archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", "1,2\n3,4\n")
    with pytest.raises(NoHeader) as raised:
        _prepared(archive, path)
    assert [one.side for one in header_rows(raised.value.sheet, None)][:2] == ["1 | 2", "3 | 4"]
    assert [one.value for one in header_rows(raised.value.sheet, None)] == ["1", "2", "0"], "or none of them is one"
    assert _prepared(archive, path, ListLocation(header=1)).proposal.unused == ("1", "2")
    assert _prepared(archive, path, ListLocation(header=0)).listed.header.nameless


def test_a_plain_row_is_the_header_though_no_word_of_it_is_known(archive: Path, tmp_path: Path) -> None:
    prepared = _prepared(archive, sheet(tmp_path / "list.csv", "甲,乙\n风电场,某风电公司\n"))
    assert (prepared.listed.header.names, prepared.listed.header.known) == (("甲", "乙"), False)
    assert [one.field for one in prepared.proposal.questions] == ["header"]


def test_one_begins_at_the_first_question_or_at_the_word_it_asks_for(archive: Path, tmp_path: Path) -> None:
    for text, place in (("Project,Type\nMill,greenfield\n", 5), ("Place,Type\nHere,fund\n", 1), (LIST, -1)):
        found = _prepared(archive, sheet(tmp_path / "list.csv", text))
        some = unclear(found, asked_words(found), ())
        assert (
            first_question(import_lines(found, mapping_rows(found), some, None, 100), mapping_rows(found), some)
            == place
        )


def test_a_spelling_that_was_put_with_another_can_be_parted_and_put_back(archive: Path, tmp_path: Path) -> None:
    text = "Project,Type,Investor\nMill,fund,Made-Works\nMine,fund,made works\n"
    prepared = _prepared(archive, sheet(tmp_path / "list.csv", text))

    def asked(prepared: Prepared) -> UnclearWord:
        outcome = look(prepared, quiet)
        (one,) = unclear(prepared, outcome.words, outcome.near, outcome.together)
        return one

    def organisations(prepared: Prepared) -> set[str]:
        return {record.model_dump()["parties"][0]["org"] for record in look(prepared, quiet).records}

    one = asked(prepared)
    assert (one.text, one.together, one.refused) == ("made works", "made-works", False)
    same, apart = meanings(prepared, one)
    assert (same.chosen, apart.chosen) == (True, False)
    parted = with_meaning(prepared, one, apart)
    assert (len(organisations(prepared)), len(organisations(parted))) == (1, 2)
    again = asked(parted)
    assert [choice.chosen for choice in meanings(parted, again)][:2] == [False, True]
    assert len(organisations(with_meaning(parted, again, meanings(parted, again)[0]))) == 1
