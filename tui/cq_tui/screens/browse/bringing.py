"""Taking a list in from the browser: the file, the mapping, and then the records that came of it."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from cq_tui.archive.read import shipped
from cq_tui.language import _, many, sentences
from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.screens.browse.tabbed import Tabbed
from cq_tui.screens.navigation.location import ListLocation, ListState
from cq_tui.store.store import Store
from cq_tui.store.words import tabs
from cq_tui.widgets.base.action import action, noted

if TYPE_CHECKING:
    from cq_tui.importing.importer import Prepared
    from cq_tui.importing.outcome import Outcome


class Bringing(Tabbed):
    """Imports lists."""

    BINDINGS: ClassVar[list[BindingType]] = [
        action("import-list", "I", noted("import a list")),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In secure mode nothing is imported."""
        if action == "import_list" and self.session.confined is not None:
            return False
        return super().check_action(action, parameters)

    def action_import_list(self) -> None:
        """Choose a list and take it into the archive."""
        if self.session.store.archive.root.resolve() == shipped().resolve():
            self.show_message(_("This archive comes with the program. Make one of your own with: cq-tui new ARCHIVE"))
            return
        from cq_tui.screens.dialogs.file_picker import FilePickerScreen

        self.app.push_screen(FilePickerScreen(self.session), self._import)

    def _import(self, path: Path | None) -> None:
        if path is not None:
            from cq_tui.screens.import_.screen import ImportScreen

            self.app.push_screen(ImportScreen(self.session, path, self._imported))

    def _imported(self, store: Store, prepared: "Prepared", outcome: "Outcome") -> None:
        """Show the records, from the files as they are now."""
        self.session.store = store
        self.app.pop_screen()
        for screen in self.app.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.rebuild_view()
        kind = prepared.kind
        if kind in tabs(store):
            self.show_location(ListLocation(kind.name, ListState()))
        self.show_message(_words(prepared, outcome))


def _words(prepared: "Prepared", outcome: "Outcome") -> str:
    if outcome.written is not None and not outcome.written.paths:
        return _("All of it is in the archive already; no file was changed.")
    rows = many("{count} row imported.", "{count} rows imported.", outcome.accepted)
    told = rows.format(count=f"{outcome.accepted:,}")
    if not outcome.refused:
        return told
    refused = many("{count} refused: see {path}.", "{count} refused: see {path}.", outcome.refused)
    path = prepared.refused_path.relative_to(prepared.store.archive.root)
    return sentences(told, refused.format(count=f"{outcome.refused:,}", path=path))
