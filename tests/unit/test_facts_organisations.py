"""Every organisation once, with its names, its country and what it belongs to."""

from collections import Counter
from typing import cast

import pytest
from cq_tui.archive.read import Archive
from cq_tui.kinds.organisations import Organisation, OrganisationType
from cq_tui.values.codes import Basis

Organisations = dict[str, Organisation]


@pytest.fixture
def organisations(archive: Archive) -> Organisations:
    return {one.id: one for one in cast(list[Organisation], archive.records("organisations"))}


def _spellings(one: Organisation) -> list[str]:
    return [name.casefold() for name in (one.name.zh, one.name.en, *one.aliases)]


def test_no_two_organisations_share_a_name_or_an_alias(organisations: Organisations) -> None:
    owners = Counter(name for one in organisations.values() for name in set(_spellings(one)))
    assert [name for name, count in owners.items() if count > 1] == []


def test_an_alias_is_not_the_name_again(organisations: Organisations) -> None:
    repeated = [one.id for one in organisations.values() if len(set(_spellings(one))) < len(_spellings(one))]
    assert repeated == []


@pytest.mark.parametrize(
    ("short", "organisation"),
    [
        ("市经济信息委", "chongqing-economy-it-commission"),
        ("重庆市经济信息委", "chongqing-economy-it-commission"),
        ("中信", "citic-group"),
        ("长安", "changan"),
        ("德国西马克", "sms-group"),
        ("西南铝", "southwest-aluminium"),
        ("TÜV", "tuv-rheinland"),
        ("TUV", "tuv-rheinland"),
    ],
)
def test_short_forms_are_aliases(organisations: Organisations, short: str, organisation: str) -> None:
    assert short in organisations[organisation].aliases


def test_the_branch_belongs_to_the_bank_and_the_bank_to_the_group(organisations: Organisations) -> None:
    assert organisations["citic-bank-chongqing"].parent == "citic-bank"
    assert organisations["citic-bank"].parent == "citic-group"
    assert organisations["citic-group"].parent is None


def test_what_belongs_to_the_group_is_inferred(organisations: Organisations) -> None:
    children = {one.id: one.parent_basis for one in organisations.values() if one.parent == "citic-group"}
    assert children == {"citic-bank": Basis.INFERRED, "citic-heavy-industries": Basis.INFERRED}


@pytest.mark.parametrize(
    ("organisation", "parent"),
    [
        ("chongqing-economy-it-commission", "chongqing-government"),
        ("chongqing-port-logistics-office", "chongqing-government"),
        ("beidou-zhilian-chongqing", "beidou-zhilian"),
        ("eu-chamber-southwest", "eu-chamber"),
    ],
)
def test_parent(organisations: Organisations, organisation: str, parent: str) -> None:
    assert organisations[organisation].parent == parent


def test_the_german_company_with_a_comma_is_one_organisation(organisations: Organisations) -> None:
    (one,) = [one for one in organisations.values() if "Schreiber" in one.name.zh or "Brand" in one.name.zh]
    assert one.name.zh.startswith("SBI-Schreiber, Brand")
    assert (one.country, one.type) == ("DE", OrganisationType.COMPANY)


@pytest.mark.parametrize(
    ("organisation", "country"),
    [
        ("sms-group", "DE"),
        ("tuv-rheinland", "DE"),
        ("italy-robotics-competence-centre", "IT"),
        ("china-ip-sme-helpdesk", "EU"),
        ("eu-chamber", "EU"),
        ("citic-bank", "CN"),
        ("seres", "CN"),
    ],
)
def test_country(organisations: Organisations, organisation: str, country: str) -> None:
    assert organisations[organisation].country == country


def test_only_countries_that_the_report_tells_are_stated(organisations: Organisations) -> None:
    stated = {one.id for one in organisations.values() if one.country_basis is Basis.STATED}
    assert stated == {"sms-group", "italy-robotics-competence-centre", "china-ip-sme-helpdesk"}


def test_every_organisation_has_a_type_a_country_and_both_names(organisations: Organisations) -> None:
    assert all(one.country and one.name.zh and one.name.en for one in organisations.values())
    assert {one.type for one in organisations.values()} <= set(OrganisationType)


@pytest.mark.parametrize(
    "organisation",
    [
        "ifeng-chongqing", "cpc-chongqing-committee", "chongqing-government", "hongjin-group", "chongqing-yuqi",
        "qianli-technology", "xinli-shidai-energy", "liangjiang-new-area", "citic-heavy-industries",
    ],
)  # fmt: skip
def test_named_organisation_is_there(organisations: Organisations, organisation: str) -> None:
    assert organisation in organisations
