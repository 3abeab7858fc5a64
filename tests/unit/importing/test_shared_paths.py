"""The path that most columns of a nested record share is no word of any of their names. Made up."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.words.shared_paths import without_shared_path

from tests.shipped import kinds
from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]
DEALS = kinds()["deals"]


@pytest.mark.parametrize(
    ("names", "own"),
    [
        ("id parsed_data_title parsed_data_region parsed_data_质量目标", "id title region 质量目标"),
        ("_id _source.title _source.date _source.amount", "_id title date amount"),
        ("data_award_title data_award_date data_award_sum data_id", "title date sum data_id"),
        # a step that means something stays, and one that few share
        ("recipient_name recipient_country recipient_city", "recipient_name recipient_country recipient_city"),
        ("parsed_title parsed_date a b c d", "parsed_title parsed_date a b c d"),
    ],
)
def test_what_most_names_begin_with_is_left_off(names: str, own: str) -> None:
    assert without_shared_path(DEALS, names.split()) == own.split()


def test_a_path_with_a_word_for_a_day_says_no_day(bring: Bring, tmp_path: Path) -> None:
    records = [
        {"infoid": f"a{n}", "parsed_data": {"title": f"Road {n}", "质量目标": f"达到标准{n}", "招标机构": f"Aa{n}公司"}}
        for n in range(4)
    ]
    told = bring(sheet(tmp_path / "list.json", json.dumps(records, ensure_ascii=False)), "--dry-run").err
    assert "[title]  # the header says Deal\n" in told, told
    assert "Set aside" not in told
    assert "From no column: Date" in told
