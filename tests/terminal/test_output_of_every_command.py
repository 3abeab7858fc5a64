"""What every command does when its output can't be written, or is read slowly or not at all; and ``-`` for files."""

import json
import os
import select
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from cq_tui.archive.read import shipped
from cq_tui.commands.names import COMMANDS

from tests.forking.forks import Forked
from tests.terminal.process import clean_environment
from tests.unit.made import DEAL, EVENT, PASSAGE, SOURCE, write_archive

PATIENCE = 60.0
LIST = "Project,Amount (EUR million)\nMill,5\nBridge,7\n"
MAP = 'kind = "deals"\n\n[title]\ncolumn = "Project"\n\n[event]\nconstant = "fair"\n'
PRINTS = {
    "list": ["list deals", "list overview", "list deals --by year", "list passages --json", "list passages --jsonl"],
    "show": ["show deals nev-credit-line", "show deals nev-credit-line --json"],
    "export": [*(f"export deals --format {one}" for one in ("csv", "json", "md", "toml", "xlsx", "parquet")),
               "export overview", "export deals --by year", "export deals -o -"],
    "brief": ["brief", "brief --format html -o -", "brief --format docx", "brief --filter country:DE"],
    "check": ["check", "check --json"],
    "diff": ["diff made shipped", "diff made shipped --json"],
    "schema": ["schema", "schema deals --table"],
    "keys": ["keys", "keys --json"],
    "completion": ["completion bash", "completion zsh", "completion fish"],
    "import": ["import list.csv --into made --dry-run", "import list.csv --into made --dry-run --json"],
    "help": ["help", "help export", "import --help", "-V"],
}  # fmt: skip
"""What prints on stdout, by command."""
OTHERS = {"new", "prepare", "publish", "mcp", "serve"}
"""Commands that make a folder, or serve."""
EVERY = [line for lines in PRINTS.values() for line in lines]


