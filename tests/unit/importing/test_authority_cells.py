"""Public bodies known by how their names end, where no header says a party. All names are made up."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.columns.profile import ColumnProfile
from cq_tui.importing.recognise.parties.authority_cells import are_authorities

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]


@pytest.mark.parametrize(
    "cells",
    [
        "가가청,라라대학교 산학협력단,아아공사,나나시",
        "가가부,다다원,라라위원회,마마구청",
        "ああ庁,いい市役所,うう大学,ええ市",
        "甲甲市财政局,乙乙大学,丙丙医院,丁丁县",
        "甲甲市政府,乙乙委員會,丙丙醫院,丁丁國小附設醫院",
    ],
)
def test_names_of_bodies(cells: str) -> None:
    every = cells.split(",")
    assert are_authorities(ColumnProfile(every, len(every)))


@pytest.mark.parametrize(
    "cells",
    [
        "가가시,나나군,다다도,라라구",  # places
        "甲甲省,乙乙市,丙丙县,丁丁区",
        "가가 연구,나나 지원,다다 정도,라라 신청",  # what is done
        "일반용역,제한경쟁,수의계약,일반경쟁",
        "가가 구축을 위한 나나 사업의 다다 센터,라라 사업을 위한 마마 업무 바바 센터,라라 가가 나나 다다 마마 센터",
        "甲甲建设项目,乙乙采购项目,丙丙工程",
    ],
)
def test_other_words(cells: str) -> None:
    every = cells.split(",")
    assert not are_authorities(ColumnProfile(every, len(every)))


_NOTICES = [
    ("가가 시스템 구축 용역", "조달청", "나나시", "20000000", "서울특별시"),
    ("다다 연구 용역", "라라대학교 산학협력단", "라라대학교 산학협력단", "35000000", "경기도"),
    ("마마 유지보수 용역", "조달청", "바바구청", "50000000", "서울특별시"),
    ("사사 행사 대행 용역", "아아공사", "아아공사", "80000000", "부산광역시"),
]
_KEYS = ("bidNtceNm", "ntceInsttNm", "dminsttNm", "asignBdgtAmt", "rgnNm")


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_bodies_under_short_keys_are_likely_parties(bring: Bring, tmp_path: Path, ending: str) -> None:
    records = [dict(zip(_KEYS, one, strict=True)) for one in _NOTICES]
    lines = [",".join(one) for one in (_KEYS, *_NOTICES)]
    text = json.dumps({"items": records}) if ending == "json" else "\n".join(lines) + "\n"
    path = sheet(tmp_path / f"list.{ending}", text)
    ran = bring(path, "--dry-run", "--set", "amount.currency=KRW", "--set", "title.column=bidNtceNm")
    assert "  [parties]  # likely: no header says Parties; its cells do\n" in ran.err
    assert '  partner = ["ntceInsttNm", "dminsttNm"]\n' in ran.err
    assert "4 rows: 4 accepted" in ran.err
