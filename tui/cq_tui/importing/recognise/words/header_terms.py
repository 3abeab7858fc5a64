"""Words of headers that say nothing of a field by themselves: parts of days, endings, joints, what stands around."""

from cq_tui.values.expressions import later

PARTS = {
    "year": frozenset(
        """year 年 年份 年度 yr jahr annee ano anno jaar rok ar vuosi ev év год рік yil yıl godina leto anul gads metai
        aasta έτος năm tahun 년""".split()
    ),
    "month": frozenset(
        """month 月 月份 mon monat mois mes mese maand miesiac mesic maned manad kuukausi месяц місяць miesiąc měsíc
        mjesec
        luna lună menuo mėnuo menesis mēnesis kuu hónap honap μήνας tháng bulan 월""".split()
    ),
    "day": frozenset(
        """day 日 tag jour dia giorno dag dzien dzień paiva päivä день den deň dan gün gun nap zi ziua diena
        päev paev ημέρα ngày hari 일""".split()
    ),
}
ARABIC = later(r"(?i)[\s_.-]ar$")
"""The language of a column, ``entity_ar``, or the Swedish word for a year without its ring: its cells tell which."""
NAME_OF = later(
    r"(?i)(?<=.)(?:名称|名稱|全称|全稱|姓名|名|[\s_](?:(?:legal|official|full|registered)[\s_])?(?:names?|nome|nombre|nom|naam|navn|namn|nimi|nazwa|naziv|n[aá]zev|n[aá]zov|nev|neve|denumire|наименование|название|назва|найменування|pavadinimas|nosaukums|"
    r"ονομασία|επωνυμία|title|titre))$"
)
"""Endings such as ``name``, which add nothing to what a header means."""
JOINED_NAME = later(r"(?i)(?<=[^\W\d_]{4})(?:names?|naam|navn|namn|nimi|tittel|titel|title)$")
"""Such an ending that nothing parts from the word before it: ``partyname``, ``Prosjekteiernavn``."""
NAME_AND_MORE = later(
    r"(?i)^(?:names?|namen|noms?|nombres?|nome|naam|nazwa|název|názov|denumire|namn|navn|nimi|nume)\s*"
    r"(?:[,/&+]|(?:und|and|et|y|e|en|i|a|și|og|och|ja|bzw\.?|oder|or|ou|o)(?=\s))\s*[^,;]{1,40}?[\s_]"
    r"(?:of|des|der|du|de la|de|del|della|do|da|van|av|af)[\s_]+(?:(?:the|het|la|el|l')[\s_]*)?"
)
"""What stands before whose name and seat a column holds: ``Name und Sitz des Empfängers``."""
COMMON_ROLE = "partner"
COMMON_ROLES = (COMMON_ROLE, "OTHER")
"""The codes that stand for a part which a header does not tell: of parties, of identifiers."""
COMPOUND_ENDINGS = frozenset(
    """datum dato betrag bedrag belopp summe kosten kostnad kostnader omkostninger budget volumen status
    titel tittel title land länder staat plaats gemeinde gemeente kommune kommun unternehmen gesellschaft
    selskap selskab bolag firma bedrijf foretak virksomhed mottaker mottagare modtager ontvanger begunstigde
    empfaenger geber giver gever givare verstrekker partner antragsteller aanvrager lieferant leverancier""".split()
)
"""Words that others are written in front of without a blank: ``Bewilligungsdatum``, ``Endverbraucherland``.

The last noun of a compound says what it is; its own letters may be any, and those of other alphabets need no list."""
OTHER_COMPOUNDS = frozenset(
    """ansprechpartner kontaktpartner gesprächspartner gespraechspartner arbeitgeber arbeidsgiver arbejdsgiver werkgever
    arbetsgivare gesetzgeber ratgeber herausgeber caregiver uitgever utgiver udgiver candidato mandato
    soldato""".split()
)
"""Words that seem to end so, or are of somebody who is no party: ``Arbeitgeber``, ``Ansprechpartner``."""
LAND = later(r"(?i)(?<=[^\W\d_])(?:land|länder|staat)$")
"""The end of words that may be of countries, or of ground: ``Endverbraucherland``, ``Weideland``."""
JOINT = later(
    r"(?i)[\s_]+(?:of|by|for|to|du|de la|de las|de los|de|des|der|del|della|dello|dei|di|do|da|dos|das|à|ao|van)[\s_]+"
    r"(?:the[\s_]+|het[\s_]+|de[\s_]+)?|[\s_]+(?:d|de l|dell)['’]"
)
"""Words that join what a header means to what it is about: ``Cost of the project``."""
NAMES = frozenset(
    "name title names nom intitule libelle nombre titulo nome titolo bezeichnung titel tittel titre naam".split()
)
"""Words that mean nothing by themselves where it is said whose name it is."""
BARE = frozenset(
    "name names nom nombre nome naam navn namn nimi nazwa naziv nazev nev denumire наименование название".split()
)
"""Those of them that a title is not called."""
BEHIND = frozenset(
    """allocated awarded granted committed approved paid disbursed invested requested received eligible
    concedido concedida pagado pagada aprobado aprobada adjudicado adjudicada elegible elegibles subvencionable
    adjudicat adjudicada atorgat atorgada concedit concedida
    atribuido atribuida atribuidas aprovado aprovada contratado elegivel elegiveis total totais totale totaux
    programme attribue verse accorde notifie eligible eligibles concesso approvato ammesso finanziato
    lang ausfuhrlich vollstandig kurz long full short complet complete completo completa corto curto court pelny pelna
    gesamt insgesamt available disponible disponibile stanziata
    ogolem brutto netto inicial final cs cz da de es fi fr hr hu it nl pl pt ro sk sl sv""".split()
)
"""Words behind another one that only say which it is of several: ``Montante concedido``, ``Funding allocated``."""
HEADS = frozenset(
    """importo importe montant monto valor valore kwota сумма сума стоимость цена iznos vrijednost vrednost suma
    wartosc hodnota import quantia objecte titol oggetto objeto objet objetivo intitule titolo titulo titre предмет
    наименование название""".split()
)
"""Words that stand before what they are about where adjectives do: ``importo base asta``, ``oggetto gara``."""
OBJECTS = frozenset("oggetto objeto objet objetivo предмет предмету".split())
"""Those of them that say what a contract is about."""
BETWEEN_LANGUAGES = later(r"\s*[/|]\s*|\s+[-–—]\s+")
COUNTED = later(
    r"(?i)^(?:number|no\.?|count|share|percentage|percent|%) (?:of|in)\b|数量$|人数$|个数$|"
    r"^(?:antall?|anzahl|aantal|liczba|ilość|po[čc]et|количество|число|кількість|lukumäärä) "
)
"""Headers that count something, whatever their last word is: ``Number of companies``."""
ARTICLE = later(r"(?i)^(?:a|az|the|der|die|das|le|la|les|el|los|las|il|lo|gli|o|os|as|de|het)\s+(?=[^\W\d_]{3})")
"""The article that a header may begin with: ``A szerződés értéke``."""
AREA = later(r"(?i)(?<![a-z])sq(?:uare)?[\s._]*(?:ft|feet|foot|m|met(?:re|er)s?)(?![a-z])")
"""Areas: the Ft of ``Sq Ft`` are no forints."""
OF_A_REVIEW = later(
    r"(?i)(?<![^\W_])(?:reviews?|reviewed|moderation|workflow|records?|entry|data|verification|verified|curation|quality|"
    r"publication|import|sync|compan(?:y|ies)|operating|firm|business)(?![^\W_])|审核|录入|审查|校验|运营|经营|企业|公司|存续"
)
"""What tells of the making of a list, or of a company: the status of a review is no stage of a deal."""
RUNNER_UP = later(
    r"第[二三四五2-5]\s?(?:名|位)?(?:中标|中標|成交|中选)?候[选選](?:人|单位|單位)|落选|落選|未中标|备选|備選"
)
"""Who bid and got nothing: the second candidate of a tender."""
TENDER_AGENT = later(
    r"代理(?:机构|機構|单位|單位|公司|人)(?:名称|名稱|全称)?$|^(?:招标|招標)(?:机构|機構)(?:名称|名稱|全称)?$|대행\s*기관|대행업체"
    r"|(?i:^(?:tender(?:ing)?|bidding|procurement)[\s_]+agent(?:[\s_]+name)?$)"
)
"""Who runs a tender for somebody else, and buys nothing: 招标代理机构."""
