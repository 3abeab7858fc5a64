"""The schema of the archive that comes with the program: its kinds, and what its ``data/schema.toml`` declares."""

from functools import cache

from cq_tui.archive.read import shipped
from cq_tui.archive.schema import schema_of
from cq_tui.schema.schema import Schema

SCHEMA = (shipped() / "data" / "schema.toml").read_text("utf-8")
"""For made archives whose deals have the same categories."""


@cache
def kinds() -> Schema:
    """The kinds of the shipped archive, the very ones that a store of it has."""
    return schema_of(shipped())
