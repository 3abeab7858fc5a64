"""The auto chain, the opportunity lists and the headline figures."""

from decimal import Decimal
from typing import cast

import pytest
from cq_tui.archive.read import Archive
from cq_tui.kinds.chain import Segment, Tier
from cq_tui.kinds.figures import Figure, Nature
from cq_tui.kinds.opportunities import Opportunity
from cq_tui.values.codes import Basis, Bound


@pytest.fixture
def chain(archive: Archive) -> dict[str, Segment]:
    return {segment.id: segment for segment in cast(list[Segment], archive.records("chain"))}


@pytest.fixture
def lists(archive: Archive) -> dict[str, Opportunity]:
    return {one.id: one for one in cast(list[Opportunity], archive.records("opportunities"))}


@pytest.fixture
def figures(archive: Archive) -> dict[str, Figure]:
    return {figure.id: figure for figure in cast(list[Figure], archive.records("figures"))}


def test_three_leading_companies_are_named(chain: dict[str, Segment]) -> None:
    leaders = [one for one in chain.values() if one.tier is Tier.LEADER]
    assert [(one.name.zh, one.organisation) for one in leaders] == [
        ("长安", "changan"),
        ("赛力斯", "seres"),
        ("千里科技", "qianli-technology"),
    ]
    assert {(one.parent, one.basis) for one in leaders} == {("nev-industry", Basis.STATED)}


@pytest.mark.parametrize(("tier", "count"), [(Tier.SYSTEM, 3), (Tier.ASSEMBLY, 12), (Tier.COMPONENT, 56)])
def test_parts_are_counted_and_not_named(chain: dict[str, Segment], tier: Tier, count: int) -> None:
    (segment,) = [one for one in chain.values() if one.tier is tier]
    assert (segment.count, segment.members_named, segment.basis) == (count, False, Basis.STATED)
    assert [one for one in chain.values() if one.parent == segment.id and one.tier is tier] == []


def test_segments_that_the_report_does_not_name_are_inferred(chain: dict[str, Segment]) -> None:
    assert {one.id for one in chain.values() if one.basis is Basis.INFERRED} == {
        "lightweight-aluminium",
        "export-service",
    }


@pytest.mark.parametrize(
    ("kind", "touching"),
    [
        ("deals", {"nev-credit-line", "aluminium-die-casting-line", "parts-supply-order"}),
        ("platforms", {"citic-car-export-centre"}),
    ],
)
def test_links_to_the_chain_are_inferred(archive: Archive, kind: str, touching: set[str]) -> None:
    linked = [record for record in archive.records(kind) if getattr(record, "chain_segment")]  # noqa: B009
    assert {record.id for record in linked} == touching
    assert {getattr(record, "chain_segment_basis") for record in linked} == {Basis.INFERRED}  # noqa: B009


def test_there_are_two_opportunity_lists(lists: dict[str, Opportunity]) -> None:
    assert list(lists) == ["development-opportunities", "four-chain-scenarios"]
    assert {one.publisher for one in lists.values()} == {"chongqing-economy-it-commission"}


def test_the_list_of_projects(lists: dict[str, Opportunity]) -> None:
    one = lists["development-opportunities"]
    assert (one.count, one.amount, one.currency, one.amount_bound) == (523, Decimal(10) ** 12, "CNY", Bound.ABOUT)
    assert [area.zh for area in one.areas] == ["智能网联新能源汽车", "新一代电子信息制造业", "先进材料"]


def test_the_list_of_scenarios_has_no_amount(lists: dict[str, Opportunity]) -> None:
    one = lists["four-chain-scenarios"]
    assert (one.count, one.amount, one.currency) == (161, None, None)
    assert [area.zh for area in one.areas] == ["“AI+”创新应用", "低空经济", "未来工厂", "智慧医疗"]


def test_there_are_five_figures(figures: dict[str, Figure]) -> None:
    assert len(figures) == 5


@pytest.mark.parametrize(
    ("figure", "value", "out_of"), [("industrial-categories", 39, 41), ("manufacturing-categories", 31, 31)]
)
def test_categories_present(figures: dict[str, Figure], figure: str, value: int, out_of: int) -> None:
    one = figures[figure]
    assert (one.nature, one.value, one.out_of) == (Nature.FACT, Decimal(value), Decimal(out_of))


def test_the_target_for_2027(figures: dict[str, Figure]) -> None:
    one = figures["industrial-total-2027"]
    assert (one.nature, one.value, one.currency, one.year) == (Nature.TARGET, Decimal(4 * 10**12), "CNY", 2027)


def test_the_output_of_2025_is_a_forecast_of_more_than_1_25_million(figures: dict[str, Figure]) -> None:
    one = figures["nev-output-2025"]
    assert (one.nature, one.value, one.value_bound, one.year) == (Nature.FORECAST, Decimal(1_250_000), Bound.OVER, 2025)
    assert one.chain_segment == "nev-industry"


def test_the_cluster_system_is_a_name_and_not_a_quantity(figures: dict[str, Figure]) -> None:
    one = figures["clusters-33618"]
    assert (one.designation, one.value, one.nature) == ("33618", None, Nature.FACT)
