"""The app: themes and the first screen. Thin; the screens do the work."""

from typing import ClassVar

from textual.app import App
from textual.theme import Theme

from tui.screens.browse import BrowseScreen
from tui.screens.session import Session

_DARK = Theme(
    name="cq-dark",
    primary="#e6b450",
    accent="#e6b450",
    foreground="#f2f0ea",
    background="#14171c",
    surface="#14171c",
    panel="#14171c",
    error="#f07178",
    dark=True,
    variables={
        "text-quiet": "#b4b9c2",
        "text-dim": "#7d8592",
        "link": "#8ab8ff",
        "line": "#3a414d",
        "cursor": "#2b3546",
        "cursor-text": "#ffffff",
        "bar-rest": "#5a5040",
        "input-selection-background": "#e6b450 35%",
        "input-cursor-background": "#e6b450",
        "input-cursor-foreground": "#14171c",
    },
)


class BrowserApp(App[None]):
    """Browses one archive."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[object]] = []  # type: ignore[assignment]
    CSS = "Screen { background: $background; }"

    def __init__(self, session: Session, tab: int = 0) -> None:
        super().__init__()
        self._session = session
        self._first_tab = tab

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The palette's own colours, so that other themes work too."""
        return dict(_DARK.variables)

    def on_mount(self) -> None:
        """Open the browser."""
        self.register_theme(_DARK)
        self.theme = _DARK.name
        self.push_screen(BrowseScreen(self._session, self._first_tab))
