"""Print every figure at full size and put them into the page; the exit code tells whether all promises hold."""

import sys

from tests.reliability import bombs, interrupts, line, outlets, page, readers, secure, walk, writing


def main() -> int:
    """The whole table, line by line as it is found."""
    found = []
    parts = (outlets, readers, bombs, writing, secure, line, interrupts, walk)
    for part in parts:
        for figure in part.figures():
            print(figure, flush=True)
            found.append(figure)
    page.write(found)
    return 0 if all(figure.holds for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())
