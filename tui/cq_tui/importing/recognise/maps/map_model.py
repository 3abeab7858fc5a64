"""The model of a MAP.toml: which tables it may have for a kind, which keys each, and what their values may be."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, create_model
from pydantic_core import ErrorDetails

from cq_tui.archive.wording import nearest_name
from cq_tui.importing.recognise.maps.mapping import (
    ANYWHERE,
    BECOMES,
    COUNT,
    EACH,
    EMPTY,
    HOLD,
    LEAVE,
    NO_CURRENCY,
    NO_UNIT,
    ONE,
    ONE_EACH,
    PAIRS,
    PARTS_NAMES,
    RESERVED,
    ROWS,
    TABLE_OF_COLUMNS,
    TABLE_OF_FIELDS,
    TABLE_OF_NAMES,
    TABLE_OF_ROWS,
    UNQUOTED,
    Pair,
    about_of,
    becomes,
    keys_of,
)
from cq_tui.importing.sources.encoding.names import SUGGESTED, known_encoding
from cq_tui.language import N_
from cq_tui.schema import field as declared
from cq_tui.schema.kind import Kind
from cq_tui.values.currencies import codes, currency_named
from cq_tui.values.dotted_months import ZEROS_KEPT
from cq_tui.values.eras import ROC
from cq_tui.values.reasons import Code, Reason, reason_of, refused
from cq_tui.values.several_amounts import FIRST, NEITHER, SUM
from cq_tui.values.units import NAMES, UNITS, folded
from cq_tui.values.year_spans import SPAN

_SHOWN_CODES = 12
_CHOICES = {
    "decimal": (".", ","),
    "thousands": (UNQUOTED, ANYWHERE),
    "several": (SUM, FIRST, NEITHER),
    "order": ("dmy", "mdy", ROC, SPAN, ZEROS_KEPT),
}
"""The keys whose values are one of a few."""


class Wrong(Code):
    """What is wrong with a line of a MAP.toml."""

    OTHER_KIND = N_("is {there}, but {asked} was asked for")
    NO_FIELD = N_("is not a field of {kind}.")
    NO_TABLE = N_("must be a table; write [{name}]")
    NO_KEY = N_("is not known here; there are: {known}.")
    NO_TEXT = N_("must be text in quotes")
    NO_ROW = N_("must be a row's number")
    NO_ROWS = N_('must be the numbers of rows in quotes, as "7, 9-12"')
    NO_ID = N_("must be an id in quotes")
    NO_COLUMN = N_("must be a column's name in quotes, or a list of names")
    NO_COLUMN_OR_PAIR = N_('must be a column\'s name in quotes, or a list of names, { zh = "…", en = "…" }')
    NOT_ONE_OF = N_("{value} is not one of {known}")
    NO_CURRENCY = N_("{value} is not an ISO 4217 currency code such as CNY")
    NO_ENCODING = N_("{value} is not an encoding that is known, such as {known}")
    NO_SEPARATORS = N_('must be a table: { investor = "," }')
    NO_CODES = N_('must be a table: { "word" = "code" }')
    NO_CODE = N_("{value} is not one of {codes}.")


class Table(BaseModel):
    """The file, or one table of it.

    Its fields have made-up names and the keys as aliases: a key may be any word, and some mean something to Python or
    to pydantic.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    def given(self) -> dict[str, Any]:
        """What the file says, by its keys."""
        fields = type(self).model_fields
        return {str(fields[name].alias): getattr(self, name) for name in fields if name in self.model_fields_set}


@lru_cache(maxsize=8)
def map_model(kind: Kind) -> type[Table]:
    """The model of a MAP.toml for a kind: a table for each of its fields, and what holds for the whole list.

    Kept: each answer given in the browser asks for it, and making a pydantic model of fifty takes a while.
    """
    keys: dict[str, Any] = {one.name: _table(one) for one in kind.fields if one.name not in RESERVED}
    if reserved := {one.name: _table(one) for one in kind.fields if one.name in RESERVED}:
        keys[TABLE_OF_FIELDS] = _model(TABLE_OF_FIELDS, reserved)
    keys[TABLE_OF_NAMES] = dict[str, Annotated[str, BeforeValidator(_text(Wrong.NO_ID))]]
    keys[TABLE_OF_COLUMNS] = dict[str, Annotated[str, BeforeValidator(_becomes)]]
    if TABLE_OF_ROWS not in keys:
        keys[TABLE_OF_ROWS] = Annotated[dict[str, str], BeforeValidator(_of_rows)]
    keys["kind"] = Annotated[str, BeforeValidator(_same_kind(kind))]
    keys["sheet"] = Annotated[str, BeforeValidator(_text(Wrong.NO_TEXT))]
    keys["encoding"] = Annotated[str, BeforeValidator(_encoding)]
    keys["header"] = Annotated[int, BeforeValidator(_row)]
    return _model("MAP.toml", keys)


