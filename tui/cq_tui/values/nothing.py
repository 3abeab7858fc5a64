"""What stands in a cell where nothing is known or nobody is named: ``n/a``, ``未披露``, ``neuveden``."""

import re
import unicodedata

from cq_tui.values.sql import Sql, literal
from cq_tui.values.units import folded

_WORDS = """
-|--|—|–|/|.|n/a|na|n.a.|n.a|n/s|nil|none|null|unknown|undisclosed|tbd|tba|tbc|confidential|?|#n/a|#value!|#ref!
not stated|not disclosed|not available|not known|not applicable|no data|not specified|unspecified|not provided
not given|not named|not indicated|not reported|to be determined|to be confirmed
missing|information missing|missing information|no information|information not available|data missing|missing data
information unavailable|not yet known
information fehlt|informationen fehlen|angabe fehlt|angaben fehlen|daten fehlen|keine information|keine informationen
keine daten|nicht verfügbar
information manquante|informations manquantes|donnée manquante|données manquantes|aucune information|non disponible
información no disponible|falta información|dato no disponible|sin dato|informazione mancante|informazioni mancanti
dato mancante|dati mancanti|informazione non disponibile|nessuna informazione|informação em falta
informação indisponível
informação não disponível|informatie ontbreekt|gegevens ontbreken|ontbreekt|geen informatie|geen gegevens
brak informacji
informace chybí|údaj chybí|chybí|není k dispozici|informácia chýba|údaj chýba|nincs információ|hiányzó adat|hiányzik
tieto puuttuu|tiedot puuttuvat|puuttuu|informație lipsă|informația lipsește|nema podataka
информация отсутствует|данные отсутствуют|сведения отсутствуют|інформація відсутня|дані відсутні
信息缺失|資料缺失|资料缺失|数据缺失|暂无信息|暂无数据|暫無資料|情報なし|データなし|정보 없음|정보없음
无|無|未知|不详|不詳|不明|未披露|未透露|未公布|未公开|未公開|未定|非公開|非公表|保密|待定|待确认|待確認|暂无|暫無
公告未明确列示|公告未明确|公告未列示|公告未列明|公告未载明|公告未说明|公告未注明|公告未公布|公告未披露|未明确列示|未列示|未列明|未明确|未载明
缺失|无数据|無資料|未提供
未注明|未註明|未说明|未說明|未指明|该当なし|該当なし|記載なし|未記載|미정|미상|해당없음|해당 없음|비공개|미공개
알 수 없음|없음
not publicly disclosed|details not disclosed|terms not disclosed|undisclosed terms|no answer|no response|n. a.|n. a
n/d|n.d.|n.d|s/d|s/i|n/k|n.k.|n/i|k. a.|k. a|n. v.|tbd.|tba.|b.d.|b. d.
数据不详|信息不详|情況不明
情况不明
未填|未填写|没有数据|沒有資料|無數據|无信息|無資訊|データ無し|情報無し|未登録|未回答|回答なし|미기재|미확인|자료없음
자료 없음|데이터 없음
확인 불가|확인불가|공개안함
nicht genannt|nicht verfügbar|nicht zutreffend|entfällt|keine daten vorhanden
non divulgué|non communiquée|non renseignée|non précisée
non connu|sans objet
no revelado|no consta|no se informa|no aplica|no reportado|no registra
sin registro
não divulgada|não informada|não consta|não se aplica|sem dados|sem registo|sem registro
non divulgato|non comunicato|non noto|non dichiarato|non pervenuto|dato non pervenuto
non applicabile
geen opgave|niet ingevuld|niet beschikbaar|niet van toepassing|n.v.t.|nvt
nie ujawniono|nieujawniona|nieujawniony|bez danych|brak informacji o kwocie|niedostępne|nie określono|b/d
bez údaje|bez údajů|nezjištěné|není známo|neznámá|bez údajov|nie je známe
не раскрывается|не раскрыта|не известно|неизвестно.|не заполнено|отсутствуют данные|н/д|н.д.
ikke relevant|ikke aktuelt|ej tillämpligt|uppgift saknas.|ei tietoa|ei tietoja
unbekannt|k.a.|keine angabe|keine angaben|ohne angabe|nicht angegeben|nicht bekannt
non communiqué|non renseigné|non précisé|non spécifié|non indiqué|inconnu|no disponible|no especificado|no indicado
no informado|sin especificar|sin datos|sin información|desconocido|não informado|nao informado|não especificado
não divulgado|não disponível|sem informação|desconhecido|non disponibile|non specificato|non indicato|sconosciuto
no especificat|desconegut|niet vermeld|niet opgegeven|niet bekend|onbekend
neuveden|neuvedena|neuvedeno|neuvedené|není uvedeno|není uveden|nezjištěno|nezjištěn|neznámý|neznámé|neznámo
neuvedený|neznámy|nie je uvedené|nezistené|brak|brak danych|nie podano|nie dotyczy|nieznany|nieznane|nie określono
nincs megadva|nincs adat|nem ismert|ismeretlen|nu este specificat|nespecificat|nespecificată|necunoscut|fără date
nieznana
nije navedeno|nepoznato|nepoznat|ni navedeno|ni podatka|neznano|непознато|није наведено|няма данни|неизвестно
неизвестен
не указан|не указана|не указано|не указаны|нет данных|нет информации|нет сведений|не определен|не определено
неизвестна
не вказано|не вказаний|не вказана|не зазначено|немає даних|невідомо|невідомий|не пазначана|көрсетілмеген
деректер жоқ
δεν αναφέρεται|άγνωστο|μη διαθέσιμο
ikke oppgitt|ikke angitt|ikke angivet|ikke oplyst|ukjent|ukendt|ej angivet|ej angiven|inte angivet|okänd|okänt
uppgift saknas|uppgifter saknas|information saknas|saknas|saknar uppgift|ingen uppgift|informasjon mangler|mangler
mangler informasjon|ingen informasjon|opplysninger mangler|ingen opplysninger|ikke kjent|ikke tilgjengelig
oplysninger mangler|oplysning mangler|mangler oplysninger|ingen oplysninger|ikke kendt|information mangler
ei tiedossa|ei ilmoitettu|ei saatavilla|tuntematon|pole teada|teadmata|määramata|nav norādīts|nav zināms|nezināms
nenurodyta|nenurodytas|nežinoma|nežinomas|belirtilmemiş|bilinmiyor|bilinmeyen
không rõ|chưa xác định|không xác định|tidak diketahui|tidak disebutkan|tidak ada data|ไม่ระบุ|ไม่ทราบ
غير محدد|غير معروف|غير متوفر|לא צוין|לא ידוע|نامشخص|ذکر نشده|अज्ञात|उपलब्ध नहीं
notfound|not found|not_found|not-found|data not found|nicht gefunden|no encontrado|no encontrada|non trouvé|non trouvée
non trovato|non trovata|niet gevonden|não encontrado|não encontrada|nie znaleziono|nenalezeno|не найдено|не знайдено
ikke funnet|ikke fundet|hittades ej|bulunamadı|未找到|没找到|未查到|查无|未检索到|見つかりません|該当データなし
to be announced|to be advised|to be defined|to be decided|por definir|a definir|por determinar|à définir|à déterminer
da definire|zu bestimmen|nog te bepalen|do ustalenia|待补充|待补|待完善|待更新|待核实|待公布|待披露|待公示|待填|待填写
待查|未指定|未分配|不明确|不适用|不適用|无此项|未命名
not yet announced|not yet disclosed|not yet available|not yet determined|not yet named|not yet specified
yet to be determined|yet to be announced|yet to be confirmed|yet to be named|not yet stated|not announced
not revealed|not identified|noch nicht bekannt|noch unbekannt|noch nicht benannt|noch nicht festgelegt
noch nicht bestimmt|noch nicht bekannt gegeben|noch nicht bekanntgegeben|wird noch bekannt gegeben
wird noch bekanntgegeben|nicht bekannt gegeben|nicht bekanntgegeben|pas encore connu|pas encore connue
pas encore communiqué|pas encore communiquée|pas encore annoncé|non encore connu|à confirmer|à préciser
à compléter|non annoncé|non précisé à ce jour|aún no conocido|aún no disponible|todavía no disponible
aún sin definir|por confirmar|por anunciar|por especificar|por conocer|no comunicado|no divulgado
no facilitado|no figura|a confirmar|a anunciar|ainda não conhecido|ainda não disponível|ainda não divulgado
ainda não informado|ainda não definido|da confermare|da comunicare|non ancora noto|non ancora nota
non ancora disponibile|non ancora comunicato|non ancora definito|non comunicata|non indicata|non specificata
nog niet bekend|nog onbekend|nog niet beschikbaar|nader te bepalen|nog te bevestigen|jeszcze nieznany
jeszcze nieznane|jeszcze nie podano|do potwierdzenia|nie ogłoszono|zatím neznámý|zatím neznámé|zatím neznámo
zatím neuvedeno|dosud neznámý|bude upřesněno|bude doplněno|bude oznámeno|zatiaľ neznámy|zatiaľ neznáme
bude upresnené|ännu inte känt|ännu ej känt|inte känt|ej känt|meddelas senare|ennå ikke kjent|endnu ikke kendt
ikke opplyst|ei vielä tiedossa|tarkentuu myöhemmin|még nem ismert|încă necunoscut|пока неизвестно
пока не известно|ещё не известно|еще не известно|ещё неизвестно|еще неизвестно|не раскрыто|уточняется
не разглашается|ще невідомо|поки невідомо|уточнюється|henüz bilinmiyor|henüz belli değil|açıklanmadı
açıklanmamış|chưa biết|chưa công bố|belum diketahui|belum tersedia|غير معلن|未公表|未発表|未確認|調査中
확인 중|미발표|미공시|未收录|未收錄
\\n|<na>|#name?|#num!|#null!|#div/0!|---|----|___|__|_|...|......|//|\\|***|**
"""
_ACCENTS = re.compile("[\u0300-\u036f]")


