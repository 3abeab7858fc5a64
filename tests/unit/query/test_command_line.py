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
def test_a_shell_runs_the_line_to_the_same_bytes(store: Store, tmp_path: Path, kind: str, text: str, sort: str) -> None:
    selection = _selection(store, text, kind, sort)
    done = _run(command_line(selection), tmp_path)
    assert done.stderr == b""
    assert done.returncode == 0
    assert done.stdout == _bytes(selection)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("kind", "text", "sort"), FILTERS)
def test_a_shell_reads_every_word_as_it_is_meant(store: Store, tmp_path: Path, kind: str, text: str, sort: str) -> None:
    selection = _selection(store, text, kind, sort)
    script = f"cq-tui() {{ printf '%s\\0' \"$@\"; }}\n{command_line(selection)}".replace("cq-tui", "cq_tui")
    words = subprocess.run(["sh", "-c", script], cwd=tmp_path, capture_output=True, check=True).stdout.decode()
    filters = ["--filter", selection.query.text] if text else []
    assert words.split("\0")[:-1] == ["export", kind, *filters, *(["--sort", sort] if sort else []), "--lang", "en"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_line_keeps_the_language(store: Store, tmp_path: Path, language: Language) -> None:
    use(language)
    selection = _selection(store, "sort:title-desc")
    wanted = _bytes(selection)
    line = command_line(selection)
    assert f"--lang {language}" in line
    assert _run(line, tmp_path).stdout == wanted


@pytest.mark.parametrize("name", ["an archive", "it's $HOME", "展会 “一”", "-x"])
def test_the_line_names_another_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    root = write_made(Path(name))
    selection = _selection(Store(read(root)), "cq", sort="amount")
    assert selection.count == 1
    done = _run(command_line(selection), Path(os.sep))
    assert done.stderr == b""
    assert done.stdout == _bytes(selection)


def test_the_line_names_no_more_than_it_must(store: Store) -> None:
    assert store.archive.root == shipped()
    assert command_line(_selection(store, "")) == "cq-tui export deals --lang en"
    assert (
        command_line(_selection(store, "铝 sort:amount")) == "cq-tui export deals --filter '铝 sort:amount' --lang en"
    )
    assert command_line(_selection(store, "", sort="amount-desc")) == (
        "cq-tui export deals --sort amount-desc --lang en"
    )
