"""From any text to a query. Never raises: what is not understood becomes a marked span."""

import re

from cq_tui.language import _, sentences
from cq_tui.query.as_of import as_of, whole_condition
from cq_tui.query.joining import conditions, is_compared
from cq_tui.query.patterns import engine_knows, is_pattern
from cq_tui.query.terms import (
    Codes,
    Fault,
    Flag,
    Order,
    Pattern,
    Present,
    Query,
    Sorting,
    Span,
    Term,
    Test,
    Words,
    distinct,
)
from cq_tui.query.tokens import COMPARISON, FIELD_AND_OPERATOR, TWINS, Token, comparison
from cq_tui.query.vocabulary import (
    ASCENDING,
    DESCENDING,
    HAS,
    SORT,
    code_named,
    field_named,
    folded,
    nearest_code,
    nearest_field,
)
from cq_tui.quotas import quotas, variable
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.clean import whole as whole_text
from cq_tui.values.countries import members
from cq_tui.values.expressions import later
from cq_tui.values.ranges import NotUnderstood, Ranges, alternatives
from cq_tui.values.types.base import Asked

_YES = {"yes", "true", "1", "是", "y"}
_NO = {"no", "false", "0", "否", "n"}
_ADDRESS = later(r"[A-Za-z][\w+.-]*:(?://|\\)|[A-Za-z]:[\\/]")
"""The begin of ``https://...``, ``C:\\...`` and the like: a word, where no field is called so."""
_COMPARED = later(rf"(?P<sign>{COMPARISON.pattern})\s*(?P<value>.+)", re.DOTALL)
_DIRECTED = later(
    rf"(?P<name>.+?)\s*[-\s]\s*(?P<direction>{'|'.join((*ASCENDING, *DESCENDING))})", re.DOTALL | re.IGNORECASE
)
_CONNECTIVES = ("AND", "OR", "NOT")
_DASHES = later(r"[-－]+")
_LONGEST_PATTERN = 1000
"""Characters of a regular expression; a longer one takes the engine memory and time to read."""


def parse(text: str, kind: Kind) -> Query:
    """Parse a filter of a kind. Every text, and every prefix of it, has a query."""
    parts: list[Term | Fault | Sorting] = []
    cost, seen = 0, set[str]()
    for token in conditions(whole_text(text), kind):
        part = _part(token, kind)
        if token.text not in seen:
            cost += _cost(part)
            seen.add(token.text)
        if cost > quotas().conditions:
            parts.append(Fault(Span(token.span.start, len(text)), whole_text(text)[token.span.start :], _too_many()))
            break
        parts.append(part)
    return Query(kind, tuple(parts))


def orders(text: str, kind: Kind) -> Sorting | Fault:
    """Parse the value of ``--sort`` or ``sort:``: fields by comma, each with ``-desc`` if so."""
    span = Span(0, len(text))
    try:
        return Sorting(span, text, _orders(text, kind))
    except NotUnderstood as reason:
        return Fault(span, text, str(reason))


def _cost(part: Term | Fault | Sorting) -> int:
    """How many conditions a part is to the engine: each word and each range is one; codes and ids are looked up."""
    if not isinstance(part, Term):
        return 0
    if isinstance(part.test, Words) and part.ids is None:
        return len(set(part.test.any_of))
    return len(part.test.any_of) if isinstance(part.test, Ranges) else 1


def _too_many() -> str:
    message = _("That is more than {most} conditions, which {name} can raise.")
    return message.format(most=quotas().conditions, name=variable("conditions"))


def _part(token: Token, kind: Kind) -> Term | Fault | Sorting:
    plain = token.text.translate(TWINS)
    negated = plain.startswith("-") and not _DASHES.fullmatch(plain)
    body = token.text[1:] if negated else token.text
    try:
        match = FIELD_AND_OPERATOR.match(body.translate(TWINS))
        if match is None and (asked := whole_condition(kind, body)) is not None:
            return Term(token.span, token.text, negated, asked, Flag(True))
        if match is None or _is_bare(match, body, kind):
            return Term(token.span, token.text, negated, None, _bare(body))
        name, sign, value = match["name"], comparison(match["operator"]), body[match.end() :]
        if folded(name) in SORT and negated:
            raise NotUnderstood(_("An order takes no - in front; write {name}-desc.").format(name=body))
        if folded(name) in SORT:
            return Sorting(token.span, token.text, _orders(value, kind))
        if folded(name) in HAS:
            return Term(token.span, token.text, negated, _field(value, kind), Present())
        field = as_of(kind, _field(name, kind), match["at"])
        if sign == "!=":
            raise NotUnderstood(_("To leave values out, write -{name}:{value}").format(name=name, value=value))
        return Term(token.span, token.text, negated, field, _test(field, sign, value, kind))
    except NotUnderstood as reason:
        return Fault(token.span, token.text, str(reason))


