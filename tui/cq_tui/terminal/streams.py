"""Standard streams that the shell handed over closed."""

import os
import sys


def open_closed_streams() -> None:
    """Put something in the place of standard streams that are closed (``>&-``).

    Python leaves ``sys.stdout`` None then: the next file that is opened would get the number 1, and what is printed to
    a stderr of None goes to stdout. What is written to a closed stdout is an error, as on a full disk; what is said on
    a closed stderr is heard by nobody.
    """
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            # The lowest free number is this one: those below it are open by now.
            os.open(os.devnull, os.O_WRONLY if descriptor == 2 else os.O_RDONLY)
    for descriptor, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            mode = "w" if descriptor else "r"
            setattr(sys, name, open(descriptor, mode, encoding="utf-8", errors="replace", closefd=False))  # noqa: SIM115
