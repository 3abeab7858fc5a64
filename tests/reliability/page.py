"""The page of the figures: ``docs/reliability.md``, between two marks in it."""

import os
import platform
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.reliability.figure import Figure

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"
_BEGIN, _END = "<!-- figures: make reliability -->", "<!-- end of figures -->"


def machine() -> str:
    """The machine in one line: processors, system, Python."""
    return f"{os.cpu_count()} processors, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def table(rows: Iterable[str]) -> str:
    """The rows as a table of Markdown."""
    return "\n".join(
        ["| what was tried | times | failed | what holds |", "|---|---:|---:|---|", *rows, "", machine() + "."]
    )


def row(one: Figure) -> str:
    """A figure as a row of the table."""
    return f"| {one.what} | {one.tried:,} | {one.failed:,} | {one.promise} |"


def write(figures: Iterable[Figure], *, whole: bool = True) -> None:
    """Put the figures into the page; unless they are the whole table, the others keep their rows.

    Raises ValueError if the page has no place for them.
    """
    text = PAGE.read_text("utf-8")
    begin, end = text.index(_BEGIN) + len(_BEGIN), text.index(_END)
    rows = {} if whole else dict(_rows(text))
    rows |= {one.what: row(one) for one in figures}
    PAGE.write_text(f"{text[:begin]}\n{table(rows.values())}\n{text[end:]}", "utf-8")


def read() -> dict[str, tuple[int, int]]:
    """What the page says: of each figure how often it was tried and how often it failed."""
    cells = {what: line.strip("| ").split(" | ") for what, line in _rows(PAGE.read_text("utf-8"))}
    number = {what: tuple(int(cell.replace(",", "")) for cell in row[1:3]) for what, row in cells.items()}
    return {what: (tried, failed) for what, (tried, failed) in number.items()}


def _rows(text: str) -> Iterator[tuple[str, str]]:
    """Each row of the table in the page: what was tried, and the row."""
    for line in text.splitlines():
        if line.startswith("| ") and (what := line.strip("| ").split(" | ")[0]) != "what was tried":
            yield what, line
