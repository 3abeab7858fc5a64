"""The tours that the golden pictures are taken on: stop by stop the keys that lead there from the stop before.

A screen is shown in every size; a name in brackets is a further state of one, shown in the smallest.

A key is a character or has the name that Textual gives it; ``type:`` writes a text, where ``·`` is a blank. Each Esc
must change the picture: on a terminal the next key waits for that. A new screen is a line here and ``make goldens``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.unit.made_events import make_events
from tests.unit.made_kinds import declaring_archive
from tests.unit.made_years import made_years

SIZES = ((80, 24), (120, 40), (200, 50))
STYLED = SIZES[1]
"""The size whose styles are kept: the record stands beside the list there."""
_TOO_SMALL = (50, 12)


@dataclass(frozen=True)
class Stop:
    """A screen: its name, and the keys to it."""

    name: str
    keys: tuple[str, ...] = ()
    sizes: tuple[tuple[int, int], ...] = SIZES

    @property
    def styled(self) -> tuple[int, int]:
        """The size whose styles are kept."""
        return STYLED if STYLED in self.sizes else self.sizes[0]


@dataclass(frozen=True)
class Tour:
    """The screens of one archive, and the names of their classes.

    ``make`` writes the files into a folder; it returns the archive, if it is not ours.
    """

    name: str
    screens: frozenset[str]
    stops: tuple[Stop, ...]
    make: Callable[[Path], Path | None]


def _stops(text: str) -> tuple[Stop, ...]:
    """Stops from lines of a name and keys."""
    rows = (line.split() for line in text.strip().splitlines())
    return tuple(
        Stop(name.strip("()"), tuple(key.replace("·", " ") for key in keys), _sizes(name)) for name, *keys in rows
    )


def _sizes(name: str) -> tuple[tuple[int, int], ...]:
    if name == "too-small":
        return (_TOO_SMALL,)
    return SIZES[:1] if name.startswith("(") else SIZES


_SHIPPED = """
overview
too-small
(overview-end)     end
deals              home 2
speakers           3
platforms          4
chain              5
chain-tree         v
chain-list         v
chain-segment      down enter
opportunities      escape 6
organisations      7
passages           8
passage            enter
facet-columns      escape 2 f
facets             escape l f
columns            escape C
marked             escape s l S j space
(only-marked)      M
filter-words       U r home / type:铝
(filter-field)     ctrl+u type:category:
(filter-fault)     ctrl+u type:colour:red
(filter-nothing)   ctrl+u type:zzzz
(filter-stated)    ctrl+u type:category:outbound
(filter-note)      ctrl+u type:european·amount>10
filtered           ctrl+u type:amount>=1亿·-铝 enter
export             escape e
(export-format)    down down right right
(export-programs)  up right
publish            escape P
brief              escape 1 B
export-overview    escape e
help               escape ?
(help-list)        escape 2 ?
palette            escape :
(palette-found)    type:citic
search             escape * type:citic enter
record             escape down down enter
(record-end)       end
passage-of-record  enter
command            escape escape Y
views              escape w
(view-name)        enter type:mine
"""
_EVENTS = """
events
compare            c
import-files       escape I
(import-found)     type:list
import             enter
import-question    enter
(import-help)      escape ?
copy-text          escape escape 2 end y
editions           escape d
(changes)          type:events enter
"""
_OWN_KINDS = """
own-kinds
all-tabs           0
exhibitors         type:9 enter
exhibitor          enter
booths             escape 0 type:10
"""
_YEARS = """
years              2
(years-column)     right right right right right
(years-record)     down down enter
(years-timeline)   escape t
(years-twins)      escape =
"""
"""No record with a plan that is still to come: a picture is not to hang on the day."""
_LONG_DEAL = """
[[deals]]
id = "long"
title = { zh = "说明很长的项目", en = "A deal with a long note" }
event = "fair-2024"
instrument = "investment"
note = { en = "LONG" }
""".replace("LONG", "A note too long for a terminal's clipboard. " * 120)


def _shipped(_folder: Path) -> None:
    return None


def _events(folder: Path) -> Path:
    (folder / "list.csv").write_text("Project,Amount (EUR),Country,Type\nMill,12,Germany,fund\nMine,30,Mars,fund\n")
    root = make_events(folder / "events")
    with (root / "data" / "deals.toml").open("a", encoding="utf-8") as deals:
        deals.write(_LONG_DEAL)
    return root


def _years(folder: Path) -> Path:
    return made_years(folder / "years")


def _own_kinds(folder: Path) -> Path:
    return declaring_archive(folder / "fair")


TOURS = (
    Tour(
        "shipped",
        frozenset(
            "BrowseScreen RecordScreen SearchScreen FacetColumnsScreen FacetScreen ColumnsScreen ExportScreen "
            "OverviewExportScreen BriefScreen PublishScreen PaletteScreen HelpScreen TooSmallScreen CommandLinesScreen "
            "ViewsScreen ViewNameScreen".split()
        ),
        _stops(_SHIPPED),
        _shipped,
    ),
    Tour(
        "events",
        frozenset(
            "BrowseScreen CompareScreen FilePickerScreen ImportScreen ChoiceScreen HelpScreen CopyTextScreen "
            "EditionsScreen ChangesScreen".split()
        ),
        _stops(_EVENTS),
        _events,
    ),
    Tour("years", frozenset("BrowseScreen RecordScreen TimelineScreen TwinsScreen".split()), _stops(_YEARS), _years),
    Tour("own-kinds", frozenset("BrowseScreen RecordScreen TabsScreen".split()), _stops(_OWN_KINDS), _own_kinds),
)
