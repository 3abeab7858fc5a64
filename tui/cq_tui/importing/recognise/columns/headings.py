"""Finds headings between the rows that say something of the rows below them: the country of a block, its year."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from cq_tui.importing.errors import Noticed
from cq_tui.importing.recognise.columns.draft import LEARNT_FROM
from cq_tui.importing.recognise.columns.headed_rows import BlockHeadings, blocks, headed
from cq_tui.importing.recognise.columns.profile import ColumnProfile, is_currency, mostly
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.asked import Answer, Asked, Question
from cq_tui.importing.recognise.maps.mapping import EMPTY, HOLD, KINDS_OF_NAMES, TABLE_OF_ROWS
from cq_tui.importing.recognise.words.code_lookup import is_country
from cq_tui.importing.recognise.words.places import is_place
from cq_tui.importing.recognise.words.word import EXACT, WEAK, Word
from cq_tui.importing.sources.sheet import Sheet
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.clean import clean_line
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.reasons import Reason

COLUMN = "headings"
"""What the column of what headings say is called, in every language: a MAP.toml names it."""
_FEWEST = 2
"""Blocks."""
_SHOWN, _LONGEST = 3, 30
_HALF, _MANY = 0.5, 0.2
_PLACE = "place"


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the headings stand, and the field that they say; None where they are words of any sort."""

    found: BlockHeadings
    field: Field | None


def headings_of(kind: Kind, sheet: Sheet, header: Header) -> Headings | None:
    """The headings of a list whose rows stand in blocks below them; None where it has none."""
    if not sheet.first or header.nameless:
        return None
    skip = header.last - sheet.first + 1
    alone: Counter[int] = Counter()
    rows = followed = 0
    was_alone = False
    for row in islice(sheet.rows(), skip, skip + LEARNT_FROM):
        filled = [at for at, cell in enumerate(row) if cell.strip()]
        is_alone = len(filled) == 1
        alone.update(filled if is_alone else ())
        followed += is_alone and was_alone
        rows, was_alone = rows + bool(filled), is_alone
    if not alone or (kind.name in KINDS_OF_NAMES and followed and alone.total() >= rows * _MANY):
        return None  # there are none, or records that are a name and no more
    found = BlockHeadings(alone.most_common(1)[0][0], header.names)
    said = _said(sheet, skip, found)
    if not said:
        return None
    field = next((one for one in kind.fields if _may_be_said(header, one) and _is_said(one, said)), None)
    above = _above(sheet, header, found)
    if above and (field is None or _is_said(field, [above])):
        found = replace(found, above=above) if field else found
    said = _said(sheet, skip, found)
    if field is not None:
        return Headings(found, field) if len(said) >= _FEWEST else None
    are_words = len(said) >= _FEWEST and len(set(said)) > len(said) * _HALF
    return Headings(found, None) if are_words else None


def with_headings(sheet: Sheet, header: Header, headings: Headings) -> tuple[Sheet, Header]:
    """The list with one more column, which holds what the headings say of each row."""
    skip = header.last - sheet.first + 1
    name = COLUMN
    while name in header.names:
        name += "_"
    word = Word(headings.field, EXACT if headings.field else 0, by_headings=True)
    names, words = (*header.names, name), (*header.words, word)
    texts = (*header.texts, frozenset[str]()) if header.texts else ()
    return headed(sheet, skip, headings.found), replace(header, names=names, words=words, texts=texts)


def question_of_headings(sheet: Sheet, header: Header, headings: Headings) -> Question | None:
    """Whether what the headings say holds for the rows below them; None where it is not known what they say."""
    if headings.field is None:
        return None
    every = _blocks(sheet, header, headings)
    rows = sum(count for _said, count in every)
    reason = Reason.of(
        Asked.HEADINGS, field=headings.field.label, count=f"{len(every):,}", rows=f"{rows:,}", names=_shown(every)
    )
    answers = (Answer("headings", HOLD, likely=True), Answer("headings", EMPTY))
    return Question(TABLE_OF_ROWS, Asked.HEADINGS, reason, answers)


def told_of_headings(sheet: Sheet, header: Header, headings: Headings) -> Reason:
    """What is told of headings of which it is not known what they say."""
    every = _blocks(sheet, header, headings)
    rows = sum(count for _said, count in every)
    return Reason.of(Noticed.HEADINGS, count=f"{len(every):,}", rows=f"{rows:,}", names=_shown(every))


def _shown(every: Sequence[tuple[str, int]]) -> str:
    """The first headings, each with the number of rows below it."""
    told = ", ".join(f"{said[:_LONGEST]} ({count:,})" for said, count in every[:_SHOWN])
    return clean_line(told + (", …" if len(every) > _SHOWN else ""))


def _blocks(sheet: Sheet, header: Header, headings: Headings) -> list[tuple[str, int]]:
    """Each heading that rows stand below, with their number."""
    every = blocks(sheet, header.last - sheet.first + 1, headings.found)
    return [(said, count) for said, count in every if said and count]


def _said(sheet: Sheet, skip: int, found: BlockHeadings) -> list[str]:
    """The headings that rows stand below."""
    return [said for said, count in blocks(sheet, skip, found, LEARNT_FROM) if said and count]


def _above(sheet: Sheet, header: Header, found: BlockHeadings) -> str:
    """What stands alone in the last row above the header that says anything."""
    rows = [row for row in islice(sheet.rows(), max(header.row - sheet.first, 0)) if any(map(str.strip, row))]
    return found.said_by(rows[-1]) if rows else ""


def _may_be_said(header: Header, field: Field) -> bool:
    """Whether no column says a field: what headings say beside one is only said again."""
    return not any(word.field is field and word.certainty > WEAK for word in header.words)


def _is_said(field: Field, said: Sequence[str]) -> bool:
    """Whether nearly all headings are what a field holds."""
    profile = ColumnProfile(said, len(said), None)
    if field.codes is COUNTRIES:
        return mostly(profile.share(is_country))
    if field.type.is_day:
        return mostly(profile.dates)
    if field.name == _PLACE:
        return mostly(profile.share(is_place))
    if field.codes:
        return mostly(profile.codes(field))
    return field.name == "currency" and mostly(profile.share(is_currency))
