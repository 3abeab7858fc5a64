"""What a person reads off the screen: the row under the cursor, the tab in front; and going to a link."""

import re

from tests.terminal.driver import Terminal

EXPORT = "2025-11-19-european-visit-2025-deals"
"""What an export of all shipped deals is called, without its ending."""


def pointed(screen: str) -> str:
    """The text beside the pointer; nothing if it is out of view."""
    lines = (line[1:] for line in screen.splitlines() if line.startswith(">"))
    return next(lines, "").strip()


def tab(screen: str) -> str:
    """The label of the tab in front."""
    found = re.search(r"\[\d ([^\]\d]+?)(?: \d+)?\]", screen)
    return found.group(1) if found else ""


def go_down_to(terminal: Terminal, words: str) -> Terminal:
    """Press the down key until the pointer stands beside some words; from the end back up if it went past them.

    A late picture can be taken for the answer to a key, and the next key is then one too many.
    """
    for key in ("down", "up"):
        for _step in range(80):
            before = terminal.text
            if words in pointed(before):
                return terminal
            try:
                terminal.press(key).wait_for(lambda screen, before=before: screen != before).settle()  # type: ignore[misc]
            except AssertionError:
                break
    raise AssertionError(f"{words!r} is not to be reached\n{terminal.text}")
