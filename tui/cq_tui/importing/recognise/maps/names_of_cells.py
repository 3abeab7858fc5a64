"""How the names in a cell were read where it could be otherwise, and the answer that reads them so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from shlex import quote

from cq_tui.importing.recognise.maps.asked import in_quotes
from cq_tui.importing.recognise.maps.mapping import TABLE_OF_NAMES
from cq_tui.language import _

LIST = "; "
"""What parts names in an answer of several."""


@dataclass(frozen=True, slots=True)
class NamesOfCell:
    """A cell, the names that were read in it, and what the mapping must say of it to read it otherwise.

    ``by_and``: whether an ``and`` may part them, and not a comma or the lines of the cell.
    ``otherwise``: empty, which keeps it as one name, or the names that it would be parted into.
    """

    text: str
    names: tuple[str, ...]
    otherwise: str = ""
    by_and: bool = False

    @property
    def setting(self) -> str:
        """That answer on the command line."""
        return f"--set {quote(f'{TABLE_OF_NAMES}.{self.text}={self.otherwise}')}"


def lines_of_cells(cells: Sequence[NamesOfCell]) -> Iterator[str]:
    """The answers as comments of a MAP.toml."""
    for one in cells:
        words = _("read as {names}").format(names=" + ".join(map(in_quotes, one.names)))
        yield f"# {in_quotes(one.text)} = {in_quotes(one.otherwise)}  # {words}"
