"""Few givers of many grants: the same small names again and again are parties, kinds of owners are none. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Fields, rows_of, sheet

Bring = Callable[..., Ran]


def _list(header: str, words: tuple[str, ...]) -> str:
    rows = "".join(f"Project {at},2024-{at % 12 + 1:02d}-03,{1000 + at},{words[at % len(words)]}\n" for at in range(90))
    return f"Project,Date,Amount (USD),{header}\n{rows}"


@pytest.mark.parametrize("header", ["from_funder_name", "Funder", "Donor", "Geldgeber", "Investor", "vendor_name"])
def test_few_names_again_and_again_are_parties(
    fields: Fields, bring: Bring, archive: Path, tmp_path: Path, header: str
) -> None:
    path = sheet(tmp_path / "list.csv", _list(header, ("aaology", "bbplanet", "ccfund")))
    assert fields(path)["parties"].columns == (header,)
    if header != "Funder":  # what is made of them hangs on no header
        return
    ran = bring(path)
    assert ran.code == 0, ran.err
    assert "Organisations: 0 known, 3 new" in ran.err
    rows = rows_of(archive / "data/fair-deals-list/deals.csv")
    assert ["aaology" in row["parties"] for row in rows[:4]] == [True, False, False, True]


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("Funder", ("company", "union", "individual")),
        ("Donor", ("bilateral", "multilateral")),
        ("from_funder_name", ("private", "aaology", "public")),
        ("Branch supplier", ("aaology", "bbplanet", "ccfund")),  # no giver, and no word for a name
    ],
)
def test_kinds_and_other_small_words_are_none(look: Bring, tmp_path: Path, header: str, words: tuple[str, ...]) -> None:
    ran = look(sheet(tmp_path / "list.csv", _list(header, words)))
    assert f"Set aside: {header}: its header says Parties, but its cells are a few words again and again" in ran.err
