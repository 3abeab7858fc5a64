"""Importing a list: the proposed mapping beside the first rows as they would be, changed until it is right."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from cq_tui.importing.errors import ImportProblem, StandsAlready
from cq_tui.importing.import_result import ImportResult, bring, look
from cq_tui.importing.progress import Progress
from cq_tui.importing.recognise.header import NoHeader
from cq_tui.importing.recognise.mapping_edits import Choice, changed, choices, header_rows, sheets
from cq_tui.importing.recognise.mapping_rows import MappingRow, mapping_rows
from cq_tui.importing.recognise.prepare import Place, Prepared, prepare
from cq_tui.importing.recognise.questions import UnclearWord, asked_words, meanings, said, unclear
from cq_tui.importing.sources.sheet import Sheet
from cq_tui.language import _, many
from cq_tui.schema.kind import Kind
from cq_tui.screens.base.page_screen import PageScreen
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.base.reload import reload_archive
from cq_tui.screens.base.session import Session
from cq_tui.screens.dialogs.choice import ChoiceScreen
from cq_tui.store.store import Cancelled, QueryError, Store
from cq_tui.store.views.summary import told_events
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import action, noted
from cq_tui.widgets.base.link_list import LinkList, Row
from cq_tui.widgets.base.status_lines import Status, TextLine
from cq_tui.widgets.views.import_lines import first_question, import_lines, place_lines

Found = TypeVar("Found")
Done = Callable[[Store, Prepared, ImportResult], None]
"""Called with the archive as it is read again, the list, and what became of it."""


class MappingList(LinkList):
    """Fields to change."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("import-change", "enter,right,l", noted("change"), first=True, call="follow"),
    ]


