"""The palette: all text on the screen is written in one of its named styles, each made of a theme's colours."""

from collections.abc import Mapping
from typing import NamedTuple

from rich.style import Style
from textual.color import Color


class _Named(NamedTuple):
    """A style by the theme's variables: the colours of text and background, and what is added to the text."""

    color: str
    background: str = "background"
    text_style: str = ""
    """Words of Rich, or ``$`` and the variable that holds them."""


_PALETTE = {
    "text": _Named("text-quiet"),
    "main": _Named("foreground", text_style="bold"),
    "dim": _Named("text-dim"),
    "accent": _Named("accent"),
    "link": _Named("link"),
    "heading": _Named("accent", text_style="bold"),
    "mark": _Named("on-accent", "accent", "$mark-style"),
    "fault": _Named("error"),
    "cursor": _Named("cursor-text", "cursor", "$cursor-style"),
    "tab": _Named("on-accent", "accent", "$tab-style"),
    "bar": _Named("accent", "accent"),
    "rest": _Named("bar-rest", "bar-rest"),
    "hit": _Named("accent", text_style="$hit-style"),
    "cursor-hit": _Named("cursor-text", "cursor", "$cursor-style underline"),
}

STYLES = tuple(_PALETTE)


def style_of(name: str, variables: Mapping[str, str]) -> Style:
    """A style by its name, made of the variables of a theme.

    Component classes of Textual would say the same, and be computed for every widget at every change of a class.
    """
    named = _PALETTE[name]
    words = [variables[word[1:]] if word.startswith("$") else word for word in named.text_style.split()]
    back = Color.parse(variables[named.background])
    color = Style.from_color((back + Color.parse(variables[named.color])).rich_color, back.rich_color)
    return Style.parse(" ".join(word for word in words if word != "none")) + color
