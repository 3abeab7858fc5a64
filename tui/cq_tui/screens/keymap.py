"""All keys of all screens: what ``cq-tui keys`` lists, and whether what the user bound them to can be told apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from textual.binding import Binding
from textual.dom import DOMNode

from cq_tui.language import N_, _
from cq_tui.screens.base.help import HelpScreen
from cq_tui.screens.base.palette import PaletteScreen
from cq_tui.screens.brief.screen import BriefScreen
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.screens.changes.editions import EditionsScreen
from cq_tui.screens.changes.record import EditionRecordScreen
from cq_tui.screens.changes.screen import ChangesScreen
from cq_tui.screens.compare import CompareScreen
from cq_tui.screens.dialogs.choice import ChoiceList, ChoiceScreen
from cq_tui.screens.dialogs.columns import ColumnList, ColumnsScreen
from cq_tui.screens.dialogs.command_lines import CommandLinesScreen, CommandList
from cq_tui.screens.dialogs.copy_text import CopyTextScreen
from cq_tui.screens.dialogs.facet_columns import ColumnChoice, FacetColumnsScreen
from cq_tui.screens.dialogs.facets import FacetList, FacetScreen
from cq_tui.screens.dialogs.file_picker import FilePickerScreen
from cq_tui.screens.dialogs.gone import GoneScreen
from cq_tui.screens.dialogs.preparing import PreparingScreen
from cq_tui.screens.dialogs.tabs import TabsScreen
from cq_tui.screens.dialogs.view_name import ViewNameScreen
from cq_tui.screens.dialogs.views import ViewList, ViewsScreen
from cq_tui.screens.export.screen import ExportScreen
from cq_tui.screens.import_.replace import ReplaceScreen
from cq_tui.screens.import_.screen import ImportScreen, MappingList
from cq_tui.screens.publish.screen import PublishScreen
from cq_tui.screens.record import RecordScreen
from cq_tui.screens.search import SearchScreen
from cq_tui.screens.timeline import TimelineScreen
from cq_tui.screens.twins import TwinsScreen
from cq_tui.settings.key_names import display_key
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.input.choice import Choice
from cq_tui.widgets.input.filter_bar import FilterInput
from cq_tui.widgets.table.record_table import RecordTable
from cq_tui.widgets.views.chain_map import ChainMap
from cq_tui.widgets.views.timeline_view import TimelineView


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
    Context(N_("A list"), (RecordTable, BrowseScreen)),
    Context(N_("The overview"), (LinkList, BrowseScreen)),
    Context(N_("The chain"), (ChainMap, BrowseScreen)),
    Context(N_("While a filter is typed"), (FilterInput,)),
    Context(N_("A record"), (LinkList, RecordScreen)),
    Context(N_("Search in everything"), (LinkList, SearchScreen)),
    Context(N_("Two events side by side"), (LinkList, CompareScreen)),
    Context(N_("A list over time"), (TimelineView, TimelineScreen)),
    Context(N_("Deals told twice"), (LinkList, TwinsScreen)),
    Context(N_("Of which column the values"), (ColumnChoice, FacetColumnsScreen)),
    Context(N_("The values of a column"), (FacetList, FacetScreen)),
    Context(N_("A text to copy"), (LinkList, CopyTextScreen)),
    Context(N_("The columns of a list"), (ColumnList, ColumnsScreen)),
    Context(N_("Views"), (ViewList, ViewsScreen)),
    Context(N_("The name of a view"), (ViewNameScreen,)),
    Context(N_("What is gone from a view"), (LinkList, GoneScreen)),
    Context(N_("The list as a command line"), (CommandList, CommandLinesScreen)),
    Context(N_("Which edition to compare with"), (EditionsScreen,)),
    Context(N_("What changed"), (LinkList, ChangesScreen)),
    Context(N_("A record of an edition"), (LinkList, EditionRecordScreen)),
    Context(N_("Export"), (Choice, ExportScreen)),
    Context(N_("Brief"), (Choice, BriefScreen)),
    Context(N_("Publish"), (Choice, PublishScreen)),
    Context(N_("A file to import"), (FilePickerScreen,)),
    Context(N_("Import a list"), (MappingList, ImportScreen)),
    Context(N_("What a later edition changes"), (LinkList, ReplaceScreen)),
    Context(N_("Preparing an archive"), (PreparingScreen,)),
    Context(N_("To choose from"), (ChoiceList, ChoiceScreen)),
    Context(N_("All tabs"), (TabsScreen,)),
    Context(N_("All actions and records"), (PaletteScreen,)),
    Context(N_("Keys"), (LinkList, HelpScreen)),
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
                    key = display_key(min(both))
                    message = _("{key} is the key of {other} too; its usual keys hold.").format(key=key, other=other.id)
                    yield Clash(one.id or "", message)


def _keys(binding: Binding, keymap: Mapping[str, str]) -> set[str]:
    return set(keymap.get(binding.id or "", binding.key).split(","))
