"""Every question of a selection, asked of both engines: the same rows in the same order, sums and exported bytes."""

import importlib.util
from collections.abc import Iterator

import pytest
from cq_tui import language
from cq_tui.export.export import Options, pieces
from cq_tui.query.parse import parse
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.store.selection.facets import facet_values, has_values
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.store.views.detail import detail
from cq_tui.values.types.base import Asked

from tests.server.conftest import Compared

_is_there = importlib.util.find_spec("chdb") is not None
pytestmark = [
    pytest.mark.server,
    pytest.mark.skipif(not _is_there, reason="chdb is not installed; make test-server installs it"),
]

ARCHIVES = {
    "shipped": ("deals", "organisations", "events", "speakers", "platforms", "chain", "passages"),
    "years": ("deals",),
    "years-in-a-table": ("deals",),
    "own-words": ("deals", "booths"),
    "made-deals": ("deals",),
}
"""By the name of an archive the kinds that are asked."""
KINDS = [(archive, kind) for archive, kinds in ARCHIVES.items() for kind in kinds]
WORDS = (
    "xnl", "xinanlv", "西南铝", "citic", "citic bank", "-citic", "kr", "/a.b/", "/^made|铝$/", '"new energy"', "2025",
    "zz-nothing", "note:a", "l'eau", "100%", "a,b",
)  # fmt: skip
"""Typed into a filter of any kind."""


def _questions(field: Field) -> Iterator[str]:
    """Conditions and orders on a field, by how it is asked."""
    name = field.name
    yield from (f"has:{name}", f"-has:{name}", f"sort:{name}", f"sort:-{name}")
    match field.type.asked:
        case Asked.CODES:
            some = list(field.codes or ())[:3]
            yield from (f"{name}={code}" for code in some)
            yield f"-{name}={','.join(some)}"
            yield f"{name}:a"
        case Asked.YES_OR_NO:
            yield from (f"{name}:yes", f"{name}:no")
        case Asked.RANGES:
            yield from (f"{name}>=2024", f"{name}<2025", f"{name}:2023..2025", f"{name}>1000000", f"{name}=2025")
        case Asked.WORDS:
            yield from (f"{name}:a", f"{name}:重庆", f"{name}:cq", f"-{name}:zz", f"{name}=aal")


def _ask(store: Store, kind: Kind, text: str) -> None:
    """All that a list asks of a selection."""
    query = parse(text, kind)
    if query.faults:
        return
    selection = Selection(store, query)
    first = selection.first_page(None)
    assert first is None or first == 0
    if selection.count:
        last = selection.at(selection.count - 1)
        assert last is not None
        assert selection.position(last.id) == selection.count - 1
    selection.page(0)
    if kind.money is not None:
        assert selection.sums


@pytest.mark.parametrize(("archive", "kind"), KINDS)
def test_words(compared: Compared, archive: str, kind: str) -> None:
    store, both = compared(archive)
    for text in WORDS:
        _ask(store, store.kind(kind), text)
    assert both.otherwise() == []


@pytest.mark.parametrize(("archive", "kind"), KINDS)
def test_fields(compared: Compared, archive: str, kind: str) -> None:
    store, both = compared(archive)
    asked = store.kind(kind)
    for field in asked.named:
        for text in _questions(field):
            _ask(store, asked, text)
    assert both.otherwise() == []


@pytest.mark.parametrize("language_", ["en", "zh"])
@pytest.mark.parametrize("archive", ARCHIVES)
def test_facets(compared: Compared, archive: str, language_: str) -> None:
    store, both = compared(archive)
    language.use(language_)
    for kind in ARCHIVES[archive][:2]:
        asked = store.kind(kind)
        for text in ("", "a"):
            selection = Selection(store, parse(text, asked))
            for field in filter(has_values, asked.named):
                facet_values(selection, field)
    assert both.otherwise() == []


@pytest.mark.parametrize(("archive", "kind"), KINDS)
def test_exported_bytes(compared: Compared, archive: str, kind: str) -> None:
    store, both = compared(archive)
    for text in ("", "a", "sort:id"):
        selection = Selection(store, parse(text, store.kind(kind)))
        csv = [(field, place) for field in selection.kind.fields for place in range(len(field.column_names))]
        for raw in (False, True):
            b"".join(selection.csv(csv, raw=raw))
        b"".join(pieces(selection, Options(format="json"), to_file=True))
        selection.digests()
    assert both.otherwise() == []


@pytest.mark.parametrize("archive", ARCHIVES)
def test_records_and_links(compared: Compared, archive: str) -> None:
    store, both = compared(archive)
    for kind in ARCHIVES[archive]:
        for record_id in store.ids(kind)[:3]:
            record = store.get(kind, record_id)
            assert record is not None
            detail(store, store.kind(kind), record)
    assert both.otherwise() == []


@pytest.mark.parametrize(
    "text", ["overdue", "overdue@2024", "stage@2024:signed", "since:2024", "since:2023..2024", "last_told>=2024"]
)
def test_histories(compared: Compared, text: str) -> None:
    store, both = compared("years-in-a-table")
    _ask(store, store.kind("deals"), text)
    assert both.otherwise() == []
