"""Hostile strings through every outlet: no control byte of theirs comes out, and nothing falls over."""

import io
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path

import pytest
from cq_tui.cli import main
from cq_tui.export.formats import format_names, is_text
from cq_tui.settings.paths import NAMED
from cq_tui.values.clean import clean

from tests.reliability import hostile
from tests.reliability.figure import Figure
from tests.reliability.payloads import CONTROLS, payloads
from tests.terminal.driver import Terminal

_FROM_DATA = re.compile(
    rb"\x1b[\]PX^_](?!22;|52;c;(?!aGFja2Vk|QQ==)[0-9A-Za-z+/=]+\x07)|\xc2[\x80-\x9f]|[\x00-\x06\x0e-\x1a\x7f]"
)
"""Sequences that the program itself never sends, but for the pointer's shape and what it copies itself."""
_AT_THE_LIST = "q quit"
_PANELS: tuple[tuple[Sequence[str], str], ...] = (
    (("right", "right", "f"), "Esc back"), (("down", "pagedown"), "Esc back"), (("esc",), _AT_THE_LIST),
    ((":", "d-1"), " : d-1"), (("esc",), _AT_THE_LIST),
    (("M",), _AT_THE_LIST), (("/", "z", "enter", "backspace"), _AT_THE_LIST),
    (("*", "z", "enter"), "Esc back"), (("pagedown",), "Esc back"), (("esc",), _AT_THE_LIST),
    *((key, "") for key in "345vv678"), (("Y",), "Esc close"), (("esc",), _AT_THE_LIST), *((key, "") for key in "LLR"),
    (("?",), "PgUp"), (("esc",), _AT_THE_LIST),
    (("2",), "[2 "), (("e",), "$ cq-tui"), (("esc",), _AT_THE_LIST),
)  # fmt: skip
"""Keys that open everything else that shows data, and what stands there then."""


def command_lines(folder: Path, texts: Sequence[str]) -> Iterator[list[str]]:
    """Every command that prints, over all records; and a few with the texts themselves as arguments."""
    archive = hostile.archive(folder / "archive", texts)
    where = ["--archive", str(archive)]
    nowhere = folder / "nowhere"
    yield from (["list", kind, *where] for kind in ("deals", "organisations", "events", "chain", "platforms"))
    yield from (["export", "deals", "--format", one, *where] for one in format_names() if is_text(one))
    yield from (["show", "deals", f"d-{n}", *where] for n in range(len(texts)))
    yield from (["check", str(made)] for made in (archive, hostile.tables(folder / "tables", texts)))
    yield ["check", str(hostile.headers(folder / "headers", texts))]
    yield from _import_lines(archive, folder, texts)
    for text in texts:
        plain = text[:500].replace("\0", "")
        yield ["list", "deals", "--filter", plain, *where]
        yield ["list", plain or "x", *where]
        yield ["export", "deals", "--output", f"{nowhere}/{plain}", *where]
        yield ["list", "deals", "--archive", f"{nowhere}/{plain}"]
        yield ["new", f"{nowhere}/{plain}/x"]
        yield ["completion", plain or "x"]


def _import_lines(archive: Path, folder: Path, texts: Sequence[str]) -> Iterator[list[str]]:
    """Lists of strangers: as they are, under a name that is hostile, with a mapping that is, and into what is none."""
    whole = hostile.strangers_list(folder / "list.csv", texts)
    into = ["--into", str(archive)]
    yield ["import", str(whole), "--event", "e", "--dry-run", *into]
    yield ["import", str(whole), "--event", texts[0].replace("\0", ""), *into]
    for number, text in enumerate(texts[::10]):
        name = text[:60].replace("\0", "").replace("/", "")
        one = hostile.strangers_list(folder / f"{name}{number}.csv", texts[number : number + 5])
        yield ["import", str(one), "--event", "e", "--dry-run", *into]
        yield ["import", str(one), "--event", "e", "--map", str(one), *into]


def through_commands(texts: Sequence[str]) -> Figure:
    """Run every command in this process and look at what comes out."""
    failed = tried = 0
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        folder = Path(name)
        for arguments in command_lines(folder, texts):
            tried += 1
            failed += not _is_harmless(arguments)
        patch.setenv(NAMED, str(hostile.configuration(folder / "config.toml", texts)))
        tried += 1
        failed += not _is_harmless(["keys"])
    return Figure("hostile strings through the commands", tried, failed, "no control byte, no crash")


def _is_harmless(arguments: list[str]) -> bool:
    out, error = (io.TextIOWrapper(io.BytesIO(), "utf-8", "surrogateescape", write_through=True) for _ in "oe")
    with redirect_stdout(out), redirect_stderr(error), suppress(SystemExit):
        main(["--lang", "en", *arguments])
    said = "".join(one.buffer.getvalue().decode("utf-8", "surrogateescape") for one in (out, error))
    return not (CONTROLS.search(said) or "Traceback" in said or "should not happen" in said)


def through_the_browser(texts: Sequence[str]) -> Figure:
    """Browse the records on a pseudo-terminal: list, record, organisation, filter, export panel."""
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archive = hostile.archive(folder / "archive", texts)
        config = str(hostile.configuration(folder / "config.toml", texts))
        texts = [text for text in texts if not hostile.BROKEN.search(text)]
        arguments = [str(archive), "--lang", "en", "--tab", "deals"]
        with Terminal(arguments, home=folder, size=(100, 30), **{NAMED: config}) as terminal:
            terminal.wait_for(f"{len(texts)} of {len(texts)}").settle()
            for _text in texts:
                terminal.press("enter").wait_for("Esc back").settle()
                terminal.press("esc").wait_for("quit").settle().press("down").settle()
            for keys, there in _PANELS:
                terminal.press(*keys).wait_for(there).settle()
            terminal.press("ctrl+q")
            failed += terminal.wait_exit() != 0
            failed += len(_FROM_DATA.findall(terminal.raw))
    return Figure("hostile strings in the browser", len(texts), failed, "no control byte, no crash")


def cleaned_is_clean(texts: Sequence[str]) -> Figure:
    """The one place that cleans."""
    failed = sum(bool(CONTROLS.search(clean(text))) for text in texts)
    return Figure("hostile strings cleaned", len(texts), failed, "no control character left")


def figures(most: int | None = None) -> list[Figure]:
    """All outlets, with the first ``most`` strings or all."""
    texts = list(payloads())[:most]
    return [cleaned_is_clean(texts), through_commands(texts), through_the_browser(texts)]
