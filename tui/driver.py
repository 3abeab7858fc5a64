"""The driver of a real terminal, made to outlive whatever comes in on the line."""

from codecs import getincrementaldecoder
from collections.abc import Callable
from functools import partial
from typing import Any

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

from tui.repaint import Repaint


def _tolerant(encoding: str) -> Callable[..., Any]:
    """An input decoder that replaces what is not UTF-8: GBK bytes, old mouse reports, line noise."""
    return partial(getincrementaldecoder(encoding), errors="replace")


linux_driver.getincrementaldecoder = _tolerant  # type: ignore[attr-defined]


_HOW_WIDE = "\x1b[1;1H─\x1b[6n\x1b[1;1H"


class LineDriver(LinuxDriver):
    """Textual's driver, which sends less, and whose input thread begins anew where a sequence can't be parsed."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._repaint = Repaint()

    def write(self, data: str) -> None:
        """Send what does not stand on the terminal already."""
        super().write(self._repaint.less(data))

    def send_again(self) -> None:
        """Let the next repaint send everything."""
        self._repaint.forget()

    def start_application_mode(self) -> None:
        """Enter, and ask how wide a line character is; the first frame paints over it, the answer comes as an event."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        super().write(_HOW_WIDE)
        self._repaint.forget()
        self.flush()

    def _run_input_thread(self) -> None:
        while not self.exit_event.is_set():
            try:
                self.run_input_thread()
            except Exception:
                # A report that no parser knows; what follows it is read by a fresh one.
                self.exit_event.wait(0.01)
