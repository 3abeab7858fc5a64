"""Words of a header that nothing parts: ``orgaocontratante``, ``MONTOADJUDICADO``, ``RUCPROV``.

A header is taken apart only where all of it is made of words that headers in one language are known to have.
"""

import re
import unicodedata
from functools import cache, lru_cache

from cq_tui.importing.recognise.words.known_words import known_words

_SHORTEST, _LONGEST = 7, 60
"""Letters of a run that may be several words."""
_LEAST_OF_A_WORD = 4
"""Letters that one of its words has at least: two short forms alone may be anything."""
_RUN = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?![^\W\d_])")
_ACCENTS = re.compile("[\u0300-\u036f]")
_WORDS = {
    "es": """fecha inicio fin firma suscripcion contrato convocatoria publicacion adjudicacion adjudicado adjudicada
        adjudicatario adjudicataria monto importe valor precio total moneda proveedor entidad organo organismo
        contratante contratista contratado contratada nombre razon social objeto descripcion titulo proceso
        procedimiento expediente codigo numero tipo estado unidad compradora comprador proyecto obra servicio
        beneficiario beneficiaria ruc nit rut cuit nif cif rfc empresa pais ciudad provincia departamento distrito
        region municipio vigencia modalidad referencial soles pesos dolares euros trabajadores inscripcion constitucion
        nacimiento plazo item licitacion ganador institucion dependencia presupuesto subvencion ayuda concedida
        concedido donante inversion""",
    "pt": """data inicio fim termino vigencia assinatura publicacao celebracao orgao entidade contratante contratado
        contratada fornecedor fornecedora nome razao social valor preco montante objeto objecto descricao numero
        contrato processo licitacao modalidade situacao cnpj cpf nif adjudicante adjudicatario adjudicataria
        adjudicacao global inicial final total unidade gestora compradora empresa beneficiario beneficiaria
        favorecido concedente convenente convenio municipio estado titulo projeto tipo moeda pago empenhado reais
        abertura prazo pais""",
    "fr": """date debut fin signature notification publication attribution montant objet marche titulaire attributaire
        fournisseur acheteur nom raison sociale beneficiaire subvention attribuant contrat numero nature lieu duree
        valeur projet organisme titre type devise total euros convention siret siren versement prix pays ville""",
    "it": """data inizio fine stipula firma aggiudicazione pubblicazione importo oggetto gara contratto lotto
        aggiudicatario fornitore stazione appaltante ente nome denominazione beneficiario codice fiscale progetto
        titolo finanziamento contributo valore prezzo tipo totale euro paese comune valuta scadenza""",
    "de": """datum beginn ende auftraggeber auftragnehmer name bezeichnung empfaenger empfanger zuwendungsempfanger
        zuwendungsempfaenger zuwendungsgeber geber lieferant auftrag auftrags vertrag vertrags projekt gegenstand
        betrag summe wert titel zuwendungs waehrung wahrung land""",
    "en": """date start end signed award awarded contract contractor supplier vendor buyer project tender title name
        value amount currency country recipient funder donor grant signature publication published total""",
}
"""Words of headers in each language, without accents; a plural in s goes without saying."""
_SHORT = {
    "es": {"prov": "proveedor", "adj": "adjudicado", "mont": "monto", "num": "numero", "desc": "descripcion",
           "cod": "codigo", "fec": "fecha", "nom": "nombre", "ent": "entidad"},
    "pt": {"dt": "data", "vl": "valor", "vlr": "valor", "nm": "nome", "num": "numero", "desc": "descricao",
           "cod": "codigo", "forn": "fornecedor"},
    "fr": {"num": "numero", "mt": "montant"},
    "it": {"cod": "codice", "imp": "importo"},
}  # fmt: skip
"""Short forms, each with its word."""
_SMALL = {
    "es": "de del la el por",
    "pt": "de do da dos das",
    "fr": "de du la le des",
    "it": "di del della",
    "de": "des der",
    "en": "of the",
}
"""Words between others."""


@lru_cache(16_384)
def unglued(header: str) -> str:
    """A header with blanks between words that nothing parts; itself where they are not all known."""
    return _RUN.sub(lambda found: _parted(found[0]), header)


def is_glued(header: str) -> bool:
    """Whether words of a header are known only once they are parted."""
    return unglued(header) != header


def _parted(run: str) -> str:
    is_one_case = run.islower() or run.isupper() or run[1:].islower()
    if not (_SHORTEST <= len(run) <= _LONGEST and is_one_case) or not run[0].isascii():
        return run
    plain = _ACCENTS.sub("", unicodedata.normalize("NFD", run.casefold()))
    if plain in known_words("deals") or plain.removesuffix("s") in known_words("deals"):
        return run
    found = [words for language in _WORDS if (words := _words_of(plain, language))]
    fewest = min(map(len, found), default=0)
    return next((" ".join(words) for words in found if len(words) == fewest), run)


def _words_of(run: str, language: str) -> tuple[str, ...]:
    """The fewest words of a language that a run is made of; none where it is one word, or not all is known."""
    words, small = _vocabulary(language), frozenset(_SMALL[language].split())
    best: list[tuple[str, ...] | None] = [(), *[None] * len(run)]
    for end in range(1, len(run) + 1):
        for start in range(end):
            before, piece = best[start], run[start:end]
            word = piece if before and end < len(run) and piece in small else words.get(piece)
            if before is not None and word and (best[end] is None or len(before) + 1 < len(best[end] or ())):
                best[end] = (*before, word)
    found = best[-1] or ()
    is_told = any(len(word) >= _LEAST_OF_A_WORD and word in run for word in found)
    return found if (len(found) > 1 and is_told) or (len(found) > 1 and _is_of_somebody(found)) else ()


_NUMBERS = frozenset("ruc nit rut cuit nif cif rfc cnpj cpf siret siren".split())


def _is_of_somebody(words: tuple[str, ...]) -> bool:
    """Whether the first word is a register's number, which may be of whom a short form says: ``RUCPROV``."""
    return words[0] in _NUMBERS and len(words) == 2


@cache
def _vocabulary(language: str) -> dict[str, str]:
    words = _WORDS[language].split()
    return {f"{word}s": f"{word}s" for word in words} | {word: word for word in words} | _SHORT.get(language, {})
