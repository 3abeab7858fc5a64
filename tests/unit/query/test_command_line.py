"""The command line that a list gives: run by a shell, it writes what the list holds."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from cq_tui.archive.read import read, shipped
from cq_tui.export.export import Options, pieces
from cq_tui.language import Language, use
from cq_tui.query.parse import orders, parse
from cq_tui.query.terms import Sorting
from cq_tui.store.selection.command_line import command_line
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.conftest import Ran, Run
from tests.unit.query.made import write_made

ROOT = Path(__file__).parents[3]


def _selection(store: Store, text: str, kind: str = "deals", sort: str = "") -> Selection:
    query = parse(text, kinds()[kind])
    assert query.faults == ()
    sorting = orders(sort, kinds()[kind]) if sort else None
    assert sorting is None or isinstance(sorting, Sorting)
    return Selection(store, query, sorting.orders if sorting else ())


def _run(line: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a line by ``sh`` elsewhere, with this very program as ``cq-tui``."""
    program, _, rest = line.partition(" ")
    assert program == "cq-tui"
    command = f"{shlex.join([sys.executable, '-m', 'cq_tui'])} {rest}"
    environment = {"PATH": os.defpath, "PYTHONPATH": str(ROOT), "HOME": str(folder), "LANG": "de_DE.UTF-8"}
    return subprocess.run(["sh", "-c", command], cwd=folder, env=environment, capture_output=True, check=False)


def _words(line: str, folder: Path) -> list[str]:
    """The words that ``sh`` makes of a line, after the program's name."""
    script = f"cq_tui() {{ printf '%s\\0' \"$@\"; }}\n{line.replace('cq-tui', 'cq_tui', 1)}"
    done = subprocess.run(["sh", "-c", script], cwd=folder, capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout.decode().split("\0")[:-1]


def _bytes(selection: Selection) -> bytes:
    return b"".join(pieces(selection, Options("csv"), to_file=False))


FILTERS = [
    ("deals", "", ""),
    ("deals", "amount>=10亿 -has:category", ""),
    ("deals", "-铝", ""),
    ("deals", "－铝 “credit line”", ""),
    ("deals", '"it\'s $HOME `id` \\ ! * ?"', ""),
    ("deals", '-\'"$(id)" ; rm -rf x & | > y', ""),
    ("deals", "铝\n压铸\t西南", ""),
    ("deals", "title:/线$/ #", ""),
    ("deals", "--help", ""),
    ("deals", "类别：金融赋能，产业投资 sort:amount-desc", ""),
    ("deals", "西南鋁", "amount-desc"),
    ("deals", "sort:amount", "amount-desc,title"),
    ("organisations", "ai", "name"),
    ("organisations", "Chang'an", ""),
    ("passages", "xgh", "paragraph-desc"),
]


@pytest.mark.parametrize(("kind", "text", "sort"), FILTERS)
def test_a_shell_reads_every_word_as_it_is_meant_and_the_program_writes_the_same_bytes(
    store: Store, tmp_path: Path, run: Run, kind: str, text: str, sort: str
) -> None:
    selection = _selection(store, text, kind, sort)
    words = _words(command_line(selection), tmp_path)
    filters = ["--filter", selection.query.text] if text else []
    assert words == ["export", kind, *filters, *(["--sort", sort] if sort else []), "--lang", "en"]
    assert run(*words) == Ran(0, _bytes(selection).decode(), "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("kind", "text", "sort"),
    [("deals", "－铝 “credit line”", "amount-desc"), ("deals", '-\'"$(id)" ; rm -rf x & | > y', "")],
)
def test_a_shell_runs_the_line_to_the_same_bytes(store: Store, tmp_path: Path, kind: str, text: str, sort: str) -> None:
    """The program itself, in the environment of somebody else."""
    selection = _selection(store, text, kind, sort)
    done = _run(command_line(selection), tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, _bytes(selection), b"")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_line_keeps_the_language(store: Store, tmp_path: Path, run: Run, language: Language) -> None:
    use(language)
    selection = _selection(store, "sort:title-desc")
    wanted = _bytes(selection)
    line = command_line(selection)
    assert f"--lang {language}" in line
    use("en" if language == "zh" else "zh")
    assert run(*_words(line, tmp_path)).out.encode() == wanted


@pytest.mark.parametrize("name", ["an archive", "it's $HOME", "展会 “一”", "-x"])
def test_the_line_names_another_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    root = write_made(Path(name))
    selection = _selection(Store(read(root)), "cq", sort="amount")
    assert selection.count == 1
    line, wanted = command_line(selection), _bytes(selection).decode()
    monkeypatch.chdir(os.sep)
    assert run(*_words(line, Path(os.sep))) == Ran(0, wanted, "")


def test_the_line_names_no_more_than_it_must(store: Store) -> None:
    assert store.archive.root == shipped()
    assert command_line(_selection(store, "")) == "cq-tui export deals --lang en"
    assert (
        command_line(_selection(store, "铝 sort:amount")) == "cq-tui export deals --filter '铝 sort:amount' --lang en"
    )
    assert command_line(_selection(store, "", sort="amount-desc")) == (
        "cq-tui export deals --sort amount-desc --lang en"
    )
