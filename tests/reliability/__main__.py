"""Print the figures at full size and put them into the page; the exit code tells whether all promises hold.

``python -m tests.reliability walk line`` tries only these parts; the page keeps its other rows.
"""

import argparse
import sys

from tests.reliability import bombs, interrupts, line, outlets, page, readers, secure, walk, writing

PARTS = {
    part.__name__.rpartition(".")[2]: part
    for part in (outlets, readers, bombs, writing, secure, line, interrupts, walk)
}


def main() -> int:
    """The table, line by line as it is found."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability")
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help=f"one of {', '.join(PARTS)}; all of them if none is named"
    )
    names = parser.parse_args().parts
    if unknown := set(names) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    found = []
    for name in names or PARTS:
        for figure in PARTS[name].figures():
            print(figure, flush=True)
            found.append(figure)
    page.write(found, whole=not names)
    return 0 if all(figure.holds for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())
