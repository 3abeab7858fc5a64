"""All keys of all screens: what ``cq-tui keys`` lists, and whether what the user bound them to can be told apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from textual.binding import Binding
from textual.dom import DOMNode

from cq_tui.language import _, noted
from cq_tui.screens.browse import BrowseScreen
from cq_tui.screens.choosing import ChoiceLines, ChoosingScreen
from cq_tui.screens.columns import ColumnLines, ColumnsScreen
from cq_tui.screens.compare import CompareScreen
from cq_tui.screens.export import ExportScreen
from cq_tui.screens.facets import FacetLines, FacetScreen
from cq_tui.screens.file import FileScreen
from cq_tui.screens.help import HelpScreen
from cq_tui.screens.import_list import ImportScreen, MappingLines
from cq_tui.screens.palette import PaletteScreen
from cq_tui.screens.plain import PlainScreen
from cq_tui.screens.record import RecordScreen
from cq_tui.screens.search import SearchScreen
from cq_tui.settings.key_names import written
from cq_tui.widgets.chain_map import ChainMap
from cq_tui.widgets.choice import Choice
from cq_tui.widgets.filter_bar import FilterInput
from cq_tui.widgets.lines import Lines
from cq_tui.widgets.record_table import RecordTable


@dataclass(frozen=True, slots=True)
class Context:
    """What has the keys at the same time: the widget in focus, and the screen around it."""

    words: str
    nodes: tuple[type[DOMNode], ...]

    def bindings(self) -> Iterator[Binding]:
        """The actions to be called here, those of the widget first; each once."""
        seen: set[str] = set()
        for class_ in (class_ for node in self.nodes for class_ in node.__mro__):
            for one in class_.__dict__.get("BINDINGS", ()):
                if isinstance(one, Binding) and one.id and one.id not in seen:
                    seen.add(one.id)
                    yield one


CONTEXTS = (
    Context(noted("A list"), (RecordTable, BrowseScreen)),
    Context(noted("The overview"), (Lines, BrowseScreen)),
    Context(noted("The chain"), (ChainMap, BrowseScreen)),
    Context(noted("While a filter is typed"), (FilterInput,)),
    Context(noted("A record"), (Lines, RecordScreen)),
    Context(noted("Search in everything"), (Lines, SearchScreen)),
    Context(noted("Two events side by side"), (Lines, CompareScreen)),
    Context(noted("The values of a column"), (FacetLines, FacetScreen)),
    Context(noted("A text to copy"), (Lines, PlainScreen)),
    Context(noted("The columns of a list"), (ColumnLines, ColumnsScreen)),
    Context(noted("Export"), (Choice, ExportScreen)),
    Context(noted("A file to import"), (FileScreen,)),
    Context(noted("Import a list"), (MappingLines, ImportScreen)),
    Context(noted("To choose from"), (ChoiceLines, ChoosingScreen)),
    Context(noted("All actions and records"), (PaletteScreen,)),
    Context(noted("Keys"), (Lines, HelpScreen)),
)


@dataclass(frozen=True, slots=True)
class Clash:
    """An action that the user bound to a key that another one has at the same time."""

    action: str
    message: str


def usable(wanted: Mapping[str, str]) -> tuple[dict[str, str], list[Clash]]:
    """Of keys by action id those that can be told apart, and why not the others; these keep their usual keys."""
    keymap, clashes = dict(wanted), []
    while clash := next(_clashes(keymap), None):
        del keymap[clash.action]
        clashes.append(clash)
    return keymap, clashes


def _clashes(keymap: Mapping[str, str]) -> Iterator[Clash]:
    for context in CONTEXTS:
        bindings = list(context.bindings())
        for one in (one for one in bindings if one.id in keymap):
            for other in bindings:
                both = _keys(one, keymap) & _keys(other, keymap) - (_keys(one, {}) & _keys(other, {}))
                if other is not one and both:
                    key = written(min(both))
                    message = _("{key} is the key of {other} too; its usual keys hold.").format(key=key, other=other.id)
                    yield Clash(one.id or "", message)


def _keys(binding: Binding, keymap: Mapping[str, str]) -> set[str]:
    return set(keymap.get(binding.id or "", binding.key).split(","))
