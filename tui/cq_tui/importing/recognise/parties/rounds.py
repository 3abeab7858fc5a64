"""Lists of funding rounds: the one company beside the investors raised the money, it is nobody's partner."""

import re

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.profile import ColumnProfile, mostly

_ROUNDS = re.compile(
    r"(?i)(?:funding|financing|investment|last|latest|type[\s_]of|deal)?[\s_]*rounds?(?:[\s_]*(?:type|name|stage))?"
    r"|(?:finanzierungs|investitions)?runde|tour(?:[\s_]*(?:de[\s_]*(?:table|financement)))?|ronda(?:[\s_]*de[\s_]*\w+)?"
    r"|rodada(?:[\s_]*de[\s_]*\w+)?|raund|раунд\w*|runda(?:[\s_]*\w+)?|轮次|融资轮次|輪次|融資輪次|ラウンド|라운드|투자단계"
)
"""Headers of columns that say which round it was."""
_RAISED = re.compile(
    r"(?i)(?<![^\W_])(?:raised|raises?|lev[ée]e?s?(?:[\s_]de[\s_]fonds)?|levantad[oa]|captad[oa]|raccolt[oa]|融资|融資)(?![^\W_])"
    r"|融资额|融资金额|融資額"
)
"""Headers of amounts that somebody raised."""
_ROUND = re.compile(
    r"(?i)(?:pre[-\s]?)?(?:seed|series[-\s]?[a-k]\d?\+?|s[ée]rie[-\s]?[a-k]|angel|amor[çc]age|semilla|semente)"
    r"(?:[-\s]*(?:round|extension|stage|plus))?\+?|(?:pre[-\s]?)?[a-k]\d?\+*[轮輪]|(?:天使|种子|種子|战略|戰略)\+?[轮輪]?(?:投资|投資|融资)?"
)
"""A cell that says a round."""


def is_of_rounds(draft: Draft) -> bool:
    """Whether the list says of its deals which round of funding they were, or how much was raised."""
    names = [name for name in draft.header.names if draft.cells[name]]
    if any(_says_rounds(draft.profiles[name]) for name in names):
        return True
    return any(_ROUNDS.fullmatch(name.strip()) or _says_raised(draft, name) for name in names)


def _says_rounds(profile: ColumnProfile) -> bool:
    return mostly(profile.share(lambda cell: _ROUND.fullmatch(cell.strip()) is not None))


def _says_raised(draft: Draft, name: str) -> bool:
    field = draft.words[name].field
    return field is not None and field.type.is_money and _RAISED.search(name) is not None
