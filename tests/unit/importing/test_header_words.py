"""What headers mean, in the languages that lists come in; and the row that is one."""

from pathlib import Path

import pytest
from cq_tui.importing.recognise.headers.header import find_header
from cq_tui.importing.recognise.words.header_match import read_word
from cq_tui.importing.recognise.words.word import EXACT, WEAK
from cq_tui.importing.sources.sheet import open_sheet
from cq_tui.kinds import kinds
from cq_tui.values.measures import Measure
from cq_tui.values.units import UNITS

from tests.unit.importing.conftest import sheet


def _meant(kind: str, header: str) -> str:
    word = read_word(kinds()[kind], header)
    return ".".join(filter(None, (word.field.name if word.field else "", word.role or word.part)))


@pytest.mark.parametrize(
    ("meant", "headers"),
    [
        ("title", "Project|Deal name|项目名称|項目名稱"),
        ("title", "Projekttitel|Intitulé du projet|Nombre del proyecto|Tytuł projektu|案件名"),
        ("date", "Date announced|Announced Date|签约时间|簽約日期"),
        ("date", "Datum|Fecha de firma|Data podpisania umowy|契約日|Bewilligungsdatum"),
        ("instrument", "Deal type|Type of Investment|投资方式|類型|Projektart|Tipo de operación|Rodzaj"),
        (
            "amount",
            "Amount ($m)|Deal value ($m)|总投资（亿元）|計劃總投資|合同价|Total investment|Project cost|Capex|Funding|"
            "Funds awarded|Price (USD)|Investment (EUR)|融资金额|Fördersumme (EUR)|"
            "Montant|Importe|Wartość projektu|総投資額",
        ),
        ("amount", "支出額|支払額|助成額|落札額|撥款額|資助額|보조금|교부액|낙찰가"),
        ("title", "工事名|業務名|合約名稱|補助案件|용역명|공사명"),
        ("date", "낙찰일|교부일|투자일"),
        ("title", "Názov zmluvy|Nazwa zamówienia|Naziv programa/projekta|Назив пројекта|Цель субсидии|Formål"),
        ("parties.recipient", "Назив корисника|Tildelt til"),
        ("parties.supplier", "Kazanan firma|Yüklenici adı|Toimittajan nimi|Piegādātāja nosaukums|Leverantörens namn"),
        ("parties.supplier", "Tiekėjo pavadinimas|Nazwa dostawcy|Επωνυμία αναδόχου|Найменування постачальника"),
        ("parties.buyer", "Hankintayksikön nimi|Pasūtītāja nosaukums|Pirkėjo pavadinimas|Názov objednávateľa"),
        ("parties.partner", "Gesuchsteller|Gesuchssteller|Gesuchstellerin"),
        ("", "第二中标候选人|第三名中标候选人|落选单位"),
        ("parties.supplier", "中标候选人|第一中标候选人|拟中标人|中标候选人名称|成交候选人"),
        ("parties.supplier", "落札者氏名|承辦商|中標者|낙찰업체명"),
        ("currency", "Currency code|price_currency_code|currency_code"),
        ("currency", "货币|货币种类|币别|Ccy|Währung|Devise|Waluta|通貨"),
        ("parties.investor", "Acquirer|Investors|投资商|投資方|Lead Investor|Inwestor|Investitore"),
        ("parties.supplier", "Seller|Contractor|中标人|供应商|Auftragnehmer|Wykonawca"),
        ("parties.partner", "Target|Owner|Applicant"),
        ("parties.partner", "甲方|乙方|中方|外方|签约方"),
        ("parties.recipient", "Beneficiary|Lead beneficiary|Begünstigter|Beneficjent"),
        ("countries", "Country|国家/Country|國別|国家/地区|Land|Pays|País|Paese|Kraj|国名"),
        ("stage", "Status|项目进展|Stand|Statut|Estado"),
        ("", "Booth|Number of companies|Company size|Jobs created|网址|Website"),
    ],
)  # fmt: skip
def test_headers_of_deals(meant: str, headers: str) -> None:
    assert {header: _meant("deals", header) for header in headers.split("|")} == dict.fromkeys(
        headers.split("|"), meant
    )


