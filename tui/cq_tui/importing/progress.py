"""Progress of an import."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with what is done, how much of it, and of how much; 0 where that is not known. May raise to break it off."""


def unwatched(_what: str, _done: int, _of: int) -> None:
    """Progress that nobody shows."""
