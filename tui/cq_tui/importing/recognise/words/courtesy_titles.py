"""Courtesy titles, which stand before a name and are no post and no title of anything: ``Mr.``, ``Frau``, 女士."""

from cq_tui.importing.recognise.words.known_words import key_of

_WORDS = frozenset(
    """mr mrs ms miss mx sir madam dr prof professor hon rev herr frau hr fr dipl ing mag m mme mlle madame monsieur me
    sr sra srta don doña dona sig sigra signor signora dott dottssa dhr mevr mw drs ir pan pani pán paní bc mgr phdr
    judr mudr phd mba pd
    med phil nat sc dent rer oec iur jur pol theol habil vet hc
    г госпожа господин bay bayan 先生 女士 小姐 博士 教授 氏 様 さん 님 씨""".split()
)


_MOST = 6
_NO_TITLES = frozenset("med phil nat sc dent rer oec iur jur pol theol habil vet hc".split())
"""What says of which faculty a doctor is: Dr. med., and no title by itself."""


def is_courtesy_title(cell: str) -> bool:
    """Whether a cell holds nothing but titles that stand before a name: ``Prof. Dr.``."""
    words = key_of(cell).split()
    return bool(words) and len(words) <= _MOST and all(word in _WORDS for word in words) and words[0] not in _NO_TITLES
