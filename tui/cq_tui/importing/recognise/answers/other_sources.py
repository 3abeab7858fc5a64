"""What else the chief fields of a list could come from, each as the setting that says so.

A proposal may be wrong where nothing is asked. Whoever reads it then finds the other columns that hold names, days or
amounts beside what is proposed, and need not guess how an answer is written.
"""

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from cq_tui.importing.recognise.amounts.no_money import are_codes, are_degrees, are_no_money, are_years
from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.columns.id_headers import are_ids, only_counts
from cq_tui.importing.recognise.columns.money_headers import says_money, says_no_money
from cq_tui.importing.recognise.columns.profile import ColumnProfile, mostly
from cq_tui.importing.recognise.maps.mapping import FieldMap, keys_of, table_of
from cq_tui.importing.recognise.parties.body_cells import is_body
from cq_tui.importing.recognise.parties.company_cells import is_company
from cq_tui.importing.recognise.prepare import Prepared
from cq_tui.importing.recognise.proposing.proven_parties import says_name
from cq_tui.importing.recognise.titles.full_names import is_code
from cq_tui.importing.recognise.titles.joined_names import two_that_call
from cq_tui.importing.recognise.titles.stories import is_path, tells_stories
from cq_tui.importing.recognise.titles.title_answers import best_first
from cq_tui.importing.recognise.words.day_headers import is_decision
from cq_tui.schema.field import Field
from cq_tui.values.yes_no import is_plain_answer

_AMONG, _ROWS = 3_000, 100
"""So many first rows, and so many of them that are looked at, spread: a list may be sorted by whom it names."""
_COLUMNS = 120
"""Columns that are looked at: of a list of thousands the first ones tell what its records are."""
_MOST = {"names": 6, "titles": 4, "joined": 2, "days": 4, "amounts": 5}
_LEAST, _HALF = 0.05, 0.5
"""The share of rows that have a cell, and of cells that read as what a field holds, at least."""
_SHORT = 80
"""Characters of half of the cells of names, at most."""
_SHOWN, _CUT = 2, 30
_LONGEST = 400
"""Characters of a cell that are looked at: what a longer one holds calls nobody."""
ROLE = "ROLE"
"""Stands in a setting for the role of a party: one of the codes of ``Field.type.roles``, which its writer says."""


@dataclass(frozen=True, slots=True)
class OtherSource:
    """A column that a field could come from; ``setting``: as ``--set`` takes it; ``cells``: the first of it.

    ``column`` is empty where the setting says that no column gives the field.
    """

    field: Field
    setting: str
    column: str = ""
    cells: tuple[str, ...] = ()


