"""What forty fields of an archive's own cost: the same made deals with them and without them, as ratios of one run.

``python -m tests.bench.own_fields [ROWS]`` prints one table. Both archives are opened and asked in turn, and the
least processor time of several counts: a busy machine only adds to it, and to the time of a clock far more.

What is compared with what: a list is what a keystroke asks of a list in a terminal of ``_WIDTH`` columns, as the
browser asks it: the first page of the columns there may be room for, how wide they are, the count, and the sums of the
line below, which of the archive with own fields are five amounts more. A filter is the same of a filtered list. The
facet adds these five up for each value, too. An export is compared with one of the same columns; one of all columns
writes forty more, and is told beside it, as opening is: it reads and judges forty more values a row.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from cq_tui.export.export import Options, pieces
from cq_tui.query.parse import parse
from cq_tui.settings.columns import usual_layout
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.facets import facet_values
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.store.views.footer import footer
from cq_tui.widgets.table.columns_in_view import ColumnsInView

from tests.bench.made_files import made_archive

_TIMES = 7
_WIDTH = 120
_SHIPPED = "id,title,event,category,instrument,amount,currency,parties,countries,stage,note"
_TYPES = (
    ("code", 'codes = "grade"', "['a', 'b', 'c'][1 + CAST(hash(n + {0}) % 3 AS INTEGER)]"),
    ("string", "", "'No. ' || hash(n * {0}) % 5000"),
    ("number", "", "hash(n * {0}) % 10000 / 4"),
    ("count", "", "hash(n * {0}) % 1000"),
    ("flag", "", "hash(n * {0}) % 2 = 0"),
    ("date", "", "DATE '2020-01-01' + CAST(hash(n * {0}) % 2000 AS INTEGER)"),
    ("text", "", "{{'zh': '批注' || hash(n * {0}) % 300, 'en': ''}}"),
    ("money", 'currency = "CNY"', "hash(n * {0}) % 100000"),
)
"""Five fields of each of eight types: what else is declared, and SQL for a value."""


def _own() -> tuple[str, dict[str, str]]:
    """The declarations of forty fields, each filled in every deal, and SQL for their values."""
    text = '\n[codes.grade]\na = "Grade A"\nb = "Grade B"\nc = "Grade C"\n'
    values = {}
    for number in range(40):
        type_, more, value = _TYPES[number % len(_TYPES)]
        text += f'[fields.deals.own_{number}]\nlabel = "Own field {number}"\ntype = "{type_}"\n{more}\n'
        values[f"own_{number}"] = value.format(number + 1)
    return text, values


def main() -> None:
    """Print the table."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as name:
        plain, own = made_archive(Path(name) / "plain", rows), made_archive(Path(name) / "own", rows, *_own())
        opened = _timed({"opening": lambda root: _open(root)}, plain, own, 3)
        stores = open_archive(plain).store, open_archive(own).store
        asked = _timed(_ASKED, *stores, _TIMES)
    print(f"{rows:,} made deals; forty own fields, all filled; least of several, in seconds of processor time")
    print(f"{'':34}{'without':>9}{'with':>9}{'ratio':>8}")
    for what, (without, with_) in (opened | asked).items():
        print(f"{what:34}{without:9.3f}{with_:9.3f}{with_ / without:8.2f}")


def _timed(
    jobs: dict[str, Callable[..., object]], plain: object, own: object, times: int
) -> dict[str, tuple[float, float]]:
    found = {}
    for what, job in jobs.items():
        taken: tuple[list[float], list[float]] = [], []
        for _time in range(times):
            for place, archive in enumerate((plain, own)):
                begin = time.process_time()
                job(archive)
                taken[place].append(time.process_time() - begin)
        found[what] = min(taken[0]), min(taken[1])
    return found


def _open(root: Path) -> None:
    opened = open_archive(root)
    assert opened.problems == []
    opened.store.begin().join()


def _selection(store: Store, text: str = "") -> Selection:
    return Selection(store, parse(text, store.kind("deals")))


def _list(store: Store, text: str = "") -> None:
    """What the browser asks for a list: a page of rows, the count, the sums below."""
    selection, columns = _selection(store, text), ColumnsInView()
    columns.take(usual_layout(selection.kind))
    selection.hold(columns.possible(_WIDTH))
    columns.lay_out(selection, selection.page(0), _WIDTH)
    footer(selection)


def _export(store: Store, format_: str, columns: str | None = _SHIPPED) -> None:
    for _piece in pieces(_selection(store), Options(format_, columns), to_file=False):
        pass


_ASKED: dict[str, Callable[[Store], object]] = {
    "list, a page with its sums": _list,
    "list, sorted by amount": lambda store: _list(store, "sort:amount-desc"),
    "filter, a literal word": lambda store: _list(store, "西南"),
    "filter, a word by its sound": lambda store: _list(store, "xnl"),
    "filter, a code": lambda store: _list(store, "category:finance"),
    "facet of the category": lambda store: facet_values(_selection(store), store.kind("deals").by_name["category"]),
    "export CSV, the same columns": lambda store: _export(store, "csv"),
    "export Parquet, the same columns": lambda store: _export(store, "parquet"),
    "export CSV, all columns": lambda store: _export(store, "csv", None),
}


if __name__ == "__main__":
    main()
