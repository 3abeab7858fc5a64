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


@pytest.fixture(params=FORMS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    prepared, _blank, form = request.param.rpartition(" ")
    if form == "toml":
        return open_store(made_years(tmp_path))
    root = made_years_in_a_table(tmp_path, form)
    if prepared:
        assert prepare_archive(root, lambda thread, _loading: thread.join()) == []
    opened = open_store(root)
    assert not opened.unprepared
    return opened
