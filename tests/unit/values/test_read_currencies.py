"""The reader of currencies and units: which is named, where it stands, and what else stands there."""

import pytest
from cq_tui.values.currencies import YEN_OR_YUAN, currency_named, take_currency
from cq_tui.values.measures import Measure, measure
from cq_tui.values.reasons import ReasonError, Unread


@pytest.mark.parametrize(
    ("text", "left", "code"),
    [
        ("5", "5", ""),
        ("", "", ""),
        ("usd 5", "5", "USD"),
        ("5 usd", "5", "USD"),
        ("5usd", "5", "USD"),
        ("5xusd", "5xusd", ""),
        ("5kusd", "5k", "USD"),
        ("5m usd", "5m", "USD"),
        ("5musd", "5m", "USD"),
        ("5bneur", "5bn", "EUR"),
        ("5mneur", "5mn", "EUR"),
        ("us$5", "5", "USD"),
        ("$5", "5", "$"),
        ("us dollars 5", "5", "USD"),
        ("5 us dollar", "5", "USD"),
        ("hk$ 5", "5", "HKD"),
        ("nt$5", "5", "TWD"),
        ("人民币3000万元", "3000万", "CNY"),
        ("3000万元人民币", "3000万", "CNY"),
        ("5亿美元", "5亿", "USD"),
        ("5亿新加坡元", "5亿", "SGD"),
        ("5亿港元", "5亿", "HKD"),
        ("eur: 5", "5", "EUR"),
        ("eur (5)", "5", "EUR"),
        ("5 (eur)", "5 (eur)", ""),
        ("euros 5", "5", "EUR"),
        ("europe 5", "europe 5", ""),
        ("5 neuro", "5 neuro", ""),
        ("sek 5", "5", "SEK"),
        ("zar 5", "5", "ZAR"),
        ("¥5", "5", YEN_OR_YUAN),
        ("¥5 cny", "5", "CNY"),
        ("jpy ¥5", "5", "JPY"),
        ("cny 5 元", "5", "CNY"),
        ("a$5", "5", "AUD"),
        ("sfr. 5", "5", "CHF"),
        ("₽5", "5", "RUB"),
    ],
)
def test_a_currency_at_either_end(text: str, left: str, code: str) -> None:
    assert take_currency(text) == (left, code)


def test_two_currencies_are_refused_by_name() -> None:
    with pytest.raises(ReasonError) as caught:
        take_currency("usd 5 eur")
    assert caught.value.reason.is_(Unread.TWO_CURRENCIES)
    assert str(caught.value) == "names two currencies: EUR, USD"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("USD", "USD"),
        ("usd", "USD"),
        ("美元", "USD"),
        ("欧元", "EUR"),
        (" Euro ", "EUR"),
        ("€", "EUR"),
        ("us dollars", "USD"),
        ("XYZ", "XYZ"),
        ("xyz", "XYZ"),
        ("人民币元", "CNY"),
        ("", None),
        ("USD 5", None),
        ("USD EUR", None),
        ("ab", None),
        ("abcd", None),
        ("5", None),
    ],
)
def test_a_text_that_is_a_currency(text: str, code: str | None) -> None:
    assert currency_named(text) == code


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("万元", Measure("万", "CNY")),
        ("亿", Measure("亿")),
        ("Millions", Measure("millions")),
        ("USD m", Measure("m", "USD")),
        ("m USD", Measure("m", "USD")),
        ("EUR bn", Measure("bn", "EUR")),
        ("单位：亿美元", Measure("亿", "USD")),
        ("单位: 万元", Measure("万", "CNY")),
        ("unit: EUR", Measure("", "EUR")),
        ("in millions", Measure("millions")),
        ("EUR in millions", Measure("millions", "EUR")),
        ("(万元)", Measure("万", "CNY")),
        ("(万)", Measure("万")),
        ("单位：(万)", Measure("万")),
        ("USD", Measure("", "USD")),
        ("", None),
        ("()", None),
        ("单位", None),
        ("Amount", None),
        ("万吨", None),
        ("USD EUR", None),
        ("EUR x", None),
    ],
)
def test_what_numbers_are_counted_in(text: str, found: Measure | None) -> None:
    assert measure(text) == found
