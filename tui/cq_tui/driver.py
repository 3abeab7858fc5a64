"""The driver of a real terminal, made to outlive whatever comes in on the line and whatever signals come.

Everything that depends on how Textual's own driver works inside stands here; ``tests/unit/test_driver.py`` fails when a
release of Textual changes it.
"""

import asyncio
import os
import select
import signal
import sys
import termios
import time
from codecs import getincrementaldecoder
from collections.abc import Callable
from types import FrameType
from typing import Any

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message

from cq_tui.log import Log
from cq_tui.repaint import Repaint
from cq_tui.terminal.clipboard import SET_CLIPBOARD, through_multiplexer
from cq_tui.terminal.paste import PATIENCE, BoundedPaste
from cq_tui.terminal.signals import end_on_interrupt, wake_on_signals
from cq_tui.terminal.waking_event import WakingEvent

_log = Log(__name__)

_ENDING = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)
"""Signals that end the browser, after the terminal was restored; the exit code is 128 and their number."""

_MOST_COLUMNS, _MOST_LINES = 1000, 400
"""The largest window that is drawn: who connects tells its size, and a screen of 100 million cells is 800 MB."""

_HOW_WIDE = "\x1b[1;1H─\x1b[6n\x1b[1;1H"

_MOUSE_ON, _MOUSE_OFF = "\x1b[?1000h\x1b[?1006h", "\x1b[?1006l\x1b[?1000l"
"""Buttons and the wheel, in reports that know windows of any size."""

_READ = 4096
_TICK = 0.1
"""Seconds after which the input thread looks whether an Esc was the key of that name, and whether a paste has ended."""
_UNCLEAR = PATIENCE + 1
"""Seconds after input in which that can be open; then the thread sleeps until something comes."""


def _bounded(columns: int, lines: int) -> tuple[int, int]:
    return min(columns, _MOST_COLUMNS), min(lines, _MOST_LINES)


