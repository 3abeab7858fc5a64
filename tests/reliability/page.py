"""The page of the figures: ``docs/reliability.md``, between two marks in it."""

import os
import platform
from collections.abc import Iterable
from pathlib import Path

from tests.reliability.figure import Figure

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"
_BEGIN, _END = "<!-- figures: make reliability -->", "<!-- end of figures -->"


def machine() -> str:
    """The machine in one line: processors, system, Python."""
    return f"{os.cpu_count()} processors, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def table(figures: Iterable[Figure]) -> str:
    """The figures as a table of Markdown."""
    rows = [f"| {one.what} | {one.tried:,} | {one.failed:,} | {one.promise} |" for one in figures]
    return "\n".join(
        ["| what was tried | times | failed | what holds |", "|---|---:|---:|---|", *rows, "", machine() + "."]
    )


def write(figures: Iterable[Figure]) -> None:
    """Put the figures into the page. Raises ValueError if the page has no place for them."""
    text = PAGE.read_text("utf-8")
    begin, end = text.index(_BEGIN) + len(_BEGIN), text.index(_END)
    PAGE.write_text(f"{text[:begin]}\n{table(figures)}\n{text[end:]}", "utf-8")


def read() -> dict[str, tuple[int, int]]:
    """What the page says: of each figure how often it was tried and how often it failed."""
    rows = (line.strip("| ").split(" | ") for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| "))
    number = {row[0]: tuple(int(cell.replace(",", "")) for cell in row[1:3]) for row in rows if row[1] != "times"}
    return {what: (tried, failed) for what, (tried, failed) in number.items()}
