"""Codes of countries under ``iso2`` and its like are the country, where no column is surer of it."""

from pathlib import Path

import pytest
from cq_tui.archive.read import read
from cq_tui.importing.recognise.prepare import Prepared, prepare
from cq_tui.store.store import Store

from tests.shipped import kinds
from tests.unit.importing.conftest import sheet


def _prepared(archive: Path, path: Path) -> Prepared:
    return prepare(Store(read(archive)), path, kinds()["organisations"], "fair")


@pytest.mark.parametrize("header", ["address_iso2", "country_iso2", "iso_code", "ISO2", "country_code", "国家代码"])
def test_codes_of_countries_are_the_country(archive: Path, tmp_path: Path, header: str) -> None:
    path = sheet(tmp_path / "a.csv", f"name,website,{header}\nAa Ltd,https://aa.example,AU\nDd K.K.,https://dd.example,JP\n"
                 "Ff Inc.,https://ff.example,US\nHh GmbH,https://hh.example,DE\n")  # fmt: skip
    proposal = _prepared(archive, path).proposal
    assert not proposal.questions
    assert proposal.mapping.fields["country"].column == (header,)


def test_a_surer_column_goes_before_the_codes(archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.csv", "name,country,iso_code\nAa Ltd,Australia,AU\nDd K.K.,Japan,JP\nFf Inc.,USA,US\n")
    proposal = _prepared(archive, path).proposal
    assert not proposal.questions
    assert proposal.mapping.fields["country"].column == ("country",)


def test_codes_of_currencies_are_no_country(archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.csv", "name,iso_code\nAa Ltd,USD\nDd K.K.,EUR\nFf Inc.,GBP\nGg,CNY\n")
    assert "country" not in _prepared(archive, path).proposal.mapping.fields
