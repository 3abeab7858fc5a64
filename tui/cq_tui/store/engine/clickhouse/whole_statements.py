"""What differs about whole statements: how their rows stand, what is unnested, sorted and selected under which name."""

from sqlglot import exp

from cq_tui.query.columns import POSITION
from cq_tui.store.engine.clickhouse.lookups import join_lookups
from cq_tui.store.engine.clickhouse.spelling import PREDICATES


def prepared(tree: exp.Expr) -> exp.Expr:
    """What is about whole statements: flags among what is selected, several lists unnested beside each other."""
    lookups = 0
    for select in list(tree.find_all(exp.Select)):
        _unnest_together(select)
        _order_by_what_is_selected(select)
        _tell_a_column_called_all(select)
        lookups = join_lookups(select, lookups)
        for one in select.expressions:
            _tell_flag(one)
    _in_order_of_files(tree.expression if isinstance(tree, exp.Create | exp.Insert) else tree)
    return tree


def _tell_a_column_called_all(select: exp.Select) -> None:
    """A column of that name is the table's: ClickHouse takes it for the word even in quotation marks."""
    source = select.args.get("from_")
    for clause in filter(None, (select.args.get("order"), select.args.get("group"))):
        for key in clause.expressions:
            column = key.this if isinstance(key, exp.Ordered) else key
            if source is not None and isinstance(column, exp.Column) and not column.table:
                named = column.this
                if named.args.get("quoted") and column.name.lower() == "all":
                    column.set("table", exp.to_identifier(source.this.alias_or_name, quoted=True))


_CHANGE_ORDER = ("order", "group", "distinct", "having", "qualify")


def _in_order_of_files(tree: exp.Expr) -> None:
    """Rows of a kind that nobody sorts stand in the order of the files, as they do in DuckDB by themselves.

    Where the first ones are asked for, those are the first of the files: the server's threads find others before them.
    """
    if isinstance(tree, exp.Subquery):
        _in_order_of_files(tree.this)
        return
    if isinstance(tree, exp.SetOperation):
        for side in (tree.this, tree.expression):
            if isinstance(side, exp.Subquery) and side.this.args.get("limit"):
                _in_order_of_files(side)
        return
    while isinstance(tree, exp.Select) and not any(tree.args.get(name) for name in _CHANGE_ORDER):
        source = tree.args["from_"].this if tree.args.get("from_") else None
        if isinstance(source, exp.Subquery):
            tree = source.this
            continue
        if not isinstance(source, exp.Table) or source.name.startswith("_") or any(map(_adds_up, tree.expressions)):
            return
        tree = tree.order_by(exp.column(POSITION, table=source.alias_or_name, quoted=True), copy=False)


_ADD_UP = ("count", "sum", "min", "max", "bool_or", "list")


def _adds_up(one: exp.Expr) -> bool:
    """Whether all rows become one."""
    calls = one.find_all(exp.Anonymous)
    return any(call.name.lower() in _ADD_UP and not call.find_ancestor(exp.Window) for call in calls)


def _tell_flag(one: exp.Expr) -> None:
    """Yes or no as such, and not as a number."""
    inner = one.this if isinstance(one, exp.Alias) else one
    if is_flag(inner):
        inner.replace(exp.Cast(this=inner.copy(), to=exp.DataType(this=exp.DType.BOOLEAN)))


_FLAGS = (exp.Connector, exp.Not, exp.Predicate, exp.Boolean)


def is_flag(one: exp.Expr | None) -> bool:
    """Whether an expression says yes or no, which ClickHouse tells as 1 or 0."""
    match one:
        case exp.Paren():
            return is_flag(one.this)
        case exp.Anonymous():
            name = one.name.lower()
            return name in PREDICATES or (name == "coalesce" and any(map(is_flag, one.expressions)))
        case exp.Filter():
            return is_flag(one.this)
        case exp.Case():
            return any(is_flag(branch.args.get("true")) for branch in one.args.get("ifs", ()))
    return isinstance(one, _FLAGS) and not isinstance(one, exp.Subquery | exp.Select)


def _unnest_together(select: exp.Select) -> None:
    """Lists that are unnested in one SELECT go side by side; here each would be joined with each."""
    found: dict[str, exp.Expr] = {}
    calls: list[exp.Anonymous] = []
    for one in select.expressions:
        inner = one.this if isinstance(one, exp.Alias) else one
        if isinstance(inner, exp.Anonymous) and inner.name.lower() in ("unnest", "generate_subscripts"):
            calls.append(inner)
            made = inner if inner.name.lower() == "generate_subscripts" else inner.expressions[0]
            found.setdefault(made.sql(), made)
    if len(found) < 2:
        return
    zipped = exp.Anonymous(this="_zipped", expressions=[one.copy() for one in found.values()])
    places = list(found)
    for call in calls:
        made = call if call.name.lower() == "generate_subscripts" else call.expressions[0]
        place = exp.Literal.number(places.index(made.sql()) + 1)
        call.replace(exp.Anonymous(this="_one_of", expressions=[zipped.copy(), place]))


def _order_by_what_is_selected(select: exp.Select) -> None:
    """Rows are sorted by what is selected under a name, and not by a column that is called so: by its place."""
    order = select.args.get("order")
    places = {one.alias: place for place, one in enumerate(select.expressions, 1) if isinstance(one, exp.Alias)}
    if order is None or not places or any(isinstance(one, exp.Star) for one in select.expressions):
        return
    for key in order.expressions:
        column = key.this
        if isinstance(column, exp.Column) and not column.table and column.name in places:
            column.replace(exp.Literal.number(places[column.name]))
