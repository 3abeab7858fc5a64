"""Controllers: the actions of one concern of a screen, as an object of their own.

A screen is made of controllers and panes, not of base classes: each owns its state, its bindings and its actions, and
is given the parts of the screen that it works with.
"""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.binding import BindingType
from textual.screen import Screen


class Controller:
    """Some actions of a screen: methods called ``action_...``, and the keys for them."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def allows(self, action: str, parameters: tuple[object, ...]) -> bool:  # noqa: ARG002
        """Whether an action does something now. What it refuses has no key, and is not in help and palette."""
        return True

    def why_not(self, action: str) -> str:  # noqa: ARG002
        """Why an action that is refused does nothing here; empty where there is no more to say than that."""
        return ""


def bindings_of(*controllers: type[Controller]) -> list[BindingType]:
    """The bindings of controllers, to be those of the screen that has them."""
    return [binding for controller in controllers for binding in controller.BINDINGS]


def attach(screen: Screen[Any], controllers: Sequence[Controller]) -> None:
    """Make the actions of controllers those of a screen.

    Textual looks an action up as a method of the node whose binding it is, and knows no other place for one.
    Raises TypeError where an action would hide another one.
    """
    for controller in controllers:
        for name in (name for name in dir(controller) if name.startswith("action_")):
            if hasattr(screen, name):
                raise TypeError(f"{type(screen).__name__}.{name} is there already")
            setattr(screen, name, getattr(controller, name))
