"""A header that says who gives and who gets, in one, never gives all rows one of the two roles without a word."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Fields, rows_of, sheet

Bring = Callable[..., Ran]
_ROWS = "Printing,{0} Works,100000\nGift,{0} Holding,200000\nRent,{0} House,300000\n".format("Aa")


@pytest.mark.parametrize(
    "header",
    [
        "捐贈者/支出對象",
        "Donor/Payee",
        "Payer / Payee",
        "Buyer/Seller",
        "donante/proveedor",
        "买方/卖方",
        "Customer or Supplier",
    ],
)
def test_both_are_partners_which_is_likely(fields: Fields, tmp_path: Path, header: str) -> None:
    found = fields(sheet(tmp_path / "list.csv", f"Title,{header},Amount (EUR)\n{_ROWS}"))
    assert found["parties"].roles == {"partner": (header,)}


@pytest.mark.parametrize(("header", "role"), [("Funder/Donor", "funder"), ("Supplier/Contractor", "supplier")])
def test_two_words_for_one_role_are_that(fields: Fields, tmp_path: Path, header: str, role: str) -> None:
    found = fields(sheet(tmp_path / "list.csv", f"Title,{header},Amount (EUR)\n{_ROWS}"))
    assert found["parties"].roles == {role: (header,)}


@pytest.mark.parametrize("header", ["Purpose/Beneficiary", "Beneficiary / Purpose", "Country/Recipient"])
def test_who_may_be_named_in_some_cells_is_not_taken_beside_who_is(fields: Fields, tmp_path: Path, header: str) -> None:
    rows = "Aa Club,5000,Bb Works,Gift Bb Works\nDd House,6000,Bb Works,Rent Bb Works\n"
    found = fields(sheet(tmp_path / "list.csv", f"Received By,Amount (EUR),Expended By,{header}\n{rows}"))
    assert found["parties"].roles == {"recipient": ("Received By",), "funder": ("Expended By",)}


def test_it_is_told_with_the_answers_and_one_is_taken(bring: Bring, archive: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "list.csv", f"Title,Donor/Payee,Amount (EUR)\n{_ROWS}")
    ran = bring(path)
    assert ran.code == 0, ran.err
    assert '"Donor/Payee" says two roles, and no row which: taken for partners' in ran.err
    assert "--set parties.funder=Donor/Payee, --set parties.recipient=Donor/Payee" in ran.err
    assert bring(path, "--set", "parties.recipient=Donor/Payee", "--force").code == 0
    parties = [row["parties"] for row in rows_of(archive / "data/fair-deals-list/deals.csv")]
    assert parties == ["aa-works:recipient", "aa-holding:recipient", "aa-house:recipient"]


@pytest.mark.parametrize(
    ("header", "other", "role"),
    [
        ("Sponsor", "Sponsor level", "funder"),
        ("SPONSORS", "2020 Spending", "funder"),
        ("Sponsor name", "Giving status", "funder"),
        ("Sponsor", "Phase", "initiator"),
        ("Fiscal Sponsor", "Donated", "initiator"),
    ],
)
def test_who_sponsors_gives_where_something_is_given(
    fields: Fields, tmp_path: Path, header: str, other: str, role: str
) -> None:
    rows = "Mill,Aa Ltd,Gold,9000\nMine,Bb Ltd,Silver,8000\nDam,Cc Ltd,Gold,7000\n"
    found = fields(sheet(tmp_path / "list.csv", f"Title,{header},{other},Amount (EUR)\n{rows}"))
    assert found["parties"].roles == {role: (header,)}


@pytest.mark.parametrize(
    ("cells", "is_place"),
    [
        ("confirmed|confirmed|accepted", False),
        ("Ohio|Texas|Maine", True),
        ("0x5f3a00aa11bb22cc33dd44ee55ff|0x6f3a00aa11bb22cc33dd44ee55ff", False),
    ],
)
def test_a_state_may_be_how_far_something_is(fields: Fields, tmp_path: Path, cells: str, is_place: bool) -> None:
    rows = "".join(f"Mill {at},{cell},9000\n" for at, cell in enumerate(cells.split("|")))
    assert ("place" in fields(sheet(tmp_path / "list.csv", f"Title,state,Amount (EUR)\n{rows}"))) is is_place


@pytest.mark.parametrize("other", ["Oppose/Support", "support_oppose", "Opposing", "For/Against"])
def test_a_candidate_gets_nothing_that_is_spent_for_or_against_him(fields: Fields, tmp_path: Path, other: str) -> None:
    rows = "Ads,Aa Fund,Dd Ee,Support,9000\nFilm,Bb Fund,Ff Gg,Oppose,8000\n"
    found = fields(sheet(tmp_path / "list.csv", f"Description,Donor,Candidate,{other},Amount (USD)\n{rows}"))
    assert found["parties"].roles == {"funder": ("Donor",), "partner": ("Candidate",)}


def test_numbers_of_a_list_of_parties_are_no_parties(bring: Bring, tmp_path: Path) -> None:
    rows = "Mill,2,9000\nMine,*,8000\nDam,11,7000\nPort,*,6000\nRoad,3,5000\n"
    told = bring(sheet(tmp_path / "list.csv", f"Project,Sponsors,Amount (USD)\n{rows}"), "--dry-run").err
    assert "Set aside: Sponsors: its header says Parties, but its cells are numbers" in told


def test_a_foundation_gives(fields: Fields, tmp_path: Path) -> None:
    rows = "Aa Club,Books,9000,Bb Foundation\nCc House,Roof,8000,Dd Fund\n"
    found = fields(sheet(tmp_path / "list.csv", f"grantee_name,purpose,amount_usd,foundation_name\n{rows}"))
    assert found["parties"].roles == {"recipient": ("grantee_name",), "funder": ("foundation_name",)}


def test_the_number_of_a_register_is_not_asked_for_as_an_amount(bring: Bring, tmp_path: Path) -> None:
    rows = "Aa Pty,Dd Affairs,23630677673\nBb Pty,Dd Affairs,50 082 123 822\nCc Pty,Ee Affairs,79 109 681 405\n"
    told = bring(sheet(tmp_path / "list.csv", f"Client Name,Lobbyist,ABN\n{rows}"), "--dry-run").err
    assert "amount.column=ABN" not in told.partition("\n? ")[2], told


def test_the_post_of_somebody_is_no_second_party(fields: Fields, tmp_path: Path) -> None:
    rows = "Vase,Ada Aa,Queen,Bo Bb,Minister,900\nBook,Cy Cc,Consul,Di Dd,Clerk,800\n"
    header = "description,donor_name,donor_title,recipient_name,recipient_title,value (USD)"
    found = fields(sheet(tmp_path / "list.csv", f"{header}\n{rows}"))
    assert found["parties"].roles == {"funder": ("donor_name",), "recipient": ("recipient_name",)}


@pytest.mark.parametrize("cells", ["AB - Aa Board,AB", "ABCD - Aa Board,ABC", "Aa Board,Bb Board"])
def test_a_code_with_which_another_column_begins_is_no_second_party(
    bring: Bring, fields: Fields, tmp_path: Path, cells: str
) -> None:
    rows = "".join(f"Roof {at},{cells},900\n" for at in range(4))
    path = sheet(tmp_path / "list.csv", f"Project,Administering State Agency,Agency,Amount (USD)\n{rows}")
    both = ("Administering State Agency", "Agency")
    assert fields(path)["parties"].roles == {"buyer": both if "Bb" in cells else both[:1]}
    assert ("Set aside: Agency" in bring(path, "--dry-run").err) is ("Bb" not in cells)


@pytest.mark.parametrize(("owned", "role"), [(1, "partner"), (5, "investor")])
def test_who_owns_a_few_firms_of_a_list_invests_in_none(fields: Fields, tmp_path: Path, owned: int, role: str) -> None:
    rows = "".join(f"Closing {at},{'Aa Group' if at < owned else ''},2024-02-0{at + 1}\n" for at in range(6))
    found = fields(sheet(tmp_path / "list.csv", f"Title,parent_company,Date\n{rows}"))
    assert found["parties"].roles == {role: ("parent_company",)}
