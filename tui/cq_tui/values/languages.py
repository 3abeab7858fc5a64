"""Which of the two languages a text is in."""

import re

from cq_tui.values.sql import Sql

_HAN = re.compile(r"[\u3400-\u9fff]")
SQL_HAN = r"\x{3400}-\x{9fff}"
"""The characters of ``_HAN``, for a set of RE2."""


def is_chinese(text: str) -> bool:
    """Whether a text holds Chinese characters."""
    return _HAN.search(text) is not None


def sql_is_chinese(text: Sql) -> Sql:
    """As ``is_chinese``."""
    return f"regexp_matches({text}, '[{SQL_HAN}]')"


_KANA = re.compile(r"[\u3041-\u30ff\uff66-\uff9f]")


def is_japanese(text: str) -> bool:
    """Whether a text holds kana."""
    return _KANA.search(text) is not None


_COMMAS = frozenset(
    """betrag summe wert projekt vorhaben titel datum jahr land firma unternehmen kosten ort art typ förderung zuwendung
    zuwendungsempfänger währung investition empfänger bezeichnung name_des_begünstigten
    montant projet année pays entreprise coût titre bénéficiaire société devise intitulé dépenses libellé objet
    importe proyecto año país empresa coste título beneficiario moneda cuantía presupuesto
    importo progetto anno paese impresa costo titolo azienda valuta spesa oggetto
    kwota wartość tytuł rok kraj firma przedsiębiorstwo waluta
    bedrag jaar bedrijf omschrijving valor projeto ano país montante entidade
    belopp projektnamn företag år beløb virksomhed beløp prosjekt summa hanke yritys vuosi
    částka název projektu stát rok összeg projekt_címe suma proiect iznos naziv znesek""".split()
)
_WORD = re.compile(r"[^\W\d_]+")


def may_have_decimal_commas(header: str) -> bool:
    """Whether a column's name is in a language whose numbers have decimals behind a comma: Betrag, Montant."""
    return any(word in _COMMAS for word in _WORD.findall(header.casefold()))
