"""Why something is refused, as a value: a code and what it is about. Words are made of it where it is shown.

So a reason can be kept, counted and compared, whatever the language, and is told in the one that is chosen later.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import Any, Self

from cq_tui.language import N_, Label, _, listed, sentences
from cq_tui.values.amounts import Amount

Parameter = str | Label | Amount | tuple[str, ...]
"""What a sentence is filled with: a text, words in both languages, an amount, or texts told one after the other."""


class Code(Enum):
    """A kind of reason; its value is the English sentence, which is translated when it is shown."""


class Unread(Code):
    """Why a text is no value."""

    NOT_A_NUMBER = N_("is not a number")
    A_RANGE = N_("is a range; one number is needed")
    NO_ONE_NUMBER = N_("says roughly how much, and no number")
    NOT_STATED = N_("says that it is not stated")
    TOO_LARGE = N_("is larger than any amount")
    SEPARATORS = N_("has separators that can't be told apart")
    TWO_CURRENCIES = N_("names two currencies: {names}")
    NOT_A_DATE = N_("is not a date such as 2025-11-19, 2025-11 or 2025")
    NO_FIXED_DAY = N_("says that no day is fixed")
    DAY_OR_MONTH = N_("can be day and month or month and day")
    JANUARY_OR_OCTOBER = N_("can be January, or October whose zero was cut off")
    NOT_A_YEAR = N_("is not a year")
    NOT_A_MONTH = N_("is not a month")
    NOT_A_DAY = N_("is not a day")
    NOT_IN_THE_CALENDAR = N_("is not a day of the calendar")
    OTHER = "{text}"


@dataclass(frozen=True, slots=True)
class Reason:
    """A code by its name, the English sentence, and what fills it; ``near``: what may have been meant."""

    code: str
    sentence: str
    parameters: tuple[tuple[str, Parameter], ...] = ()
    near: str = ""

    @classmethod
    def of(cls, code: Code, near: str = "", **parameters: object) -> Self:
        """A reason; numbers among its parameters are told as they are."""
        given = (
            (name, one if isinstance(one, str | Label | Amount | tuple) else str(one))
            for name, one in parameters.items()
        )
        return cls(code.name, code.value, tuple(given), near)

    def __str__(self) -> str:
        words = _(self.sentence)
        if self.parameters:
            words = words.format(**{name: _word(one) for name, one in self.parameters}).lstrip()
        return sentences(words, _("Did you mean {name}?").format(name=self.near)) if self.near else words

    def is_(self, code: Code) -> bool:
        """Whether it is of that kind."""
        return self.code == code.name

    def without(self, name: str) -> Self:
        """The same reason, of which one parameter is not told: it stands before it already."""
        left = tuple((one, "" if one == name else value) for one, value in self.parameters)
        return replace(self, parameters=left)

    def dump(self) -> str:
        """The reason as a text that ``load`` takes back; for tables that hold texts."""
        given = {name: _dumped(one) for name, one in self.parameters}
        return json.dumps([self.code, self.sentence, given, self.near], ensure_ascii=False)

    @classmethod
    def load(cls, text: str) -> Self:
        """A reason that was dumped."""
        code, sentence, given, near = json.loads(text)
        return cls(code, sentence, tuple((name, _loaded(one)) for name, one in given.items()), near)


class ReasonError(ValueError):
    """A value is refused; its text is the reason in the language in force."""

    def __init__(self, reason: Reason) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return str(self.reason)


def refused(code: Code, near: str = "", **parameters: object) -> ReasonError:
    """The error to raise for a reason."""
    return ReasonError(Reason.of(code, near, **parameters))


def reason_of(error: ValueError) -> Reason:
    """The reason of any ValueError."""
    return error.reason if isinstance(error, ReasonError) else Reason.of(Unread.OTHER, text=str(error))


def _word(one: Parameter) -> str:
    return listed(one) if isinstance(one, tuple) and not isinstance(one, Amount) else str(one)


def _dumped(one: Parameter) -> Any:
    if isinstance(one, Label):
        return {"zh": one.zh, "en": one.en}
    return {"value": str(one.value), "currency": one.currency} if isinstance(one, Amount) else one


def _loaded(one: str | dict[str, str] | Iterable[str]) -> Parameter:
    if isinstance(one, str):
        return one
    if isinstance(one, dict):
        return Amount(Decimal(one["value"]), one["currency"]) if "value" in one else Label(**one)
    return tuple(one)