class LineDriver(LinuxDriver):
    """Textual's driver with an own input loop, own signals, and an output that leaves out what stands there already.

    Textual's handlers of SIGTSTP and SIGCONT act wherever the signal strikes, and a SIGCONT without a stop before it
    starts a second input thread, of which one can't be ended. Here signals are turns of the event loop, one after the
    other, and each CONT begins anew from a terminal that was left.
    """

    class CameBack(Message):
        """The terminal is the browser's again: whatever was on it is gone."""

    def __init__(self, app: App[Any], **named: Any) -> None:
        super().__init__(app, **named)
        self.exit_event = self._told_to_end = WakingEvent()
        self._repaint = Repaint()
        self._size = self._size or self._get_terminal_size()
        assert sys.__stdout__ is not None  # the command has seen that it is a terminal
        self._file = sys.__stdout__  # Textual draws on stderr, so that ``2>/dev/null`` leaves an empty screen
        self._owns_terminal = False
        self._asked_how_wide = False
        self._stop_waking: Callable[[], None] | None = None

    # Output

    def write(self, data: str) -> None:
        """Send what does not stand on the terminal already; nothing while the terminal is not ours."""
        if not self._owns_terminal:
            return
        if data.startswith(SET_CLIPBOARD):
            super().write(through_multiplexer(data))
        else:
            super().write(self._repaint.without_repeats(data))

    def send_again(self) -> None:
        """Let the next repaint send everything."""
        self._repaint.forget()

    # The mouse, where it was asked for

    def _enable_mouse_support(self) -> None:
        """Have clicks and the wheel reported; not every move of the mouse, which nothing here waits for."""
        if self._mouse:
            self.write(_MOUSE_ON)

    def _enable_mouse_pixels(self) -> None:
        """Cells are exact enough."""

    def _disable_mouse_support(self) -> None:
        if self._mouse:
            self.write(_MOUSE_OFF)

    # Entering and leaving

    def start_application_mode(self) -> None:
        """Enter; the first time ask how wide a line character is: the first frame paints over it."""
        self._wait_for_foreground()
        self._take_signals()
        self._owns_terminal = True
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._in_loop(signal.SIGWINCH, self._size_changed)
        self._repaint.forget()
        if not self._asked_how_wide:
            self._asked_how_wide = True
            super().write(_HOW_WIDE)
        self.flush()

    def stop_application_mode(self) -> None:
        """Leave, if that was not done already."""
        if self._owns_terminal:
            super().stop_application_mode()
            self._owns_terminal = False

    def close(self) -> None:
        """Wait until all is sent. Only then signals end the process by themselves again: the terminal is restored."""
        super().close()
        if self._stop_waking:
            self._stop_waking()
            self._stop_waking = None
        for number in (*_ENDING, signal.SIGTSTP, signal.SIGCONT):
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, signal.SIG_DFL)
        end_on_interrupt()

    def _wait_for_foreground(self) -> None:
        """Stop here for as long as the shell keeps us in the background (``bg``).

        Setting a terminal's modes from there sends SIGTTOU to the process group, whose default is to stop.
        """
        try:
            termios.tcsetattr(self.fileno, termios.TCSANOW, termios.tcgetattr(self.fileno))
        except termios.error:
            return  # not a terminal, or one that is gone: the guard of the line ends us

    # Signals

    def _take_signals(self) -> None:
        """Handle signals in turns of the event loop. What was ignored from the start (nohup) stays ignored.

        A signal that comes again before its turn is one with the first: coming back takes a quarter of a second.
        """
        self._stop_waking = self._stop_waking or wake_on_signals(asyncio.get_running_loop())
        for number in _ENDING:
            self._in_loop(number, lambda number=number: self._app.exit(return_code=128 + number))  # type: ignore[misc]
        self._in_loop(signal.SIGTSTP, self._stop)
        self._in_loop(signal.SIGCONT, self._continue)

    def _in_loop(self, number: int, act: Callable[[], None]) -> None:
        """Act in a turn of the event loop whenever a signal has come."""
        loop = asyncio.get_running_loop()
        is_due = False

        def take_turn() -> None:
            nonlocal is_due
            is_due = False
            act()

        def note(_number: int, _frame: FrameType | None) -> None:
            nonlocal is_due
            if not is_due:
                is_due = True
                loop.call_soon_threadsafe(take_turn)

        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, note)

    def _size_changed(self) -> None:
        """Tell the size that the window has now.

        Textual's own handler reads it wherever the signal strikes: one that strikes inside another tells the newer size
        first, and the older one is what stays.
        """
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self.process_message(Resize(size, size))

    def _stop(self) -> None:
        """Leave the terminal, stop until the shell continues us, and come back.

        The whole process group stops, as with the terminal's own Ctrl+Z: else ``make run`` would go on waiting and no
        prompt would come. Where no shell could continue us the kernel drops the signal, and we come back at once.
        """
        _log.info("stopped by the terminal")
        self.suspend_application_mode()
        os.killpg(0, signal.SIGTSTP)  # by default now: ``close`` has put the handlers back
        self._come_back()

    def _continue(self) -> None:
        """A stop that could not be seen coming (SIGSTOP) may have left the terminal in any state."""
        if self._owns_terminal:
            self._wait_for_foreground()
            self.suspend_application_mode()
            self._come_back()

    def _come_back(self) -> None:
        _log.info("come back")
        self.resume_application_mode()
        self.process_message(self.CameBack())

    # Input

    def run_input_thread(self) -> None:
        """Hand on what is typed until the driver is told to stop. Bytes that are no UTF-8 are replaced.

        A report that the parser can't read (a number of 5,000 digits) is dropped, and a fresh parser goes on.
        """
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        paste = BoundedPaste()
        parser = XTermParser()
        rests = time.monotonic() + _UNCLEAR
        while not self.exit_event.is_set():
            text = ""
            wait = _TICK if time.monotonic() < rests else None
            # poll() does not know terminals on some systems
            if self.fileno in select.select([self.fileno, self._told_to_end.fileno()], [], [], wait)[0]:
                text = paste.feed(decode(self._read()), time.monotonic())
                rests = time.monotonic() + _UNCLEAR
            text += paste.tick(time.monotonic())
            try:
                for message in parser.feed(text) if text else parser.tick():
                    self.process_message(message)
            except Exception:
                _log.warning("input that can't be read: %r", text, exc_info=True)
                parser = XTermParser()

    def _read(self) -> bytes:
        try:
            data = os.read(self.fileno, _READ)
        except OSError:
            data = b""
        if not data:  # the line is gone; its guard ends the process, and until then we don't spin
            self.exit_event.wait(_TICK)
        return data

    def process_message(self, message: Message) -> None:
        """Hand on what came in; a report of the window's size is bounded as the kernel's word is."""
        if isinstance(message, Resize):
            message.size = message.virtual_size = message.container_size = Size(*_bounded(*message.size))
        super().process_message(message)

    def _get_terminal_size(self) -> tuple[int, int]:
        return _bounded(*super()._get_terminal_size())
