"""What records are called: composed where no column is a title, and taken from other columns in rows without one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.id_headers import are_ids
from cq_tui.importing.recognise.columns.profile import ColumnProfile, mostly
from cq_tui.importing.recognise.maps.mapping import KINDS_OF_NAMES, TABLE_OF_NAMES, FieldMap, Pair
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.titles.called_by_others import lists_of_parties
from cq_tui.importing.recognise.titles.full_names import GOOD, goodness
from cq_tui.importing.recognise.titles.stories import are_short_names
from cq_tui.importing.recognise.words.no_names import is_number_or_time
from cq_tui.importing.recognise.words.nobody_words import is_nobody
from cq_tui.importing.recognise.words.totals import is_total
from cq_tui.importing.recognise.words.word import WEAK, Word
from cq_tui.values.nothing import is_nothing

BETWEEN_PARTS = " · "
"""Stands between the columns of a title that is put together, which are no one name."""
_MOST_HAVE_IT, _MANY_HAVE_IT, _HALF_HAVE_IT = 0.9, 0.8, 0.5
_LEAST_CELLS = 2
"""A row with one cell is a heading or a note, and has no title."""
_LEAST_ROWS = 3
"""Rows of which it may be said that a column is the same in all."""
_LEAST_NAMES = 5
"""Rows of which it may be said that a column tells them apart."""
_LONGEST = 80
"""Characters of half of the titles that are put together, at most, where a short name is at hand."""
_MOST_OTHERS = 4
"""Columns that a title is taken from where its own have none."""


def compose_heading(draft: Draft) -> None:
    """Compose the heading of a list without titles, or with few of them, from its parties and sector.

    Where it has neither, another column that every row has stands beside its titles.
    """
    heading = draft.kind.heading
    there = draft.fields.get(heading.name, FieldMap()).column
    if draft.is_asked(heading) or not heading.required:
        return
    if there and draft.kind.name in KINDS_OF_NAMES:
        return  # nobody is called by what he speaks of, and a row that names nobody is no record
    parties = (mapped for name, mapped in draft.fields.items() if draft.kind.by_name[name].type.refers_to)
    roles = [named for mapped in parties for role in mapped.roles.values() for named in role]
    names = [named.zh if isinstance(named, Pair) else named for named in roles]
    names = [name for name in names if not draft.cells[name] or draft.profiles[name].share(is_nobody) < 1]
    lists = lists_of_parties(draft)
    names = [name for name in names if name not in lists] or names
    if names and all(draft.words[name].by_cells for name in names) and _has_free_names(draft):
        return  # another column is as likely what they are called
    if names and not there and _told_in(draft, names) < _HALF_HAVE_IT and _has_free_names(draft):
        return  # most rows name nobody
    if sector := draft.fields.get("sector"):
        names += sector.column
    if heading.name in draft.fields and not _are_few(draft, there, _HALF_HAVE_IT if names else _MANY_HAVE_IT):
        return
    if (there or names) and (not names or _told_in(draft, (*there, *names)) < _MOST_HAVE_IT):
        names.append(_fullest(draft, some_name_nobody=any(draft.profiles[name].share(is_nobody) for name in names)))
    names = list(filter(None, names))
    if alone := _told_apart_by(draft, (*there, *names), names):
        draft.fields[heading.name] = FieldMap(column=(alone,))
        draft.evidence.pop(heading.name, None)
        draft.tell(heading, Evidence.CALLED_BY, column=alone)
        draft.likely.add(heading.name)
    elif names:
        draft.fields[heading.name] = FieldMap(column=tuple(dict.fromkeys((*there, *names))), join=BETWEEN_PARTS)
        draft.tell(heading, Evidence.COMPOSED)
        draft.likely.add(heading.name)


def _told_apart_by(draft: Draft, together: Sequence[str], names: Sequence[str]) -> str:
    """The short name of each row, where what would stand beside it is a list or a text about it; empty where it isn't.

    No record is called ``It builds tools for … · Aa Labs · Xx Ventures, Yy Capital``.
    """
    are_titles = any(draft.words[name].certainty > WEAK for name in together if name not in names)
    if len(draft.rows) < _LEAST_NAMES or are_titles:
        return ""
    places = [draft.header.names.index(name) for name in together]
    lengths = sorted(sum(len(row[place]) for place in places if place < len(row)) for row in draft.rows)
    short = [name for name in names if are_short_names(draft.profiles[name])]
    return short[0] if short and lengths[len(lengths) // 2] > _LONGEST else ""


def _has_free_names(draft: Draft) -> bool:
    """Whether a column that no field takes reads as full names."""
    used = {name for mapped in draft.fields.values() for name in mapped.columns}
    return any(goodness(draft.profiles[name]) >= GOOD for name in draft.header.names if name not in used)


def _told_in(draft: Draft, names: Sequence[str]) -> float:
    """The share of rows in which any of some columns says something."""
    places = [draft.header.names.index(name) for name in names]
    told = sum(
        any(place < len(row) and row[place].strip() and not is_nobody(row[place]) for place in places)
        for row in draft.rows
    )
    return told / len(draft.rows) if draft.rows else 1.0


def _fullest(draft: Draft, *, some_name_nobody: bool) -> str:
    """The column that no field takes, that every row has, and whose texts differ most; empty where there is none.

    ``some_name_nobody``: whether it stands alone in some rows, where an id calls more than a word of many rows.
    """
    used = {name for mapped in draft.fields.values() for name in mapped.columns} | draft.private
    free = [name for name in draft.header.names if name not in used and draft.profiles[name].filled == 1]
    free = [name for name in free if some_name_nobody or not are_ids(name, draft.profiles[name])]
    free = [name for name in free if not draft.profiles[name].is_mostly(is_number_or_time)]
    free = [name for name in free if not mostly(draft.profiles[name].json + draft.profiles[name].entries)]
    return max(free, key=lambda name: draft.profiles[name].different, default="")


def _are_few(draft: Draft, columns: Sequence[str], least: float) -> bool:
    """Whether so many rows have no title that its column can't be the title alone: each would be refused.

    ``least``: the share of rows that must have one where the header surely says so.
    """
    if len(columns) != 1:
        return False
    least = _MOST_HAVE_IT if draft.words[columns[0]].certainty == WEAK else least
    there, missing = len(draft.cells[columns[0]]), sum(1 for _row in rows_without(draft, columns))
    return there < least * (there + missing)


def rows_without(draft: Draft, columns: Sequence[str]) -> Iterator[Sequence[str]]:
    """The rows in which none of some columns says anything, without headings, notes and totals."""
    places = [draft.header.names.index(name) for name in columns]
    for row in draft.rows:
        if not _says(row, places) and sum(map(bool, map(str.strip, row))) >= _LEAST_CELLS and not is_total(row):
            yield row


def take_others_where_empty(draft: Draft) -> None:
    """Have rows without a title called by another column of theirs, so that none is refused for the lack of one."""
    heading = draft.kind.heading
    mapped = draft.fields.get(heading.name)
    if mapped is None or not mapped.columns or not heading.required or not draft.words.keys() >= {*mapped.columns}:
        return
    rows = list(rows_without(draft, mapped.columns))
    left = rows
    others: list[str] = []
    for name in _other_names(draft, mapped.columns) if rows else ():
        place = [draft.header.names.index(name)]
        still = [row for row in left if not _says(row, place)]
        if len(still) < len(left) and len(others) < _MOST_OTHERS:
            left, others = still, [*others, name]
    if not rows and draft.goes_on and (standing := _standing_in(draft, mapped.columns)):
        draft.fields[heading.name] = replace(mapped, instead=(standing,))
        draft.tell(heading, Evidence.TITLE_BELOW_OF_OTHERS, columns=", ".join(mapped.columns), name=standing)
    if others:
        draft.fields[heading.name] = replace(mapped, instead=tuple(others))
        count, every = f"{len(rows) - len(left):,}", f"{len(draft.rows):,}"
        columns, names = ", ".join(mapped.columns), ", ".join(others)
        draft.tell(heading, Evidence.TITLE_OF_OTHERS, count=count, rows=every, columns=columns, names=names)


def _standing_in(draft: Draft, columns: Sequence[str]) -> str:
    """The column of parties by which rows are called that have no title further down a list; empty if none is full.

    Of several it is the one that differs most: of one giver there are many gifts.
    """
    parties = (name for name in _other_names(draft, columns) if _is_party(draft.words[name]))
    full = [name for name in parties if draft.profiles[name].filled >= _MOST_HAVE_IT]
    return max(full, key=lambda name: draft.profiles[name].different, default="")


def _is_party(word: Word) -> bool:
    return word.field is not None and bool(word.field.parts) and word.field.type.refers_to == TABLE_OF_NAMES


def _other_names(draft: Draft, columns: Sequence[str]) -> list[str]:
    """The columns that a row may be called by: other titles, then parties, then texts, the fullest of each first.

    A word of a code list, such as a country, calls no record.
    """
    ranks = {}
    for name, word in draft.words.items():
        profile = draft.profiles[name]
        is_word = word.field is not None and (word.field.codes is not None or word.field.type.is_money)
        # What looks at each of the cells stands last.
        if (
            name in {*columns, *draft.private, draft.unit_column, draft.currency_column}
            or not draft.cells[name]
            or is_word
            or _is_constant(profile, len(draft.rows))
            or _are_values(profile)
            or are_ids(name, profile)
        ):
            continue
        ranks[name] = (0 if word.field is draft.kind.heading else 1 if _is_party(word) else 2, -profile.filled)
    if draft.kind.name in KINDS_OF_NAMES:
        ranks = {name: rank for name, rank in ranks.items() if rank[0] == 0 or _names_somebody(draft.words[name])}
    return sorted(ranks, key=lambda name: ranks[name])


def _are_values(profile: ColumnProfile) -> bool:
    """Whether most cells are numbers, days, measures or what JSON holds, and no names."""
    numbers = profile.bare_numbers + profile.dates + profile.amounts + profile.percents
    if mostly(numbers) or mostly(numbers + profile.json + profile.entries):
        return True
    return profile.is_mostly(is_number_or_time) or profile.measures + profile.currencies > _HALF_HAVE_IT


def _names_somebody(word: Word) -> bool:
    """Whether a header says an organisation, which speaks where no person is named, or what one is also called."""
    return word.field is not None and (word.field.type.refers_to == TABLE_OF_NAMES or word.field.name == "aliases")


def _is_constant(profile: ColumnProfile, rows: int) -> bool:
    """Whether a column says the same in nearly every row, such as the sheet's title: it calls none of them."""
    return rows >= _LEAST_ROWS and profile.filled >= _MOST_HAVE_IT and len(set(profile.cells)) == 1


def _says(row: Sequence[str], places: Sequence[int]) -> bool:
    return any(place < len(row) and not is_nothing(row[place]) for place in places)
