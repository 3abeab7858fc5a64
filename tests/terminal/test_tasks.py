"""What people come for, done by somebody new: keys in, the answer on the screen, and how many keys it takes."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.driver import Terminal, Wanted
from tests.terminal.looking import pointed

VIEWS = {"zh-80x24": ("zh", (80, 24)), "en-120x40": ("en", (120, 40))}
QUITS = {"zh": "退出", "en": "quit"}


class Person:
    """Presses keys one after the other, each when the answer to the last one stands, and counts them."""

    def __init__(self, start: Start, lang: str, size: tuple[int, int]) -> None:
        self.lang = lang
        self.terminal: Terminal = start(lang=lang, size=size).wait_for("97", QUITS[lang])
        self.keys = 0

    def said(self, zh: str, en: str) -> str:
        """The words of the language."""
        return zh if self.lang == "zh" else en

    def press(self, key: str, *wanted: Wanted) -> None:
        """A key, or a word to type, and what is to be seen after it."""
        self.terminal.press(key).wait_for(*wanted).settle()
        self.keys += 1 if key in ("enter", "esc", "down") else len(key)

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


def test_who_spoke_for_a_european_body(person: Person) -> None:
    person.press("3", person.said("中国欧盟商会", "European Union Chamber"))
    assert person.keys <= 1


def test_how_much_of_the_investment_total_is_not_itemised(person: Person) -> None:
    assert person.sees(person.said("12 项 64.09亿", "12: 6.409 bn"))
    assert person.keys == 0


def test_how_much_of_the_total_is_not_itemised(person: Person) -> None:
    person.press("2", person.said("24 项无明细", "24 not itemised"))
    assert person.keys <= 1


def test_the_deal_about_lightweight_materials_and_its_passage(person: Person) -> None:
    person.press("*")
    person.press(person.said("轻量化", "lightweight"), person.said("项目  1", "Deals  1"))
    person.press("enter", _points_at("西南铝", "Southwest"))
    person.press("enter", person.said("产业链环节", "Chain segment"))
    person.press("o", person.said("内容（转述）", "Content (retold)"), person.said("第20段", "para. 20"))
    assert person.keys <= 15


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
    rows = list(csv.DictReader(file.open(encoding="utf-8-sig")))
    assert [row["id"] for row in rows] == ["aluminium-die-casting-line"]
    assert person.keys <= 11


def test_the_same_export_as_a_command_line(person: Person) -> None:
    _german_deals(person)
    person.press("Y", "cq-tui export deals --filter")
    assert person.keys <= 10
