"""Changing how a list is read: its kind, event, sheet and header, the fields of its columns, unclear words."""

from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from cq_tui.importing.recognise.answers.choices import (
    OPEN,
    Choice,
    choices,
    header_rows,
    sheets,
)
from cq_tui.importing.recognise.answers.mapping_edits import changed, with_row
from cq_tui.importing.recognise.answers.mapping_rows import MappingRow
from cq_tui.importing.recognise.answers.questions import UnclearWord, meanings, with_meaning
from cq_tui.importing.recognise.answers.settings import with_column
from cq_tui.importing.recognise.maps.mapping import BECOMES_WORDS
from cq_tui.importing.recognise.prepare import ListLocation, Prepared
from cq_tui.importing.sources.encoding.names import called, known_encoding, option
from cq_tui.importing.sources.encoding.samples import samples
from cq_tui.importing.sources.sheet import Sheet
from cq_tui.language import _
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.controller import Controller
from cq_tui.screens.dialogs.choice import ChoiceScreen
from cq_tui.screens.import_.rows import ask_of_rows
from cq_tui.screens.import_.state import ImportState, MappingChanged, SourceChanged
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.linked_lines import Link


class MappingController(Controller):
    """Opens a dialog for each thing that can be changed; no key changes what is being written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("import-kind", "K", N_("other kind"), first=True, call="kind"),
        action("import-event", "E", N_("other event"), first=True, call="event"),
    ]

    def __init__(self, screen: BaseScreen, state: ImportState) -> None:
        self._screen = screen
        self._state = state

    def allows(self, action: str, parameters: tuple[object, ...]) -> bool:  # noqa: ARG002
        """Nothing is changed while it is written; some kinds belong to no event."""
        return not self._state.writing and (action != "event" or self._state.kind.event is not None)

    def follow(self, link: Link) -> None:
        """Change what a line of the mapping is about."""
        state = self._state
        if state.writing:
            return
        match link.kind:
            case "encoding":
                self._ask_encoding()
            case "sheet" | "header" if state.sheet is not None:
                self._ask_position(state.sheet, link.kind)
            case "unclear" if state.prepared is not None:
                self._ask_meaning(state.prepared, state.unclear[int(link.id or 0)])
            case "rows" | "below" | "headings" | "totals" if state.prepared is not None:
                ask_of_rows(self._screen, state, state.prepared, link.kind)
            case "row" if state.prepared is not None and link.id:
                self._screen.post_message(MappingChanged(with_row(state.prepared, int(link.id))))
            case "column" if state.prepared is not None and link.id:
                self._ask_column(state.prepared, link.id)
            case "slot" if state.prepared is not None:
                self._ask_field(state.prepared, state.mapping[int(link.id or 0)])

    def _ask_position(self, sheet: Sheet, what: str) -> None:
        def take(choice: Choice | None) -> None:
            if choice is not None:
                header = choice.key == "header"
                prepared = self._state.prepared
                encoding = prepared.proposal.mapping.encoding if prepared else ""
                self._state.table_position = (
                    ListLocation(sheet.name, int(choice.value), encoding) if header else ListLocation(choice.value)
                )
                self._screen.post_message(SourceChanged())

        place = self._state.prepared.proposal.place if self._state.prepared else None
        asked = place if place and place.field == what else None
        every = sheets(sheet, asked) if what == "sheet" else header_rows(sheet, self._state.prepared)
        words = _("The list stands on the sheet") if what == "sheet" else _("The header is")
        words = asked.text if asked else words
        self._screen.app.push_screen(ChoiceScreen(self._screen.session, words, every), take)

    def _ask_encoding(self) -> None:
        def take(choice: Choice | None) -> None:
            if choice is not None:
                self._state.table_position = ListLocation(encoding=choice.value)
                self._screen.post_message(SourceChanged())

        state = self._state
        held = known_encoding(state.sheet.encoding) if state.sheet else ""
        told = [str(one) for one in state.sheet.noticed] if state.sheet else []
        every = [
            Choice("encoding", option(codec), called(codec), sample, known_encoding(codec) == held, option(codec))
            for codec, sample in samples(state.path)
        ]
        words = _("The file is saved as")
        self._screen.app.push_screen(ChoiceScreen(self._screen.session, words, every, told=told[:1]), take)

    def _ask_meaning(self, prepared: Prepared, word: UnclearWord) -> None:
        def take(choice: Choice | None) -> None:
            if choice is not None:
                self._screen.post_message(MappingChanged(with_meaning(prepared, word, choice)))

        words = _('"{word}" means').format(word=word.text)
        self._screen.app.push_screen(ChoiceScreen(self._screen.session, words, meanings(prepared, word)), take)

    def _ask_column(self, prepared: Prepared, column: str) -> None:
        def take(choice: Choice | None) -> None:
            if choice is not None:
                self._screen.post_message(MappingChanged(with_column(prepared, column, choice.value)))

        told = prepared.proposal.mapping.columns.get(column, "")
        every = [Choice("", "", _("what its cells are"), chosen=not told)]
        every += [Choice(one, one, _(words), chosen=one == told) for one, words in BECOMES_WORDS.items()]
        words = _("The column {name} becomes").format(name=column)
        self._screen.app.push_screen(ChoiceScreen(self._screen.session, words, every), take)

    def _ask_field(self, prepared: Prepared, row: MappingRow) -> None:
        question = row.question
        words = question.text if question else _("{field} is read from").format(field=row.words)
        every = choices(prepared, row)
        take = partial(self._take_field, prepared, row)
        told = [why] if (why := prepared.proposal.why(row.field.name)) else []
        self._screen.app.push_screen(ChoiceScreen(self._screen.session, words, every, told=told), take)

    def _take_field(self, prepared: Prepared, row: MappingRow, choice: Choice | None) -> None:
        if choice is not None and choice.key != OPEN:
            self._screen.post_message(MappingChanged(changed(prepared, row, choice)))

    def action_kind(self) -> None:
        """Read the list as records of another kind."""

        def take(choice: Choice | None) -> None:
            if choice is not None:
                self._state.kind = self._screen.session.store.kind(choice.value)
                self._screen.post_message(SourceChanged())

        kinds = self._screen.session.store.schema.values()
        every = [Choice("kind", one.name, str(one.label), chosen=one.name == self._state.kind.name) for one in kinds]
        self._screen.app.push_screen(ChoiceScreen(self._screen.session, _("The list holds"), every), take)

    def action_event(self) -> None:
        """Say which event the list belongs to."""

        def take(choice: Choice | None) -> None:
            if choice is not None:
                self._state.event = choice.value
                self._screen.post_message(SourceChanged())

        state, events = self._state, self._screen.session.store.records("events")
        every = [Choice("event", one.id, one.called, one.id, one.id == state.event) for one in events]
        if state.kind.event is not None and not state.kind.event.required:
            every.append(Choice("event", "", _("to none"), chosen=not state.event))
        if every:
            self._screen.app.push_screen(ChoiceScreen(self._screen.session, _("The list belongs to"), every), take)
        else:
            words = _("This archive has no event yet; write it into data/events.toml.")
            self._screen.show_message(words, "fault")
