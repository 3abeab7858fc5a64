"""Rows that say the same but for whom they name in one role: one contract of several suppliers, or several contracts?

Lists of contracts, grants and rounds often have a row for each of several parties, with the amount of the whole in each
of them. Only the owner of a list knows; both sums stand beside the question.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cq_tui.importing.convert.accepted_rows import AcceptedRows
from cq_tui.importing.convert.sums_without import rows_words, sums_with_and_without
from cq_tui.importing.errors import Noticed, Refused
from cq_tui.importing.recognise.columns.id_headers import may_number_somebody, numbers_things
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.asked import Answer, Asked, Question
from cq_tui.importing.recognise.maps.mapping import EACH, ONE, TABLE_OF_ROWS, Mapping, about_of, flat
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.importing.sources.nested import MARK_OF_LISTS
from cq_tui.schema.kind import Kind
from cq_tui.values.reasons import Reason
from cq_tui.values.sql import Sql, literal

_MOST = 1_000_000
"""Rows of a list that are looked at: to set the rows of a larger one against each other takes long."""
_NEARLY = 0.8
"""The share of what would be records that a column has different values for, if it tells records apart."""
_NUMBERED = 0.5
"""The same of a column that is called as numbers are: a contract with several stages has its number in each."""
_WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]{4,}|[A-Z]{5,}|[\u3400-\u9fff\uac00-\ud7a3]{2,}")
"""A word of a header that may say whose the column is: ``titulaire`` of ``titulaire_region_code``."""
_OF_PARTY = 1.1
"""Values of a column of the party's for each party, at most: of a few two are spelt alike."""
_ANY_ROW = "<row>"
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Role:
    """A role: the columns that name who has it, what tells of them, and all others with those of what is paid.

    ``beside``: columns that only their headers say to be of the party, such as its town.
    """

    name: str
    parties: Sequence[int]
    about: Sequence[int]
    rest: Sequence[int]
    money: Sequence[int]
    days: Sequence[int]
    beside: Sequence[int] = ()


def find_rows_of_one(table: ImportTable, header: Header, kind: Kind, mapping: Mapping) -> None:
    """Make the table ``of_one`` of such rows, each with the first of its record, of the role that has most of them."""
    table.run(f"CREATE TABLE of_one ({ROW} BIGINT, first BIGINT, role VARCHAR)")
    if table.loaded > _MOST or mapping.shared_rows == EACH or TABLE_OF_ROWS in kind.by_name:
        return
    best: list[tuple[int, int]] = []
    for role in _roles(table, header, kind, mapping):
        found = _found(table, role) if _tell_apart(table, header, role) else []
        if len(found) > len(best):
            table.run("DELETE FROM of_one")
            table.run(
                "INSERT INTO of_one SELECT unnest(?), unnest(?), ?", [*map(list, zip(*found, strict=True)), role.name]
            )
            best = found


