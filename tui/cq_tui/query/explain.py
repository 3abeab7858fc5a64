"""A filter as a sentence, in the language in force."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import TypeVar

from cq_tui.language import _, current, listed, ngettext
from cq_tui.query.terms import Codes, Flag, Order, Pattern, Present, Query, Term, Words
from cq_tui.schema.cells import code_words
from cq_tui.schema.field import Field
from cq_tui.values.amounts import plain, written
from cq_tui.values.clean import clean_line
from cq_tui.values.countries import members
from cq_tui.values.ranges import Range, Ranges, Value

_CLEARLY_WHOLE = 10_000
"""Amounts from which nobody means so many 亿 or billions."""
_MOST_TOLD = 20
"""Alternatives of one condition that are told."""

Told = TypeVar("Told")
Names = Callable[[str, str], str]
"""What a record is called, given its kind and id; the id where there is none."""


def _id_itself(_kind: str, id_: str) -> str:
    return id_


def explain(query: Query, orders: tuple[Order, ...] = (), names: Names = _id_itself) -> str:
    """What the filter selects and in which order; empty for no filter at all. ``orders`` go before its own.

    ``names`` puts names in the place of the ids of other records.
    """
    orders = orders or query.orders
    clauses = [_clause(term, names) for term in query.terms]
    mark = "；" if current() == "zh" else "; "
    found = _("{kind}: {clauses}").format(kind=query.kind.label, clauses=mark.join(clauses)) if clauses else ""
    if not orders:
        return found
    order = _("sorted by {orders}").format(orders=listed([_order(order) for order in orders]))
    return mark.join(filter(None, (found or str(query.kind.label), order)))


def not_applied(query: Query) -> str:
    """Which parts of a filter select nothing, for they are not understood; empty where all are."""
    parts = [clean_line(one.text) for one in query.faults]
    return _("Not applied: {parts}").format(parts=listed(parts)) if parts else ""


def _clause(term: Term, names: Names) -> str:
    field = _named(term.field) if term.field else ""
    match term.test:
        case Words():
            to = _leads_to(term.field) if term.field else ""
            words = _either(term.test.any_of, lambda word: f"“{names(to, word) if to else word}”")
            return _words(field, words, term.test.whole, term.negated)
        case Pattern():
            message = _("{field} does not match /{pattern}/") if term.negated else _("{field} matches /{pattern}/")
            return message.format(field=field or _("any text"), pattern=term.test.expression)
        case Codes():
            assert term.field is not None
            say = _code if term.test.named else code_words
            words = _either(term.test.named or term.test.any_of, partial(say, term.field))
            return (_("{field} is not {words}") if term.negated else _("{field} is {words}")).format(
                field=_one_of(term.field), words=words
            )
        case Ranges():
            assert term.field is not None
            words = _either(term.test.any_of, partial(_range, field=term.field))
            message = _("{field} is not {range}") if term.negated else _("{field} is {range}")
            return message.format(field=field, range=words) + _in_brackets(_read_as(term.field, term.test))
        case Present():
            return (_("{field} is not stated") if term.negated else _("{field} is stated")).format(field=field)
        case Flag():
            yes = term.test.value is not term.negated
            if term.field and term.field.follows and (told := term.field.follows.told(yes=yes)):
                return told
            return _("{field}: {answer}").format(field=field, answer=_("yes") if yes else _("no"))


def _code(field: Field, code: str) -> str:
    """What a code is called; of a union, that its members are meant as well."""
    count = len(members(field.codes, code))
    if not count:
        return code_words(field, code)
    message = _("{union} or one of its {count} members")
    return message.format(union=code_words(field, code), count=count)


def _read_as(field: Field, test: Ranges) -> list[str]:
    """How numbers were read that could be taken for others: one though something parts it; in single units.

    A filter means the same in every language and on the command line, so it is never read in the unit that a column's
    header happens to have; who sees that header is told.
    """
    note = _("{number} is one number")
    notes = [note.format(number=number) for number in test.as_one]
    ends = [end for span in test.any_of if not span.currency for end in (span.low, span.high)]
    small = [end for end in ends if isinstance(end, Decimal) and 0 < end < _CLEARLY_WHOLE]
    if small and (unit := field.type.header_unit):
        message = _("single units, not {header}: for those write {number}{unit}")
        notes.append(message.format(number=plain(small[0]), unit=unit.short, header=unit.name))
    return notes


def _in_brackets(notes: Sequence[str]) -> str:
    mark = "，" if current() == "zh" else ", "
    return (f"（{mark.join(notes)}）" if current() == "zh" else f" ({mark.join(notes)})") if notes else ""


def _leads_to(field: Field) -> str:
    return field.type.refers_to or ""


def _named(field: Field) -> str:
    """The field's label as it stands inside a sentence."""
    label = str(field.label)
    return label if label.isupper() else label.lower()


def _one_of(field: Field) -> str:
    """The field's label as it stands before one value: country, where the label of a list says countries."""
    singular = next((one for one in field.shown.aliases if one.isascii()), None)
    return singular if singular and field.is_list and current() == "en" else _named(field)


def _words(field: str, words: str, whole: bool, negated: bool) -> str:
    if not field:
        return (_("without {words}") if negated else _("with {words}")).format(words=words)
    if whole:
        message = _("{field} is not {words}") if negated else _("{field} is {words}")
    else:
        message = _("{field} has no {words}") if negated else _("{field} has {words}")
    return message.format(field=field, words=words)


def _range(span: Range, field: Field) -> str:
    low, high = (_value(value, field, span.currency) for value in (span.low, _last(span)))
    if span.low is not None and _last(span) == span.low:
        return low
    if span.low is not None and span.high is not None:
        return _("from {low} to {high}").format(low=low, high=high)
    if isinstance(span.low or span.high, (date, str)):
        return _("from {low} on").format(low=low) if span.low else _("until {high}").format(high=high)
    if span.low is not None:
        return (_("more than {low}") if span.above else _("at least {low}")).format(low=low)
    if span.high is None:
        return _("anything")
    strictly = span.below
    return (_("less than {high}") if strictly else _("at most {high}")).format(high=high)


def _last(span: Range) -> Value | None:
    """The last value inside the range: days end before ``high``."""
    return span.high - timedelta(days=1) if isinstance(span.high, date) and span.below else span.high


def _value(value: Value | None, field: Field, currency: str) -> str:
    if value is None:
        return ""
    if not currency or not isinstance(value, Decimal):
        return field.type.bound_words(value)
    # A bare 元 is read as no currency; what was asked of yuan alone says so.
    return f"{written(value, currency)}人民币" if (currency, current()) == ("CNY", "zh") else written(value, currency)


def _order(order: Order) -> str:
    if not order.field.is_quantity:
        message = _("{field} backwards") if order.descending else _("{field}")
    else:
        message = _("{field} from the most") if order.descending else _("{field} from the least")
    return message.format(field=_named(order.field))


def _either(values: Sequence[Told], say: Callable[[Told], str]) -> str:
    """The alternatives in words; of very many the first and how many more, for the sentence has one line."""
    words = [say(value) for value in values[:_MOST_TOLD]]
    if more := len(values) - len(words):
        words.append(ngettext("{count} more", "{count} more", more).format(count=f"{more:,}"))
    return _(" or ").join(words)
