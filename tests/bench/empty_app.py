"""The least that a Textual app with the same tabs and a footer can be: what the browser is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Static, TabbedContent, TabPane

TABS = ("Overview", "Deals", "Speakers", "Platforms", "Auto chain", "Opportunity lists", "Organisations", "Sources")


class EmptyApp(App[None]):
    """Eight tabs with nothing in them."""

    BINDINGS = [("slash", "filter", "filter"), ("e", "export", "export"), ("q", "quit", "quit")]
    ENABLE_COMMAND_PALETTE = False

    def action_filter(self) -> None:
        """Nothing."""

    def action_export(self) -> None:
        """Nothing."""

    def compose(self) -> ComposeResult:
        """The tabs and the footer."""
        with TabbedContent():
            for tab in TABS:
                with TabPane(tab):
                    yield Static()
        yield Footer()


if __name__ == "__main__":
    EmptyApp().run(mouse=False)
