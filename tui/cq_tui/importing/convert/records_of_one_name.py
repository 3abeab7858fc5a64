"""Which of several records of one name is meant, as two sessions are called Keynote: what stands beside it tells."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from cq_tui.importing.convert.references import Known
from cq_tui.importing.convert.targets import Apart, Targets, forms
from cq_tui.importing.recognise.columns.id_headers import numbers_things
from cq_tui.importing.recognise.headers.header import Header
from cq_tui.importing.recognise.maps.mapping import TABLE_OF_NAMES
from cq_tui.importing.recognise.maps.mapping import Mapping as ListMapping
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.query.name_keys import key
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.schema.record import Record
from cq_tui.schema.text import Text
from cq_tui.values.units import folded

_FIRST_WORD = re.compile(r"[^\W\d_]+")
_RECORDS = f"{ROW} NOT IN (SELECT {ROW} FROM refusals)"
_CELL_OF_ROW = re.compile(r"(?:^|; )([^:;]{1,40}): ([^;]+)")
"""A cell with its header, as the passage of a row has it."""
Records = Callable[[str], Iterable[Record]]
"""The records of a kind of the archive."""


def targets(records: Iterable[Record], kind: Kind, event: str) -> Targets:
    """The ids of records by their ids and names. ``event``: of several of one name those of that event are meant."""
    of_id: dict[str, str] = {}
    of_name: dict[str, dict[str, str]] = defaultdict(dict)
    for record in records:
        of_id[key(record.id)] = record.id
        for text in filter(key, _texts(getattr(record, kind.heading.name))):
            of_name[key(text)][record.id] = getattr(record, "event", "")
    found = Targets(of_id)
    for name, ones in of_name.items():
        meant = [id_ for id_, its in ones.items() if its == event] or list(ones)
        if len(meant) == 1:
            found.one.setdefault(name, meant[0])
        elif name not in of_id:
            found.several[name] = tuple(meant)
    return found


def tell_records_apart(
    table: ImportTable, header: Header, known: Known, kind: Kind, mapping: ListMapping, kinds: Mapping[str, Kind],
    records: Records,
) -> None:  # fmt: skip
    """Find the columns that say which of several records of one name the rows mean. Call it before any conversion."""
    for name, mapped in mapping.fields.items():
        to = kind.by_name[name].shown.to if name in kind.by_name else None
        if not to or to == TABLE_OF_NAMES or len(mapped.columns) != 1 or not set(mapped.columns) <= set(header.names):
            continue
        column = mapped.columns[0]
        cells = {cell for (cell,) in table.distinct([header.names.index(column)], _RECORDS) if key(cell)}
        met, there = set(map(key, cells)), known.others[to]
        if not met & (there.one.keys() | there.several.keys()):
            if _is_of_ids(column, "", kinds[to]) and (numbered := _numbered(cells, kinds[to], records)):
                known.others[to] = Targets({**there.one, **numbered}, there.several)
        elif met & there.several.keys():
            values = _values(kinds[to], records)
            apart = next(_apart(table, header, column, there, kinds[to], values), None)
            if apart:
                known.apart[column] = apart


@dataclass
class _Values:
    """What the records say in one field, or in a column of ids that only the rows which they cite have."""

    of: Field | None
    by_id: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def are_ids(self) -> bool:
        """Whether no two records say the same."""
        every = Counter(one for said in self.by_id.values() for one in said)
        return bool(every) and max(every.values()) == 1


def _values(kind: Kind, records: Records) -> list[_Values]:
    every, cited = records(kind.name), dict[str, str]()
    found = [_Values(one) for one in kind.fields if one is not kind.heading and not one.shown.to]
    for record in every:
        cited |= dict.fromkeys(getattr(record, "cites", ()), record.id)
        for one in found:
            if one.of and (said := frozenset(map(folded, _texts(getattr(record, one.of.name, None))))):
                one.by_id[record.id] = said
    of_rows: dict[str, _Values] = {}
    for passage in records("passages"):
        for words in _texts(getattr(passage, "words", None)) if passage.id in cited else ():
            for header, cell in _CELL_OF_ROW.findall(words):
                if numbers_things(header):
                    said = frozenset({folded(cell)})
                    of_rows.setdefault(header, _Values(None)).by_id.setdefault(cited[passage.id], said)
    return [one for one in (*found, *of_rows.values()) if one.by_id]


def _numbered(cells: Iterable[str], kind: Kind, records: Records) -> dict[str, str]:
    """The ids of the records by a field of theirs in which all cells stand; empty where there is none."""
    met = set(map(folded, cells))
    for one in _values(kind, records):
        by_value = {said: id_ for id_, every in one.by_id.items() for said in every}
        if one.are_ids and met <= by_value.keys():
            return {key(said): id_ for said, id_ in by_value.items()}
    return {}


def _apart(
    table: ImportTable, header: Header, column: str, there: Targets, kind: Kind, values: Sequence[_Values]
) -> Iterator[Apart]:
    """The columns that tell; ids before what several records may say alike, as days."""
    path = column[: column.rfind("_") + 1]
    pairs = [
        (said.are_ids and is_id, name, said)
        for name in header.names
        if name != column
        for is_id in (_is_of_ids(name, path, kind),)
        for said in values
        if (is_id and said.are_ids) or _is_called(name.removeprefix(path), said.of)
    ]
    for _is_id, name, said in sorted(pairs, key=lambda pair: not pair[0]):
        cells = table.distinct([header.names.index(column), header.names.index(name)], _RECORDS)
        if _agree(cells, there, said.by_id):
            yield Apart(name, said.by_id)


def _agree(cells: Iterable[tuple[str, ...]], there: Targets, by_id: Mapping[str, frozenset[str]]) -> bool:
    """Whether each row says of the record that it names what that one says itself, or one of those of its name."""
    told = False
    for text, cell in cells:
        if folded(cell) and (ones := there.ones(text)):
            if not any(forms(cell) & by_id.get(id_, frozenset()) for id_ in ones):
                return False
            told = told or len(ones) > 1
    return told


def _is_of_ids(header: str, path: str, kind: Kind) -> bool:
    """Whether a header says ids of a kind: ``session_id``, 议程编号, or ``talks_id`` beside ``talks_title``."""
    first = _FIRST_WORD.match(header.removesuffix("Id").casefold())
    called = {word.casefold() for label in (kind.label, kind.one) for word in (label.zh, label.en)} | {kind.name}
    is_of_kind = (first is not None and first[0] in called) or any(header.startswith(word) for word in called)
    return numbers_things(header) and (is_of_kind or bool(path and header.startswith(path)))


def _is_called(header: str, one: Field | None) -> bool:
    return one is not None and folded(header) in {folded(one.name), folded(one.label.zh), folded(one.label.en)}


def _texts(value: object) -> Iterator[str]:
    """What a value is as a text, in each of its languages; nothing of lists and of what says yes or no."""
    match value:
        case Text():
            yield from filter(None, (value.zh, value.en))
        case bool() | None:
            return
        case date():
            yield value.isoformat()
        case Decimal():
            yield f"{value.normalize():f}"
        case str() | int():
            yield str(value)
