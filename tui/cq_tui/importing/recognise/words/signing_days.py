"""Headers of the day on which something was signed or concluded, in the languages that lists come in."""

from cq_tui.values.expressions import later

_DAY = later(
    r"(?i)(?<![^\W_])(?:dates?|day|data|dată|datas?|fecha|dtm?|dat|дата|датум|datums?|ημερομηνία|ημ/νία|tarih\w*|ngày|tanggal|"
    r"tarikh|tgl|kuupäev|kpv|pvm)(?![^\W_])|(?:datum|dato|dátum\w*|päivä\w*|dagur|dag|tag|dags)(?![^\W_])"
    r"|日|时间|時間|일|วันที่|تاريخ|تاریخ|תאריך"
)
_ROOT = later(
    r"(?i)(?<![^\W_])(?:sign(?:ed|ing|ature|é|ée|és)|signert|signerad|signatur|firma|firmad[ao]|suscri\w*|sottoscri\w*|"
    r"stipula\w*|assina\w*|getekend|zawarci\w*|uzavřen\w*|uzavret\w*|megkötés\w*|aláír\w*|szerződéskötés\w*|semn\w*|"
    r"încheier\w*|potpis\w*|sklenit\w*|sklopljen\w*|sklapanj\w*|pasiraš\w*|sudarym\w*|parakst\w*|noslēgšan\w*|sõlmi\w*|"
    r"nënshkr\w*|undirrit\w*|podpis\w*|podpís\w*|podeps\w*|imza\w*|ký|penandatanganan|tandatangan|заключен\w*|"
    r"укладан\w*|укладен\w*|сключван\w*)(?![^\W_])"
    r"|signerings|(?:unter|vertragsunter)(?:zeichn|schr[ei])|vertragsab?schluss|undertegn|underskr[ie]|undertecknan"
    r"|onderteken|allkirj|allekirj|υπογραφ|подпис|підпис|потпис"
    r"|签约|簽約|签署|簽署|签订|簽訂|締結|调印|調印|署名|서명|체결|ลงนาม|توقيع|חתימה|امضا"
    r"|celebra\w*[\W_](?:.*[\W_])?(?:contrat|conv[eê]ni|acord|acuerd)"
)
_ALONE = later(
    r"(?i)(?:(?:contract|agreement|kontrakt|avtale|avtal|aftale|vertrag|contrat|accord|contrato|convenio|contratto|accordo|"
    r"acordo|umowa|smlouva|zmluva|szerződés|contractul|ugovor|pogodba|sutartis|līgums|leping|sopimus|договор|контракт|"
    r"договір)?[\s_-]*(?:signed|signert|signerad|undertegnet|underskrevet|undertecknad|unterzeichnet|unterschrieben|signé|"
    r"firmado|firmato|sottoscritto|stipulato|assinado|ondertekend|getekend|podpisan[aoy]|podepsán[ao]|podpísan[áé]|aláírva|"
    r"semnat|potpisano?|podpisano|pasirašyta|parakstīts|allkirjastatud|allekirjoitettu|imzalandı|подписан[ао]?|підписано)"
    r"(?:[\s_]+(?:on|at|am|le|el|il|em|op|den|dne|dnia|dňa|la))?)"
)


def is_signing(header: str) -> bool:
    """Whether a header says the day on which something was signed or concluded: ``Kontrakt signeringsdato``."""
    return _ROOT.search(header) is not None and _DAY.search(header) is not None


def is_signed(header: str) -> bool:
    """Whether a header says that something was signed, and no more: ``undertegnet``; its cells may be days."""
    return _ALONE.fullmatch(header.strip()) is not None
