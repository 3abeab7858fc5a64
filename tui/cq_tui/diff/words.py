"""A difference in words, line by line."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from cq_tui.diff.difference import Changed, KindDifference, MoneyChanged, Pair
from cq_tui.language import _, current, listed, ngettext
from cq_tui.schema.cells import line
from cq_tui.schema.field import Field
from cq_tui.schema.record import Record
from cq_tui.store.selection.sum_words import amount_words, left_out_words, money_words
from cq_tui.values.clean import clean_line

ADDED, GONE, CHANGED = "+", "-", "*"


Name = Callable[[str, str], str]
"""What a record of a kind is called, by its id."""


def lines_of(difference: KindDifference, names: Pair, most: int | None = None) -> Iterator[str]:
    """How many records of a kind differ, each of them, then the sums of both editions where they differ.

    ``names``: what each edition calls its records. ``most``: how many are told of those that came in, went, changed.
    """
    yield heading(difference)
    added, gone, changed = difference.counts
    for mark, records, count in ((GONE, difference.gone(), gone), (ADDED, difference.added(), added)):
        for record in islice(records, most):
            yield record_line(mark, record)
        yield from _rest(mark, count, most)
    for one in islice(difference.changed(), most):
        yield record_line(CHANGED, one.records.new)
        for field in one.fields:
            yield f"    {field_line(difference, one, field, names)}"
    yield from _rest(CHANGED, changed, most)
    yield from (f"  {line}" for line in sum_lines(difference))


def _rest(mark: str, count: int, most: int | None) -> Iterable[str]:
    rest = count - most if most is not None else 0
    if rest > 0:
        yield f"{mark} " + ngettext("and {count} more", "and {count} more", rest).format(count=f"{rest:,}")


def sum_lines(difference: KindDifference) -> Iterator[str]:
    """The sums of both editions, and what none of them counts, where they differ."""
    yield from (money_line(difference, one) for one in difference.money() if one.differs)
    if (left_out := _left_out(difference)).old != left_out.new:
        yield clean_line(f"{left_out.old} -> {left_out.new}")


def heading(difference: KindDifference) -> str:
    """How many records came in, went, changed and are the same."""
    messages = (_("{count} added"), _("{count} gone"), _("{count} changed"), _("{count} the same"))
    counts = (*difference.counts, difference.same)
    parts = [text.format(count=f"{count:,}") for text, count in zip(messages, counts, strict=True) if count]
    return clean_line(_("{kind}: {what}").format(kind=difference.kind.label, what=listed(parts)))


def record_line(mark: str, record: Record) -> str:
    """A record with the mark of what became of it."""
    return clean_line(f"{mark} {record.id}  {record.called}")


def field_line(difference: KindDifference, changed: Changed, field: Field, names: Pair) -> str:
    """What a field said and says: in the words of a record, or as CSV spells it where those are the same."""
    said = Pair(*(_words(difference, side, changed.records[side], field, names[side]) for side in (0, 1)))
    if said.old == said.new:  # the text in the other language, say
        cells = (difference.spelt(side, changed.records[side], field.name) for side in (0, 1))
        said = Pair(*(" / ".join(filter(None, one)) or _("nothing") for one in cells))
    return clean_line(_("{field}: {old} -> {new}").format(field=field.label, old=said.old, new=said.new))


def _words(difference: KindDifference, side: int, record: Record, field: Field, name: Name) -> str:
    if difference.value(side, record, field.name) is None:
        return _("nothing")
    return line(difference.kinds[side].by_name[field.name], record, name)


def money_line(difference: KindDifference, one: MoneyChanged) -> str:
    """What one kind of money added up to, and adds up to now: credit line: CNY 75 bn (1) -> CNY 80 bn (2)."""
    there = one.sums.new or one.sums.old
    said = [
        _("nothing") if each is None else f"{amount_words(each)}（{each.count:,}）" if current() == "zh"
        else f"{amount_words(each)} ({each.count:,})"
        for each in one.sums
    ]  # fmt: skip
    what = money_words(difference.kind, there)
    return clean_line(_("Sum of {what}: {old} -> {new}").format(what=what, old=said[0], new=said[1]))


def _left_out(difference: KindDifference) -> Pair:
    """What no sum of each edition counts, and why: left out: 1 cancelled (credit line CNY 75 bn)."""
    said = []
    for kind, sums in zip(difference.kinds, difference.sums, strict=True):
        words = [left_out_words(kind, one, currencies=True) for one in (sums.left_out if sums else ())]
        said.append(listed(words) if words else _("nothing left out"))
    return Pair(*said)
