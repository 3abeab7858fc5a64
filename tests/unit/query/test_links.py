"""Filters and orders through what a record refers to. The archive is made; nothing in it is real."""

import pytest
from cq_tui.archive.read import read
from cq_tui.query.parse import parse
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.unit.made import write_archive

EVENTS = """
[[events]]
id = "late"
name = { en = "Autumn" }
[[events]]
id = "early"
name = { en = "Spring" }
"""
MANY = 25
"""More organisations than ids are compared one by one."""


def _organisation(number: int) -> str:
    return (
        f'[[organisations]]\nid = "works-{number}"\nname = {{ en = "Works {number}" }}\ntype = "company"\n'
        f'country = "{"DE" if number % 2 else "CN"}"\n'
        f'identifiers = [{{ scheme = "XI-LEI", id = "{LEIS[number % len(LEIS)]}" }}]\n'
        if number < len(LEIS)
        else f'[[organisations]]\nid = "works-{number}"\nname = {{ en = "Works {number}" }}\ntype = "company"\n'
        f'parent = "works-{number - 1}"\n'
    )


LEIS = ("529900T8BM49AURSDO55", "7LTWFZYICNSX8D621K86")


def _deal(number: int, event: str) -> str:
    return (
        f'[[deals]]\nid = "deal-{number}"\ntitle = {{ en = "Deal {number}" }}\nevent = "{event}"\n'
        f'instrument = "investment"\nparties = [{{ org = "works-{number}", role = "partner" }}]\n'
    )


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Store:
    deals = "".join(_deal(number, "early" if number in (0, 3) else "late") for number in range(5))
    organisations = "".join(map(_organisation, range(MANY)))
    root = write_archive(tmp_path_factory.mktemp("links"), events=EVENTS, deals=deals, organisations=organisations)
    archive = read(root)
    assert archive.problems == []
    return Store(archive)


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("deals", "sort:event", ["deal-1", "deal-2", "deal-4", "deal-0", "deal-3"]),
        ("deals", "sort:event-desc", ["deal-0", "deal-3", "deal-1", "deal-2", "deal-4"]),
        ("deals", "event:spring", ["deal-0", "deal-3"]),
        ("deals", "party:works", [f"deal-{number}" for number in range(5)]),
        ("deals", '-party:"works 2" sort:title-desc', ["deal-4", "deal-3", "deal-1", "deal-0"]),
        ("deals", f"party:{LEIS[0]}", ["deal-0"]),
        ("deals", f"party:{LEIS[1][:8]}", ["deal-1"]),
        ("deals", LEIS[1], ["deal-1"]),
        ("deals", "zzz9999", []),
        ("organisations", LEIS[0], ["works-0"]),
        ("organisations", "parent:works", [f"works-{number}" for number in range(len(LEIS), MANY)]),
        ("organisations", 'parent:"works 7"', ["works-8"]),
        ("organisations", "country:EU", ["works-1"]),
        ("organisations", "country=EU", []),
        ("organisations", "country=DE", ["works-1"]),
    ],
)
def test_what_is_found_through_links(linked: Store, kind: str, text: str, found: list[str]) -> None:
    query = parse(text, linked.schema[kind])
    assert query.faults == ()
    assert [record.id for record in Selection(linked, query)] == found
