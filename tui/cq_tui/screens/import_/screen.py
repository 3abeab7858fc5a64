"""Importing a list: the proposed mapping beside the first rows as they would be, changed until it is right."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from cq_tui.importing.errors import ImportProblem, NotDecoded, StandsAlready
from cq_tui.importing.import_result import ImportResult, bring, look
from cq_tui.importing.progress import Progress
from cq_tui.importing.recognise.headers.header import NoHeader
from cq_tui.importing.recognise.prepare import Prepared, prepare
from cq_tui.language import _, ngettext
from cq_tui.screens.base.controller import attach, bindings_of
from cq_tui.screens.base.page_screen import PageScreen
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.base.reload import reload_archive
from cq_tui.screens.base.session import Session
from cq_tui.screens.import_.mapping import MappingController
from cq_tui.screens.import_.replace import Replacement, ReplaceScreen, changes_of
from cq_tui.screens.import_.state import ImportState, MappingChanged, SourceChanged
from cq_tui.store.store import Cancelled, QueryError, Store
from cq_tui.store.views.summary import told_events
from cq_tui.values.clean import clean_line
from cq_tui.widgets.base.action import N_, action
from cq_tui.widgets.base.key_line import KeyLine
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.linked_lines import Row
from cq_tui.widgets.base.status_lines import Status, TextLine
from cq_tui.widgets.views.import_lines import first_question, import_lines
from cq_tui.widgets.views.import_places import encoding_line, place_lines

Found = TypeVar("Found")
USUAL_KIND = "deals"
"""What a list is read as where nothing tells it."""
Done = Callable[[Store, Prepared, ImportResult], None]
"""Called with the archive as it is read again, the list, and what became of it."""


class MappingList(LinkList):
    """Fields to change."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("import-change", "enter,right,l", N_("change"), first=True, call="follow"),
    ]


