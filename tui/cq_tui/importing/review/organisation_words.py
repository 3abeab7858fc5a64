"""The review of organisations in words."""

from collections.abc import Iterator

from cq_tui.importing.review.line import ReviewLine, joined, short
from cq_tui.importing.review.organisations import FactReview, OrganisationsReview
from cq_tui.language import _, listed, ngettext
from cq_tui.schema.cells import code_words
from cq_tui.values.clean import clean_line

_NAMED = 6
"""Names that are told where not all are."""


def organisation_lines(told: OrganisationsReview, *, every: bool) -> Iterator[ReviewLine]:
    """A line for each thing; ``every``: all names, not the first ones alone."""
    label = _("Organisations")
    counts = [
        _("{count} known").format(count=f"{told.known:,}"),
        _("{count} new").format(count=f"{told.new:,}"),
        *(
            [_("{count} nearly known").format(count=f"{near:,}")]
            if (near := len({one[0] for one in told.near}))
            else []
        ),
    ]
    yield ReviewLine(label, listed(counts))
    for fact in told.facts:
        words = {"label": label, "field": fact.field.label}
        yield ReviewLine(_("{label}, {field}").format(**words), clean_line(joined(_fact(told, fact))))
    if told.together:
        names = _some([" = ".join(map(short, names)) for names in told.together], every=every)
        yield ReviewLine(label, clean_line(_("put together: {names}").format(names=names)))
    if told.parted:
        names = _some([f"{short(name)} ({count:,})" for name, count in told.parted], every=every)
        yield ReviewLine(label, clean_line(_("of one name and kept apart: {names}").format(names=names)))
    if told.near and every:
        names = _some([f"{short(name)} ~ {id_} ({alike} %)" for name, id_, alike in told.near], every=every)
        yield ReviewLine(label, clean_line(_("nearly known: {names}").format(names=names)))
    for numbered, is_wrong in ((told.numbered, False), (told.wrong_numbers, True)):
        if numbered:
            names = _some([f"{short(name)}: {number}" for name, number in numbered], every=every)
            message = (
                _("numbers beside names that can't be right, and are left out: {names}")
                if is_wrong
                else _("numbers beside names go to their records: {names}")
            )
            yield ReviewLine(label, clean_line(message.format(names=names)), doubt=is_wrong)
    if told.lists:
        message = ngettext(
            "{count} name with a comma is read as one: {names}. Where it is several, part them by a semicolon",
            "{count} names with commas are read as one each: {names}. Where one is several, part them by a semicolon",
            len(told.lists),
        )
        names = _some(list(map(short, told.lists)), every=every)
        yield ReviewLine(label, clean_line(message.format(count=f"{len(told.lists):,}", names=names)), doubt=True)


def _fact(told: OrganisationsReview, fact: FactReview) -> Iterator[str]:
    yield _("{read} of {rows} from {columns}").format(
        read=f"{fact.read:,}", rows=f"{told.new:,}", columns=listed(map(short, fact.columns))
    )
    if fact.unread:
        yield ngettext("{count} not read", "{count} not read", fact.unread).format(count=f"{fact.unread:,}")
    if fact.values:
        values = [f"{code_words(fact.field, value)} {count:,}" for value, count in fact.values]
        yield listed([*values, *_more(fact.different - len(values))])


def _some(names: list[str], *, every: bool) -> str:
    shown = names if every else names[:_NAMED]
    return joined([*shown, *_more(len(names) - len(shown))])


def _more(rest: int) -> list[str]:
    return [ngettext("{count} more", "{count} more", rest).format(count=f"{rest:,}")] if rest > 0 else []