def put_parties_together(table: ImportTable, header: Header, kind: Kind, mapping: Mapping) -> tuple[Reason, ...]:
    """Put the parties of such rows into the first of each, where the mapping says so; returns what is told of it."""
    rows, first, name = table.ask("SELECT count(*), count(DISTINCT first), min(role) FROM of_one")[0]
    if not rows or mapping.shared_rows != ONE:
        return ()
    role = next(one for one in _roles(table, header, kind, mapping) if one.name == name)
    every = f"SELECT {ROW}, first FROM of_one UNION SELECT first, first FROM of_one"
    joined = ", ".join(
        f"string_agg({table.names[at]}, {literal(MARK_OF_LISTS)} ORDER BY {ROW}) AS {table.names[at]}"
        for at in (*role.parties, *role.about)
    )
    beside = "".join(
        f", CASE WHEN count(DISTINCT {cell}) < 2 THEN min({cell}) "
        + f"ELSE string_agg({cell}, '; ' ORDER BY {ROW}) END AS {cell}"
        for cell in (table.names[at] for at in role.beside)
    )
    table.run(
        f"CREATE TABLE names_of_one AS SELECT first, {joined}{beside} "
        f"FROM cells JOIN ({every}) USING ({ROW}) GROUP BY first"
    )
    every_column = (*role.parties, *role.about, *role.beside)
    put = ", ".join(f"{table.names[at]} = one.{table.names[at]}" for at in every_column)
    table.run(f"UPDATE cells SET {put} FROM names_of_one AS one WHERE cells.{ROW} = one.first")
    table.run("DROP TABLE names_of_one")
    table.run(f"INSERT INTO together SELECT {ROW}, first FROM of_one")
    before, after = map(literal, Reason.of(Refused.OF_ONE_RECORD, row=_ANY_ROW).dump().split(_ANY_ROW))
    table.run(f"INSERT INTO refusals SELECT {ROW}, -1, {before} || first || {after} FROM of_one")
    return (
        Reason.of(
            Noticed.OF_ONE_RECORD, count=f"{rows:,}", records=f"{first:,}", columns=_columns(header, role),
            setting=f"--set {TABLE_OF_ROWS}.shared={EACH}",
        ),
    )  # fmt: skip


def question_of_rows_of_one(accepted: AcceptedRows, header: Header, mapping: Mapping) -> Question | None:
    """What is to be asked of such rows that could be accepted; None where there are none."""
    table, is_open = accepted.table, f"{ROW} NOT IN (SELECT {ROW} FROM refusals)"
    rows, row, first, name = table.ask(
        f"SELECT count(*), min({ROW}), arg_min(first, {ROW}), min(role) FROM of_one WHERE {is_open}"
    )[0]
    role = next((one for one in _roles(table, header, accepted.kind, mapping) if one.name == name), None)
    if not rows or role is None:
        return None
    every = table.ask(f"SELECT count(*) FROM cells WHERE {is_open}")[0][0]
    all_, once = sums_with_and_without(accepted, f"SELECT {ROW} FROM of_one")
    has_number = any(_is_numbered(header.names[at]) for at in _keys(table, header, role))
    answers = (
        Answer("shared", ONE, rows_words(every - rows), once, likely=has_number),
        Answer("shared", EACH, rows_words(every), all_),
    )
    about = {"columns": _columns(header, role), "count": f"{rows:,}", "row": f"{row}", "first": f"{first}"}
    return Question(TABLE_OF_ROWS, Asked.ROWS_OF_ONE_RECORD, Reason.of(Asked.ROWS_OF_ONE_RECORD, **about), answers)


def _columns(header: Header, role: _Role) -> str:
    names = [header.names[at] for at in (*role.parties, *role.about, *role.beside)]
    return ", ".join([*names[:_SHOWN], *(["…"] if len(names) > _SHOWN else [])])


def _roles(table: ImportTable, header: Header, kind: Kind, mapping: Mapping) -> Iterator[_Role]:
    places = {name: at for at, name in enumerate(header.names)}
    of_money = {name for name in mapping.fields if name in kind.by_name and kind.by_name[name].type.is_money}
    money = [places[name] for field in of_money for name in mapping.fields[field].columns if name in places]
    days = [
        places[name]
        for field, mapped in mapping.fields.items() if field in kind.by_name and kind.by_name[field].type.is_day
        for name in mapped.columns if name in places
    ]  # fmt: skip
    for mapped in mapping.fields.values() if money else ():
        for role, named in mapped.roles.items():
            columns = [name for name in flat(named) if name in places]
            told = ((name, about_of(what)) for name, what in mapping.columns.items())
            about = [places[name] for name, what in told if what and what.column in columns and name in places]
            parties = [places[name] for name in columns]
            if parties:
                beside = _beside(table, header, mapping, parties, about)
                rest = [at for at in range(len(header.names)) if at not in (*parties, *about, *beside)]
                yield _Role(role, parties, about, rest, money, days, beside)


