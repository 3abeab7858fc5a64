"""Base of the screens that are a view of lines between a title and the keys."""

from cq_tui.screens.base.base_screen import BaseScreen


class PageScreen(BaseScreen):
    """Lines between two rules, under a title and above the keys; Textual runs a subclass's handlers beside these."""

    DEFAULT_CSS = """
    PageScreen {
        background: $background;
        LinkList { height: 1fr; border-top: solid $line; border-bottom: solid $line; }
        &.ascii LinkList { border-top: ascii $line; border-bottom: ascii $line; }
    }
    """

    def on_mount(self) -> None:
        """Draw the rules with what the terminal may draw."""
        self.set_class(self.session.ascii_only, "ascii")

    def on_resize(self) -> None:
        """The lines above and below fit the width."""
        self.show_title()
        self.show_keys()