@pytest.mark.parametrize(
    ("kind", "header", "meant"),
    [
        ("speakers", "First Name", "name.first"),
        ("speakers", "성명", "name"),
        ("speakers", "연사명", "name"),
        ("speakers", "소속", "organisation"),
        ("speakers", "직책", "posts"),
        ("sessions", "세션명", "name"),
        ("sessions", "演題", "name"),
        ("sessions", "日時", "starts_at"),
        ("organisations", "종목명", "name"),
        ("organisations", "銘柄名", "name"),
        ("speakers", "Nachname", "name.last"),
        ("speakers", "Title", "posts"),
        ("speakers", "Job title", "posts"),
        ("speakers", "Position", "posts"),
        ("speakers", "职位", "posts"),
        ("speakers", "Company", "organisation"),
        ("speakers", "单位", "organisation"),
        ("organisations", "company name", "name"),
        ("organisations", "参展商名称", "name"),
        ("organisations", "Raison sociale", "name"),
        ("organisations", "booth area sqft", ""),
        ("organisations", "国别", "country"),
    ],
)
def test_headers_of_other_kinds(kind: str, header: str, meant: str) -> None:
    assert _meant(kind, header) == meant


@pytest.mark.parametrize(
    ("header", "unit", "currency", "brackets"),
    [
        ("Amount ($m)", "m", "$", ()),
        ("Amount\n(USD m)", "m", "USD", ()),
        ("Amount m (USD)", "m", "USD", ()),
        ("Amount (Constant USD 2021)", "", "USD", ()),
        ("Amount ($ mil)", "", "", ("$ mil",)),
        ("amountUSD", "", "USD", ()),
        ("投资额（万元", "万", "CNY", ()),
        ("投资额（万元）（预计）", "万", "CNY", ("预计",)),
    ],
)
def test_nothing_of_a_header_is_lost(header: str, unit: str, currency: str, brackets: tuple[str, ...]) -> None:
    word = read_word(kinds()["deals"], header)
    assert (word.measure, word.brackets) == (Measure(unit, currency), brackets)


@pytest.mark.parametrize(
    ("header", "field", "role"),
    [
        ("Recipient Org:0:Name", "parties", "recipient"),
        ("Recipient Org: Name", "parties", "recipient"),
        ("awards/0/suppliers/0/name", "parties", "supplier"),
        ("awards.0.suppliers.0.name", "parties", "supplier"),
        ("buyer/name", "parties", "buyer"),
        ("tender/value/amount", "amount", ""),
        ("Amount/Value", "amount", ""),
        ("Title/Name", "title", ""),
        ("总额", "amount", ""),
    ],
)
def test_a_path_means_what_its_words_mean(header: str, field: str, role: str) -> None:
    word = read_word(kinds()["deals"], header)
    assert word.field is not None
    assert (word.field.name, word.role) == (field, role)


def test_a_word_that_only_the_cells_can_prove_is_surer_with_a_currency() -> None:
    assert read_word(kinds()["deals"], "Size").certainty == WEAK
    assert read_word(kinds()["deals"], "Size (USD)").certainty > WEAK
    assert read_word(kinds()["deals"], "Amount").certainty == EXACT


def test_what_a_column_is_about() -> None:
    assert read_word(kinds()["deals"], "Investor country").about == "investor"
    assert read_word(kinds()["deals"], "Country").about == ""


@pytest.mark.parametrize(
    ("text", "row", "counted"),
    [
        ("2024年一览表,,\n单位：个、万元,,\n项目名称,投资方,投资额\n甲,乙,3\n", 3, [Measure("万", "CNY")]),
        ("All amounts in US$ millions unless otherwise stated,,\nProject,Investor,Amount\nA,B,3\n", 2,
         [Measure("millions", "USD")]),
        ("List,,(EUR m)\nProject,Investor,Amount\nA,B,3\n", 2, [Measure("m", "EUR")]),
        ("List of the year in Berlin,,\nProject,Investor,Amount\nA,B,3\n", 2, []),
        ("foo,bar,baz\n1,2,x\n3,4,y\n", 1, []),
        ("company name,booth,area\nAa AG,744,100\nBank,746,100\n", 1, []),
        ("A list,,\nfoo,bar,baz\n1,2,x\n", 2, []),
    ],
)  # fmt: skip
def test_the_header_and_what_stands_above_it(tmp_path: Path, text: str, row: int, counted: list[Measure]) -> None:
    header = find_header(open_sheet(sheet(tmp_path / "list.csv", text)), kinds()["deals"])
    assert (header.row, [told for told, _cell in header.counted]) == (row, counted)


