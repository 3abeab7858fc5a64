"""Adding declarations to an archive's ``data/schema.toml``, which keeps all that stands there, comments too."""

import json
from collections.abc import Collection, Iterator, Mapping
from functools import reduce
from pathlib import Path
from typing import Any

import tomli_w
from pydantic import BaseModel

from cq_tui.archive.declarations.file import Declarations, SchemaFile, schema_file
from cq_tui.archive.problem import Problem, SchemaError
from cq_tui.archive.schema import schema_of_texts
from cq_tui.archive.tables import SCHEMA_FILE
from cq_tui.archive.tells_history import tells_history
from cq_tui.files.text import FileFault, read_bytes
from cq_tui.language import _
from cq_tui.schema.schema import Schema

SCHEMA_PATH = f"data/{SCHEMA_FILE}"
"""The file's path in an archive, as ``Changes.write`` takes it."""
_HEAD = "# What this archive declares of its own: code lists, fields and kinds.\n"


def declared_with(root: Path, added: Declarations) -> bytes:
    """The bytes of an archive's ``data/schema.toml`` with further declarations; nothing is written here.

    What the archive declares already in the same way is left out, and so is a code that its list has; the rest is put
    behind the text that is there. Where everything stands there already the bytes are those of the file. A caller
    commits them together with the records that need them::

        text = declared_with(root, Declarations(
            codes={"category": {"solar": CodeDeclaration(zh="光伏", en="Solar")}},
            fields={"deals": {"district": FieldDeclaration(label=InWords(zh="区县"), type="string")}},
        ))
        schema = schema_with(root, text)   # to convert and check the records with
        change.write(SCHEMA_PATH, [text])  # ``change`` is a ``files.changes.Changes``

    A list that replaces a shipped one, or is the first of its name where records have codes of it already
    (``category``), must hold the codes that stand in the archive: ``store.codes_in_use``.

    Raises SchemaError where the declarations clash with those that are there, or can't be at all.
    """
    before = _text(root)
    file = _parsed(before)
    tree = _new(file, added)
    if not tree:
        return before.encode()
    text = _with(before, file, tree).encode()
    schema_with(root, text)
    return text


def schema_with(root: Path, text: bytes, *, history: bool = False) -> Schema:
    """The schema that the archive has once its ``data/schema.toml`` holds these bytes. Raises SchemaError.

    ``history``: its deals get one with what is written.
    """
    return schema_of_texts(((SCHEMA_PATH, _plain_text(text.decode())),), history=history or tells_history(root))


def _text(root: Path) -> str:
    path = root / SCHEMA_PATH
    try:
        return read_bytes(path).decode("utf-8")
    except FileFault as fault:
        if fault.missing:
            return ""
        raise SchemaError([Problem(SCHEMA_PATH, fault.line, "", str(fault))]) from None
    except UnicodeDecodeError:
        raise SchemaError([Problem(SCHEMA_PATH, 0, "", _("is not UTF-8; save it as UTF-8"))]) from None


def _parsed(text: str) -> SchemaFile:
    return schema_file(_plain_text(text), SCHEMA_PATH)


def _plain_text(text: str) -> str:
    """A text as it is read: without a byte-order mark, its lines ended by LF."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _new(file: SchemaFile, added: Declarations) -> dict[str, Any]:
    """What of the declarations is not in the file yet, as TOML data.

    Raises SchemaError for what stands there and says something else.
    """
    there, problems = _named(file.declared), []
    tree: dict[str, Any] = {}
    for name, codes in added.codes.items():
        known = file.declared.codes.get(name, {})
        if new := {code: _plain(one) for code, one in codes.items() if code not in known}:
            tree.setdefault("codes", {})[name] = new
    for path, one in _named(added).items():
        if path not in there:
            table = reduce(lambda table, name: table.setdefault(name, {}), path[:-1], tree)
            table[path[-1]] = _plain(one)
        elif there[path] != one:
            problems.append(file.problem(path, _("is declared otherwise already; give the new one another name")))
    if problems:
        raise SchemaError(problems)
    return tree


def _named(declared: Declarations) -> dict[tuple[str, ...], BaseModel]:
    """The fields and kinds by their places in the file."""
    found: dict[tuple[str, ...], BaseModel] = {("kinds", name): one for name, one in declared.kinds.items()}
    return found | {
        ("fields", kind, name): one for kind, fields in declared.fields.items() for name, one in fields.items()
    }


def _plain(one: BaseModel) -> dict[str, Any]:
    given: dict[str, Any] = one.model_dump(mode="json", exclude_defaults=True)
    return given


def _with(before: str, file: SchemaFile, tree: Mapping[str, Any]) -> str:
    """The text with more behind it; rewritten as a whole where its tables can't be added to, as inline ones."""
    more = "\n".join(_lines(tree, file.declared.codes))
    start = before if before.strip() else _HEAD
    text = start + ("" if start.endswith("\n") else "\n") + "\n" + more
    if "\r\n" in before:
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    try:
        _parsed(text)
    except SchemaError:
        whole = _merged(file.toml.tree, tree)
        text = _HEAD + "\n" + tomli_w.dumps(whole, multiline_strings=False)
        _parsed(text)
    return text


def _merged(one: Any, other: Any) -> Any:
    if not (isinstance(one, dict) and isinstance(other, Mapping)):
        return other
    return {**one, **{name: _merged(one.get(name), value) for name, value in other.items()}}


def _lines(tree: Mapping[str, Any], lists: Collection[str]) -> Iterator[str]:
    """The declarations as TOML. A code of a list that is there has a table of its own, which may stand behind it."""
    for name, codes in tree.get("codes", {}).items():
        if name in lists:
            for code, said in codes.items():
                yield from _table(("codes", name, code), said)
        else:
            yield from _table(("codes", name), codes)
    for kind, fields in tree.get("fields", {}).items():
        for name, said in fields.items():
            yield from _table(("fields", kind, name), said)
    for name, said in tree.get("kinds", {}).items():
        yield from _table(("kinds", name), said)


def _table(path: tuple[str, ...], said: Mapping[str, Any]) -> Iterator[str]:
    yield f"[{'.'.join(path)}]"
    for name, value in said.items():
        yield f"{name} = {_value(value)}"
    yield ""


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{name} = {_value(one)}" for name, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    # A string of JSON is one of TOML too, but for a delete character, which no declaration can hold.
    return json.dumps(value, ensure_ascii=False)
