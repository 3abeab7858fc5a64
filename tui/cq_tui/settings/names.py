"""Names of themes and colour modes, shared by the command line and the configuration."""

from cq_tui.language import Label

THEMES = {
    "dark": Label("深色", "dark"),
    "light": Label("浅色", "light"),
    "contrast": Label("高对比", "high contrast"),
    "terminal": Label("终端自身的颜色", "the terminal's own colours"),
}
"""The themes, in the order in which a key goes through them."""

COLORS = ("auto", "none", "16", "256", "truecolor")
"""How many colours are sent."""
