"""What can be said of rows: of those that are the same, that go on with the one above, and that add up others."""

from dataclasses import replace

from cq_tui.importing.recognise.answers.choices import OPEN, Choice, side_of
from cq_tui.importing.recognise.maps.asked import Answer, Asked, Question
from cq_tui.importing.recognise.maps.mapping import COUNT, EACH, EMPTY, HOLD, LEAVE, ONE
from cq_tui.importing.recognise.prepare import Prepared
from cq_tui.language import _


def same_rows_words(same_rows: str) -> str:
    """What becomes of rows that say the same as an earlier one, in words."""
    return _("each of them counts") if same_rows == COUNT else _("they are left out")


def of_same_rows(prepared: Prepared) -> list[Choice]:
    """What can become of rows that say the same as an earlier one; where it is asked, with what would come of it."""
    asked = question_of_copies(prepared)
    if asked is None:
        held = prepared.proposal.mapping.same_rows
        return [Choice("same", one, same_rows_words(one), chosen=one == held) for one in (COUNT, LEAVE)]
    return _of_rows(asked, [(one, same_rows_words(str(one.value)), one.remark) for one in asked.answers])


def shared_rows_words(said: str) -> str:
    """What rows are that say the same but for a party, in words."""
    return _("one record that names several") if said == ONE else _("each is a record")


def of_shared_rows(prepared: Prepared) -> list[Choice]:
    """What rows can be that say the same but for a party; where it is asked, with what would come of it."""
    if asked := question_of_shared(prepared):
        return _of_rows(asked, [(one, shared_rows_words(str(one.value)), one.remark) for one in asked.answers])
    told = prepared.proposal.mapping.shared_rows
    return [Choice("shared", one, shared_rows_words(one), chosen=one == told) for one in (ONE, EACH)]


def of_totals(asked: Question) -> list[Choice]:
    """What rows are whose amounts add up others, and what would come of it."""
    return _of_rows(asked, [(one, one.remark, "") for one in asked.answers])


def below_words(said: str) -> str:
    """What the empty cells say of rows that go on with the one above them, in words."""
    return _("it holds for them, too") if said == HOLD else _("they say nothing of it")


def of_below(prepared: Prepared) -> list[Choice]:
    """What the empty cells may say of rows that go on with the one above them."""
    if asked := question_of_below(prepared):
        return _of_rows(asked, [(one, below_words(str(one.value)), one.remark) for one in asked.answers])
    told = prepared.proposal.mapping.below_rows
    return [Choice("below", one, below_words(one), chosen=one == told) for one in (HOLD, EMPTY)]


def headings_words(said: str) -> str:
    """What headings between the rows say of the rows below them, in words."""
    return _("it holds for the rows below them") if said == HOLD else _("they say nothing of them")


def of_headings(prepared: Prepared) -> list[Choice]:
    """What headings between the rows may say of the rows below them."""
    if asked := question_of_headings(prepared):
        return _of_rows(asked, [(one, headings_words(str(one.value)), one.remark) for one in asked.answers])
    told = prepared.proposal.mapping.headings
    return [Choice("headings", one, headings_words(one), chosen=one == told) for one in (HOLD, EMPTY)]


def question_of_headings(prepared: Prepared) -> Question | None:
    """What is asked of headings between the rows, if it is."""
    return next((one for one in prepared.proposal.questions if one.asked is Asked.HEADINGS), None)


def question_of_below(prepared: Prepared) -> Question | None:
    """What is asked of rows that go on with the one above them, if it is."""
    return next((one for one in prepared.proposal.questions if one.asked is Asked.ROWS_BELOW), None)


def question_of_copies(prepared: Prepared) -> Question | None:
    """What is asked of rows that say the same as an earlier one, if it is."""
    return next((one for one in prepared.proposal.questions if one.asked is Asked.SAME_ROWS), None)


def question_of_shared(prepared: Prepared) -> Question | None:
    """What is asked of rows that say the same but for a party, if it is."""
    return next((one for one in prepared.proposal.questions if one.asked is Asked.ROWS_OF_ONE_RECORD), None)


def question_of_totals(prepared: Prepared) -> Question | None:
    """What is asked of rows that add up others, if it is."""
    return next((one for one in prepared.proposal.questions if one.asked.of_totals), None)


def _of_rows(asked: Question, answers: list[tuple[Answer, str, str]]) -> list[Choice]:
    """The answers of a question about rows, each with its words and a remark, the likely one first."""
    open_ = [] if any(one.likely for one in asked.answers) else [Choice(OPEN, "", _("leave it open"), chosen=True)]
    return open_ + [
        Choice(one.key, str(one.value), words, side_of(replace(one, remark=remark)), one.likely, in_full=True)
        for one, words, remark in sorted(answers, key=lambda each: not each[0].likely)
    ]
