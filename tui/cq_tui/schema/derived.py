"""Fields that are asked and shown and never stored: a record's period, the countries of whom it refers to, what follows
from its history.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cq_tui.schema.field import Dated, Field, Through, shown
from cq_tui.values.codes import Basis, CodeTable, Precision
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.periods import Size
from cq_tui.values.types.code import Code
from cq_tui.values.types.count import Year
from cq_tui.values.types.day import Date
from cq_tui.values.types.flag import Flag
from cq_tui.values.types.lists import ListOf
from cq_tui.values.types.period import Period

if TYPE_CHECKING:
    from cq_tui.schema.beside import Beside
    from cq_tui.schema.history import History

ORGANISATIONS = "organisations"
_COUNTRY, _BASIS = "country", "country_basis"


def year(fields: Sequence[Field], event: Field | None) -> tuple[Field, ...]:
    """The year of the record's own day or else of its event's; none where the kind has a year, or no days."""
    days = [one for one in fields if one.type.is_day]
    sources = (*days, event) if event else tuple(days)
    if not sources or any(one.name == "year" for one in fields):
        return ()
    return (Field("year", Year(), shown("年份", "Year"), dated=Dated(Size.YEAR, sources)),)


def shorter_periods(fields: Sequence[Field]) -> tuple[Field, ...]:
    """The quarter and the month of what the year is of; each where no field is called so already."""
    dated = next((one.dated for one in fields if one.dated), None)
    if dated is None:
        return ()
    taken = set(_names(fields))
    found = (
        Field("quarter", Period(Size.QUARTER), shown("季度", "Quarter"), dated=dated._replace(size=Size.QUARTER)),
        Field("month", Period(Size.MONTH), shown("月份", "Month"), dated=dated._replace(size=Size.MONTH)),
    )
    return tuple(one for one in found if not taken & set(_names([one])))


def converted(beside: "Beside", money: Field, named: Sequence[Field]) -> tuple[Field, ...]:
    """The amount in another currency, by which rate of which day, and why it is not known; names that are taken go.

    It is as exact as the amount itself, and judged where that is, or the day of its rate.
    """
    from cq_tui.values.reference_rates import NoRate
    from cq_tui.values.types.converted import Converted, Rate

    currency, name = beside.currency, beside.currency.lower()
    why, basis = f"{name}_no_rate", f"{name}_basis"
    amount = shown(
        f"折合{currency}", f"In {currency}", column=3, absent=("-", "-"), why=why, basis=basis, bound=money.shown.bound
    )
    found = (
        Field(f"amount_in_{name}", Converted(currency), amount, follows=beside.follows("amount")),
        Field(f"{name}_rate", Rate(), shown(f"{currency}汇率", f"{currency} rate"), follows=beside.follows("rate")),
        Field(
            f"{name}_rate_date", Date(), shown(f"{currency}汇率日期", f"{currency} rate date"),
            follows=beside.follows("rate_day"),
        ),
        Field(
            basis, Code(CodeTable(Basis)), shown(f"{currency}折算依据", f"{currency} basis"),
            follows=beside.follows("basis"),
        ),
        Field(
            why, Code(CodeTable(NoRate)), shown(f"无{currency}汇率的原因", f"No {currency} rate"),
            follows=beside.follows("why"),
        ),
    )  # fmt: skip
    taken = set(_names(named))
    return tuple(one for one in found if not taken & set(_names([one])))


def countries(fields: Sequence[Field], references: Sequence[tuple[Field, Field | None]]) -> tuple[Field, ...]:
    """The countries of the organisations that a record refers to, and whether one of them is our judgement.

    None where the kind says countries itself, in whatever field: what a record states is not to be mixed up with what
    follows from its links.
    """
    links = tuple(one for one in references if (one[1] or one[0]).shown.to == ORGANISATIONS)
    if not links or any(one.codes is COUNTRIES for one in fields):
        return ()
    several = len(links) > 1 or links[0][0].is_list
    code = Code(COUNTRIES)
    column = (
        6 if any(field.shown.column for field, _part in links) else 0
    )  # a list that names them tells their countries
    label = shown("国家", "Country", "国别", codes=COUNTRIES, column=column, basis=_BASIS, widest=16)
    found = (
        Field(_COUNTRY, ListOf(code) if several else code, label, through=Through(_COUNTRY, links)),
        Field(_BASIS, Code(CodeTable(Basis)), shown("国家依据", "Country basis"), through=Through(_BASIS, links)),
    )
    taken = set(_names(fields))
    return () if taken & set(_names(found)) else found


def over_time(rule: "History", fields: Sequence[Field]) -> tuple[Field, ...]:
    """Since when a record has its stage, when it was told of last, whether it is overdue.

    A name that the archive has given to a field of its own stays that field's.
    """
    from cq_tui.schema.history import LastTold, Overdue, Since
    from cq_tui.values.types.since import FromDay

    precision = Code(CodeTable(Precision))
    found = (
        Field(
            "since", FromDay("since_precision"),
            shown("现阶段始于", "Stage reached", "始于", precision="since_precision"), follows=Since(),
        ),
        Field("since_precision", precision, shown("始于精度", "Exactness of since"), follows=Since(precise=True)),
        Field(
            "last_told", Date("last_told_precision"),
            shown("最近消息", "Last told", precision="last_told_precision"), follows=LastTold(),
        ),
        Field(
            "last_told_precision", precision, shown("最近消息精度", "Exactness of last told"),
            follows=LastTold(precise=True),
        ),
        Field("overdue", Flag(), shown("逾期", "Overdue", "超期"), follows=Overdue(rule)),
    )  # fmt: skip
    taken = set(_names(fields))
    return tuple(one for one in found if not taken & set(_names([one])))


def _names(fields: Sequence[Field]) -> Iterator[str]:
    for one in fields:
        yield from (name.casefold() for name in (one.name, one.label.zh, one.label.en, *one.shown.aliases))
