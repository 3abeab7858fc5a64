"""The made archive of three years, in every form that an archive may have."""

from pathlib import Path

import pytest
from cq_tui.commands.common import open_store
from cq_tui.store.prepare_archive import prepare_archive
from cq_tui.store.store import Store
from cq_tui.values.today import VARIABLE

from tests.unit.made_years import TODAY, made_years, made_years_in_a_table

FORMS = ("toml", "csv", "parquet", "prepared csv", "prepared parquet")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, TODAY)


@pytest.fixture(scope="session")
def stores() -> dict[str, Store]:
    """The stores that were opened already: making one takes longer than all that a test asks it."""
    return {}


@pytest.fixture(params=FORMS)
def store(request: pytest.FixtureRequest, stores: dict[str, Store], tmp_path_factory: pytest.TempPathFactory) -> Store:
    """To be asked, and changed by nobody."""
    if request.param not in stores:
        stores[request.param] = _opened(request.param, tmp_path_factory.mktemp("years"))
    return stores[request.param]


def _opened(how: str, folder: Path) -> Store:
    prepared, _blank, form = how.rpartition(" ")
    if form == "toml":
        return open_store(made_years(folder))
    root = made_years_in_a_table(folder, form)
    if prepared:
        assert prepare_archive(root, lambda thread, _loading: thread.join()) == []
    opened = open_store(root)
    assert not opened.unprepared
    return opened
