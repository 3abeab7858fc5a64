"""MAP.toml: a mapping as text that can be read, edited and given back."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from cq_tui.archive.problem import Problem
from cq_tui.files.text import FileFault
from cq_tui.files.toml import read_toml
from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.recognise.maps.asked import in_quotes
from cq_tui.importing.recognise.maps.map_model import Table, faults, map_model
from cq_tui.importing.recognise.maps.mapping import (
    KEYS,
    SHEET,
    TABLE_OF_COLUMNS,
    TABLE_OF_FIELDS,
    TABLE_OF_NAMES,
    TABLE_OF_ROWS,
    FieldMap,
    Mapping,
    Pair,
    keys_of,
    table_of,
)
from cq_tui.importing.recognise.maps.names_of_cells import NamesOfCell, lines_of_cells
from cq_tui.importing.recognise.maps.proposal import Proposal
from cq_tui.language import _
from cq_tui.schema.field import Field
from cq_tui.schema.history import FIELD
from cq_tui.schema.kind import Kind
from cq_tui.values.clean import clean_line


def text(
    proposal: Proposal,
    near: tuple[tuple[str, str, int], ...] = (),
    becomes: dict[str, str] | None = None,
    together: Sequence[tuple[str, str]] = (),
    cells: Sequence[NamesOfCell] = (),
) -> str:
    """A proposal as the text of a MAP.toml; what is open stands in it as comments to fill in.

    ``becomes``: the columns that become fields of the archive's own, with their types. ``together``: spellings that
    were put together with others, each with the organisation's id; a line for one of them parts it.
    ``cells``: those whose names could be read otherwise.
    """
    becomes = {name: type_ for name, type_ in (becomes or {}).items() if name not in proposal.mapping.columns}
    mapping = proposal.mapping
    lines = [f"kind = {in_quotes(mapping.kind)}"]
    if place := proposal.place:
        lines += [f"sheet = {in_quotes(mapping.sheet)}"] if mapping.sheet and place.field != SHEET else []
        lines += [f"encoding = {in_quotes(mapping.encoding)}"] if mapping.encoding else []
        return "\n".join([*lines, f"# {place.in_full}", *(f"# {one.line}" for one in place.answers)]) + "\n"
    lines += [f"sheet = {in_quotes(mapping.sheet)}"] if mapping.sheet else []
    lines += [f"header = {mapping.header}"] if mapping.header is not None else []
    lines += [f"encoding = {in_quotes(mapping.encoding)}"] if mapping.encoding else []
    open_ = proposal.questions
    said = {"same": mapping.same_rows, "keep": mapping.keep_rows, "leave": mapping.leave_rows}
    said |= {"below": mapping.below_rows, "headings": mapping.headings, "shared": mapping.shared_rows}
    rows = [f"{key} = {in_quotes(text)}" for key, text in said.items() if text]
    of_rows = (TABLE_OF_ROWS,) if rows else ()
    for name in dict.fromkeys((*mapping.fields, *(one.field for one in open_), *of_rows)):
        why = proposal.why(name)
        lines += [
            "",
            f"[{table_of(name)}]",
            *([f"# {why}"] if why else []),
            *(rows if name == TABLE_OF_ROWS and name not in mapping.fields else ()),
            *_lines(mapping.fields.get(name, FieldMap()), by_word=any(one.field == name and one.word for one in open_)),
        ]
        lines += [f"# {line}" for line in proposal.hints.get(name, ())]
        for asked in (one for one in open_ if one.field == name):
            lines += [f"# {asked.in_full}", *(f"# {answer.line}" for answer in asked.answers)]
    if mapping.organisations or near or together or cells:
        lines += ["", f"[{TABLE_OF_NAMES}]"]
        lines += [f"{in_quotes(name)} = {in_quotes(known)}" for name, known in mapping.organisations.items()]
        lines += [f"# {in_quotes(name)} = {in_quotes(known)}  # {alike} %" for name, known, alike in near]
        words = _("put together with {id}")
        lines += [f'# {in_quotes(name)} = ""  # {words.format(id=id_)}' for name, id_ in together]
        lines += lines_of_cells([one for one in cells if one.text not in mapping.organisations])
    if mapping.columns or becomes:
        lines += ["", f"[{TABLE_OF_COLUMNS}]"]
        lines += [f"{in_quotes(name)} = {in_quotes(told)}" for name, told in mapping.columns.items()]
        lines += [f"# {in_quotes(name)} = {in_quotes(type_)}" for name, type_ in becomes.items()]
    if passed_over := [one for one in proposal.passed_over if one not in becomes and one not in mapping.columns]:
        lines += [
            "",
            "# " + clean_line(_("No field takes these columns: {names}").format(names=", ".join(passed_over))),
        ]
    lines += [f"# {clean_line(f'{in_quotes(name)}: {why}')}" for name, why in proposal.left_aside.items()]
    return "\n".join(lines) + "\n"


def _lines(found: FieldMap, *, by_word: bool) -> Iterator[str]:
    """The lines of a table; ``by_word``: a line a word, for another word of it is still asked for."""
    for key in KEYS:
        value = getattr(found, key)
        if key == "roles":
            yield from (f"{role} = {_names(names)}" for role, names in value.items())
        elif key in ("column", "instead") and value:
            yield f"{key} = {_names(value)}"
        elif key == "separator":
            yield from (f"separator.{role} = {in_quotes(mark)}" for role, mark in value.items())
        elif key == "codes" and by_word:
            yield from (f"codes.{in_quotes(word)} = {in_quotes(code)}" for word, code in value.items())
        elif key == "codes" and value:
            yield "codes = { " + ", ".join(f"{in_quotes(k)} = {in_quotes(v)}" for k, v in value.items()) + " }"
        elif value:
            yield f"{key} = {in_quotes(value)}"


def _names(names: tuple[str | Pair, ...]) -> str:
    return _named(names[0]) if len(names) == 1 else "[" + ", ".join(map(_named, names)) + "]"


def _named(name: str | Pair) -> str:
    if not isinstance(name, Pair):
        return in_quotes(name)
    return "{ " + ", ".join(f"{key} = {in_quotes(column)}" for key, column in name.table.items()) + " }"


def tells_history(path: Path) -> bool:
    """Whether a MAP.toml says what the history of deals is read from; one that can't be read is told of by ``read``."""
    with suppress(FileFault):
        return FIELD in read_toml(path).tree
    return False


