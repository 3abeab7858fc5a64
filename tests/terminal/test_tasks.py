"""What people come for, done by somebody new: keys in, the answer on the screen, and how many keys it takes."""

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.driver import Terminal, Wanted
from tests.terminal.looking import pointed

VIEWS = {"zh-80x24": ("zh", (80, 24)), "en-120x40": ("en", (120, 40))}
QUITS = {"zh": "退出", "en": "quit"}
PAGES = {"zh": "README.zh.md", "en": "README.md"}
_NAMES = {"enter": "Enter", "esc": "Esc", "down": "↓"}


class Person:
    """Presses keys one after the other, each when the answer to the last one stands, and counts and notes them."""

    def __init__(self, start: Start, lang: str, size: tuple[int, int]) -> None:
        self.lang = lang
        self.terminal: Terminal = start(lang=lang, size=size).wait_for("97", QUITS[lang])
        self.keys = 0
        self.pressed: list[str] = []

    def said(self, zh: str, en: str) -> str:
        """The words of the language."""
        return zh if self.lang == "zh" else en

    def press(self, key: str, *wanted: Wanted) -> None:
        """A key, or a word to type, and what is to be seen after it."""
        self.terminal.press(key).wait_for(*wanted).settle()
        self.keys += 1 if key in ("enter", "esc", "down") else len(key)
        self.pressed.append(_NAMES.get(key, key))

    def begins(self) -> None:
        """Something else is asked: from the overview, with nothing pressed."""
        overview = self.said("[1 概览]", "[1 Overview]")
        while overview not in self.terminal.text:
            key = "1" if f" 1 {overview[3:-1]}" in self.terminal.text and "/" in self.terminal.text else "esc"
            before = self.terminal.text
            self.terminal.press(key).wait_for(lambda screen, before=before: screen != before).settle()  # type: ignore[misc]
        self.keys, self.pressed = 0, []

    def sees(self, *texts: str) -> bool:
        """Whether all of it stands on the screen."""
        return all(text in self.terminal.text for text in texts)


@pytest.fixture(params=VIEWS)
def person(start: Start, request: pytest.FixtureRequest) -> Person:
    return Person(start, *VIEWS[request.param])


def _points_at(*texts: str) -> Callable[[str], bool]:
    return lambda screen: any(text in pointed(screen) for text in texts)


def test_the_biggest_purchase_order_and_its_parties(person: Person) -> None:
    person.press("2", "4 / 4" if person.lang == "zh" else "4 of 4")
    person.press("/")
    person.press(person.said("订单", "order"), person.said("1 / 4", "1 of 4"))
    person.press("enter", QUITS[person.lang])
    person.press("enter", person.said("参与方", "Parties"))
    assert person.sees(person.said("20亿元", "CNY 2 bn"))
    assert person.keys <= 9


def test_everything_that_involves_citic(person: Person) -> None:
    person.press("*")
    person.press("citic", person.said("机构  4", "Organisations  4"), person.said("项目  2", "Deals  2"))
    assert person.sees(person.said("嘉宾  2", "Speakers  2"))
    assert person.keys <= 6


def _keys_of_the_page(lang: str) -> list[list[str]]:
    """What the README says is pressed for each of its questions, in the order of its table."""
    text = (Path(__file__).parents[2] / PAGES[lang]).read_text("utf-8")
    rows = re.findall(r"^\| .*？|^\| .*\? \|", text, re.MULTILINE)
    keys = [line.split(" | ", 1)[1] for line in text.splitlines() if any(line.startswith(row) for row in rows)]
    return [re.findall(r"`([^`]+)`", re.match(r"(?:`[^`]+`\s?)*", told)[0]) for told in keys]  # type: ignore[index]


def test_the_questions_of_the_readme(person: Person, tmp_path: Path) -> None:
    """Each in one program, one after the other, with the keys that the README names, and no more."""
    told = _keys_of_the_page(person.lang)
    tasks = (_signed, _european, _lightweight, _what_came_of_it, _a_list, _a_brief)
    assert len(told) == len(tasks)
    for task, keys in zip(tasks, told, strict=True):
        person.begins()
        bound = task(person, tmp_path)
        assert person.pressed == keys
        assert person.keys <= bound


def _signed(person: Person, _folder: Path) -> int:
    """What was signed, and how much of it is named; how much is not, as the range that it is."""
    assert person.sees(person.said("28 项，975.5亿元", "28 deals, CNY 97.55 bn"))
    assert person.sees(
        person.said("4 / 28 项", "4 of 28"), person.said("24 项 203.5至223.5亿", "24 deals, 20.35-22.35 bn")
    )
    assert person.sees(person.said("12 项 64.09亿", "12 deals, 6.409 bn"))
    return 0


def _european(person: Person, _folder: Path) -> int:
    """Who spoke for a European body: those of the Union and of its members, five of thirteen."""
    person.press("3", person.said("13 / 13", "13 of 13"))
    person.press("/")
    person.press("country:EU", person.said("5 / 13", "5 of 13"))
    person.press("enter", person.said("中国欧盟商会", "European Union Chamber"), QUITS[person.lang])
    return 13


def _lightweight(person: Person, _folder: Path) -> int:
    """What touches lightweight materials, and in which paragraph that is written."""
    person.press("5", person.said("轻量化铝材", "Lightweight"))
    person.press("down", person.said("西南铝集团压铸生产线", "Southwest Aluminium's die-casting line"))
    person.press("enter", person.said("所据段落", "Source passages"))
    person.press("o", person.said("内容（转述）", "Content (retold)"))
    assert person.sees("20", "西南高端铝")
    return 4


def _what_came_of_it(person: Person, _folder: Path) -> int:
    """How far the largest deal has come."""
    person.press("2", person.said("4 / 4", "4 of 4"))
    person.press("enter", person.said("已签约", "signed"), person.said("阶段", "Stage"))
    return 2


def _a_list(person: Person, folder: Path) -> int:
    """A list that a colleague opens: in words, as on the screen."""
    person.press("2", person.said("4 / 4", "4 of 4"))
    person.press("e", "csv")
    person.press("enter", QUITS[person.lang])
    (file,) = folder.rglob("*.csv")
    rows = list(csv.reader(file.open(encoding="utf-8-sig")))
    assert len(rows) == 5
    assert person.said("项目", "Deal") in rows[0]
    return 3


def _a_brief(person: Person, folder: Path) -> int:
    """A paper to hand over."""
    person.press("B", "html")
    person.press("enter", QUITS[person.lang])
    (file,) = folder.rglob("*.html")
    assert person.said("203.5至223.5亿", "20.35-22.35 bn") in file.read_text("utf-8")
    return 2


def _german_deals(person: Person) -> None:
    person.press("2", "4 / 4" if person.lang == "zh" else "4 of 4")
    person.press("/")
    person.press(person.said("德国", "german"), person.said("1 / 4", "1 of 4"))
    person.press("enter", QUITS[person.lang])


def test_a_csv_of_all_deals_with_a_german_party(person: Person, tmp_path: Path) -> None:
    _german_deals(person)
    person.press("e", "csv")
    person.press("enter", QUITS[person.lang])
    (file,) = tmp_path.glob("*.csv")
    _header, *rows = csv.reader(file.open(encoding="utf-8-sig"))
    assert [row[0] for row in rows] == [person.said("西南铝集团压铸生产线", "Southwest Aluminium's die-casting line")]
    assert person.keys <= 11


def test_the_same_export_as_a_command_line(person: Person) -> None:
    _german_deals(person)
    person.press("Y", "cq-tui export deals --filter")
    assert person.keys <= 10
