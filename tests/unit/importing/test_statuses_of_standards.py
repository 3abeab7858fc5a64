"""Statuses by the Open Contracting Data Standard, and those of trackers of aid. Made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Take, sheet
from tests.unit.importing.test_contracting_data import release, written

Bring = Callable[..., Ran]
WORDS = "planning planned active complete cancelled unsuccessful withdrawn terminated pending".split()


def list_of(path: Path, status: str, first: str = "ocid") -> Path:
    rows = "".join(f"ocds-x-{n},Bridge {n},{n}000,USD,{word}\n" for n, word in enumerate(WORDS, 1))
    return sheet(path, f"{first},tender/title,value/amount,value/currency,{status}\n{rows}")


@pytest.mark.parametrize(
    ("status", "stages"),
    [
        ("tender_status", "pledged pledged pledged committed cancelled cancelled cancelled cancelled pledged"),
        ("tender/status", "pledged pledged pledged committed cancelled cancelled cancelled cancelled pledged"),
        ("compiledRelease/tender/status", "pledged pledged pledged committed cancelled cancelled cancelled cancelled "
                                          "pledged"),
        ("awards/0/status", "planned planned committed completed cancelled cancelled cancelled cancelled pledged"),
        ("award_status", "planned planned committed completed cancelled cancelled cancelled cancelled pledged"),
        ("contracts/0/status", "planned planned signed completed cancelled cancelled cancelled completed pledged"),
        ("contractStatus", "planned planned signed completed cancelled cancelled cancelled completed pledged"),
    ],
)  # fmt: skip
def test_a_word_means_what_the_standard_says_of_tender_award_and_contract(
    take: Take, tmp_path: Path, status: str, stages: str
) -> None:
    found = take(list_of(tmp_path / "list.csv", status))
    assert [str(one) for one in found.values("stage")] == stages.split()
    assert found.remarks == []


def test_the_mapping_says_so(bring: Bring, tmp_path: Path) -> None:
    told = bring(list_of(tmp_path / "list.csv", "contracts/0/status"), "--dry-run").err
    words = '"active": signed, "terminated": completed, "pending": pledged'
    assert f"likely: the header says Stage; read as the Open Contracting Data Standard means them: {words}" in told
    said = bring(tmp_path / "list.csv", "--dry-run", "--set", "stage.codes.terminated=cancelled").err
    assert "cancelled 4" in said, said


@pytest.mark.parametrize("status", ["tender_status", "contract_status", "status"])
def test_elsewhere_active_is_not_known(take: Take, tmp_path: Path, status: str) -> None:
    found = take(list_of(tmp_path / "list.csv", status, "Number"))
    assert {"active", "pending"} <= found.unread().keys()
    assert [str(one or "") for one in found.values("stage")][:2] == ["planned", "planned"]


def test_a_status_of_nobody_in_particular_is_not_known_either(take: Take, tmp_path: Path) -> None:
    assert {"active", "pending"} == take(list_of(tmp_path / "list.csv", "status")).unread().keys()


def test_the_furthest_status_is_taken_where_it_is_as_full_as_the_others(take: Take, tmp_path: Path) -> None:
    head = "ocid,tender/title,tender/status,awards/0/status,contracts/0/status,contracts/0/value/amount"
    full = f"{head}\nocds-1,Bridge,complete,active,active,EUR 7\nocds-2,Dam,complete,active,pending,EUR 8\n"
    assert [str(one) for one in take(sheet(tmp_path / "a.csv", full)).values("stage")] == ["signed", "pledged"]
    gaps = full.replace("active,pending", "active,")
    assert take(sheet(tmp_path / "b.csv", gaps)).questions == ["stage"]


def test_a_release_says_whose_status_it_is(take: Take, tmp_path: Path) -> None:
    award = {"id": "a", "value": {"amount": 5, "currency": "USD"}, "status": "active"}
    contract = {"id": "c", "awardID": "a", "status": "active"}
    told = [
        release(1, tender={"title": "Road", "status": "active"}, awards=[]),
        release(2, awards=[award]),
        release(3, awards=[award], contracts=[contract]),
    ]
    found = take(written(tmp_path / "list.json", {"releases": told}))
    assert [str(one) for one in found.values("stage")] == ["pledged", "committed", "signed"]


AID = """Title,Status,Flow Type,Flow Class,Recipient,Commitment Year,Amount (USD)
Road,Pipeline: Pledge,Loan,ODA-like,Kenya,2010,1000000
School,Pipeline: Commitment,Grant,OOF-like,Ghana,2011,500000
Bridge,Implementation,Loan,Vague (Official Finance),Chad,2012,500001
Hall,Completion,Technical assistance,ODA-like,Mali,2013,500002
Dam,Suspended,Debt forgiveness,OOF-like,Togo,2014,500003
Dike,Cancelled,Loan,OOF-like,Togo,2015,500004
"""


def test_trackers_of_aid_are_read_without_a_question(take: Take, bring: Bring, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", AID)
    found = take(path)
    stages = "pledged committed implementing completed suspended cancelled".split()
    assert [str(one) for one in found.values("stage")] == stages
    assert (found.questions, found.remarks, set(found.values("instrument"))) == ([], [], {None})
    told = bring(path, "--dry-run").err
    assert "Flow Type: 6 of 6 from Flow Type; a field of its own" in told, told
    assert "Flow Class: 6 of 6 from Flow Class; a field of its own" in told, told


@pytest.mark.parametrize("header", ["Type", "Flow type", "Type of flow"])
def test_classes_of_flows_are_no_types_of_deals(take: Take, tmp_path: Path, header: str) -> None:
    path = sheet(tmp_path / "list.csv", f"Title,{header},Amount (USD)\nRoad,ODA-like,7\nDam,OOF-like,8\nPort,Vague,9\n")
    assert (take(path).questions, take(path).remarks) == ([], [])
