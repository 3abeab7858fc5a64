"""Columns of yes and no whose word for no says elsewhere that nothing is known. Lists are made."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    ("yes", "no"), [("有", "無"), ("有", "无"), ("あり", "なし"), ("있음", "없음"), ("有", "没有")]
)
def test_it_is_no_beside_yes(take: Take, tmp_path: Path, yes: str, no: str) -> None:
    rows = "".join(f"Mill {at},{at}00,{word}\n" for at, word in enumerate((yes, no, yes, "", no), 1))
    taken = take(sheet(tmp_path / "list.csv", f"Project,Amount (EUR),Contract in force\n{rows}"))
    assert taken.values("contract_in_force") == [True, False, True, None, False]


def test_a_text_of_that_word_still_says_nothing(bring: Bring, archive: Path, tmp_path: Path) -> None:
    bring(
        sheet(
            tmp_path / "list.csv",
            "Project,Amount (EUR),Remark\nMill,100,first part\nMine,200,无\nPort,300,second part\n",
        )
    )
    assert "无" not in (archive / "data/fair-deals-list/deals.csv").read_text("utf-8")
