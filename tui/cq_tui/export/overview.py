"""What an export of the overview is asked for: of which event, or of which deals, and under which name."""

import shlex
from dataclasses import dataclass
from pathlib import Path

from cq_tui.archive.read import usual
from cq_tui.export.filter_words import filter_words
from cq_tui.export.naming import safe
from cq_tui.export.rows import format_of
from cq_tui.kinds.events import Event
from cq_tui.language import current
from cq_tui.schema.kind import OVERVIEW
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.store.views.overview_rows import Rows, overview_rows
from cq_tui.store.views.signed import Narrowed


@dataclass(frozen=True, slots=True)
class OverviewRequest:
    """The overview of an event, or of all where none is named; ``selection``: the deals that a filter leaves."""

    store: Store
    event: Event | None
    selection: Selection | None = None

    def rows(self) -> Rows:
        """Its figures. Raises QueryError and Cancelled."""
        narrowed = Narrowed(self.selection.query.text, self.selection.tally()) if self.selection else None
        return overview_rows(self.store, self.event, narrowed)

    def cancel(self) -> None:
        """Give it up, from any thread."""
        if self.selection is not None:
            self.selection.cancel()

    def name(self, format_: str) -> str:
        """What its file is called."""
        parts = [str(self.event.date or ""), self.event.id] if self.event else []
        parts += [OVERVIEW, filter_words(self.selection.query) if self.selection else ""]
        return f"{'-'.join(filter(None, map(safe, parts)))}.{format_}"

    def command(self, format_: str, path: Path) -> str:
        """``cq-tui export overview ...`` that writes the same file, quoted for a POSIX shell."""
        words = ["cq-tui", "export", OVERVIEW, "--lang", current()]
        words += ["--event", self.event.id] if self.event else []
        words += [f"--filter={self.selection.query.text}"] if self.selection else []
        words += [] if format_of(path) == format_ else ["--format", format_]
        roots = self.store.archive.roots
        if roots != usual():
            words += [word for root in roots for word in ("--archive", str(root.absolute()))]
        name = str(path.absolute() if str(path) == "-" else path)  # "-" alone is stdout
        return shlex.join([*words, *([f"--output={name}"] if name.startswith("-") else ["-o", name])])
