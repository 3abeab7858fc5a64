"""What followthemoney itself finds wrong with entities on stdin; run by a Python that has it, and nothing of ours."""

import json
import sys

from followthemoney import model
from followthemoney.exc import InvalidData


def main() -> None:
    entities = [json.loads(line) for line in sys.stdin]
    known = {one["id"]: model.get(one["schema"]) for one in entities}
    if len(known) < len(entities):
        print("an id is there twice")
    for one in entities:
        try:
            known[one["id"]].validate(one)
            model.get_proxy(one, cleaned=False)
        except InvalidData as error:
            print(one["id"], error, getattr(error, "errors", ""))
        for name, values in one["properties"].items():
            prop = known[one["id"]].get(name)
            for value in values if prop else ():
                if prop.range is None:
                    wrong = prop.type.clean(value) != value
                else:
                    wrong = value not in known or not known[value].is_a(prop.range)
                if wrong:
                    print(one["id"], name, repr(value))
            if prop is None:
                print(one["id"], "has no", name)


if __name__ == "__main__":
    main()
