"""A review in words: a line for each field, then what is odd about it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cq_tui.importing.recognise.mapping import BECOMES_WORDS
from cq_tui.importing.review.facts import FieldReview, MoneyFacts
from cq_tui.importing.review.review import OrganisationsReview, Review
from cq_tui.language import _, current, listed, ngettext
from cq_tui.schema.cells import code_words
from cq_tui.values.amounts import written
from cq_tui.values.clean import clean_line
from cq_tui.values.lists_in_cells import LIST_MARK

Names = Callable[[str, str], str]
"""What a record of a kind is called, by its id."""
_LONGEST = 40
_TOGETHER = 6
"""Organisations with several spellings that are named."""


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A line of a review: of what, what is told, and whether it is a doubt."""

    label: str
    text: str
    doubt: bool = False


def review_lines(review: Review, names: Names) -> Iterator[ReviewLine]:
    """A review as lines of text, clean and in the language in force."""
    for told in review.fields:
        label = str(told.field.label)
        yield ReviewLine(label, clean_line(_joint().join(_parts(review, told, names))))
        for why in told.doubts:
            yield ReviewLine(label, clean_line(str(why)), doubt=True)
    if review.organisations:
        yield from _organisations(review.organisations)


def _parts(review: Review, told: FieldReview, names: Names) -> Iterator[str]:
    yield _("{read} of {rows} from {columns}").format(
        read=f"{told.read:,}", rows=f"{review.rows:,}", columns=listed(map(_short, told.columns))
    )
    if told.becomes:
        yield _(BECOMES_WORDS[told.becomes])
    if told.unread:
        yield ngettext("{count} not read", "{count} not read", told.unread).format(count=f"{told.unread:,}")
    yield from map(_money, told.money)
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
    return _short(LIST_MARK.join(entries))


def _organisations(told: OrganisationsReview) -> Iterator[ReviewLine]:
    label = _("Organisations")
    counts = [
        _("{count} known").format(count=f"{told.known:,}"),
        _("{count} new").format(count=f"{told.new:,}"),
        *([_("{count} nearly known").format(count=f"{told.near:,}")] if told.near else []),
    ]
    yield ReviewLine(label, listed(counts))
    if told.together:
        some = [" = ".join(map(_short, names)) for names in told.together[:_TOGETHER]]
        rest = len(told.together) - len(some)
        more = [ngettext("{count} more", "{count} more", rest).format(count=f"{rest:,}")] if rest else []
        yield ReviewLine(label, clean_line(_("put together: {names}").format(names=_joint().join([*some, *more]))))


def _joint() -> str:
    return "；" if current() == "zh" else "; "


def _plain(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
