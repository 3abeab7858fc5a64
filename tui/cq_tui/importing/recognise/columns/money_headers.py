"""What headers of numbers say: an amount of money, whether or not it is the record's own, or what is surely none."""

from cq_tui.importing.recognise.columns.id_headers import says_id
from cq_tui.importing.recognise.words.glued_words import unglued
from cq_tui.importing.recognise.words.header_terms import AREA, COUNTED
from cq_tui.importing.recognise.words.word import ENDING, Word
from cq_tui.values.expressions import later

_MONEY = later(
    r"(?i)cost|expen[sd]|fund(?:s|ing|ed)?(?![a-z])|grant|budget|subsid|contribut|amount|value|price|revenue|"
    r"kosten|mittel(?![a-z])|anteil.*eur|förder|foerder|zuschuss|zuwendung|betrag|summe|ausgaben|einnahmen|wert(?![a-z])|"
    r"montant|co[uû]t|subvention|aide|importe|monto|coste|presupuesto|ayuda|inversi|valor|custos?(?![a-z])|orçamento|"
    r"importo|costo|contribut|finanzi|kwota|warto|koszt|dofinans|bedrag|subsidie|kost(?![a-z])|"
    r"rahoitu|yhteensä|avustu|kustannu|(?<![^\W_])(?:kulut|tuki|hinta|suma|sumą|cena|kaina|vertė|érték|értéke)(?![^\W_])|"
    r"belopp|beløb|beløp|bidrag|tilsku|kostnad|összeg|támogatás|ellenérték|částka|castka|hodnota|dotac|"
    r"iznos|vrijednost|vrednost|znesek|tutar|bedel|bütçe|"
    r"сумм|стоимост|цена|бюджет|вартіст|сума|ціна|"
    r"金额|金額|投资额|投資額|资金|資金|费用|費用|经费|經費|成本|预算|預算|拨款|撥款|补助|補助|价款|產值|产值|收入|予算|価格|사업비|예산|금액|가격"
)
_SHARE = later(r"[%％]|(?i:percent|prozent|pourcent|share|rate|quote|ratio|anteil|number|count|anzahl|nombre de)")
_OF_A_YEAR = later(
    r"(?i)(?:year|jaar|jahr|année|annee|(?<![^\W_])(?:año|ano|anno|rok|rok[uy]|år|vuosi|év|éve|год|рік)|年度|년도)s?$"
)
"""What ends in a word for a year says when, and not how much: ``SUBSIDIEJAAR``, ``Budget year``."""
_NO_MONEY = later(
    r"(?i)(?<![^\W_])(?:lat|lon|lng|long|latitude|longitude|x|y|coord\w*|phone|tel|telephone|mobile|fax|zip[\s_]?4?|postcode|"
    r"postal(?:[\s_]code)?|plz|cap|code|codes|id|ids|no|nr|num|number|count|employees?|jobs?|staff|people|persons?|"
    r"population|visitors?|attendees|members|students?|beneficiaries|households|units?|area|ha|hectares?|acres?|"
    r"km2?|sqm|m2|mw|gw|mwh|kwh|kw|capacity|tons?|tonnes?|score|rank|ranking|rating|points?|age|year|years|month|"
    r"months|days|duration|distance|length|width|height|floors?|stands?|booths?|halls?|version|page|pages|size|"
    r"followers|views|votes|likes|latitud|longitud|teléfono|telefon\w*|arbeitsplätze|mitarbeiter|einwohner|fläche|"
    r"emplois|effectifs?|surface|superficie|empleos|empleados|superficie|area_ha|priority|order|index|rows?|"
    r"isin|cusip|sedol|figi|cik|naics|nace|naf|ateco|cnae|ciiu|sic|cpv|cig|fips|uei|siren|siret|nif|nipc|cif|cnpj|cpf|ico|ičo|ič|krs|nip|regon|oib|ein|duns|lei|inn|ruc|rut|nit|rif|cuit|cuil|rfc|curp|dni|nite|rnc|rtn|nire|crc|piva|gstin|npwp|vkn|afm|αφμ|"
    r"reg[\s_]?(?:num\w*|no|nr)|regnum\w*|registration|register|orgnr|orgno|kbo|kvk|bce|kpp|ogrn\w*|okpo|okved|okdp|okato|oktmo|spz|"
    r"кпп|огрнип|окпо|октмо|окато|реестров\w*|"
    r"steuernummer|ust[\s_-]?id\w*|uid|tva[\s_]intracom\w*|codice[\s_]fiscale|partita[\s_]iva|c[eé]dula|инн|огрн|єдрпоу|едрпоу)"
    r"(?![^\W_])|经度|纬度|經度|緯度|電話|电话|邮编|人数|人數|面积|面積|编号|編號|代码|番号|番號|信用代码|信用代碼|税号|稅號|統編|岗位|产能|產能|公顷|公頃|규모|면적|번호|인원"
)
"""What numbers are of that are no money: places, telephones, codes, counts, areas, spans of time."""

