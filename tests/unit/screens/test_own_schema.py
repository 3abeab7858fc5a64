"""An archive whose schema has more than the shipped one, in the browser: list, filter, record, and read again."""

import asyncio
from pathlib import Path

from cq_tui.screens.base.session import Session
from cq_tui.store.open_archive import open_archive
from cq_tui.store.store import Store

from tests.pilot import browsing
from tests.unit.made import EVENT, write_archive
from tests.unit.test_schema_of_archive import DEALS, ORGANISATION, own_schema


def test_own_fields_are_filtered_opened_and_there_after_reading_again(tmp_path: Path) -> None:
    root = write_archive(tmp_path, events=EVENT, organisations=ORGANISATION, deals=DEALS)

    def opened() -> Store:
        """Each time with a schema of its own, as a file that declares it would make it."""
        return open_archive(root, schema=own_schema()).store

    async def scene() -> None:
        async with browsing(Session(opened(), reopen=opened), tab=1, size=(160, 40)) as browser:
            assert "Priority" in browser.text
            await browser.type("/priority:high")
            assert "1 of 2" in browser.text
            assert "priority is High" in browser.text
            await browser.press("enter", "enter")
            assert "Jobs" in browser.text
            assert "300" in browser.text
            await browser.press("q")
            await browser.rest()
            write_archive(root, deals=DEALS.replace('priority = "low"', 'priority = "high"'))
            assert "Mill" not in browser.text
            await browser.press("R")
            assert "Mill" in browser.text
            await browser.press("7", "enter")
            assert "Adviser of" in browser.text

    asyncio.run(scene())
