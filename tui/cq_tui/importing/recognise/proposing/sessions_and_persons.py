"""Tells a list of the parts of a programme, or of persons with their posts, that is taken for deals for its headers.

A list of sessions has days and, with who supports them, parties; one of founders the firms they work for, and so may
seem to have what deals have.
"""

from collections.abc import Mapping as Table
from collections.abc import Sequence

from cq_tui.importing.recognise.columns.profile import ColumnProfile
from cq_tui.importing.recognise.headers.other_kind import GUESTS
from cq_tui.importing.recognise.parties.company_cells import is_company
from cq_tui.importing.recognise.words.of_sessions import calls_persons, says_when, says_where, says_who_speaks
from cq_tui.importing.recognise.words.other_records import TIME_IN_TEXT, is_of_deals, is_of_persons
from cq_tui.schema.kind import Kind

SESSIONS = "sessions"
_HALF, _FEW = 0.5, 0.2


def of_sessions(kinds: Table[str, Kind], titles: Sequence[str], cells: Table[str, Sequence[str]]) -> str:
    """``sessions`` where a title stands beside who speaks and when or in which hall; else empty.

    ``titles``: the columns that records would be called by. The name of one speaker a row makes it one of speakers.
    """
    speak = [one for one in cells if says_who_speaks(one)]
    called = [one for one in titles if one not in speak]
    if SESSIONS not in kinds or not (speak and called):
        return ""
    beside = [one for one in cells if one not in speak and one not in called]
    is_at = any(says_when(one) and _share_of_times(cells[one]) >= _HALF for one in beside)
    return SESSIONS if is_at or any(map(says_where, beside)) else ""


def of_persons(kinds: Table[str, Kind], titles: Sequence[str], cells: Table[str, Sequence[str]]) -> str:
    """``speakers`` where a column of persons, whose posts stand beside, is what records are called by; else empty.

    Or would be called by, but for a column of companies behind it.
    """
    order = list(cells)
    called = next((one for one in order if calls_persons(one)), "")
    if GUESTS not in kinds or not called or len(titles) != 1 or titles[0] not in cells:
        return ""
    if titles[0] != called and (order.index(titles[0]) < order.index(called) or _companies(cells[titles[0]]) < _HALF):
        return ""
    if _companies(cells[called]) > _FEW:
        return ""
    beside = [one for one in cells if one != called]
    has_post = any(map(is_of_persons, beside))
    return GUESTS if has_post and not any(map(is_of_deals, beside)) else ""


def _companies(found: Sequence[str]) -> float:
    return ColumnProfile(found, len(found)).share(is_company)


def _share_of_times(found: Sequence[str]) -> float:
    return sum(TIME_IN_TEXT.search(cell) is not None for cell in found) / max(len(found), 1)
