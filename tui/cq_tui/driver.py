"""The driver of a real terminal, made to outlive whatever comes in on the line."""

from codecs import getincrementaldecoder
from collections.abc import Callable
from functools import partial
from typing import Any

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message

from cq_tui.repaint import Repaint


def _tolerant(encoding: str) -> Callable[..., Any]:
    """An input decoder that replaces what is not UTF-8: GBK bytes, old mouse reports, line noise."""
    return partial(getincrementaldecoder(encoding), errors="replace")


linux_driver.getincrementaldecoder = _tolerant  # type: ignore[attr-defined]


_MOST_COLUMNS, _MOST_LINES = 1000, 400
"""The largest window that is drawn: who connects tells its size, and a screen of 100 million cells is 800 MB."""

_HOW_WIDE = "\x1b[1;1H─\x1b[6n\x1b[1;1H"


def _bounded(columns: int, lines: int) -> tuple[int, int]:
    return min(columns, _MOST_COLUMNS), min(lines, _MOST_LINES)


class LineDriver(LinuxDriver):
    """Textual's driver, which sends less, and whose input thread begins anew where a sequence can't be parsed."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._repaint = Repaint()
        self._size = self._size or self._get_terminal_size()

    def write(self, data: str) -> None:
        """Send what does not stand on the terminal already."""
        super().write(self._repaint.less(data))

    def send_again(self) -> None:
        """Let the next repaint send everything."""
        self._repaint.forget()

    def _get_terminal_size(self) -> tuple[int, int]:
        return _bounded(*super()._get_terminal_size())

    def process_message(self, message: Message) -> None:
        """Hand on what came in; a report of the window's size is bounded as the kernel's word is."""
        if isinstance(message, Resize):
            message.size = message.virtual_size = message.container_size = Size(*_bounded(*message.size))
        super().process_message(message)

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
