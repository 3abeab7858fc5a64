"""Positions beyond 32 bits: more than 4.29 billion records of a kind, of which a few stand at the end."""

import pytest
from cq_tui.files.named import archive_root
from cq_tui.query.parse import parse
from cq_tui.store.selection.selection import Selection
from cq_tui.store.server.address import address_of
from cq_tui.store.server.open_server import connected, open_server

from tests.server.made_server import MadeServer
from tests.server.test_conformance import pytestmark  # noqa: F401  the same condition
from tests.server.test_over_http import _url, served  # noqa: F401  a fixture
from tests.unit.conftest import Run, run  # noqa: F401  a fixture

_FAR = 2**32


@pytest.mark.parametrize("text", ["finance", "finance sort:amount-desc", "xnl", "重庆"])
def test_records_far_down_are_found_and_shown(
    run: Run,  # noqa: F811
    served: MadeServer,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    text: str,
) -> None:
    """The shipped deals once more behind all others: kept in 32 bits their positions would be those of the first."""
    monkeypatch.setattr("cq_tui.store.server.small_kinds._FEW", 0)
    url = _url(served)
    assert run("publish", "--to", url).code == 0
    before = open_server(archive_root(url))
    [*once] = (one.id for one in Selection(before, parse(text, before.kind("deals"))))
    far = f"SELECT * REPLACE (_position + {_FAR} AS _position, concat('far-', id) AS id) FROM deals"
    with connected(address_of(url), writes=True).lines(f"INSERT INTO deals {far}", {}, "q"):
        pass
    store = open_server(archive_root(url))
    store.totals["deals"] += _FAR
    found = Selection(store, parse(text, store.kind("deals")))
    assert sorted(one.id for one in found) == sorted([*once, *(f"far-{id_}" for id_ in once)])
    assert {found.at(row).id for row in range(found.count)} == {one.id for one in found}
    assert found.position(f"far-{once[0]}") is not None
