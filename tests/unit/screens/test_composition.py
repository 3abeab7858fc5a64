"""How screens and widgets are built: of objects that own one thing each, hardly by inheritance."""

from importlib import import_module
from inspect import getmembers, isclass
from pkgutil import walk_packages

import cq_tui.screens
import cq_tui.widgets
import pytest
from cq_tui.screens.base.controller import Controller, attach
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.screens.import_.screen import ImportScreen
from textual.screen import Screen

PACKAGES = (cq_tui.screens, cq_tui.widgets)
CLASSES = sorted(
    {
        one
        for package in PACKAGES
        for module in walk_packages(package.__path__, f"{package.__name__}.")
        for _name, one in getmembers(import_module(module.name), isclass)
        if one.__module__.startswith("cq_tui.")
    },
    key=lambda one: f"{one.__module__}.{one.__name__}",
)


def _ours(one: type) -> list[type]:
    """The classes of this program that a class inherits from, however far up, messages and exceptions apart."""
    return [base for base in one.__mro__[1:] if base.__module__.startswith(("cq_tui.screens", "cq_tui.widgets"))]


@pytest.mark.parametrize("one", CLASSES, ids=lambda one: one.__qualname__)
def test_no_class_inherits_from_more_than_two_of_ours(one: type) -> None:
    assert len(_ours(one)) <= 2, [base.__name__ for base in _ours(one)]


def test_no_class_has_two_of_ours_side_by_side() -> None:
    assert [one for one in CLASSES if sum(base in CLASSES for base in one.__bases__) > 1] == []


def test_every_controller_is_attached_to_the_screen_that_has_its_bindings() -> None:
    controllers = [one for one in CLASSES if issubclass(one, Controller) and one is not Controller]
    assert controllers
    bindings = {id(binding) for screen in (BrowseScreen, ImportScreen) for binding in screen.BINDINGS}
    for controller in controllers:
        assert all(id(binding) in bindings for binding in controller.BINDINGS), controller


def test_an_action_that_would_hide_another_one_is_refused() -> None:
    class Twice(Controller):
        def action_dismiss(self) -> None: ...

    with pytest.raises(TypeError, match="action_dismiss"):
        attach(Screen(), [Twice()])
