"""Whether an archive has letters or digits of full width is seen wherever a word may find them."""

from pathlib import Path

import pytest
from cq_tui.store.engine import in_use
from cq_tui.store.open_archive import open_archive

from tests.unit.made import write_archive

_ORGANISATION = """[[organisations]]
id = "made-works"
name = {{ zh = "甲{name}", en = "Works" }}
aliases = ["乙{alias}"]
type = "company"
country = "DE"
note = {{ zh = "丁，{note}", en = "" }}
"""


@pytest.mark.parametrize("letter", ["ｘ", "İ", "ſ", "\u212a"])
@pytest.mark.parametrize("place", ["", "name", "alias", "note"])
def test_one_wide_letter_anywhere_is_seen(
    place: str, letter: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_use, "_FEW_RECORDS", 0)  # of a few records it is not asked
    letters = {**dict.fromkeys(("name", "alias", "note"), "x"), place: letter if place else "x"}
    opened = open_archive(write_archive(tmp_path / "archive", organisations=_ORGANISATION.format(**letters)))
    assert opened.problems == []
    assert opened.store._engine.value.has_wide is bool(place)
