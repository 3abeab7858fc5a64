"""The models' rules as SQL conditions: which rows pydantic would refuse. A property test holds both together."""

from cq_tui.model.field import Field, Shape
from cq_tui.model.record import Kind, money_pairs
from cq_tui.model.text import LONGEST
from cq_tui.store.tables.sql import any_of, matches, named, quoted


def refused(kind: Kind) -> str:
    """SQL: whether a row of typed values, as a file gives them, is no record of the kind."""
    conditions = [one for field in kind.fields for one in _wrong(field, named(field.name))]
    for amount, currency in money_pairs(kind.model):
        conditions.append(f"({named(amount)} IS NULL) <> ({named(currency)} IS NULL)")
    return any_of(conditions)


def _wrong(field: Field, value: str) -> list[str]:
    found = [f"{value} IS NULL"] if field.required else []
    if not field.is_list:
        return found + _wrong_value(field, value)
    inside = any_of(["x IS NULL", *_wrong_value(field, "x")])
    return [*found, f"len({value}) > 0 AND len(list_filter({value}, lambda x: {inside})) > 0"]


def _wrong_value(field: Field, value: str) -> list[str]:
    """The conditions under which one value, or one entry of a list, is refused."""
    match field.shape:
        case Shape.TEXT | Shape.TEXTS:
            empty = f"{value}.zh = '' AND {value}.en = ''"
            return [empty, *(_longer(f"{value}.{language}", LONGEST) for language in ("zh", "en"))]
        case Shape.PARTS:
            return [one for part in field.parts for one in _wrong(part, f"{value}.{named(part.name)}")]
        case Shape.CODE | Shape.CODES:
            return [f"NOT regexp_full_match({value}, {quoted('|'.join(field.codes or ()))})"]
    limits, found = field.limits, []
    if limits.pattern is not None:
        found.append(f"NOT {matches(value, limits.pattern)}")
    if limits.shortest is not None:
        found.append(f"length({value}) < {limits.shortest}")
    if limits.longest is not None:
        found.append(_longer(value, limits.longest))
    for sign, limit in (("<=", limits.gt), ("<", limits.ge), (">=", limits.lt)):
        if limit is not None:
            found.append(f"{value} {sign} {quoted(str(limit)) + '::DATE' if field.shape is Shape.DATE else limit}")
    return found


def _longer(text: str, longest: int) -> str:
    """Bytes are counted first, for that costs nothing."""
    return f"strlen({text}) > {longest} AND length({text}) > {longest}"
