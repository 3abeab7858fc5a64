"""What one archive declares, or several that are opened as one; every declaration with the file it stands in."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from cq_tui.archive.declarations.codes import CodeDeclaration
from cq_tui.archive.declarations.file import SchemaFile
from cq_tui.archive.problem import Problem
from cq_tui.files.lines import Path
from cq_tui.language import _
from cq_tui.values.codes import Words

if TYPE_CHECKING:
    from cq_tui.archive.declarations.model import FieldDeclaration, KindDeclaration


class Combined:
    """All that is declared: lists with their codes, fields by kind, kinds; and which file declares what stands where.

    Archives that are opened together may declare the same fields if they say the same of them; their code lists are put
    together. A field that not all of them declare is required of none of their records.
    """

    def __init__(self) -> None:
        """Nothing yet."""
        self.codes: dict[str, dict[str, CodeDeclaration]] = {}
        self.fields: dict[str, dict[str, FieldDeclaration]] = {}
        self.kinds: dict[str, KindDeclaration] = {}
        self.owners: dict[Path, SchemaFile] = {}

    def problem(self, path: Path, message: str) -> Problem:
        """A problem of a declaration, in the file that made it."""
        owner = next(self.owners[path[:depth]] for depth in range(len(path), 0, -1) if path[:depth] in self.owners)
        return owner.problem(path, message)


def combined(files: Sequence[SchemaFile], archives: int) -> tuple[Combined, list[Problem]]:
    """Put the files of some of so many archives together; with what they say differently of the same thing."""
    found, problems = Combined(), []
    for file in files:
        for name in file.declared.codes:
            found.codes.setdefault(name, {})
            found.owners.setdefault(("codes", name), file)
        for name in file.declared.fields:
            found.owners.setdefault(("fields", name), file)
    for path, one, file in _each(files):
        group, name = _group(found, path), str(path[-1])
        before = group.setdefault(name, one)
        owner = found.owners.setdefault(path, file)
        if isinstance(one, CodeDeclaration) and isinstance(before, CodeDeclaration) and _agree(one, before):
            group[name] = before.model_copy(update={"aliases": tuple(dict.fromkeys((*before.aliases, *one.aliases)))})
        elif one != before:
            message = _("is declared otherwise in {file}; archives that are opened together say the same of it")
            problems.append(file.problem(path, message.format(file=owner.name)))
    _loosen(found, files, archives)
    return found, problems


def _each(files: Sequence[SchemaFile]) -> Iterator[tuple[Path, object, SchemaFile]]:
    for file in files:
        for part, group in (("codes", file.declared.codes), ("fields", file.declared.fields)):
            for name, members in group.items():
                for member, one in members.items():
                    yield (part, name, member), one, file
        for name, kind in file.declared.kinds.items():
            yield ("kinds", name), kind, file


def _group(found: Combined, path: Path) -> dict[str, Any]:
    part: dict[str, Any] = getattr(found, str(path[0]))
    group: dict[str, Any] = part.setdefault(str(path[1]), {}) if len(path) == 3 else part
    return group


def _agree(one: CodeDeclaration, other: CodeDeclaration) -> bool:
    return (one.zh, one.en, one.counted) == (other.zh, other.en, other.counted)


def _loosen(found: Combined, files: Sequence[SchemaFile], archives: int) -> None:
    for kind, fields in found.fields.items():
        for name, one in fields.items():
            declaring = sum(name in file.declared.fields.get(kind, {}) for file in files)
            if one.required and declaring < archives:
                fields[name] = one.model_copy(update={"required": False})


def words_of(codes: Mapping[str, CodeDeclaration]) -> dict[str, Words]:
    """A declared list as the code lists of fields are."""
    return {code: Words(one.in_both, one.aliases) for code, one in codes.items()}
