"""The ways in which cells of a stranger's list become values; an import provides them, a type chooses its own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Convert = TypeVar("Convert")


@dataclass(kw_only=True, eq=False, repr=False)  # nobody compares functions, and what that takes costs every start
class Converters(Generic[Convert]):
    """One function a way. ``each``: a way for one entry as a way for cells that hold lists of such entries."""

    text: Convert
    texts: Convert
    string: Convert
    strings: Convert
    money: Convert
    number: Convert
    count: Convert
    date: Convert
    code: Convert
    codes: Convert
    link: Convert
    links: Convert
    parts: Convert
    identifiers: Convert
    history: Convert
    address: Convert
    flag: Convert
    each: Callable[[Convert], Convert]