def read(path: Path, kind: Kind) -> Mapping:
    """Read a MAP.toml for a kind. Raises ImportProblem that names the first problem with its line."""
    shown = clean_line(str(path))
    try:
        file = read_toml(path)
    except FileFault as fault:
        raise ImportProblem(str(Problem(shown, fault.line, "", str(fault)))) from None
    try:
        found = map_model(kind).model_validate(file.tree).given()
    except ValidationError as error:
        problems = (Problem(shown, file.lines.of(keys), ".".join(keys), str(why)) for keys, why in faults(error, kind))
        raise ImportProblem(str(min(problems))) from None
    reserved = found.pop(TABLE_OF_FIELDS).given() if isinstance(found.get(TABLE_OF_FIELDS), Table) else {}
    tables = {name: table for name, table in (found | reserved).items() if isinstance(table, Table)}
    trees = {**file.tree, **file.tree.get(TABLE_OF_FIELDS, {})} if reserved else file.tree
    fields = {
        name: field_map(kind.by_name[name], _as_written(table.given(), trees[name])) for name, table in tables.items()
    }
    known = found.get(TABLE_OF_NAMES, {})
    where = (found.get("sheet", ""), found.get("header"), found.get("encoding", ""))
    rows = {} if TABLE_OF_ROWS in kind.by_name else found.get(TABLE_OF_ROWS, {})
    columns = found.get(TABLE_OF_COLUMNS, {})
    of_rows = (rows.get(key, "") for key in ("same", "keep", "below", "headings", "leave", "shared"))
    return Mapping(kind.name, fields, *where, known, columns, *of_rows)


def _as_written(given: dict[str, Any], tree: dict[str, Any]) -> dict[str, Any]:
    """The keys of a table in the order in which they stand there: parties come in that of their roles."""
    return {key: given[key] for key in tree}


def field_map(field: Field, given: dict[str, Any]) -> FieldMap:
    """One table of a MAP.toml as the source of its field."""
    if "roles" not in keys_of(field):
        return FieldMap(**given)
    roles = {role: named for role, named in given.items() if role != "separator"}
    return FieldMap(roles=roles, separator=given.get("separator", {}))
