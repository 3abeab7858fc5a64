"""Import action: pick a file, open the import screen, show the imported records."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from cq_tui.archive.read import SEED_KINDS, shipped
from cq_tui.files.named import ServerRoot, only_in_a_folder
from cq_tui.language import _, ngettext, sentences
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.base.controller import Controller
from cq_tui.screens.base.query_runner import Question
from cq_tui.screens.base.reload import out_of_date, reload_archive
from cq_tui.screens.browse.state import BrowseState
from cq_tui.screens.browse.tabs import TabsController
from cq_tui.screens.navigation.location import ListLocation, ListState
from cq_tui.store.store import QueryError, Store
from cq_tui.widgets.base.action import N_, action

if TYPE_CHECKING:
    from cq_tui.importing.commit.manifest import ListedImport
    from cq_tui.importing.import_result import ImportResult
    from cq_tui.importing.recognise.prepare import Prepared


class ImportController(Controller):
    """Imports lists, of the kind whose tab is in front."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("import-list", "I", N_("import a list")),
        action("import-undo", "Z", N_("take back an import")),
    ]

    def __init__(self, screen: BaseScreen, state: BrowseState, tabs: TabsController) -> None:
        self._screen = screen
        self._state = state
        self._tabs = tabs

    def allows(self, action: str, parameters: tuple[object, ...]) -> bool:  # noqa: ARG002
        """In secure mode nothing is imported."""
        return self._state.session.confined is None

    def action_import_list(self) -> None:
        """Choose a list and take it into the archive."""
        session = self._state.session
        if isinstance(session.store.archive.root, ServerRoot):
            self._screen.show_message(only_in_a_folder())
            return
        if session.store.archive.root.resolve() == shipped().resolve():
            words = _("This archive comes with the program. Make one of your own with: cq-tui new ARCHIVE")
            self._screen.show_message(words)
            return
        # Loaded here: the start of the browser does not wait for what reads lists.
        from cq_tui.screens.dialogs.file_picker import FilePickerScreen

        self._screen.app.push_screen(FilePickerScreen(session), self._import)

    def action_import_undo(self) -> None:
        """Choose an import of this archive, and take it back once that is said twice."""
        from cq_tui.importing.commit.decisions import decisions_words
        from cq_tui.importing.commit.manifest import imports
        from cq_tui.importing.commit.undo import decisions_with
        from cq_tui.importing.recognise.answers.choices import Choice
        from cq_tui.screens.dialogs.choice import ChoiceScreen

        session, every = self._state.session, imports(self._state.session.store.archive.root)
        if not every:
            self._screen.show_message(_("No list was imported into this archive."))
            return

        def told(one: "ListedImport") -> str:
            rows = ngettext("{count} row", "{count} rows", one.rows).format(count=f"{one.rows:,}")
            return f"{one.taken}  {rows}  {one.id}"

        def choose(choice: Choice | None) -> None:
            if choice is not None:
                one = every[int(choice.value)]
                sure = [
                    Choice("keep", "", _("keep it")),
                    Choice("undo", choice.value, _("take it back: its records, and what only it made"), told(one)),
                ]
                words = _("The import of {file}").format(file=one.file)
                goes = decisions_words(decisions_with(session.store.archive.root, one))
                self._screen.app.push_screen(ChoiceScreen(session, words, sure, told=[goes] if goes else ()), undo)

        def undo(choice: Choice | None) -> None:
            if choice is not None and choice.key == "undo":
                self._take_back(every[int(choice.value)])

        lines = [Choice("import", str(number), one.file, told(one)) for number, one in enumerate(every)]
        self._screen.app.push_screen(ChoiceScreen(session, _("Imports of this archive"), lines), choose)

    def _take_back(self, one: "ListedImport") -> None:
        from cq_tui.importing.commit.decisions import decisions_words
        from cq_tui.importing.commit.undo import take_back
        from cq_tui.importing.errors import ImportProblem

        session = self._state.session

        def work(question: Question) -> None:
            gone = take_back(session.store, one)
            found = reload_archive(session)
            if isinstance(found, str):
                raise ImportProblem(found)
            question.show(self._taken_back, (found, one, decisions_words(gone.decisions)))

        def fail(problem: Exception) -> None:
            self._screen.show_message(str(problem), "fault")

        self._screen.new_runner("undo").ask(work, fail, errors=(ImportProblem, QueryError))

    def _taken_back(self, done: "tuple[Store, ListedImport, str]") -> None:
        store, one, decisions = done
        self._state.session.take(store)
        self._screen.rebuild_view()
        rows = ngettext("{count} row of {file} was taken back.", "{count} rows of {file} were taken back.", one.rows)
        told = rows.format(count=f"{one.rows:,}", file=one.file)
        self._tell(store, sentences(told, decisions))

    def _import(self, path: Path | None) -> None:
        if path is not None:
            from cq_tui.screens.import_.screen import USUAL_KIND, ImportScreen

            kind = self._state.kind
            told = USUAL_KIND if kind is None or kind.name in SEED_KINDS else kind.name
            self._screen.app.push_screen(ImportScreen(self._state.session, path, self._imported, told))

    def _imported(self, store: Store, prepared: "Prepared", outcome: "ImportResult") -> None:
        """Show the records, from the files as they are now."""
        self._state.session.take(store)
        app = self._screen.app
        while app.screen is not self._screen:  # the import may have been covered by the help while it wrote
            app.pop_screen()
        self._screen.rebuild_view()
        kind = prepared.kind.name
        if kind in (one.name for one in self._state.kinds):
            self._tabs.show_location(ListLocation(kind, ListState()))
        words = _words(prepared, outcome)
        self._tell(store, words)
        if kind == "deals" and outcome.written is not None and outcome.written.paths and not store.unprepared:
            self._look_for_twins(store, prepared.listed.id, words)

    def _look_for_twins(self, store: Store, id_: str, words: str) -> None:
        """Say beside what was imported which of it looks like deals that were here already."""

        def work(question: Question) -> None:
            from cq_tui.importing.commit.manifest import ids_in
            from cq_tui.store.twins.of_import import alike

            found = alike(store, set(ids_in(store.archive.root / "data" / id_ / "deals.csv")))
            if found is not None and found.rows:
                question.show(self._screen.show_message, sentences(words, found.words))

        self._screen.new_runner("twins-of-import").ask(work, lambda _problem: None)

    def _tell(self, store: Store, words: str) -> None:
        """Say what was done, and offer to make a prepared file anew that the change has left behind."""
        self._screen.show_message(sentences(words, out_of_date(store)))
        if store.unprepared:
            from cq_tui.screens.dialogs.prepare_offer import offer_to_prepare

            offer_to_prepare(self._screen.app, self._state.session)


def _words(prepared: "Prepared", outcome: "ImportResult") -> str:
    if outcome.written is not None and not outcome.written.paths:
        return _("All of it is in the archive already; no file was changed.")
    counts, root = outcome.counts, prepared.store.archive.root
    rows = ngettext("{count} row imported.", "{count} rows imported.", counts.accepted)
    told = rows.format(count=f"{counts.accepted:,}")
    if outcome.written is not None and outcome.written.decisions:
        from cq_tui.importing.commit.decisions import decisions_words

        told = sentences(told, decisions_words(outcome.written.decisions))
    if counts.remarked:
        with_remarks = _("{count} with remarks: see {path}.").format(
            count=f"{counts.remarked:,}", path=prepared.remarks_path.relative_to(root)
        )
        told = sentences(told, with_remarks)
    if not counts.refused:
        return told
    refused = ngettext("{count} refused: see {path}.", "{count} refused: see {path}.", counts.refused)
    return sentences(told, refused.format(count=f"{counts.refused:,}", path=prepared.refused_path.relative_to(root)))
