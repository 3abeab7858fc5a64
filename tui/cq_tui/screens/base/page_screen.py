"""Base of the screens that are a view of lines between a title and the keys."""

from textual.app import ComposeResult

from cq_tui.screens.base.base_screen import BaseScreen
from cq_tui.widgets.base.key_line import KeyLine
from cq_tui.widgets.base.link_list import LinkList
from cq_tui.widgets.base.status_lines import TextLine


class PageScreen(BaseScreen):
    """Lines between two rules, under a title and above the keys; Textual runs a subclass's handlers beside these."""

    DEFAULT_CSS = """
    PageScreen {
        background: $background;
        LinkList { height: 1fr; border-top: solid $line; border-bottom: solid $line; }
        &.ascii LinkList { border-top: ascii $line; border-bottom: ascii $line; }
    }
    """

    def compose(self) -> ComposeResult:
        """Title, what stands here, the lines, the keys."""
        yield TextLine(id="title")
        yield TextLine(id="where")
        yield LinkList()
        yield KeyLine()

    def on_mount(self) -> None:
        """Draw the rules with what the terminal may draw."""
        self.set_class(self.session.ascii_only, "ascii")

    def on_resize(self) -> None:
        """The lines above and below fit the width."""
        self.show_title()
        self.show_keys()

    def action_back(self) -> None:
        """Back to where this was opened from."""
        self.go(-1)
