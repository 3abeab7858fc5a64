"""Changing a proposed mapping, as the browser's Import screen does; nothing of it is written before it is asked for."""

import re
from pathlib import Path

import pytest
from cq_tui import language
from cq_tui.archive.read import read
from cq_tui.importing import writing
from cq_tui.importing.errors import StandsAlready
from cq_tui.importing.import_result import bring, look
from cq_tui.importing.recognise.answers.choices import choices
from cq_tui.importing.recognise.answers.mapping_edits import changed
from cq_tui.importing.recognise.answers.mapping_rows import MappingRow, mapping_rows
from cq_tui.importing.recognise.maps.mapping import Pair
from cq_tui.importing.recognise.prepare import Prepared, prepare
from cq_tui.screens.base.session import Session
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.secure import Confinement
from cq_tui.store.store import Cancelled, Store
from cq_tui.widgets.views.import_lines import import_lines

from tests.shipped import kinds
from tests.unit.importing.conftest import hashes, quiet, rows_of, sheet

LIST = """Project,Amount,Signed,Country,Investor,Helper
Mill,12,03/04/2025,Germany,Aa GmbH,Bb SpA
Mine,30,05/06/2025,Mars,Aa GmbH,
"""


@pytest.fixture
def prepared(archive: Path, tmp_path: Path) -> Prepared:
    """A list with two questions."""
    return prepare(Store(read(archive)), sheet(tmp_path / "list.csv", LIST), kinds()["deals"], "fair")


def _slot(prepared: Prepared, words: str) -> MappingRow:
    return next(slot for slot in mapping_rows(prepared) if slot.words == words)


def _choose(prepared: Prepared, words: str, key: str, value: str) -> Prepared:
    slot = _slot(prepared, words)
    return changed(prepared, slot, next(one for one in choices(prepared, slot) if (one.key, one.value) == (key, value)))


@pytest.fixture
def answered(prepared: Prepared) -> Prepared:
    """The list with its questions answered."""
    for words, key, value in (
        ("Amount", "currency", "EUR"),
        ("Date", "order", "dmy"),
        ("Type", "constant", "investment"),
    ):
        prepared = _choose(prepared, words, key, value)
    return prepared


def test_questions_are_told_in_the_language_in_force(prepared: Prepared) -> None:
    english = [question.in_full for question in prepared.proposal.questions]
    language.use("zh")
    chinese = [question.in_full for question in prepared.proposal.questions]
    assert len(english) == len(chinese) == 2
    assert not set(english) & set(chinese)


def test_every_question_is_answered_by_a_choice(prepared: Prepared) -> None:
    asked = [slot for slot in mapping_rows(prepared) if slot.question]
    assert [slot.words for slot in asked] == ["Date", "Amount"]
    for slot in asked:
        assert slot.question
        answers = [one for one in choices(prepared, slot) if slot.question.answered_by(one.key)]
        assert answers
        assert slot.field.name not in {one.field for one in changed(prepared, slot, answers[-1]).proposal.questions}


def test_the_remarks_change_with_the_mapping(answered: Prepared) -> None:
    assert answered.proposal.questions == ()
    before = look(answered, quiet)
    assert (before.counts.accepted, before.counts.remarked) == (2, 1)
    assert [(one.row, one.column, one.value) for one in before.remarks] == [(3, "Country", "Mars")]
    after = look(_choose(answered, "Countries", "column", "Country"), quiet)
    assert (after.counts.accepted, after.counts.remarked) == (2, 0)
    assert [str(record.called) for record in after.records] == ["Mill", "Mine"]


def test_a_column_is_taken_for_a_role_and_left_out_again(answered: Prepared) -> None:
    assert answered.proposal.unused == ("Helper",)
    more = _choose(answered, "Parties: partner", "column", "Helper")
    assert more.proposal.mapping.fields["parties"].roles == {"investor": ("Investor",), "partner": ("Helper",)}
    assert more.proposal.unused == ()
    again = _choose(more, "Parties: partner", "column", "Helper")
    assert again.proposal.mapping.fields["parties"].roles == {"investor": ("Investor",)}
    assert again.proposal.unused == ("Helper",)


