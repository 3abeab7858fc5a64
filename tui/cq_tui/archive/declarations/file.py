"""Reading ``data/schema.toml``: its text as declarations, each with the line it stands in."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cq_tui.archive.declarations.codes import CodeDeclaration, Declared
from cq_tui.archive.problem import Problem, SchemaError
from cq_tui.archive.wording import nearest, plain_words
from cq_tui.files.lines import Path
from cq_tui.files.text import FileFault
from cq_tui.files.toml import Toml, parse_toml
from cq_tui.language import _, sentences
from cq_tui.values.clean import clean_line

if TYPE_CHECKING:  # built only for archives that declare fields or kinds
    from cq_tui.archive.declarations.model import FieldDeclaration, KindDeclaration

_DEPTHS = {"codes": 3, "fields": 3, "kinds": 2}
"""At what depth of the file the tables of each part stand."""


class Declarations(NamedTuple):
    """What a file declares: code lists by name, fields by kind and name, kinds by name."""

    codes: "Mapping[str, Mapping[str, CodeDeclaration]]" = {}
    fields: "Mapping[str, Mapping[str, FieldDeclaration]]" = {}
    kinds: "Mapping[str, KindDeclaration]" = {}


class SchemaFile(NamedTuple):
    """What one archive declares, and where in its file; ``name`` is what the file is called."""

    name: str
    toml: Toml
    declared: Declarations = Declarations()

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
    if problems := [file.problem(path, message) for path, message in _unshowable_in(text)]:
        raise SchemaError(problems)
    parts: dict[str, Any] = {}
    for part in _DEPTHS:
        parts[part] = _tables(file, part, file.toml.tree.get(part, {}), (part,), problems)
    others = [name for name in file.toml.tree if name not in _DEPTHS]
    problems += [file.problem((name,), _is_none(name, list(_DEPTHS))) for name in others]
    if problems:
        raise SchemaError(problems)
    return SchemaFile(name, file.toml, Declarations(**parts))


def _tables(file: SchemaFile, part: str, given: Any, path: Path, problems: list[Problem]) -> Any:
    """What stands at a path of a part, each of its tables as its model; what is wrong goes to ``problems``."""
    if len(path) == _DEPTHS[part]:
        try:
            return _model_of(part).model_validate(given)
        except ValidationError as error:
            problems += [_problem(file, part, path, details) for details in error.errors(include_url=False)]
            return None
    if not isinstance(given, dict):
        problems.append(file.problem(path, _no_table(path)))
        return {}
    return {name: _tables(file, part, inside, (*path, name), problems) for name, inside in given.items()}


def _model_of(part: str) -> type[Declared]:
    if part == "codes":
        return CodeDeclaration
    from cq_tui.archive.declarations.model import FieldDeclaration, KindDeclaration

    return FieldDeclaration if part == "fields" else KindDeclaration


def _unshowable_in(text: str) -> Iterator[tuple[Path, str]]:
    """The texts of a TOML text that can't stand on a line of a screen; those that were read are cleaned already."""
    if any(mark in text for mark in ("\\", '"""', "'''")) or any(clean_line(line) != line for line in text.split("\n")):
        yield from _unshowable(tomllib.loads(text), ())


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


def _problem(file: SchemaFile, part: str, table: Path, error: ErrorDetails) -> Problem:
    path = (*table, *error["loc"])
    if error["type"] == "missing":
        message = _("is missing; write {example}").format(example=_EXAMPLES.get(str(path[-1]), f"{path[-1]} = ..."))
    elif error["type"] == "extra_forbidden":
        # inside of a label, or of its table
        known = ["zh", "en"] if len(error["loc"]) > 1 else list(_model_of(part).model_fields)
        message = _is_none(str(path[-1]), known)
    elif error["type"] in ("model_type", "dict_type"):
        message = _no_table(path)
    else:
        message = plain_words(error)
    return file.problem(path, message)


_EXAMPLES = {"label": 'label = { zh = "...", en = "..." }', "type": 'type = "text"'}


def _is_none(name: str, known: list[str]) -> str:
    """What is said of a key that there is not."""
    listed = _("There can be: {names}.").format(names=", ".join(known))
    return sentences(_("is nothing that can be said here."), nearest(name, known) or listed)


def _no_table(path: Path) -> str:
    return _("is not a table; write {example}").format(example=f"[{'.'.join(map(str, path))}]")
