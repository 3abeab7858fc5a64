"""Tells whether the numbers in a column can be those of the organisations in another one."""

from collections import defaultdict
from collections.abc import Iterable

from cq_tui.importing.recognise.columns.draft import Draft
from cq_tui.importing.recognise.maps.mapping import TABLE_OF_NAMES
from cq_tui.importing.recognise.parties.company_cells import is_company
from cq_tui.importing.recognise.words.header_grammar import stem
from cq_tui.importing.recognise.words.known_words import known_word
from cq_tui.query.name_keys import name_key

_HALF = 0.5
_RARELY = 0.2
"""The share of names that have another one beside them elsewhere, up to which both columns name the same."""
_SOME = 0.1
"""The share of numbers beside which a party has no name from which on they are somebody else's."""


def may_be_numbers_of(draft: Draft, column: str, party: str, *, alone: bool = False) -> bool:
    """Whether a number hardly ever changes with the same name, nor a name with the same number.

    A few names are of several organisations; where most of those that come again have another number, the numbers are
    those of somebody else: of the supplier, beside the ministry that buys. ``alone``: no other column names parties;
    then it takes most names that come again with another number.
    """
    number_at, name_at = draft.header.names.index(column), draft.header.names.index(party)
    pairs = [
        (name_key(row[name_at]), row[number_at].strip()) for row in draft.rows if len(row) > max(number_at, name_at)
    ]
    told = [pair for pair in pairs if all(pair)]
    names = {name for name, _number in told} if alone else set()
    return _changes(told, len(names)) < _HALF and _changes((number, name) for name, number in told) < _HALF


def are_of_another(draft: Draft, column: str, party: str) -> bool:
    """Whether numbers whose header names nobody are those of the firm that the row is about, and not of a party.

    A parent has its own number in a column that says so; who has no name in many rows with a number has none of them;
    what stands behind the title, which is a firm, is the number of that.
    """
    word = known_word(TABLE_OF_NAMES, stem(party).replace("_", " "))
    if word is not None and word.field == "parent":
        return True
    number_at, name_at = draft.header.names.index(column), draft.header.names.index(party)
    numbered = [row for row in draft.rows if len(row) > number_at and row[number_at].strip()]
    nameless = sum(len(row) <= name_at or not row[name_at].strip() for row in numbered)
    if numbered and nameless / len(numbered) >= _SOME:
        return True
    heading = draft.fields.get(draft.kind.heading.name)
    for title in heading.columns if heading is not None else ():
        title_at = draft.header.names.index(title)
        between = name_at < title_at < number_at or title_at < number_at < name_at
        if between and title != party and draft.profiles[title].share(is_company) >= _HALF:
            return may_be_numbers_of(draft, column, title)
    return False


def are_one_to_one(draft: Draft, column: str, other: str) -> bool:
    """Whether hardly any name of a column comes again beside another one of the other, nor the other way round."""
    first, second = draft.header.names.index(column), draft.header.names.index(other)
    pairs = [(name_key(row[first]), name_key(row[second])) for row in draft.rows if len(row) > max(first, second)]
    told = [pair for pair in pairs if all(pair)]
    names, others = ({pair[side] for pair in told} for side in (0, 1))
    changes = max(_changes(told, len(names)), _changes(((two, one) for one, two in told), len(others)))
    return bool(told) and changes <= _RARELY


def _changes(pairs: Iterable[tuple[str, str]], of: int = 0) -> float:
    """The share of firsts that come again with another second: of those that come again, or of so many."""
    found: dict[str, list[str]] = defaultdict(list)
    for first, second in pairs:
        found[first].append(second)
    again = [seconds for seconds in found.values() if len(seconds) > 1]
    return sum(len(set(seconds)) > 1 for seconds in again) / (of or len(again)) if again else 0.0
