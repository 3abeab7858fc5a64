"""A record tells its history as a line in time, with what was promised; a list has a narrow column of it."""

import pytest
from cq_tui.archive.read import shipped
from cq_tui.commands.common import open_store
from cq_tui.schema.cells import cell
from cq_tui.schema.record import Record
from cq_tui.store.store import Store
from cq_tui.store.views.record_text import record_text
from cq_tui.widgets.base.glyphs import draw_plainly
from cq_tui.widgets.base.linked_lines import Link
from cq_tui.widgets.views.record_lines import record_lines


def _deal(store: Store, name: str) -> Record:
    found = store.get("deals", name)
    assert found is not None
    return found


def test_the_text_of_a_record_tells_it(store: Store) -> None:
    lines = list(record_text(store, store.kind("deals"), _deal(store, "rotor-works")))
    assert lines[lines.index("Amount: CNY 1.1 bn") + 1] == "Promised: CNY 1.2 bn"
    start = lines.index("History")
    assert lines[start + 1 : start + 7] == [
        "  2023-05-18  signed  CNY 1.2 bn", "    para. 1: The rotor works  [passages ledger-1]",
        "  2024-12     planned: operating", "    para. 1: The rotor works  [passages ledger-1]",
        "  2025-03     operating  CNY 1.1 bn  later than planned", "    para. 2: The rotor works  [passages ledger-2]",
    ]  # fmt: skip


def test_what_is_overdue_says_so(store: Store) -> None:
    assert "  2024-06     planned, overdue: started" in record_text(
        store, store.kind("deals"), _deal(store, "test-track")
    )


@pytest.mark.parametrize("plain", [False, True])
def test_the_lines_on_the_screen_are_joined_and_lead_to_the_sources(store: Store, plain: bool) -> None:
    draw_plainly(plain)
    try:
        rows = record_lines(store, store.kind("deals"), _deal(store, "rotor-works"), 60)
    finally:
        draw_plainly(False)
    texts = ["".join(text for text, _style in row.pieces).rstrip() for row in rows]
    told, planned = ("#", "o") if plain else ("▪", "▫")
    start = texts.index(f"   2023-05-18 {told}  signed  CNY 1.2 bn")
    assert texts[start + 2] == f"   2024-12    {planned}  planned: operating"
    assert texts[start + 1] == "              |  para. 1: The rotor works >"
    assert rows[start + 1].link == Link("passages", "ledger-1")


@pytest.mark.parametrize("width", range(24, 80, 7))
def test_no_line_is_wider_than_the_view(store: Store, width: int) -> None:
    for deal in store.records("deals"):
        for row in record_lines(store, store.kind("deals"), deal, width):
            assert sum(len(text) for text, _style in row.pieces) <= width


def test_a_list_has_a_narrow_column_of_it(store: Store) -> None:
    kind = store.kind("deals")
    shown = [field.name for field in kind.usual_columns(several=False)]
    assert shown[shown.index("amount") + 1] == "history"
    history = kind.by_name["history"]
    found = {deal.id: cell(history, deal, store.name) for deal in store.records("deals")}
    assert found["rotor-works"].text == "2025 (3)"
    assert found["bus-depot"].missing


def test_without_a_history_there_is_no_column() -> None:
    columns = open_store(shipped()).kind("deals").usual_columns(several=True)
    assert "history" not in [field.name for field in columns]
