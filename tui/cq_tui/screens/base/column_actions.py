"""The keys of columns, which the list and the screen of all its columns have in common."""

from textual.binding import Binding

from cq_tui.widgets.base.action import N_, action


def arranging(*, first: bool = False) -> list[Binding]:
    """What can be done with a column wherever it is pointed at; ``first`` puts it into the key line."""
    return [
        action("column-later", "greater_than_sign", N_("move the column"), first=first, call="move_column(1)"),
        action("column-earlier", "less_than_sign", N_("move the column"), call="move_column(-1)"),
        action("column-wider", "plus", N_("wider or narrower"), first=first, call="widen_column(1)"),
        action("column-narrower", "underscore", N_("wider or narrower"), call="widen_column(-1)"),
    ]
