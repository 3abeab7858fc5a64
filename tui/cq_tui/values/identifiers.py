"""Identifiers in the one spelling that their scheme has, and judged by it.

The spelling is a rule for Python and for the engine. Check digits are those of python-stdnum, which is imported at the
first identifier of a scheme that it knows. An archive without identifiers loads neither it nor this module.
"""

import re
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
    COMPONENT = N_("{value} has a part that there is not in: {scheme}")


def compact(scheme: str, text: str) -> str:
    """The one spelling of an identifier. Raises ReasonError where it can't be one of its scheme."""
    rule = _rule(scheme)
    found = rule.compact(text)
    if rule is not ANY:
        _check(next(one for one in Scheme if one == scheme), rule, found, text)
    return found


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


def _check(scheme: Scheme, rule: Rule, found: str, text: str) -> None:
    if rule.pattern and not re.fullmatch(rule.pattern, found):
        raise _refused(Wrong.FORM, scheme, text)
    if rule.check:
        checks = _checks()
        try:
            import_module(f"stdnum.{rule.check}").validate(found)
        except checks.InvalidChecksum:
            raise _refused(Wrong.CHECK_DIGIT, scheme, text) from None
        except checks.InvalidComponent:
            raise _refused(Wrong.COMPONENT, scheme, text) from None
        except (checks.ValidationError, ValueError, IndexError, KeyError):
            raise _refused(Wrong.FORM, scheme, text) from None


@cache
def _checks() -> ModuleType:
    return import_module("stdnum.exceptions")


def _refused(why: Wrong, scheme: Scheme, text: str) -> ReasonError:
    return refused(why, value=f'"{text}"', scheme=scheme.label)
