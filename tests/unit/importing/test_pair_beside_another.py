"""A name in two languages beside a third column that could be one: the pair is taken, the other is told. Made up."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]
_NAMES = [
    ("Aa Electronics Inc.", "甲甲電子", ""),
    ("Bb Corp.", "乙乙科技", ""),
    ("Dd Pavilion", "丁丁館", "甲甲; 乙乙"),
]


@pytest.mark.parametrize(
    ("kind", "en", "zh", "other"),
    [
        ("organisations", "name_en", "name_zh", "members_zh"),
        ("organisations", "Name (EN)", "Name (ZH)", "Members"),
        ("deals", "title_en", "title_zh", "project_zh"),
        ("deals", "Title (English)", "Title (Chinese)", "Project name"),
    ],
)
@pytest.mark.parametrize("ending", ["csv", "json"])
def test_the_pair_is_taken(look: Bring, tmp_path: Path, kind: str, en: str, zh: str, other: str, ending: str) -> None:
    rows = [dict(zip((other, en, zh), (told, *names), strict=True)) for *names, told in _NAMES]
    lines = [",".join((other, en, zh)), *(",".join(row.values()) for row in rows)]
    text = json.dumps(rows) if ending == "json" else "\n".join(lines) + "\n"
    ran = look(sheet(tmp_path / f"list.{ending}", text), "--kind", kind)
    assert f'  zh = "{zh}"\n  en = "{en}"\n' in ran.err, ran.err
    assert f"Set aside: {other}: it can be" in ran.err
