"""The forms in which the engine itself writes a file."""

from enum import Enum


class CopyForm(Enum):
    """The options of its COPY.

    CSV has no header, and no sign begins a comment: by itself the engine quotes every cell that holds a ``#``.
    """

    CSV = "FORMAT csv, HEADER false, COMMENT ''"
    JSON = "FORMAT json"
    PARQUET = "FORMAT parquet, COMPRESSION zstd"
