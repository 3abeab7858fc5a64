"""The list that is imported, as the archive will name it."""

from dataclasses import dataclass

from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.sources.sheet import Sheet
from cq_tui.values.clean import clean_line
from cq_tui.values.languages import is_chinese


@dataclass(frozen=True)
class ImportSource:
    """The list that is imported: its id in the archive, its sheet and header, and what its records rest on."""

    id: str
    sheet: Sheet
    header: Header

    @property
    def language(self) -> str:
        """The language of its header."""
        return "zh" if any(map(is_chinese, self.header.names)) else "en"

    @property
    def called(self) -> str:
        """The file's name, and the sheet's where there are several."""
        return self._called("" if self.sheet.parts else self.sheet.name)

    @property
    def parts(self) -> list[tuple[int, str, int]]:
        """Where each sheet begins in a list of several: the row here, the file's and its name, and the row there."""
        return [(one.first, self._called(one.name), one.own) for one in self.sheet.parts]

    def _called(self, sheet: str) -> str:
        return ", ".join(filter(None, (clean_line(self.sheet.path.name), sheet)))

    def passage(self, row: object) -> str:
        """The id of the passage of a row."""
        return f"{self.id}-r{row}"
