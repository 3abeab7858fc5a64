"""Hostile strings through every outlet: no control byte of theirs comes out, and nothing falls over."""

import io
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path

import tomli_w

from tests.reliability.figure import Figure
from tests.reliability.payloads import payloads
from tests.terminal.driver import Terminal
from tui.cli import main
from tui.export.formats import BINARY, FORMATS
from tui.model.clean import clean

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_BROKEN = re.compile("[\ud800-\udfff]")
_FROM_DATA = re.compile(rb"\x1b[\]PX^_](?!22;)|\xc2[\x80-\x9f]|[\x00-\x06\x0e-\x1a\x7f]")
"""Sequences that the program itself never sends, but for the pointer's shape."""


def hostile_archive(folder: Path, texts: Sequence[str]) -> Path:
    """An archive whose deals and organisations are named by the texts, as far as a file can hold them."""
    data = folder / "data"
    data.mkdir(parents=True)
    texts = [text for text in texts if not _BROKEN.search(text)]
    names = [{"zh": text, "en": text} for text in texts]
    event = {"id": "e", "name": names[0], "note": names[1]}
    organisations = [
        {"id": f"o-{n}", "name": name, "aliases": [text[:1900]], "type": "company"}
        for n, (name, text) in enumerate(zip(names, texts, strict=True))
    ]
    deals = [
        {"id": f"d-{n}", "title": name, "event": "e", "instrument": "fund", "note": name,
         "parties": [{"org": f"o-{n}", "role": "partner"}]}
        for n, name in enumerate(names)
    ]  # fmt: skip
    for kind, records in {"events": [event], "organisations": organisations, "deals": deals}.items():
        # tomli_w escapes what TOML does not take as it is, so the strings arrive whole.
        (data / f"{kind}.toml").write_text(tomli_w.dumps({kind: records}), "utf-8")
    return folder


def command_lines(archive: Path, texts: Sequence[str]) -> Iterator[list[str]]:
    """Every command that prints, over all records; and a few with the texts themselves as arguments."""
    where = ["--archive", str(archive)]
    yield from (["list", kind, *where] for kind in ("deals", "organisations", "events"))
    yield from (["export", "deals", "--format", one, *where] for one in FORMATS if one not in BINARY)
    yield from (["show", "deals", f"d-{n}", *where] for n in range(len(texts)))
    yield ["check", str(archive)]
    for text in texts:
        plain = text[:500].replace("\0", "")
        yield ["list", "deals", "--filter", plain, *where]
        yield ["list", plain or "x", *where]
        yield ["export", "deals", "--output", f"/nowhere/{plain}", *where]
        yield ["list", "deals", "--archive", f"/nowhere/{plain}"]


def through_commands(texts: Sequence[str]) -> Figure:
    """Run every command in this process and look at what comes out."""
    failed = tried = 0
    with tempfile.TemporaryDirectory() as folder:
        archive = hostile_archive(Path(folder), texts)
        for arguments in command_lines(archive, texts):
            out, error = (io.TextIOWrapper(io.BytesIO(), "utf-8", "surrogateescape", write_through=True) for _ in "oe")
            with redirect_stdout(out), redirect_stderr(error), suppress(SystemExit):
                main(["--lang", "en", *arguments])
            said = "".join(one.buffer.getvalue().decode("utf-8", "surrogateescape") for one in (out, error))
            tried += 1
            failed += bool(CONTROLS.search(said) or "Traceback" in said or "should not happen" in said)
    return Figure("hostile strings through the commands", tried, failed, "no control byte, no crash")


def through_the_browser(texts: Sequence[str]) -> Figure:
    """Browse the records on a pseudo-terminal: list, record, organisation, filter, export panel."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        archive = hostile_archive(Path(folder) / "archive", texts)
        texts = [text for text in texts if not _BROKEN.search(text)]
        with Terminal([str(archive), "--lang", "en", "--tab", "deals"], home=Path(folder), size=(100, 30)) as terminal:
            terminal.wait_for(f"{len(texts)} of {len(texts)}").settle()
            for _text in texts:
                terminal.press("enter").wait_for("Esc back").settle()
                terminal.press("esc").wait_for("quit").settle().press("down").settle()
            terminal.press("e").wait_for("Export").settle().press("esc").settle().press("q")
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
