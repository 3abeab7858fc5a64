"""A review in words: a line for each field, then what is odd about it."""

from collections.abc import Callable, Iterator, Sequence
from shlex import quote

from cq_tui.importing.recognise.maps.mapping import BECOMES_WORDS
from cq_tui.importing.review.facts import FieldReview, MoneyFacts, PartyFacts
from cq_tui.importing.review.line import ReviewLine, joined, short
from cq_tui.importing.review.not_taken import NotTaken
from cq_tui.importing.review.organisation_words import FEW, organisation_lines
from cq_tui.importing.review.review import Review
from cq_tui.language import _, listed, ngettext
from cq_tui.schema.cells import code_words
from cq_tui.values.amounts import written
from cq_tui.values.clean import clean_line
from cq_tui.values.lists_in_cells import LIST_MARK

_NAMED = 5
"""Columns of which nothing else is told that are named."""
Names = Callable[[str, str], str]
"""What a record of a kind is called, by its id."""


def review_lines(review: Review, names: Names, *, most: int = FEW) -> Iterator[ReviewLine]:
    """A review as lines of text, clean and in the language in force. ``most``: names of organisations in each."""
    for told in review.fields:
        label = str(told.field.label)
        yield ReviewLine(label, clean_line(joined(_parts(review, told, names))))
        if len(told.parties) > 1:
            for one in told.parties:
                yield ReviewLine(label, clean_line(joined(_names_in(told, one))))
        for why in told.doubts:
            yield ReviewLine(label, clean_line(str(why)), doubt=True)
    if review.organisations:
        yield from organisation_lines(review.organisations, most=most)
    for field, column in review.left_out:
        words = _('column "{column}" could say it, and the map does not take it')
        yield ReviewLine(str(field.label), clean_line(words.format(column=short(column))), doubt=True)
    if review.absent:
        names_of_fields = listed(str(field.label) for field in review.absent)
        yield ReviewLine(_("From no column"), clean_line(names_of_fields))
    if review.not_taken:
        yield ReviewLine(_("Not taken"), clean_line(listed(_not_taken(review.not_taken))))


def _not_taken(every: Sequence[NotTaken]) -> Iterator[str]:
    """The columns of which nothing else is told, the empty ones as a number."""
    filled = [one for one in every if one.first]
    for one in filled[:_NAMED]:
        ends = {"column": short(one.column), "first": short(one.first), "last": short(one.last)}
        yield _("{column} ({first} to {last})").format(**ends)
    if rest := len(filled[_NAMED:]):
        yield ngettext("and {count} more", "and {count} more", rest).format(count=f"{rest:,}")
    if empty := len(every) - len(filled):
        yield ngettext("{count} empty column", "{count} empty columns", empty).format(count=f"{empty:,}")


def _parts(review: Review, told: FieldReview, names: Names) -> Iterator[str]:
    yield _("{read} of {rows} from {columns}").format(
        read=f"{told.read:,}", rows=f"{review.rows:,}", columns=listed(map(short, told.columns))
    )
    if told.becomes:
        yield _(BECOMES_WORDS[told.becomes])
    yield from _counts(told)
    yield from map(_money, told.money)
    if len(told.parties) == 1:
        yield from _names_in(told, told.parties[0])
    if told.span:
        first, middle, last = (_plain(one) for one in (told.span.first, told.span.middle, told.span.last))
        words = (
            _("{first} to {last}")
            if not told.field.is_quantity
            else _("smallest {first}, middle {middle}, largest {last}")
        )
        yield words.format(first=first, middle=middle, last=last)
    elif told.values and told.different > 1:
        values = [f"{_value(told, text, names)} {rows:,}" for text, rows in told.values]
        rest = told.different - len(values)
        more = [ngettext("{count} more", "{count} more", rest).format(count=f"{rest:,}")] if rest else []
        yield listed([*values, *more])
    elif told.values and told.read > 1:
        yield _("{value} in all of them").format(value=_value(told, told.values[0][0], names))


def _counts(told: FieldReview) -> Iterator[str]:
    """How many cells are no values, and why."""
    if told.unread:
        yield ngettext("{count} not read", "{count} not read", told.unread).format(count=f"{told.unread:,}")
    if told.zero:
        words = ngettext("{count} is 0, which states no amount", "{count} are 0, which states no amount", told.zero)
        yield words.format(count=f"{told.zero:,}")
    if told.undisclosed:
        words = ngettext(
            "{count} says that it is not disclosed", "{count} say that it is not disclosed", told.undisclosed
        )
        yield words.format(count=f"{told.undisclosed:,}")
    if told.open_days:
        words = ngettext("{count} says that no day is fixed", "{count} say that no day is fixed", told.open_days)
        yield words.format(count=f"{told.open_days:,}")
    if told.hours:
        yield _hours(told)


def _hours(told: FieldReview) -> str:
    """How many cells tell an hour that a day leaves out, and what keeps it in a field of the archive's own."""
    count = f"{told.hours:,}"
    if not told.becomes:
        words = ngettext("{count} tells an hour, left out", "{count} tell an hour, left out", told.hours)
        return words.format(count=count)
    words = ngettext(
        "{count} tells an hour, left out ({setting} keeps it)",
        "{count} tell an hour, left out ({setting} keeps it)",
        told.hours,
    )
    return words.format(count=count, setting=f"--set {quote(f'{told.columns[0]}=string')}")


def _names_in(told: FieldReview, one: PartyFacts) -> Iterator[str]:
    """The names of a column: how many and what they do, the most frequent, the longest, those a little unlike one."""
    words = ngettext("{count} name", "{count} names", one.different).format(count=f"{one.different:,}")
    if one.role:
        role = next(code_words(part, one.role) for part in told.field.parts if part.codes)
        words = _("{names} as {role}").format(names=words, role=role)
    yield words if len(told.parties) == 1 else f"{short(one.column)}: {words}"
    if one.different > 1 and not told.values:
        yield listed(f"{short(name)} {rows:,}" for name, rows in one.most)
    if one.longest not in (name for name, _rows in one.most):
        yield _("the longest {name}").format(name=f'"{short(one.longest)}"')
    yield from (str(each.reason) for each in one.unlike if not each.important)


def _money(one: MoneyFacts) -> str:
    total, *three = (written(value, one.currency) for value in (one.total, one.smallest, one.middle, one.largest))
    if one.rows == 1:
        return total
    words = _("{count}: {total} (smallest {smallest}, middle {middle}, largest {largest})")
    return words.format(count=f"{one.rows:,}", total=total, smallest=three[0], middle=three[1], largest=three[2])


def _value(told: FieldReview, text: str, names: Names) -> str:
    """A cell of a table as people call it: codes by their words, records by their names."""
    field = told.field
    entries = text.split(LIST_MARK) if field.is_list else [text]
    if field.codes:
        entries = [code_words(field, one) for one in entries]
    elif to := field.type.refers_to:
        entries = [names(to, one) for one in entries]
    return short(LIST_MARK.join(entries))


def _plain(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text
