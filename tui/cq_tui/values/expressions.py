"""Regular expressions that are compiled when they are first asked: a run asks few of those that its modules have.

To compile those of all modules that a command loads takes a twentieth of its time.
"""

import re
from typing import Any, AnyStr, Generic, cast


class Later(Generic[AnyStr]):
    """What stands for a compiled expression; its methods are that one's."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        """Nothing is compiled yet."""
        self._given: tuple[AnyStr, int] = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._given)
        for one in ("fullmatch", "match", "search", "finditer", "findall", "split", "sub", "subn", "pattern"):
            setattr(self, one, getattr(compiled, one))
        return getattr(compiled, name)


def later(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As ``re.compile``, at the first use."""
    return cast(re.Pattern[AnyStr], Later(pattern, flags))
