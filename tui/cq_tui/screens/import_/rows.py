"""The dialogs in which is said what rows are that are the same, go on with the one above, or add up others."""

from collections.abc import Callable

from cq_tui.importing.recognise.answers.choices import OPEN, Choice
from cq_tui.importing.recognise.answers.choices_of_rows import (
    of_below,
    of_headings,
    of_same_rows,
    of_shared_rows,
    of_totals,
    question_of_below,
    question_of_copies,
    question_of_headings,
    question_of_shared,
    question_of_totals,
)
from cq_tui.importing.recognise.answers.mapping_edits import with_rows, with_rows_said, with_same_rows
from cq_tui.importing.recognise.prepare import ListLocation, Prepared
from cq_tui.language import _
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.dialogs.choice import ChoiceScreen
from cq_tui.screens.import_.state import ImportState, MappingChanged, SourceChanged

Take = Callable[[Choice], object]


def ask_of_rows(screen: BaseScreen, state: ImportState, prepared: Prepared, about: str) -> None:
    """Ask about rows; ``about``: the kind of the link that leads there."""

    def remap(changed: Prepared) -> None:
        screen.post_message(MappingChanged(changed))

    def read_anew(choice: Choice) -> None:
        listed, mapping = prepared.listed, prepared.proposal.mapping
        said = {"below": mapping.below_rows, "headings": mapping.headings, choice.key: choice.value}
        state.table_position = ListLocation(listed.sheet.name, listed.header.row, mapping.encoding, **said)
        screen.post_message(SourceChanged())

    match about:
        case "rows":
            copies = question_of_copies(prepared)
            words = copies.text if copies else _("Rows that are the same as an earlier one")
            _ask(screen, words, of_same_rows(prepared), lambda one: remap(with_same_rows(prepared, one.value)))
        case "shared":
            shared = question_of_shared(prepared)
            words = shared.text if shared else _("Rows that are the same but for a party")
            every = of_shared_rows(prepared)
            _ask(screen, words, every, lambda one: remap(with_rows_said(prepared, "shared", one.value)))
        case "below":
            below = question_of_below(prepared)
            words = below.text if below else _("Rows that go on with the one above")
            _ask(screen, words, of_below(prepared), read_anew)
        case "headings":
            headings = question_of_headings(prepared)
            words = headings.text if headings else _("Headings between the rows")
            _ask(screen, words, of_headings(prepared), read_anew)
        case _ if totals := question_of_totals(prepared):
            _ask(screen, totals.text, of_totals(totals), lambda one: remap(with_rows(prepared, one.key, one.value)))


def _ask(screen: BaseScreen, words: str, every: list[Choice], take: Take) -> None:
    def taken(choice: Choice | None) -> None:
        if choice is not None and choice.key != OPEN:
            take(choice)

    screen.app.push_screen(ChoiceScreen(screen.session, words, every), taken)
