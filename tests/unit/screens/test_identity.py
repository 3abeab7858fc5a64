"""Identifiers in the browser, on 80 columns: found by filter and search, read below each other in the record."""

import asyncio
from pathlib import Path

from cq_tui.screens.base.session import Session
from cq_tui.store.open_archive import open_archive

from tests.pilot import browsing
from tests.unit.made import EVENT, write_archive
from tests.unit.test_identity import BANK, DEAL, WORKS


def test_an_identifier_finds_its_organisation_and_its_deals(tmp_path: Path) -> None:
    root = write_archive(tmp_path, events=EVENT, organisations=WORKS + BANK, deals=DEAL)

    async def scene() -> None:
        async with browsing(Session(open_archive(root).store), tab=1, size=(80, 24)) as browser:
            await browser.press("7")
            await browser.type("/91500000made00000w")
            assert "1 of 2" in browser.text
            await browser.press("enter", "enter")
            lines = [line.rstrip() for line in browser.text.splitlines()]
            assert " Identifiers  Unified social credit code: 91500000MADE00000W" in lines
            assert "              France: SIREN: 100 000 009" in lines
            assert " Website      https://works.example/" in lines
            assert "   Mill >" in [line.replace(">  Mill", "   Mill") for line in lines]
            await browser.press("escape", "2")
            await browser.type("/91500000made00000w")
            assert "1 of 1" in browser.text
            await browser.press("escape")
            await browser.type("*91500000made00000w")
            assert "Works" in browser.text
            assert "Mill" in browser.text

    asyncio.run(scene())
