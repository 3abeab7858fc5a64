"""A small made archive to spoil; nothing in it is real."""

from pathlib import Path

from cq_tui.archive.problem import Problem
from cq_tui.archive.read import Archive
from cq_tui.store.open_archive import open_archive

EVENT = '[[events]]\nid = "fair"\nname = { zh = "展会", en = "Fair" }\n'
DEAL = """[[deals]]
id = "mill"
title = { zh = "工厂", en = "Mill" }
event = "fair"
instrument = "investment"
"""
SOURCE = '[[sources]]\nid = "paper"\nname = { en = "Paper" }\nlanguage = "en"\nparagraphs = 3\n'
PASSAGE = """[[passages]]
id = "p1"
source = "paper"
paragraph = 1
section = { en = "Lead" }
words = { en = "It opens." }
"""


def write_archive(root: Path, **files: str | bytes) -> Path:
    """Write ``data/<kind>.toml`` for each kind; ``seeds`` goes to ``seeds/paper.toml``."""
    for name, text in files.items():
        path = root / "seeds" / "paper.toml" if name == "seeds" else root / "data" / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def read_checked(root: Path) -> tuple[Archive, list[Problem]]:
    """An archive and everything that is wrong with it."""
    opened = open_archive(root)
    return opened.store.archive, opened.problems


def problems(root: Path, **files: str | bytes) -> list[str]:
    """Every problem of an archive made of these files and one event, as lines."""
    write_archive(root, **({"events": EVENT} | files))
    return [str(problem) for problem in read_checked(root)[1]]
