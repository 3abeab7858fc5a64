"""Names with an ``and`` between two: told, and how they are parted. All are made up but for those of one body each."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cq_tui.importing.recognise.words.joined_names import are_plain, names_around_and

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of, sheet

Bring = Callable[..., Ran]
_LIST = """title,date,investor
Works one,2023-01-23,Ee & Ff Friedrichshafen
Works two,2022-07-01,Gg and Hh
Works three,2022-07-02,Gg
Works four,2022-07-03,Ministry of Health and Welfare
Works five,2022-07-04,Aa & Sons
"""
_PART = "organisations.Gg and Hh=Gg; Hh"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Gg and Hh", ("Gg", "Hh")),
        ("Ee & Ff Friedrichshafen", ("Ee", "Ff Friedrichshafen")),
        ("Stadtwerke Aa und Bb", ("Stadtwerke Aa", "Bb")),
        ("Aa et Bb", ("Aa", "Bb")),
        ("Aa & Sons", ()),
        ("Aa & Co. KG", ()),
        ("Aa, Bb and Cc", ()),  # commas are told of
        ("Aa & Bb & Cc", ()),
        ("Aa and other investors", ()),
        ("Compagnie & Aa", ()),
    ],
)
def test_what_may_be_two_names(name: str, parts: tuple[str, ...]) -> None:
    assert names_around_and(name) == parts


def test_what_a_body_deals_with_is_not_told_of() -> None:
    assert not are_plain(names_around_and("Ministry of Health and Welfare"))


def test_they_are_told_with_the_answer_that_parts_them(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", _LIST)
    ran = bring(path)
    assert ran.code == 0, ran.err
    met = "1 name with an and or & is read as one, and a part of it stands alone elsewhere: Gg and Hh. To part it"
    assert f"! Organisations: {met}: --set '{_PART}'\n" in ran.err
    plain = "1 name with an and or & is read as one: Ee & Ff Friedrichshafen. Where it is two, part them: --set"
    assert f"  Organisations: {plain}" in ran.err
    assert '# "Gg and Hh" = "Gg; Hh"' in (archive / "imports/fair-deals-list/MAP.toml").read_text("utf-8")
    ran = bring(path, "--set", _PART, "--force")
    names = {row["name_en"] for row in rows_of(archive / "data/fair-deals-list/organisations.csv")}
    assert ({"Gg", "Hh"} <= names, "Gg and Hh" in names) == (True, False)
