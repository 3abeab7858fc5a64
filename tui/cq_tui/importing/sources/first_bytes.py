"""What kind of file a list is, where its first bytes tell otherwise than its name: a workbook called ``.csv``."""

from pathlib import Path

from cq_tui.importing.errors import Noticed
from cq_tui.importing.sources import delimited
from cq_tui.values.clean import clean_line
from cq_tui.values.reasons import Reason

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods", ".xlsb")
TEXTS = (".csv", ".tsv", ".txt", ".tab")
_ZIPPED, _OLD, _PARQUET = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"PAR1"
_PAGE = b"<"
_ENCODING = "latin-1"
"""Reads whatever bytes there are: where lines end and what parts them is ASCII."""
_START = 4096
_LEAST_LINES = 2


def kind_of_file(path: Path) -> tuple[str, tuple[Reason, ...]]:
    """The ending that a list is to be read by, and what is to be told of it."""
    ending = path.suffix.lower()
    start = _start(path)
    if ending in TEXTS and start.startswith((_ZIPPED, _OLD)):
        return ".xlsx", _told(Noticed.IS_A_WORKBOOK, ending)
    if ending in (*TEXTS, *WORKBOOKS) and start.startswith(_PARQUET):
        return ".parquet", _told(Noticed.IS_PARQUET, ending)
    if ending in WORKBOOKS and _is_delimited(path, start):
        return ".csv", _told(Noticed.IS_A_TEXT, ending)
    return ending, ()


def _told(code: Noticed, ending: str) -> tuple[Reason, ...]:
    return (Reason.of(code, ending=clean_line(ending)),)


def _is_delimited(path: Path, start: bytes) -> bool:
    """Whether a file is lines of text that a delimiter parts into columns."""
    plain = start.lstrip(b"\xef\xbb\xbf \r\n\t")
    if not plain or b"\0" in start or plain.startswith((_ZIPPED, _OLD, _PAGE)):
        return False
    return plain.count(b"\n") >= _LEAST_LINES - 1 and any(
        delimited.width_of(path, _ENCODING, one) > 1 for one in delimited.DELIMITERS
    )


def _start(path: Path) -> bytes:
    if not path.is_file():  # reading a pipe waits for who writes into it
        return b""
    try:
        with path.open("rb") as file:
            return file.read(_START)
    except OSError:
        return b""
