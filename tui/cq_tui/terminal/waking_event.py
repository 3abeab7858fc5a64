"""An event that a wait for input hears, too."""

import os
from threading import Event


class WakingEvent(Event):
    """An event that ``select`` can wait for beside files: it has a descriptor, which can be read once it is set."""

    def __init__(self) -> None:
        super().__init__()
        self._woken, self._wakes = os.pipe()
        os.set_blocking(self._woken, False)
        os.set_blocking(self._wakes, False)

    def fileno(self) -> int:
        """The descriptor to wait for."""
        return self._woken

    def set(self) -> None:
        """Set it, and wake who waits."""
        if not self.is_set():
            super().set()
            os.write(self._wakes, b"\0")

    def clear(self) -> None:
        """Take it back."""
        if self.is_set():
            super().clear()
            os.read(self._woken, 16)
