"""Names that may be two with an ``and`` between them: ``Gg and Hh``, ``Ee & Ff Friedrichshafen``."""

from collections.abc import Sequence

from cq_tui.importing.recognise.words.listed_names import belongs_to_one_before
from cq_tui.importing.recognise.words.no_names import is_no_name, is_only_form
from cq_tui.importing.recognise.words.outside_brackets import cut
from cq_tui.values.expressions import later

_AND = later(r"\s+(?:&|\+|and|und|et|y|e|og|och|en)\s+")
_COMMA = later(r"[,，;/]")
_SMALL = later(r"^[a-zß-öø-ÿ]")
_OF = later(
    r"(?i)(?<![^\W_])(?:of|for|the|de|del|della|di|du|des|da|do|für|der|zur|van|voor|av|för|ministry|department|bank|"
    r"university|centre|center|institute|school|office|council|agency|authority|committee|commission|fund|foundation|"
    r"group|services?|research|development|trade|industry|finance|planning|health|education|culture|science|technology)"
    r"(?![^\W_])"
)
"""Words of what one body does or is called by: ``Ministry of Health and Welfare``."""
_LONGEST, _MOST_WORDS = 40, 4
_TWO = 2


def names_around_and(name: str) -> tuple[str, ...]:
    """The two names that one may be; empty where it plainly is one, as ``Aa & Sons`` and what a body deals with."""
    parts = tuple(part.strip() for part in cut(_AND, name)[0])
    if len(parts) != _TWO or _COMMA.search(name) or belongs_to_one_before(parts[1]):
        return ()
    return parts if all(map(_may_be_name, parts)) else ()


def are_plain(parts: Sequence[str]) -> bool:
    """Whether nothing in the parts says what one body does, so that they may be two although neither is met alone."""
    return not any(map(_OF.search, parts))


def _may_be_name(part: str) -> bool:
    is_short = len(part) <= _LONGEST and len(part.split()) <= _MOST_WORDS
    return is_short and any(map(str.isalpha, part)) and not _SMALL.match(part) and not _is_general(part)


def _is_general(part: str) -> bool:
    return is_no_name(part) or is_only_form(part)
