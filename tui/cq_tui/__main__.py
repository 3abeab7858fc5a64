"""Where the program starts: ``cq-tui`` and ``python -m cq_tui``."""

import gc
import os
import sys

from cq_tui import __version__


def main() -> int:
    """Run the command line; returns the exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]) and _told_version():
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


def _told_version() -> bool:
    """Tell it before anything is loaded, for scripts that ask it often; False where that can't be, which is told."""
    try:
        os.write(1, f"cq-tui {__version__}\n".encode())
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
