"""What ``driver.py`` takes from inside of Textual: a release that changes it fails here, not at somebody's terminal."""

import inspect
import re

from cq_tui import driver
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key, Paste


def test_the_methods_and_attributes_that_are_replaced_are_there() -> None:
    source = inspect.getsource(LinuxDriver)
    for method in ("start_application_mode", "stop_application_mode", "close", "run_input_thread", "write"):
        assert callable(getattr(LinuxDriver, method))
    assert "self._get_terminal_size()" in source
    assert "self.run_input_thread()" in source
    assert "self.exit_event.is_set()" in source
    assert "WriterThread(self._file)" in source
    assert all(name in inspect.signature(Driver.__init__).parameters for name in ("app", "size"))
    assert "signal.signal(signal.SIGCONT" in source, "no second handler of signals any more: take driver.py's away"


def test_the_clipboard_goes_through_the_driver_s_write() -> None:
    (sequence,) = re.findall(r'write\(f"(.*?)\{', inspect.getsource(App.copy_to_clipboard))
    assert driver.SET_CLIPBOARD.startswith("\x1b]52;")
    assert sequence.replace("\\x1b", "\x1b").startswith(driver.SET_CLIPBOARD)


def test_the_parser_takes_text_and_knows_pastes() -> None:
    parser = XTermParser()
    found = [*parser.feed("a\x1b[200~b c\x1b[201~"), *parser.tick()]
    assert [type(one) for one in found] == [Key, Paste]
    assert found[1].text == "b c"
