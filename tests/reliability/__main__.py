"""Print every figure at full size and put them into the page; the exit code tells whether all promises hold."""

import sys

from tests.reliability import line, outlets, page, readers, secure, walk, writing


def main() -> int:
    """The whole table, line by line as it is found."""
    found = []
    for part in (outlets.figures, readers.figures, writing.figures, secure.figures, line.figures, walk.figures):
        for figure in part():
            print(figure, flush=True)
            found.append(figure)
    page.write(found)
    return 0 if all(figure.holds for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())
