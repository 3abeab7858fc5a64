"""Made records of any kind, valid or spoilt, and an archive for them to stand in. Nothing here is real."""

import string
import tempfile
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from cq_tui.archive.read import Archive, Entry, SourceFile, read
from cq_tui.kinds import kinds
from cq_tui.model.clean import clean_tree
from cq_tui.model.field import Field, Shape
from cq_tui.model.record import Kind, Record
from cq_tui.model.types import SLUG
from cq_tui.store.store import Store
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.unit.made import DEAL, EVENT, PASSAGE, SOURCE, write_archive

IDS = {
    "events": ["fair"], "organisations": ["works", "bank"], "chain": ["wheels"], "sessions": ["opening"],
    "sources": ["paper"], "passages": ["p1"], "deals": ["mill"],
}  # fmt: skip
_ORGANISATION = '[[organisations]]\nid = "{id}"\nname = {{ en = "{id}" }}\ntype = "company"\n'
HARD = list(";:\\'\"=+-@ \n\t,，、铝é🚗\u3000\u200b\x1b\x01\r")
WORDS = st.text(st.sampled_from(HARD + list(string.ascii_letters)), min_size=0, max_size=12)


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
    required = {field.name: values(field) for field in kind.fields if field.required}
    optional = {
        field.name: values(field) for field in kind.fields if not field.required and field.shape is not Shape.MONEY
    }
    return st.fixed_dictionaries(required, optional=optional).flatmap(_with_money(kind))


def _with_money(kind: Kind):  # type: ignore[no-untyped-def]
    money = next((field for field in kind.fields if field.shape is Shape.MONEY), None)

    def added(tree: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
        plain = {name: value for name, value in tree.items() if money is None or name != money.shown.currency}
        if money is None:
            return st.just(plain)
        both = values(money).map(lambda amount: plain | {money.name: amount, money.shown.currency: "CNY"})
        return st.one_of(st.just(plain), both)

    return added


def values(field: Field) -> st.SearchStrategy[Any]:
    """Values of one field."""
    if field.is_list:
        return st.lists(_value(field), max_size=3)
    return _value(field)


def _value(field: Field) -> st.SearchStrategy[Any]:  # noqa: C901 (one line a shape)
    amounts = st.decimals(Decimal("0.0001"), Decimal(10) ** 15, places=4)
    match field.shape:
        case Shape.TEXT | Shape.TEXTS:
            both = st.fixed_dictionaries({"zh": WORDS, "en": WORDS})
            return both.filter(lambda text: bool(text["zh"].strip() or text["en"].strip()))
        case Shape.CODE | Shape.CODES:
            return st.sampled_from(sorted(field.codes or ()))
        case Shape.LINK | Shape.LINKS:
            return st.sampled_from(IDS[field.shown.to or ""])
        case Shape.MONEY:
            return amounts
        case Shape.NUMBER:
            return st.one_of(amounts, amounts.map(lambda one: -one))
        case Shape.COUNT:
            return st.integers(1900, 2099)
        case Shape.DATE:
            return st.integers(0, 70_000).map(lambda days: date(1900, 1, 1) + timedelta(days))
        case Shape.FLAG:
            return st.booleans()
        case Shape.PARTS:
            required = {part.name: values(part) for part in field.parts if part.required}
            optional = {part.name: values(part) for part in field.parts if not part.required}
            return st.fixed_dictionaries(required, optional=optional)
    if field.limits.pattern == SLUG:
        return st.from_regex(r"[a-z0-9][a-z0-9-]{0,12}", fullmatch=True)
    if field.limits.pattern is not None:
        return st.sampled_from(["CNY", "EUR"])
    return WORDS.filter(lambda text: bool(text.strip()))


TABLE_KINDS = [name for name in sorted(kinds()) if name not in ("sources", "passages", "sessions")]


def parquet(statement: str) -> bytes:
    """What a statement gives as the bytes of a Parquet file."""
    import duckdb

    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        path = Path(folder) / "made.parquet"
        connection.execute(f"COPY ({statement}) TO '{path}' (FORMAT parquet)").fetchall()
        return path.read_bytes()
