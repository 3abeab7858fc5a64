"""The JSON Schema describes what the data files hold."""

import json
import tomllib
from typing import Any

import pytest
from cq_tui.archive.read import shipped
from cq_tui.cli import main
from cq_tui.commands.schema import schema
from cq_tui.kinds import kinds

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


def _faults(value: Any, rule: dict[str, Any], definitions: dict[str, Any], place: str) -> list[str]:
    """What breaks the keywords that the schema uses for structure."""
    if "$ref" in rule:
        rule = definitions[rule["$ref"].removeprefix("#/$defs/")] | {k: v for k, v in rule.items() if k != "$ref"}
    if "anyOf" in rule:
        found = [_faults(value, one, definitions, place) for one in rule["anyOf"]]
        return [] if [] in found else found[0]
    if rule.get("format") == "date":
        return [] if hasattr(value, "isoformat") else [f"{place}: no date"]
    if not isinstance(value, TYPES.get(rule.get("type", ""), object)):
        return [f"{place}: not {rule['type']}"]
    if "enum" in rule and value not in rule["enum"]:
        return [f"{place}: {value}"]
    if isinstance(value, list):
        return [f for n, item in enumerate(value) for f in _faults(item, rule["items"], definitions, f"{place}.{n}")]
    if not isinstance(value, dict):
        return []
    faults = [f"{place}: no {name}" for name in rule.get("required", []) if name not in value]
    for name, child in value.items():
        if name in rule["properties"]:
            faults += _faults(child, rule["properties"][name], definitions, f"{place}.{name}")
        else:
            faults.append(f"{place}: unknown {name}")
    return faults


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_data_satisfy_the_schema(kind: str) -> None:
    found = schema([kinds()[kind]])
    assert _tables(kind) != []
    assert _faults({kind: _tables(kind)}, found, found["$defs"], "") == []


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
    found = schema([kinds()["deals"]])
    assert _faults({"deals": [_tables("deals")[0] | change]}, found, found["$defs"], "") == [fault]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_carries_its_labels(kind: str) -> None:
    properties = schema([kinds()[kind]])["properties"][kind]["items"]["properties"]
    assert {name: (one["title"], one["description"]) for name, one in properties.items()} == {
        field.name: (field.label.en, field.label.zh) for field in kinds()[kind].fields
    }


@pytest.mark.parametrize("kind", KINDS)
def test_unknown_keys_are_refused_at_every_level(kind: str) -> None:
    found = schema([kinds()[kind]])
    assert found["additionalProperties"] is False
    assert found["properties"][kind]["items"]["additionalProperties"] is False
    assert all(one["additionalProperties"] is False for one in found["$defs"].values() if one["type"] == "object")


def test_the_command_prints_all_kinds_or_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert list(json.loads(capsys.readouterr().out)["properties"]) == list(kinds())
    assert main(["schema", "deals"]) == 0
    assert list(json.loads(capsys.readouterr().out)["properties"]) == ["deals"]


def test_every_reference_inside_the_schema_leads_somewhere() -> None:
    text = json.dumps(schema(list(kinds().values())))
    found = json.loads(text)
    named = {part.split('"')[0] for part in text.split('"#/$defs/')[1:]}
    assert named <= found["$defs"].keys()