class Ran(NamedTuple):
    code: int
    err: str
    out: bytes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the shipped archive, a made one and a list."""
    (tmp_path / "shipped").symlink_to(shipped())
    write_archive(tmp_path / "made", events=EVENT, deals=DEAL, sources=SOURCE, passages=PASSAGE + 'anchor = "opens"\n')
    (tmp_path / "list.csv").write_text(LIST, "utf-8")
    return tmp_path


def run(folder: Path, line: str, stdout: int | None = None, stdin: int | None = None, slowly: bool = False) -> Ran:
    """Run a command line; its stdout goes where it is told, or is read here: at once, or a little at a time."""
    reads, writes = os.pipe()
    heard, tells = os.pipe()
    nothing = os.open(os.devnull, os.O_RDONLY)
    given = (nothing if stdin is None else stdin, writes if stdout is None else stdout, tells)
    child = Forked(line.split(), folder, clean_environment(folder), given, leads=False)
    for one in (writes, tells, nothing):
        os.close(one)
    out, err = b"", b""
    open_ = {reads, heard}
    while open_:
        ready, _, _ = select.select(sorted(open_), [], [], PATIENCE)
        assert ready, f"{line}: nothing comes"
        for one in ready:
            piece = os.read(one, 97 if slowly else 1 << 16)
            out, err = (out + piece, err) if one == reads else (out, err + piece)
            if not piece:
                open_.discard(one)
    os.close(reads)
    os.close(heard)
    return Ran(child.wait(PATIENCE), err.decode(), out)


def test_no_command_is_forgotten() -> None:
    assert {*PRINTS, *OTHERS} - {"help"} == set(COMMANDS)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("line", EVERY)
def test_a_full_disk_is_one_line(folder: Path, line: str) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    ran = run(folder, line, full)
    os.close(full)
    assert (ran.code, "Traceback" in ran.err) == (1, False)
    assert ran.err.splitlines()[-1] == "cq-tui: stdout can't be written: No space left on device"
    assert ran.err.count("cq-tui:") == 1


@pytest.mark.parametrize("line", EVERY)
def test_a_reader_that_is_gone_is_no_matter(folder: Path, line: str) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    ran = run(folder, line, writes)
    os.close(writes)
    assert (ran.code, "cq-tui:" in ran.err, "Traceback" in ran.err) == (0, False, False)


@pytest.mark.parametrize("line", ["list passages --json", "export passages", "schema", "diff made shipped", "help"])
def test_a_slow_reader_gets_all_of_it(folder: Path, line: str) -> None:
    assert run(folder, line, slowly=True).out == run(folder, line).out != b""


@pytest.mark.parametrize("line", ["export deals --format xlsx", "brief --format docx", "export deals --format parquet"])
def test_a_pipe_takes_what_is_no_text(folder: Path, line: str) -> None:
    ran = run(folder, f"{line} -o -")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out[:4] in (b"PK\x03\x04", b"PAR1")
    assert not (folder / "-").exists()


@pytest.fixture
def piped() -> Iterator[object]:
    """Texts as stdin."""
    opened: list[int] = []

    def piped(text: str | bytes) -> int:
        reads, writes = os.pipe()
        os.write(writes, text if isinstance(text, bytes) else text.encode())
        os.close(writes)
        opened.append(reads)
        return reads

    yield piped
    for one in opened:
        os.close(one)


def test_a_list_comes_from_stdin(folder: Path, piped) -> None:  # type: ignore[no-untyped-def]
    ran = run(folder, "import - --name list.csv --into made --dry-run --json", stdin=piped(LIST))
    assert (ran.code, json.loads(ran.out)["counts"]["accepted"]) == (0, 2)


def test_a_map_comes_from_stdin_and_is_called_so(folder: Path, piped) -> None:  # type: ignore[no-untyped-def]
    ran = run(folder, "import list.csv --map - --into made --dry-run --json", stdin=piped(MAP))
    tree = json.loads(ran.out)
    assert (ran.code, tree["map_given"], [one["field"] for one in tree["fields"]]) == (
        0,
        True,
        ["title", "event", "amount_2"],
    )
    told = run(folder, "import list.csv --map - --into made --dry-run", stdin=piped(MAP))
    assert "The mapping is read from -." in told.err
    wrong = run(folder, "import list.csv --map - --into made --dry-run", stdin=piped("kind = 5\n"))
    assert (wrong.code, wrong.err.count("\n")) == (1, 1)
    assert wrong.err.startswith("cq-tui: -:1: ")


def test_only_one_of_both_comes_from_stdin(folder: Path, piped) -> None:  # type: ignore[no-untyped-def]
    ran = run(folder, "import - --map - --into made --dry-run", stdin=piped(MAP))
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, b"", 1)


def test_an_original_comes_from_stdin(folder: Path, piped) -> None:  # type: ignore[no-untyped-def]
    ran = run(folder, "check made --original -", stdin=piped("It opens.\n"))
    assert (ran.code, "Traceback" in ran.err) == (0, False)
    wrong = run(folder, "check made --original -", stdin=piped(b"\xff\xfe\xff"))
    assert (wrong.code, wrong.err) == (1, "cq-tui: -: is not UTF-8; save it as UTF-8\n")


@pytest.mark.parametrize(
    "line",
    ["publish -", "new -", "check -", "prepare -", "diff - made", "diff made -", "list deals --archive -",
     "import list.csv --into -", "list deals --log -", "-"],
)  # fmt: skip
def test_where_a_folder_or_a_log_is_meant_it_is_refused_and_nothing_is_made(folder: Path, line: str) -> None:
    ran = run(folder, line)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, b"", 1)
    assert "-" not in {one.name for one in folder.iterdir()}


@pytest.mark.parametrize(
    "text",
    ["", "{", "[", "null", "5", '"text"', "[1, 2]", "[[1], [2]]", "[{}, {}]", "[" * 100_000,
     b"\xff\xfe{", b"\x00" * 1000, '{"a": 1}\n{"b"'],
    ids=lambda text: repr(text[:20]),
)  # fmt: skip
@pytest.mark.parametrize("name", ["list.json", "list.jsonl", ""])
def test_what_is_no_list_on_stdin_is_one_line(folder: Path, piped, text: str | bytes, name: str) -> None:  # type: ignore[no-untyped-def]
    given = f" --name {name}" if name else ""
    raw = text if isinstance(text, bytes) else text.encode()
    ran = run(folder, f"import -{given} --into made --dry-run --json", stdin=piped(raw[: 1 << 15]))
    assert (ran.code, ran.out) == (1, b"")
    assert ran.err.count("\n") == 1
    assert ran.err.startswith("cq-tui: -")
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("text", ['{"a": {"b": 1}}', '{"releases": 5}', '[{"Project": {"a": []}}]'])
def test_a_record_on_stdin_whose_names_say_nothing_is_asked_about(folder: Path, piped, text: str) -> None:  # type: ignore[no-untyped-def]
    ran = run(folder, "import - --into made --dry-run --json", stdin=piped(text.encode()))
    assert (ran.code, ran.err.count("\n"), "Traceback" in ran.err) == (1, 1, False)
    assert [one["field"] for one in json.loads(ran.out)["questions"]] == ["title"]
