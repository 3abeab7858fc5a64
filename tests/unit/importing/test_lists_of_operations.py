"""Headers of lists of operations of the structural funds, in the languages of the Union. The rows are made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.conftest import Ran
from tests.unit.importing.conftest import Fields, Take, rows_of, sheet

Bring = Callable[..., Ran]

# language: beneficiary | operation | summary | start | end | total eligible expenditure | part of the Union | its rate
HEADERS = """
en: Beneficiary name | Operation name | Operation summary | Operation start date | Operation end date | Total eligible expenditure | EU contribution | Union co-financing rate
en: Name of beneficiary | Name of operation | Summary of operation | Start date | End date | Total eligible cost | Union support | EU co-financing rate (%)
de: Name des Begünstigten | Bezeichnung des Vorhabens | Zusammenfassung des Vorhabens | Datum des Beginns des Vorhabens | Datum des Endes des Vorhabens | Förderfähige Gesamtausgaben | EU-Beitrag | Unions-Kofinanzierungssatz
de: Begünstigter | Name des Vorhabens | Kurzbeschreibung | Beginn des Vorhabens | Ende des Vorhabens | Gesamtbetrag der förderfähigen Ausgaben | Unionsbeteiligung | Kofinanzierungssatz
fr: Nom du bénéficiaire | Intitulé de l'opération | Résumé de l'opération | Date de début de l'opération | Date de fin de l'opération | Total des dépenses éligibles | Montant UE | Taux de cofinancement par l'Union
fr: Bénéficiaire | Nom de l'opération | Résumé | Date de début | Date de fin | Dépenses totales éligibles | Contribution de l'Union | Taux de cofinancement UE
es: Nombre del beneficiario | Nombre de la operación | Resumen de la operación | Fecha de inicio de la operación | Fecha de conclusión de la operación | Gasto total subvencionable | Ayuda UE | Porcentaje de cofinanciación de la Unión
it: Denominazione beneficiario | Titolo progetto | Sintesi dell'operazione | Data di inizio | Data di fine | Finanziamento totale | Contributo UE | Tasso di cofinanziamento dell'Unione
it: Nome del beneficiario | Nome dell'operazione | Sintesi dell'operazione | Data di inizio dell'operazione | Data di fine dell'operazione | Spesa totale ammissibile | Quota UE | Tasso di cofinanziamento UE
pt: Nome do beneficiário | Designação da operação | Resumo da operação | Data de início da operação | Data de conclusão da operação | Despesa elegível | Fundo UE | Taxa de cofinanciamento da União
pt: Beneficiário | Nome da operação | Resumo da operação | Data de início | Data de fim | Despesa total elegível | Contribuição da União | Taxa de cofinanciamento
nl: Naam begunstigde | Naam van de concrete actie | Samenvatting van de concrete actie | Startdatum | Einddatum | Totale subsidiabele uitgaven | EU-bijdrage | Medefinancieringspercentage van de Unie
sv: Stödmottagare | Insatsens namn | Sammanfattning av insatsen | Insatsens startdatum | Insatsens slutdatum | Totala stödberättigande utgifter | EU-stöd | Unionens medfinansieringsgrad
sv: Stödmottagarens namn | Projektnamn | Sammanfattning | Startdatum | Slutdatum | Summa stödberättigande utgifter | EU-medel | Medfinansieringsgrad
da: Støttemodtagerens navn | Operationens navn | Resumé af operationen | Operationens startdato | Operationens slutdato | Samlede støtteberettigede udgifter | EU-tilskud | Unionens medfinansieringssats
fi: Tuen saaja | Toimen nimi | Tiivistelmä toimesta | Toimen alkamispäivä | Toimen päättymispäivä | Tukikelpoiset menot yhteensä | EU-tuki | Unionin osarahoitusosuus
fi: Tuensaajan nimi | Hankkeen nimi | Tiivistelmä | Alkamispäivä | Päättymispäivä | Tukikelpoisten menojen kokonaismäärä | EU-rahoitus | Osarahoitusaste
pl: Nazwa beneficjenta | Tytuł projektu | Skrócony opis projektu | Data rozpoczęcia realizacji projektu | Data zakończenia realizacji projektu | Wartość projektu | Wkład UE | Poziom unijnego dofinansowania w %
pl: Nazwa beneficjenta | Nazwa operacji | Streszczenie operacji | Data rozpoczęcia operacji | Data zakończenia operacji | Całkowite wydatki kwalifikowalne | Dofinansowanie UE | Stopa dofinansowania UE
cs: Název příjemce | Název projektu | Anotace projektu | Datum zahájení | Datum ukončení | Celkové způsobilé výdaje | Příspěvek EU | Míra spolufinancování EU
cs: Příjemce | Název operace | Shrnutí operace | Datum zahájení operace | Datum ukončení operace | Celkové způsobilé výdaje projektu | Příspěvek Unie | Míra spolufinancování Unie
sk: Názov prijímateľa | Názov projektu | Zhrnutie operácie | Dátum začatia operácie | Dátum ukončenia operácie | Celkové oprávnené výdavky | Príspevok EÚ | Miera spolufinancovania Únie
hu: Kedvezményezett neve | Művelet megnevezése | Művelet összefoglalása | Művelet kezdő dátuma | Művelet befejező dátuma | Összes elszámolható költség | Uniós támogatás | Uniós társfinanszírozás aránya
hu: A kedvezményezett neve | A művelet neve | A művelet összefoglalása | Kezdő időpont | Befejezési időpont | Összes elszámolható kiadás | EU-támogatás | Társfinanszírozási arány
ro: Denumire beneficiar | Titlu proiect | Rezumat proiect | Data începere | Data finalizare | Total cheltuieli eligibile | Contribuția UE | Rata de cofinanțare UE
ro: Numele beneficiarului | Denumirea operațiunii | Rezumatul operațiunii | Data de începere a operațiunii | Data de încheiere a operațiunii | Cheltuieli eligibile totale | Contribuția Uniunii | Rata de cofinanțare a Uniunii
bg: Име на бенефициента | Наименование на операцията | Резюме на операцията | Начална дата на операцията | Крайна дата на операцията | Общо допустими разходи | Принос на ЕС | Процент на съфинансиране от Съюза
el: Επωνυμία δικαιούχου | Τίτλος πράξης | Περίληψη πράξης | Ημερομηνία έναρξης πράξης | Ημερομηνία λήξης πράξης | Συνολικές επιλέξιμες δαπάνες | Συνεισφορά ΕΕ | Ποσοστό συγχρηματοδότησης από την Ένωση
el: Όνομα δικαιούχου | Ονομασία πράξης | Σύνοψη πράξης | Ημερομηνία έναρξης | Ημερομηνία λήξης | Σύνολο επιλέξιμων δαπανών | Ενωσιακή συνδρομή | Ποσοστό συγχρηματοδότησης
hr: Naziv korisnika | Naziv operacije | Sažetak operacije | Datum početka operacije | Datum završetka operacije | Ukupni prihvatljivi izdaci | Doprinos EU | Stopa sufinanciranja Unije
sl: Ime upravičenca | Ime operacije | Povzetek operacije | Datum začetka operacije | Datum zaključka operacije | Skupni upravičeni izdatki | Prispevek EU | Stopnja sofinanciranja Unije
et: Toetuse saaja nimi | Projekti nimi | Projekti kokkuvõte | Alguskuupäev | Lõppkuupäev | Abikõlblikud kulud kokku | EL toetus | Liidu kaasrahastamise määr
lv: Finansējuma saņēmēja nosaukums | Projekta nosaukums | Projekta kopsavilkums | Sākuma datums | Beigu datums | Kopējie attiecināmie izdevumi | ES finansējums | Savienības līdzfinansējuma likme
lt: Naudos gavėjo pavadinimas | Veiksmo pavadinimas | Veiksmo santrauka | Pradžios data | Pabaigos data | Visos tinkamos finansuoti išlaidos | ES lėšos | Sąjungos bendro finansavimo norma
mt: Isem il-benefiċjarju | Isem l-operazzjoni | Sommarju tal-operazzjoni | Data tal-bidu | Data tat-tmiem | Nefqa eliġibbli totali | Kontribuzzjoni tal-UE | Rata ta' kofinanzjament tal-Unjoni
ga: Ainm an tairbhí | Ainm na hoibríochta | Achoimre ar an oibríocht | Dáta tosaithe | Dáta críochnaithe | Caiteachas incháilithe iomlán | Cúnamh AE | Ráta cómhaoinithe an Aontais
"""  # noqa: E501
LISTS = [line.partition(": ")[2].split(" | ") for line in HEADERS.strip().splitlines()]
ROWS = [
    line.split("|")
    for line in (
        "Aa GmbH|Wind park at Xx|Builds a park of twenty mills.|2016-01-01|2018-12-31|1200000.5|600000.25|50",
        "Bb University|Laboratory of light|Buys what a laboratory needs.|2017-03-01|2019-06-30|840000|714000|85",
        "City of Cc|Tram line 7|Lays rails to the harbour.|2016-09-15|2020-12-31|25300000|12650000|50",
        "Dd Ltd|New presses|Replaces three presses.|2018-02-01|2018-11-30|95000|80750|85",
    )
]


def written(path: Path, headers: list[str]) -> Path:
    lines = [";".join(f'"{cell}"' for cell in row) for row in [headers, *ROWS]]
    return sheet(path, "\n".join(lines) + "\n")


@pytest.mark.parametrize("headers", LISTS, ids=[line.partition(" |")[0] for line in HEADERS.strip().splitlines()])
def test_title_beneficiary_total_and_start_are_read_in_each_language(
    fields: Fields, tmp_path: Path, headers: list[str]
) -> None:
    told = [*headers]
    told[5] += " (EUR)"
    found = fields(written(tmp_path / "list.csv", told))
    taken = (
        found["title"].column, dict(found["parties"].roles), found["amount"].column, found["date"].column,
    )  # fmt: skip
    assert taken == ((headers[1],), {"recipient": (headers[0],)}, (told[5],), (headers[3],))


def test_the_part_of_the_union_and_the_end_are_fields_of_their_own(bring: Bring, archive: Path, tmp_path: Path) -> None:
    told = LISTS[0]
    ran = bring(written(tmp_path / "list.csv", [*told[:5], f"{told[5]} (EUR)", f"{told[6]} (EUR)", told[7]]))
    assert ran.code == 0, ran.err
    assert "Amount: 4 of 4 from Total eligible expenditure (EUR); 4: EUR 27.4350005 m" in ran.err, ran.err
    assert "EU contribution: 4 of 4 from EU contribution (EUR); a field of its own: amounts of money" in ran.err
    assert "Operation end date: 4 of 4 from Operation end date; a field of its own: dates" in ran.err
    row = rows_of(archive / "data/fair-deals-list/deals.csv")[0]
    assert (row["date"], row["operation_end_date"]) == ("2016-01-01", "2018-12-31")
    assert (row["amount"], row["eu_contribution"]) == ("1200000.5", "600000.25")


def test_alone_it_is_the_amount(fields: Fields, tmp_path: Path) -> None:
    text = "Beneficiary,Operation name,EU contribution (EUR)\nAa GmbH,Mill,5000\nBb Ltd,Dam,7000\n"
    assert fields(sheet(tmp_path / "list.csv", text))["amount"].column == ("EU contribution (EUR)",)


def test_a_union_elsewhere_is_asked_about_as_before(take: Take, tmp_path: Path) -> None:
    text = "Project,Investor,Contract value (EUR),EU contribution (EUR)\nMill,Aa GmbH,5000,2000\nDam,Bb Ltd,7000,3000\n"
    assert take(sheet(tmp_path / "list.csv", text)).questions == ["amount"]
