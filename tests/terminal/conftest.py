"""What every test at the terminal starts from."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.terminal.driver import Terminal

Start = Callable[..., Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the program in English in an empty folder, and ends it with the test."""
    with ExitStack() as running:

        def begin(*arguments: str, lang: str = "en", **how: object) -> Terminal:
            home = tmp_path / "home"
            state = home / ".local/state/cq-tui/state.toml"
            if not state.parent.exists():
                state.parent.mkdir(parents=True)
                state.write_text("greeted = true\n")
            how.setdefault("cwd", tmp_path)
            return running.enter_context(Terminal(["--lang", lang, *arguments], home=home, **how))  # type: ignore[arg-type]

        yield begin


@pytest.fixture
def deals(start: Start) -> Terminal:
    """The list of deals, at 80x24."""
    return start("--tab", "deals").wait_for("4 of 4", "quit")
