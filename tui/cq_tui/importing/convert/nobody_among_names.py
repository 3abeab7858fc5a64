"""Words for nothing or nobody among the names of a cell: ``Sin dato; Aa``, ``None, Bb Fund``.

Alone in its cell such a word names nobody, and it names nobody beside names. Behind a mark that stands in no name any
such word is one. A comma stands in names, too: there it must be a word that says nothing but that nothing is known, no
short form that may be a place or a legal form (``Aa College, N.D.``, ``Bb, N. V.``), and no legal form may follow it
(``Anonymous, Inc.``).
"""

from cq_tui.importing.convert.bare_names import is_anonymous, is_not_named
from cq_tui.importing.recognise.words.no_names import is_only_form, is_private_person
from cq_tui.importing.recognise.words.nobody_words import is_nobody
from cq_tui.importing.recognise.words.outside_brackets import pieces
from cq_tui.values.expressions import later
from cq_tui.values.nothing import is_nothing
from cq_tui.values.yes_no import is_plain_answer

_COMMA = later("[,，]")
_AROUND = " ()（）[]【】<>«»\"'.*"
_OPENS = later(r"[(（\[【]")
_SAYS_SO = later(r"(?i)[^\W\d_]{3}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|^#?n/a$|^[^\w.]+$")
"""Three letters, or one of a script that parts none; of shorter ones only ``n/a``, and dashes."""


def names_nobody(part: str) -> bool:
    """Whether a part of a cell, between marks that stand in no name, is no name: ``None``, ``anonymous``, ``-``."""
    return is_nothing(part) or is_not_named(part) or is_private_person(part)


def is_word_for_nobody(text: str) -> bool:
    """Whether a text is such a word and no more: no sentence, and nothing in brackets."""
    plain = text.strip(_AROUND)
    if _OPENS.search(plain):
        return False
    return (
        is_nothing(plain)
        or is_nobody(plain)
        or is_plain_answer(plain)
        or is_anonymous(plain)
        or is_private_person(plain)
    )


def without_nobody(name: str) -> str:
    """A part of a cell without the words for nobody between its commas, and without commas around its names."""
    name = name.strip(" ,，")
    if not _COMMA.search(name):
        return name
    parts = pieces(_COMMA, name)
    kept = [part for part, behind in zip(parts, [*parts[1:], ""], strict=True) if not _is_nobody(part, behind)]
    return name if len(kept) == len(parts) else ", ".join(kept)


def _is_nobody(part: str, behind: str) -> bool:
    says_so = (is_nothing(part) or is_anonymous(part)) and _SAYS_SO.search(part.strip()) is not None
    return says_so and not is_only_form(part) and not (behind and is_only_form(behind))
