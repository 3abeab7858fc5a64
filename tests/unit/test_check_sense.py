"""Records that are right each for itself but not together. All data here is made up."""

from pathlib import Path

import pytest
from cq_tui import language

from tests.unit.made import DEAL, EVENT, problems

SECOND = DEAL.replace("mill", "dam")
TOTAL = '[[events.totals]]\ncount = {count}\namount = {amount}\ncurrency = "CNY"\n'


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('event = "fairs"', "event: there is no fairs in events. Did you mean fair?"),
        ('event = "x9"', "event: there is no x9 in events."),
        ('event = "fair"\ncites = ["p1"]', "cites.0: there is no p1 in passages."),
        ('event = "fair"\nchain_segment = "tyres"', "chain_segment: there is no tyres in chain."),
    ],
)
def test_dangling_reference(tmp_path: Path, line: str, expected: str) -> None:
    text = f'[[deals]]\nid = "mill"\ntitle = {{ en = "Mill" }}\ninstrument = "fund"\n{line}\n'
    number = 4 + line.count("\n") + 1
    assert problems(tmp_path, deals=text) == [f"data/deals.toml:{number}: {expected}"]


def test_dangling_reference_inside_a_list_of_parts(tmp_path: Path) -> None:
    text = DEAL + 'parties = [{ org = "bank", role = "lender" }]\n'
    assert problems(tmp_path, deals=text) == ["data/deals.toml:6: parties.0.org: there is no bank in organisations."]


def test_dangling_reference_inside_a_sub_table_stands_at_its_own_line(tmp_path: Path) -> None:
    parties = '\n[[deals.parties]]\nrole = "lender"\norg = "bank"\n'
    assert problems(tmp_path, deals=DEAL + parties) == [
        "data/deals.toml:9: parties.0.org: there is no bank in organisations."
    ]


def test_a_reference_to_a_broken_record_is_dangling_too(tmp_path: Path) -> None:
    found = problems(tmp_path, deals=DEAL, events=EVENT + "guests = 0\n")
    assert [line.split(" ")[0] for line in found] == ["data/deals.toml:4:", "data/events.toml:4:"]


def test_duplicate_id(tmp_path: Path) -> None:
    assert problems(tmp_path, deals=f"{DEAL}\n{DEAL}") == [
        "data/deals.toml:8: id: mill is taken already at data/deals.toml:2; ids are unique in their kind"
    ]


def test_the_same_id_in_two_kinds_is_fine(tmp_path: Path) -> None:
    assert problems(tmp_path, deals=DEAL.replace("mill", "fair")) == []


def test_more_deals_itemised_than_stated(tmp_path: Path) -> None:
    events = EVENT + TOTAL.format(count=1, amount=9)
    assert problems(tmp_path, deals=DEAL + SECOND, events=events) == [
        "data/events.toml:5: totals.0.count: 2 deals are itemised but only 1 stated"
    ]


def test_more_money_itemised_than_stated(tmp_path: Path) -> None:
    deals = DEAL + 'amount = 2_000_000_000\ncurrency = "CNY"\n'
    events = EVENT + TOTAL.format(count=1, amount=1_500_000_000)
    assert problems(tmp_path, deals=deals, events=events) == [
        "data/events.toml:6: totals.0.amount: CNY 2 bn is itemised but only CNY 1.5 bn stated"
    ]


@pytest.mark.parametrize(
    "deal",
    [
        DEAL + 'amount = 2_000_000_000\ncurrency = "CNY"\ncountable = false\n',
        DEAL + 'amount = 2_000_000_000\ncurrency = "EUR"\n',
    ],
    ids=["not-countable", "other-currency"],
)
def test_what_does_not_count_is_not_itemised(tmp_path: Path, deal: str) -> None:
    assert problems(tmp_path, deals=deal, events=EVENT + TOTAL.format(count=1, amount=1)) == []


def test_a_category_is_reconciled_for_itself(tmp_path: Path) -> None:
    deals = DEAL + 'category = "finance"\n' + SECOND + 'category = "outbound"\n'
    events = EVENT + '[[events.totals]]\ncategory = "finance"\ncount = 1\n' + "[[events.totals]]\ncount = 2\n"
    assert problems(tmp_path, deals=deals, events=events) == []


def test_categories_that_state_more_than_the_whole(tmp_path: Path) -> None:
    part = '[[events.totals]]\ncategory = "finance"\namount = 20\ncurrency = "CNY"\n'
    (problem,) = problems(tmp_path, events=EVENT + TOTAL.format(count=1, amount=10) + part)
    assert problem == "data/events.toml:4: totals: the categories state CNY 20, more than the whole of CNY 10"


def test_all_problems_come_in_one_run_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    deals = f'{DEAL}countable = 1\nxyzzy = 2\n\n{SECOND}cites = ["p9"]\n'
    found = problems(tmp_path, deals=deals, events="a = [", speakers="[[speakers]]\n")
    assert [line.split(": ")[0] for line in found] == [
        "data/deals.toml:6",
        "data/deals.toml:7",
        "data/deals.toml:12",
        "data/deals.toml:14",
        "data/events.toml:1",
        *["data/speakers.toml:1"] * 3,
    ]


def test_problems_are_told_in_chinese_too(tmp_path: Path) -> None:
    language.use("zh")
    (problem,) = problems(tmp_path, deals=DEAL + "countable = 1\n")
    assert problem.startswith("data/deals.toml:6: countable: ")
    assert "is not" not in problem