_CODE_AT_END = later(r"(?i)[^\W\d_]{3}[\s_-]?(?:kode|koder|kod|koodi|code|codes|cod|k[óo]dja|kods|kodas|schlüssel)\d?$")
"""A word for a code behind another one, with a digit maybe: ``naeringskode1``, ``Branchenschlüssel``."""
_COUNT_AT_END = later(
    r"[a-z](?:Times?|Counts?|Occurrences|Scores?|Views|Votes|Tel|Phone|Mobile|Days|Hours|Minutes|Seconds|Pages|Ranks?|Index|Ratings?)$|"
    r"(?i:[^\W\d_](?:telefonos?|teléfonos?|telephone|fax|postal|postale)$)"
)
"""A word for a count, a time, or how somebody is reached, behind another one: ``totalExecutionTime``, ``CODPOSTAL``."""
_COORDINATE = later(
    r"(?i)(?<![^\W_])(?:breitengrad\w*|längengrad\w*|laengengrad\w*|breedtegraad|lengtegraad|szeroko[śs][ćc]|d[łl]ugo[śs][ćc]"
    r"|latitudine|longitudine|geo[\s_]?(?:lat|lon|lng|long)|koordin\w*|lat|lon|lng)(?![^\W_])|(?:latitud|longitud)e?$|[座坐]标|座標|緯度|経度"
)
"""Where something lies."""
_CODE_ALONE = later(r"(?i)(?:(?:codice|code|cod\.?)[\s_]+)?(?:lei|cup)(?:[\s_]+(?:code|number|no))?")
"""Codes of firms and of public projects that are called as currencies are."""


_TAKEN_BACK = later(
    r"(?i)(?<![^\W_])(?:rescind\w*|rescission|recover(?:ed|y|ies)|refund\w*|return(?:ed|s)|repaid|repayments?|cancel\w*|withdrawn|"
    r"revoked?|claw\w*|unspent|unused|deobligat\w*|written[\s_]off|reclaim\w*|forfeit\w*|remboursé\w*|récupéré\w*|"
    r"révoqué\w*|annulé\w*|reintegr\w*|devuelt\w*|devoluci\w*|anulad\w*|revocat\w*|restituit\w*|recuperat\w*|"
    r"devolvid\w*|devolução|zwrot\w*|zwrócon\w*|vrácen\w*|vrátk\w*|teruggevorderd\w*|terugbetaal\w*|återkra\w*|"
    r"tilbagebetal\w*|tilbakebetal\w*|visszafizet\w*|возврат\w*|возвращ\w*)(?![^\W_])"
    r"|rückforder|rückzahl|zurückgef|zurückgez|退回|退还|收回|撤销|返還|환수|반환"
)


def is_taken_back(name: str) -> bool:
    """Whether a header says what was given back or called off: ``Amount Rescinded/Recovered``."""
    return _TAKEN_BACK.search(name) is not None


def is_code_alone(name: str) -> bool:
    """Whether a header can be one of codes although it is a currency's name, too: ``lei``, ``CUP``."""
    return _CODE_ALONE.fullmatch(name.strip()) is not None


def says_money(word: Word, name: str) -> bool:
    """Whether a header says an amount of money: not one word that can mean it, nor a share or a count of something."""
    if word.is_percent or _SHARE.search(name) or says_id(name) or _OF_A_YEAR.search(name.strip()):
        return False
    is_money = word.field is not None and word.field.type.is_money
    return (is_money and word.certainty >= ENDING) or ((is_money or word.field is None) and bool(_MONEY.search(name)))


def says_no_money(name: str) -> bool:
    """Whether a header says what its numbers are, and that is no money: a count, a code, a place, an area."""
    if _COUNT_AT_END.search(name.strip()):
        return True
    name = unglued(name)
    found = [one.search(name.strip()) for one in (_NO_MONEY, _SHARE, COUNTED, AREA, _CODE_AT_END, _COORDINATE)]
    return says_id(name) or any(one is not None for one in found)
