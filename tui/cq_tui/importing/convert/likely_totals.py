"""Rows that add up others and are not called totals: they are never counted without a word.

Totals stand below what they add up, or above it, as in budgets; and there may be totals of totals. A row with far fewer
cells than the others is left out; of what is as full as they are somebody is asked. That the sum of several amounts is
another one by chance hardly happens, but where amounts are rounded: those within a list are told then.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.convert.convert_column import ColumnConversion
from cq_tui.importing.convert.sums_of_runs import AmountRow, SumsOfRuns, chance_of_sums
from cq_tui.importing.errors import Noticed, Refused
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.asked import Answer, Asked, Made, Question
from cq_tui.importing.recognise.maps.mapping import TABLE_OF_ROWS
from cq_tui.importing.sources.cells_sql import count_filled, counts_of_filled
from cq_tui.importing.sources.import_table import ROW
from cq_tui.language import _
from cq_tui.values.amounts import Amount
from cq_tui.values.reasons import Reason

_FEWEST = 3
"""Rows of a list that has totals."""
_SPARSE = 0.6
"""Of the cells that a row usually has, what a sparse one has at most."""
_DIGITS = 3
"""Digits of the amount of a total that stands above what it adds up: 600 may be that of three round ones by chance."""
_ALIKE, _NEARLY_ALL = 2, 0.8
"""Totals from which on what they lack tells of others, and the share of records that have it."""
_CHANCE = 0.02
"""How likely as many sums by chance are at most, for these to be asked about."""
_MOST_NAMES = 3
MOST_SUMS = 3
"""Currencies whose sums are told beside an answer."""
_MOST = 50_000
"""Rows of a list that are looked at: one with more is a database's, and has no totals."""


@dataclass(frozen=True, slots=True)
class LikelyTotal:
    """A row whose amount is what other rows have together, and how many these are."""

    row: AmountRow
    rows: int
    of_group: bool
    """Whether these are a whole group, from the beginning of the list, a heading or another total on."""


