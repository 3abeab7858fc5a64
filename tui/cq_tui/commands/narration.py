"""How much the commands tell on stderr: ``-q`` and ``-v``, the same on every command.

Quiet leaves errors and what was asked for by an option of its own (``--sums``); verbose tells how it was done, too.
"""

from enum import IntEnum


class Narration(IntEnum):
    """How much is told."""

    QUIET = 0
    USUAL = 1
    VERBOSE = 2


_in_force = Narration.USUAL


def tell(*, quiet: bool, verbose: bool) -> None:
    """Tell so much from now on; the command line says this once, before the command runs."""
    global _in_force
    _in_force = Narration.QUIET if quiet else Narration.VERBOSE if verbose else Narration.USUAL


def is_quiet() -> bool:
    """Whether nothing is told but errors."""
    return _in_force is Narration.QUIET


def is_verbose() -> bool:
    """Whether it is told how things are done."""
    return _in_force is Narration.VERBOSE
