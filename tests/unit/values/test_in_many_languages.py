"""What numbers are counted in, amounts and dates in the languages that lists come in: a table a reader can go through.

A line is what stands in a list, and what it says; ``!`` where it says no one value, and must not be given any.
"""

from decimal import Decimal

import pytest
from cq_tui.importing.recognise.words.header_grammar import take_apart, without_measure
from cq_tui.values.dates import read_date
from cq_tui.values.numbers import quantity, scaled
from cq_tui.values.reasons import ReasonError
from cq_tui.values.units import UNITS

HEADERS = """
Amount (TEUR) | 1000 EUR
Betrag in Mrd. Euro | 1000000000 EUR
Betrag in Mio. € | 1000000 EUR
Investition (Tsd. EUR) | 1000 EUR
Investition in T€ | 1000 EUR
Amount USD '000 | 1000 USD
Amount (US$'000) | 1000 USD
Amount (000s USD) | 1000 USD
Value, $ thousands | 1000 $
投资额（百万元） | 1000000 CNY
投资额（万美元） | 10000 USD
投资额（百万美元） | 1000000 USD
投资额（十亿美元） | 1000000000 USD
投资额(千元) | 1000 CNY
投资额（亿港元） | 100000000 HKD
投资额(亿日元) | 100000000 JPY
投资额(亿欧元) | 100000000 EUR
投資額（新臺幣億元） | 100000000 TWD
投資額(百万円) | 1000000 JPY
投資額（億円） | 100000000 JPY
金额（人民币万元） | 10000 CNY
金额（万元人民币） | 10000 CNY
金额(RMB 10,000) | 10000 CNY
Amount (INR lakh) | 100000 INR
Amount (Rs. crore) | 10000000 rs
Amount (₹ Cr) | 10000000 INR
Amount (Rs lakhs) | 100000 rs
Investment (INR crores) | 10000000 INR
Montant (M€) | 1000000 EUR
Montant (k€) | 1000 EUR
Montant (en milliers d'euros) | 1000 EUR
Montant en millions d'euros | 1000000 EUR
Montant (Mds €) | 1000000000 EUR
Importe (miles de euros) | 1000 EUR
Importe (millones de USD) | 1000000 USD
Importe (mill. €) | 1000000 EUR
Importo (migliaia di euro) | 1000 EUR
Importo (mln €) | 1000000 EUR
Importo (milioni di euro) | 1000000 EUR
Importo (mld euro) | 1000000000 EUR
Valor (milhões de reais) | 1000000 BRL
Valor (R$ mil) | 1000 BRL
Valor (mil milhões de euros) | 1000000000 EUR
Bedrag (mln euro) | 1000000 EUR
Bedrag (x 1.000 euro) | 1000 EUR
Bedrag (x € 1.000) | 1000 EUR
Bedrag (duizend euro) | 1000 EUR
Kwota (tys. zł) | 1000 PLN
Kwota (mln zł) | 1000000 PLN
Wartość (w tys. PLN) | 1000 PLN
Částka (tis. Kč) | 1000 CZK
Částka (mil. Kč) | 1000000 CZK
Částka v mld. Kč | 1000000000 CZK
Összeg (millió Ft) | 1000000 HUF
Összeg (ezer Ft) | 1000 HUF
Összeg (M Ft) | 1000000 HUF
Összeg (eFt) | 1000 HUF
Suma (mii lei) | 1000 RON
Suma (milioane lei) | 1000000 RON
Valoare (mil. lei) | 1000000 RON
Beløb (mio. kr.) | 1000000 kr
Beløb (1.000 kr.) | 1000 kr
Belopp (tkr) | 1000 kr
Belopp (mkr) | 1000000 kr
Belopp (Mkr) | 1000000 kr
Belopp (MSEK) | 1000000 SEK
Beløb (MDKK) | 1000000 DKK
Beløb (mio. DKK) | 1000000 DKK
Beløp (MNOK) | 1000000 NOK
Summa (milj. €) | 1000000 EUR
Summa (tuhatta euroa) | 1000 EUR
Summa (miljoonaa euroa) | 1000000 EUR
Сумма (млн руб.) | 1000000 RUB
Сумма (тыс. руб.) | 1000 RUB
Сумма (млрд долл.) | 1000000000 USD
Сума (тис. грн) | 1000 UAH
Ποσό (εκατ. €) | 1000000 EUR
Tutar (milyon TL) | 1000000 TRY
Tutar (bin TL) | 1000 TRY
Amount (USD bn) | 1000000000 USD
Amount (billion won) | 1000000000 KRW
투자액 (백만 달러) | 1000000 USD
투자금액(억원) | 100000000 KRW
Amount, AED million | 1000000 AED
Amount (SAR mn) | 1000000 SAR
Amount (A$m) | 1000000 AUD
Amount (C$ millions) | 1000000 CAD
Amount (S$m) | 1000000 SGD
Amount (HK$ million) | 1000000 HKD
Amount (NT$ billion) | 1000000000 TWD
Amount (CHF Mio.) | 1000000 CHF
Amount (MUSD) | 1000000 USD
Amount (MEUR) | 1000000 EUR
Amount (kEUR) | 1000 EUR
Amount (KUSD) | 1000 USD
Amount (USD Mio) | 1000000 USD
Amount (mUSD) | 1000000 USD
Amount (USDk) | 1000 USD
Amount (US$ mln) | 1000000 USD
Amount ($B) | 1000000000 $
Amount ($ tn) | 1000000000000 $
Amount in 1000 US dollars | 1000 USD
Total investment (millions, USD) | 1000000 USD
Value (EUR, thousands) | 1000 EUR
Value in EUR m | 1000000 EUR
Value (€ '000) | 1000 EUR
Value (£000) | 1000 GBP
Value (£k) | 1000 GBP
Value (GBP m) | 1000000 GBP
Capital (VND billion) | 1000000000 VND
Capital (tỷ đồng) | 1000000000 VND
Capital (Rp miliar) | 1000000000 IDR
Nilai (Rp juta) | 1000000 IDR
Amount (RM million) | 1000000 MYR
Amount (RM'000) | 1000 MYR
Amount (THB million) | 1000000 THB
Amount (₽ млн) | 1000000 RUB
Amount (ZAR m) | 1000000 ZAR
Amount (₦ billion) | 1000000000 NGN
Amount (KSh m) | 1000000 KES
合同金额/万欧元 | 10000 EUR
总投资_亿元 | 100000000 CNY
投资额:万美元 | 10000 USD
注册资本（万） | 10000
金額：千美元 | 1000 USD
金额【万元】 | 10000 CNY
投资额 单位：万元 | 10000 CNY
投资额（单位:亿元人民币） | 100000000 CNY
投资总额(USD million) | 1000000 USD
Příjem (mil. Kč) | 1000000 CZK
"""
AMOUNTS = """
1.2345E+07 | 12345000
1,5E+06 | 1500000
12,34,567 | 1234567
₹ 1,23,45,678.50 | 12345678.5 INR
Rs. 5 crore | 50000000 rs
₹2.5 lakh crore | 2500000000000 INR
5 lakh | 500000
(1,234) | -1234
1,234- | -1234
1.50- | -1.5
2.0- | !
-1,234 | -1234
−500 | -500
USD (2.5m) | -2500000 USD
($500) | -500 $
三亿元 | 300000000 CNY
一点五亿元 | 150000000 CNY
二十五万美元 | 250000 USD
人民币叁亿伍仟万元整 | 350000000 CNY
壹佰万元整 | 1000000 CNY
3亿5000万元 | 350000000 CNY
1亿2千万 | 120000000
3千万元 | 30000000 CNY
数千万 | !
数千万元 | !
上亿元 | !
近亿元 | !
千万级 | !
10-20亿 | !
10~20 million | !
between 5 and 10 million USD | !
USD 1-2bn | !
5至8亿元 | !
约5亿元 | 500000000 CNY
5亿元左右 | 500000000 CNY
逾10亿美元 | 1000000000 USD
10亿美元以上 | 1000000000 USD
5000万元+ | 50000000 CNY
€1.2bn | 1200000000 EUR
1.2 bn € | 1200000000 EUR
EUR 1,2 Mrd. | 1200000000 EUR
1,2 Mio. Euro | 1200000 EUR
12,5 Mrd Euro | 12500000000 EUR
50 Millionen Euro | 50000000 EUR
2 Milliarden € | 2000000000 EUR
3 millions d'euros | 3000000 EUR
1,5 milliard d'euros | 1500000000 EUR
5 millones de dólares | 5000000 USD
2,5 milioni di euro | 2500000 EUR
3 miliardi di euro | 3000000000 EUR
10 milhões de reais | 10000000 BRL
5 mln zł | 5000000 PLN
5 mld Kč | 5000000000 CZK
10 tys. zł | 10000 PLN
20 miljoen euro | 20000000 EUR
5 miljard euro | 5000000000 EUR
100 MSEK | 100000000 SEK
3 miljarder kronor | 3000000000 kr
20 milj. euroa | 20000000 EUR
5 млн руб. | 5000000 RUB
10 тыс. евро | 10000 EUR
1 234 567,89 € | 1234567.89 EUR
1'234'567.50 CHF | 1234567.5 CHF
$1.5M | 1500000 $
US$ 2.3 million | 2300000 USD
HK$5 billion | 5000000000 HKD
A$10m | 10000000 AUD
JPY 5 billion | 5000000000 JPY
50億円 | 5000000000 JPY
1兆2000億円 | 1200000000000 JPY
新台幣5億元 | 500000000 TWD
NT$3.2 billion | 3200000000 TWD
500만 달러 | 5000000 USD
100억원 | 10000000000 KRW
AED 3.67bn | 3670000000 AED
2.5 trillion won | 2500000000000 KRW
R$ 1.234.567,89 | 1234567.89 BRL
R$ 5 milhões | 5000000 BRL
USD 1,000,000.00 | 1000000 USD
1.000.000 EUR | 1000000 EUR
RMB 30 million | 30000000 CNY
30 million yuan | 30000000 CNY
¥5,000万 | 50000000 ¥
100 kEUR | 100000 EUR
250k | 250000
250 TEUR | 250000 EUR
1.5B USD | 1500000000 USD
approx. $5m | 5000000 $
>$10 million | 10000000 $
< 5 million | !
up to 5 million EUR | 5000000 EUR
投资5亿元 | 500000000 CNY
总投资约12亿元 | 1200000000 CNY
合同额: 3000万元 | 30000000 CNY
12 500 000 | 12500000
１２，５００ | 12500
5e8 | 500000000
1.5 mrd € | 1500000000 EUR
1 mln. EUR | 1000000 EUR
USD2.5mn | 2500000 USD
2.5 USDm | 2500000 USD
65.5 crores | 655000000
1,50,000 | 150000
Nil | !
10万元/年 | !
100 €/m2 | !
3 x 5 million | !
5 million + 2 million | !
$5m (€4.6m) | !
5亿元（含土地款1亿元） | !
20,00,000 INR | 2000000 INR
0,5 Mio € | 500000 EUR
,75 | 0.75
1.234,5 | 1234.5
"""
DATES = """
2025.10 | 2025-10
2025.1 | !
6月 | !
2025年6月 | 2025-06
2025/6 | 2025-06
15-Nov-15 | 2015-11-15
1 janv. 2024 | 2024-01-01
3 février 2024 | 2024-02-03
15 août 2023 | 2023-08-15
12 Mai 2024 | 2024-05-12
1. März 2024 | 2024-03-01
Dezember 2023 | 2023-12
15 de mayo de 2024 | 2024-05-15
1 gennaio 2024 | 2024-01-01
22 maart 2024 | 2024-03-22
5 październik 2024 | 2024-10-05
5 października 2024 | 2024-10-05
1 stycznia 2024 | 2024-01-01
12. února 2024 | 2024-02-12
12. říjen 2023 | 2023-10-12
3 noiembrie 2023 | 2023-11-03
2024. március 5. | 2024-03-05
2024. január | 2024-01
2024.03.05. | 2024-03-05
05.03.2024. | 2024-03-05
5. 3. 2024. | 2024-03-05
5.3.2024. godine | 2024-03-05
05.03.2024 г. | 2024-03-05
05.03.2024 року | 2024-03-05
05.03.2024. 10:30 | 2024-03-05
5. siječnja 2024. | 2024-01-05
5. listopada 2024. | 2024-10-05
listopad 2024. | 2024-10
5 listopada 2024 | 2024-11-05
12. listopad 2023 | 2023-11-12
2024. gada 5. janvāris | 2024-01-05
2024. gada martā | 2024-03
5. septembris 2024 | 2024-09-05
2024 m. sausio 5 d. | 2024-01-05
2024 m. gruodis | 2024-12
2024-03-05 d. | 2024-03-05
5. jaanuar 2024 | 2024-01-05
5 січня 2024 р. | 2024-01-05
«5» января 2024 г. | 2024-01-05
от 05.03.2024 | 2024-03-05
5η Ιανουαρίου 2024 | 2024-01-05
den 5 januari 2024 | 2024-01-05
w dniu 05.03.2024 r. | 2024-03-05
5.III.2024 | 2024-03-05
03.2024 r. | 2024-03
2024 г. | 2024
2024. | 2024
2024 m. | 2024
2024 m | !
2000 m | !
rok 2024 | 2024
2024. godina | 2024
5. marts 2024 | 2024-03-05
5 maj 2024 | 2024-05-05
3. elokuuta 2024 | 2024-08-03
elokuu 2024 | 2024-08
12 июня 2024 г. | 2024-06-12
12 червня 2024 | 2024-06-12
15 Μαΐου 2024 | 2024-05-15
5 Mayıs 2024 | 2024-05-05
Q1 2024 | 2024
2024 Q3 | 2024
1. Quartal 2024 | 2024
H1 2024 | 2024
2024H2 | 2024
2024年上半年 | 2024
2024年第三季度 | 2024
2024年底 | 2024
T2 2024 | 2024
2º trimestre 2024 | 2024
III kwartał 2024 | 2024
4. čtvrtletí 2023 | 2023
FY2024 | 2024
FY 2023/24 | !
2023/24 | !
2023-2024 | !
2015-11-15T14:05:00Z | 2015-11-15
15/11/2015 14:05 | 2015-11-15
11/15/2015 2:05 PM | 2015-11-15
令和6年5月1日 | 2024-05-01
民國113年5月 | 2024-05
R6.5.1 | 2024-05-01
二〇二四年十一月 | 2024-11
Nov. 5, 2024 | 2024-11-05
November 5th, 2024 | 2024-11-05
5th of November 2024 | 2024-11-05
the 5th November 2024 | !
Mon, 5 Feb 2024 | 2024-02-05
2024-W05 | !
20240315 | 2024-03-15
202403 | 2024-03
45366 | 2024-03-15
Mar-24 | 2024-03
24-Mar | !
March '24 | 2024-03
Mar/2024 | 2024-03
2024-Mar-15 | 2024-03-15
2024 March | 2024-03
03.2024 | 2024-03
5.11.24 | 2024-11-05
05/11/2024 | !
13/11/24 | 2024-11-13
11/13/24 | 2024-11-13
2024年3月中旬 | 2024-03
3/2024 | 2024-03
Spring 2024 | 2024
early 2024 | 2024
late March 2024 | !
2024 | 2024
2024年 | 2024
'24 | !
1998-99 | !
30 Feb 2024 | !
2024-02-30 | !
2024 M05 | !
24年5月 | !
2024年5月1日至3日 | !
2024-05-01 – 2024-05-03 | !
5月1日 | !
"""


def lines(table: str) -> list[tuple[str, str]]:
    """The text and what it says, line by line."""
    return [
        (text.strip(), said.strip())
        for text, _bar, said in (line.rpartition("|") for line in table.strip().split("\n"))
    ]


@pytest.mark.parametrize(("header", "said"), lines(HEADERS))
def test_what_a_header_counts_in(header: str, said: str) -> None:
    parts = take_apart(header)
    parts = parts if parts.measure else without_measure(parts) or parts
    assert f"{UNITS[parts.measure.unit]} {parts.measure.currency}".strip() == said


@pytest.mark.parametrize(("cell", "said"), lines(AMOUNTS))
def test_an_amount(cell: str, said: str) -> None:
    value, _blank, currency = said.partition(" ")
    if value == "!":
        with pytest.raises(ReasonError):
            scaled(quantity(cell), "")
        return
    found = quantity(cell)
    assert (scaled(found, ""), found.currency) == (Decimal(value), currency)


@pytest.mark.parametrize(("cell", "said"), lines(DATES))
def test_a_date(cell: str, said: str) -> None:
    if said == "!":
        with pytest.raises(ReasonError):
            read_date(cell)
        return
    assert "-".join(f"{part:02d}" for part in read_date(cell) if part) == said
