"""Words in place of an amount that say that none is stated: ``undisclosed amount``, ``Betrag nicht bekannt``."""

from cq_tui.values.currencies import take_currency
from cq_tui.values.expressions import later
from cq_tui.values.nothing import is_nothing
from cq_tui.values.units import folded

_UNSTATED = later(
    r"undisclosed|not (?:been )?(?:publicly )?(?:disclosed|stated|known|available|revealed|announced|published)"
    r"|(?:not|un)\s?(?:clearly |explicitly )?(?:stated|specified|listed|given|indicated|published) in (?:the )?"
    r"(?:notice|announcement|tender|documents?)"
    r"|未(?:明确|明確|具体|具體|予|在公告中|于公告中)*(?:列示|列明|列出|说明|說明|注明|註明|载明|載明|标明|標明|标注|写明|寫明|明示|提及|"
    r"给出|給出|公示|约定|約定|体现)|未明[确確]$|^(?:详见|詳見|见|參見|参见)(?:公告|招标|招標|采购|採購|附件)"
    r"|(?:事後|落札(?:決定)?後に?|契約(?:締結)?後に?|開札後に?)公表|公表しない|非開示"
    r"|未(?:披露|透露|公开|公開|公布|揭露)|不公开|不公開|非公[开開表]|^(?:不详|不詳|不明)|保密|비공개|미공개"
)
_LATIN = r"a-zà-öø-žа-яёіїєґ"
_AMOUNT = later(
    rf"(?<![{_LATIN}])(?:"
    r"(?:(?:deal|purchase|transaction|contract|investment|funding|round|grant|award|total|financial)s?\s+)?"
    r"(?:amount|sum|value|price|size|terms|consideration|figure|cost|details)s?"
    r"|betrag|summe|preis|kaufpreis|höhe|wert|volumen|investitionssumme|auftragswert|fördersumme"
    r"|montants?|sommes?|prix|valeur|importe|monto|cantidad|cuant[ií]a|precio|importo|somma|prezzo|valore|valor|montante"
    r"|quantia|preço|bedrag|som|prijs|waarde|kwota|suma|cena|wartość|částka|hodnota|výše|összeg|érték"
    r"|beløp|beløb|belopp|summa|pris|värde|verdi|værdi|hinta|arvo|cifra|"
    r"сумма|стоимость|цена|сума|вартість|ціна"
    rf")(?![{_LATIN}])"
    r"|(?:交易|投资|投資|融资|融資|合同|具体|具體|成交|收购|收購)*(?:金额|金額|数额|數額|额度|額度|价格|價格|价款|总额|總額|額)|금액|규모"
)
_LITTLE = later(
    rf"(?<![{_LATIN}])(?:the|was|were|is|are|has|an?|der|die|das|ist|wurde|le|la|les|est|sont|el|los|es|il|lo|è|o|os|as|"
    rf"é|het|is|de|er|den|det|je|jest|not specified in)(?![{_LATIN}])"
)


def is_unstated(text: str) -> bool:
    """Whether a cell says that an amount is not stated, and nothing else but maybe its currency; no digit is in it."""
    left = folded(text)
    if not left or any(map(str.isdigit, left)):
        return False
    if is_nothing(left) or _UNSTATED.search(left):
        return True
    plain = " ".join(_AMOUNT.sub(" ", left).split()).strip(" :：,.;()（）-–")
    plain = _without_currency(plain)
    return any(one and is_nothing(one) for one in (plain, " ".join(_LITTLE.sub(" ", plain).split())))


def is_undisclosed(text: str) -> bool:
    """Whether a cell says in words that an amount is not disclosed, and is not merely empty: ``n/a``, ``-``."""
    left = folded(text)
    return is_unstated(text) and (not is_nothing(left) or _UNSTATED.search(left) is not None)


def _without_currency(text: str) -> str:
    try:
        return take_currency(text)[0].strip()
    except ValueError:
        return text
