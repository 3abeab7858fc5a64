"""The code lists that the kinds of a schema are declared with, by the names under which an archive replaces them."""

import re
import typing
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from cq_tui.schema.kind import Kind
from cq_tui.schema.model import Model
from cq_tui.values.codes import Basis, Bound, Code, Precision
from cq_tui.values.types.base import FieldType

CodeList = type[Code] | FieldType
"""A list that kinds are declared with: a class of codes, or the place of one that archives declare."""

_THE_PROGRAM_S = (Basis, Bound, Precision)
"""Lists of what the program itself says of values: they are no vocabulary of an archive."""


class Used(NamedTuple):
    """A list, and the names of the kinds that hold codes of it."""

    codes: CodeList
    kinds: list[str]


def code_lists(kinds: Iterable[Kind]) -> dict[str, Used]:
    """Each list by its name: a class as ``PartyRole`` by ``party_role``, one that archives declare by its own."""
    found: dict[str, Used] = {}
    for kind in kinds:
        for one in dict.fromkeys(_lists(kind.model)):
            found.setdefault(_name(one), Used(one, [])).kinds.append(kind.name)
    return found


def _lists(model: type[Model]) -> Iterator[CodeList]:
    for info in model.model_fields.values():
        yield from (mark for mark in info.metadata if isinstance(mark, FieldType) and mark.list_name)
        yield from _inside(info.annotation)


def _inside(annotation: Any) -> Iterator[CodeList]:
    if isinstance(annotation, FieldType):
        if annotation.list_name:
            yield annotation
    elif isinstance(annotation, type) and issubclass(annotation, Code):
        if annotation not in _THE_PROGRAM_S:
            yield annotation
    elif isinstance(annotation, type) and issubclass(annotation, Model):
        yield from _lists(annotation)
    else:
        for one in (*typing.get_args(annotation), *getattr(annotation, "__metadata__", ())):
            yield from _inside(one)


def _name(one: CodeList) -> str:
    return one.list_name if isinstance(one, FieldType) else re.sub(r"(?<!^)(?=[A-Z])", "_", one.__name__).lower()
