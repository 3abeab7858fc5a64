"""What followthemoney itself finds wrong with entities on stdin; run by a Python that has it, and nothing of ours."""

import json
import sys
from typing import Any

from followthemoney import model
from followthemoney.exc import InvalidData


def fits(prop: Any, value: str, known: dict[str, Any]) -> bool:
    """Whether a value is one of the property as it stands: nothing is left to clean, nothing leads elsewhere."""
    if prop.range is not None:
        return value in known and bool(known[value].is_a(prop.range))
    if prop.type.name == "number":  # any text is one to it
        return bool(prop.type.to_number(value) is not None)
    return bool(prop.type.clean(value, format=prop.format) == value)


def main() -> None:
    """Print a line a fault."""
    entities = [json.loads(line) for line in sys.stdin]
    known = {one["id"]: model.get(one["schema"]) for one in entities}
    if len(known) < len(entities):
        print("an id is there twice")
    for one in entities:
        schema = known[one["id"]]
        try:
            schema.validate(one)
            model.get_proxy(one)
        except InvalidData as error:
            print(one["id"], error)
        for name in schema.required:
            if name not in one["properties"]:
                print(one["id"], "needs", name)
        for name, values in one["properties"].items():
            prop = schema.get(name)
            if prop is None:
                print(one["id"], "has no", name)
                continue
            for value in values:
                if not fits(prop, value, known):
                    print(one["id"], name, repr(value))


if __name__ == "__main__":
    main()
