"""Say what the model of FollowTheMoney says of some schemata, as JSON: run by a Python that has followthemoney.

``python scripts/ftm_model.py Schema.property...`` prints, for each schema named, the schemata it belongs to, what it
requires, and for each property named its type and, of links, what it may lead to. ``make test-ftm`` makes
``tests/unit/publishing/ftm_model.json`` by it, and holds that file against it.
"""

import json
import sys


def main(named: list[str]) -> None:
    """Print the part of the model that is named."""
    from followthemoney import model

    found: dict[str, dict[str, object]] = {}
    for one in sorted(named):
        schema = model.get(one.partition(".")[0])
        about = found.setdefault(schema.name, {"is": sorted(schema.names), "required": sorted(schema.required)})
        properties = about.setdefault("properties", {})
        if name := one.partition(".")[2]:
            prop = schema.get(name)
            properties[name] = [prop.type.name, *([prop.range.name] if prop.range else [])]
    json.dump(found, sys.stdout, indent=1, sort_keys=True)
    print()


if __name__ == "__main__":
    main(sys.argv[1:])
