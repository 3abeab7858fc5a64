"""The export dialog beside the command line, in a window that changes, and in secure mode."""

from pathlib import Path

from cq_tui.screens.base.session import Session
from cq_tui.screens.browse.screen import BrowseScreen
from cq_tui.screens.export.screen import ExportScreen
from cq_tui.secure import Confinement
from cq_tui.store.store import Store

from tests.pilot import Browser
from tests.unit.conftest import Run
from tests.unit.screens.conftest import Play

SIZE = (100, 30)
NAME = "2025-11-19-european-visit-2025-deals"


def test_what_is_written_is_what_the_command_line_below_writes(play: Play, run: Run) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("e")
        assert isinstance(browser.screen, ExportScreen)
        assert f"$ cq-tui export deals --lang en --as-shown -o {NAME}.csv" in browser.text
        assert "Excel: names and words as here, amounts as numbers in CNY bn." in browser.text
        assert "energy vehicle industry,~finance,credit line,75," in browser.text  # the first rows
        await browser.press("enter")
        assert isinstance(browser.screen, BrowseScreen)
        assert "4 rows written" in browser.text

    play(scene, size=SIZE)
    written = Path(f"{NAME}.csv").read_bytes()
    assert run("--lang", "en", "export", "deals", "--as-shown", "-o", "again.csv").code == 0
    assert written == Path("again.csv").read_bytes()


def test_resizing_keeps_what_was_typed(play: Play) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("e", "ctrl+u")
        await browser.type("mine.csv")
        for size in ((60, 20), (132, 40)):
            await browser.resize(*size)
            assert isinstance(browser.screen, ExportScreen)
            assert "mine.csv" in browser.text

    play(scene, size=SIZE)


def test_secure_mode_writes_into_its_folder_alone(play: Play, store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "export"
    folder.mkdir()

    async def scene(browser: Browser) -> None:
        await browser.press("e", "ctrl+u")
        await browser.type("../x.csv")
        await browser.press("enter")
        assert "plain name without folders" in browser.text
        await browser.press("ctrl+u")
        await browser.type("x.csv")
        await browser.press("enter")
        assert "4 rows written" in browser.text

    play(scene, size=SIZE, over=Session(store, confined=Confinement(folder)))
    assert [path.name for path in folder.iterdir()] == ["x.csv"]


def test_without_an_export_folder_secure_mode_has_no_panel(play: Play, store: Store) -> None:
    async def scene(browser: Browser) -> None:
        await browser.press("e")
        assert isinstance(browser.screen, BrowseScreen)

    play(scene, size=SIZE, over=Session(store, confined=Confinement(None)))
