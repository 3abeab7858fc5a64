"""Ids are unique in their kind, and every reference leads somewhere."""

from collections.abc import Iterator

from tui.archive.problem import Problem
from tui.archive.read import Archive, Entry
from tui.archive.wording import nearest
from tui.language import _, sentences
from tui.model.record import Record


def targets(record: Record, name: str, part: str | None) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The ids that a field of a record refers to, each with its place inside the record."""
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


def check_references(archive: Archive) -> list[Problem]:
    """Duplicate ids and dangling references."""
    known = {name: {entry.record.id: entry for entry in entries} for name, entries in archive.entries.items()}
    problems: list[Problem] = []
    for entries in archive.entries.values():
        first: dict[str, Entry] = {}
        for entry in entries:
            problems.extend(_duplicate(entry, first))
            for field, part in entry.kind.references:
                to = (part or field).shown.to or ""
                for path, target in targets(entry.record, field.name, part.name if part else None):
                    if target not in known.get(to, {}):
                        message = _("there is no {id} in {kind}.").format(id=target, kind=to)
                        near = nearest(target, list(known.get(to, {})))
                        problems.append(entry.problem(path, sentences(message, near)))
    return problems


def _duplicate(entry: Entry, first: dict[str, Entry]) -> Iterator[Problem]:
    earlier = first.setdefault(entry.record.id, entry)
    if earlier is not entry:
        place = f"{earlier.file.name}:{earlier.file.lines.of((entry.kind.name, earlier.position, 'id'))}"
        message = _("{id} is taken already at {place}; ids are unique in their kind")
        yield entry.problem(("id",), message.format(id=entry.record.id, place=place))
