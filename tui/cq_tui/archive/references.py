"""Ids are unique in their kind, and every reference leads somewhere."""

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from cq_tui.archive.problem import Problem
from cq_tui.archive.read import DEALS, Archive, Entry
from cq_tui.archive.wording import dangling, shared, taken
from cq_tui.schema.model import Model
from cq_tui.schema.record import Record

if TYPE_CHECKING:
    from cq_tui.schema.rows import Row


def targets(record: "Record | Row", name: str, part: str | None) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The ids that a field of a record refers to, each with its path inside the record."""
    value = getattr(record, name)
    if value is None:
        return
    if isinstance(value, str):
        yield (name,), value
        return
    for position, item in enumerate(value):
        if part is None:
            yield (name, position), item
        elif isinstance(referred := getattr(item, part), tuple):
            yield from (((name, position, part, place), one) for place, one in enumerate(referred))
        else:
            yield (name, position, part), referred


def check_keys(archive: Archive) -> Iterator[Problem]:
    """Identifiers that several records in memory have: two of a kind would be one and the same."""
    for kind in archive.schema.values():
        for field in kind.keys:
            first: dict[Model, Entry] = {}
            for entry in archive.entries.get(kind.name, []):
                for position, key in enumerate(getattr(entry.record, field.name)):
                    if not field.type.is_of_one(key):
                        continue
                    earlier = first.setdefault(key, entry)
                    if earlier is not entry:
                        words = field.type.entry_words(key, entry.record, lambda _kind, id_: id_)
                        message = shared(words, entry.record.called, earlier.record.called, earlier.location)
                        yield entry.problem((field.name, position), message)


def wanted(archive: Archive) -> dict[str, set[str]]:
    """All ids that the records in memory refer to, by kind."""
    found: dict[str, set[str]] = {}
    for entries in archive.entries.values():
        for entry in entries:
            for field, part in entry.kind.references:
                ids = found.setdefault((part or field).shown.to or "", set())
                ids.update(target for _path, target in targets(entry.record, field.name, part.name if part else None))
    if archive.told_twice is not None:
        decided = (one for deals in archive.told_twice.decided for one in deals)
        found.setdefault(DEALS, set()).update(decided)
    return found


def check_references(archive: Archive, elsewhere: Mapping[str, Collection[str]]) -> list[Problem]:
    """Duplicate ids and dangling references of the records in memory; ``elsewhere`` are ids in table files by kind."""
    known = {name: {entry.record.id: entry for entry in entries} for name, entries in archive.entries.items()}
    problems: list[Problem] = []
    for entries in archive.entries.values():
        first: dict[str, Entry] = {}
        for entry in entries:
            problems.extend(_duplicate(entry, first))
            for field, part in entry.kind.references:
                to = (part or field).shown.to or ""
                for path, target in targets(entry.record, field.name, part.name if part else None):
                    if target not in known.get(to, {}) and target not in elsewhere.get(to, ()):
                        message = dangling(target, to, list(known.get(to, {})))
                        problems.append(entry.problem(path, message))
    return problems


def _duplicate(entry: Entry, first: dict[str, Entry]) -> Iterator[Problem]:
    earlier = first.setdefault(entry.record.id, entry)
    if earlier is not entry:
        location = earlier.location
        yield entry.problem(("id",), taken(entry.record.id, location))
