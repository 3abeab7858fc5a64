"""Headers of the numbers that tax offices and registers give: ``RIF``, ``CPF_CNPJ_CONTRATADO``."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from cq_tui.importing.recognise.words.glued_words import unglued
from cq_tui.values.schemes import Scheme

_OTHERS = """
rif|ruc|nit|rut|cuit|cuil|rtn|rnc|nite|rupe|cédula jurídica|cedula juridica|gstin|gst no|npwp|tin|trn|pib|mbs
matični broj|maticni broj|eik|еик|bulstat|булстат|oib|cui|cod fiscal|matična številka|edrpou|єдрпоу|едрпоу|код єдрпоу
бин|иин|унп|кпп|огрнип|dič|dic|nif adjudicatario|identificación fiscal|identificacion fiscal
afm|αφμ|vergi no|vergi numarası|mersis no
tax number|tax no|税号|稅號|纳税人识别号|納稅人識別號|稅籍編號
""".strip()
"""Numbers that no scheme here has: they are told apart all the same."""
_KNOWN = {
    Scheme.IT_CF: "p iva|partita iva|piva|cf p iva|c f p iva|codice fiscale p iva|c f",
    Scheme.BR_CNPJ: "cpf cnpj|cnpj cpf|cpf ou cnpj|cnpj ou cpf|cnpj e cpf|cpf e cnpj|cpfcnpj|cnpjcpf",
    Scheme.NO_BRC: "orgnr",
    Scheme.DK_CVR: "cvr nr|cvr no|cvrnr",
    Scheme.NL_KVK: "kvk nr|kvknummer|kvk no",
    Scheme.TR_VKN: "vkn no",
}
_AMONG = {"bce": "BE-BCE_KBO"}
"""Registers that are one among other words alone; of its own BCE may be a bank."""
_NUMBER_WORDS = frozenset("numéro numero num número number nummer nr no n nº n° id code".split())
_SHORTEST_START = 3
_TOO_BROAD = frozenset(("ide", "bce", "ror", "ic", "ror id"))
_COUNTRIES = {
    "rif": "VE", "cuit": "AR", "cuil": "AR", "gstin": "IN", "gst no": "IN", "npwp": "ID", "oib": "HR", "бин": "KZ",
    "иин": "KZ", "унп": "BY", "огрнип": "RU", "edrpou": "UA", "єдрпоу": "UA", "едрпоу": "UA", "код єдрпоу": "UA",
    "αφμ": "GR", "vergi no": "TR", "vergi numarası": "TR", "稅籍編號": "TW", "rnc": "DO",
}  # fmt: skip
"""Numbers without a scheme that one country alone gives."""
_FILLERS = frozenset(
    """n no nº n° nro nr num numero número nombre number code código codigo cod kod код номер číslo cislo numer of de do
    del da di la el le du des the""".split()
)
_WORDS = re.compile(r"[^\W_]+")
_CAMELS = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
"""Between the words of ``codiceFiscale``."""
_MOST_WORDS = 4
_SLOVAK = re.compile(r"(?i)[ľĺŕ]|zmluv|názov|prijímate")
"""What headers have in Slovak, and not in Czech."""


_OF_SOMEBODY = frozenset(
    ("identificación", "identificacion", "identificação", "identificacao", "doc identidad", "documento identidad")
)
"""Words for the number of somebody, where it is said whose."""


def register_number(header: str) -> tuple[str, str] | None:
    """The scheme whose numbers a header means, and the words beside: whose they are. None where it means none."""
    return _number_of(header) or _number_of(_CAMELS.sub(" ", header))


def _number_of(header: str) -> tuple[str, str] | None:
    words = _bare(_WORDS.findall(unglued(header).casefold()))
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        for said, rest in ((words[:count], words[count:]), (words[-count:], words[:-count])):
            if scheme := _schemes().get(" ".join(said)):
                return scheme, " ".join(_bare(rest))
            if " ".join(said) in _OF_SOMEBODY and _bare(rest):
                return Scheme.OTHER.value, " ".join(_bare(rest))
    return None


def register_among(header: str) -> str:
    """The scheme of the one register that a header names among many words, as one in two languages; empty if none is.

    ``le numéro de BCE du bénéficiaire / KBO-nummer van de begunstigde``.
    """
    words = _WORDS.findall(header.replace("_", " ").casefold())
    found = {scheme for word in words if (scheme := _AMONG.get(word) or _schemes().get(word, ""))}
    return found.pop() if len(found) == 1 and not _NUMBER_WORDS.isdisjoint(words) else ""


def register_behind(header: str, others: Sequence[str]) -> tuple[str, str] | None:
    """The scheme in a header that begins as another one does, and that one: ``supinn`` beside ``supplier``."""
    plain = header.casefold()
    for other in others:
        for size in range(min(len(other), len(plain) - 1), _SHORTEST_START - 1, -1):
            if plain[:size] == other.casefold()[:size] and (scheme := _schemes().get(plain[size:].strip("_ -"))):
                return scheme, other
    return None


def scheme_in_list(scheme: str, headers: Iterable[str]) -> str:
    """The scheme of a number in a list of some headers: Slovak ones call it as Czech ones do, and none here has it."""
    is_slovak = scheme == Scheme.CZ_ICO.value and any(_SLOVAK.search(header) for header in headers)
    return Scheme.OTHER.value if is_slovak else scheme


def country_of_numbers(header: str, headers: Iterable[str] = ()) -> str:
    """The country whose offices alone give the numbers that a header means; empty where none or several do.

    ``headers``: those of the list.
    """
    told = register_number(header)
    if told is None:
        return ""
    if scheme_in_list(told[0], headers) != told[0]:
        return "SK"
    country = told[0].partition("-")[0]
    words = " ".join(_bare(_WORDS.findall(unglued(header).casefold())))
    others = (code for word, code in _COUNTRIES.items() if words == word or words.startswith(f"{word} "))
    return country if country not in ("XI", Scheme.OTHER.value) else next(others, "")


def _bare(words: list[str]) -> list[str]:
    """Words without those around them that only say number, or join."""
    while words and words[0] in _FILLERS:
        words = words[1:]
    while words and words[-1] in _FILLERS:
        words = words[:-1]
    return words


@cache
def _schemes() -> dict[str, str]:
    found = {_plain(word): Scheme.OTHER.value for line in _OTHERS.split("\n") for word in line.split("|")}
    for scheme in Scheme:
        if scheme is not Scheme.OTHER:
            found |= {_plain(name): scheme.value for name in (*scheme.aliases, *scheme.spellings)}
    for scheme, words in _KNOWN.items():
        found |= {_plain(word): scheme.value for word in words.split("|")}
    return {name: scheme for name, scheme in found.items() if len(name) > 1 and name not in _TOO_BROAD}


def _plain(name: str) -> str:
    return " ".join(_bare(_WORDS.findall(name.casefold())))