def _beside(
    table: ImportTable, header: Header, mapping: Mapping, parties: Sequence[int], about: Sequence[int]
) -> list[int]:
    """The columns that no field takes and that are of a party: their headers say so, and each party has one value."""
    taken = {name for mapped in mapping.fields.values() for name in mapped.columns}
    places = {at for at, name in enumerate(header.names) if name not in taken} - {*parties, *about}
    own = {header.names[at] for at in parties}
    mine = {word for name in own for word in _words(name)} - {word for name in taken - own for word in _words(name)}
    of_party = [at for at in sorted(places) if mine & _words(header.names[at])]
    if not of_party:
        return []
    party = _content(table, [*parties, *about])
    each = ", ".join(f"count(DISTINCT md5({party} || chr(31) || {table.names[at]}))" for at in of_party)
    parties_there, *values = table.ask(f"SELECT count(DISTINCT md5({party})), {each} FROM cells")[0]
    return [at for at, different in zip(of_party, values, strict=True) if different <= parties_there * _OF_PARTY]


def _words(header: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(header)}


def _open(table: ImportTable, role: _Role) -> Sql:
    """The rows that may be of one record: they have an amount and a party, and none is a copy of another one."""
    paid = " OR ".join(f"{table.names[at]} <> ''" for at in role.money)
    named = " OR ".join(f"{table.names[at]} <> ''" for at in role.parties)
    return f"({paid}) AND ({named}) AND {ROW} NOT IN (SELECT {ROW} FROM refusals UNION SELECT {ROW} FROM repeated)"


def _content(table: ImportTable, places: Sequence[int]) -> Sql:
    return f"concat_ws(chr(31), {', '.join(table.names[at] for at in places)})"


def _found(table: ImportTable, role: _Role) -> list[tuple[int, int]]:
    content, party = _content(table, role.rest), _content(table, [*role.parties, *role.about])
    each = f"SELECT {ROW}, md5({content}) AS said, lower({party}) AS party FROM cells WHERE {_open(table, role)}"
    several = "count(*) > 1 AND count(DISTINCT party) = count(*)"
    groups = f"SELECT said, min({ROW}) AS first FROM ({each}) GROUP BY said HAVING {several}"
    return table.ask(
        f"SELECT {ROW}, first FROM ({each}) JOIN ({groups}) USING (said) WHERE {ROW} > first ORDER BY {ROW}"
    )


def _is_numbered(header: str) -> bool:
    return numbers_things(header) or may_number_somebody(header)


def _tell_apart(table: ImportTable, header: Header, role: _Role) -> bool:
    return bool(_keys(table, header, role))


def _keys(table: ImportTable, header: Header, role: _Role) -> list[int]:
    """The columns that tell records apart: each record, if such rows are one, hardly shares what they say.

    Those of numbers that are no ids, of amounts and of days are none: grants of one amount on one day are several.
    """
    places = [at for at in role.rest if at not in (*role.money, *role.days)]
    if not places:
        return []
    said = f"md5({_content(table, role.rest)})"  # hash() is the same for one of hundreds of different texts
    rows, groups = table.ask(f"SELECT count(*), count(DISTINCT {said}) FROM cells WHERE {_open(table, role)}")[0]
    if groups < 2 or groups == rows:  # as in most lists: the columns, which take longer, are asked of the others alone
        return []
    each = ", ".join(
        f"count(DISTINCT {cell}), count(*) FILTER (regexp_matches({cell}, '\\pL'))"
        for cell in (table.names[at] for at in places)
    )
    counts = table.ask(f"SELECT {each} FROM cells WHERE {_open(table, role)}")[0]
    found = zip(places, counts[::2], counts[1::2], strict=True)
    return [
        at for at, different, worded in found
        if different >= groups * (_NUMBERED if _is_numbered(header.names[at]) else _NEARLY)
        and (worded * 2 > rows or _is_numbered(header.names[at]))
    ]  # fmt: skip
