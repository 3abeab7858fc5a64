"""Which of the columns that may be one field it is: the surest that say something, and those that add to them."""

from collections.abc import Sequence

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.profile import is_zero, mostly
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.words.totals import is_total
from cq_tui.importing.recognise.words.word import WEAK, Word
from cq_tui.schema.field import Field
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.nothing import is_nothing
from cq_tui.values.reasons import Reason

_SOME = 0.05
"""The share of rows with another amount from which on that column is asked for, too."""

_FULLER = 2
"""So many times as full as the surest column of days another one is asked for, too: most rows have no day else."""


def keep_best(draft: Draft, columns: list[tuple[str, Word]]) -> None:
    """Of one value's columns those that are surest, unless such a one is nearly empty and another one is not."""
    field = columns[0][1].field
    assert field is not None
    sure = [word.certainty for _name, word in columns if word.certainty > WEAK]
    if field.is_list:
        columns[:] = [one for one in columns if one[1].certainty > WEAK or not sure]
        if field.codes is COUNTRIES and any(not word.about for _name, word in columns):
            columns[:] = [one for one in columns if not one[1].about]  # those of the parties go to their records
        return
    filled = {name: _filled(draft, field, name) for name, _word in columns}
    fullest = max(filled.values())
    usual = [one for one in columns if filled[one[0]] * 4 >= fullest or one[1].language or one[1].part]
    best = max(word.certainty for _name, word in (usual or columns))
    kept = [one for one in usual or columns if one[1].certainty == best or one[1].language or one[1].part]
    if field.type.is_money and not any(_is_measured(word) for _name, word in kept):
        kept += [one for one in usual if one not in kept and one[1].certainty > WEAK and _is_measured(one[1])]
    if field.type.is_money:
        best_ones = [name for name, _word in kept]
        may_add = [one for one in columns if one not in kept and (one in usual or one[1].certainty > WEAK)]
        kept += [one for one in may_add if _adds(draft, one[0], best_ones)]
    if field.type.is_day:
        told = max(filled[name] for name, _word in kept)
        kept += [one for one in usual if one not in kept and filled[one[0]] >= told * _FULLER]
    for name in (one[0] for one in columns if one not in kept):
        draft.set_aside[name] = _why_not(draft, field, name, kept[0][0], is_emptier=name not in dict(usual))
    columns[:] = kept


def _filled(draft: Draft, field: Field, name: str) -> float:
    """The share of rows that have a cell; of amounts one that is more than 0."""
    profile = draft.profiles[name]
    return profile.not_zero if field.type.is_money else profile.filled


def _adds(draft: Draft, name: str, others: Sequence[str]) -> bool:
    """Whether a column is of amounts in rows that have none in others: they may be parts of it, or of one total."""
    if not mostly(draft.profiles[name].amounts):
        return False
    place, places = draft.header.names.index(name), [draft.header.names.index(one) for one in others]
    more = sum(
        place < len(row)
        and not any(at < len(row) and row[at].strip() for at in places)
        and not is_nothing(row[place])
        and not is_zero(row[place])
        and not is_total(row)  # last: it looks at every cell of a row
        for row in draft.rows
    )
    return more >= max(1, len(draft.rows) * _SOME)


def _is_measured(word: Word) -> bool:
    """Whether a header says what its numbers are counted in, understood or not: ``Donation Amount (mil ¥)``."""
    return bool(word.measure.unit or word.measure.currency or word.brackets)


def _why_not(draft: Draft, field: Field, name: str, other: str, *, is_emptier: bool) -> Reason:
    """Why a column is not taken for a field that another one is taken for."""
    if not is_emptier:
        return Reason.of(Evidence.OTHER_IS_SURER, field=field.label, column=other)
    rows = len(draft.rows)
    filled, theirs = (round(_filled(draft, field, one) * rows) for one in (name, other))
    about = {"filled": f"{filled:,}", "rows": f"{rows:,}", "column": other, "other": f"{theirs:,}"}
    why = Evidence.NEARLY_ALL_ZERO if draft.profiles[name].share(is_zero) else Evidence.NEARLY_EMPTY
    return Reason.of(why if field.type.is_money else Evidence.NEARLY_EMPTY, field=field.label, **about)
