"""Asks what records are called where the title is put together, shared by many rows, or not said by its header."""

from collections.abc import Collection

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.id_headers import are_ids
from cq_tui.importing.recognise.columns.profile import ColumnProfile, mostly
from cq_tui.importing.recognise.columns.unsure_columns import ask_for_column, free_columns
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.titles.full_names import is_code
from cq_tui.importing.recognise.titles.names_of_others import COMPANIES
from cq_tui.importing.recognise.titles.stories import are_short_names, is_path, tells_stories
from cq_tui.importing.recognise.words.header_grammar import take_apart
from cq_tui.importing.recognise.words.header_terms import NAME_OF
from cq_tui.importing.recognise.words.word import WEAK
from cq_tui.values.expressions import later

_FEW, _MOSTLY_DIFFERENT = 0.3, 0.8
"""The share of different cells below which many rows share a title, and from which on a column tells rows apart."""
_LEAST_ROWS = 5
_LEAST_OF_A_DOUBT = 3
"""Rows of a list, at least, in which a title that its header hardly says is asked for, too."""
_LONGEST = 200
"""Characters of half of the cells, from which on they tell a story."""
_LETTERS = later(r"[^\W\d_]{2}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_NOT_ITS_NAME = later(
    r"(?i)(?<![^\W_])(?:address|street|adress\w*|anschrift|direcci\w+|indirizzo|endere\w+|cím\w*|osoite|adresa|adres|"
    r"phone|tel|e-?mail|mail|url|link|web\w*|site|homepage|source|sources|quelle|fuente|fonte|contact\w*|"
    r"full[\s_]name|surname|lastname|firstname|vorname|nachname|prénom|"
    r"remarks?|notes?|comments?|observa\w+|bemerk\w*|anmerk\w*|person|manager|representative|author|leader|"
    r"location|region|image|logo|photo|file|coordinates|keywords?|tags?)(?![^\W_])"
    r"|地址|住所|电话|電話|邮箱|网址|網址|备注|備註|備考|说明|联系人|負責人|负责人|担当|代表|姓名|氏名|성명|来源|來源|주소|비고|담당|адрес|примечан"
)
"""What other texts tell that differ from row to row: no record is called by them."""
_NAME = later(
    r"(?i)^(?:name|title|titel|titre|t[íi]tulo|titolo|nimi|navn|namn|naam|nom|nombre|nome|nazwa|naziv|název|názov|név|"
    r"denumire|pavadinimas|nosaukums|название|наименование|назва|ad[ıi])(?:$|[\s_])|^(?:名|名称|名稱|名前|이름|명칭)$"
)
"""Headers that begin with a word for a name: ``Nimi``, ``titulo_obra``."""


def ask_for_title(draft: Draft, about: Collection[str]) -> None:
    """Ask for the title where it is not clear and another column of mostly different texts stands beside it."""
    heading = draft.kind.heading
    mapped = draft.fields.get(heading.name)
    if mapped is None or not mapped.column or draft.is_asked(heading):
        return
    held = list(mapped.column)
    if len(held) == 1 and tells_stories(draft.profiles[held[0]]) and (names := _called_shortly(draft, about, held)):
        others = [name for name in free_columns(draft, about) if _tells_apart(draft, name) and name not in names]
        _ask(draft, [*names, *others, *held], names[0] if len(names) == 1 else "")
        return
    of_unknown = len(held) == 1 and _is_name_of_something(draft, held[0])
    if len(draft.rows) < (_LEAST_OF_A_DOUBT if of_unknown else _LEAST_ROWS):
        return
    composed = len(held) > 1 or any(draft.words[name].field is not heading for name in held)
    if not composed and not of_unknown and not _is_unclear(draft, held[0]):
        return
    rivals = [name for name in free_columns(draft, about) if _tells_apart(draft, name)]
    longest = longest_text(draft, list(free_columns(draft, about))) if of_unknown or composed else ""
    rivals += [longest] if longest and longest not in rivals else []
    named = [name for name in rivals if _says_name(name)]
    if composed and not named and _differ(draft, held) >= _MOSTLY_DIFFERENT:
        return  # put together of what tells the rows apart, and nothing is called a name
    if not rivals:
        return
    rivals.sort(key=lambda name: (name not in named, -draft.profiles[name].different))
    rivals += [name for name in _parties(draft) if name not in held and _tells_apart(draft, name)]
    is_likely = not composed and not named and not _shares(draft.profiles[held[0]])
    likely = named[0] if len(named) == 1 else held[0] if is_likely and not of_unknown else ""
    _ask(draft, [*rivals, *held], likely)


def _ask(draft: Draft, names: list[str], likely: str) -> None:
    heading = draft.kind.heading
    draft.fields.pop(heading.name)
    draft.evidence.pop(heading.name, None)
    draft.likely.discard(heading.name)
    ask_for_column(draft, heading, names, likely)


