"""What the tests of the filter language share: a made archive beside the shipped one."""

import pytest
from cq_tui.query.parse import parse
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.conftest import Ids
from tests.unit.made import read_checked
from tests.unit.query.made import write_made


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    archive, problems = read_checked(write_made(tmp_path_factory.mktemp("made")))
    assert problems == []
    return Store(archive)


@pytest.fixture(scope="session")
def made(made_store: Store) -> Ids:
    def ids(text: str = "", kind: str = "deals") -> list[str]:
        query = parse(text, kinds()[kind])
        assert query.faults == ()
        return [record.id for record in Selection(made_store, query)]

    return ids
