"""Where a source stands, when it was published and retrieved, where a copy of it is kept. The source is made up."""

from pathlib import Path

import pytest
from cq_tui.archive.read import read, shipped
from cq_tui.cli import main

from tests.unit.made import EVENT, PASSAGE, SOURCE, problems, write_archive

MORE = """publisher = "works"
publisher_basis = "inferred"
published = 2025-11-20
published_basis = "inferred"
address = "https://news.example/a?b=1"
retrieved = 2025-12-01
archived = "https://archive.example/2025/a"
"""
WORKS = '[[organisations]]\nid = "works"\nname = { en = "Works" }\n'
SEEDS = PASSAGE.replace("paragraph = 1", 'paragraph = 1\nanchor = "opens"')


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_archive(tmp_path, events=EVENT, organisations=WORKS, seeds=SOURCE + MORE + SEEDS)


def test_a_source_says_all_that_is_known_of_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(root)]) == 0
    assert main(["--lang", "en", "show", "sources", "paper", "--archive", str(root)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "Publisher: Works (inferred)  [organisations works]" in lines
    assert "Published: 2025-11-20 (inferred)" in lines
    assert "Address: https://news.example/a?b=1" in lines
    assert "Retrieved: 2025-12-01" in lines
    assert "Archived copy: https://archive.example/2025/a" in lines


@pytest.mark.parametrize(
    "text", ["retrieved:2025-12", "获取日期>=2025-12-01", "archived:archive.example", "has:archived", "publisher:works"]
)
def test_a_filter_finds_it(root: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["export", "sources", "--columns", "id", "--filter", text, "--archive", str(root)]
    assert main(given) == 0
    assert capsys.readouterr().out == "id\npaper\n"


def test_a_copy_that_is_no_address_is_told(tmp_path: Path) -> None:
    problem, *_lost = problems(tmp_path, seeds=SOURCE + 'archived = "drawer"\n' + SEEDS)
    assert problem.startswith('seeds/paper.toml:6: archived: "drawer" is not an address')


def test_the_shipped_source_says_what_its_file_tells_and_no_more() -> None:
    (source,) = read(shipped()).records("sources")
    said = source.model_dump(exclude_defaults=True)
    assert set(said) == {"id", "name", "publisher", "publisher_basis", "language", "paragraphs", "cites", "note"}
