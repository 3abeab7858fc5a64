"""Headers and cells of ids and statuses, which no organisation is called by: ``idBeneficiaire``, ``8,30E+13``."""

import re
from collections import Counter
from collections.abc import Sequence

from cq_tui.importing.recognise.columns.profile import ColumnProfile, mostly
from cq_tui.values.expressions import later
from cq_tui.values.units import folded

_WORDS = later(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+")
_IDS = frozenset(
    """id ids uuid code codes number num nums numero nr nummer kod codigo código clave identifier identifiant
    identificador identificativo siret siren nif cif rfc status estatus statut stato estado""".split()
)
_AT_END = later(
    r"(?:编号|编码|代码|代碼|号码|號碼|番号|番號|統編|コード|代號|代号|코드|번호|状态|狀態)$|[\s_.](?:no|nº|n°)\.?$",
    re.IGNORECASE,
)
_NAME = later(r"[^\W\d_]{2,}\W+(?:\w+\W+)*[^\W\d_]{2,}|[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7a3]{3,}")
"""Two words, or several characters of a script that parts none."""
_SCIENTIFIC = later(r"[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d+")


_COUNTERS = frozenset(
    (
        "序号|序|no.|no|nr.|nr|#|id|编号|№|№ п/п|п/п|n п/п|№ з/п|з/п|lp|lp.|l.p.|poř. č.|por. č.|p. č.|p.č.|poř.|"
        "sorszám|ssz.|redni broj|r. br.|rb.|rb|r.br.|р. бр.|рб|eil. nr.|eil.nr.|nr. p.k.|nr.p.k.|jrk nr|jrk|sıra no|"
        "sıra|s. no|α/α|a/a|lfd. nr.|lfd.nr.|lfd nr|lfd. nummer|løpenr|løpenr.|løbenr.|löpnr|nr. crt.|nr.crt.|zap. št."
    ).split("|")
)


def only_counts(header: str) -> bool:
    """Whether a header says that its column only numbers the rows."""
    return folded(header) in _COUNTERS


def says_id(header: str) -> bool:
    """Whether a header names an id, a code, a number or a status rather than what it belongs to."""
    words = [word.casefold() for word in _WORDS.findall(header)]
    return bool(words) and (not _IDS.isdisjoint((words[0], words[-1])) or _AT_END.search(header.strip()) is not None)


_NUMBERS = later(
    r"(?i)(?<![^\W_])(?:numbers?|no|nos|nr|num|n[º°]|№|ref|refs|reference|référence|referencia|referência|riferimento|"
    r"referenz|referentie|aktenzeichen|geschäftszeichen|kennzeichen|kenmerk|zaaknummer|dossier|expediente|diarienummer|"
    r"sygnatura|znak|шифр|protocol[oe]?|docket|serial|lot|id|ids|code|codes)\W*$|[a-zäöüß]{3}(?:nummer|nr|kennung)\.?$|^№|#\s*$"
    r"|(?:号|號|字号|案号|文号|批号|序号|no|no\.|nr\.)$"
)


_SOMEBODY = later(
    r"(?i)(?<![^\W_])(?:\w*num[eé]ros?|\w*nummers?|\w*numbers?|numer|n[º°]|№|no|nr|num|ids?|codes?|bce|kbo|kvk|siret|siren|"
    r"nif|nipc|cif|cnpj|orgnr|cvr|krs|nip|regon|ičo|ico|oib|uid|ein|uei|duns|инн|огрн)(?![^\W_])|编号|代码|番号|번호"
)
_LONG = 9
"""Digits of the numbers that registers give, at least."""
_ONE_LENGTH, _DIFFERENT, _ROUND = 0.8, 0.3, 0.1
"""The share of such numbers that are of one length, of those that are different, and of those that end in two zeros."""


def may_number_somebody(header: str) -> bool:
    """Whether a header has a word for the number of somebody, whatever else it says: ``numéro BCE du bénéficiaire``."""
    return _SOMEBODY.search(header) is not None


def number_somebody(cells: Sequence[str]) -> bool:
    """Whether cells are numbers as registers give them: long whole ones, nearly all of one length, and hardly round."""
    plain = [re.sub(r"[.\s]", "", cell) for cell in cells if cell.strip()]
    lengths = Counter(len(cell) for cell in plain if cell.isascii() and cell.isdigit() and len(cell) >= _LONG)
    if sum(lengths.values()) < _ONE_LENGTH * len(plain) or not lengths:
        return False
    is_round = sum(cell.endswith("00") for cell in plain)
    usual = max(lengths.values()) >= _ONE_LENGTH * len(plain)
    return usual and len(set(plain)) >= _DIFFERENT * len(plain) and is_round <= _ROUND * len(plain)


def numbers_things(header: str) -> bool:
    """Whether a header says what things are told apart by, so that ``3/2025`` below it is a number and no month."""
    return says_id(header) or _NUMBERS.search(header.strip()) is not None


def are_ids(header: str, profile: ColumnProfile) -> bool:
    """Whether a column is of ids: its header says so and its cells are no names, or they are rounded numbers."""
    if mostly(profile.share(lambda cell: _SCIENTIFIC.fullmatch(cell.strip()) is not None)):
        return True
    return says_id(header) and not mostly(profile.share(lambda cell: _NAME.search(cell) is not None))
