"""Persons who answer for a party, beside their addresses, are no organisations: their office is the party."""

from pathlib import Path

import pytest

from tests.unit.importing.conftest import Fields, Take, sheet

_ROWS = (
    ("Supply of toners", "Aa Media Group", "Purchasing", "Jane Miller", "jmiller@example.org", "416-555-0141", "26773"),
    ("Paving of roads", "Bb Paving Ltd", "Transport", "Peter Novak", "pnovak@example.org", "416-555-0142", "1250000"),
    ("Repair of pumps", "Cc Works Inc", "Water", "Jane Miller", "jmiller@example.org", "416-555-0141", "980000"),
)


def _list(path: Path, *names: str, rows: tuple[tuple[str, ...], ...] = _ROWS) -> Path:
    return sheet(path / "list.csv", "\n".join(map(",".join, (names, *rows))) + "\n")


@pytest.mark.parametrize(
    ("office", "person", "mail", "phone"),
    [
        ("Division", "Buyer Name", "Buyer Email", "Buyer Phone Number"),
        ("Department", "buyer_name", "buyer_email", "buyer_phone"),
        ("Agency", "Buyer", "Buyer E-Mail", "Buyer Tel."),
    ],
)
def test_a_clerk_is_no_buyer_and_the_office_is(
    take: Take, fields: Fields, tmp_path: Path, office: str, person: str, mail: str, phone: str
) -> None:
    path = _list(tmp_path, "Title", "Supplier", office, person, mail, phone, "Amount (CAD)")
    assert fields(path)["parties"].roles == {"supplier": ("Supplier",), "buyer": (office,)}
    found = [{(one.org, str(one.role)) for one in each} for each in take(path).values("parties")]
    assert found[0] == {("aa-media-group", "supplier"), ("purchasing", "buyer")}


def test_the_address_of_a_clerk_is_not_that_of_the_office(take: Take, tmp_path: Path) -> None:
    names = ("Title", "Supplier", "Division", "Buyer Name", "Buyer Email", "Buyer Phone", "Amount (CAD)")
    record = take(_list(tmp_path, *names)).records[0]
    assert [getattr(record, one) for one in ("buyer_email", "buyer_phone")] == ["jmiller@example.org", "416-555-0141"]


def test_without_an_office_the_clerk_is_left_out_of_the_parties(fields: Fields, tmp_path: Path) -> None:
    rows = tuple((*row[:2], *row[3:]) for row in _ROWS)
    names = ("Title", "Supplier", "Buyer Name", "Buyer Email", "Buyer Phone", "Amount (CAD)")
    assert fields(_list(tmp_path, *names, rows=rows))["parties"].roles == {"supplier": ("Supplier",)}


def test_bodies_and_persons_who_get_something_stay_parties(fields: Fields, tmp_path: Path) -> None:
    names = ("Title", "Buyer Name", "Buyer Email", "Recipient Name", "Recipient Email", "Amount (CAD)")
    rows = (
        ("Toners", "City of Aa", "info@aa.example", "Jane Miller", "jmiller@example.org", "26773"),
        ("Roads", "Town of Bb", "office@bb.example", "Peter Novak", "pnovak@example.org", "1250000"),
        ("Pumps", "County of Cc", "mail@cc.example", "Ana Horn", "ahorn@example.org", "980000"),
    )
    roles = fields(_list(tmp_path, *names, rows=rows))["parties"].roles
    assert roles == {"buyer": ("Buyer Name",), "recipient": ("Recipient Name",)}
