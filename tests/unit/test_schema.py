"""The JSON Schema describes what the data files hold."""

import csv
import io
import json
import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from cq_tui.archive.read import shipped
from cq_tui.cli import main
from cq_tui.export.export import Options, pieces
from cq_tui.schema.description import json_schema, table_schema
from cq_tui.store.selection.selection import Selection

from tests.shipped import kinds

KINDS = sorted(kinds())
TYPES: dict[str, Any] = {
    "null": type(None),
    "string": str,
    "integer": int,
    "boolean": bool,
    "array": list,
    "object": dict,
    "number": (int, float),
}


def _tables(kind: str) -> list[dict[str, Any]]:
    files = [*sorted((shipped() / "data").glob("*.toml")), *sorted((shipped() / "seeds").glob("*.toml"))]
    return [table for file in files for table in tomllib.loads(file.read_text("utf-8")).get(kind, [])]


def _faults(value: Any, rule: dict[str, Any], place: str) -> list[str]:
    """What breaks the keywords that the schema uses for structure."""
    if "anyOf" in rule:
        found = [_faults(value, one, place) for one in rule["anyOf"]]
        return [] if [] in found else found[0]
    if rule.get("format") == "date":
        return [] if hasattr(value, "isoformat") else [f"{place}: no date"]
    if not isinstance(value, TYPES.get(rule.get("type", ""), object)):
        return [f"{place}: not {rule['type']}"]
    if "enum" in rule and value not in rule["enum"]:
        return [f"{place}: {value}"]
    if isinstance(value, list):
        return [f for n, item in enumerate(value) for f in _faults(item, rule["items"], f"{place}.{n}")]
    if not isinstance(value, dict):
        return []
    faults = [f"{place}: no {name}" for name in rule.get("required", []) if name not in value]
    for name, child in value.items():
        if name in rule["properties"]:
            faults += _faults(child, rule["properties"][name], f"{place}.{name}")
        else:
            faults.append(f"{place}: unknown {name}")
    return faults


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_data_satisfy_the_schema(kind: str) -> None:
    found = json_schema([kinds()[kind]])
    assert _tables(kind) != []
    assert _faults({kind: _tables(kind)}, found, "") == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"id": 5}, ".deals.0.id: not string"),
        ({"sektor": "x"}, ".deals.0: unknown sektor"),
        ({"instrument": "loan"}, ".deals.0.instrument: loan"),
        ({"amount": "2亿"}, ".deals.0.amount: not number"),
    ],
)
def test_the_schema_tells_what_is_wrong(change: dict[str, Any], fault: str) -> None:
    found = json_schema([kinds()["deals"]])
    assert _faults({"deals": [_tables("deals")[0] | change]}, found, "") == [fault]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_carries_its_labels(kind: str) -> None:
    properties = json_schema([kinds()[kind]])["properties"][kind]["items"]["properties"]
    assert {name: (one["title"], one["description"]) for name, one in properties.items()} == {
        field.name: (field.label.en, field.label.zh) for field in kinds()[kind].fields
    }


@pytest.mark.parametrize("kind", KINDS)
def test_unknown_keys_are_refused_at_every_level(kind: str) -> None:
    found = json_schema([kinds()[kind]])
    assert found["additionalProperties"] is False
    assert found["properties"][kind]["items"]["additionalProperties"] is False
    assert all(one["additionalProperties"] is False for one in _tables_in(found))


def _tables_in(rule: Any) -> Iterator[dict[str, Any]]:
    """All that the schema says of tables, at any depth."""
    children = rule.values() if isinstance(rule, dict) else rule if isinstance(rule, list) else ()
    if isinstance(rule, dict) and rule.get("type") == "object":
        yield rule
    for child in children:
        yield from _tables_in(child)


def test_the_command_prints_all_kinds_or_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert list(json.loads(capsys.readouterr().out)["properties"]) == list(kinds())
    assert main(["schema", "deals"]) == 0
    assert list(json.loads(capsys.readouterr().out)["properties"]) == ["deals"]


READ: dict[str, Callable[[str], Any]] = {
    "string": str,
    "number": Decimal,
    "integer": int,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": date.fromisoformat,
}


@pytest.mark.parametrize("kind", KINDS)
def test_exported_cells_satisfy_the_table_schema(kind: str, selection: Callable[..., Selection]) -> None:
    found = table_schema(kinds()[kind])
    text = b"".join(pieces(selection("", kind), Options("csv", raw=True), to_file=False)).decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [one["name"] for one in found["fields"]] == list(rows[0])
    for one in found["fields"]:
        limits = one.get("constraints", {})
        cells = [row[one["name"]] for row in rows]
        assert not limits.get("required") or all(cells)
        values = [READ[one["type"]](cell) for cell in cells if cell]
        assert all(value in limits.get("enum", [value]) for value in values)
        assert all(re.fullmatch(limits.get("pattern", ".*"), cell, re.DOTALL) for cell in cells if cell)
        assert all(value > limits.get("exclusiveMinimum", value - 1) for value in values if one["type"] == "number")


def test_the_table_schema_names_what_links_lead_to(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--table", "deals"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"fields": ["event"], "reference": {"resource": "events", "fields": ["id"]}} in found["foreignKeys"]
    assert found["primaryKey"] == ["id"]
    assert main(["schema", "--table"]) == 2
