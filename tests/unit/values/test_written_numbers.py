"""Numbers as lists write them and nobody types them: exponents, brackets, numerals, words that give no number."""

from decimal import Decimal

import pytest
from cq_tui.values.chinese_numbers import chinese_number
from cq_tui.values.codes import Bound
from cq_tui.values.nothing import is_nothing
from cq_tui.values.numbers import Quantity, decimal_mark, is_amount, quantity, scaled
from cq_tui.values.reasons import ReasonError, Unread

EXACT, ABOUT, OVER, NEARLY, AT_LEAST, AT_MOST = (
    Bound.EXACT,
    Bound.ABOUT,
    Bound.OVER,
    Bound.NEARLY,
    Bound.AT_LEAST,
    Bound.AT_MOST,
)


@pytest.mark.parametrize(
    ("text", "value", "currency", "bound"),
    [
        ("1.5E+08", "150000000", "", EXACT),
        ("1,000,000,", "1000000", "", EXACT),
        ("$1.5e8", "150000000", "$", EXACT),
        ("1,5E3", "1500", "", EXACT),
        ("2.5E-02", "0.025", "", EXACT),
        ("-2e3", "-2000", "", EXACT),
        ("约1.5e8", "150000000", "", ABOUT),
        ("1,50,00,000", "15000000", "", EXACT),
        ("₹ 12,50,000.50", "1250000.50", "INR", EXACT),
        ("5 lakh", "500000", "", EXACT),
        ("₹1.2 crore", "12000000", "INR", EXACT),
        ("(1,234)", "-1234", "", EXACT),
        ("($1,234.5)", "-1234.5", "$", EXACT),
        ("−5", "-5", "", EXACT),
        ("149¹", "149", "", EXACT),
        ("149*", "149", "", EXACT),
        ("149 [1]", "149", "", EXACT),
        ("500 (USD)", "500", "USD", EXACT),
        ("5 (USD m)", "5000000", "USD", EXACT),
        ("5 (est.)", "5", "", ABOUT),
        ("1’234’567", "1234567", "", EXACT),
        ("1 200 000,50 zł", "1200000.50", "PLN", EXACT),
        ("rund 5 Mio. Euro", "5000000", "EUR", ABOUT),
        ("plus de 3,5 milliards d'euros", "3500000000", "EUR", OVER),
        ("ponad 10 mln zł", "10000000", "PLN", OVER),
        ("5亿元左右", "500000000", "CNY", ABOUT),
        ("不低于5亿元", "500000000", "CNY", AT_LEAST),
        ("1亿元及以上", "100000000", "CNY", AT_LEAST),
        ("5172338.50 kn", "5172338.5", "HRK", EXACT),
        ("RM5 million", "5000000", "MYR", EXACT),
        ("1500 lei", "1500", "RON", EXACT),
        ("1 000 EEK", "1000", "EEK", EXACT),
        ("200'000.--", "200000", "", EXACT),
        ("2 000 000,- Ft + ÁFA", "2000000", "HUF", EXACT),
        ("bruttó 5 000 Ft", "5000", "HUF", EXACT),
        ("1234,50 € inkl. MwSt.", "1234.50", "EUR", EXACT),
        ("1 234 Kč bez DPH", "1234", "CZK", EXACT),
        ("5000 грн без ПДВ", "5000", "UAH", EXACT),
        ("Fr. 5'000.–", "5000", "CHF", EXACT),
        ("2.500.000,-", "2500000", "", EXACT),
        ("do 50 000 Kč", "50000", "CZK", AT_MOST),
        ("до 5 млн руб.", "5000000", "RUB", AT_MOST),
        ("enintään 5 000 €", "5000", "EUR", AT_MOST),
        ("yli 2 milj. €", "2000000", "EUR", OVER),
        ("свыше 3 млн грн", "3000000", "UAH", OVER),
        ("yaklaşık 5 milyon TL", "5000000", "TRY", ABOUT),
        ("vähintään 10 000 €", "10000", "EUR", AT_LEAST),
        ("250 latu", "250", "LVL", EXACT),
        ("300 LTL", "300", "LTL", EXACT),
        ("200 лв", "200", "BGN", EXACT),
        ("不超过5亿元", "500000000", "CNY", AT_MOST),
        ("上限20万円", "200000", "JPY", AT_MOST),
        ("補助上限額：10万円", "100000", "JPY", AT_MOST),
        ("上限は年度で52万円", "520000", "JPY", AT_MOST),
        ("上限】1億円", "100000000", "JPY", AT_MOST),
        ("最大1500万円", "15000000", "JPY", AT_MOST),
        ("max. 5 million", "5000000", "", AT_MOST),
        ("at most EUR 5m", "5000000", "EUR", AT_MOST),
        ("höchstens 5 Mio. Euro", "5000000", "EUR", AT_MOST),
        ("RM55 million (2026 allocation)", "55000000", "MYR", EXACT),
        ("5亿元（含税）", "500000000", "CNY", EXACT),
        ("总投资3.5亿元", "350000000", "CNY", EXACT),
        ("计划总投资约12亿元", "1200000000", "CNY", ABOUT),
        ("投资额：300万美元", "3000000", "USD", EXACT),
        ("港币5亿元", "500000000", "HKD", EXACT),
        ("新台幣3億元", "300000000", "TWD", EXACT),
        ("三亿五千万", "350000000", "", EXACT),
        ("一千二百万元", "12000000", "CNY", EXACT),
        ("人民币壹仟万元", "10000000", "CNY", EXACT),
        ("逾三亿元", "300000000", "CNY", OVER),
        ("约五千万美元", "50000000", "USD", ABOUT),
        ("3亿5000万", "350000000", "", EXACT),
        ("三亿 五千万", "350000000", "", EXACT),
    ],
)
def test_what_lists_write(text: str, value: str, currency: str, bound: Bound) -> None:
    found = quantity(text)
    assert (scaled(found, ""), found.currency, found.bound) == (Decimal(value), currency, bound)


