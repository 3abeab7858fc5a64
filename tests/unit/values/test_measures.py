"""The grammar of units and currencies: each spelling as a table, and what is none."""

import pytest
from cq_tui.values.measures import Measure, measure, measure_among, measure_at_end, measure_at_start, measure_before
from cq_tui.values.units import UNITS

M = 10**6


@pytest.mark.parametrize(
    ("text", "size", "currency"),
    [
        ("$m", M, "$"),
        ("US$m", M, "USD"),
        ("€m", M, "EUR"),
        ("£m", M, "GBP"),
        ("$bn", 10**9, "$"),
        ("$M", M, "$"),
        ("$ MM", M, "$"),
        ("$k", 1000, "$"),
        ("USDm", M, "USD"),
        ("EURm", M, "EUR"),
        ("MEUR", M, "EUR"),
        ("M€", M, "EUR"),
        ("k€", 1000, "EUR"),
        ("T€", 1000, "EUR"),
        ("TEUR", 1000, "EUR"),
        ("kUSD", 1000, "USD"),
        ("CHFt", 10**12, "CHF"),
        ("USDth", 1000, "USD"),
        ("millions of USD", M, "USD"),
        ("in millions of US dollars", M, "USD"),
        ("thousands of U.S. dollars", 1000, "USD"),
        ("US Dollars in Millions", M, "USD"),
        ("USD '000", 1000, "USD"),
        ("US$'000s", 1000, "USD"),
        ("£ 000", 1000, "GBP"),
        ("'000 USD", 1000, "USD"),
        ("RMB 10,000", 10**4, "CNY"),
        ("RMB'0000", 10**4, "CNY"),
        ("USD 100 million", 10**8, "USD"),
        ("*1000", 1000, ""),
        ("* 1.000", 1000, ""),
        ("× 1000", 1000, ""),
        ("x1'000", 1000, ""),
        ("х 1 000", 1000, ""),
        ("*1 000 000", M, ""),
        ("EUR*1000", 1000, "EUR"),
        ("* EUR 1,000", 1000, "EUR"),
        ("x € 1.000", 1000, "EUR"),
        ("x mln. €", M, "EUR"),
        ("× 1 million USD", M, "USD"),
        ("in 1000", 1000, ""),
        ("£1,000s", 1000, "GBP"),
        ("10^3 EUR", 1000, "EUR"),
        ("× 10⁶ €", M, "EUR"),
        ("in duizenden euro", 1000, "EUR"),
        ("hundred million yuan", 10**8, "CNY"),
        ("1.000 €", 1000, "EUR"),
        ("Mrd. Euro", 10**9, "EUR"),
        ("Mio. €", M, "EUR"),
        ("Tsd. EUR", 1000, "EUR"),
        ("en millions d'euros", M, "EUR"),
        ("milliers d’euros", 1000, "EUR"),
        ("Mds €", 10**9, "EUR"),
        ("miles de euros", 1000, "EUR"),
        ("millones de euros", M, "EUR"),
        ("milioni di euro", M, "EUR"),
        ("w mln zł", M, "PLN"),
        ("tys. zł", 1000, "PLN"),
        ("₹ crore", 10**7, "INR"),
        ("INR lakh", 10**5, "INR"),
        ("Rs. Cr.", 10**7, "rs"),
        ("万元", 10**4, "CNY"),
        ("百万元", M, "CNY"),
        ("亿元人民币", 10**8, "CNY"),
        ("人民币万元", 10**4, "CNY"),
        ("万元（人民币）", 10**4, "CNY"),
        ("亿美元", 10**8, "USD"),
        ("万 欧元", 10**4, "EUR"),
        ("美元（百万）", M, "USD"),
        ("新台幣億元", 10**8, "TWD"),
        ("港幣百萬元", M, "HKD"),
        ("百万円", M, "JPY"),
        ("億円", 10**8, "JPY"),
        ("千米ドル", 1000, "USD"),
        ("억원", 10**8, "KRW"),
        ("млн руб.", M, "RUB"),
        ("单位：亿元 人民币", 10**8, "CNY"),
        ("單位:萬元", 10**4, "CNY"),
        ("amounts in EUR", 1, "EUR"),
        ("constant USD 2021", 1, "USD"),
        ("Schweizer Franken", 1, "CHF"),
        ("in Swiss francs", 1, "CHF"),
        ("SEK m", M, "SEK"),
        ("ones", 1, ""),
        ("in thousands", 1000, ""),
        ("¥ million", M, "¥"),
    ],
)
def test_a_unit_and_a_currency_in_any_spelling(text: str, size: int, currency: str) -> None:
    found = measure(text)
    assert found is not None
    assert (UNITS[found.unit], found.currency) == (size, currency)


def test_the_unit_is_the_word_that_was_written() -> None:
    assert measure("EURmio") == measure("Mio. Euro") == Measure("mio", "EUR")


@pytest.mark.parametrize(
    "text",
    ["", "()", "单位", "amount", "2021", "万吨", "元/吨", "USD/ton", "USD EUR", "EUR x", "$ mil", "m²", "%", "20 USD",
     "1000", "x 10", "*2000", "x 1000 kg", "1,000,500", "x 1000.50", "10s", "100s", "per 1000", "*", "x", "10^2x",
     "deals", "mwh", "usd per kg", "百亿亿", "12", "Company", "kg"],
)  # fmt: skip
def test_what_is_no_measure(text: str) -> None:
    assert measure(text) is None


