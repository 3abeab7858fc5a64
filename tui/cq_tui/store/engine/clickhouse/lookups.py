"""Look-ups of other records, ``(SELECT ... WHERE other.id = mine)``, as joins.

ClickHouse knows such a statement within a statement, but neither in a group nor in an order, and not with lists. What
is looked up is one value for each key, so that a left join gives the same.
"""

from collections.abc import Iterator

from sqlglot import exp

from cq_tui.query.columns import POSITION

KEY, VALUE = "_key_", "_found_"
"""What the columns of such a join are called, with a number behind."""


def join_lookups(select: exp.Select, number: int) -> int:
    """Put the look-ups of a SELECT into joins; returns the number for the next one. ``number``: of the first."""
    if select.args.get("from_") is None:
        return number
    joined: dict[str, int] = {}
    for subquery in list(_scalars(select)):
        text = subquery.sql()
        if text not in joined:
            join = _of_list(subquery, select, number) or _of_key(subquery, number)
            if join is None:
                continue
            select.append("joins", join)
            joined[text] = number
            number += 1
        subquery.replace(exp.column(f"{VALUE}{joined[text]}"))
    return number


def _scalars(select: exp.Select) -> Iterator[exp.Subquery]:
    """The statements within that stand for a value, none of those that stand within another one."""
    clauses = [
        *select.expressions,
        *(select.args.get(name) for name in ("where", "group", "having", "qualify", "order")),
    ]
    for clause in filter(None, clauses):
        for node in clause.walk(prune=lambda one: isinstance(one, exp.Query)):
            if isinstance(node, exp.Subquery) and not isinstance(node.parent, exp.In | exp.From | exp.Join):
                yield node


def _of_key(subquery: exp.Subquery, number: int) -> exp.Join | None:
    """One value of one record: ``SELECT value FROM others WHERE key = mine``."""
    inner = subquery.this
    where = inner.args.get("where") if isinstance(inner, exp.Select) else None
    if where is None or not isinstance(where.this, exp.EQ) or inner.args.get("joins"):
        return None
    key, mine = where.this.this, where.this.expression
    rows = inner.copy()
    rows.set("where", None)
    [value] = rows.expressions
    rows.set("expressions", [_named(key, KEY, number), _named(value, VALUE, number)])
    if isinstance(value, exp.Anonymous) and value.name.lower() == "min":
        rows.set("group", exp.Group(expressions=[exp.Literal.number(1)]))
    return _join(rows, mine.copy(), number)


def _of_list(subquery: exp.Subquery, select: exp.Select, number: int) -> exp.Join | None:
    """What is made of those that a list leads to: ``SELECT made FROM (SELECT unnest(mine) AS id) JOIN others``."""
    inner = subquery.this
    source = inner.args.get("from_") if isinstance(inner, exp.Select) else None
    entries = source.this.this if source is not None and isinstance(source.this, exp.Subquery) else None
    if not isinstance(entries, exp.Select) or entries.args.get("from_") is not None:
        return None
    rows = inner.copy()
    [value] = rows.expressions
    within = rows.args["from_"].this.this
    within.set("from_", select.args["from_"].copy())
    within.append("expressions", exp.alias_(_position(select), POSITION))
    rows.set("expressions", [_named(exp.column(POSITION), KEY, number), _named(value, VALUE, number)])
    rows.set("group", exp.Group(expressions=[exp.Literal.number(1)]))
    return _join(rows, _position(select), number)


def _position(select: exp.Select) -> exp.Column:
    """The position of the records of a SELECT, whatever stands beside them."""
    return exp.column(POSITION, table=select.args["from_"].this.alias_or_name or None, quoted=True)


def _named(value: exp.Expr, name: str, number: int) -> exp.Expr:
    return exp.alias_(value.copy(), f"{name}{number}")


def _join(rows: exp.Select, mine: exp.Expr, number: int) -> exp.Join:
    on = exp.EQ(this=mine, expression=exp.column(f"{KEY}{number}"))
    found = exp.Subquery(this=rows, alias=exp.TableAlias(this=exp.to_identifier(f"_lookup_{number}")))
    return exp.Join(this=found, side="LEFT", kind="ANY", on=on)