def _without_accents(word: str) -> str:
    """A word as keyboards without its letters write it: ``sin informacion``."""
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", word)))


NOTHING = frozenset(
    spelt for line in _WORDS.splitlines() for word in line.split("|") for spelt in (word, _without_accents(word))
)
"""What stands in a cell where nothing is known, folded."""
_NONE_OF_IT = (
    "(?:no|not|kein|keine|keinen|sin|ningún|ningun|ninguna|aucun|aucune|pas de|nessun|nessuna|nessuno|sem|nenhum|"
    "nenhuma|geen|ingen|inget|intet|brak) (?:[^ ,.;:()]+ ){1,3}(?:available|found|provided|specified|given|stated|"
    "entered|recorded|verfügbar|vorhanden|gefunden|angegeben|hinterlegt|disponibles?|encontrad[oa]s?|trouvée?s?|"
    "renseignée?s?|disponibil[ei]|trovat[oaie]|disponível|disponivel|disponíveis|beschikbaar|gevonden|opgegeven|"
    "tilgjengelig|tilgængelig|tillgänglig|funnet|fundet|hittad|danych)"
)
"""What says that a thing which it names is not known: ``no date available``, ``keine Angabe vorhanden``; folded."""
_IS_NONE_OF_IT = re.compile(_NONE_OF_IT)
_NOT_YET = (
    "(?:[暂暫](?:[时時]?未|[没無无不])有?|尚[未无無])"
    "(?:收[录錄集]|[录錄]入|公[开開布佈示告]|披露|揭露|透露|提供|查到|查[询詢]到|找到|[获獲][取得]|填[写寫]|知[晓曉]?|了解|"
    "[说說]明|[注註]明|明[确確]|列[出明]|[统統][计計]|[记記][录錄载載]|介[绍紹]|[简簡]介|名[称稱])?(?:信息|[数數][据據]|[资資]料|[资資][讯訊]|消息)?"
)
"""What Chinese lists say of what they have not got yet, in both scripts: ``暂未收录``, ``尚未公布``."""
_BEGINS_NOT_YET = ("暂", "暫", "尚")
_IS_NOT_YET = re.compile(_NOT_YET)
_LONGEST = 60
_SEPARATOR = "\x1f"
"""Stands in no cell, so that no word holds it."""
_MOST_BYTES_OF_NOTHING = max(len(word.encode()) for word in NOTHING)


