"""Deals told twice on a real terminal: shown, decided with a key, left out of the sums. The archive is made up."""

from pathlib import Path

from tests.terminal.conftest import Start

_EVENTS = '[[events]]\nid = "e"\nname = { en = "Made fair" }\n\n[[events]]\nid = "f"\nname = { en = "Made list" }\n'
_DEALS = """id,title_en,event,amount,currency,parties,date
a1,Battery plant in Liangjiang,e,500000000,CNY,hc:partner,2024-05-01
b1,Battery Plant in Liangjiang,f,500000000,CNY,hc:partner,2024-05-03
c1,Data centre,f,7000000,CNY,,
"""


def test_a_pair_is_decided_and_one_of_it_counts(start: Start, tmp_path: Path) -> None:
    data = tmp_path / "made" / "data"
    data.mkdir(parents=True)
    (tmp_path / "made" / "seeds").mkdir()
    (data / "events.toml").write_text(_EVENTS)
    (data / "organisations.csv").write_text("id,name_en\nhc,Huachuang Energy\n")
    (data / "deals.csv").write_text(_DEALS)
    terminal = start("made", "--tab", "deals", "--ascii").wait_for("3 of 3")
    terminal.press("=").wait_for("Pair 1 of 1", "sure", "* would count")
    terminal.press("s").wait_for("No two deals look like one deal told twice.", "Kept: a1 counts, b1 does not.")
    assert 'taken = "a1"' in (data / "same.toml").read_text()
    terminal.press("esc").wait_for("The files were read again.")
    terminal.press("/", *"has:same_as", "enter").wait_for("1 of 3", "left out: 1 told twice")
