"""A list taken in from the browser: chosen, asked about, changed, imported, and there."""

from pathlib import Path

from tests.terminal.conftest import Start
from tests.terminal.looking import go_down_to
from tests.unit.importing.conftest import EVENT

LIST = """Project,Amount,Country,Type
Mill,12,Germany,investment
Mine,30,Mars,fund
"""


def test_a_list_is_chosen_asked_about_changed_and_imported(start: Start, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST, "utf-8")
    (tmp_path / "fair" / "data").mkdir(parents=True)
    (tmp_path / "fair" / "data" / "events.toml").write_text(EVENT, "utf-8")
    terminal = start("fair").wait_for("Fair", "quit").press("I").wait_for("List to import", "list.csv")
    terminal.press("list").wait_for(" > list.csv").press("enter").wait_for("1 question is open", "names no currency")
    terminal.press("w").wait_for("A question is open")
    go_down_to(terminal, "Amount").press("enter").wait_for("in USD", "12 = USD 12").press("down").press("enter")
    terminal.wait_for(
        "2 rows  2 accepted (1 with remarks)  0 refused", "Amount (USD)", "USD 12", '"Mars"', "not known: 1 row"
    )
    go_down_to(terminal, '"Mars"').press("enter").wait_for('"Mars" means', "nothing; it is passed over")
    terminal.press("enter").wait_for("2 rows  2 accepted  0 refused", "passed over").press("w")
    terminal.wait_for("[2 Deals]", "2 rows imported.", "Mill", "Mine")
    assert (tmp_path / "fair/data/fair-deals-list/deals.csv").is_file()
