"""All amounts of a store in one more currency, at the rate of each record's day: a table for each kind."""

from collections.abc import Sequence
from dataclasses import replace

from cq_tui.query.columns import POSITION, day_basis_of, day_of
from cq_tui.schema.beside import Beside
from cq_tui.schema.kind import Kind, Money
from cq_tui.store.store import Store
from cq_tui.values.codes import Basis
from cq_tui.values.reference_rates import NoRate, ReferenceRates
from cq_tui.values.sql import Sql, identifier, literal


def put_beside(store: Store, currency: str) -> None:
    """Have the kinds with amounts tell them in a currency, too.

    The day is the record's own, or else that of its event. Raises RatesError where there are no rates, and QueryError.
    """
    rates = ReferenceRates(currency)
    kinds = [(kind, kind.money) for kind in store.schema.values() if kind.money is not None]
    store.take_kinds([replace(kind, beside=_table(store, kind, money, rates)) for kind, money in kinds])


def take_away(store: Store) -> None:
    """Have them tell their own alone."""
    store.take_kinds([replace(kind, beside=None) for kind in store.schema.values() if kind.beside])


def _table(store: Store, kind: Kind, money: Money, rates: ReferenceRates) -> Beside:
    """Make the table of a kind; the rates are asked for each pair of a currency and a day once."""
    own = (
        f"SELECT {POSITION} AS position, {identifier(money.amount)} AS amount, "
        f"{identifier(money.currency)} AS currency, {day_of(kind, exact=True)} AS day, "
        f"{day_of(kind, exact=False)} AS about, {_is_judged(kind, money)} AS judged, "
        f"coalesce({day_basis_of(kind)} = '{Basis.INFERRED.value}', false) AS day_judged "
        f'FROM "{kind.name}" WHERE {identifier(money.amount)} IS NOT NULL'
    )
    pairs = store.ask(f"SELECT DISTINCT currency, day FROM ({own}) WHERE day IS NOT NULL ORDER BY ALL")
    found = list(rates.of(pairs))
    columns: Sequence[list[object]] = [list(column) for column in zip(*found, strict=True)] or [[], [], [], [], []]
    types = ("VARCHAR", "DATE", "DECIMAL(38, 12)", "DATE", "VARCHAR")
    names = ("currency", "day", "rate", "rate_day", "why")
    asked = ", ".join(f"unnest(?::{type_}[]) AS {name}" for type_, name in zip(types, names, strict=True))
    name = f"_{kind.name}_in_{rates.into.lower()}"
    store.ask(f"CREATE OR REPLACE TABLE {identifier(name)} AS {_converted(own, asked, rates.into)}", columns)
    return Beside(rates.into, name, POSITION)


def _is_judged(kind: Kind, money: Money) -> Sql:
    basis = kind.by_name[money.amount].shown.basis
    return f"{identifier(basis)} = '{Basis.INFERRED.value}'" if basis else "false"


def _converted(own: Sql, rates: Sql, into: str) -> Sql:
    """An amount in the currency itself is that amount, whatever its day."""
    same = f"own.currency = {literal(into)}"
    why = (
        f"CASE WHEN {same} OR rate IS NOT NULL THEN NULL WHEN about IS NULL THEN {literal(NoRate.NO_DAY)} "
        f"WHEN own.day IS NULL THEN {literal(NoRate.PART_OF_DAY)} ELSE why END"
    )
    amount = f"CASE WHEN {same} THEN amount ELSE round(amount::DOUBLE * rate::DOUBLE, 2)::DECIMAL(38, 4) END"
    judged = f"judged OR (day_judged AND NOT {same})"
    basis = (
        f"CASE WHEN rate IS NULL AND NOT {same} THEN NULL WHEN {judged} THEN {literal(Basis.INFERRED.value)} "
        f"ELSE {literal(Basis.STATED.value)} END"
    )
    return (
        f"SELECT position, {basis} AS basis, {amount} AS amount, "
        f"CASE WHEN {same} THEN 1 ELSE rate END::DECIMAL(38, 12) AS rate, "
        f"CASE WHEN NOT {same} THEN rate_day END AS rate_day, {why} AS why "
        f"FROM ({own}) AS own LEFT JOIN (SELECT {rates}) AS rates USING (currency, day) ORDER BY position"
    )
