"""The place of each row in an order that no numbers say, but times, or the list itself: the first one is 1."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from cq_tui.importing.convert.cell_text import Cells, cell_text
from cq_tui.schema.field import Field
from cq_tui.values.moments import has_day, moment


@dataclass
class OrderOfTimes:
    """Reads the times of a column as places, once it has learnt all of them; what begins at one time has one place.

    Of a column of texts, such as what the sessions are called, each has the place at which the list first has it.
    """

    one: Field
    read: Callable[[Cells], dict[str, Any]]
    """Reads what is no time."""
    places: dict[int, int] = field(default_factory=dict)
    named: dict[str, int] = field(default_factory=dict)

    def learn(self, rows: Iterable[Cells]) -> None:
        """Learn the times. A number among them, or times of which only some tell their day, are in no such order.

        ``rows``: the different cells in the order of the list.
        """
        texts = [text for cells in rows if (text := cell_text(cells[0]).strip())]
        times = {found for text in texts if (found := moment(text)) is not None}
        if not any(map(str.isdigit, texts)) and len(set(map(has_day, times))) == 1:
            self.places = {found: at for at, found in enumerate(sorted(times), 1)}
        elif not times and sum(any(map(str.isdigit, text)) for text in texts) * 2 < len(texts):
            self.named = {text: at for at, text in enumerate(dict.fromkeys(texts), 1)}

    def __call__(self, cells: Cells) -> dict[str, Any]:
        """The place of a cell. Raises CellProblem for what is neither a time nor a number."""
        text = cell_text(cells[0])
        if (place := self.named.get(text.strip())) is not None:
            return {self.one.name: place}
        found = moment(text) if self.places else None
        return self.read(cells) if found is None else {self.one.name: self.places[found]}
