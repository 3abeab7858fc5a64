"""A proposal in the making: what is known of each column, what was decided and why, and what must be asked."""

from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from functools import cached_property

from cq_tui.importing.recognise.columns.profile import ColumnProfile, mostly
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.asked import OF_NAMES, Answer, Asked, Question
from cq_tui.importing.recognise.maps.mapping import FieldMap
from cq_tui.importing.recognise.maps.proposal import Evidence
from cq_tui.importing.recognise.words.day_headers import is_publication
from cq_tui.importing.recognise.words.word import ENDING, EXACT, Word
from cq_tui.language import Label
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.languages import is_chinese
from cq_tui.values.nothing import is_nothing
from cq_tui.values.reasons import Parameter, Reason

LEARNT_FROM = 5_000
"""Rows that a proposal is made from."""
_HALF = 0.5
"""Cells of days of which fewer are read make a sure header only likely."""
AMOUNTS, DATES = Label("数字", "numbers"), Label("日期", "dates")
KNOWN, CURRENCIES = Label("已知词", "known words"), Label("币种", "currencies")
"""What cells are read as."""


class Profiles(dict[str, ColumnProfile]):
    """The profile of each column, made when first asked for: most columns of a wide list are never looked at."""

    def __init__(self, cells: Table[str, Sequence[str]], rows: int) -> None:
        """``cells``: the filled cells of each column."""
        super().__init__()
        self._cells = cells
        self._rows = rows

    def __missing__(self, name: str) -> ColumnProfile:
        self[name] = ColumnProfile(self._cells[name], self._rows)
        return self[name]


@dataclass
class Draft:
    """A proposal in the making."""

    kind: Kind
    header: Header
    rows: Sequence[Sequence[str]]
    fields: dict[str, FieldMap] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    hints: dict[str, tuple[str, ...]] = field(default_factory=dict)
    evidence: dict[str, list[Reason]] = field(default_factory=dict)
    likely: set[str] = field(default_factory=set)
    set_aside: dict[str, Reason] = field(default_factory=dict)
    private: frozenset[str] = frozenset()
    """Columns of numbers of identity cards."""
    of_contacts: set[str] = field(default_factory=set)
    """Columns of addresses and numbers of persons, which tell nothing of organisations."""
    unit_column: str = ""
    currency_column: str = ""

    @cached_property
    def cells(self) -> dict[str, list[str]]:
        """The cells of each column that say anything."""
        return filled_cells(self.header, self.rows)

    @cached_property
    def profiles(self) -> Profiles:
        """What the cells of each column are."""
        return Profiles(self.cells, len(self.rows))

    @cached_property
    def words(self) -> dict[str, Word]:
        """What the header of each column means."""
        return dict(zip(self.header.names, self.header.words, strict=True))

    def leave_out(self, names: Iterable[str]) -> None:
        """Look at columns no more: somebody said what becomes of them."""
        for name in names:
            self.words[name], self.cells[name] = Word(), []

    @property
    def goes_on(self) -> bool:
        """Whether the list may have more rows than those that the proposal is made from."""
        return len(self.rows) >= LEARNT_FROM

    def repeats(self, place: int, position: int) -> bool:
        """Whether a cell of one of the ``rows`` only repeats the one above it, for both were merged."""
        number = self.header.last + 1 + place
        if self.header.last < self.header.row <= number:
            number += 1  # the header stands among its rows, and is none of them
        return (number, position) in self.header.merged

    @property
    def is_chinese(self) -> bool:
        """Whether any header is in Chinese."""
        return any(map(is_chinese, self.header.names))

    def ask(self, one: Field, asked: Asked, *answers: Answer, **about: Parameter) -> None:
        """Add a question about a field."""
        reason = Reason(asked.name, asked.value, tuple(about.items()))
        # the other words of its column are known; of two questions about one field the first offers none
        needs = (Asked.CURRENCY_WORD, Asked.CURRENCY_OF_THESE, *OF_NAMES)
        optional = not one.required and asked not in needs
        self.questions.append(Question(one.name, asked, reason, answers, optional=optional))

    def tell(self, one: Field, evidence: Evidence, **about: Parameter) -> None:
        """Add what the source of a field rests on."""
        reason = Reason(evidence.name, evidence.value, tuple(about.items()))
        self.evidence.setdefault(one.name, []).append(reason)

    def tell_word(self, one: Field, names: Sequence[str]) -> None:
        """Add how the least sure header means the field; only a word that is known as a whole is certain."""
        certainty = min(self.words[name].certainty for name in names)
        if any(reason.is_(Evidence.NAMED_BODIES) for reason in self.evidence.get(one.name, ())):
            return  # what it rests on is told
        words = {EXACT: Evidence.KNOWN_WORD, ENDING: Evidence.ENDS_IN_WORD}
        by_cells = any(self.words[name].by_cells for name in names)
        rests_on = Evidence.BY_CELLS if by_cells else words.get(certainty, Evidence.POSSIBLE_WORD)
        if any(self.words[name].by_headings for name in names):
            rests_on = Evidence.BY_HEADINGS
        if one.type.is_day and certainty < EXACT and any(map(is_publication, names)):
            rests_on = Evidence.PUBLISHED
        self.tell(one, rests_on, field=one.label)
        if certainty < EXACT:
            self.likely.add(one.name)

    def tell_cells(self, one: Field, name: str) -> None:
        """Add how many cells of a field's column read as what the field holds; any text is a text.

        A header with a known word among others is certain where the cells say the same.
        """
        profile = self.profiles[name].whole
        if (found := self.read_as(one, profile)) is None:
            return
        share, what = found
        read, filled = profile.counted(share)
        if what is AMOUNTS and share > profile.percents and self.profiles[name].stated < self.profiles[name].amounts:
            read, _filled = profile.counted(profile.stated)  # some say roughly how much, or that it is not disclosed
        if filled:
            self.tell(one, Evidence.CELLS_READ, read=f"{read:,}", filled=f"{filled:,}", what=what)
        if mostly(share) and self.words[name].certainty == ENDING:
            self.likely.discard(one.name)
        if one.type.is_day and filled and share < _HALF:
            self.likely.add(one.name)

    def read_as(self, one: Field, profile: ColumnProfile) -> tuple[float, Label] | None:
        """The share of cells that read as what a field holds, and what that is; None where any text is one."""
        if one.name in {money.shown.currency for money in self.kind.fields}:
            return profile.currencies, CURRENCIES
        if one.type.is_money:
            return profile.amounts, AMOUNTS
        if one.is_quantity:
            return max(profile.quantities, profile.percents if one.unit == "%" else 0), AMOUNTS
        if one.type.is_day:
            return profile.dates, DATES
        return (profile.codes(one), KNOWN) if one.codes else None

    def is_asked(self, one: Field) -> bool:
        """Whether there is a question about a field."""
        return any(question.field == one.name for question in self.questions)


def filled_cells(header: Header, rows: Sequence[Sequence[str]]) -> dict[str, list[str]]:
    """The cells of each column that say anything; each different cell is looked at once."""
    says: dict[str, bool] = {}
    found = {}
    for position, name in enumerate(header.names):
        cells = [row[position] for row in rows if position < len(row)]
        says |= {cell: not is_nothing(cell) for cell in set(cells) if cell not in says}
        found[name] = [cell for cell in cells if says[cell]]
    return found
