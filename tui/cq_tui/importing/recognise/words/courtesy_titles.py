"""Courtesy titles, which stand before a name and are no post and no title of anything: ``Mr.``, ``Frau``, 女士."""

from cq_tui.importing.recognise.words.known_words import key_of

_WORDS = frozenset(
    """mr mrs ms miss mx sir madam dr prof professor hon rev herr frau hr fr dipl ing mag m mme mlle madame monsieur me
    sr sra srta don doña dona sig sigra signor signora dott dottssa dhr mevr mw drs ir pan pani pán paní bc mgr phdr
    judr mudr phd mba г госпожа господин bay bayan 先生 女士 小姐 博士 教授 氏 様 さん 님 씨""".split()
)


def is_courtesy_title(cell: str) -> bool:
    """Whether a cell holds nothing but titles that stand before a name: ``Prof. Dr.``."""
    words = key_of(cell).split()
    return bool(words) and len(words) <= 4 and all(word in _WORDS for word in words)
