"""Names that look like what fills the place of one, and come often: ``Xyz`` in 30 rows, and among numbers as well."""

import re
from collections.abc import Iterator, Mapping, Sequence
from shlex import quote

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.convert.convert_column import ColumnConversion
from cq_tui.importing.convert.per_column import PerColumnConversion
from cq_tui.importing.recognise.maps.mapping import TABLE_OF_NAMES
from cq_tui.importing.recognise.parties.authority_cells import is_authority
from cq_tui.importing.recognise.parties.body_cells import is_body
from cq_tui.importing.review.facts import Unlike
from cq_tui.importing.review.line import short
from cq_tui.importing.sources.import_table import ROW
from cq_tui.language import N_
from cq_tui.values.clean import clean_line
from cq_tui.values.languages import is_chinese
from cq_tui.values.reasons import Code, Reason
from cq_tui.values.sql import literal

_LONGEST, _LONGEST_IN_CHINESE = 15, 4
_OFTEN, _TIMES = 3, 3
"""In so many rows at least, and so many times as many as the others have in the middle, a name comes often."""
_MOSTLY, _LEAST, _LOOKED_AT = 0.7, 4, 500
"""The share of the other names that say what they are, how many there must be, and how many are looked at."""
_TOLD, _BARE, _ROWS = 5, 2, 200_000
"""So many names are told of, so many in brackets, and so many rows are searched for them in other columns."""
_SEVERAL = 3
"""In so many other columns whatever they hold; in one of numbers or days alone."""
_BRACKETS = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")


class LikelyFiller(Code):
    """Why a name may be none, each with what leaves it out."""

    IN_BRACKETS = N_(
        "{column}: {first}, in {rows} of {filled} rows, stands in brackets alone: is it a name? {setting} leaves it out"
    )
    ELSEWHERE = N_(
        "{column}: {first}, in {rows} of {filled} rows, stands in other columns, too, such as {other}: is it a name? "
        "{setting} leaves it out"
    )
    MOST = N_(
        "{column}: {first}, in {rows} of {filled} rows, is one word among names that say what they are: is it a name? "
        "{setting} leaves it out"
    )


def likely_fillers(
    accepted: AcceptedRows, headers: Sequence[str], column: str, rows: Mapping[str, int], filled: int
) -> Iterator[Unlike]:
    """What is told of such names. ``rows``: those of each name of the column, of which ``filled`` name somebody."""
    bare = [name for name in rows if _BRACKETS.fullmatch(name) and not is_body(name)]
    short_ones = [name for name, count in rows.items() if count > 1 and _is_short(name) and name not in bare]
    often = sorted(short_ones, key=lambda name: -rows[name])[:_TOLD]
    elsewhere = _elsewhere(accepted, headers, often) if often else {}
    found = [(name, LikelyFiller.IN_BRACKETS) for name in sorted(bare, key=lambda name: -rows[name])[:_BARE]]
    for name in often:
        if name in elsewhere:
            found.append((name, LikelyFiller.ELSEWHERE))
        elif _heads(name, rows):
            found.append((name, LikelyFiller.MOST))
    for name, code in found:
        more = {"other": f'"{short(elsewhere[name])}"'} if code is LikelyFiller.ELSEWHERE else {}
        yield _told(code, column, name, rows=f"{rows[name]:,}", filled=f"{filled:,}", **more)


def _told(code: LikelyFiller, column: str, name: str, **more: str) -> Unlike:
    setting = f"--set {quote(f'{TABLE_OF_NAMES}.{clean_line(name)}=-')}"
    first = f'"{short(clean_line(name))}"'
    reason = Reason.of(code, column=short(column), first=first, setting=setting, **more)
    return Unlike(reason, important=True)


def _is_short(name: str) -> bool:
    """Whether a name is one short word that does not say what it is, and no letters that stand for several words."""
    if len(name.split()) > 1 or is_body(name) or is_authority(name) or not any(map(str.isalpha, name)):
        return False
    if is_chinese(name):
        return len(name) <= _LONGEST_IN_CHINESE
    return len(name) <= _LONGEST and not (name.isupper() and name.isalpha())


def _heads(name: str, rows: Mapping[str, int]) -> bool:
    """Whether a name comes far more often than the others, of which most say that they are organisations."""
    others = [one for one in rows if one != name and not _is_short(one)][:_LOOKED_AT]
    if len(others) < _LEAST or rows[name] < max(_OFTEN, _TIMES * sorted(rows[one] for one in others)[len(others) // 2]):
        return False
    if rows[name] < max(rows.values()):
        return False
    every = [one for one in rows if one != name][:_LOOKED_AT]
    return sum(map(is_body, every)) >= _MOSTLY * len(every)


def _elsewhere(accepted: AcceptedRows, headers: Sequence[str], names: list[str]) -> dict[str, str]:
    """The names that also stand in a column of numbers or days, or in several others; each with the first of those."""
    found: dict[str, list[int]] = {}
    sure: dict[str, int] = {}
    listed = ", ".join(map(literal, names))
    parties = {place for one in accepted.conversions if _is_of_names(accepted, one) for place in one.rule.columns}
    cells = {place: cell for place, cell in enumerate(accepted.table.names) if place not in parties}
    if not cells:
        return {}
    each = ", ".join(  # in one statement, for a list may have many columns
        f"list(DISTINCT {cell}) FILTER ({cell} IN ({listed})), "
        f"2 * count(*) FILTER ({cell} NOT IN ({listed}) AND regexp_matches({cell}, '\\d')) > "
        f"count(*) FILTER ({cell} <> '' AND {cell} NOT IN ({listed}))"
        for cell in cells.values()
    )
    told = accepted.table.ask(f"SELECT {each} FROM cells WHERE {ROW} < {_ROWS}")[0]
    for place, met, of_numbers in zip(cells, told[::2], told[1::2], strict=True):
        for name in met or ():
            found.setdefault(name, []).append(place)
            if of_numbers:
                sure.setdefault(name, place)
    several = {name: places[0] for name, places in found.items() if len(places) >= _SEVERAL}
    return {name: headers[place] for name, place in (several | sure).items() if place < len(headers)}


def _is_of_names(accepted: AcceptedRows, one: ColumnConversion | PerColumnConversion) -> bool:
    return accepted.kind.by_name[one.rule.fields[0]].type.refers_to == TABLE_OF_NAMES
