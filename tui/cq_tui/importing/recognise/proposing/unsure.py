"""Asks for what a list of deals stands on where the list does not say it for sure: its titles, amounts and days."""

from collections.abc import Collection

from cq_tui.importing.recognise.amounts.unsure_amounts import ask_for_amount
from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.days.unsure_days import ask_for_day
from cq_tui.importing.recognise.titles.unsure_titles import ask_for_title
from cq_tui.importing.recognise.words.company_headers import is_capital
from cq_tui.importing.recognise.words.unit_prices import is_price_of_one


def ask_where_unsure(draft: Draft, about: Collection[str]) -> None:
    """Ask for the title, the amount and the day of a kind that has an amount, where they are not clear.

    ``about``: the columns that tell something of organisations; none of them is offered.
    """
    money = next((one for one in draft.kind.fields if one.type.is_money), None)
    day = next((one for one in draft.kind.fields if one.type.is_day), None)
    if money is None or not draft.rows or draft.header.nameless:
        return
    ask_for_title(draft, about)
    no_deals = [name for name in draft.header.names if is_capital(name) or is_price_of_one(name)]
    ask_for_amount(draft, money, {*about, *no_deals})
    if day is not None:
        ask_for_day(draft, day, about)