def test_two_columns_of_a_role_may_say_the_same_in_two_languages(answered: Prepared) -> None:
    roles = _choose(answered, "Parties: investor", "column", "Helper")
    assert roles.proposal.mapping.fields["parties"].roles == {"investor": ("Investor", "Helper")}
    both = _choose(roles, "Parties: investor", "pair", "zh en")
    assert both.proposal.mapping.fields["parties"].roles == {"investor": (Pair("Investor", "Helper"),)}
    apart = _choose(both, "Parties: investor", "pair", "")
    assert apart.proposal.mapping.fields["parties"].roles == {"investor": ("Investor", "Helper")}


def test_another_column_is_read_as_its_own_words_say(answered: Prepared) -> None:
    other = _choose(answered, "Deal", "column", "Helper")
    assert other.proposal.mapping.fields["title"].column == ("Helper",)
    assert other.proposal.mapping.fields["title"].instead == ("Project",)
    assert not look(other, quiet).refusals, "the row without a helper is called by its project"
    asked = _choose(answered, "Amount", "column", "Project")
    assert [question.field for question in asked.proposal.questions] == ["amount"]


def test_what_every_record_needs_can_t_be_left_out(answered: Prepared) -> None:
    assert [one for one in choices(answered, _slot(answered, "Deal")) if not one.key] == []
    without = _choose(answered, "Amount", "", "")
    assert "amount" not in without.proposal.mapping.fields


def test_the_lines_hold_the_first_records_and_the_refusals(answered: Prepared) -> None:
    rows = import_lines(answered, mapping_rows(answered), [], look(answered, quiet), 100)
    text = "\n".join("".join(piece for piece, _ink in row.pieces).rstrip() for row in rows)
    amounts = next(line for line in text.splitlines() if line.startswith("   Amount  "))
    assert amounts.split() == ["Amount", "Amount", "(EUR)", "EUR", "12", "EUR", "30"]
    assert re.search(r"   Parties: investor +Investor +Aa GmbH +Aa GmbH\n", text)
    assert '   row 3: Country: "Mars" is not known here.' in text
    assert re.search(r" Columns that no field takes\n   Helper +a field of its own: text on one line\n", text)
    assert re.search(r" What would come of it\n   Deal +2 of 2 from Project\n", text)


def test_the_chosen_mapping_is_what_is_brought_in_and_saved(answered: Prepared, archive: Path) -> None:
    before = hashes(archive)
    look(answered, quiet)
    assert hashes(archive) == before
    done = bring(answered, quiet)
    assert done.written
    assert [row["amount"] for row in rows_of(archive / "data/fair-deals-list/deals.csv")] == ["12", "30"]
    saved = prepare(Store(read(archive)), answered.listed.sheet.path, kinds()["deals"], "fair")
    assert saved.given
    assert saved.proposal.mapping.fields == answered.proposal.mapping.fields
    standing = hashes(archive)
    assert bring(saved, quiet).written == writing.Written(())
    other = _choose(saved, "Amount", "unit", "m")
    with pytest.raises(StandsAlready):
        bring(other, quiet)
    assert hashes(archive) == standing
    bring(other, quiet, replace_=True)
    assert [row["amount"] for row in rows_of(archive / "data/fair-deals-list/deals.csv")] == ["12000000", "30000000"]


@pytest.mark.parametrize("at", ["reading", "converting", "writing"])
def test_breaking_off_leaves_the_archive_as_it_was(answered: Prepared, archive: Path, at: str) -> None:
    def broken_off(what: str, _done: int, _of: int) -> None:
        if what == at:
            raise Cancelled

    before = hashes(archive)
    with pytest.raises(Cancelled):
        bring(answered, broken_off)
    assert hashes(archive) == before


def test_it_is_off_in_secure_mode(archive: Path) -> None:
    for confined, offered in ((None, True), (Confinement(None), False), (Confinement(archive), False)):
        screen = BrowseScreen(Session(Store(read(archive)), confined=confined))
        assert screen.check_action("import_list", ()) is offered
