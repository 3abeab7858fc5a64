"""A Data Package: tables as CSV, what their columns mean, where it all comes from."""

import json
from collections.abc import Iterator
from typing import Any

from cq_tui.files.data_package import DESCRIPTOR, GENERATOR
from cq_tui.kinds.sources import Source
from cq_tui.language import N_
from cq_tui.publishing import annotations
from cq_tui.publishing.readme import Guide, readme
from cq_tui.publishing.request import CountedFiles, Measured, Request
from cq_tui.publishing.table_schema import sums, table_schema
from cq_tui.publishing.tables import KindTable, Table, tables, text_of
from cq_tui.publishing.target import README
from cq_tui.values.clean import clean_line

_INTRODUCTION = N_(
    "Outcomes of events as a Data Package (https://datapackage.org), written by cq-tui. `datapackage.json` describes "
    "every column: its type, the meaning of its codes, the keys that join the tables."
)
_READING = (
    N_("An empty cell is not stated. It is never zero, and never a usual value."),
    N_(
        "A column `x_basis` says of `x` whether the source states it or whether it was inferred; `x_bound` how exactly "
        "a number is told; `date_precision` how much of a date is known, the rest of it being its first month or day."
    ),
    N_(
        "Amounts are plain numbers in whole units of the currency beside them. `sums` in `datapackage.json` says "
        "which rows no sum counts and what is never added up across. Totals that an event stated are in "
        "`event_totals.csv`; what they exceed the rows by is not itemised, not missing by mistake."
    ),
    N_("A list stands in one cell, its entries parted by `; `, and once more in a table of its own, an entry a row."),
    N_(
        "`annotations.json` holds the passages as W3C Web Annotations. They are told in our own words; `exact` is a "
        "short piece of the source, 16 characters at most."
    ),
)
_DEFUSED = N_(
    "A cell of text that a spreadsheet would run as a formula has a `'` before it. Take it away where `=`, `+`, `-` or "
    "`@` follows to have the text as it was; so behind a `;` in a cell."
)
_RAW = N_("Cells are as they were in the archive: opened in a spreadsheet, a text may run as a formula.")
_DEPTH = 5
"""Package, list of resources, resource, schema, list of columns: what is deeper stands on one line."""
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def contents(request: Request) -> list[tuple[str, int]]:
    """The files of rows that would be written, and how many rows each would have."""
    return [(f"{one.name}.csv", one.count(request.extent)) for one in tables(request.extent.store.schema)]


def files(request: Request) -> CountedFiles:
    """All files of the package, the descriptor last, for it names the digests of the others."""
    resources = []
    every = tables(request.extent.store.schema)
    for table in every:
        measured = Measured(text_of(table, request.extent, raw=request.raw))
        yield f"{table.name}.csv", measured
        resources.append(_table(table, request, measured))
    measured = Measured(annotations.annotations(request.extent))
    yield annotations.NAME, measured
    resources.append(_annotations(measured))
    rows = [(f"{one.name}.csv", one.label, one.count(request.extent)) for one in every]
    yield README, readme(request, rows, Guide(_INTRODUCTION, (*_READING, _RAW if request.raw else _DEFUSED)))
    yield DESCRIPTOR, [as_json(descriptor(request, resources))]
    return sum(count for _name, _label, count in rows)


def as_json(tree: Any) -> bytes:
    """A descriptor as a file."""
    return f"{_indented(tree, 0)}\n".encode()


def _indented(tree: Any, depth: int) -> str:
    """JSON with a line an entry down to the columns, each of which has one: codes of countries would fill pages."""
    if depth == _DEPTH or not tree or not isinstance(tree, dict | list):
        return json.dumps(tree, ensure_ascii=False)
    inside = "  " * (depth + 1)
    if isinstance(tree, dict):
        lines = [f"{json.dumps(key)}: {_indented(value, depth + 1)}" for key, value in tree.items()]
    else:
        lines = [_indented(one, depth + 1) for one in tree]
    first, last = "{}" if isinstance(tree, dict) else "[]"
    return f"{first}\n{inside}" + f",\n{inside}".join(lines) + f"\n{'  ' * depth}{last}"


def descriptor(request: Request, resources: list[dict[str, Any]]) -> dict[str, Any]:
    """What ``datapackage.json`` says of the package as a whole. No clock has a say in it."""
    query = request.extent.query
    return {
        "$schema": _PROFILE,
        "name": request.name,
        "title": request.title.en,
        "description": request.title.zh,
        "generator": GENERATOR,
        **({"selection": {"kind": query.kind.name, "filter": clean_line(query.text)}} if query else {}),
        **({"licenses": [_licence(request.licence)]} if request.licence else {}),
        "sources": list(_sources(request)),
        "resources": resources,
    }


def _licence(licence: str) -> dict[str, str]:
    return {"path": licence} if "://" in licence else {"name": licence}


def _sources(request: Request) -> Iterator[dict[str, str]]:
    for source in request.extent.records(request.extent.store.schema["sources"]):
        if isinstance(source, Source):
            found = {"title": source.name.en or source.name.zh, "description": source.name.zh or source.name.en}
            yield found | ({"path": source.address} if source.address else {})


def _table(table: Table, request: Request, measured: Measured) -> dict[str, Any]:
    en, zh = table.label
    rules = sums(table.kind) if isinstance(table, KindTable) else {}
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "title": en,
        "description": zh,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": measured.size,
        "hash": f"sha256:{measured.sha256}",
        "rows": table.count(request.extent),
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        **({"sums": rules} if rules else {}),
        "schema": table_schema(table),
    }


def _annotations(measured: Measured) -> dict[str, Any]:
    return {
        "name": "passages-annotations",  # no kind and no field has a hyphen in its name
        "path": annotations.NAME,
        "title": "Passages as W3C Web Annotations",
        "description": "段落（W3C 网络注解）",
        "format": "json",
        "mediatype": "application/ld+json",
        "encoding": "utf-8",
        "bytes": measured.size,
        "hash": f"sha256:{measured.sha256}",
    }
