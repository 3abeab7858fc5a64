"""Lists of staff within records: the record is called by its own name, and never by its staff unasked. Made up."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import sheet

Bring = Callable[..., Ran]
_STAFF = (("Alvora", "Ada Brandt", "Bo Kell"), ("Brindle", "Carla Nunn"), ("Corvane", "Dov Parr", "Eva Lund"))


def _records(called: str, inner: str = "team_members") -> str:
    return json.dumps([
        {called: firm, "information": f"Makes {firm.casefold()}s.",
         inner: [{"name": one, "position": "CEO", "company": firm} for one in staff]}
        for firm, *staff in _STAFF
    ])  # fmt: skip


@pytest.mark.parametrize("called", ["exhibitor_name", "exibitor_name", "firm_title_name"])
@pytest.mark.parametrize("inner", ["team_members", "staff", "contacts"])
def test_exhibitors_are_called_by_their_own_names(
    look: Bring, bring: Bring, tmp_path: Path, called: str, inner: str
) -> None:
    path = sheet(tmp_path / "a.json", _records(called, inner))
    assert f'column = "{called}"' in look(path, "--kind", "organisations").err
    if called == "exhibitor_name":
        assert "3 rows: 3 accepted" in bring(path, "--kind", "organisations", "--dry-run").err


def test_staff_are_no_title_of_deals_unasked(bring: Bring, tmp_path: Path) -> None:
    told = bring(sheet(tmp_path / "a.json", _records("exibitor_name")), "--dry-run").err
    assert "the list reads like Organisations. --kind organisations takes it so." in told
    assert 'column = "team_members_name"' not in told
    told = bring(sheet(tmp_path / "b.json", _records("number")), "--dry-run").err
    assert 'column = "team_members_name"' not in told
