"""The history of deals on a real terminal, without colours: what is overdue, and a record as a line in time."""

from pathlib import Path

import pytest
from cq_tui.values.today import VARIABLE

from tests.terminal.conftest import Start
from tests.unit.made_years import TODAY, made_years


@pytest.mark.parametrize(
    ("lang", "asked", "told", "planned"),
    [("en", "overdue", "Deals: overdue on 2025-06-30", "planned, overdue: started"),
     ("zh", "逾期", "项目：在 2025-06-30 逾期", "计划，已逾期：已启动")],
)  # fmt: skip
def test_what_is_overdue_is_asked_and_opened(
    start: Start, tmp_path: Path, lang: str, asked: str, told: str, planned: str
) -> None:
    made_years(tmp_path / "made")
    terminal = start("made", "--tab", "deals", "--ascii", "--lang", lang, **{VARIABLE: TODAY})
    terminal.wait_for("11").press("/", *asked).wait_for(told).press("enter").wait_for("1 ")
    terminal.press("enter").wait_for("   2023-05-18 #  ", f"   2024-06    o  {planned}")
    terminal.press("esc").wait_for(told)
