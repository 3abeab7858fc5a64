"""A validation error in plain words: what is wrong, and what would be right."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from cq_tui.language import N_, _, sentences
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.clean import clean_line
from cq_tui.values.reasons import Parameter, Reason, ReasonError, reason_of

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_MOST_CODES = 12
"""Codes that are named where a value is none of them."""


def nearest(name: str, known: list[str]) -> str:
    """The sentence that names the closest known name, or nothing."""
    found = nearest_name(name, known)
    return _("Did you mean {name}?").format(name=found) if found else ""


def nearest_name(name: str, known: list[str]) -> str:
    """The closest known name; empty where none is close."""
    from difflib import get_close_matches  # for who wrote something wrong

    return next(iter(get_close_matches(name, known, n=1, cutoff=0.5)), "")


def taken(record_id: str, location: str) -> str:
    """What is said of an id that a second record has."""
    message = _("{id} is taken already at {place}; ids are unique in their kind")
    return message.format(id=record_id, place=location)


def shared(words: str, called: str, other: str, location: str) -> str:
    """What is said of an identifier that two records have; ``other`` is what the first is called."""
    message = _("{words}: both {name} and {other} at {place} have it; an identifier belongs to one record")
    return clean_line(message.format(words=words, name=called, other=other, place=location))


def dangling(record_id: str, kind: str, known: list[str]) -> str:
    """What is said of a reference that leads nowhere; ``known`` are the ids it could have meant."""
    return sentences(_("there is no {id} in {kind}.").format(id=record_id, kind=kind), nearest(record_id, known))


def faults(error: "ValidationError", kind: Kind) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Everything that a model refuses in a record: the place inside it, and one clean line."""
    for details in error.errors(include_url=False):
        yield details["loc"] or (_own_error(details)[1],), clean_line(wording(details, kind))


def wording(error: "ErrorDetails", kind: Kind) -> str:
    """One line for one error of pydantic's."""
    return str(reason_of_error(error, kind))


def reason_of_error(error: "ErrorDetails", kind: Kind) -> Reason:
    """One error of pydantic's as a reason; its code is the type that pydantic, or the model, gives it."""
    field = _field_at(error["loc"], kind)
    value = _short(error.get("input"))
    match error["type"]:
        case "missing":
            return _reason("missing", N_("is missing; every {kind} needs it"), kind=kind.one)
        case "unexpected_keyword_argument":
            near = nearest_name(str(error["loc"][-1]), _siblings(error, kind))
            return _reason("extra_forbidden", N_("is not a field of {kind}."), near, kind=kind.name)
        case "enum":
            return _no_code(field, value)
        case "string_pattern_mismatch":
            sentence = field.type.refusal if field else N_("{value} is not allowed here")
            return _reason("string_pattern_mismatch", sentence, value=value)
        case "dataclass_type":
            return _reason("model_type", N_("{value} is not a table; write {shape}"), value=value, shape=_shape(field))
        case "value_error" if isinstance(error.get("ctx", {}).get("error"), ReasonError):
            return reason_of(error["ctx"]["error"])
        case "value_error" if str(error.get("ctx", {}).get("error")) == "code_unknown":
            return _no_code(field, value)
        case _:
            return _plain_reason(error)


def plain_words(error: "ErrorDetails") -> str:
    """One line for an error of pydantic's that needs no more than the value and its limit to be told."""
    return str(_plain_reason(error))


def _plain_reason(error: "ErrorDetails") -> Reason:
    context: dict[str, Any] = error.get("ctx", {})
    value = _short(error.get("input"))
    if error["type"] == "value_error":
        code, amount, currency = _own_error(error)
        sentence = _OWN.get(code, N_("{value} is not allowed here"))
        given = {"value": value, "amount": amount, "currency": currency}
        return _reason(code, sentence, **{name: one for name, one in given.items() if f"{{{name}}}" in sentence})
    most, limit = str(context.get("max_length")), _limit(context)
    sentence = _SIMPLE.get(error["type"], N_("{value} is not a number that can be kept"))
    return _reason(error["type"], sentence, value=value, most=most, limit=limit)


def _no_code(field: Field | None, value: str) -> Reason:
    every = list(field.codes or ()) if field else []
    if len(every) <= _MOST_CODES:
        return _reason("enum", N_("{value} is not one of {codes}."), value=value, codes=", ".join(every))
    near = nearest_name(value.strip('"'), every)
    codes = ", ".join(every[:_MOST_CODES])
    return _reason("enum", N_("{value} is not one of {codes} and others."), near, value=value, codes=codes)


def _reason(code: str, sentence: str, near: str = "", **parameters: Parameter) -> Reason:
    return Reason(code, sentence, tuple(parameters.items()), near)


_SIMPLE = {
    "string_too_long": N_("{value} has more than {most} characters"),
    "string_too_short": N_("is empty; leave the line out when nothing is known"),
    "string_type": N_('{value} is not text; write it in quotes: "..."'),
    "date_type": N_("{value} is not a date; write 2025-11-19, without quotes"),
    "int_type": N_("{value} is not a whole number"),
    "bool_type": N_("{value} is not true or false"),
    "tuple_type": N_("{value} is not a list; write [ ... ]"),
    "decimal_max_places": N_("{value} has more than 4 decimal places"),
    "greater_than": N_("{value} must be more than {limit}"),
    "greater_than_equal": N_("{value} must be {limit} or more"),
    "less_than": N_("{value} must be less than {limit}"),
    "less_than_equal": N_("{value} must be {limit} or less"),
}
"""The sentences for errors of pydantic's that need no more than the value and its limit."""
_OWN = {
    "number_expected": N_("{value} is not a number; write it without quotes, in whole units"),
    "amount_without_currency": N_(
        "{amount} and {currency} go together: give both, or neither when the amount is not stated"
    ),
    "amount_zero": N_("{value} is no amount; leave it out when nothing is known"),
    "text_empty": N_('is empty; write { zh = "...", en = "..." }'),
    "no_such_day": N_("{value} is not a day of the calendar"),
    "country_unknown": N_("{value} is not an ISO 3166 country code such as CN or DE"),
}
"""The sentences for the errors that the models raise themselves, each by a short code."""


def _own_error(error: "ErrorDetails") -> tuple[str, str, str]:
    """The code of an error that a model raises itself, and the fields of the record that it names."""
    code, amount, currency, *_rest = f"{error.get('ctx', {}).get('error', '')}   ".split(" ")
    return code, amount, currency


def _limit(context: dict[str, Any]) -> str:
    limit = next((str(context[name]) for name in ("gt", "ge", "lt", "le") if name in context), "")
    return limit.removeprefix("Decimal('").removesuffix("')")


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


def _siblings(error: "ErrorDetails", kind: Kind) -> list[str]:
    path = error["loc"][:-1]
    if not path:
        return list(kind.by_name)
    field = _field_at(path, kind)
    return [part.name for part in field.parts] if field and field.parts else ["zh", "en"]


def _short(value: object) -> str:
    text = str(value) if not isinstance(value, str) else f'"{value}"'
    return text if len(text) <= 60 else text[:59] + "…"
