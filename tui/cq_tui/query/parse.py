"""From any text to a query. Never raises: what is not understood becomes a marked span."""

import re

from cq_tui.language import _, sentences
from cq_tui.model.clean import whole
from cq_tui.model.field import Field, Shape
from cq_tui.model.record import Kind
from cq_tui.query.patterns import engine_knows, is_pattern
from cq_tui.query.terms import (
    Codes,
    Fault,
    Flag,
    Order,
    Pattern,
    Present,
    Query,
    Range,
    Ranges,
    Sorting,
    Span,
    Term,
    Test,
    Words,
)
from cq_tui.query.tokens import TWINS, Token, tokens
from cq_tui.query.values import day_range, number_range
from cq_tui.query.vocabulary import HAS, SORT, code_named, field_named, folded, nearest_code, nearest_field

FIELD_AND_OPERATOR = re.compile(r"(?P<name>[^\W\d][\w-]*)(?P<operator>:>=|:<=|:>|:<|:=|>=|<=|>|<|:|=)")
_YES = {"yes", "true", "1", "是", "y"}
_NO = {"no", "false", "0", "否", "n"}


class _NotUnderstood(Exception):
    """Why a token makes no term; never leaves this file."""


def parse(text: str, kind: Kind) -> Query:
    """Parse a filter of a kind. Every text, and every prefix of it, has a query."""
    return Query(kind, tuple(_part(token, kind) for token in tokens(whole(text))))


def orders(text: str, kind: Kind) -> Sorting | Fault:
    """Parse the value of ``--sort`` or ``sort:``: fields by comma, each with ``-desc`` if so."""
    span = Span(0, len(text))
    try:
        return Sorting(span, text, _orders(text, kind))
    except _NotUnderstood as reason:
        return Fault(span, text, str(reason))


def _part(token: Token, kind: Kind) -> Term | Fault | Sorting:
    plain = token.text.translate(TWINS)
    negated = plain.startswith("-") and len(plain) > 1
    body = token.text[1:] if negated else token.text
    try:
        match = FIELD_AND_OPERATOR.match(body.translate(TWINS))
        if match is None:
            return Term(token.span, token.text, negated, None, _bare(body))
        name, operator, value = match["name"], match["operator"], body[match.end() :]
        if folded(name) in SORT and negated:
            raise _NotUnderstood(_("An order takes no - in front; write {name}-desc.").format(name=body))
        if folded(name) in SORT:
            return Sorting(token.span, token.text, _orders(value, kind))
        if folded(name) in HAS:
            return Term(token.span, token.text, negated, _field(value, kind), Present())
        field = _field(name, kind)
        return Term(token.span, token.text, negated, field, _test(field, operator, value, kind))
    except _NotUnderstood as reason:
        return Fault(token.span, token.text, str(reason))


def _bare(body: str) -> Test:
    if pattern := _pattern(body):
        return pattern
    word = _unquoted(body)
    if not word:
        raise _NotUnderstood(_("Nothing stands between the quotes."))
    return Words((word,))


def _field(name: str, kind: Kind) -> Field:
    if not name.strip():
        raise _NotUnderstood(_("A field is missing here."))
    field = field_named(kind, name.strip())
    if field is None:
        message = _("{kind} have no field {name}.").format(kind=kind.label, name=name)
        raise _NotUnderstood(sentences(message, _hint(nearest_field(kind, name))))
    return field


def _test(field: Field, operator: str, value: str, kind: Kind) -> Test:
    comparison = operator.removeprefix(":") if operator != ":" else ""
    if not value.strip():
        raise _NotUnderstood(_("{field} waits for a value.").format(field=field.label))
    if field.is_quantity or field.shape is Shape.DATE:
        return Ranges(tuple(_range(field, comparison, one) for one in _alternatives(value)))
    if comparison not in ("", "="):
        raise _NotUnderstood(_("{field} can't be compared with {sign}.").format(field=field.label, sign=comparison))
    if field.shape in (Shape.CODE, Shape.CODES):
        return Codes(tuple(_code(kind, field, one) for one in _alternatives(value)))
    if field.shape is Shape.FLAG:
        return Flag(_yes_or_no(field, value))
    if pattern := _pattern(value):
        return pattern
    return Words(_alternatives(value), whole=comparison == "=")


def _range(field: Field, comparison: str, value: str) -> Range:
    plain = value.translate(TWINS)
    if field.shape is Shape.DATE:
        found = day_range(plain, comparison)
        message = _("{value} is not a date: 2025, 2025-11, 2025-11-19 or a range a..b")
    else:
        found = number_range(plain, comparison)
        message = _("{value} is not a number: 10亿, 1.5bn, 2000000 or a range a..b")
    if found is None:
        raise _NotUnderstood(message.format(value=value))
    return found


def _code(kind: Kind, field: Field, value: str) -> str:
    code = code_named(kind, field, value)
    if code is None:
        message = _("{value} is not a value of {field}.").format(value=value, field=field.label)
        raise _NotUnderstood(sentences(message, _hint(nearest_code(kind, field, value))))
    return code


def _yes_or_no(field: Field, value: str) -> bool:
    if folded(value) in _YES | _NO:
        return folded(value) in _YES
    raise _NotUnderstood(_("{field} is yes or no.").format(field=field.label))


def _orders(value: str, kind: Kind) -> tuple[Order, ...]:
    if not value.strip():
        raise _NotUnderstood(_("Sorting waits for a field."))
    found = []
    for one in _alternatives(value):
        name = one.translate(TWINS)
        descending = name.endswith("-desc")
        name = name.removesuffix("-desc").removesuffix("-asc")
        if not descending and name.startswith("-"):
            descending, name = True, name[1:]
        found.append(Order(_field(name, kind), descending))
    return tuple(found)


def _pattern(text: str) -> Pattern | None:
    plain = text.translate(TWINS)
    if not plain.startswith("/"):
        return None
    if len(plain) < 3 or not plain.endswith("/"):
        raise _NotUnderstood(_("The pattern has no closing /."))
    expression = text[1:-1]
    if not is_pattern(expression):
        raise _NotUnderstood(_("The pattern is not a regular expression."))
    if not engine_knows(expression):
        raise _NotUnderstood(_("The pattern uses what needs backtracking: looking around, \\1 or {2000}."))
    return Pattern(expression)


def _alternatives(value: str) -> tuple[str, ...]:
    """The values that commas part; quotes hold a comma."""
    found, current, quoted = [], "", False
    for character in value:
        mark = character.translate(TWINS)
        if mark == '"':
            quoted = not quoted
        elif mark == "," and not quoted:
            found.append(current)
            current = ""
        else:
            current += character
    words = tuple(word.strip() for word in (*found, current) if word.strip())
    if not words:
        quoted = '"' in value.translate(TWINS)
        empty = _("Nothing stands between the quotes.") if quoted else _("No value stands beside the comma.")
        raise _NotUnderstood(empty)
    return words


def _unquoted(text: str) -> str:
    plain = text.translate(TWINS)
    if plain.startswith('"'):
        return text[1 : -1 if plain.endswith('"') and len(plain) > 1 else None].strip()
    return text


def _hint(name: str | None) -> str:
    return _("Did you mean {name}?").format(name=name) if name else ""
