"""Archives of made deals, as many as asked for, written by the engine. Nothing in them is real; never in ``data/``."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import duckdb
from cq_tui.archive.read import shipped
from cq_tui.archive.schema import schema_of
from cq_tui.store.engine.tables import columns

from tests.bench.made_deals import FORMS, PLACES, TRADES, WORDS

_EVENT = '[[events]]\nid = "made-fair"\nname = { zh = "虚构展会", en = "Made fair" }\nnote = { en = "Made data." }\n'
_NOTE = 53
"""Words of a made note: with them a deal has about 700 bytes of text."""


def _one_of(words: tuple[str, ...], salt: int) -> str:
    listed = ", ".join(f"'{word}'" for word in words)
    return f"[{listed}][1 + CAST(hash(n * 31 + {salt}) % {len(words)} AS INTEGER)]"


def _made() -> dict[str, str]:
    """SQL for the fields that a made deal has; ``n`` is its number."""
    title = " || ".join(_one_of(words, salt) for salt, words in enumerate((PLACES, WORDS, TRADES, FORMS)))
    note = f"array_to_string([{', '.join(_one_of(PLACES + TRADES, 10 + word) for word in range(_NOTE))}], '')"
    known = "hash(n * 7 + 5) % 10 < 8"
    return {
        "id": "'made-' || n",
        "title": f"{{'zh': {title}, 'en': 'Made deal ' || n}}",
        "event": "'made-fair'",
        "category": _one_of(("finance", "outbound", "investment", "cooperation"), 101),
        "category_basis": "'stated'",
        "instrument": _one_of(("credit-line", "fund", "investment", "purchase-order"), 102),
        "amount": f"CASE WHEN {known} THEN 100000 + hash(n * 13 + 3) % 10000000000 END",
        "currency": f"CASE WHEN {known} THEN 'CNY' END",
        "amount_basis": "'stated'",
        "amount_bound": "'exact'",
        "parties": f"[{{'org': {_one_of(('citic-bank', 'sms-group'), 104)}, 'role': 'partner'}}]",
        "parties_basis": "'stated'",
        "countries": f"['CN', {_one_of(('DE', 'IT', 'FR'), 103)}]",
        "chain_segment_basis": "'stated'",
        "stage": "'signed'",
        "countable": "true",
        "cites": "[]",
        "note": f"{{'zh': {note}, 'en': ''}}",
    }


def made_archive(root: Path, count: int, schema: str = "", own: Mapping[str, str] | None = None) -> Path:
    """A made event, the shipped organisations, and ``count`` made deals in ``data/deals.parquet``.

    ``schema``: further declarations; ``own``: SQL for the fields that they declare.
    """
    shutil.copytree(shipped() / "seeds", root / "seeds", ignore=shutil.ignore_patterns("originals"))
    (root / "data").mkdir()
    for name in ("organisations.toml", "schema.toml"):
        shutil.copy(shipped() / "data" / name, root / "data")
    (root / "data" / "events.toml").write_text(_EVENT, "utf-8")
    with (root / "data" / "schema.toml").open("a", encoding="utf-8") as file:
        file.write(schema)
    made = {**_made(), **(own or {})}
    fields = [
        f'CAST({made.get(name, "NULL")} AS {type_}) AS "{name}"'
        for name, type_ in columns(schema_of(root)["deals"]).items()
    ]
    target = root / "data" / "deals.parquet"
    duckdb.connect().execute(
        f"COPY (SELECT {', '.join(fields)} FROM range({count}) AS made(n)) TO '{target}' (FORMAT parquet)"
    )
    return root
