"""Garbage collection: not while the program starts, and afterwards not of what the start made, for that stays."""

import gc


def collect_from_here() -> None:
    """Turn collection on that the start of the program turned off.

    All that is there by now is left out: to look through it takes each collection as long as reading the archive takes
    a start, the first one at once, under the first keys. Where it is on, as in a program that runs many commands, all
    stays to be collected: engines and their files would be kept otherwise.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def collect_all() -> None:
    """What the start made may be garbage now, for another archive was opened."""
    gc.unfreeze()
