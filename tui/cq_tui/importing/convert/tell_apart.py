"""Keeps organisations of one name apart, where columns tell different ones of them: another number, another country."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cq_tui.importing.convert.organisations import Told
from cq_tui.importing.convert.references import COUNTRY, Known, told_by
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.mapping import About
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.kinds.organisations import Organisation
from cq_tui.query.name_keys import key, name_key
from cq_tui.values.clean import clean_line

_TELL_APART = (COUNTRY, "identifiers")


@dataclass
class _One:
    """An organisation as columns tell of it: all that was said, by scheme or as its country."""

    told: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def is_of(self, told: Told) -> bool:
        """Whether what is told can be of it: a number decides, else the country."""
        numbers = [value in self.told[name] for name, value in told if name != COUNTRY and self.told.get(name)]
        if numbers:
            return any(numbers)
        countries = {value for name, value in told if name == COUNTRY}
        return not countries or not self.told.get(COUNTRY) or bool(countries & self.told[COUNTRY])

    def add(self, told: Told) -> None:
        for name, value in told:
            self.told[name].add(value)


def tell_apart(
    table: ImportTable, header: Header, known: Known, told: Mapping[str, About], there: Iterable[Organisation]
) -> None:
    """Find the names that columns tell different things of, and have each row's cell read with what tells of it.

    ``there``: the organisations of the archive. Call it before any conversion.
    """
    tellers: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for column, about in told.items():
        if about.field in _TELL_APART and {column, about.column} <= set(header.names):
            tellers[about.column].append((about.scheme or about.field, column))
    if not tellers:
        return
    met: dict[str, list[tuple[str, Told]]] = defaultdict(list)
    for party, columns in tellers.items():
        for text, *cells in _cells(table, header, party, [column for _name, column in columns]):
            if len(names := known.organisations.cells.names(text, known.separators.get(party, ""))) == 1:
                said = told_by([name for name, _column in columns], cells)
                met[name_key(names[0])].append((clean_line(names[0]), said))
    first = {known.organisations.id_of(name): name for name in met}
    known_ones = {first[one.id]: one for one in there if one.id in first}
    several = False
    for name, each in met.items():
        several |= _part(known, name, each, known_ones.get(name))
    if several:
        known.tellers = {party: tuple(columns) for party, columns in tellers.items()}


def _cells(table: ImportTable, header: Header, party: str, columns: Sequence[str]) -> list[tuple[str, ...]]:
    names = [table.names[header.names.index(name)] for name in (party, *columns)]
    every = ", ".join(names)
    rows: list[tuple[str, ...]] = table.ask(
        f"SELECT {every} FROM cells WHERE {names[0]} <> '' GROUP BY {every} ORDER BY min({ROW})"
    )
    return rows


def _part(known: Known, name: str, each: Sequence[tuple[str, Told]], there: Organisation | None) -> bool:
    """Part what is told of one name; whether a spelling alone does not say which of them is meant."""
    ones = [_One()]
    if there:
        ones[0].add(
            frozenset({*((str(one.scheme), key(one.id)) for one in there.identifiers), (COUNTRY, there.country or "")})
            - {(COUNTRY, "")}
        )
    marks = [""]
    of_spelling: dict[str, set[str]] = defaultdict(set)
    # What is told most of goes first: a row with a number decides whose the country alone is.
    for spelt, told in sorted(each, key=lambda pair: not any(one != COUNTRY for one, _said in pair[1])):
        number = next((number for number, one in enumerate(ones) if one.is_of(told)), len(ones))
        if number == len(ones):
            ones.append(_One())
            marks.append(min(told)[1] if told else "")
        ones[number].add(told)
        if told:
            known.organisations.parted[name, told] = marks[number]
            of_spelling[spelt].add(marks[number])
    if len(ones) == 1:
        for told in {told for _spelt, told in each}:
            known.organisations.parted.pop((name, told), None)
        return False
    known.organisations.parted_spelling |= {
        spelt: next(iter(found)) for spelt, found in of_spelling.items() if len(found) == 1
    }
    return any(len(found) > 1 for found in of_spelling.values())
