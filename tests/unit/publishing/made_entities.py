"""Entities of the shipped event, and of a made archive with every shape that records can have."""

import json
from pathlib import Path
from typing import Any

from cq_tui.archive.read import shipped
from cq_tui.publishing.ftm import entities
from cq_tui.publishing.request import Request
from cq_tui.store.open_archive import open_archive
from cq_tui.store.selection.extent import Extent

from tests.unit.made import PASSAGE, SOURCE, write_archive

Entity = dict[str, Any]

EVENTS = (
    '[[events]]\nid = "fair"\nname = { zh = "展会", en = "Fair" }\ndate = 2025-11-19\ncountry = "CN"\n'
    'organisers = ["bureau"]\nearlier = ["before"]\nplace = { en = "Hall 3" }\n'
    '[[events]]\nid = "before"\nname = { en = "Before" }\n'
)
ORGANISATIONS = "".join(
    f'[[organisations]]\nid = "{name}"\nname = {{ en = "{name.title()}" }}\n{rest}\n'
    for name, rest in (
        ("bureau", 'type = "government"\ncountry = "EU"'),
        (
            "works",
            'type = "company"\nparent = "club"\nparent_basis = "inferred"\nwebsite = "https://example.org/"\n'
            'identifiers = [{ scheme = "CN-USCC", id = "91110000MA00000M93" }, { scheme = "OTHER", id = "A 17" }]',
        ),
        ("club", 'type = "association"'),
        ("unknown", 'aliases = ["The Unknown"]'),
    )
)
SPEAKERS = "".join(
    f'[[speakers]]\nid = "{name}"\nname = {{ en = "{name.title()}" }}\nevent = "fair"\n{rest}\n'
    for name, rest in (
        ("ann", 'type = "person"\norganisation = "works"\nposts = [{ en = "Head" }]\nrole = "keynote"\ncites = ["p1"]'),
        ("body", 'type = "institution"\norganisation = "club"\ncites = ["p1"]'),
        ("guild", 'type = "institution"'),
        ("who", 'organisation = "unknown"\nposts = [{ en = "Chair" }]\norganisation_basis = "inferred"'),
    )
)
DEALS = "".join(
    f'[[deals]]\nid = "{name}"\ntitle = {{ en = "{name.title()}" }}\nevent = "fair"\n{rest}\n'
    for name, rest in (
        (
            "order",
            'instrument = "purchase-order"\namount = 1500.5\ncurrency = "EUR"\namount_bound = "about"\n'
            'parties = [{ org = "bureau", role = "buyer" }, { org = "works", role = "supplier" }, '
            '{ org = "club", role = "initiator" }]\ndate = 2025-11-01\ndate_precision = "month"\ncites = ["p1"]',
        ),
        ("half", 'instrument = "purchase-order"\nparties = [{ org = "works", role = "supplier" }]'),
        (
            "gone",
            'stage = "cancelled"\namount = 70\ncurrency = "CNY"\ncountries = ["DE", "EU"]\nplace = { en = "Port" }\n'
            'parties = [{ org = "works", role = "investor" }]\nparties_basis = "inferred"\ndate = 2026-01-01\n'
            'date_precision = "year"\ncategory = "investment"\ncategory_basis = "inferred"',
        ),
        ("bare", ""),
    )
)
PLATFORMS = '[[platforms]]\nid = "hub"\nname = { en = "Hub" }\nevent = "fair"\noperators = ["works"]\n'
SEEDS = SOURCE.replace("[[sources]]", "", 1) + 'published = 2025-11-20\naddress = "https://example.org/a"\n'
SEEDS += 'retrieved = 2025-11-21\narchived = "https://example.org/kept"\n'


def made_archive(root: Path) -> Path:
    """The archive on a disk."""
    passage = PASSAGE + 'anchor = "It opens"\n'
    return write_archive(
        root,
        events=EVENTS,
        organisations=ORGANISATIONS,
        speakers=SPEAKERS,
        deals=DEALS,
        platforms=PLATFORMS,
        seeds=f'[[sources]]{SEEDS}publisher = "club"\n{passage}',
    )


def entities_of(root: Path) -> list[Entity]:
    """All entities, as a reader of the file has them."""
    opened = open_archive(root)
    assert [str(one) for one in opened.problems] == []
    return [json.loads(one.line) for one in entities(Request(Extent(opened.store)))]


def all_entities(folder: Path) -> list[list[Entity]]:
    """Those of both archives."""
    return [entities_of(shipped()), entities_of(made_archive(folder))]
