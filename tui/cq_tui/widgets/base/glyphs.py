"""The few signs that are drawn, each with an ASCII twin. None of them is ever two cells wide on a Chinese terminal."""

_GLYPHS = {
    "cut": ("…", ">"),
    "mark": ("✓", "*"),
    "new": ("+", "+"),
    "changed": ("∆", "!"),
    "down": ("⇓", "v"),
    "up": ("⇑", "^"),
    "member": ("▪", "#"),
    "member-unnamed": ("▫", "o"),
    "told": ("▪", "#"),
    "planned": ("▫", "o"),
}
_plain = False


def draw_plainly(plain: bool) -> None:
    """Draw the ASCII twins from now on, or the signs themselves."""
    global _plain
    _plain = plain


def glyph(name: str) -> str:
    """A sign, one cell wide."""
    return _GLYPHS[name][_plain]
