"""Addresses in the web, as a source has one."""

from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.cli import main

from tests.unit.made import PASSAGE, SOURCE, write_archive


def archive(root: Path, address: str) -> Path:
    source = SOURCE.replace("paragraphs =", f'address = "{address}"\nparagraphs =')
    return write_archive(
        root, deals="", seeds=source + PASSAGE.replace("paragraph = 1", 'paragraph = 1\nanchor = "opens"')
    )


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/",
        "http://例子.cn/重庆?a=1&b=(2)#c",
        "https://example.org/a;b:c,d'e",
        "https://x.org/" + "a" * 1986,
    ],
)
def test_an_address_is_kept_as_it_is(tmp_path: Path, address: str) -> None:
    found = read(archive(tmp_path, address))
    assert [str(one) for one in found.problems] == []
    assert [one.address for one in found.records("sources")] == [address]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "address",
    ["example.org", "ftp://example.org/", "https://", "https://a b", "javascript:alert(1)", "https://x.org/<b>", " "],
)
def test_what_is_none_is_refused_in_words(tmp_path: Path, address: str) -> None:
    (problem,) = read(archive(tmp_path, address)).problems
    assert "is not an address: http:// or https:// and what follows, without blanks" in str(problem)


def test_an_address_is_shown_and_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = archive(tmp_path, "https://example.org/a,b")
    assert main(["--lang", "en", "show", "sources", "paper", "--archive", str(root)]) == 0
    assert "Address: https://example.org/a,b" in capsys.readouterr().out
    assert main(["export", "sources", "--columns", "address", "--filter", "url:org/a", "--archive", str(root)]) == 0
    assert capsys.readouterr().out == 'address\n"https://example.org/a,b"\n'