def other_sources(prepared: Prepared) -> list[OtherSource]:
    """What else the heading, the parties, the day and the amount could come from, in the order of the kind's fields.

    Columns that a question about the field offers stand there, and not here.
    """
    every = prepared.first_rows(_AMONG)
    rows = [[cell[:_LONGEST] for cell in row] for row in every[:: -(-len(every) // _ROWS) or 1]]
    mapped = prepared.proposal.mapping.fields
    words = {
        name for one in prepared.kind.fields if one.codes and one.name in mapped for name in mapped[one.name].columns
    }
    columns = _Columns(Draft(prepared.kind, prepared.listed.header, rows), words)
    return [found for one in _chief(prepared) for found in _of(prepared, columns, one)]


def _chief(prepared: Prepared) -> list[Field]:
    """The heading, what refers to organisations, and the first day and the first amount of the kind."""
    kind = prepared.kind
    day = next((one for one in kind.fields if one.type.is_day), None)
    money = next((one for one in kind.fields if one.type.is_money), None)
    firms = [one for one in kind.fields if one.type.refers_to == "organisations"]
    return [one for one in kind.fields if one in (kind.heading, day, money) or one in firms]


def _of(prepared: Prepared, columns: "_Columns", one: Field) -> Iterator[OtherSource]:
    held = prepared.proposal.mapping.fields.get(one.name, FieldMap())
    asked = {
        answer.value
        for question in prepared.proposal.questions
        if question.field == one.name
        for answer in question.answers
        if answer.key == "column"
    }
    has_roles = "roles" in keys_of(one)
    if one is prepared.kind.heading:
        yield from _joined(columns, one, held)
    free = [
        name
        for name in columns.of(one, prepared.kind.heading)
        if name not in asked and (has_roles or name not in held.columns)
    ]
    for name in free[: _MOST["days"]] if one.type.is_day else free:
        key = ROLE if has_roles else "column"
        yield OtherSource(one, f"{table_of(one.name)}.{key}={name}", name, columns.first(name))
    if (held.columns or held.constant) and not one.required:
        yield OtherSource(one, f"{table_of(one.name)}=")


def _joined(columns: "_Columns", heading: Field, held: FieldMap) -> Iterator[OtherSource]:
    """Two columns that call a record together, such as first and last name, each as a list of both."""
    for pair in columns.joined:
        if not set(pair) <= set(held.columns):
            setting = f"{table_of(heading.name)}.column={json.dumps(pair, ensure_ascii=False)}"
            yield OtherSource(heading, setting, pair[0], columns.first_of(pair))


class _Columns:
    """The columns of a list by what their cells are; each is looked at once."""

    def __init__(self, draft: Draft, words: Collection[str]) -> None:
        """``words``: the columns that a field of few known words takes, which call nobody."""
        self._draft = draft
        self._of_words = words
        names = [name for name in draft.header.names if name not in draft.private and not only_counts(name)][:_COLUMNS]
        self._names = [name for name in names if draft.cells[name] and draft.profiles[name].filled >= _LEAST]

    def of(self, one: Field, heading: Field) -> Sequence[str]:
        """The columns that may be a field's, the best first."""
        if one is heading:
            return self._titles
        if one.type.is_money:
            return self._amounts
        return sorted(self._days, key=self._unlike_days) if one.type.is_day else self._bodies

    def first(self, name: str) -> tuple[str, ...]:
        """The first different cells of a column, none longer than what tells it from others."""
        return _cut(self._draft.profiles[name].first)

    def first_of(self, pair: tuple[str, str]) -> tuple[str, ...]:
        """The first rows of two columns that have both, each as the one text that they are joined to."""
        places = [self._draft.header.names.index(name) for name in pair]
        rows = ([row[at].strip() for at in places] for row in self._draft.rows if max(places) < len(row))
        return _cut(list(dict.fromkeys(" ".join(row) for row in rows if all(row))))

    @cached_property
    def joined(self) -> Sequence[tuple[str, str]]:
        """Two columns each that may call a record together; a party, a place or a word of a code list is none of it."""
        of_others = [
            one for name in self._of_several if (one := self._draft.words[name].field) and not self._is_named(one)
        ]
        texts = [name for name in self._of_several if self._draft.words[name].field not in of_others]
        pairs = two_that_call(self._draft.header.names, self._draft.rows, texts)
        return [pair for pair in pairs if set(pair) <= set(self._names)][: _MOST["joined"]]

    def _is_named(self, one: Field) -> bool:
        return one is self._draft.kind.heading

    def _where(self, is_so: Callable[[str, ColumnProfile], bool]) -> list[str]:
        return [name for name in self._names if is_so(name, self._draft.profiles[name])]

    @cached_property
    def _days(self) -> Sequence[str]:
        return self._where(lambda _name, one: one.dates >= _HALF and (not mostly(one.bare_numbers) or are_years(one)))

    def _unlike_days(self, name: str) -> int:
        """Less for a header that says the day of a record, and the least for one on which something was decided."""
        word = self._draft.words[name]
        return -(word.certainty if word.field is not None and word.field.type.is_day else 0) - is_decision(name)

    @cached_property
    def _amounts(self) -> Sequence[str]:
        found = self._where(self._are_amounts)
        said = [name for name in found if self._says(name, lambda one: one.type.is_money)]
        return [*said, *(name for name in found if name not in said)][: _MOST["amounts"]]

    def _are_amounts(self, name: str, profile: ColumnProfile) -> bool:
        if profile.stated < _HALF or not profile.not_zero or name in self._days or are_ids(name, profile):
            return False
        if self._says(name, lambda one: one.type.is_money) or says_money(self._draft.words[name], name):
            return not are_no_money(profile)
        if says_no_money(name) or are_degrees(profile) or profile.middle <= 1:
            return False
        return not are_no_money(profile) and not (are_codes(profile) and not self._says(name, lambda _one: True))

    @cached_property
    def _texts(self) -> Sequence[str]:
        return self._where(self._are_texts)

    def _are_texts(self, name: str, profile: ColumnProfile) -> bool:
        """Whether cells are words that may call somebody or something: no numbers, days, marks, addresses, codes."""
        if name in self._of_words or name in self._days or are_ids(name, profile):
            return False
        return not any(share(profile) >= _HALF for share in _NO_TEXTS)

    @cached_property
    def _titles(self) -> Sequence[str]:
        return best_first(self._draft, self._of_several)[: _MOST["titles"]]

    @cached_property
    def _of_several(self) -> Sequence[str]:
        """The columns of texts that are not the same in all rows; who gives or buys may be, what is told may not."""
        cells = ((name, self._draft.profiles[name].cells) for name in self._texts)
        return [name for name, held in cells if not len(set(held)) == 1 < len(held)]

    @cached_property
    def _bodies(self) -> Sequence[str]:
        """Columns of short names: first those that say so, by their header or their cells."""
        short = [name for name in self._texts if self._are_short(self._draft.profiles[name])]
        return sorted(short, key=self._unlike_bodies)[: _MOST["names"]]

    def _unlike_bodies(self, name: str) -> float:
        profile = self._draft.profiles[name]
        says = self._says(name, lambda one: one.type.refers_to == "organisations") or says_name(name)
        codes = self._says(name, lambda one: one.codes is not None or one.name == "place")
        return codes - says - profile.share(is_body) - profile.share(is_company) - profile.different / 2

    @staticmethod
    def _are_short(profile: ColumnProfile) -> bool:
        lengths = sorted(map(len, profile.cells))
        return lengths[len(lengths) // 2] <= _SHORT and not tells_stories(profile)

    def _says(self, name: str, is_one: Callable[[Field], bool]) -> bool:
        field = self._draft.words[name].field
        return field is not None and is_one(field)


_NO_TEXTS: tuple[Callable[[ColumnProfile], float], ...] = (
    lambda one: one.bare_numbers,
    lambda one: one.links,
    lambda one: one.json,
    lambda one: one.percents,
    lambda one: one.amounts,
    lambda one: one.entries,
    lambda one: one.currencies,
    lambda one: one.share(is_plain_answer),
    lambda one: one.share(is_path),
    lambda one: one.share(_is_number),
    lambda one: one.countries,
)
"""The shares of cells that call nobody, what is quickly told first."""


def _cut(cells: Sequence[str]) -> tuple[str, ...]:
    """The first of some cells, none of them long."""
    return tuple(cell if len(cell) <= _CUT else cell[: _CUT - 1] + "…" for cell in cells[:_SHOWN])


def _is_number(cell: str) -> bool:
    """Whether a cell is a code with a digit in it, by which nobody is called."""
    return is_code(cell) and any(map(str.isdigit, cell))