@pytest.mark.parametrize(
    ("header", "name", "size", "currency"),
    [
        ("投资额万元", "投资额", 10**4, "CNY"),
        ("投资额/万元", "投资额", 10**4, "CNY"),
        ("投资额:亿元", "投资额", 10**8, "CNY"),
        ("投资额 万元", "投资额", 10**4, "CNY"),
        ("金额*1000", "金额", 1000, ""),
        ("Bedrag (*1000)", "Bedrag", 1000, ""),
        ("Bedrag* 1000", "Bedrag", 1000, ""),
        ("Bedrag x1.000", "Bedrag", 1000, ""),
        ("Bedrag in 1000", "Bedrag", 1000, ""),
        ("bedrag_x_1000_euro", "bedrag", 1000, "EUR"),
        ("Bedrag (x mln)", "Bedrag", 10**6, ""),
        ("計畫投資金額億元", "計畫投資金額", 10**8, "CNY"),
        ("Amount £m", "Amount", M, "GBP"),
        ("amount_usd_m", "amount", M, "USD"),
        ("value_eur_2020", "value", 1, "EUR"),
        ("Quantity in Millions", "Quantity", M, ""),
        ("Total Investment in millions of USD", "Total Investment", M, "USD"),
        ("Montant en millions d'euros", "Montant", M, "EUR"),
        ("Investition in Mio. Euro", "Investition", M, "EUR"),
        ("Total investment, € million", "Total investment", M, "EUR"),
        ("Value in US$", "Value", 1, "USD"),
        ("(a) Amount USD", "(a) Amount", 1, "USD"),
        ("Total investment made (USD 2020)", "Total investment made", 1, "USD"),
        ("额万元", "额", 10**4, "CNY"),
    ],
)
def test_a_measure_behind_a_name(header: str, name: str, size: int, currency: str) -> None:
    found = measure_at_end(header)
    assert found is not None
    assert (found[0], UNITS[found[1].unit], found[1].currency) == (name, size, currency)


@pytest.mark.parametrize(
    "header",
    ["Company size", "Deal value", "金额", "Term", "Price per unit", "USD", "In total", "", "- USD", "Amount USD of"],
)
def test_no_measure_behind_a_name(header: str) -> None:
    assert measure_at_end(header) is None


@pytest.mark.parametrize(
    ("header", "name", "size", "currency"),
    [
        ("USD Amount", "Amount", 1, "USD"),
        ("US$ m value", "value", M, "USD"),
        ("美元金额", "金额", 1, "USD"),
        ("万元金额", "金额", 10**4, "CNY"),
        ("USD Amount (net)", "Amount (net)", 1, "USD"),
        ("USD total Amount", "total Amount", 1, "USD"),
    ],
)
def test_a_measure_before_a_name(header: str, name: str, size: int, currency: str) -> None:
    found = measure_before(header)
    assert found is not None
    assert (found[0], UNITS[found[1].unit], found[1].currency) == (name, size, currency)


@pytest.mark.parametrize("header", ["Total amount", "Amount", "in", "", "USD -"])
def test_no_measure_before_a_name(header: str) -> None:
    assert measure_before(header) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("个、万元", (Measure("万", "CNY"),)),
        ("万元、%", (Measure("万", "CNY"),)),
        ("万元；万美元", (Measure("万", "CNY"), Measure("万", "USD"))),
        ("USD million and jobs", (Measure("million", "USD"),)),
        ("个、人", ()),
        ("USD, million", (Measure("million", "USD"),)),
        ("USD, EUR", (Measure("", "USD"), Measure("", "EUR"))),
    ],
)
def test_a_title_that_counts_several_things(text: str, found: tuple[Measure, ...]) -> None:
    assert measure_among(text) == found


def test_a_measure_goes_as_far_as_its_words_do() -> None:
    assert measure_at_start("US$ millions unless otherwise stated") == Measure("millions", "USD")
    assert measure_at_start("EUR") == Measure("", "EUR")
    assert measure_at_start("the year 2024") is None


def test_a_sentence_without_blanks_is_cut_in_the_time_of_its_length() -> None:
    """Forty characters that are mostly known words can be cut in more ways than anybody waits for."""
    text = "元" * 60 + "介護扶助費等国庫負担金"
    assert (measure(text), measure_before(text)) == (None, ("介護扶助費等国庫負担金", Measure("", "CNY")))


@pytest.mark.parametrize(
    ("header", "name", "found"),
    [
        ("Bedragen > € 10.000", "Bedragen", Measure("", "EUR")),
        ("Amount over 1000 EUR", "Amount", Measure("", "EUR")),
        ("Betrag ab 5.000 Euro", "Betrag", Measure("", "EUR")),
        ("Montant supérieur à 500 €", "Montant", Measure("", "EUR")),
        ("Spend over £25,000", "Spend", Measure("", "GBP")),
        ("Grants over EUR 10,000", "Grants", Measure("", "EUR")),
        ("捐赠金额（超过10万元）", "捐赠金额", Measure("", "CNY")),
        ("Betrag (in 1.000 €)", "Betrag", Measure("k", "EUR")),
        ("Amount in 10,000 yuan", "Amount", Measure("万", "CNY")),
    ],
)
def test_a_bound_of_what_is_listed_is_no_unit(header: str, name: str, found: Measure) -> None:
    assert measure_at_end(header) == (name, found)
