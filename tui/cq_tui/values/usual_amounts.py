"""What most amounts of a long list are: digits with a decimal point, grouped by commas or not, maybe behind a sign."""

from decimal import Decimal

from cq_tui.values.expressions import later
from cq_tui.values.sql import Sql, literal

_SIGNS = {"$": "$", "€": "EUR", "£": "GBP"}
"""A bare $ is of whatever dollars the list is in."""
_WHOLE, _DECIMALS = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,12})", r"(?:\.[0-9]{1,4})?"
_PATTERN = f"([{''.join(_SIGNS)}]?) ?({_WHOLE}{_DECIMALS})"
_USUAL = later(rf"([{''.join(_SIGNS)}]?) ?({_WHOLE}(?:\.[0-9]{{1,16}})?)")
"""With as many decimals as a computed cell has; the engine takes four."""
_NUMBER_TYPE = "DECIMAL(25, 4)"
"""Holds 12 digits and four decimals, and leaves room to be counted in trillions."""


class UsualAmounts:
    """Amounts that are read at once: by Python before it looks for all other ways, by the engine a column at a time."""

    @staticmethod
    def read(text: str) -> tuple[Decimal, str] | None:
        """The number and its currency, empty where there is no sign; None for all other texts."""
        match = _USUAL.fullmatch(text)
        return (Decimal(match[2].replace(",", "")), _SIGNS.get(match[1], "")) if match else None

    @staticmethod
    def sql_is_usual(text: Sql) -> Sql:
        """Whether ``read`` reads a text."""
        return f"regexp_full_match({text}, {literal(_PATTERN)})"

    @staticmethod
    def sql_number(text: Sql) -> Sql:
        """The number of a usual text."""
        return f"TRY_CAST(translate({text}, {literal(', ' + ''.join(_SIGNS))}, '') AS {_NUMBER_TYPE})"

    @staticmethod
    def sql_has_sign(text: Sql) -> Sql:
        """Whether a usual text names its currency."""
        return f"left({text}, 1) IN ({', '.join(map(literal, _SIGNS))})"

    @staticmethod
    def sql_has_dollar(text: Sql) -> Sql:
        """Whether a usual text has a bare $."""
        return f"left({text}, 1) = '$'"

    @staticmethod
    def sql_currency(text: Sql, otherwise: str) -> Sql:
        """The currency of a usual text; ``otherwise`` where there is no sign, or a bare $, which may be of that one."""
        signs = " ".join(f"WHEN {literal(sign)} THEN {literal(code)}" for sign, code in _SIGNS.items() if sign != code)
        return f"CASE left({text}, 1) {signs} ELSE {literal(otherwise)} END"
