"""Which currencies are offered where a list names none: those of everywhere, and of where its letters are used."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice

_EVERYWHERE = ("USD", "EUR", "GBP", "CNY")
_SHINJITAI = "発価円県図広気総経関対応検札"
"""Characters that Japan alone writes so, or alone uses in lists of bids."""
_TRADITIONAL = "額項國數號資單買賣業價總稱幣開關備註與標廠決機"
"""Characters that only lists in traditional Chinese have among those of the mainland."""
_PORTUGUESE = (
    "(?:[ãõ]|ção|ções|(?<![^\\W_])(?:fornecedor|município|título|objeto|objecto|adjudicat[áa]ri[ao]|adjudicante|preço|"
    "valor do|valor da|data da|data de|data do|designação|empresa contratada|nipc|cnpj|pa[íi]s de)(?![^\\W_]))"
)
"""What Portuguese headers have and Spanish ones have not."""
_BY_LETTERS = tuple(
    (re.compile(letters), tuple(codes.split()))
    for letters, codes in (
        ("[іїєґІЇЄҐ]", "UAH"),
        ("[ыэъёЫЭЪЁ]", "RUB KZT"),
        ("^(?!.*[іїєґІЇЄҐыэъёЫЭЪЁ]).*[\u0400-\u04ff]", "RUB BGN RSD"),
        (f"[\u3041-\u30ff{_SHINJITAI}]", "JPY"),
        (f"^(?!.*[\u3041-\u30ff{_SHINJITAI}]).*[{_TRADITIONAL}]", "TWD HKD"),
        (f"^(?!.*[\u3041-\u30ff{_SHINJITAI}{_TRADITIONAL}]).*[\u3400-\u9fff]", "CNY"),
        ("[\uac00-\ud7a3]", "KRW"),
        ("[\u0590-\u05ff]", "ILS"),
        ("[\u0600-\u06ff]", "SAR AED OMR QAR KWD BHD EGP"),
        ("[\u0e00-\u0e7f]", "THB"),
        ("[\u0900-\u097f]", "INR NPR"),
        ("[\u10a0-\u10ff]", "GEL"),
        ("[\u0530-\u058f]", "AMD"),
        ("[\u0980-\u09ff]", "BDT"),
        (f"(?i){_PORTUGUESE}", "BRL EUR"),
        (
            "(?i)(?<![^\\W_])(?:adjudicat[áa]ri[ao]s?|adjudicantes?|nipc|concelho|freguesia|"
            "pre[çc]o (?:contratual|base|total efetivo)|ajuste direto|promotor|beneficiári[ao]s? final)(?![^\\W_])",
            "EUR",
        ),
        (
            f"(?i)^(?!.*{_PORTUGUESE})(?=.*(?:ñ|ción|ciones|ía\\b|\\b(?:fecha|proveedor|entidad|monto|importe|empresa|"
            "proyecto|contrato)\\b))",
            "MXN COP CLP ARS PEN EUR",
        ),
        ("[ơưđƠƯĐ]", "VND"),
        ("[łąęŁĄĘ]", "PLN"),
        ("[řěůŘĚŮ]", "CZK"),
        ("[őűŐŰ]", "HUF"),
        ("[ğışĞİŞ]", "TRY"),
        ("[țșăȚȘĂ]", "RON"),
        ("[åÅ]", "SEK NOK DKK"),
        ("[øæØÆ]", "NOK DKK"),
        (
            "(?i)(?<![^\\W_])(?:belopp|köpare|leverantör|upphandl\\w*|myndighet|beviljat|avtalsvärde)(?![^\\W_])",
            "SEK",
        ),
        (
            "(?i)(?<![^\\W_])(?:beløp|kjøper|oppdragsgiver|tildelt|anskaffels\\w*|kontraktsverdi|prosjekt\\w*)(?![^\\W_])",
            "NOK",
        ),
        ("(?i)(?<![^\\W_])(?:beløb|køber|ordregiver|udbud|tilskud|bevilling|bevilget|virksomhed)(?![^\\W_])", "DKK"),
        (
            "(?i)(?<![^\\W_])(?:bedrag|subsidie|aanvrager|gemeente|verleend|bedrijf|begunstigde|ontvanger|onderwerp|jaar|"
            "betrag|empfänger|zuwendung|bezeichnung|förderung|förderbetrag|summe|auftraggeber|auftragnehmer|"
            "montant|bénéficiaire|objet|libellé|intitulé|attributaire|titulaire|nom|"
            "importo|beneficiario e oggetto|oggetto|aggiudicatario|denominazione|"
            "finanziamento|amministrazione|titolo progetto|"
            "nimi|rahoitus|yhteensä|avustus|hakija|saaja|kunta)(?![^\\W_])",
            "EUR",
        ),
        (
            "(?i)(?<![^\\W_])(?:órgão|orgao|licitação|licitacao|prefeitura|pregão|edital|empenho|cnpj|convênio)(?![^\\W_])",
            "BRL",
        ),
        (
            "(?i)(?<![^\\W_])(?:òrgan|adjudicatari|objecte|contractes?|beneficiari|subvenció|"
            "import (?:sense|amb|adjudicat|"
            "atorgat|concedit|de|del)|concessió|sol·licitant)(?![^\\W_])",
            "EUR",
        ),
        ("(?i)(?<![^\\W_])(?:szerződés\\w*|összeg\\w*|támogatás\\w*|megnevezés\\w*)(?![^\\W_])", "HUF"),
        ("(?i)(?<![^\\W_])(?:įmonė|įmonės|pavadinimas|nosaukums|nimetus)(?![^\\W_])", "EUR"),
        ("(?i)\\b(?:rupiah|desa|kabupaten|pengadaan)\\b", "IDR"),
    )
)
_LOOKED_AT = 2_000
"""Cells whose letters are looked at."""
_OFTEN = 10
"""In how many cells letters must stand: a name from abroad says nothing of a list."""


def likely_currencies(headers: Iterable[str], cells: Iterable[str]) -> tuple[str, ...]:
    """Currencies to offer, those of everywhere last; letters of the headers count for more than those of cells."""
    names, texts = " | ".join(headers), list(islice(cells, _LOOKED_AT))
    found: Counter[str] = Counter()
    for letters, codes in _BY_LETTERS:
        if letters.search(names) or sum(map(bool, map(letters.search, texts))) >= _OFTEN:
            found.update(codes)
    most = (code for code, _count in found.most_common())
    return tuple(dict.fromkeys((*most, *_EVERYWHERE)))


def spoken_currency(headers: Iterable[str]) -> str:
    """The currency of the one place where the letters and words of headers are used; empty where it is none or several.

    ``ø`` is of Norway and Denmark, and ``beløp`` of the first of them.
    """
    names = " | ".join(headers)
    told = [set(codes) for letters, codes in _BY_LETTERS if letters.search(names)]
    found = set.intersection(*told) if told else set()
    return found.pop() if len(found) == 1 else ""
