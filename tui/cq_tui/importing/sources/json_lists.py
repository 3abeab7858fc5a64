"""The lists of records that an object of JSON wraps, each by its name: like the sheets of a workbook."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.sources.grouped_records import grouped_records
from cq_tui.importing.sources.keyed_records import keyed_records
from cq_tui.importing.sources.lists_in_records import inner_lists, records_of
from cq_tui.importing.sources.names_by_id import only_explain
from cq_tui.language import _
from cq_tui.values.clean import clean_line

_DEEPEST = 3
"""Objects within objects in which a list is looked for."""
_LEAST_AROUND = 2
"""Records within which lists are looked for; those of the one object are found as any other."""
_VALUES_OF_A_RECORD = 3
"""Values beside its lists from which on an object is rather a record than what wraps some."""


@dataclass(frozen=True, slots=True)
class JsonList:
    """The records that are read, the name of their list where there are several, and the names of the others.

    ``inner`` are those within its records, or the list itself where it is one of them.
    """

    records: list[Any]
    name: str = ""
    others: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    """What stands beside the list, each value with its name."""


def list_of(tree: Any, name: str, shown: str) -> JsonList:
    """The list of that name; else the only one or the longest of those that stand least deep, else the object itself.

    One to most of whose records another list refers by their ids is there to explain that one.

    Records that stand under their keys are a list, too. A list of texts or numbers is a value of the one record that
    the object is. Raises ImportProblem for a name that no list has.
    """
    found = _list_of(tree, name, shown)
    if isinstance(tree, dict) and found.records != [tree] and not keyed_records(tree):
        found = replace(found, beside=tuple(_values(tree, "", 1)))
    records = [one for one in found.records if isinstance(one, dict)]
    if found.inner or len(records) < max(_LEAST_AROUND, len(found.records)):
        return found
    called = found.name or _only_name(tree)
    inner = tuple(f"{called}.{one}" if called else one for one in inner_lists(records))
    return replace(found, name=called, inner=inner) if inner else found


def lists_of(tree: Any) -> dict[str, list[Any]]:
    """The lists of records that an object wraps, by the names that lead to them."""
    return dict(_lists(tree, "", 1)) if isinstance(tree, dict) and not keyed_records(tree) else {}


def _only_name(tree: Any) -> str:
    """The name of the only list of an object; empty where its records stand in no list with a name."""
    found = list(lists_of(tree))
    return found[0] if len(found) == 1 else ""


def _list_of(tree: Any, name: str, shown: str) -> JsonList:
    if isinstance(tree, list):
        return _named(JsonList(tree), {}, name, shown)
    if not isinstance(tree, dict):
        return JsonList([tree])
    if records := keyed_records(tree):
        return _named(JsonList(records), {}, name, shown)
    if records := grouped_records(tree):
        lists = dict(_lists(tree, "", 1))
        return _named(JsonList(records, "", tuple(lists)), lists, name, shown)
    found = dict(_lists(tree, "", 1))
    if not found:
        (only,) = tree.values() if len(tree) == 1 else (None,)
        return _named(JsonList(only if isinstance(only, list) and not only else [tree]), {}, name, shown)
    if name:
        return _named(JsonList([]), found, name, shown)
    first = {key: one for key, one in found.items() if key in tree} or found
    aside = only_explain(first)
    longest = max(
        first, key=lambda key: (not _describes(first[key], first.values()), key not in aside, len(first[key]))
    )
    others = sorted((key for key in found if key != longest), key=lambda key: (key not in tree, -len(found[key])))
    if longest in tree and others and _is_record(tree, len(found[longest])):
        return JsonList([tree], "", (longest, *others))
    return JsonList(found[longest], longest if others else "", tuple(others))


def _named(otherwise: JsonList, found: Mapping[str, list[Any]], name: str, shown: str) -> JsonList:
    if not name:
        return otherwise
    if name in found:
        return JsonList(found[name], name, tuple(key for key in found if key != name))
    for outer, records in (found or {"": otherwise.records}).items():
        inner = name.removeprefix(f"{outer}.") if outer else name
        if (inner != name or not outer) and inner in inner_lists([one for one in records if isinstance(one, dict)]):
            return JsonList(records_of(records, inner, outer), name, tuple(found), (name,))
    if not found:
        raise ImportProblem(_("{path}: holds one list; --sheet names one of several").format(path=shown))
    message = _("{path}: has no list {name}; there are: {known}")
    raise ImportProblem(message.format(path=shown, name=clean_line(name), known=clean_line(", ".join(found))))


def _lists(tree: Mapping[str, Any], before: str, depth: int) -> Iterator[tuple[str, list[Any]]]:
    """The lists of objects in an object and in those within it, by the names that lead to them."""
    for key, value in tree.items():
        if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
            yield f"{before}{key}", value
        elif isinstance(value, dict) and (records := keyed_records(value) or grouped_records(value, key)):
            yield f"{before}{key}", records
        elif isinstance(value, dict) and depth < _DEEPEST:
            yield from _lists(value, f"{before}{key}.", depth + 1)


def _values(tree: Mapping[str, Any], before: str, depth: int) -> Iterator[str]:
    """The values in an object that are no lists, and in those within it that hold some."""
    for key, value in tree.items():
        if isinstance(value, dict) and depth < _DEEPEST and not keyed_records(value):
            yield from _values(value, f"{before}{key}.", depth + 1)
        elif value not in (None, "") and not isinstance(value, dict | list):
            yield f"{before}{key}: {clean_line(str(value))}"


def _describes(records: list[Any], others: Iterable[list[Any]]) -> bool:
    """Whether a list describes the columns of another: what each of its records begins with is a member of those."""
    begin = {str(next(iter(one.values()), "")) for one in records}
    return any(other is not records and begin <= set().union(*other) for other in others)


def _is_record(tree: Mapping[str, Any], longest: int) -> bool:
    """Whether an object with several lists is rather a record: it has values of its own, and no list is longer."""
    values = sum(value is not None and not isinstance(value, dict | list) for value in tree.values())
    return values >= max(_VALUES_OF_A_RECORD, longest)