def leave_out_likely_totals(accepted: AcceptedRows, header: Header) -> Question | None:
    """Refuse the sparse rows that add up others; returns what is to be asked of those that are as full as records."""
    rows = _rows(accepted)
    if len(rows) < _FEWEST:
        return None
    cells = sorted(row.filled for row in rows)
    sparse_to = cells[len(cells) // 2] * _SPARSE
    below = list(_totals(rows, sparse_to))
    totals = {one.row.number for one in below}
    above = _totals([row for row in reversed(rows) if row.number not in totals], sparse_to, upwards=True)
    found = [one for one in (*below, *above) if one.row.number not in accepted.kept and not one.row.is_refused]
    sparse = [one for one in found if one.row.filled <= sparse_to]
    if sparse:
        reasons = [
            Reason.of(Refused.LIKELY_TOTAL, count=f"{one.rows:,}", setting=f"--set rows.keep={one.row.number}").dump()
            for one in sparse
        ]
        accepted.table.insert("refusals", [[str(one.row.number) for one in sparse], ["-1"] * len(sparse), reasons])
    full = [one for one in found if one.row.filled > sparse_to]
    full = [one for one in full if one.row.number in totals or one.row.digits >= _DIGITS]
    if chance := _by_chance(full, rows):
        accepted.counted = (*accepted.counted, _told(chance))
        full = [one for one in full if one not in chance]
    out = {one.row.number for one in sparse}
    accepted_ = [row for row in rows if not row.is_refused and row.number not in out]
    return _question(full, _like_them(accepted, header, full), accepted_)


def _by_chance(found: Sequence[LikelyTotal], rows: Sequence[AmountRow]) -> list[LikelyTotal]:
    """The rows within a list, as full as others, that have what some before them have together; none if that is odd."""
    ends, usual = (rows[0].number, rows[-1].number), median(row.filled for row in rows)
    within = [one for one in found if not one.of_group and one.row.number not in ends and one.row.filled >= usual]
    return within if within and chance_of_sums(len(within), rows) > _CHANCE else []


def _told(found: Sequence[LikelyTotal]) -> Reason:
    one = min(found, key=lambda one: one.row.number)
    row, amount = f"{one.row.number}", Amount(one.row.amount, one.row.currency)
    setting = f"--set rows.leave={','.join(str(each.row.number) for each in found)}"
    about = {"count": f"{len(found):,}", "row": row, "rows": f"{one.rows:,}", "setting": setting}
    return Reason.of(Noticed.SUMS_BY_CHANCE, amount=amount, **about)


@dataclass(frozen=True, slots=True)
class _LikeThem:
    """Rows that lack what the totals lack and nearly all records have: totals of one row, headings, parts."""

    rows: Sequence[int] = ()
    columns: Sequence[str] = ()


def _like_them(accepted: AcceptedRows, header: Header, found: Sequence[LikelyTotal]) -> _LikeThem:
    if len(found) < _ALIKE:
        return _LikeThem()
    table, open_ = accepted.table, f"FROM cells WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals)"
    totals = f"{ROW} IN ({', '.join(str(one.row.number) for one in found)})"
    counts = counts_of_filled(table.names)
    every, *others = table.ask(f"SELECT count(*), {counts} {open_} AND NOT {totals}")[0]
    theirs = table.ask(f"SELECT {counts} {open_} AND {totals}")[0]
    places = [at for at in range(table.width) if not theirs[at] and others[at] >= every * _NEARLY_ALL]
    if not places:
        return _LikeThem()
    lacks = " AND ".join(f"{table.names[at]} = ''" for at in places)
    rows = [row for (row,) in table.ask(f"SELECT {ROW} {open_} AND {lacks} AND NOT {totals}")]
    rows = [row for row in rows if row not in accepted.kept]
    return _LikeThem(rows, [header.names[at] for at in places])


def _question(found: list[LikelyTotal], like: _LikeThem, accepted: Sequence[AmountRow]) -> Question | None:
    """What is to be asked of rows that add up others, with both outcomes; None where there are none."""
    if not found:
        return None
    numbers = sorted((*(one.row.number for one in found), *like.rows))
    first, rows = min(found, key=lambda one: one.row.number), ", ".join(map(str, numbers))
    about = {"count": f"{len(found):,}", "row": f"{first.row.number}", "rows": f"{first.rows:,}"}
    if like.rows:
        about |= {"others": f"{len(like.rows):,}", "names": ", ".join(like.columns[:_MOST_NAMES])}
    amount = Amount(first.row.amount, first.row.currency)
    asked = Asked.SUMS_OF_OTHERS_AND_LIKE if like.rows else Asked.SUMS_OF_OTHERS
    reason = Reason.of(asked, amount=amount, **about)
    usual = median(row.filled for row in accepted)
    is_likely = any(one.row.is_telling_of(len(accepted)) and one.row.filled < usual for one in found)
    totals = frozenset(numbers)
    without = [row for row in accepted if row.number not in totals]
    answers = (
        Answer("leave", rows, _("totals; they are left out"), _sums(without), likely=is_likely),
        Answer("keep", rows, _("records; they count"), _sums(accepted)),
    )
    return Question(TABLE_OF_ROWS, asked, reason, answers)


def _totals(rows: Sequence[AmountRow], sparse_to: float, *, upwards: bool = False) -> Iterator[LikelyTotal]:
    """The rows that add up those met before them. ``upwards``: whether the rows come from the last one on."""
    # A row that is refused for a cell may be one of those that are added up, or a total without a name.
    every, taken = SumsOfRuns(len(rows)), SumsOfRuns(len(rows))
    for row in rows:
        if row.is_behind_gap and not upwards:
            every.begin_group()
            taken.begin_group()
        is_sparse = row.filled <= sparse_to
        count = max(every.added_up_by(row, is_sparse=is_sparse), taken.added_up_by(row, is_sparse=is_sparse))
        if count:
            yield LikelyTotal(row, count, row.number in every.of_groups | taken.of_groups)
        every.add(row)
        if count or not row.is_refused:
            taken.add(row)
        if row.is_behind_gap and upwards:
            every.begin_group()
            taken.begin_group()


def _sums(rows: Iterable[AmountRow]) -> tuple[Made, ...]:
    """What the amounts of rows add up to, of the most frequent currencies."""
    amounts: dict[str, list[Decimal]] = defaultdict(list)
    for row in rows:
        amounts[row.currency].append(row.amount)
    each = sorted(amounts.items(), key=lambda one: (-len(one[1]), one[0]))[:MOST_SUMS]
    return tuple(Made("", sum(of_one, Decimal(0)), currency) for currency, of_one in each)


def _rows(accepted: AcceptedRows) -> list[AmountRow]:
    """The rows that could be accepted, and those that only a cell refuses."""
    table = accepted.table
    money = (one for one in accepted.conversions if accepted.kind.by_name[one.rule.fields[0]].type.is_money)
    one = next((one for one in money if one.rule.columns), None)
    if one is None or table.ask("SELECT count(*) FROM cells")[0][0] > _MOST:
        return []
    named = accepted.kind.by_name[one.rule.fields[0]]
    spelt = f"nullif({one.expressions[named.name]}, '')::DECIMAL(38, 4)"
    amount = one.number if isinstance(one, ColumnConversion) else spelt
    found = table.ask(
        f"SELECT {ROW}, {amount} AS v, {one.expressions[named.shown.currency or '']}, {count_filled(table.names)}, "
        f"{ROW} IN (SELECT {ROW} FROM refusals WHERE col = -1), {ROW} IN (SELECT {ROW} FROM refusals) "
        f"FROM cells {one.join} ORDER BY {ROW}"
    )
    rows: list[AmountRow] = []
    gap = False
    for row, value, currency, filled, is_set_aside, is_refused in found:
        gap = gap or is_set_aside
        if value is not None and not is_set_aside:
            rows.append(AmountRow(row, Decimal(value), currency, filled, gap, is_refused))
            gap = False
    return rows
