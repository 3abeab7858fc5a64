"""The themes: light, dark, high contrast, the terminal's own colours, and attributes alone for no colour."""

from textual.theme import Theme

_STYLES = {"mark-style": "none", "cursor-style": "bold", "tab-style": "bold", "hit-style": "bold underline"}
_ANSI = {"ansi-background": "ansi_default", "ansi-foreground": "ansi_default"}
"""What Textual's own style sheets ask of a theme of the terminal's colours."""


def _theme(name: str, text: str, quiet: str, dim: str, back: str, accent: str, link: str, **more: str) -> Theme:
    """A theme of a few colours; ``more`` holds the others by their names in the style sheets, ``_`` for ``-``."""
    own = {colour.replace("_", "-"): value for colour, value in more.items()}
    return Theme(
        name=name,
        primary=accent,
        accent=accent,
        foreground=text,
        background=back,
        surface=back,
        panel=back,
        error=own.pop("error"),
        dark=own.pop("dark", "yes") == "yes",
        ansi=own.pop("ansi", "no") == "yes",
        variables={
            **_STYLES,
            **_ANSI,
            "text-quiet": quiet,
            "text-dim": dim,
            "link": link,
            "input-selection-background": accent,
            "input-selection-foreground": own["on-accent"],
            "input-cursor-background": accent,
            "input-cursor-foreground": own["on-accent"],
            **own,
        },
    )


DARK = _theme(
    "dark", "#f2f0ea", "#b4b9c2", "#7d8592", "#14171c", "#e6b450", "#8ab8ff", on_accent="#14171c", error="#f07178",
    line="#3a414d", cursor="#2b3546", cursor_text="#ffffff", bar_rest="#5a5040",
)  # fmt: skip
LIGHT = _theme(
    "light", "#16181d", "#3d4450", "#636b78", "#fbfaf7", "#8a5a00", "#0b5cad", on_accent="#ffffff", error="#b3261e",
    line="#b9bec7", cursor="#dbe4f3", cursor_text="#000000", bar_rest="#d9cba8", dark="no",
)  # fmt: skip
CONTRAST = _theme(
    "contrast", "#ffffff", "#ffffff", "#e0e0e0", "#000000", "#ffff00", "#00ffff", on_accent="#000000", error="#ff8080",
    line="#ffffff", cursor="#ffffff", cursor_text="#000000", bar_rest="#808080", hit_style="bold underline",
)  # fmt: skip
_DEFAULT = "ansi_default"
TERMINAL = _theme(
    "terminal", _DEFAULT, _DEFAULT, _DEFAULT, _DEFAULT, "ansi_magenta", "ansi_cyan", on_accent="ansi_black",
    error="ansi_red", line=_DEFAULT, cursor=_DEFAULT, cursor_text=_DEFAULT, bar_rest=_DEFAULT, ansi="yes",
    cursor_style="bold reverse", hit_style="bold underline",
)  # fmt: skip
PLAIN = _theme(
    "plain", _DEFAULT, _DEFAULT, _DEFAULT, _DEFAULT, _DEFAULT, _DEFAULT, on_accent=_DEFAULT, error=_DEFAULT,
    line=_DEFAULT, cursor=_DEFAULT, cursor_text=_DEFAULT, bar_rest=_DEFAULT, ansi="yes", mark_style="reverse",
    cursor_style="bold reverse", tab_style="bold reverse", hit_style="bold underline",
    input_cursor_text_style="reverse",
)  # fmt: skip

ALL = (DARK, LIGHT, CONTRAST, TERMINAL, PLAIN)


def is_ansi(name: str) -> bool:
    """Whether a theme is of the terminal's own colours."""
    return any(theme.ansi for theme in ALL if theme.name == name)


def chosen(name: str | None, color_system: str | None, no_color: bool) -> str:
    """The theme to begin with: without colours the plain one, with 16 the terminal's own if none is asked for."""
    if no_color:
        return PLAIN.name
    return name or (TERMINAL.name if color_system == "standard" else DARK.name)