def is_nothing(text: str) -> bool:
    """Whether a cell says that nothing is known. Folding makes no text shorter; no such word begins with a digit."""
    if "0" <= text[:1] <= "9" or len(text.strip()) > _LONGEST:
        return False
    word = folded(text)
    if word in NOTHING:
        return True
    if word.startswith(_BEGINS_NOT_YET):
        return _IS_NOT_YET.fullmatch(word) is not None
    return " " in word and _IS_NONE_OF_IT.fullmatch(word) is not None


def sql_says_something(text: Sql) -> Sql:
    """Not ``is_nothing``, of a text that folding only makes small. Its length is looked at first, for that is cheap.

    A CASE, for elsewhere than in a WHERE the engine computes both sides of an OR for all rows. The words are one
    literal inside of a lambda: as one each they are planned for longer than a short list takes to be read, and a long
    list is compared with them at a third of the speed.
    """
    words = f"string_split({literal(_SEPARATOR.join(sorted(NOTHING)))}, {literal(_SEPARATOR)})"
    is_word = f"strlen(_said) <= {_MOST_BYTES_OF_NOTHING} AND list_contains({words}, lower(_said))"
    is_none = f"regexp_full_match(lower(_said), {literal(_NONE_OF_IT)})"
    begins = " OR ".join(f"starts_with(_said, {literal(one)})" for one in _BEGINS_NOT_YET)
    not_yet = f"WHEN {begins} THEN NOT regexp_full_match(_said, {literal(_NOT_YET)})"
    unless = f"NOT (contains(_said, ' ') AND length(_said) <= {_LONGEST} AND {is_none})"
    says = f"WHEN {is_word} THEN false {not_yet} ELSE {unless}"
    return f"list_transform([{text}], lambda _said: CASE {says} END)[1]"
