"""Made records of any kind, valid or spoilt, and an archive for them to stand in. Nothing here is real."""

import tempfile
from pathlib import Path
from typing import Any

from cq_tui.archive.read import Archive, Entry, SourceFile, read
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.store.store import Store
from cq_tui.values.clean import clean_tree
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.shipped import kinds
from tests.unit.made import DEAL, EVENT, PASSAGE, SOURCE, write_archive
from tests.unit.made_values import values

IDS = {
    "events": ["fair"], "organisations": ["works", "bank"], "chain": ["wheels"], "sessions": ["opening"],
    "sources": ["paper"], "passages": ["p1"], "deals": ["mill"],
}  # fmt: skip
_ORGANISATION = '[[organisations]]\nid = "{id}"\nname = {{ en = "{id}" }}\ntype = "company"\n'


def base(root: Path) -> Path:
    """An archive, in folders of its own, that holds everything that made records refer to."""
    write_archive(
        root,
        **{
            "base/events": EVENT,
            "base/organisations": "".join(_ORGANISATION.format(id=one) for one in IDS["organisations"]),
            "base/chain": '[[chain]]\nid = "wheels"\nname = { en = "Wheels" }\ntier = "component"\n',
            "base/sessions": '[[sessions]]\nid = "opening"\nname = { en = "O" }\nevent = "fair"\norder = 1\n',
            "base/deals": DEAL,
            "seeds": SOURCE + PASSAGE.replace("paragraph = 1", 'paragraph = 1\nanchor = "opens"'),
        },
    )
    return root


def store_of(root: Path, made: dict[str, list[Record]]) -> Store:
    """A store over an archive with these records, in memory, in the place of its own of their kinds."""
    archive: Archive = read(root)
    file = SourceFile(root, "made")
    for name, found in made.items():
        archive.entries[name] = [Entry(one, kinds()[name], file, place) for place, one in enumerate(found)]
    return Store(archive)


def records(kind: Kind) -> st.SearchStrategy[list[Record]]:
    """A few valid records with different ids."""
    one = trees(kind).map(lambda tree: _record(kind, tree)).filter(lambda record: record is not None)
    return st.lists(one, max_size=4, unique_by=lambda record: record.id)  # type: ignore[arg-type, return-value]


def _record(kind: Kind, tree: dict[str, Any]) -> Record | None:
    """A record as a table can hold it: what qualifies something absent says nothing, and is as usual."""
    try:
        record = kind.model.model_validate(clean_tree(tree))
    except ValidationError:
        return None
    idle = {name for name in kind.qualified if kind.value(record, kind.by_name[name]) is None}
    return kind.model.model_validate({name: value for name, value in record if name not in idle})


def trees(kind: Kind) -> st.SearchStrategy[dict[str, Any]]:
    """Records as data files hold them."""
    required = {field.name: values(field.type, IDS) for field in kind.fields if field.required}
    optional = {
        field.name: values(field.type, IDS) for field in kind.fields if not field.required and not field.type.is_money
    }
    return st.fixed_dictionaries(required, optional=optional).flatmap(_with_money(kind))


def _with_money(kind: Kind):  # type: ignore[no-untyped-def]
    money = next((field for field in kind.fields if field.type.is_money), None)

    def added(tree: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
        plain = {name: value for name, value in tree.items() if money is None or name != money.shown.currency}
        if money is None:
            return st.just(plain)
        both = values(money.type, IDS).map(lambda amount: plain | {money.name: amount, money.shown.currency: "CNY"})
        return st.one_of(st.just(plain), both)

    return added


TABLE_KINDS = [name for name in sorted(kinds()) if name not in ("sources", "passages", "sessions")]


def parquet(statement: str) -> bytes:
    """What a statement gives as the bytes of a Parquet file."""
    import duckdb

    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        path = Path(folder) / "made.parquet"
        connection.execute(f"COPY ({statement}) TO '{path}' (FORMAT parquet)").fetchall()
        return path.read_bytes()
