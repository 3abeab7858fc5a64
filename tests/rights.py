"""Tests of permissions hold for root too: it gives up, for the time of a test, what lets it read and write everything.

Root's power over files is two capabilities of Linux. Without them it meets modes as any owner of a file does.
"""

import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_DAC_OVERRIDE, _DAC_READ_SEARCH = 1, 2
_MASK = 1 << _DAC_OVERRIDE | 1 << _DAC_READ_SEARCH
_VERSION_3 = 0x20080522
_PR_CAPBSET_DROP = 24


class _Header(ctypes.Structure):
    _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]


class _Sets(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint32) for name in ("effective", "permitted", "inheritable")]


@contextmanager
def of_an_owner() -> Iterator[None]:
    """This thread, and those it starts, may do with files what their modes allow their owner."""
    if not _is_almighty():
        yield
        return
    before = _change(lambda effective: effective & ~_MASK)
    try:
        yield
    finally:
        _change(lambda _effective: before)


def give_up() -> None:
    """In a child, before it becomes another program: that program has no more than an owner's rights."""
    if not _is_almighty():
        return
    for capability in (_DAC_OVERRIDE, _DAC_READ_SEARCH):
        if _libc().prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "prctl")


def _is_almighty() -> bool:
    return os.geteuid() == 0 and sys.platform == "linux"


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _change(effective: Callable[[int], int]) -> int:
    """Set the effective capabilities of this thread; returns what the first 32 of them were."""
    header, sets = _Header(_VERSION_3, 0), (_Sets * 2)()
    if _libc().capget(ctypes.byref(header), ctypes.byref(sets)):
        raise OSError(ctypes.get_errno(), "capget")
    before = int(sets[0].effective)
    sets[0].effective = effective(before)
    if _libc().capset(ctypes.byref(header), ctypes.byref(sets)):
        raise OSError(ctypes.get_errno(), "capset")
    return before
