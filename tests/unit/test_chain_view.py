"""The value chain: its stages in the order of the flow, the money at its segments, cycles that are told."""

from decimal import Decimal
from pathlib import Path

import pytest
from cq_tui.archive.cycles import cycles
from cq_tui.archive.reconcile import reconcile
from cq_tui.kinds.events import Event
from cq_tui.query.parse import parse
from cq_tui.store.selection.selection import Selection
from cq_tui.store.store import Store
from cq_tui.store.views.chain import Chain, chain_of
from cq_tui.store.views.money_apart import sums

from tests.unit.made import EVENT, problems, read_checked, write_archive


def chain(store: Store) -> Chain:
    return chain_of(Selection(store, parse("", store.kind("chain"))))


def segment(name: str, tier: str, parent: str = "", more: str = "") -> str:
    above = f'parent = "{parent}"\n' if parent else ""
    return f'[[chain]]\nid = "{name}"\nname = {{ en = "{name}" }}\ntier = "{tier}"\n{above}{more}\n'


def deal(name: str, amount: str = "", at: str = "", more: str = "") -> str:
    money = f'amount = {amount}\ncurrency = "CNY"\n' if amount else ""
    place = f'chain_segment = "{at}"\n' if at else ""
    return f'[[deals]]\nid = "{name}"\ntitle = {{ en = "{name}" }}\nevent = "fair"\n{money}{place}{more}\n'


def test_goods_flow_from_material_to_services(store: Store) -> None:
    assert list(chain(store).tiers) == ["material", "component", "assembly", "system", "leader", "service"]


def test_the_money_at_the_shipped_segments(store: Store) -> None:
    found = {node.segment.id: node for node in chain(store).nodes}
    money = {name: [(one.apart, one.amount, judged) for each in node.money for one, judged in each.sums]
             for name, node in found.items() if node.money}  # fmt: skip
    assert money == {
        "nev-industry": [("credit-line", Decimal(75_000_000_000), True)],
        "lightweight-aluminium": [("investment", Decimal(200_000_000), True)],
        "component-classes": [("purchase-order", Decimal(2_000_000_000), True)],
    }
    assert not any(found[name].has_money for name in ("systems", "assemblies", "leader-changan", "export-service"))


def _whole(drawn: Chain) -> dict[tuple[str, str | None], tuple[Decimal, int]]:
    """What segments and what names none come to, by currency and kind of money."""
    every = [one for node in drawn.nodes for money in node.money for one, _judged in money.sums]
    every += [one for money in drawn.elsewhere for one in money.sums]
    found: dict[tuple[str, str | None], tuple[Decimal, int]] = {}
    for one in every:
        amount, count = found.get((one.currency, one.apart), (Decimal(0), 0))
        found[one.currency, one.apart] = amount + one.amount, count + one.count
    return found


def _checked(store: Store) -> dict[tuple[str, str | None], tuple[Decimal, int]]:
    """The same as ``cq-tui check`` adds it up."""
    return {
        (one.currency, one.apart): (one.amount, sum(each.count for each in _with(store, one.currency, one.apart)))
        for one in sums(store.itemised)
    }


def _with(store: Store, currency: str, apart: str | None):  # type: ignore[no-untyped-def]
    return [one for one in store.itemised if (one.currency, one.instrument) == (currency, apart) and one.amount]


def test_the_segments_come_to_what_check_adds_up(store: Store) -> None:
    assert _whole(chain(store)) == _checked(store)
    event = store.get("events", "european-visit-2025")
    assert isinstance(event, Event)
    whole = next(line for line in reconcile(event, store.itemised) if line.category is None and line.stated)
    assert sum(amount for amount, _count in _whole(chain(store)).values()) == whole.itemised_amount