def _model(name: str, keys: dict[str, Any]) -> type[Table]:
    fields: dict[str, Any] = {
        f"key_{number}": (type_, Field(default=None, alias=key)) for number, (key, type_) in enumerate(keys.items())
    }
    return create_model(name, __base__=Table, **fields)


def faults(error: ValidationError, kind: Kind) -> Iterator[tuple[tuple[str, ...], Reason]]:
    """Everything that a model refuses: the keys that lead there, and why."""
    for details in error.errors(include_url=False):
        path = tuple(str(step) for step in details["loc"])
        below = path[0] == TABLE_OF_FIELDS and path[1:2] and path[1] in RESERVED
        keys = path[:3] if below else path[:2]
        yield keys, _reason(details, keys[1:] if below else keys, kind)


def _reason(details: ErrorDetails, keys: tuple[str, ...], kind: Kind) -> Reason:
    error = details.get("ctx", {}).get("error")
    if isinstance(error, ValueError):
        return reason_of(error)
    if details["type"] != "extra_forbidden":
        return Reason.of(Wrong.NO_TABLE, name=keys[0])
    if len(keys) == 1:
        return Reason.of(Wrong.NO_FIELD, nearest_name(keys[0], [*kind.by_name, TABLE_OF_NAMES]), kind=kind.name)
    known = _keys(kind.by_name[keys[0]])
    return Reason.of(Wrong.NO_KEY, nearest_name(keys[1], list(known)), known=", ".join(known))


def _keys(one: declared.Field) -> tuple[str, ...]:
    """The keys of a field's table: how it may be mapped, or its roles."""
    if "roles" in keys_of(one):
        return (*one.type.roles, *(("separator",) if one.type.refers_to == TABLE_OF_NAMES else ()))
    return keys_of(one)


def _table(one: declared.Field) -> type[Table]:
    roles = "roles" in keys_of(one)
    return _model(one.name, {name: _value(one, name, role=roles) for name in _keys(one)})


def _value(one: declared.Field, key: str, *, role: bool) -> Any:
    """The type of the value of one key."""
    if role and key == "separator":
        return Annotated[dict[str, str], BeforeValidator(_separators(one))]
    if role:
        return Annotated[tuple[str | Pair, ...], BeforeValidator(_columns(pairs=True))]
    match key:
        case "column" | "instead":
            return Annotated[tuple[str, ...], BeforeValidator(_columns(pairs=False))]
        case "codes":
            return Annotated[dict[str, str], BeforeValidator(_codes(one))]
        case "unit":
            return Annotated[str, BeforeValidator(_unit)]
        case "bare":
            return Annotated[str, BeforeValidator(_bare)]
        case _ if key in _CHOICES:
            return Annotated[str, BeforeValidator(_one_of(*_CHOICES[key]))]
        case "currency":
            return Annotated[str, BeforeValidator(_currency)]
        case _:
            return Annotated[str, BeforeValidator(_text(Wrong.NO_TEXT))]


def _text(wrong: Wrong) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        if isinstance(value, str):
            return value
        raise refused(wrong)

    return check


def _encoding(value: Any) -> str:
    text = _text(Wrong.NO_TEXT)(value)
    if known_encoding(text):
        return text
    raise refused(Wrong.NO_ENCODING, value=f'"{text}"', known=", ".join(SUGGESTED))


def _row(value: Any) -> int:
    if type(value) is int:  # true is an int, too
        return value
    raise refused(Wrong.NO_ROW)


