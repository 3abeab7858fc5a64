"""Headers of a status that is none of the deal: of its record in a database, of a payment, of a company."""

import re

from cq_tui.importing.recognise.words.known_words import key_of

_OTHER = frozenset(
    """review reviewed reviewer record moderation workflow publication publish published publishing verification
    verified data entry validation quality payment invoice invoicing billing tax vat registration company firm legal
    employment marital visa member membership ipo listing account audit reporting disclosure edit editing import sync
    file document row bando avviso call aufruf
    prufung prufstatus datensatz zahlung zahlungsstatus rechnung veroffentlichung
    paiement facture publication pago factura publicacion revision pagamento fattura pubblicazione revisao
    betaling betaal betalingsstatus platba platby platnosc faktura""".split()
)
_OTHER_CHINESE = re.compile(
    "审核|審核|录入|錄入|校验|校驗|核验|数据|數據|发布|發布|发票|發票|付款|支付|纳税|納稅|经营|經營|存续|存續|登记|登記|企业|企業|公司|上市"
)

_OWN = re.compile(r"(?i)(?<![a-z])(?:deal|project|contract|proje[ck]t)|项目|項目|签约|簽約|工程")
"""What is the deal's own, whoever else is named beside it: 企业项目进展."""


def is_other_status(header: str) -> bool:
    """Whether a header with a word for a stage says whose else it is: ``review_status``, 公司状态."""
    words = re.split(r"[\W_]+", header)
    named = any(key_of(word) in _OTHER for word in words if word) or _OTHER_CHINESE.search(header)
    return bool(named) and not _OWN.search(header)
