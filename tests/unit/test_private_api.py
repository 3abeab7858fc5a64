"""What is used of libraries though it is not public, file by file: a release that changes it fails here first.

What ``driver.py`` uses of Textual is held in ``test_driver.py``.
"""

import argparse
import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import cq_tui
import pytest
from textual.app import App
from textual.widgets import Input

ROOT = Path(cq_tui.__file__).parent

KNOWN = {
    "driver.py": {"textual._xterm_parser"},
    "duckdb_module.py": {"_duckdb"},
    "argument_parser.py": {"argparse._"},
}
"""By the name of the file: private modules that are imported, and private names of what is not ours."""


def private(tree: ast.AST) -> Iterator[str]:
    """Private modules that a file imports, and private attributes of anything but self, cls, super and a dunder."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names if hidden(one.name))
        elif isinstance(node, ast.ImportFrom) and hidden(node.module or ""):
            yield node.module or ""
        elif isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__"):
            owner = node.value
            if isinstance(owner, ast.Name) and owner.id not in ("self", "cls", "os"):
                yield f"{owner.id}.{node.attr}"


DOCUMENTED = ("._value_", "._replace", "._asdict", "._fields", "._make")
"""Of enumerations and named tuples: not private."""


def hidden(module: str) -> bool:
    return any(part.startswith("_") and not part.startswith("__") for part in module.split("."))


def test_no_other_file_knows_a_private_name_of_a_library() -> None:
    unknown = []
    for path in sorted(ROOT.rglob("*.py")):
        text, name = path.read_text("utf-8"), str(path.relative_to(ROOT))
        for used in set(private(ast.parse(text))) - KNOWN.get(path.name, set()):
            own = f"self.{used.rpartition('.')[2]}" in text  # another one of the same class
            if not own and not used.endswith(DOCUMENTED):
                unknown.append(f"{name}: {used}")
    assert unknown == []


def test_the_app_fails_in_one_line() -> None:
    handler = inspect.getsource(App._handle_exception)
    assert "self._exception = error" in handler
    assert "self._fatal_error()" in handler
    assert "self._close_messages_no_wait()" in inspect.getsource(App._fatal_error)
    assert "self._driver = self._build_driver(" in inspect.getsource(App)


def test_an_input_shows_and_takes_a_suggestion() -> None:
    assert isinstance(Input._suggestion, property) or "_suggestion" in inspect.getsource(Input.action_cursor_right)
    assert "self.value = self._suggestion" in inspect.getsource(Input.action_cursor_right)


@pytest.mark.parametrize("name", ["_split_lines", "_fill_text", "_format_action", "_format_action_invocation"])
def test_a_help_formatter_formats_by_these(name: str) -> None:
    assert f"self.{name}(" in inspect.getsource(argparse.HelpFormatter)


def test_a_help_formatter_makes_its_usage_line_by_this() -> None:
    assert "self._add_item(self._format_usage, args)" in inspect.getsource(argparse.HelpFormatter.add_usage)


def test_a_help_formatter_measures_by_these() -> None:
    formatter = argparse.HelpFormatter("x")
    assert all(
        hasattr(formatter, name)
        for name in ("_action_max_length", "_max_help_position", "_current_indent", "_width", "_prog")
    )


def test_argparse_looks_its_words_up_in_its_module() -> None:
    source = inspect.getsource(argparse)
    assert "from gettext import gettext as _, ngettext" in source


def test_the_engine_alone_has_what_the_store_uses() -> None:
    engine = pytest.importorskip("_duckdb")
    assert callable(engine.connect)
    assert issubclass(engine.Error, Exception)