@pytest.mark.parametrize(
    ("text", "value", "large"),
    [
        ("十", 10, False),
        ("十二", 12, False),
        ("二十", 20, False),
        ("一百零五", 105, False),
        ("两千", 2000, False),
        ("一万零二", 10002, True),
        ("三千万零五百", 30000500, True),
        ("五亿", 5 * 10**8, True),
        ("十二亿", 12 * 10**8, True),
        ("三点五亿", 35 * 10**7, True),
        ("一亿零五百万", 105 * 10**6, True),
        ("一万亿", 10**12, True),
        ("一千二百三十四万五千六百七十八", 12345678, True),
        ("1亿2千万", 12 * 10**7, True),
        ("1.5亿3000万", 18 * 10**7, True),
        ("3億零500萬", 305 * 10**6, True),
        ("一", 1, False),
        ("三点一四", "3.14", False),
        ("三點五亿", 35 * 10**7, True),
        ("拾", 10, False),
        ("1亿2万", 100020000, True),
        ("1亿2千万500", 120000500, True),
        ("3兆", 3 * 10**12, True),
        ("1兆2000億", 12 * 10**11, True),
        ("2兆500万", 2 * 10**12 + 5 * 10**6, True),
        ("1兆2亿30萬", 10**12 + 2 * 10**8 + 30 * 10**4, True),
    ],
)
def test_chinese_numerals(text: str, value: int | str, large: bool) -> None:
    assert chinese_number(text) == (Decimal(value), large)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "亿",
        "千万",
        "百",
        "三五",
        "一万二",
        "三亿五",
        "三亿五千",
        "三百五",
        "三万五百",
        "三五亿",
        "百千",
        "十百",
        "3亿",
        "五x",
        "一点",
        "三百五百",
        "二万点五",
        "一百十五",
    ],
)
def test_no_chinese_number(text: str) -> None:
    assert chinese_number(text) is None


@pytest.mark.parametrize(
    "text", ["数千万美元", "几亿元", "亿元级", "亿元及以上人民币", "近千万元", "several million", "a seven figure sum"]
)
def test_rough_words_give_no_number(text: str) -> None:
    with pytest.raises(ReasonError) as caught:
        quantity(text)
    assert caught.value.reason.is_(Unread.NO_ONE_NUMBER)
    assert is_amount(text)


@pytest.mark.parametrize("text", ["未透露人民币", "未披露金额", "undisclosed amount", "USD n/a", "不详美元"])
def test_words_that_say_it_is_not_stated(text: str) -> None:
    with pytest.raises(ReasonError) as caught:
        quantity(text)
    assert caught.value.reason.is_(Unread.NOT_STATED)
    assert is_amount(text)


@pytest.mark.parametrize(
    "text", ["1亿-2亿", "$5m-$10m", "5 to 10 million", "1亿至2亿元", "between 5 and 10 m", "10 bis 20 Mio."]
)
def test_ranges_with_units_at_both_ends(text: str) -> None:
    with pytest.raises(ReasonError) as caught:
        quantity(text)
    assert caught.value.reason.is_(Unread.A_RANGE)
    assert is_amount(text)


def test_a_numeral_has_its_size_told_or_has_the_column_s() -> None:
    assert quantity("三亿五千万") == Quantity(Decimal(350_000_000), "ones")
    assert quantity("五") == Quantity(Decimal(5))
    assert quantity("2e3") == Quantity(Decimal(2000))


@pytest.mark.parametrize("text", ["5", "$5m", "约5亿元", "(5)"])
def test_what_is_an_amount(text: str) -> None:
    assert is_amount(text)


@pytest.mark.parametrize("text", ["x", "Aa Ltd", "2024-05-01x", "5 kg"])
def test_what_is_no_amount(text: str) -> None:
    assert not is_amount(text)


def test_many_digits_behind_a_comma_are_not_taken_for_decimals() -> None:
    for text in ("42,00000", "825,0000", "1,2345"):  # a column of such decimals says so by its mark
        with pytest.raises(ReasonError) as caught:
            quantity(text)
        assert caught.value.reason.is_(Unread.SEPARATORS)
    assert quantity("42,00000", ",").value == 42
    assert quantity("42,0000", ",").value == 42
    assert quantity("42,50").value == Decimal("42.5")
    assert quantity("0.30000000000000004").value == Decimal("0.30000000000000004")
    assert decimal_mark(["42,00000"]) == ""
    assert decimal_mark(["42.00000"]) == "."
    assert decimal_mark(["42,0000"]) == ","


@pytest.mark.parametrize(
    "text", ["未透露", "#N/A", "TBA", "keine Angabe", "k.A.", "brak danych", "非公開", "non disponibile"]
)
def test_more_words_for_nothing(text: str) -> None:
    assert is_nothing(text)


@pytest.mark.parametrize(
    "text", ["USD 5 (10 units)", "Fund 2 (new)", "5 (five)", "上限", "上限なし", "RM1 billion mandate"]
)
def test_a_note_with_numbers_or_behind_a_bare_number_is_no_amount(text: str) -> None:
    with pytest.raises(ReasonError):
        quantity(text)
