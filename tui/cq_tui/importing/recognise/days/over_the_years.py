"""Lists that tell of deals over the years: columns that say when each was signed, started, began to produce.

Where a column says more than the signing the dates become the history of each deal; the day of signing stays its own
day, too.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from cq_tui.archive.problem import ArchiveError
from cq_tui.archive.schema import schema_of
from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.profile import ColumnProfile, mostly
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.words.word import Word
from cq_tui.schema.history import FIELD
from cq_tui.schema.kind import Kind
from cq_tui.store.store import Store
from cq_tui.values.nothing import is_nothing
from cq_tui.values.types.entries import PLANNED

_DEALS, _SIGNED = "deals", "signed"
_ZH = {
    "signed": "签约|签订|签署|合同签订|协议签订",
    "approved": "核准|备案|立项|批复",
    "started": "开工|动工|开工建设|奠基",
    "operating": "投产|投运|正式投产|投入运营",
    "completed": "竣工|完工|建成|竣工验收",
    "cancelled": "终止|取消|解约",
}
_EN = {
    "signed": "sign(?:ed|ing|ature)|(?:contract|agreement) signed",
    "approved": "approv(?:ed|al)",
    "started": "(?:construction )?started|construction start|start of construction|ground ?breaking|broke ground",
    "operating": "production(?: start(?:ed)?)?|start of production|producing|commission(?:ing|ed)|in operation",
    "completed": "complet(?:ed|ion)",
    "cancelled": "cancell?(?:ed|ation)|terminat(?:ed|ion)",
}
"""How headers of columns of dates call the stages."""
_PLAN_ZH, _WHEN_ZH = "(?:项目|实际)?(?P<plan>计划|预计|拟|预期)?", "(?P<when>时间|日期|年月|年份|年度|日)"
_PLAN_EN = "(?:actual )?(?P<plan>planned|expected|estimated|scheduled|target)? ?"
_WHEN_EN = "(?P<when> ?(?:date|on|year|month|time|day))?"
_PATTERNS = [
    *((stage, re.compile(f"{_PLAN_ZH}(?:{words}){_WHEN_ZH}")) for stage, words in _ZH.items()),
    *((stage, re.compile(f"{_PLAN_EN}(?:{words}){_WHEN_EN}")) for stage, words in _EN.items()),
]


def role_of_header(name: str) -> tuple[str, bool]:
    """What of a history a header tells, and whether it says plainly that it is a time; empty where it is none."""
    text = " ".join(re.sub(r"[（(].*?[)）]|[_:：*]", " ", name).casefold().split())
    for stage, pattern in _PATTERNS:
        if match := pattern.fullmatch(text):
            return f"{PLANNED if match['plan'] else ''}{stage}", bool(match["when"])
    return "", False


def with_history(store: Store, kind: Kind, header: Header, rows: Sequence[Sequence[str]]) -> Kind:
    """The kind as it is where the list tells it over the years; itself for all other lists and kinds."""
    if kind.name != _DEALS or kind.history is not None or not _is_told(header, rows):
        return kind
    return kind_over_time(store, kind)


def kind_over_time(store: Store, kind: Kind) -> Kind:
    """The kind of an archive whose deals have a history; itself where that can't be."""
    try:
        return schema_of(*store.archive.roots, history=True)[kind.name]
    except ArchiveError:
        return kind


def _is_told(header: Header, rows: Sequence[Sequence[str]]) -> bool:
    roles = [(at, role_of_header(name)[0]) for at, name in enumerate(header.names)]
    told = [(at, role) for at, role in roles if role and not _is_own(header.words[at])]
    return _are_several(role for at, role in told if _are_days([row[at] for row in rows if at < len(row)], len(rows)))


def _are_several(roles: Iterable[str]) -> bool:
    """Whether columns tell of several times: the one day of a list is that of its deals, whatever it is called."""
    return len(set(roles)) > 1


def _are_days(cells: Sequence[str], rows: int) -> bool:
    filled = [cell for cell in cells if not is_nothing(cell)]
    return bool(filled) and mostly(ColumnProfile(filled, rows).dates)


def _is_own(word: Word) -> bool:
    """Whether an earlier import made a field of the archive's own of such a column, which goes on to take it."""
    return word.field is not None and word.field.shown.own


def take_history(draft: Draft, by_field: dict[str, list[tuple[str, Word]]]) -> None:
    """Map the columns that tell a history, and leave no other field those that tell more than the signing."""
    field = draft.kind.by_name.get(FIELD)
    if draft.kind.history is None or field is None:
        return
    found = list(_columns(draft))
    if not _are_several(role for _name, role, _sure in found):
        return
    roles: dict[str, tuple[str, ...]] = {}
    for name, role, sure in found:
        roles[role] = (*roles.get(role, ()), name)
        if not sure:
            draft.likely.add(FIELD)
    draft.tell(field, Evidence.DAYS_OF_STAGES)
    draft.fields[FIELD] = FieldMap(roles=roles)
    told = {name for name, role, _sure in found if role != _SIGNED}
    for one, columns in by_field.items():
        # A list without another day has that of what came first for the day of its deals, as ever.
        columns[:] = [(name, word) for name, word in columns if name not in told] or columns
        by_field[one] = columns


def _columns(draft: Draft) -> Iterator[tuple[str, str, bool]]:
    """The columns with what they tell, and whether they do so for sure."""
    for name, word in draft.words.items():
        role, sure = role_of_header(name)
        if role and not _is_own(word) and draft.cells[name] and mostly(draft.profiles[name].dates):
            yield name, role, sure
