"""The commands: their names, and what each does in a sentence."""

from cq_tui.language import _

HELP = "help"
"""``cq-tui help COMMAND`` is ``cq-tui COMMAND --help``."""
BROWSE = "browse"
"""The command that no word names."""
COMMANDS = (
    "list",
    "show",
    "export",
    "brief",
    "publish",
    "check",
    "diff",
    "schema",
    "keys",
    "completion",
    "new",
    "import",
    "prepare",
    "mcp",
    "serve",
)

PAGED = ("list", "show", "check", "diff", "schema", "keys")
"""Commands whose output is to be read: where it is long it goes through a pager."""


def summary(name: str) -> str:
    """What a command does, in a sentence."""
    return {
        "browse": _(
            "Browse the outcomes of an event: deals, speakers, platforms, the industry chain, and their sources."
        ),
        "list": _("Print records as an aligned table."),
        "show": _("Print records with their links and the passages they rest on."),
        "export": _("Write records into a file, or on stdout."),
        "brief": _("Write an event, or a list, as a paper of a few pages: HTML, DOCX or Markdown."),
        "publish": _("Write an archive, or what a filter leaves of it, as a folder for other programs."),
        "check": _("Report every problem of an archive, then stated against itemised totals."),
        "diff": _("Tell what two editions of an archive differ in: records, fields and sums."),
        "schema": _("Print the JSON Schema of the data files."),
        "completion": _("Print the script that lets a shell complete the command line."),
        "keys": _("Print every action with its id, its keys and its words, screen by screen."),
        "new": _("Make an archive to fill in."),
        "prepare": _("Check an archive once and keep its tables ready, so that every session opens it at once."),
        "mcp": _("Answer a language-model agent over stdin and stdout, by the Model Context Protocol."),
        "serve": _("Serve the browser to others as a window in theirs, in secure mode."),
        "import": _("Take a list of your own into an archive, or show what would become of it."),
    }[name]
