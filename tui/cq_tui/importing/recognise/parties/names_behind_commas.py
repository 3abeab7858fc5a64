"""Columns of parties whose cells hold names behind commas, or Chinese ones behind blanks: taken for lists, or asked."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.maps.asked import Answer, Asked, joined
from cq_tui.importing.recognise.maps.mapping import ONE_EACH, PARTS_NAMES, TABLE_OF_NAMES, FieldMap
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.words.header_grammar import take_apart
from cq_tui.importing.recognise.words.joined_names import are_plain, names_around_and
from cq_tui.importing.recognise.words.listed_names import AND, BLANK, listed_names, names_between
from cq_tui.importing.recognise.words.outside_brackets import cut
from cq_tui.importing.recognise.words.person_names import is_like_a_person
from cq_tui.language import ngettext
from cq_tui.query.name_keys import has_legal_form, name_key
from cq_tui.schema.field import Field
from cq_tui.values.clean import clean_line
from cq_tui.values.expressions import later
from cq_tui.values.languages import is_chinese

_COMMA = ","
_SLASH, _BETWEEN = "/", " / "
_ASKED = {
    _COMMA: Asked.SEVERAL_NAMES,
    BLANK: Asked.NAMES_BEHIND_BLANKS,
    AND: Asked.NAMES_AROUND_AND,
    _SLASH: Asked.NAMES_AROUND_SLASH,
}
_LEAST, _LEAST_SHARE = 3, 0.05
"""Cells with commas from which on they are looked at, and the share of a column from which on they are asked for."""
_AGAIN, _MOSTLY = 0.3, 0.8
"""The share of such cells, of which a part stands elsewhere in another place, that shows that commas part names."""
_MOST_PARTS, _LONGEST = 12, 45
_FIRST, _SHOWN = 3, 60
_OTHER_MARKS = later(r"[;；、\n|]|\s[/·•∙]\s")
_SIGNS = {"；": ";"}
_SMALL = later(r"^(?![^\W\d_]*[A-Z])[a-zß-öø-ÿ]")
_PLURAL = later(
    r"(?i)(?:[a-zß-öø-ÿ]{3}(?<!s)(?<!u)(?<!i)s|investoren|investitori|partner:innen|unternehmen|firmen|beteiligte|fornitori|"
    r"finanziatori|beneficiari|soci|partecipanti|inwestorzy|partnerzy|firmy|podmioty|investoři|partneři|investitorer|"
    r"investorer|investerare|deltagare|sijoittajat|инвестор[ыи]|партн[её]ры|участники|компании|организации|інвестори|"
    r"[a-zäöüß]{3,}(?:ionen|enten|anten|toren|schaften|stiftungen)|"
    r"投資家一覧|出資者一覧)$"
)
"""The last word of a header that means several: *investors*, *Investoren*."""
_LIST_OF = later(r"(?i)(?:^|[\s_])(?:lists?|liste|lista|names|noms|nombres|nomi|nomes|namen)(?:$|[\s_])|名单|列表")


@dataclass(frozen=True, slots=True)
class _Column:
    """The cells of a role: those that may be lists with their parts, all different ones with their rows, in order."""

    lists: Mapping[str, Sequence[str]]
    every: Mapping[str, int]
    parted: int
    """How many are lists beyond doubt: each part says itself that it is a name."""

    @property
    def again(self) -> float:
        """The share of lists of which a further part stands first in another cell, or fills one."""
        firsts = {name_key(parts[0]) for parts in self.lists.values()}
        alone = firsts | {name_key(cell) for cell in self.every if cell not in self.lists}
        again = [any(name_key(part) in alone for part in parts[1:]) for parts in self.lists.values()]
        return sum(again) / len(again)

    @property
    def have_forms(self) -> float:
        """The share of parts that end in a legal form, which commas may stand before."""
        parts = [part for each in self.lists.values() for part in each]
        return sum(map(has_legal_form, parts)) / len(parts)

    @property
    def names_persons_behind(self) -> bool:
        """Whether half of the lists are a company and a person behind it: ``Aa GmbH, Max Muster``."""
        ends = [(parts[0], parts[-1]) for parts in self.lists.values()]
        persons = sum(has_legal_form(first) and is_like_a_person(last) for first, last in ends)
        return persons * 2 >= len(ends)

    @property
    def share(self) -> float:
        """The share of rows whose cell may be a list."""
        return sum(self.every[cell] for cell in self.lists) / sum(self.every.values())


def part_names(draft: Draft) -> None:
    """Have the names of parties parted at commas where a column shows that it is of lists; ask where it may be."""
    for one in draft.kind.fields:
        mapped = draft.fields.get(one.name)
        if mapped is not None and mapped.roles and one.type.refers_to == TABLE_OF_NAMES:
            for role, names in mapped.roles.items():
                columns = [name for name in names if isinstance(name, str)]
                if len(columns) == len(names):
                    _part(draft, one, role, columns)


def _part(draft: Draft, one: Field, role: str, columns: Sequence[str]) -> None:
    cells = [cell for name in columns for cell in draft.cells[name]]
    found, mark = _column(cells), _COMMA
    if len(found.lists) < _LEAST:
        found, mark = _chinese_column(cells), BLANK
    if len(found.lists) < _LEAST:
        found, mark = _and_column(cells), AND
    if len(found.lists) < _LEAST:
        _ask_of_slashes(draft, one, role, columns[0], _slash_column(cells))
        return
    behind_blanks = mark == BLANK
    is_plural = any(_is_plural(name) for name in columns)
    again = found.again
    about = {"count": f"{len(found.lists):,}", "filled": f"{len(found.every):,}", "column": columns[0]}
    about["cell"] = clean_line(next(iter(found.lists)))[:_SHOWN]
    mapped = draft.fields[one.name]
    if (
        mark != AND
        and (is_plural or found.parted or behind_blanks)
        and again >= _AGAIN
        and found.have_forms < 1 - _MOSTLY
    ):
        draft.fields[one.name] = _with(mapped, role, mark)
        setting = f"--set {one.name}.separator.{role}={ONE_EACH}"
        draft.tell(one, Evidence.BLANKS_PART if behind_blanks else Evidence.COMMAS_PART, **about, setting=setting)
        draft.likely.add(one.name)
    elif (
        is_plural or found.parted or again or behind_blanks or found.names_persons_behind
    ) and found.share >= _LEAST_SHARE:
        parted = [
            part for cell in found.every for part in (names_between(cell, mark) if cell in found.lists else (cell,))
        ]
        is_likely = (is_plural or behind_blanks) and again > 0
        lists = Answer("separator", ((role, mark),), _organisations(parted), likely=is_likely)
        other = _by_other_marks(role, found.every, is_likely=not is_likely)
        said = (lists, *other, Answer("separator", ((role, ONE_EACH),), _organisations(list(found.every))))
        draft.ask(one, _ASKED[mark], *said, **about)


def _by_other_marks(role: str, every: Iterable[str], *, is_likely: bool) -> tuple[Answer, ...]:
    """The answer that only other marks of the column part names, ``Aa, Lda. | Bb, Lda.``; none where there are none."""
    marks = Counter(_SIGNS.get(mark.strip(), mark.strip()) for cell in every for mark in cut(_OTHER_MARKS, cell)[1])
    known = [mark for mark, _count in marks.most_common() if mark in PARTS_NAMES]
    if not known:
        return ()
    parted = [part.strip() for cell in every for part in cut(_OTHER_MARKS, cell)[0] if part.strip()]
    is_likely = is_likely and marks[known[0]] >= _LEAST
    return (Answer("separator", ((role, known[0]),), _organisations(parted), likely=is_likely),)


def _ask_of_slashes(draft: Draft, one: Field, role: str, column: str, found: _Column) -> None:
    """Ask whether a slash parts names of which none stands elsewhere: they may be one in two languages."""
    if len(found.lists) < _LEAST or found.share < _AGAIN or found.again:
        return
    parted = [part for cell in found.every for part in found.lists.get(cell, (cell,))]
    said = ((_SLASH, _organisations(parted)), (ONE_EACH, _organisations(list(found.every))))
    about = {"count": f"{len(found.lists):,}", "filled": f"{len(found.every):,}", "column": column}
    about["cell"] = clean_line(next(iter(found.lists)))[:_SHOWN]
    answers = (Answer("separator", ((role, mark),), told) for mark, told in said)
    draft.ask(one, Asked.NAMES_AROUND_SLASH, *answers, **about)


def _slash_column(cells: Iterable[str]) -> _Column:
    """The same of a column in which one slash stands between two names, which are not both of companies."""
    every = Counter(map(str.strip, cells))
    lists = {cell: parts for cell in every if cell.count(_BETWEEN) == 1 and _are_names(parts := cell.split(_BETWEEN))}
    return _Column({cell: parts for cell, parts in lists.items() if not all(map(has_legal_form, parts))}, every, 0)


def _with(mapped: FieldMap, role: str, mark: str) -> FieldMap:
    return FieldMap(roles=mapped.roles, separator={**mapped.separator, role: mark})


def _column(cells: Iterable[str]) -> _Column:
    every = Counter(map(str.strip, cells))
    lists: dict[str, Sequence[str]] = {}
    parted = 0
    for cell in every:
        if cut(_OTHER_MARKS, cell)[1]:
            continue
        if len(listed_names(cell)) > 1:
            parted += "," in cell or "，" in cell
        elif _are_names(parts := names_between(cell)):
            lists[cell] = parts
    return _Column(lists, every, parted)


def _chinese_column(cells: Sequence[str]) -> _Column:
    """The same of a column of Chinese names, which hold no blanks: where one stands in most it is part of a name."""
    every = Counter(map(str.strip, cells))
    chinese = sum(map(is_chinese, every))
    lists = {cell: parts for cell in every if (parts := _chinese_names(cell))}
    return _Column(lists if chinese * 2 >= len(every) else {}, every, 0)


def _chinese_names(cell: str) -> Sequence[str]:
    if cut(_OTHER_MARKS, cell)[1] or len(listed_names(cell)) > 1:
        return ()
    parts = names_between(cell, BLANK)
    fit = all(1 < len(part) <= _LONGEST and any(map(str.isalpha, part)) for part in parts)
    return parts if 1 < len(parts) <= _MOST_PARTS and fit and any(map(is_chinese, parts)) else ()


def _and_column(cells: Iterable[str]) -> _Column:
    """The same of a column in which an ``and`` stands between two names that nothing says to be of one body."""
    every = Counter(map(str.strip, cells))
    each = ((cell, names_around_and(cell)) for cell in every)
    return _Column({cell: parts for cell, parts in each if parts and are_plain(parts)}, every, 0)


def _are_names(parts: Sequence[str]) -> bool:
    """Whether each part may be a name: it is short, has letters, and begins with none that is small."""
    fit = (len(part) <= _LONGEST and any(map(str.isalpha, part)) and not _SMALL.match(part) for part in parts)
    return 1 < len(parts) <= _MOST_PARTS and all(fit)


def _is_plural(header: str) -> bool:
    name = take_apart(header).name
    return _PLURAL.search(name) is not None or _LIST_OF.search(name) is not None


def _organisations(names: Sequence[str]) -> str:
    """How many organisations some names are, and the first of them."""
    different = {name_key(name): clean_line(name) for name in reversed(names)}
    first = [different[one] for one in dict.fromkeys(map(name_key, names))][:_FIRST]
    message = ngettext("{count} organisation: {names}", "{count} organisations: {names}", len(different))
    return message.format(count=f"{len(different):,}", names=joined(name[:_SHOWN] for name in first))
