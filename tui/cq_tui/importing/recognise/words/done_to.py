"""Headers that name whom something is done to by a word for who does it: ``被投资公司``, who invests in nothing."""

import re
from dataclasses import replace

from cq_tui.importing.recognise.words.header_terms import COMMON_ROLE
from cq_tui.importing.recognise.words.word import Word

_IS_DONE_TO = re.compile(r"(?:[被受获獲]|피_?)$")
_OTHERS = {"investor": COMMON_ROLE, "funder": "recipient", "buyer": "supplier", "lender": "borrower"}
"""Of who does it, the one whom it is done to."""


def turned_round(word: Word, before: str) -> Word:
    """What a header says that ends in a word, with the other role where what stands before turns it round."""
    other = _OTHERS.get(word.role, "") if _IS_DONE_TO.search(before) else ""
    return replace(word, role=other) if other else word
