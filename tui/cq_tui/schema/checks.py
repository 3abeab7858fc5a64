"""What an annotation says of a value beside its type. pydantic is told when it builds what checks values."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class Keeps:
    """What a value keeps to: ``pattern``, ``min_length``, ``gt`` and all else that pydantic's ``Field`` knows."""

    __is_annotated_types_grouped_metadata__ = True
    """pydantic takes what it iterates over in its place."""

    def __init__(self, **limits: Any) -> None:
        """Nothing is checked yet, not even the names."""
        vars(self).update(limits)

    def __iter__(self) -> Iterator[Any]:
        from pydantic import Field

        yield from Field(**vars(self)).metadata


class _Function:
    """A function that takes a value and gives what stands in its place; a ValueError refuses it.

    One with a second parameter is told by it, as ``data``, which values of the record were taken before.
    """

    def __init__(self, function: Callable[..., Any], *, leaves_stored: bool = False) -> None:
        """Nothing is called yet. ``leaves_stored``: it only refuses, or the engine's tables hold what it gives."""
        self.function = function
        self.leaves_stored = leaves_stored


def changes_stored(mark: object) -> bool:
    """Whether what an annotation says of a value may put something else in the place of what the tables hold."""
    return isinstance(mark, _Function) and not mark.leaves_stored


class Before(_Function):
    """A function that sees the value as it is given."""

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic import BeforeValidator

        return BeforeValidator(self.function).__get_pydantic_core_schema__(source, handler)


class After(_Function):
    """A function that sees the value when all else was checked."""

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic import AfterValidator

        return AfterValidator(self.function).__get_pydantic_core_schema__(source, handler)
