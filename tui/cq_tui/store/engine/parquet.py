"""Reading a Parquet file that is not the archive's own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cq_tui.language import _

_BATCH = 2_000


class ParquetError(Exception):
    """The file can't be read as Parquet."""


def parquet_records(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a Parquet file as names and values. Raises ParquetError."""
    import duckdb

    with duckdb.connect(":memory:", config={"autoinstall_known_extensions": False}) as connection:
        try:
            # Without it a moment becomes the day that it is where the reader happens to be.
            connection.execute("SET TimeZone = 'UTC'")
            found = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
            names = [column[0] for column in found.description]
            while rows := found.fetchmany(_BATCH):
                yield from (dict(zip(names, row, strict=True)) for row in rows)
        except duckdb.Error:
            raise ParquetError(_("is not a whole Parquet file")) from None
