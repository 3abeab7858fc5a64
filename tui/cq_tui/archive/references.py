"""Ids are unique in their kind, and every reference leads somewhere."""

from collections.abc import Collection, Iterator, Mapping

from cq_tui.archive.problem import Problem
from cq_tui.archive.read import Archive, Entry
from cq_tui.archive.wording import dangling, taken
from cq_tui.schema.record import Record


def targets(record: Record, name: str, part: str | None) -> Iterator[tuple[tuple[str | int, ...], str]]:
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
        else:
            yield (name, position, part), getattr(item, part)


def wanted(archive: Archive) -> dict[str, set[str]]:
    """All ids that the records in memory refer to, by kind."""
    found: dict[str, set[str]] = {}
    for entries in archive.entries.values():
        for entry in entries:
            for field, part in entry.kind.references:
                ids = found.setdefault((part or field).shown.to or "", set())
                ids.update(target for _path, target in targets(entry.record, field.name, part.name if part else None))
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
