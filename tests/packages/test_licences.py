"""All that is installed with the program may be used and handed on beside it, and the page says so."""

import re

import pytest

from scripts.licences import FREE, PAGE, packages, page

pytestmark = pytest.mark.packages

HOW = "run python -m scripts.licences"


def _rows(text: str) -> dict[str, str]:
    return dict(re.findall(r"^\| (\*{0,2}[a-z0-9-]+\*{0,2}) \| ([^|]+) \|", text, re.MULTILINE))


def test_each_package_states_a_free_licence() -> None:
    assert {one.name: one.licence for one in packages() if not FREE.search(one.licence)} == {}


@pytest.mark.parametrize("not_free", ["", "Proprietary", "GPL-3.0-only", "AGPL-3.0-or-later", "Commercial MITigated"])
def test_others_would_be_noticed(not_free: str) -> None:
    assert not FREE.search(not_free)


def test_the_page_lists_what_is_asked_for_directly_with_its_licence() -> None:
    """What those bring with them changes with their releases; of these the first test asks for the licence alone."""
    told, now = (_rows(text) for text in (PAGE.read_text("utf-8"), page()))
    direct = {name: licence for name, licence in now.items() if name.startswith("*")}
    assert {name: told.get(name) for name in direct} == direct, HOW
    assert {name for name in told if name.startswith("*")} == set(direct), HOW