def _is_bare(match: re.Match[str], body: str, kind: Kind) -> bool:
    """Whether what could be a condition on a field is a word: an address, or ``@`` where nothing is told over years."""
    if match["at"] and kind.history is None:
        return True
    return bool(_ADDRESS.match(body)) and field_named(kind, match["name"]) is None


def _bare(body: str) -> Test:
    if pattern := _pattern(body):
        return pattern
    match = _COMPARED.fullmatch(body.translate(TWINS))
    if match is not None and is_compared(match["value"]):
        message = _("{sign} compares a field, and none stands before it: amount{text}")
        raise NotUnderstood(message.format(sign=match["sign"], text=body))
    if body in _CONNECTIVES:
        message = _("All conditions hold; a comma is “or” inside a field, - is “not”. In quotes {word} is a word.")
        raise NotUnderstood(message.format(word=body))
    word = _unquoted(body)
    if not word:
        raise NotUnderstood(_("Nothing stands between the quotes."))
    return Words((word,))


def _field(name: str, kind: Kind) -> Field:
    if not name.strip():
        raise NotUnderstood(_("A field is missing here."))
    field = field_named(kind, name.strip())
    if field is None:
        message = _("{kind} have no field {name}.").format(kind=kind.label, name=name)
        raise NotUnderstood(sentences(message, _hint(nearest_field(kind, name))))
    return field


def _test(field: Field, sign: str, value: str, kind: Kind) -> Test:
    if not value.strip():
        raise NotUnderstood(_("{field}: type a value.").format(field=field.label))
    if field.type.asked is Asked.RANGES:
        return field.type.read_ranges(sign, value.translate(TWINS), field)
    if sign not in ("", "="):
        raise NotUnderstood(_("{field} can't be compared with {sign}.").format(field=field.label, sign=sign))
    if field.type.asked is Asked.CODES:
        return _codes(kind, field, value, whole=sign == "=")
    if field.type.asked is Asked.YES_OR_NO:
        return Flag(_yes_or_no(field, value))
    if pattern := _pattern(value):
        return pattern
    return Words(field.type.sought(alternatives(value)), whole=sign == "=")


def _codes(kind: Kind, field: Field, value: str, *, whole: bool) -> Codes:
    """The codes of a value; a union's members count as it does, unless it is asked for with ``=``."""
    named = tuple(dict.fromkeys(_code(kind, field, one) for one in alternatives(value)))
    meant = (code for one in named for code in (one, *(() if whole else members(field.codes, one))))
    any_of = tuple(dict.fromkeys(meant))
    return Codes(any_of, named if any_of != named else ())


def _code(kind: Kind, field: Field, value: str) -> str:
    code = code_named(kind, field, value)
    if code is None:
        message = _("{value} is not a value of {field}.").format(value=value, field=field.label)
        raise NotUnderstood(sentences(message, _hint(nearest_code(kind, field, value))))
    return code


def _yes_or_no(field: Field, value: str) -> bool:
    if folded(value) in _YES | _NO:
        return folded(value) in _YES
    raise NotUnderstood(_("{field} is yes or no.").format(field=field.label))


def _orders(value: str, kind: Kind) -> tuple[Order, ...]:
    if not value.strip():
        raise NotUnderstood(_("Type the field to sort by."))
    found = []
    for one in alternatives(value):
        name = one.translate(TWINS)
        match = _DIRECTED.fullmatch(name)
        name, direction = (match["name"], match["direction"]) if match else (name, "")
        descending = direction.lower() in DESCENDING
        if not direction and name.startswith("-"):
            descending, name = True, name[1:]
        found.append(Order(_field(name, kind), descending))
    return distinct(found)


def _pattern(text: str) -> Pattern | None:
    plain = text.translate(TWINS)
    if not plain.startswith("/"):
        return None
    if len(plain) < 3 or not plain.endswith("/"):
        raise NotUnderstood(_("The pattern has no closing /."))
    expression = text[1:-1]
    if len(expression) > _LONGEST_PATTERN:
        raise NotUnderstood(_("A pattern has at most {most} characters.").format(most=_LONGEST_PATTERN))
    if not is_pattern(expression):
        raise NotUnderstood(_("The pattern is not a regular expression."))
    if not engine_knows(expression):
        raise NotUnderstood(_("The pattern uses what needs backtracking: looking around, \\1 or {2000}."))
    return Pattern(expression)


def _unquoted(text: str) -> str:
    plain = text.translate(TWINS)
    if plain.startswith('"'):
        return text[1 : -1 if plain.endswith('"') and len(plain) > 1 else None].strip()
    return text


def _hint(name: str | None) -> str:
    return _("Did you mean {name}?").format(name=name) if name else ""
