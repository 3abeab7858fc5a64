"""Where the program starts: ``cq-tui`` and ``python -m cq_tui``."""

import gc
import os
import sys

from cq_tui import __version__
from cq_tui.locale_variables import is_chinese

_TOLD_OTHERWISE = ("CQ_TUI_ARCHIVE", "CQ_TUI_SECURE")
"""Variables with which a completion may be another one, or none."""
_SET_OTHERWISE = ("CQ_TUI_CONFIG", "XDG_CONFIG_HOME")
"""Variables with which the language may be set in some file."""


def main() -> int:
    """Run the command line; returns the exit code."""
    if (text := _told_at_once(sys.argv[1:])) is not None and _written(text):
        return 0
    # Nothing that is imported is garbage; looking for it takes a tenth of the start. The commands turn it on again.
    gc.disable()
    try:
        from cq_tui.terminal.signals import INTERRUPTED, end_on_interrupt
    except BaseException as error:
        # The signal module makes enumerations, and Python 3.11 turns what strikes in there into a RuntimeError.
        if KeyboardInterrupt in (type(error), type(error.__cause__)):
            return 130
        raise
    try:
        # From here on until Python has ended. Commands that write files say themselves where they clean up instead.
        end_on_interrupt()

        from cq_tui.cli import main as run
        from cq_tui.terminal.threads import end_with_threads

        code = run()
        end_with_threads(code)
        return code
    except KeyboardInterrupt:  # between two of these lines
        return INTERRUPTED


def _told_at_once(words: list[str]) -> bytes | None:
    """What is told before anything is loaded, for scripts and shells that ask it often; None for all else.

    The completion of the shipped archive is a made file (``scripts/manual.py``); that of fish explains itself, so that
    there is one of it in each language.
    """
    if words in (["--version"], ["-V"]):
        return f"cq-tui {__version__}\n".encode()
    if len(words) != 2 or words[0] != "completion" or any(map(os.environ.get, _TOLD_OTHERWISE)):
        return None
    shell = words[1]
    if shell == "fish" and not _may_be_set():
        shell = "fish.zh" if is_chinese() else "fish.en"
    elif shell not in ("bash", "zsh"):
        return None
    with open(os.path.join(os.path.dirname(__file__), "completion", "made", shell), "rb") as file:
        return file.read()


def _may_be_set() -> bool:
    """Whether the user's settings may say the language; False only where surely none are there, without looking on."""
    if sys.platform != "linux" or any(map(os.environ.get, _SET_OTHERWISE)):
        return True
    return os.path.lexists(os.path.expanduser("~/.config/cq-tui"))


def _written(text: bytes) -> bool:
    """Whether it can be written on stdout at all; where not, the commands tell why."""
    try:
        while text:
            text = text[os.write(1, text) :]
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
