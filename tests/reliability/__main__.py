"""Print every figure at full size; the exit code tells whether all promises hold."""

import sys

from tests.reliability import line, outlets, readers, writing


def main() -> int:
    """The whole table, line by line as it is found."""
    held = True
    for part in (outlets.figures, line.figures, writing.figures, readers.figures):
        for figure in part():
            print(figure, flush=True)
            held = held and figure.holds
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
