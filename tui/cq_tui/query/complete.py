"""What could be typed next: field names, and the values of fields that have a list of them."""

from itertools import islice
from typing import NamedTuple

from cq_tui.language import current
from cq_tui.query.as_of import whole_condition
from cq_tui.query.joining import conditions
from cq_tui.query.parse import parse
from cq_tui.query.tokens import FIELD_AND_OPERATOR, FIELD_NAME, TWINS, comparison
from cq_tui.query.vocabulary import HAS, SORT, code_named, code_names, field_named, folded
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.types.base import Asked

_MOST = 1_000
"""Values that are offered at once; counting and ordering more would hold up the typing."""


class Completion(NamedTuple):
    """The whole text with the last word completed; ``code`` if what was completed is a code of ``field``."""

    text: str
    word: str
    field: Field | None = None
    code: str | None = None


def complete(text: str, kind: Kind) -> list[Completion]:
    """The ways to go on with the last word of a filter, in the order of the kind's fields or the code list."""
    last = conditions(text, kind)[-1:]
    if not last or last[0].span.end != len(text) or text[-1:].isspace():
        return []
    typed = last[0].text
    start = text[: len(text) - len(typed)]
    sign = "-" if typed.translate(TWINS).startswith("-") else ""
    body = typed[len(sign) :]
    match = FIELD_AND_OPERATOR.match(body.translate(TWINS))
    if match is None:
        fields = ((name, "" if whole_condition(kind, name) else ":") for name in _field_names(kind, body))
        found = [
            Completion(f"{start}{sign}{name}{colon}", name, None) for name, colon in fields if name + colon != body
        ]
        # ``size:`` after the word ``share`` would be read as the field that is called ``share size``.
        return [one for one in found if conditions(one.text, kind)[-1].span.start == len(start)]
    head, value = body[: match.end()], body[match.end() :]
    before, comma, part = value.translate(TWINS).rpartition(",")
    part = part.lstrip()
    given = value[: len(value) - len(part)]
    if folded(match["name"]) in HAS and comma:
        return []
    if folded(match["name"]) in (*HAS, *SORT):
        names = [name for name in _field_names(kind, part, always=True) if name != part]
        return [Completion(f"{start}{sign}{head}{given}{name}", name) for name in names]
    field = field_named(kind, match["name"])
    if field is not None and field.type.asked is Asked.RANGES:
        low, dots, end = part.rpartition("..")
        begun = f"{start}{sign}{head}{given}{low}{dots}"
        return [Completion(f"{begun}{one}", one, field) for one in field.type.begun_by(end) if one != end]
    if field is None or field.codes is None or comparison(match["operator"]) not in ("", "="):
        return []
    chosen = {code_named(kind, field, one.strip('"')) for one in before.split(",")}
    typed_code = folded(part)
    found_codes = (
        Completion(f"{start}{sign}{head}{given}{_quoted(word)}", word, field, code)
        for code in field.codes
        if code not in chosen and (word := _spelling(kind, field, code, typed_code))
    )
    return list(islice(found_codes, _MOST))


def completed(text: str, kind: Kind) -> str:
    """The filter as Enter takes it: a value that begins the words of just one code of its field becomes that code.

    One rule for all fields of codes. What begins several, or none, stays as it is typed, and is not applied.
    """
    for fault in reversed(parse(text, kind).faults):  # from the end, so that the places before it stay right
        found = {one.code: one.text for one in complete(fault.text, kind) if one.code is not None}
        if len(found) == 1:
            text = text[: fault.span.start] + next(iter(found.values())) + text[fault.span.end :]
    return text


def _field_names(kind: Kind, begun: str, *, always: bool = False) -> list[str]:
    """Field names that begin as typed: as the files spell them, or by their Chinese label."""
    found = []
    for field in kind.asked:
        if field.name in kind.qualifiers:
            continue
        for name in (field.name, *field.shown.aliases, field.label.zh):
            typed = name.replace(" ", "_")
            if folded(name).startswith(folded(begun)) and (begun or always) and FIELD_NAME.fullmatch(typed):
                found.append(typed)
                break
    return found


def _spelling(kind: Kind, field: Field, code: str, begun: str) -> str | None:
    """How a code is completed: by its own code, or by the first of its names that begins as typed, which is folded."""
    names = code_names(kind, field.name)[code]
    if current() == "zh" and field.codes:
        label = str(field.codes[code].label)
        names = ((folded(label), label), *names)
    known, name = next((pair for pair in names if pair[0].startswith(begun)), (begun, ""))
    return None if known == begun else name


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word or "," in word else word
