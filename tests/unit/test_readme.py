"""The two READMEs say the same, and what they and the pages lead to is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "README.zh.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_pictures_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    leads = re.findall(r"\]\(([^)#\s]+)[^)]*\)", text)
    assert [one for one in leads if "://" not in one and not (page.parent / one).exists()] == []


def test_both_languages_have_the_same_parts_pages_and_commands() -> None:
    english, chinese = ((ROOT / name).read_text("utf-8") for name in ("README.md", "README.zh.md"))

    def shape(text: str) -> list[str]:
        """Headings, rows of tables by their key or page, and commands without their remarks."""
        commands = [
            re.sub(r"\s+#.*|<[^>]*>|--lang zh ", "", line)
            for block in re.findall(r"```\n(.*?)```", text, re.DOTALL)
            for line in block.splitlines()
        ]
        pages = re.findall(r"^\| \[([^]]+)\]", text, re.MULTILINE)
        return ["##"] * len(re.findall("^## ", text, re.MULTILINE)) + pages + commands

    assert shape(english) == shape(chinese)


def test_the_commands_of_the_page_are_the_commands_there_are() -> None:
    from cq_tui.commands.names import COMMANDS

    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    assert {name for name in COMMANDS if not re.search(rf"^cq-tui {name}\b", page, re.MULTILINE)} == set()


def test_every_guideline_of_the_command_line_has_an_answer() -> None:
    page = (ROOT / "docs" / "clig.md").read_text("utf-8")
    rows = [line.strip("|").split("|") for line in page.splitlines() if line.startswith("|") and "---" not in line]
    assert len(rows) > 100
    assert [row for row in rows if len(row) != 2 or not all(map(str.strip, row))] == []
