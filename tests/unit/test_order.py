"""What the two keys that sort make of an order."""

from cq_tui.query.terms import Order
from cq_tui.widgets.table.sort_order import order_signs, sorted_by

from tests.shipped import kinds

AMOUNT, TITLE = (kinds()["deals"].by_name[name] for name in ("amount", "title"))


def test_the_first_key_goes_round_and_forgets_the_second() -> None:
    orders = sorted_by((Order(TITLE), Order(AMOUNT)), AMOUNT, 0)
    assert orders == (Order(AMOUNT, True),)
    orders = sorted_by(orders, AMOUNT, 0)
    assert orders == (Order(AMOUNT),)
    assert sorted_by(orders, AMOUNT, 0) == ()


def test_the_second_key_goes_round_behind_the_first() -> None:
    orders = sorted_by((Order(TITLE),), AMOUNT, 1)
    assert orders == (Order(TITLE), Order(AMOUNT, True))
    assert order_signs(orders) == {"title": "⇑1", "amount": "⇓2"}
    orders = sorted_by(sorted_by(orders, AMOUNT, 1), AMOUNT, 1)
    assert orders == (Order(TITLE),)


def test_a_second_key_without_a_first_is_the_first_and_the_first_is_turned_in_its_place() -> None:
    assert sorted_by((), TITLE, 1) == (Order(TITLE),)
    assert sorted_by((Order(TITLE), Order(AMOUNT)), TITLE, 1) == (Order(TITLE, True), Order(AMOUNT))
