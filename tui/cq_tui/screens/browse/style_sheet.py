"""Place and size of what is on the browser's screen, and what of it is seen, by the classes that the screen sets."""

STYLE_SHEET = """
BrowseScreen {
    background: $background;
    #body, #overview, #chain { height: 1fr; border-top: solid $line; border-bottom: solid $line; }
    #overview, #chain { display: none; }
    #touching { height: 1fr; border-top: solid $line; }
    &.chain #body { display: none; }
    &.chain #chain { display: block; }
    RecordTable { width: 1fr; }
    #record { display: none; width: 31%; min-width: 38; border-left: solid $line; }
    &.wide #record { display: block; }
    &.overview {
        #body, FilterBar { display: none; }
        #overview { display: block; }
        Status { min-height: 1; }
        &.narrowed FilterBar { display: block; }
    }
    &.ascii {
        #body, #overview, #chain { border-top: ascii $line; border-bottom: ascii $line; }
        #record { border-left: ascii $line; }
        #touching { border-top: ascii $line; }
    }
}
"""
