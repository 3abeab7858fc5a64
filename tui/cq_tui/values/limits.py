"""What a value must keep to beside its type, as SQL conditions. The models' annotations say the same to pydantic."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from cq_tui.values.sql import Sql, full_match


@dataclass(frozen=True, slots=True)
class NotZero:
    """Marks a number that is never 0; the model says so to pydantic by a function beside it."""

    not_zero: bool = True


class Limits(NamedTuple):
    """Bounds of a value, or of each entry of a list; None where there is none.

    ``shortest`` and ``longest`` count characters; a number or a day is more than ``gt``, ``ge`` or more, less
    than ``lt``, and not 0 where ``not_zero``. ``stripped``: blanks around a text are taken off before it is judged.
    """

    pattern: str | None = None
    shortest: int | None = None
    longest: int | None = None
    gt: Any = None
    ge: Any = None
    lt: Any = None
    stripped: bool = False
    not_zero: bool = False

    def text_keywords(self) -> dict[str, Any]:
        """What a text keeps to, as JSON Schema and Table Schema say it."""
        found = {"pattern": self.pattern, "minLength": self.shortest, "maxLength": self.longest}
        return {name: limit for name, limit in found.items() if limit is not None}

    def number_keywords(self) -> dict[str, Any]:
        """What a number keeps to, as JSON Schema and Table Schema say it."""
        found = {"exclusiveMinimum": self.gt, "minimum": self.ge, "exclusiveMaximum": self.lt}
        return {name: int(limit) for name, limit in found.items() if limit is not None}

    def sql_text_refused(self, value: Sql) -> list[Sql]:
        """The conditions under which a text does not keep to them."""
        found = []
        if self.pattern is not None:
            found.append(f"NOT {full_match(value, self.pattern)}")
        if self.shortest is not None:
            found.append(f"length({value}) < {self.shortest}")
        if self.longest is not None:
            found.append(sql_longer(value, self.longest))
        return found

    def sql_out_of_range(self, value: Sql, cast: str = "") -> list[Sql]:
        """The conditions under which a number or a day lies outside; ``cast`` makes a day of a literal's text."""
        bounds = (("<=", self.gt), ("<", self.ge), (">=", self.lt))
        found = [(sign, f"'{limit}'::{cast}" if cast else limit) for sign, limit in bounds if limit is not None]
        zero = [f"{value} = 0"] if self.not_zero else []
        return [*(f"{value} {sign} {limit}" for sign, limit in found), *zero]


NO_LIMITS = Limits()


def sql_longer(text: Sql, longest: int) -> Sql:
    """Whether a text has more characters. Bytes are counted first, for that costs nothing."""
    return f"strlen({text}) > {longest} AND length({text}) > {longest}"
