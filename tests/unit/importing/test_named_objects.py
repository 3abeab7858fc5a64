"""Lists of named objects within the records of JSON: a party is its name. Every list is made up."""

import json
from collections.abc import Callable
from pathlib import Path

from cq_tui.importing.sources.lists_in_records import single_objects

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import rows_of

Bring = Callable[..., Ran]


def test_a_party_of_several_is_its_name_and_not_the_whole_object(bring: Bring, archive: Path, tmp_path: Path) -> None:
    page = {"id": "cedar", "name": "Cedar"}
    mergers = [
        {"deal_name": "Alder – Birch", "notified": "2026-01-05", "acquirers": [{"name": "Alder Pty Ltd", "id": "11"}],
         "targets": [{"name": "Birch Ltd", "id": "22"}],
         "other_parties": [{"name": "Cedar Holdings Ltd", "id": "33", "page": page},
                           {"name": "Dogwood Ltd", "id": "44"}]},
        {"deal_name": "Elm – Fir", "notified": "2026-01-08", "acquirers": [{"name": "Elm Pty Ltd", "id": "55"}],
         "targets": [{"name": "Fir Ltd", "id": "66"}], "other_parties": []},
    ]  # fmt: skip
    path = tmp_path / "list.json"
    path.write_text(json.dumps({"mergers": mergers}), "utf-8")
    ran = bring(path)
    assert ran.code == 0, ran.err
    names = {row["name_en"] for row in rows_of(archive / "data/fair-deals-list/organisations.csv")}
    assert names >= {"Cedar Holdings Ltd", "Dogwood Ltd", "Alder Pty Ltd", "Fir Ltd"}
    assert not any(":" in name for name in names)


def test_payments_stay_together_and_names_do_not() -> None:
    records = [
        {"paid": [{"name": "first", "amount": "5"}, {"name": "second", "amount": "6"}],
         "firms": [{"name": "Aa", "id": "1"}, {"name": "Bb", "id": "2"}], "codes": [{"code": "1"}, {"code": "2"}]},
    ] * 3  # fmt: skip
    assert single_objects(records) == {"firms"}