class ImportScreen(PageScreen):
    """Nothing is written until ``w``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("import-write", "w", N_("import"), first=True, call="write"),
        action("import-replace", "exclamation_mark", N_("replace"), first=True, call="replace"),
        *bindings_of(MappingController),
        action("import-back", "escape,q", N_("back"), first=True, call="back"),
    ]

    def __init__(self, session: Session, path: Path, done: Done, kind: str = USUAL_KIND) -> None:
        """``kind``: what the list is read as at first."""
        super().__init__(session)
        self._done = done
        events = told_events(session.store) or session.store.records("events")
        only = events[0].id if len(events) == 1 else ""
        self.state = ImportState(path, session.store.kind(kind), only)
        self._mapping = MappingController(self, self.state)
        self._looked_at = False
        """Whether the lines were shown; the first time the cursor goes to the first question."""
        self._runner = self.new_runner("import")
        attach(self, [self._mapping])

    def compose(self) -> ComposeResult:
        """Title, the list, the mapping, how many rows, the keys."""
        yield TextLine(id="title")
        yield TextLine(id="where")
        yield MappingList()
        yield Status(id="status")
        yield KeyLine()

    def on_mount(self) -> None:
        """Recognise the list."""
        self.show_title()
        self.query_one(LinkList).focus()
        self._prepare()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What stands in the archive already can be replaced; no key changes what is being written."""
        if action == "replace":
            return self.state.replaceable and not self.state.writing
        if action == "write":
            return not self.state.writing
        if action in ("kind", "event"):
            return self._mapping.allows(action, parameters)
        return super().check_action(action, parameters)

    def rebuild_view(self) -> None:
        """Everything in the language in force; the list anew where its kind was declared anew, or is gone."""
        super().rebuild_view()
        state, schema = self.state, self.session.store.schema
        kind = schema.get(state.kind.name, schema[USUAL_KIND])
        if kind is not state.kind and not state.writing:
            state.kind = kind
            self._prepare()
        else:
            self._show()
            self._show_state()

    @on(SourceChanged)
    def _prepare(self) -> None:
        state, store = self.state, self.session.store
        state.begin()
        self._looked_at = False
        self._show_where()
        recognise = partial(prepare, store, state.path, state.kind, state.event, location=state.table_position)
        self._run(lambda progress: recognise(progress=progress), self._take)

    @on(MappingChanged)
    def _changed(self, event: MappingChanged) -> None:
        self._take(event.prepared)

    def _take(self, prepared: Prepared) -> None:
        """A list under a mapping: show it, and see what would become of it."""
        self.state.take(prepared)
        self._show_where()
        self._show()
        if prepared.proposal.questions:
            self._runner.cancel()
            self._show_state()
        else:
            self._run(partial(look, prepared), self._show_result)

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

    def _show_result(self, result: ImportResult) -> None:
        self.state.take_result(result)
        self._show()
        self._show_state()

    def _show_state(self) -> None:
        """How many questions are open, else what would become of the rows; nothing while that is looked at."""
        prepared, result = self.state.prepared, self.state.result
        if prepared is not None and (count := len(prepared.proposal.questions)):
            words = ngettext("{count} question is open: Enter on its line answers it.",
                         "{count} questions are open: Enter on their lines answers them.", count)  # fmt: skip
            self.show_message(words.format(count=count))
        if result is None or self.state.writing or prepared is None or prepared.proposal.questions:
            return
        rows, accepted, refused, *aside = result.counts.of_rows()
        styles = ("main", "text", "fault" if result.counts.refused else "text", "dim", "dim")
        self.query_one(Status).update(list(zip((rows, accepted, refused, *aside), styles, strict=False)))

    def _fail(self, problem: Exception) -> None:
        state = self.state
        state.writing, state.replaceable = False, isinstance(problem, StandsAlready)
        self.show_keys()
        why = f"{problem} " + _("! replaces it.") if state.replaceable else str(problem)
        self.show_message(why, "fault")
        if state.prepared is None:
            state.sheet = problem.sheet if isinstance(problem, NoHeader) else None
            other = [encoding_line()] if isinstance(problem, NotDecoded) else [Row()]
            self.query_one(LinkList).show(
                partial(place_lines, state.sheet, None) if state.sheet else lambda _width: other
            )

    def show_message(self, message: str, style: str = "accent") -> None:
        """Show a message in place of the counts."""
        self.query_one(Status).show_message(message, style)

    def _show_where(self) -> None:
        store, state = self.session.store, self.state
        name = clean_line(state.path.name)
        parts = [(f" {name}", "accent"), (f"  {state.kind.label}", "text")]
        if state.kind.event is not None:
            called = store.name("events", state.event) if state.event else _("event not told")
            parts.append((f"  {clean_line(called)}", "text"))
        if state.prepared is not None:
            if row := state.prepared.listed.header.row:
                parts.append(("  " + _("the header is row {row}").format(row=row), "dim"))
            elif state.prepared.listed.header.nameless:
                parts.append(("  " + _("no row is a header"), "dim"))
            if state.prepared.given:
                parts.append(("  " + _("mapping read from MAP.toml"), "dim"))
        self.query_one("#where", TextLine).update(parts)

    def _show(self) -> None:
        view, state = self.query_one(LinkList), self.state
        if state.prepared is not None:
            build = partial(import_lines, state.prepared, state.mapping, state.unclear, state.result)
            if not self._looked_at:
                asked = first_question(build(view.size.width), state.mapping, state.unclear)
                view.show(build, (max(0, asked - view.size.height + 1), asked))
            else:
                view.show(build, view.row)
            self._looked_at = True
        self.show_keys()

    @on(LinkList.Followed)
    def _followed(self, event: LinkList.Followed) -> None:
        self._mapping.follow(event.link)

    def action_write(self) -> None:
        """Put the accepted rows into the archive."""
        self._write(replace=False)

    def action_replace(self) -> None:
        """Show what the accepted rows would change in place of those of an earlier import, and replace them there."""
        prepared = self.state.prepared
        if prepared is not None:
            self._run(partial(changes_of, prepared), self._show_changes)

    def _show_changes(self, found: Replacement) -> None:
        self._show_state()

        def replace(keep_history: bool) -> None:
            self._write(replace=True, keep_history=keep_history)

        self.app.push_screen(ReplaceScreen(self.session, self.state.path.name, found, replace))

    def _write(self, *, replace: bool, keep_history: bool = False) -> None:
        prepared = self.state.prepared
        if prepared is None:  # the status line says why
            self.notify(_("There are no rows to import yet."), severity="warning", markup=False)
            return
        if prepared.proposal.questions:
            self.show_message(_("A question is open: Enter on its line answers it."), "fault")
            return
        self.state.writing, self.state.replaceable = True, False
        self.show_keys()
        bring_ = partial(bring, prepared, replace_=replace, keep_history=keep_history)
        self._run(partial(self._bring, prepared, bring_), self._brought)

    def _bring(
        self, prepared: Prepared, bring_: Callable[[Progress], ImportResult], progress: Progress
    ) -> tuple[Store, Prepared, ImportResult]:
        result = bring_(progress)
        found = reload_archive(self.session)
        if isinstance(found, str):
            raise ImportProblem(found)
        return found, prepared, result

    def _brought(self, done: tuple[Store, Prepared, ImportResult]) -> None:
        self._done(*done)

    def action_back(self) -> None:
        """Break off what is being written, or go back; the archive is as it was."""
        if self.state.writing:
            self._runner.cancel()
            self.state.writing = False
            self.show_keys()
            self.show_message(_("Broken off; the archive is as it was."))
        else:
            self.app.pop_screen()
