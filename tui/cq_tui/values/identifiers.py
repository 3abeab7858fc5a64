"""Identifiers in the one spelling that their scheme has, and judged by it.

The spelling is a rule for Python and for the engine. Check digits are those of python-stdnum, which is imported at the
first identifier of a scheme that it knows. An archive without identifiers loads neither it nor this module.
"""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from types import ModuleType

from cq_tui.language import N_
from cq_tui.values.identifier_rules import ANY, RULES, Rule
from cq_tui.values.reasons import Code, ReasonError, refused
from cq_tui.values.schemes import Scheme
from cq_tui.values.sql import Sql, literal


class Wrong(Code):
    """Why a text is no identifier of its scheme."""

    FORM = N_("{value} does not have the form of: {scheme}")
    CHECK_DIGIT = N_("{value} has a wrong check digit for: {scheme}; one of its characters is not what the source has")
    ROUNDED = N_("{value} was rounded by a spreadsheet, and is no number of: {scheme}")
    COMPONENT = N_("{value} has a part that there is not in: {scheme}")


def compact(scheme: str, text: str) -> str:
    """The one spelling of an identifier. Raises ReasonError where it can't be one of its scheme."""
    found = _rule(scheme).compact(text)
    wrong = Wrong.ROUNDED if is_rounded(text) else why_not(scheme, found)
    if wrong:
        raise refused(wrong, value=f'"{text}"', scheme=next(one.label for one in Scheme if one == scheme))
    return found


_ROUNDED = re.compile(r"\s*\d(?:[.,]\d+)?[eE]\+\d{1,2}\s*")


def is_rounded(text: str) -> bool:
    """Whether a number stands as spreadsheets show long ones, ``3,26E+13``: its last digits are lost."""
    return _ROUNDED.fullmatch(text) is not None


ALIKE: dict[str, tuple[str, ...]] = {
    Scheme.ES_NIF: (Scheme.PT_NIPC,),
    Scheme.VAT: (Scheme.CH_UID,),
    Scheme.NO_BRC: (Scheme.SE_ON,),
    Scheme.SE_ON: (Scheme.NO_BRC,),
}
"""Schemes whose numbers lists call by the name of another one: NIF, UID-Nummer, orgnr."""


def compact_alike(scheme: str, text: str) -> tuple[str, str]:
    """As ``compact``, with the scheme: another one that is called alike, where the number is one of that alone.

    Raises ReasonError where it can't be one of either.
    """
    try:
        return scheme, compact(scheme, text)
    except ReasonError:
        for other in ALIKE.get(scheme, ()):
            found = _rule(other).compact(text)
            if why_not(other, found) is None:
                return str(other), found
        raise


def why_not(scheme: str, found: str) -> Wrong | None:
    """Why what is in the one spelling is no identifier of its scheme; None where it is."""
    rule = _rule(scheme)
    if rule.pattern and not re.fullmatch(rule.pattern, found):
        return Wrong.FORM
    return _judge(rule.check)(found) if rule.check else None


def shown(scheme: str, text: str) -> str:
    """An identifier in its one spelling as people write it."""
    return _rule(scheme).shown(text)


def sql_compact(scheme: Sql, text: Sql) -> Sql:
    """As ``compact``, of what is an identifier; what is none stays none."""
    alike: dict[Rule, list[str]] = {}
    for code, rule in RULES.items():
        alike.setdefault(Rule(steps=rule.steps, dropped=rule.dropped, upper=rule.upper), []).append(literal(code))
    cases = " ".join(f"WHEN {scheme} IN ({', '.join(codes)}) THEN {rule.sql_compact(text)}"
                     for rule, codes in alike.items())  # fmt: skip
    return f"CASE {cases} ELSE {ANY.sql_compact(text)} END"


def _rule(scheme: str) -> Rule:
    """The rule of a scheme; an archive may have schemes of its own."""
    return RULES.get(scheme, ANY)


@cache
def _judge(name: str) -> Callable[[str], Wrong | None]:
    """What a module of python-stdnum says of an identifier."""
    with _without_encryption():
        validate, errors = import_module(f"stdnum.{name}").validate, import_module("stdnum.exceptions")

    def judge(text: str) -> Wrong | None:
        try:
            validate(text)
        except errors.InvalidChecksum:
            return Wrong.CHECK_DIGIT
        except errors.InvalidComponent:
            return Wrong.COMPONENT
        except (ValueError, IndexError, KeyError):  # its own errors of form are ValueErrors
            return Wrong.FORM
        return None

    return judge


@contextmanager
def _without_encryption() -> Iterator[None]:
    """Import python-stdnum without ``ssl``, of which it needs the name alone: we never ask registers in the web.

    The real one holds 5 MB, and the browser lets nobody import it (``terminal/environment.py``).
    """
    there = {"ssl": sys.modules["ssl"]} if "ssl" in sys.modules else {}
    if there.get("ssl") is None:
        sys.modules["ssl"] = ModuleType("ssl")
    try:
        yield
    finally:
        sys.modules.pop("ssl")
        sys.modules.update(there)
