"""The models' rules as SQL conditions: which rows pydantic would refuse. A property test holds both together."""

from cq_tui.schema.kind import Kind
from cq_tui.schema.record import money_pairs
from cq_tui.values.sql import Sql, any_of, identifier
from cq_tui.values.types.parts import sql_refused


def refused(kind: Kind) -> Sql:
    """Whether a row of typed values, as a file gives them, is no record of the kind."""
    conditions = [one for field in kind.fields for one in sql_refused(field, identifier(field.name))]
    for amount, currency in money_pairs(kind.model):
        conditions.append(f"({identifier(amount)} IS NULL) <> ({identifier(currency)} IS NULL)")
    return any_of(conditions)