def test_what_does_not_count_stands_in_no_sum_and_what_names_no_segment_is_told(tmp_path: Path) -> None:
    deals = (
        deal("a", "5", "auto") + deal("b", "7", "auto", 'stage = "cancelled"') + deal("c", "11") + deal("d", at="auto")
    )
    archive, found = read_checked(write_archive(tmp_path, events=EVENT, chain=segment("auto", "industry"), deals=deals))
    assert found == []
    store = Store(archive)
    drawn = chain(store)
    (money,) = drawn.nodes[0].money
    assert (money.count, money.without_sum, money.sums[0][0].amount, money.sums[0][1]) == (3, 2, Decimal(5), False)
    assert [(one.count, one.sums[0].amount) for one in drawn.elsewhere] == [(1, Decimal(11))]
    assert _whole(drawn) == _checked(store)


def test_deals_of_a_segments_organisation_are_told_and_not_added(tmp_path: Path) -> None:
    party = 'parties = [{ org = "works", role = "investor" }]'
    archive, found = read_checked(
        write_archive(
            tmp_path,
            events=EVENT,
            organisations='[[organisations]]\nid = "works"\nname = { en = "Works" }\n',
            chain=segment("maker", "leader", more='organisation = "works"') + segment("parts", "component"),
            deals=deal("a", "5", "maker", party) + deal("b", "7", "parts", party) + deal("c", "9", more=party),
        )
    )
    assert found == []
    by_name = {node.segment.id: node for node in chain(Store(archive)).nodes}
    assert (by_name["maker"].money[0].count, by_name["maker"].of_organisation) == (1, 2)
    assert by_name["parts"].of_organisation == 0


def test_each_industry_has_its_own_stages(tmp_path: Path) -> None:
    segments = "".join(
        [
            segment("cars", "industry"),
            segment("ships", "industry"),
            segment("steel", "material", "cars"),
            segment("bolts", "component", "steel"),
            segment("plates", "material", "ships"),
            segment("loose", "service"),
        ]
    )
    archive, _found = read_checked(write_archive(tmp_path, events=EVENT, chain=segments))
    drawn = [
        (
            one.whole.segment.id if one.whole else None,
            {tier: [node.segment.id for node in nodes] for tier, nodes in one.stages.items()},
        )
        for one in chain(Store(archive)).industries
    ]
    assert drawn == [
        ("cars", {"material": ["steel"], "component": ["bolts"]}),
        ("ships", {"material": ["plates"]}),
        (None, {"service": ["loose"]}),
    ]


@pytest.mark.parametrize(
    ("parents", "found"),
    [
        ({}, []),
        ({"a": "b", "b": "c"}, []),
        ({"a": "a"}, [["a"]]),
        ({"x": "a", "a": "b", "b": "a"}, [["a", "b"]]),
        ({"a": "b", "b": "a", "c": "d", "d": "c", "e": "c"}, [["a", "b"], ["c", "d"]]),
        ({str(n): str(n + 1) for n in range(5000)}, []),
    ],
)
def test_cycles(parents: dict[str, str], found: list[list[str]]) -> None:
    assert list(cycles(parents)) == found


def test_check_tells_a_cycle_once_with_its_place(tmp_path: Path) -> None:
    segments = segment("a", "system", "b") + segment("b", "system", "a") + segment("c", "component", "a")
    (line,) = problems(tmp_path, chain=segments)
    assert line.startswith("data/chain.toml:5: parent: it is part of itself: a > b > a.")


def test_check_tells_a_cycle_that_a_table_file_closes(tmp_path: Path) -> None:
    write_archive(tmp_path, events=EVENT)
    rows = "id,name_en,tier,parent\na,a,system,b\nb,b,system,a\nc,c,component,a\n"
    (tmp_path / "data" / "chain.csv").write_text(rows)
    found = [str(problem) for problem in read_checked(tmp_path)[1]]
    assert [line.split(". ")[0] for line in found] == ["data/chain.csv:2: parent: it is part of itself: a > b > a"]


def test_stages_of_an_archives_own(tmp_path: Path) -> None:
    schema = "".join(f'[codes.tier.{code}]\nzh = "{code}"\nen = "{code}"\n' for code in ("industry", "mine", "mill"))
    write_archive(tmp_path, events=EVENT, schema=schema, chain=segment("rolling", "mill") + segment("ore", "mine"))
    archive, found = read_checked(tmp_path)
    assert found == []
    assert list(chain(Store(archive)).tiers) == ["mine", "mill"]