@pytest.mark.parametrize(
    "header",
    ["review_status", "review.status", "Payment status", "Status of record", "公司状态", "审核状态", "Zahlungsstatus"],
)
def test_the_status_of_something_else_is_no_stage(header: str) -> None:
    assert _meant("deals", header) != "stage"


@pytest.mark.parametrize("header", ["Status", "Project status", "Stav projektu", "项目状态"])
def test_the_status_of_the_deal_is_its_stage(header: str) -> None:
    assert _meant("deals", header) == "stage"


@pytest.mark.parametrize(
    "header", ["Fim Vigencia", "FIM VIGENCIA", "Fim da vigência", "All", "Top", "ron", "ft_egg", "kn_slakt", "tl_x"]
)
def test_a_word_that_is_a_code_of_a_currency_too_is_no_amount(header: str) -> None:
    assert read_word(kinds()["deals"], header).field is None


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("COP", "COP"),
        ("PHP million", "PHP"),
        ("Valor COP", "COP"),
        ("eur", "EUR"),
        ("Elnyert Ft", "HUF"),
        ("ft", "HUF"),
    ],
)
def test_in_capitals_or_beside_an_amount_it_is_one(header: str, code: str) -> None:
    word = read_word(kinds()["deals"], header)
    assert word.field is not None
    assert (word.field.name, word.measure.currency) == ("amount", code)


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("principal:name", "buyer"),
        ("supplier.legalName", "supplier"),
        ("supplier:legal_name", "supplier"),
        ("procuringEntity/name", "buyer"),
        ("funder.name", "funder"),
        ("recipient/name", "recipient"),
    ],
)
def test_a_path_to_a_name_finds_its_party(header: str, role: str) -> None:
    word = read_word(kinds()["deals"], header)
    assert word.field is not None
    assert (word.field.name, word.role) == ("parties", role)


@pytest.mark.parametrize(
    ("meant", "header"),
    [
        ("parties.partner", "Gesuchssteller"),
        ("parties.recipient", "Beneficciary"),
        ("amount", "Ammount (EUR)"),
        ("parties.supplier", "Auftragnehmmer"),
        ("", "Bbank"),  # short words may well be others
    ],
)
def test_a_letter_doubled_or_not_makes_no_other_word(meant: str, header: str) -> None:
    assert _meant("deals", header) == meant


@pytest.mark.parametrize(
    ("header", "unit", "currency"),
    [
        ("Suma, tūkst. Eur", "k", "EUR"),
        ("Summa (milj. eiro)", "m", "EUR"),
        ("Iznos u tisućama EUR", "k", "EUR"),
        ("Beløb (t.kr.)", "k", "kr"),
        ("Beløb i 1.000 kr.", "k", "kr"),
        ("Betrag T EUR", "k", "EUR"),
        ("Сумма, т.р.", "k", "RUB"),
        ("Összeg (E Ft)", "k", "HUF"),
        ("Ποσό (εκ. €)", "m", "EUR"),
        ("A szerződés értéke (nettó, Ft)", "", "HUF"),
        ("Cena (Kč bez DPH)", "", "CZK"),
        ("Auftragswert (€ netto)", "", "EUR"),
        ("Kontraktsum (NOK eks. mva)", "", "NOK"),
        ("Цена контракта, руб. без НДС", "", "RUB"),
        ("Sözleşme bedeli (TL, KDV dahil)", "", "TRY"),
        ("Celková částka vč. DPH", "", ""),
        ("Ποσό χωρίς ΦΠΑ", "", ""),
    ],
)
def test_units_and_taxes_of_the_north_and_the_east(header: str, unit: str, currency: str) -> None:
    word = read_word(kinds()["deals"], header)
    assert word.field is not None
    assert word.field.name == "amount"
    assert (UNITS[word.measure.unit], word.measure.currency) == (UNITS[unit], currency)


@pytest.mark.parametrize(
    "header",
    ["Antal kontrakterade anbud*, Summa", "Anzahl Angebote, Summe", "Number of grants, total", "Počet smluv, suma"],
)
def test_what_counts_is_no_amount_whatever_stands_behind(header: str) -> None:
    assert _meant("deals", header) != "amount"
