"""A validation error in plain words: what is wrong, and what would be right."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cq_tui.language import _, sentences
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.clean import clean_line


def nearest(name: str, known: list[str]) -> str:
    """The sentence that names the closest known name, or nothing."""
    found = get_close_matches(name, known, n=1, cutoff=0.5)
    return _("Did you mean {name}?").format(name=found[0]) if found else ""


def taken(record_id: str, place: str) -> str:
    """What is said of an id that a second record has."""
    message = _("{id} is taken already at {place}; ids are unique in their kind")
    return message.format(id=record_id, place=place)


def dangling(record_id: str, kind: str, known: list[str]) -> str:
    """What is said of a reference that leads nowhere; ``known`` are the ids it could have meant."""
    return sentences(_("there is no {id} in {kind}.").format(id=record_id, kind=kind), nearest(record_id, known))


def faults(error: ValidationError, kind: Kind) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Everything that a model refuses in a record: the place inside it, and one clean line."""
    for details in error.errors(include_url=False):
        yield details["loc"] or ("amount",), clean_line(wording(details, kind))


def wording(error: ErrorDetails, kind: Kind) -> str:
    """One line for one error of pydantic's."""
    field = _field_at(error["loc"], kind)
    context: dict[str, Any] = error.get("ctx", {})
    value = _short(error.get("input"))
    match error["type"]:
        case "missing":
            return _("is missing; every {kind} needs it").format(kind=kind.one)
        case "extra_forbidden":
            name = str(error["loc"][-1])
            return sentences(
                _("is not a field of {kind}.").format(kind=kind.name), nearest(name, _siblings(error, kind))
            )
        case "enum":
            return _no_code(field, value)
        case "string_pattern_mismatch":
            return field.type.refusal(value) if field else _("{value} is not allowed here").format(value=value)
        case "model_type" | "model_attributes_type":
            return _("{value} is not a table; write {shape}").format(value=value, shape=_shape(field))
        case "value_error" if str(context.get("error")) == "code_unknown":
            return _no_code(field, value)
        case "value_error":
            return _own(str(context.get("error", "")), value)
        case type_:
            return _simple(type_).format(value=value, most=context.get("max_length"), limit=_limit(context))


def _no_code(field: Field | None, value: str) -> str:
    codes = ", ".join(field.codes or ()) if field else ""
    return _("{value} is not one of {codes}.").format(value=value, codes=codes)


def _simple(type_: str) -> str:
    """The words for errors that need no more than the value and its limit."""
    return {
        "string_too_long": _("{value} has more than {most} characters"),
        "string_too_short": _("is empty; leave the line out when nothing is known"),
        "string_type": _('{value} is not text; write it in quotes: "..."'),
        "date_type": _("{value} is not a date; write 2025-11-19, without quotes"),
        "int_type": _("{value} is not a whole number"),
        "bool_type": _("{value} is not true or false"),
        "tuple_type": _("{value} is not a list; write [ ... ]"),
        "decimal_max_places": _("{value} has more than 4 decimal places"),
        "greater_than": _("{value} must be more than {limit}"),
        "greater_than_equal": _("{value} must be {limit} or more"),
        "less_than": _("{value} must be less than {limit}"),
        "less_than_equal": _("{value} must be {limit} or less"),
    }.get(type_) or _("{value} is not a number that can be kept")


def _limit(context: dict[str, Any]) -> str:
    limit = next((str(context[name]) for name in ("gt", "ge", "lt", "le") if name in context), "")
    return limit.removeprefix("Decimal('").removesuffix("')")


def _own(code: str, value: str) -> str:
    """The words for the errors that the models raise themselves, each a short code."""
    match code:
        case "number_expected":
            return _("{value} is not a number; write it without quotes, in whole units").format(value=value)
        case "amount_without_currency":
            return _("amount and currency go together: give both, or neither when the amount is not stated")
        case "text_empty":
            return _('is empty; write { zh = "...", en = "..." }')
        case "country_unknown":
            return _("{value} is not an ISO 3166 country code such as CN or DE").format(value=value)
        case _:
            return _("{value} is not allowed here").format(value=value)


def _shape(field: Field | None) -> str:
    if field is not None and field.parts:
        return "{ " + ", ".join(f'{part.name} = "..."' for part in field.parts) + " }"
    return '{ zh = "...", en = "..." }'


def _field_at(path: tuple[str | int, ...], kind: Kind) -> Field | None:
    field = kind.by_name.get(str(path[0])) if path else None
    for step in path[1:]:
        if field is not None and isinstance(step, str):
            field = next((part for part in field.parts if part.name == step), field)
    return field


def _siblings(error: ErrorDetails, kind: Kind) -> list[str]:
    path = error["loc"][:-1]
    if not path:
        return list(kind.by_name)
    field = _field_at(path, kind)
    return [part.name for part in field.parts] if field and field.parts else ["zh", "en"]


def _short(value: object) -> str:
    text = str(value) if not isinstance(value, str) else f'"{value}"'
    return text if len(text) <= 60 else text[:59] + "…"