def _called_shortly(draft: Draft, about: Collection[str], held: list[str]) -> list[str]:
    """The columns of short names, another one in each row, beside a title that is a paragraph; the surest alone.

    Those whose header says a name come first, then the party of each row, then whatever else tells the rows apart.
    """
    free = [name for name in free_columns(draft, about) if _tells_apart(draft, name)]
    parties = [name for name in _parties(draft) if name not in held and _tells_apart(draft, name)]
    for names in ([name for name in free if _says_name(name)], parties, free):
        if short := [name for name in names if are_short_names(draft.profiles[name])]:
            return short
    return []


def _is_name_of_something(draft: Draft, header: str) -> bool:
    """Whether a title is the name of somebody, as ``placer_name``: who it is, and not what.

    Its header says a name of something unknown, and some of its cells stand among the parties, too.
    """
    word = draft.words[header]
    if word.certainty > WEAK or NAME_OF.search(take_apart(header).name) is None:
        return False
    fields = (mapped for name, mapped in draft.fields.items() if draft.kind.by_name[name].type.refers_to)
    named = [name for mapped in fields for name in mapped.columns if name != header]
    return any(not {*draft.cells[header]}.isdisjoint(draft.cells[name]) for name in named if name in draft.cells)


def longest_text(draft: Draft, free: list[str]) -> str:
    """The column of the longest texts of several words, filled in most rows: what is bought, beside who buys it."""
    texts = {
        name: sum(map(len, draft.cells[name])) / len(draft.cells[name])
        for name in free
        if draft.profiles[name].filled >= _MOSTLY_DIFFERENT
        and draft.profiles[name].different >= _FEW
        and not _NOT_ITS_NAME.search(name)
        and not _was_refused(draft, name)
        and not are_ids(name, draft.profiles[name])
        and mostly(draft.profiles[name].share(lambda cell: len(cell.split()) > 1 and _LETTERS.search(cell) is not None))
        and not any(map(mostly, (draft.profiles[name].dates, draft.profiles[name].entries, draft.profiles[name].json)))
    }
    return max(texts, key=lambda name: texts[name], default="")


def _parties(draft: Draft) -> list[str]:
    """The columns that name one party in each row: a list of rounds calls them by the companies that raised them."""
    fields = (mapped for name, mapped in draft.fields.items() if draft.kind.by_name[name].type.refers_to)
    roles = ((role, mapped) for mapped in fields for role in mapped.roles if role not in mapped.separator)
    return [name for role, mapped in roles for name in mapped.roles[role] if isinstance(name, str)]


def _is_unclear(draft: Draft, name: str) -> bool:
    """Whether a column is the title by no word of its header for a name, or many rows share one."""
    word = draft.words[name]
    is_named = (word.certainty > WEAK or _says_name(name)) and not word.by_cells
    return not is_named or _shares(draft.profiles[name])


def _shares(profile: ColumnProfile) -> bool:
    return profile.different < _FEW


def _differ(draft: Draft, names: list[str]) -> float:
    """How many of the rows are different ones by some columns."""
    places = [draft.header.names.index(name) for name in names]
    told = [tuple(row[at] for at in places if at < len(row)) for row in draft.rows]
    return len(set(told)) / len(told) if told else 0.0


def _says_name(header: str) -> bool:
    """Whether a header says that its column is of names: ``Nimi``, ``園區名稱``, ``Project name``."""
    name = take_apart(header).name
    return _NAME.search(name.strip()) is not None or NAME_OF.search(name) is not None


def _tells_apart(draft: Draft, name: str) -> bool:
    """Whether a column is of texts by which the rows may be called, another one in each."""
    profile = draft.profiles[name]
    if profile.filled < _MOSTLY_DIFFERENT or profile.different < _MOSTLY_DIFFERENT or _NOT_ITS_NAME.search(name):
        return False
    if are_ids(name, profile) or _was_refused(draft, name):
        return False
    lengths = sorted(map(len, profile.cells))
    numbers = (profile.bare_numbers, profile.dates, profile.amounts, profile.percents)
    shares = (*numbers, profile.links, profile.json, profile.entries)
    if lengths[len(lengths) // 2] > _LONGEST or any(map(mostly, shares)) or mostly(profile.share(is_code)):
        return False
    if mostly(profile.share(is_path)):
        return False
    return mostly(profile.share(lambda cell: _LETTERS.search(cell) is not None))


def _was_refused(draft: Draft, name: str) -> bool:
    """Whether a column was set aside for one that holds full names, or since it names others."""
    why = draft.set_aside.get(name)
    return why is not None and (why.is_(Evidence.FULL_NAMES) or dict(why.parameters).get("what") == COMPANIES)
