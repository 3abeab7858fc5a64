"""The review of organisations in words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from shlex import quote
from sys import maxsize

from cq_tui.importing.recognise.maps.mapping import TABLE_OF_NAMES
from cq_tui.importing.recognise.maps.names_of_cells import NamesOfCell
from cq_tui.importing.recognise.words.listed_names import may_be_several
from cq_tui.importing.review.line import ReviewLine, joined, short
from cq_tui.importing.review.nobody import nobody_lines
from cq_tui.importing.review.organisations import FactReview, OrganisationsReview
from cq_tui.language import _, listed, ngettext
from cq_tui.schema.cells import code_words
from cq_tui.values.clean import clean_line

FEW, MORE, EVERY = 6, 10, maxsize
"""Names that are told at once, where the review is all there is, and where all are asked for."""


def organisation_lines(told: OrganisationsReview, *, most: int) -> Iterator[ReviewLine]:
    """A line for each thing; ``most``: how many names each tells."""
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
        names = _some([" = ".join(map(short, names)) for names in told.together], most=most)
        yield ReviewLine(label, clean_line(_("put together: {names}").format(names=names)))
    if told.by_number:
        message = _(
            "put together by the number beside them, though their names have no word in common: {names}. "
            "To part one: {setting}"
        )
        names = _some([" = ".join(map(short, names)) for names in told.by_number], most=most)
        setting = f"--set {quote(f'{TABLE_OF_NAMES}.{told.by_number[0][-1]}=')}"
        yield ReviewLine(label, clean_line(message.format(names=names, setting=setting)), doubt=True)
    if told.parted:
        names = _some([f"{short(name)} ({count:,})" for name, count in told.parted], most=most)
        yield ReviewLine(label, clean_line(_("of one name and kept apart: {names}").format(names=names)))
    if told.near and most > FEW:
        names = _some([f"{short(name)} ~ {id_} ({alike} %)" for name, id_, alike in told.near], most=most)
        yield ReviewLine(label, clean_line(_("nearly known: {names}").format(names=names)))
    for numbered, is_wrong in ((told.numbered, False), (told.wrong_numbers, True)):
        if numbered:
            names = _some([f"{short(name)}: {number}" for name, number in numbered], most=most)
            message = (
                _("numbers beside names that can't be right, and are left out: {names}")
                if is_wrong
                else _("numbers beside names go to their records: {names}")
            )
            yield ReviewLine(label, clean_line(message.format(names=names)), doubt=is_wrong)
    yield from _cells(told, label, most=most)


def _cells(told: OrganisationsReview, label: str, *, most: int) -> Iterator[ReviewLine]:
    """How the cells were read that name several, that could, or that name nobody."""
    if told.several:
        message = ngettext(
            "{count} cell names several: {names}", "{count} cells name several: {names}", len(told.several)
        )
        names = _some([" + ".join(map(short, names)) for names in told.several], most=most)
        yield ReviewLine(label, clean_line(message.format(count=f"{len(told.several):,}", names=names)))
    if told.left_off:
        message = _(
            "roles, contacts, streets and towns beside names are left off: {count}, such as {names}. "
            "To keep one as it is: {setting}"
        )
        names = _some([f'"{short(text)}"' for text in told.left_off], most=most)
        setting = f"--set {quote(f'{TABLE_OF_NAMES}.{told.left_off[0]}=')}"
        said = message.format(count=f"{len(told.left_off):,}", names=names, setting=setting)
        yield ReviewLine(label, clean_line(said))
    parted = [one for one in told.cells if len(one.names) > 1]
    if parted:
        message = ngettext(
            "{count} name is read as several: {names}. To keep one as it is: {setting}",
            "{count} names are read as several: {names}. To keep one as it is: {setting}",
            len(parted),
        )
        yield _doubt(label, message, parted, [" + ".join(map(short, one.names)) for one in parted], most=most)
    kept = [one for one in told.cells if len(one.names) == 1]
    broken = [one for one in kept if not one.by_and and not may_be_several(one.text)]
    if broken:
        message = ngettext(
            "{count} name that goes over lines is read as one: {names}. To part one: {setting}",
            "{count} names that go over lines are read as one each: {names}. To part one: {setting}",
            len(broken),
        )
        yield _doubt(label, message, broken, [short(one.text) for one in broken], most=most)
    if commas := [one for one in kept if may_be_several(one.text)]:
        message = ngettext(
            "{count} name with a comma is read as one: {names}. "
            "Where it is several, part them by a semicolon: {setting}",
            "{count} names with commas are read as one each: {names}. "
            "Where one is several, part them by a semicolon: {setting}",
            len(commas),
        )
        yield _doubt(label, message, commas, [short(one.text) for one in commas], most=most)
    yield from _ands(told, [one for one in kept if one.by_and], label, most=most)
    yield from nobody_lines(told.nobody, label, most=most)


def _ands(told: OrganisationsReview, met: list[NamesOfCell], label: str, *, most: int) -> Iterator[ReviewLine]:
    """The names with an ``and`` that are read as one each: those of which a part is met alone, and the others."""
    if met:
        message = ngettext(
            "{count} name with an and or & is read as one, and a part of it stands alone elsewhere: {names}. "
            "To part it: {setting}",
            "{count} names with an and or & are read as one each, and a part of them stands alone elsewhere: {names}. "
            "To part one: {setting}",
            len(met),
        )
        yield _doubt(label, message, met, [short(one.text) for one in met], most=most)
    if told.joined:
        message = ngettext(
            "{count} name with an and or & is read as one: {names}. Where it is two, part them: {setting}",
            "{count} names with an and or & are read as one each: {names}. Where one is two, part them: {setting}",
            len(told.joined),
        )
        one = _doubt(label, message, told.joined, [short(each.text) for each in told.joined], most=most)
        yield replace(one, doubt=False)


def _doubt(label: str, message: str, cells: Sequence[NamesOfCell], names: list[str], *, most: int) -> ReviewLine:
    said = message.format(count=f"{len(cells):,}", names=_some(names, most=most), setting=cells[0].setting)
    return ReviewLine(label, clean_line(said), doubt=True)


def _fact(told: OrganisationsReview, fact: FactReview) -> Iterator[str]:
    yield _("{read} of {rows} from {columns}").format(
        read=f"{fact.read:,}", rows=f"{told.new:,}", columns=listed(map(short, fact.columns))
    )
    if fact.unread:
        yield ngettext("{count} not read", "{count} not read", fact.unread).format(count=f"{fact.unread:,}")
    if fact.values:
        values = [f"{code_words(fact.field, value)} {count:,}" for value, count in fact.values]
        yield listed([*values, *_more(fact.different - len(values))])


def _some(names: list[str], *, most: int) -> str:
    shown = names[:most]
    return joined([*shown, *_more(len(names) - len(shown))])


def _more(rest: int) -> list[str]:
    return [ngettext("{count} more", "{count} more", rest).format(count=f"{rest:,}")] if rest > 0 else []
