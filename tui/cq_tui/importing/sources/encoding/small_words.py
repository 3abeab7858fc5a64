"""Which of two encodings is likelier by the plain words of a file: those of western or of central Europe."""

import re

_WORD = re.compile(rb"[A-Za-z]{2,}")
_WESTERN = frozenset(
    """de het een van der die das und des den dem vom zum mit für name datum betrag en le la les du et aux pour nom
    montant il di del della dei per importo el los las por fecha importe dos da do valor og av till bedrag naam partij
    donateur ontvanger gemeente land stadt verein stiftung ville commune ente beneficiario
        fornitore oggetto empresa""".split()
)
_CENTRAL = (
    frozenset(
        """na ve za pro nebo od ze je se nazev castka dodavatel smlouva objednatel ulica obec mesto okres kraj suma
    zmluva dla oraz nazwa kwota data umowy wykonawca beneficjent powiat gmina ul nr projekt az es egy nev osszeg datum
        ugyfel
    naziv iznos grad ulica dobavitelj vrednost pogodbe furnizor valoare denumire judet si cu din pentru""".split()
    )
    - _WESTERN
)
_LEAST, _TIMES = 3, 2


def is_western(sample: bytes) -> bool | None:
    """Whether the words of a sample are those of western Europe; None where they tell nothing."""
    words = [word.decode().casefold() for word in _WORD.findall(sample)]
    western, central = (sum(word in known for word in words) for known in (_WESTERN, _CENTRAL))
    if max(western, central) < _LEAST or min(western, central) * _TIMES > max(western, central):
        return None
    return western > central
