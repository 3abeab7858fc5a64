"""The part of the Union beside the total of an operation, in lists of the structural funds: the total is the amount."""

import re
from dataclasses import replace

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.words.word import EXACT, WEAK, Word

_UNION = re.compile(
    r"(?<![^\W_])(?:EU|UE|EÚ|ЕС|ΕΕ|AE|EL|ES|EFRE|ERDF|ESF|FEDER|FESR)(?![^\W_])"
    r"|(?i:(?<![^\W_])(?:unions?|unionens|unionin|unione|unión|união|unionsbeteiligung|unie|unii|únie|unijn\w*|unijos|"
    r"unjoni|uniós|uniunii|liidu|savienības|sąjungos|aontas|aontais|съюза?|ένωση\w*|ενωσιακ\w*)(?![^\W_]))"
)
"""Its name and short names, and those of its funds: short ones in capitals alone, for *es* and *el* are words."""


def weigh_parts_of_union(draft: Draft) -> None:
    """Have no header that says the Union's part be as sure of the amount as one that says what an operation costs.

    Only where somebody got it: elsewhere a union may be anything.
    """
    if not any(word.role == "recipient" for word in draft.words.values()):
        return
    amounts = {name: word for name, word in draft.words.items() if _is_amount(word)}
    parts = [name for name in amounts if _UNION.search(name)]
    if any(amounts[name].certainty == EXACT and draft.cells[name] for name in amounts.keys() - {*parts}):
        draft.words.update({name: replace(amounts[name], certainty=WEAK) for name in parts})


def _is_amount(word: Word) -> bool:
    return word.field is not None and word.field.type.is_money
