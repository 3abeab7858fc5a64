"""MAP.toml: a mapping as text that can be read, edited and given back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cq_tui.archive.problem import Problem
from cq_tui.archive.wording import nearest
from cq_tui.files.text import FileFault
from cq_tui.files.toml import Toml, read_toml
from cq_tui.importing.errors import ImportProblem
from cq_tui.importing.recognise.mapping import (
    KEYS,
    TABLE_OF_NAMES,
    FieldMap,
    Mapping,
    Pair,
    Proposal,
    in_quotes,
    keys_of,
)
from cq_tui.language import _, sentences
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.clean import clean_line
from cq_tui.values.currencies import currency_named
from cq_tui.values.units import UNITS

_TOP = ("kind", "sheet", "header")


def text(proposal: Proposal, near: tuple[tuple[str, str, int], ...] = ()) -> str:
    """A proposal as the text of a MAP.toml; what is open stands in it as comments to fill in."""
    mapping = proposal.mapping
    lines = [f"kind = {in_quotes(mapping.kind)}"]
    lines += [f"sheet = {in_quotes(mapping.sheet)}"] if mapping.sheet else []
    lines += [f"header = {mapping.header}"] if mapping.header is not None else []
    open_ = {question.field: question for question in proposal.questions}
    for name in dict.fromkeys((*mapping.fields, *open_)):
        lines += ["", f"[{name}]", *_lines(mapping.fields.get(name, FieldMap()))]
        lines += [f"# {line}" for line in proposal.hints.get(name, ())]
        if name in open_:
            lines += [f"# {open_[name].in_full}", *(f"# {answer.line}" for answer in open_[name].answers)]
    if mapping.organisations or near:
        lines += ["", f"[{TABLE_OF_NAMES}]"]
        lines += [f"{in_quotes(name)} = {in_quotes(known)}" for name, known in mapping.organisations.items()]
        lines += [f"# {in_quotes(name)} = {in_quotes(known)}  # {alike} %" for name, known, alike in near]
    if passed_over := proposal.passed_over:
        lines += ["", "# " + _("No field takes these columns: {names}").format(names=", ".join(passed_over))]
    return "\n".join(lines) + "\n"


def _lines(found: FieldMap) -> Iterator[str]:
    for key in KEYS:
        value = getattr(found, key)
        if key == "roles":
            yield from (f"{role} = {_names(names)}" for role, names in value.items())
        elif key == "column" and value:
            yield f"column = {_names(value)}"
        elif key == "codes" and value:
            yield "codes = { " + ", ".join(f"{in_quotes(k)} = {in_quotes(v)}" for k, v in value.items()) + " }"
        elif value:
            yield f"{key} = {in_quotes(value)}"


def _names(names: tuple[str | Pair, ...]) -> str:
    return _named(names[0]) if len(names) == 1 else "[" + ", ".join(map(_named, names)) + "]"


def _named(name: str | Pair) -> str:
    return f"{{ zh = {in_quotes(name.zh)}, en = {in_quotes(name.en)} }}" if isinstance(name, Pair) else in_quotes(name)


def read(path: Path, kind: Kind) -> Mapping:
    """Read a MAP.toml for a kind. Raises ImportProblem that names the first problem with its line."""
    shown = clean_line(str(path))
    try:
        file = read_toml(path)
    except FileFault as fault:
        raise ImportProblem(str(Problem(shown, fault.line, "", str(fault)))) from None
    tree = file.tree
    problems = sorted(_problems(file, kind, shown))
    if problems:
        raise ImportProblem(str(problems[0]))
    fields = {name: _field_map(kind.by_name[name], found) for name, found in tree.items() if name in kind.by_name}
    return Mapping(kind.name, fields, tree.get("sheet", ""), tree.get("header"), tree.get(TABLE_OF_NAMES, {}))


def _field_map(field: Field, table: dict[str, Any]) -> FieldMap:
    if "roles" in keys_of(field):
        return FieldMap(roles={role: tuple(map(_name_or_pair, _several(names))) for role, names in table.items()})
    given: dict[str, Any] = {key: tuple(_several(value)) if key == "column" else value for key, value in table.items()}
    return FieldMap(**given)


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name_or_pair(value: str | dict[str, str]) -> str | Pair:
    return Pair(**value) if isinstance(value, dict) else value


def _is_name(value: Any, *, pairs: bool) -> bool:
    """Whether a value names a column, or two that say the same in two languages."""
    if isinstance(value, dict) and pairs:
        return value.keys() == {"zh", "en"} and all(isinstance(one, str) for one in value.values())
    return isinstance(value, str)


def _problems(file: Toml, kind: Kind, shown: str) -> Iterator[Problem]:
    for path, message in (*_top_faults(file.tree, kind), *_table_faults(file.tree, kind)):
        yield Problem(shown, file.lines.of(path), ".".join(path), message)


def _top_faults(tree: dict[str, Any], kind: Kind) -> Iterator[tuple[tuple[str, ...], str]]:
    if tree.get("kind", kind.name) != kind.name:
        yield ("kind",), _("is {there}, but {asked} was asked for").format(there=tree["kind"], asked=kind.name)
    if not isinstance(tree.get("sheet", ""), str):
        yield ("sheet",), _("must be text in quotes")
    if type(tree.get("header", 1)) is not int:
        yield ("header",), _("must be a row's number")


def _table_faults(tree: dict[str, Any], kind: Kind) -> Iterator[tuple[tuple[str, ...], str]]:
    known = [*kind.by_name, TABLE_OF_NAMES]
    for name, table in tree.items():
        if name in _TOP:
            continue
        if name not in known:
            message = _("is not a field of {kind}.").format(kind=kind.name)
            yield (name,), sentences(message, nearest(name, known))
        elif not isinstance(table, dict):
            yield (name,), _("must be a table; write [{name}]").format(name=name)
        else:
            for key, value in table.items():
                wrong = _wrong_name(value) if name == TABLE_OF_NAMES else _wrong(kind.by_name[name], key, value)
                if wrong:
                    yield (name, key), wrong


def _wrong_name(value: Any) -> str:
    return "" if isinstance(value, str) else _("must be an id in quotes")


def _wrong(field: Field, key: str, value: Any) -> str:
    """What is wrong with one line of a field's table; empty if nothing is."""
    roles = [code for part in field.parts for code in part.codes or ()]
    known = roles if "roles" in keys_of(field) else list(keys_of(field))
    if key not in known:
        return sentences(
            _("is not known here; there are: {known}.").format(known=", ".join(known)), nearest(key, known)
        )
    if key == "codes":
        return _wrong_codes(field, value)
    if key in ("column", *roles):
        if value and all(_is_name(one, pairs=key in roles) for one in _several(value)):
            return ""
        names = _("must be a column's name in quotes, or a list of names")
        return f'{names}, {{ zh = "…", en = "…" }}' if key in roles else names
    if not isinstance(value, str):
        return _("must be text in quotes")
    allowed = {"unit": tuple(filter(None, UNITS)), "decimal": (".", ","), "order": ("dmy", "mdy")}.get(key)
    if allowed and value.casefold() not in allowed:
        return _("{value} is not one of {known}").format(value=f'"{value}"', known=" ".join(allowed))
    if key == "currency" and (currency_named(value) or "")[:1] not in set("ABCDEFGHIJKLMNOPQRSTUVWXYZ"):
        return _("{value} is not an ISO 4217 currency code such as CNY").format(value=f'"{value}"')
    return ""


def _wrong_codes(field: Field, value: Any) -> str:
    if not isinstance(value, dict):
        return _('must be a table: { "word" = "code" }')
    known = list(field.codes or ())
    bad = next((code for code in value.values() if code and code not in known), None)
    if bad is None:
        return ""
    return sentences(_("{value} is not one of {codes}.").format(value=f'"{bad}"', codes=", ".join(known[:12])), "")
