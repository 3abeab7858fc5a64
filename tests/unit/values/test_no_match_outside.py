"""Only in the room of values it is asked of which type a value is; elsewhere the type itself answers."""

import ast
from collections.abc import Iterator
from pathlib import Path

import cq_tui
from cq_tui.values.types.base import FieldType

from tests.unit.values.every_type import subclasses

ROOT = Path(cq_tui.__file__).parent
DECLARING = {
    "schema/field.py", "schema/kind.py", "schema/text.py", "schema/identifier.py", "schema/types.py",
    "schema/derived.py", "archive/over_time.py",
}  # fmt: skip
"""What makes a field's type from an annotation."""
CLASSES = {one.__name__ for one in subclasses(FieldType)}


def files() -> Iterator[Path]:
    return (path for path in ROOT.rglob("*.py") if "values" not in path.relative_to(ROOT).parts[:1])


def names_of_types(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cq_tui.values.types"):
            yield from (name.name for name in node.names if name.name in CLASSES or node.module[-5:] == "types")


def asks_for_the_type(path: Path) -> Iterator[str]:
    """``field.type.name`` compared, ``type(field.type)``, ``isinstance(field.type, ...)``, ``match field.type``."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        subject: ast.AST | None = None
        if isinstance(node, ast.Match):
            subject = node.subject
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("isinstance", "type"):
            subject = node.args[0]
        elif isinstance(node, ast.Compare):
            subject = node.left.value if isinstance(node.left, ast.Attribute) and node.left.attr == "name" else None
        if isinstance(subject, ast.Attribute) and subject.attr == "type" and "field" in ast.unparse(subject.value):
            yield f"{path.relative_to(ROOT)}:{node.lineno}"  # type: ignore[attr-defined]


def test_only_declarations_name_the_types() -> None:
    found = {str(path.relative_to(ROOT)) for path in files() if list(names_of_types(path))}
    assert found <= DECLARING


def test_nobody_asks_which_type_a_field_has() -> None:
    assert [place for path in files() for place in asks_for_the_type(path)] == []
