"""Web addresses and mail addresses, which name columns of contacts and call nobody."""

from cq_tui.values.expressions import later

_LINK = later(r"(?i)^(?:https?://|www\.)\S+$|^[\w.+-]+@[\w-]+\.\w+")


def is_link(cell: str) -> bool:
    """Whether a cell is a web address or begins with a mail address."""
    return _LINK.search(cell.strip()) is not None
