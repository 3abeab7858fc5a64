"""Reading ``data/schema.toml``: its text as declarations, each with the line it stands in."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from cq_tui.archive.declarations.model import CodeDeclaration, Declarations, FieldDeclaration, KindDeclaration
from cq_tui.archive.problem import Problem, SchemaError
from cq_tui.archive.wording import nearest, plain_words
from cq_tui.files.lines import Path
from cq_tui.files.text import FileFault
from cq_tui.files.toml import Toml, parse_toml
from cq_tui.language import _, sentences
from cq_tui.values.clean import clean_line

_MODELS: dict[str, tuple[int, type[BaseModel]]] = {
    "codes": (3, CodeDeclaration),
    "fields": (3, FieldDeclaration),
    "kinds": (2, KindDeclaration),
}
"""At what depth of the file the tables of each part stand, and what may stand in them."""


@dataclass(frozen=True)
class SchemaFile:
    """What one archive declares, and where in its file; ``name`` is what the file is called."""

    name: str
    toml: Toml = field(default_factory=lambda: Toml("", {}))
    declared: Declarations = field(default_factory=Declarations)

    def problem(self, path: Path, message: str) -> Problem:
        """A problem of what stands at a path."""
        inside = (line for place, line in self.toml.lines.places.items() if place[: len(path)] == path)
        line = self.toml.lines.of(path) or min(inside, default=0)
        return Problem(self.name, line, clean_line(".".join(map(str, path))), clean_line(message))


def schema_file(text: str, name: str) -> SchemaFile:
    """The file of a text whose lines end by LF. Raises SchemaError with all that is no declaration in it."""
    try:
        file = SchemaFile(name, parse_toml(text))
    except FileFault as fault:
        raise SchemaError([Problem(name, fault.line, "", str(fault))]) from None
    if problems := [file.problem(path, message) for path, message in _unshowable(tomllib.loads(text), ())]:
        raise SchemaError(problems)
    try:
        return SchemaFile(name, file.toml, Declarations.model_validate(file.toml.tree))
    except ValidationError as error:
        raise SchemaError([_problem(file, details) for details in error.errors(include_url=False)]) from None


def _unshowable(tree: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """The texts that can't stand on a line of a screen; those that were read are cleaned already."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _unshowable(key, (*path, key))
            yield from _unshowable(value, (*path, key))
    elif isinstance(tree, list):
        for position, value in enumerate(tree):
            yield from _unshowable(value, (*path, position))
    elif isinstance(tree, str) and (clean_line(tree) != tree):
        message = _("{value} holds a control character or the end of a line; write words of one line")
        yield path, message.format(value=f'"{clean_line(tree)}"')


def _problem(file: SchemaFile, error: ErrorDetails) -> Problem:
    path = tuple(error["loc"])
    if error["type"] == "missing":
        message = _("is missing; write {example}").format(example=_EXAMPLES.get(str(path[-1]), f"{path[-1]} = ..."))
    elif error["type"] == "extra_forbidden":
        known = list(_fields_at(path))
        listed = _("There can be: {names}.").format(names=", ".join(known))
        message = sentences(_("is nothing that can be said here."), nearest(str(path[-1]), known) or listed)
    elif error["type"] in ("model_type", "dict_type"):
        message = _("is not a table; write {example}").format(example=f"[{'.'.join(map(str, path))}]")
    else:
        message = plain_words(error)
    return file.problem(path, message)


_EXAMPLES = {"label": 'label = { zh = "...", en = "..." }', "type": 'type = "text"'}


def _fields_at(path: Path) -> Iterator[str]:
    """What can be said in the table around a path."""
    depth, model = _MODELS.get(str(path[0]), (0, Declarations))
    yield from ("zh", "en") if len(path) - 1 > depth else model.model_fields  # inside of a label, or of its table