class ImportScreen(PageScreen):
    """Nothing is written until ``w``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("import-write", "w", noted("import"), first=True, call="write"),
        action("import-replace", "exclamation_mark", noted("replace"), first=True, call="replace"),
        action("import-kind", "K", noted("other kind"), first=True, call="kind"),
        action("import-event", "E", noted("other event"), first=True, call="event"),
        action("import-back", "escape,q", noted("back"), first=True, call="back"),
    ]

    def __init__(self, session: Session, path: Path, done: Done) -> None:
        super().__init__(session)
        self._path = path
        self._done = done
        self._kind: Kind = session.store.kind("deals")
        told = told_events(session.store) or session.store.records("events")
        self._event = told[0].id if len(told) == 1 else ""
        self._prepared: Prepared | None = None
        self._place: Place | None = None
        self._sheet: Sheet | None = None
        self._slots: list[MappingRow] = []
        self._unclear: list[UnclearWord] = []
        self._looked_at = False
        self._outcome: ImportResult | None = None
        self._stands = False
        self._writing = False
        self._runner = self.new_runner("import")

    def compose(self) -> ComposeResult:
        """Title, the list, the mapping, how many rows, the keys."""
        yield TextLine(id="title")
        yield TextLine(id="where")
        yield MappingList()
        yield Status(id="status")
        yield TextLine(id="keys")

    def on_mount(self) -> None:
        """Recognise the list."""
        self.show_title()
        self.query_one(LinkList).focus()
        self._prepare()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What stands in the archive already can be replaced; no key changes what is being written."""
        if action == "replace":
            return self._stands and not self._writing
        if action in ("write", "kind", "event"):
            return not self._writing and (action != "event" or self._kind.event is not None)
        return super().check_action(action, parameters)

    def rebuild_view(self) -> None:
        """Everything in the language in force."""
        super().rebuild_view()
        self._show()

    def _prepare(self) -> None:
        self._prepared = self._outcome = None
        self._looked_at = False
        self._stands = False
        self._show_where()
        store, place = self.session.store, self._place
        recognise = partial(prepare, store, self._path, self._kind, self._event, place=place)
        self._run(lambda _progress: recognise(), self._take)

    def _take(self, prepared: Prepared) -> None:
        """A list under a mapping: show it, and see what would become of it."""
        self._prepared, self._sheet = prepared, prepared.listed.sheet
        self._slots = mapping_rows(prepared)
        before = self._outcome
        met, near = (before.words, before.near) if before else (asked_words(prepared), ())
        self._unclear = unclear(prepared, met, near)
        self._stands = False
        self._show_where()
        self._show()
        if questions := prepared.proposal.questions:
            self._runner.cancel()
            count = len(questions)
            words = many("{count} question is open: Enter on its line answers it.",
                         "{count} questions are open: Enter on their lines answers them.", count)  # fmt: skip
            self.query_one(Status).show_message(words.format(count=count))
        else:
            self._run(partial(look, prepared), self._arrive)

    def _run(self, do: Callable[[Progress], Found], show: Callable[[Found], None]) -> None:
        """Break off what runs, and do something else; ``show`` is called with what it gives."""

        def work(question: Question) -> None:
            shown = ""

            def progress(what: str, done: int, of: int) -> None:
                nonlocal shown
                words = f"{what} {done} / {of}" if of else f"{what} {done:,}" if done else what
                if question.stale:
                    raise Cancelled
                if words != shown:
                    shown = words
                    question.show(self._show_progress, words)

            question.show(show, do(progress))

        self._runner.ask(work, self._fail, errors=(ImportProblem, QueryError))

    def _show_progress(self, words: str) -> None:
        self.query_one(Status).update([(words, "dim"), (_("Esc breaks it off"), "dim")])

    def _arrive(self, outcome: ImportResult) -> None:
        self._outcome = outcome
        if self._prepared is not None:
            self._unclear = unclear(self._prepared, outcome.words, outcome.near)
        self._show()
        rows = many("{count} row", "{count} rows", outcome.rows).format(count=f"{outcome.rows:,}")
        accepted = _("{count} accepted").format(count=f"{outcome.accepted:,}")
        refused = _("{count} refused").format(count=f"{outcome.refused:,}")
        self.query_one(Status).update(
            [(rows, "main"), (accepted, "text"), (refused, "fault" if outcome.refused else "text")]
        )

    def _fail(self, problem: Exception) -> None:
        self._writing = False
        self._stands = isinstance(problem, StandsAlready)
        self.show_keys()
        why = f"{problem} " + _("! replaces it.") if self._stands else str(problem)
        self.query_one(Status).show_message(why, "fault")
        if self._prepared is None:
            self._sheet = problem.sheet if isinstance(problem, NoHeader) else None
            self.query_one(LinkList).show(
                partial(place_lines, self._sheet, None) if self._sheet else lambda _width: [Row()]
            )

    def _show_where(self) -> None:
        store, event = self.session.store, self._event
        name = clean_line(self._path.name)
        parts = [(f" {name}", "accent"), (f"  {self._kind.label}", "text")]
        if self._kind.event is not None:
            called = store.name("events", event) if event else _("event not told")
            parts.append((f"  {clean_line(called)}", "text"))
        if self._prepared is not None:
            if row := self._prepared.listed.header.row:
                parts.append(("  " + _("the header is row {row}").format(row=row), "dim"))
            if self._prepared.given:
                parts.append(("  " + _("mapping read from MAP.toml"), "dim"))
        self.query_one("#where", TextLine).update(parts)

    def _show(self) -> None:
        view = self.query_one(LinkList)
        if self._prepared is not None:
            build = partial(import_lines, self._prepared, self._slots, self._unclear, self._outcome)
            if not self._looked_at:
                asked = first_question(build(view.size.width), self._slots, self._unclear)
                view.show(build, (max(0, asked - view.size.height + 1), asked))
            else:
                view.show(build, view.row)
            self._looked_at = True
        self.show_keys()

    @on(LinkList.Followed)
    def _followed(self, event: LinkList.Followed) -> None:
        if self._writing:
            return
        match event.link.kind:
            case "sheet" | "header" if self._sheet is not None:
                self._ask_place(self._sheet, event.link.kind)
            case "unclear" if self._prepared is not None:
                one = self._unclear[int(event.link.id or 0)]
                every = meanings(self._prepared, one)
                what = _('"{word}" means').format(word=one.text)
                self.app.push_screen(ChoiceScreen(self.session, what, every), partial(self._say, one))
            case "slot" if self._prepared is not None:
                self._ask(self._prepared, self._slots[int(event.link.id or 0)])

    def _ask_place(self, sheet: Sheet, what: str) -> None:
        every = sheets(sheet) if what == "sheet" else header_rows(sheet, self._prepared)
        words = _("The list stands on the sheet") if what == "sheet" else _("The header is")
        self.app.push_screen(ChoiceScreen(self.session, words, every), partial(self._other_place, sheet))

    def _other_place(self, sheet: Sheet, choice: Choice | None) -> None:
        if choice is not None:
            header = choice.key == "header"
            self._place = Place(sheet.name, int(choice.value)) if header else Place(choice.value)
            self._prepare()

    def _say(self, one: UnclearWord, choice: Choice | None) -> None:
        if choice is not None and self._prepared is not None:
            self._take(said(self._prepared, one, choice))

    def _ask(self, prepared: Prepared, slot: MappingRow) -> None:
        what = slot.question.text if slot.question else _("{field} is read from").format(field=slot.words)
        every = choices(prepared, slot)
        question = slot.question
        query_results = [place for place, one in enumerate(every) if question and question.answered_by(one.key)]
        start = next(
            (place for place in query_results if every[place].key == "constant"), next(iter(query_results), None)
        )
        self.app.push_screen(ChoiceScreen(self.session, what, every, start), partial(self._choose, slot))

    def _choose(self, slot: MappingRow, choice: Choice | None) -> None:
        if choice is not None and self._prepared is not None:
            self._take(changed(self._prepared, slot, choice))

    def action_kind(self) -> None:
        """Read the list as records of another kind."""
        every = [
            Choice("kind", one.name, str(one.label), chosen=one is self._kind)
            for one in self.session.store.schema.values()
        ]
        self.app.push_screen(ChoiceScreen(self.session, _("The list holds"), every), self._other_kind)

    def _other_kind(self, choice: Choice | None) -> None:
        if choice is not None:
            self._kind = self.session.store.kind(choice.value)
            self._prepare()

    def action_event(self) -> None:
        """Say which event the list belongs to."""
        events = self.session.store.records("events")
        every = [Choice("event", one.id, one.called, one.id, one.id == self._event) for one in events]
        if self._kind.event is not None and not self._kind.event.required:
            every.append(Choice("event", "", _("to none"), chosen=not self._event))
        if every:
            self.app.push_screen(ChoiceScreen(self.session, _("The list belongs to"), every), self._other_event)
        else:
            self.query_one(Status).show_message(
                _("This archive has no event yet; write it into data/events.toml."), "fault"
            )

    def _other_event(self, choice: Choice | None) -> None:
        if choice is not None:
            self._event = choice.value
            self._prepare()

    def action_write(self) -> None:
        """Put the accepted rows into the archive."""
        self._write(replace=False)

    def action_replace(self) -> None:
        """Put them into the place of what an earlier import wrote."""
        self._write(replace=True)

    def _write(self, *, replace: bool) -> None:
        prepared = self._prepared
        if prepared is None:
            return
        if prepared.proposal.questions:
            self.query_one(Status).show_message(_("A question is open: Enter on its line answers it."), "fault")
            return
        self._writing, self._stands = True, False
        self.show_keys()
        self._run(partial(self._bring, prepared, replace), self._brought)

    def _bring(self, prepared: Prepared, replace: bool, progress: Progress) -> tuple[Store, Prepared, ImportResult]:
        outcome = bring(prepared, progress, replace_=replace)
        found = reload_archive(self.session)
        if isinstance(found, str):
            raise ImportProblem(found)
        return found, prepared, outcome

    def _brought(self, done: tuple[Store, Prepared, ImportResult]) -> None:
        self._done(*done)

    def action_back(self) -> None:
        """Break off what is being written, or go back; the archive is as it was."""
        if self._writing:
            self._runner.cancel()
            self._writing = False
            self.show_keys()
            self.query_one(Status).show_message(_("Broken off; the archive is as it was."))
        else:
            self.app.pop_screen()