def _same_kind(kind: Kind) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        if value == kind.name:
            return kind.name
        raise refused(Wrong.OTHER_KIND, there=value, asked=kind.name)

    return check


def _becomes(value: Any) -> str:
    """What a column becomes: one of a few words, or a field of the organisations in another one."""
    is_told = isinstance(value, str) and (about_of(value) or becomes(value)[0])
    return str(value) if is_told else _one_of(*BECOMES)(value)


def _of_rows(value: Any) -> dict[str, str]:
    """What becomes of rows that say the same as an earlier one, and which are records, or none, by their numbers."""
    if not isinstance(value, dict):
        raise refused(Wrong.NO_TABLE, name=TABLE_OF_ROWS)
    checks = {"same": _one_of(COUNT, LEAVE), "keep": _numbers, "leave": _numbers, "below": _one_of(HOLD, EMPTY)}
    checks |= {"headings": checks["below"], "shared": _one_of(ONE, EACH)}
    if value.keys() - checks.keys():
        raise refused(Wrong.NO_KEY, known=", ".join(checks))
    return {key: checks[key](said) for key, said in value.items()}


def _numbers(value: Any) -> str:
    text = str(value) if type(value) is int else _text(Wrong.NO_ROWS)(value)
    if text and not ROWS.fullmatch(text):
        raise refused(Wrong.NO_ROWS)
    return text


def _columns(*, pairs: bool) -> Callable[[Any], tuple[str | Pair, ...]]:
    """One column or a list of them; where pairs may be, two in a table are the same in two languages."""

    def check(value: Any) -> tuple[str | Pair, ...]:
        each = value if isinstance(value, list) else [value]
        if not each or value == "" or not all(_is_column(one, pairs=pairs) for one in each):
            raise refused(Wrong.NO_COLUMN_OR_PAIR if pairs else Wrong.NO_COLUMN)
        return tuple(_pair(one) if isinstance(one, dict) else one for one in each)

    return check


def _is_column(value: Any, *, pairs: bool) -> bool:
    if isinstance(value, dict) and pairs:
        return any(value.keys() == {*one.keys} for one in PAIRS) and all(isinstance(one, str) for one in value.values())
    return isinstance(value, str)


def _pair(table: dict[str, str]) -> Pair:
    return next(one.of(table) for one in PAIRS if table.keys() == {*one.keys})


def _separators(one: declared.Field) -> Callable[[Any], dict[str, str]]:
    def check(value: Any) -> dict[str, str]:
        if not isinstance(value, dict):
            raise refused(Wrong.NO_SEPARATORS)
        each = {_one_of(*one.type.roles)(role): mark for role, mark in value.items()}
        return {role: _one_of(*PARTS_NAMES, ONE_EACH)(mark) for role, mark in each.items()}

    return check


def _unit(value: Any) -> str:
    text = _text(Wrong.NO_TEXT)(value)
    if text and folded(text) in UNITS:
        return text
    raise refused(Wrong.NOT_ONE_OF, value=f'"{text}"', known=" ".join(NAMES.values()))


def _bare(value: Any) -> str:
    return NO_UNIT if value == NO_UNIT else _unit(value)


def _one_of(*known: str) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        text = _text(Wrong.NO_TEXT)(value)
        if text.casefold() in known:
            return text
        raise refused(Wrong.NOT_ONE_OF, value=f'"{text}"', known=" ".join(known))

    return check


def _currency(value: Any) -> str:
    text = _text(Wrong.NO_TEXT)(value)
    if text == NO_CURRENCY or currency_named(text) in codes():
        return text
    raise refused(Wrong.NO_CURRENCY, value=f'"{text}"')


def _codes(one: declared.Field) -> Callable[[Any], dict[str, str]]:
    known = list(one.codes or ())
    is_currency = one.codes is None  # what has no list of codes and takes some is counted in them

    def check(value: Any) -> dict[str, str]:
        if not isinstance(value, dict):
            raise refused(Wrong.NO_CODES)
        if is_currency:
            return {word: _currency(code) for word, code in value.items()}
        bad = next((code for code in value.values() if code and code not in known), None)
        if bad is not None:
            raise refused(Wrong.NO_CODE, value=f'"{bad}"', codes=", ".join(known[:_SHOWN_CODES]))
        return value

    return check
