"""Expressions that are compiled when they are first asked: every one of them can be."""

import pkgutil
import re
from importlib import import_module

import cq_tui
import pytest
from cq_tui.values.expressions import Later, later


def test_it_answers_as_the_compiled_one_does() -> None:
    expression, compiled = later(r"(\d+) 亿", re.IGNORECASE), re.compile(r"(\d+) 亿", re.IGNORECASE)
    for text in ("20 亿 30 亿", "", "x"):
        assert expression.sub("-", text) == compiled.sub("-", text)
        assert expression.findall(text) == compiled.findall(text)
        assert bool(expression.search(text)) == bool(compiled.search(text))
    assert (expression.pattern, expression.flags) == (compiled.pattern, compiled.flags)
    assert later(rb"\d").split(b"a1b") == [b"a", b"b"]


def test_nothing_is_compiled_before_it_is_asked() -> None:
    wrong = later("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_every_expression_of_the_program_is_one() -> None:
    modules = [import_module(one.name) for one in pkgutil.walk_packages(cq_tui.__path__, "cq_tui.")
               if not one.name.endswith("__main__")]  # fmt: skip
    found = [one for module in modules for one in vars(module).values() if isinstance(one, Later)]
    assert len(found) > 50
    assert [one for one in found if not one.pattern] == []
