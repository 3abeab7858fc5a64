"""The words of a segment of the chain: its number, whether its members are named, what touches it."""

from collections.abc import Sequence

from cq_tui.kinds.chain import Segment
from cq_tui.language import _, current, listed, ngettext
from cq_tui.schema.cells import code_words, mark_judged
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.store.selection.sum_words import amount_words, money_words
from cq_tui.store.views.chain import Node
from cq_tui.store.views.segment_money import Elsewhere, Money
from cq_tui.values.clean import clean_line
from cq_tui.values.codes import Basis
from cq_tui.widgets.base.line_widget import StyledText
from cq_tui.widgets.base.text_layout import wrap

NO_BREAK = "\u00a0"
_STEM = 4
"""Letters that two words of a language with endings share at least, where they are one word: assembly, assemblies."""


def name_words(segment: Segment) -> str:
    """The name, with the mark of what is inferred."""
    return mark_judged(clean_line(segment.called), judged=segment.basis is Basis.INFERRED)


def tier_label(tier: Field, code: str) -> str:
    """What a stage is called, as the head of a column."""
    label = clean_line(code_words(tier, code))
    return label[:1].upper() + label[1:]


def says_tier(name: str, label: str) -> bool:
    """Whether a name says already in which stage it stands: parts systems, assemblies (of the stage assembly)."""
    name, label = name.casefold(), label.casefold()
    stem = label[: max(_STEM, len(label) - 1)]
    return bool(label) and (label in name or (label.isascii() and any(word.startswith(stem) for word in name.split())))


def number_words(segment: Segment) -> str:
    """The stated count and whether those counted are named; nothing for a segment that is one itself."""
    if segment.count is None:
        return ""
    words = {True: _("{count} named"), False: _("{count} not named"), None: "{count}"}[segment.members_named]
    return words.format(count=f"{segment.count:,}")


def named_words(segment: Segment) -> str:
    """Whether those counted are named, where that is stated."""
    return {True: _("named"), False: _("not named"), None: ""}[segment.members_named]


def money_lines(node: Node) -> list[StyledText]:
    """A line for each kind of money at a segment, and for what has no amount or names only its organisation."""
    lines: list[StyledText] = []
    for money in node.money:
        lines.extend((_sum(money, place), "main") for place in range(len(money.sums)))
        if money.without_sum:
            lines.append((_without_amount(money.kind, money.without_sum), "dim"))
    if node.of_organisation:
        words = ngettext("{count} deal of its organisation", "{count} deals of its organisation", node.of_organisation)
        lines.append((words.format(count=f"{node.of_organisation:,}"), "dim"))
    return lines


def _sum(money: Money, place: int) -> str:
    one, judged = money.sums[place]
    amount = amount_words(one).replace(" ", NO_BREAK)  # an amount is never parted from its currency or unit
    return mark_judged(f"{money_words(money.kind, one)} {amount}", judged=judged)


def _without_amount(kind: Kind, count: int) -> str:
    words = ngettext(
        "{count} {kind} without an amount that counts", "{count} {kind} without an amount that counts", count
    )
    return words.format(count=f"{count:,}", kind=_called(kind, count))


def other_words(node: Node) -> list[str]:
    """How many records of the kinds without money refer to it."""
    with_money = {money.kind.name for money in node.money}
    return [_counted(kind, count) for kind, count in node.touched.items() if kind.name not in with_money]


def untouched_words() -> str:
    """That no deal touches a segment, or some of them."""
    return _("no deal here")


def touch_lines(node: Node) -> list[StyledText]:
    """All that touches a segment, its money first, in lines; that no deal does is said too."""
    others = other_words(node) + ([] if node.has_money else [untouched_words()])
    return [*money_lines(node), *([(listed(others), "dim")] if others else [])]


def broken(words: str, width: int) -> list[str]:
    """Words in lines of a width."""
    return [line.replace(NO_BREAK, " ") for line in wrap(words, width)]


def touched_words(node: Node) -> str:
    """How many records of each kind refer to it."""
    return "  ".join(_counted(kind, count) for kind, count in node.touched.items())


def _counted(kind: Kind, count: int) -> str:
    return f"{kind.label} {count:,}" if current() == "zh" else f"{count:,} {_called(kind, count)}"


def _called(kind: Kind, count: int) -> str:
    return str(kind.one if count == 1 or current() == "zh" else str(kind.label).lower())


def elsewhere_words(elsewhere: Sequence[Elsewhere]) -> str:
    """What names no segment: its money and that of the segments come to all of it."""
    parts = []
    for one in elsewhere:
        records, sums = (
            _counted(one.kind, one.count),
            [f"{money_words(one.kind, each)} {amount_words(each)}" for each in one.sums],
        )
        parts.append(_("{records} ({sums})").format(records=records, sums=listed(sums)) if sums else records)
    return _("not tied to a segment: {records}").format(records=listed(parts)) if parts else ""
