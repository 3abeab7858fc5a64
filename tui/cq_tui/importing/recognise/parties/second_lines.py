"""A second column of one name, which takes what the first one had no room for: ``Raison sociale 2``, ``Name2``."""

import re

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.words.word import Word
from cq_tui.values.reasons import Reason

_NAME = (
    r"name|full[\s_]?name|legal[\s_]?name|nom|raison[\s_]sociale|d[ée]nomination(?:[\s_]sociale)?|nombre|raz[óo]n[\s_]social|"
    r"denominaci[óo]n(?:[\s_]social)?|nome|raz[ãa]o[\s_]social|denomina[çc][ãa]o(?:[\s_]social)?|ragione[\s_]sociale|"
    r"denominazione(?:[\s_]sociale)?|denumire|ra[óo][\s_]social|denominaci[óo]|firmenname|firmierung|naam|navn|namn|nazwa|"
    r"n[áa]zev|n[áa]zov|название|наименование|名称|名稱|会社名"
)
_FIRST = re.compile(rf"(?i)({_NAME})[\s_]*1?")
_SECOND = re.compile(rf"(?i)({_NAME})[\s_]*[2２]")
_GOES_ON = re.compile(
    r"(?i)(?:d['’]|l['’])\S|(?:de|du|des|d|et|pour|la|le|les|en|au|aux|sur|of|for|and|the|der|die|des|für|und|im|in|am|zur|"
    r"del|los|las|el|para|y|dos|das|do|da|e|di|della|delle|dei|degli|per|van|voor|und|i|a|à|o|w|и|для)\s|[(&/+-]|[a-zà-ÿ]"
)
"""How the rest of a name begins."""
_LEAST = 0.1
"""The share of the second cells that begin so, of all that there are."""


def leave_second_lines(draft: Draft, columns: list[tuple[str, Word]]) -> None:
    """Leave out a column that goes on with the name before it: it is no second party."""
    for name, word in list(columns):
        match = _SECOND.fullmatch(name.strip())
        if word.field is None or match is None:
            continue
        first = next((one for one, _word in columns if _is_first(one, match[1])), "")
        cells = draft.profiles[name].cells
        if first and sum(_GOES_ON.match(cell.strip()) is not None for cell in cells) >= _LEAST * len(cells):
            columns.remove((name, word))
            draft.set_aside[name] = Reason.of(Evidence.GOES_ON, column=first)


def _is_first(header: str, called: str) -> bool:
    match = _FIRST.fullmatch(header.strip())
    return match is not None and match[1].casefold() == called.casefold()
