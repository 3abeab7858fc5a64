"""Which columns of a small CSV file say anything: the others need no expression, and planning one takes longer than
reading such a file.
"""

import csv
import io
import re
from collections.abc import Sequence

_PLAIN = re.compile(r'(?:(?:"(?:[^"]++|"")*+"|[^",\r\n]*+)(?:,|\r?\n|\Z))*+')
"""What every reader of CSV takes alike: cells with a quotation mark inside stand in quotation marks, it is doubled."""


def filled_columns(file: bytes, header: Sequence[str]) -> frozenset[str]:
    """The columns of a whole file in which a row says something; all where readers might take it differently."""
    every = frozenset(header)
    try:
        text = file.decode("utf-8-sig")
    except UnicodeDecodeError:
        return every
    if not _PLAIN.fullmatch(text):
        return every
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    next(rows, None)
    filled: set[str] = set()
    try:
        for row in rows:
            if len(row) != len(header):
                return every
            filled.update(name for name, cell in zip(header, row, strict=True) if cell)
            if len(filled) == len(every):
                break
    except csv.Error:
        return every
    return frozenset(filled) or every
