"""Fields of an archive's own may be called what SQL, or our own statements, call something else; nothing here is real.

A name that a statement uses for itself was taken for the column: ``x``, as in lists of coordinates, left an archive
that could not be opened.
"""

from pathlib import Path

import pytest
from cq_tui.archive.read import shipped
from cq_tui.export.export import Options, pieces
from cq_tui.query.parse import parse
from cq_tui.schema.declared import name_fault, query_names
from cq_tui.store.open_archive import open_archive
from cq_tui.store.prepare_archive import prepare_archive
from cq_tui.store.selection.facets import facet_values
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.store.views.footer import footer

from tests.unit.made import EVENT, write_archive

NAMES = (
    "x", "y", "i", "e", "c", "r", "t", "one", "each", "org", "cell", "row", "rows", "rowid", "value", "values", "count",
    "order", "group", "select", "from", "where", "table", "user", "index", "rank", "position", "place", "names", "keys",
    "records", "record", "target", "more", "first", "last", "of", "happened", "counted", "apart", "shown", "lat", "lon",
    "month", "day", "min", "max", "sum", "columns", "words", "code", "found", "prepared", "main", "deals",
    "events", "left", "right", "is", "not", "null", "true", "type", "end", "case", "on", "using", "all", "distinct",
    "size", "heard", "sounds", "header", "line", "filename", "file_row_number", "fts", "struct", "unnest", "list",
)  # fmt: skip
_TAKEN = {name for field in open_archive(shipped()).store.kind("deals").fields for name in query_names(field)} | {
    "size"
}
FIELDS = [name for name in NAMES if not name_fault(name) and name not in _TAKEN]
_TYPES = {"number": "{n}", "string": '"s{n}"', "text": '{{ en = "t{n}" }}'}


def _made(root: Path, type_: str, *, in_table: str) -> Store:
    """Two deals with a field of each name; ``in_table``: the format of their file."""
    fields = "".join(f'[fields.deals.{one}]\nlabel = "L {one}"\ntype = "{type_}"\n' for one in FIELDS)
    parties = 'parties = [{ org = "mill", role = "buyer" }, { org = "dye", role = "supplier" }]\n'
    deals = "".join(
        f'[[deals]]\nid = "d{n}"\ntitle = {{ en = "Deal {n}" }}\nevent = "fair"\namount = {n}\ncurrency = "EUR"\n'
        f'countries = ["DE", "FR"]\n{parties}{_HISTORY}'
        + "".join(f"{one} = {_TYPES[type_].format(n=n)}\n" for one in FIELDS)
        for n in (1, 2)
    )
    organisations = "".join(f'[[organisations]]\nid = "{one}"\nname = {{ en = "{one}" }}\n' for one in ("mill", "dye"))
    write_archive(root, schema=fields, events=EVENT, deals=deals, organisations=organisations)
    if in_table != "toml":
        store = open_archive(root).store
        (root / "data" / f"deals.{in_table}").write_bytes(_exported(store, in_table))
        (root / "data" / "deals.toml").unlink()
    opened = open_archive(root)
    assert [str(one) for one in opened.problems] == []
    return opened.store


_HISTORY = (
    'history = [{ date = "2023", stage = "signed", amount = 3, currency = "EUR" }, '
    '{ date = "2024-03", stage = "operating", planned = true }, { date = "2024-05", stage = "started" }]\n'
)


def _exported(store: Store, format_: str) -> bytes:
    return b"".join(pieces(Selection(store, parse("", store.kind("deals"))), Options(format_), to_file=True))


def test_most_names_are_free() -> None:
    assert len(FIELDS) > 55
    assert {"x", "i", "rank", "row", "records"} <= {*FIELDS}
    assert "rowid" not in FIELDS  # the engine's own number of a row


@pytest.mark.parametrize(("type_", "in_table"), [("number", "toml"), ("string", "csv"), ("text", "parquet")])
def test_fields_may_be_called_anything(tmp_path: Path, type_: str, in_table: str) -> None:
    store = _made(tmp_path, type_, in_table=in_table)
    _ask_everything(store)
    if in_table != "toml":
        assert prepare_archive(tmp_path, lambda thread, _loading: thread.join()) == []
        prepared = open_archive(tmp_path).store
        assert prepared.unprepared == ""
        assert _exported(prepared, "csv") == _exported(store, "csv")


def _ask_everything(store: Store) -> None:
    deals = store.kind("deals")
    for text in (
        "",
        "deal",
        "del",
        "mill",
        "country:DE",
        "party:dye",
        "法国",
        "year:2025",
        "amount>1",
        "has:x -has:note",
    ):
        selection = Selection(store, parse(text, deals))
        assert {record.id for record in selection} <= {"d1", "d2"}
        footer(selection)
    assert Selection(store, parse("mill", deals)).count == 2
    assert Selection(store, parse("party:dye", deals)).count == 2
    for text in ("stage@2023:signed", "overdue", "since:2024", "last-told:2024", "stage:started"):
        assert (text, Selection(store, parse(text, deals)).count) == (text, 2)
    for name in FIELDS:
        field = deals.by_name[name]
        selection = Selection(store, parse(f"has:{name} sort:{name}-desc", deals))
        assert [record.id for record in selection] == ["d2", "d1"]
        assert sum(one.count for one in facet_values(selection, field).values) == 2
