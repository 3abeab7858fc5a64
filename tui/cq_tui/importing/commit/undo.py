"""Takes an import back: its records, the organisations that it made, and the own fields that only it used."""

import csv
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from cq_tui.archive.declare import SCHEMA_PATH, schema_with
from cq_tui.archive.problem import SchemaError
from cq_tui.archive.read import DEALS, has_changed
from cq_tui.archive.same.file import PATH as DECISIONS
from cq_tui.files.changes import Changes
from cq_tui.files.text import read_text
from cq_tui.files.write import WriteError
from cq_tui.importing.commit.decisions import decisions_on, drop_decisions
from cq_tui.importing.commit.manifest import ListedImport, imports
from cq_tui.importing.commit.staging import holding
from cq_tui.importing.errors import ImportProblem
from cq_tui.language import _, listed
from cq_tui.query.columns import ids_of
from cq_tui.query.parse import parse
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.values.clean import clean_line


class TakenBack(NamedTuple):
    """What went with an import: the paths that are changed or gone, and how many decisions on deals told twice."""

    paths: tuple[str, ...]
    decisions: int


def decisions_with(root: Path, one: ListedImport) -> int:
    """How many decisions on deals told twice would go with an import."""
    return decisions_on(root, set(one.made.get(DEALS, ())))


def import_called(root: Path, name: str) -> ListedImport:
    """An import of an archive, by its name there or by its file's. Raises ImportProblem that names those there are."""
    every = imports(root)
    found = [one for one in every if one.id == name] or [one for one in every if one.file == name]
    if len(found) == 1:
        return found[0]
    known = listed(one.id for one in found or every) or _("none")
    raise ImportProblem(_("There is no import {name}. There are: {known}").format(name=clean_line(name), known=known))


def take_back(store: Store, one: ListedImport, held: Changes | None = None) -> TakenBack:
    """Remove all that an import made, and the decisions on its deals, or nothing.

    ``store``: the archive as it is, the import in it. Raises ImportProblem where another record refers to what it
    made, or where the files can't be changed.
    """
    root = store.archive.root
    check_taking_back(store, one)
    if has_changed(store.archive):
        message = _("{path} has changed since it was opened; open it again, and import then.")
        raise ImportProblem(message.format(path=clean_line(str(root))))
    text = _without_fields(root, one, _unused(store, one))
    gone = [path.relative_to(root).as_posix() for path in _files(root, one.id)]
    with holding(root, held) as change:
        try:
            for name in gone:
                change.remove(name)
            if text is not None and _says_nothing(text):
                change.remove(SCHEMA_PATH)
            elif text is not None:
                change.write(SCHEMA_PATH, [text])
            decisions = drop_decisions(change, set(one.made.get(DEALS, ())))
            change.commit()
        except WriteError as error:
            raise ImportProblem(str(error)) from None
    for folder in ("data", "imports"):
        with suppress(OSError):  # somebody else keeps a file there
            (root / folder / one.id).rmdir()
    changed = ([SCHEMA_PATH] if text is not None else []) + ([DECISIONS] if decisions else [])
    return TakenBack((*gone, *changed), decisions)


def check_taking_back(store: Store, one: ListedImport) -> None:
    """Raise ImportProblem where another record refers to what an import made."""
    if message := _referred_to(store, one):
        raise ImportProblem(message)


def _says_nothing(text: bytes) -> bool:
    """Whether nothing is left of a file but the comment that the program begins it with."""
    lines = [line for line in text.decode().splitlines() if line.strip()]
    return len(lines) <= 1 and all(line.startswith("#") for line in lines)


def _files(root: Path, id_: str) -> Iterable[Path]:
    for folder in (root / "data" / id_, root / "imports" / id_):
        yield from (path for path in sorted(folder.glob("*")) if path.is_file())
    seed = root / "seeds" / f"{id_}.toml"
    yield from (seed,) if seed.is_file() else ()


def _referred_to(store: Store, one: ListedImport) -> str:
    """Which other record refers to what the import made; empty where none does."""
    for kind in store.schema.values():
        own = one.made.get(kind.name, [])
        for field, part in kind.references:
            shown = (part or field).shown
            made = one.made.get(shown.to or "", [])
            if not made or shown.kept_in:  # what a decision says of a deal goes with the decision
                continue
            target = f"unnest({ids_of(field)})" if field.is_list else ids_of(field)
            found = store.ask(
                f'SELECT id, target FROM (SELECT id, {target} AS target FROM "{kind.name}") WHERE target IN '
                "(SELECT unnest(?)) AND id NOT IN (SELECT unnest(?::VARCHAR[])) LIMIT 1",
                [made, own],
            )
            if found:
                id_, name = found[0]
                words = _("{kind} {id} refers to {target}, which this import made; change that first.")
                return clean_line(words.format(kind=kind.one, id=id_, target=name))
    return ""


def _unused(store: Store, one: ListedImport) -> list[str]:
    """The own fields of the import that no other record has a value of, and no other table a column for."""
    kind, own, columns = store.kind(one.kind), set(one.made.get(one.kind, ())), _columns_of_others(store, one)
    found = []
    for name in one.fields:
        if name in kind.by_name and columns.isdisjoint(kind.by_name[name].column_names):
            holders = Selection(store, parse(f"has:{name}", kind))
            found += [name] if all(record.id in own for record in holders) else []
    return found


def _columns_of_others(store: Store, one: ListedImport) -> set[str]:
    """The columns that other tables of the kind have: each must stay a field, whether any row has a value or not."""
    found: set[str] = set()
    for table in store.archive.tables:
        if table.kind.name == one.kind and table.path.parent.name != one.id:
            if not table.is_csv:
                return {name for field in table.kind.fields for name in field.column_names}
            with table.path.open(encoding="utf-8-sig", newline="") as file:
                found.update(next(csv.reader(file), []))
    return found


def _without_fields(root: Path, one: ListedImport, fields: Iterable[str]) -> bytes | None:
    """``schema.toml`` without the tables of fields, and of their lists; None where nothing is to be changed."""
    path = root / SCHEMA_PATH
    if not path.is_file():
        return None
    before = text = read_text(path)
    for name in fields:
        for table in (f"fields.{one.kind}.{name}", f"codes.{one.kind}_{name}"):
            section = re.compile(rf"^\[{re.escape(table)}(\.[^\]\n]*)?\][^\n]*\n(?:(?!\[)[^\n]*\n?)*", re.MULTILINE)
            text = section.sub("", text)
    if text == before:
        return None
    try:
        schema_with(root, text.encode())
    except SchemaError:  # something else of the file needs them, which may well be
        return None
    return text.encode()
