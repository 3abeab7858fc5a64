"""What the import screen looks at, as plain data, and the messages by which a change of it is told."""

from dataclasses import dataclass, field
from pathlib import Path

from textual.message import Message

from cq_tui.importing.import_result import ImportResult
from cq_tui.importing.recognise.answers.mapping_rows import MappingRow, mapping_rows
from cq_tui.importing.recognise.answers.questions import UnclearWord, asked_words, unclear
from cq_tui.importing.recognise.prepare import ListLocation, Prepared
from cq_tui.importing.sources.sheet import Sheet
from cq_tui.schema.kind import Kind


@dataclass
class ImportState:
    """A list on its way into the archive: what it is read as, its mapping, and what would become of its rows."""

    path: Path
    kind: Kind
    event: str
    """The id of the event that the list belongs to; empty where that is not said."""
    table_position: ListLocation | None = None
    """Sheet and header row as they were chosen; None where they are to be recognised."""
    sheet: Sheet | None = None
    prepared: Prepared | None = None
    """The list under a mapping; None while it is being recognised, or where it can't be."""
    mapping: list[MappingRow] = field(default_factory=list)
    unclear: list[UnclearWord] = field(default_factory=list)
    result: ImportResult | None = None
    """What would become of the rows; None until they were looked at under this mapping."""
    replaceable: bool = False
    """Whether an earlier import of the list stands in the archive, which can be replaced."""
    writing: bool = False

    def begin(self) -> None:
        """Forget what was recognised: the list is read as something else."""
        self.prepared = self.result = None
        self.replaceable = False

    def take(self, prepared: Prepared) -> None:
        """Take a list under a mapping. Words and names that the last look met are still asked about."""
        before = self.result
        met, near = (before.words, before.near) if before else (asked_words(prepared), ())
        together, cells = (before.together, before.cells) if before else ((), ())
        self.prepared, self.sheet = prepared, prepared.listed.sheet
        self.mapping, self.unclear = mapping_rows(prepared), unclear(prepared, met, near, together, cells)
        self.replaceable = False

    def take_result(self, result: ImportResult) -> None:
        """Take what would become of the rows."""
        self.result = result
        self.prepared = result.asking or self.prepared
        if self.prepared is not None:
            self.unclear = unclear(self.prepared, result.words, result.near, result.together, result.cells)


class SourceChanged(Message):
    """The list is to be read as another kind, for another event, or from another sheet or header row."""


@dataclass
class MappingChanged(Message):
    """The list has another mapping, or an unclear word has a meaning."""

    prepared: Prepared
