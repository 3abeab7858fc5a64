"""JSON, JSON Lines and Parquet as a plain table: tables inside a record become columns such as ``title_zh``."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path
from typing import Any

from cq_tui.files.text import FileFault, read_text
from cq_tui.importing.errors import ImportProblem, Noticed
from cq_tui.importing.sources import ocds
from cq_tui.importing.sources.json_arrays import ArrayRows, rows_of_arrays
from cq_tui.importing.sources.json_lists import JsonList, list_of, lists_of
from cq_tui.importing.sources.lists_in_records import is_own_part, members_of, single_objects
from cq_tui.importing.sources.named_persons import name_persons
from cq_tui.importing.sources.names_by_id import name_ids
from cq_tui.importing.sources.unix_times import read_unix_times
from cq_tui.language import _
from cq_tui.store.engine.parquet import ParquetError, parquet_records
from cq_tui.values.amounts import plain
from cq_tui.values.clean import clean_line
from cq_tui.values.countries import COUNTRIES
from cq_tui.values.numbers import is_unclear
from cq_tui.values.reasons import Reason

_MOST_DIGITS = 40
_WATCHED = 1_000
_MOST_VALUES, _LONGEST_VALUE = 12, 60
"""Values beside a list that are told, and characters of each."""
MARK_OF_LISTS = "; "
"""Parts the values of a list in a cell."""
_PLAIN_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)*")
_NAMES = frozenset("text name label title value".split())
_CODES = frozenset("iso iso2 iso_2 isocode iso_code iso2code alpha2 alpha_2 alpha-2 cca2 countrycode code".split())
"""What objects of countries call their parts."""


class _Number(str):
    """The text of a number of the file, whose point is one of decimals."""

    __slots__ = ()


class _Listed(str):
    """The text of several values of a list, parted by ``MARK_OF_LISTS``."""

    __slots__ = ()


class _Objects(str):
    """The text of a list of objects with several members each."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class JsonTable:
    """The header and the rows of a list of JSON, what is told of the file, its name and those of the others in it.

    ``inner`` are the names of the lists within its records. ``first``: the number of the first of the rows, which is 0
    where names of values are the header.
    """

    rows: list[list[str]]
    noticed: tuple[Reason, ...] = ()
    name: str = ""
    others: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()
    first: int = 0

    @property
    def points(self) -> frozenset[int]:
        """The columns in which each point that could be read two ways is one of decimals, for it is a number's."""
        clear: dict[int, bool] = {}
        for row in self.rows[1:]:
            for at, cell in enumerate(row):
                if ("." in cell or "," in cell) and len(cell) <= _MOST_DIGITS and is_unclear(cell):
                    clear[at] = clear.get(at, True) and isinstance(cell, _Number)
        return frozenset(at for at, is_clear in clear.items() if is_clear)

    @property
    def listed(self) -> frozenset[int]:
        """The columns in which cells hold several values of a list."""
        return frozenset(at for row in self.rows[1:] for at, cell in enumerate(row) if isinstance(cell, _Listed))

    @property
    def objects(self) -> dict[int, str]:
        """The columns whose cells hold objects of several members, each with the name of the list of these or none."""
        places = {at for row in self.rows[1:] for at, cell in enumerate(row) if isinstance(cell, _Objects)}
        called = {name.removeprefix(f"{self.name}.").replace(".", "_"): name for name in self.inner}
        return {at: called.get(self.rows[0][at], "") for at in sorted(places)}


def json_rows(path: Path, name: str = "") -> JsonTable:
    """The header and a row for each object of a JSON array, of an array within an object, or of JSON Lines.

    Packages of contracting data have a row for each contract; arrays of cells are rows as they stand.
    ``name``: which of several arrays within an object.
    """
    shown = clean_line(str(path))
    by_line = path.suffix.lower() != ".json"
    try:
        text = read_text(path)
    except FileFault as fault:
        raise ImportProblem(f"{shown}: {fault}") from None
    tree = _tree(text, shown, by_line=by_line)
    if not name and (arrays := rows_of_arrays(tree)):
        return _of_arrays(arrays)
    found = _records(tree, shown, name)
    records = found.records
    noticed = tuple(_told_beside(found.beside))
    if releases := ocds.releases_of(records):
        records, more = ocds.rows(releases)
        noticed = (*noticed, *more)
        found = replace(found, inner=())
    noticed = (*noticed, *name_persons(records), *name_ids(records, lists_of(tree)))
    records = [_hoisted(record) for record in records]
    countries, singles = _countries(records), single_objects(records)
    rows = _table([_flat(record, countries, singles) for record in records])
    noticed = (*noticed, *read_unix_times(rows))
    return JsonTable(rows, noticed, found.name, found.others, found.inner)


def _told_beside(values: Sequence[str]) -> Iterator[Reason]:
    """What stands beside the list, as far as a line has room for it."""
    if values:
        first = [value if len(value) <= _LONGEST_VALUE else f"{value[: _LONGEST_VALUE - 1]}…" for value in values]
        more = ("…",) if len(values) > _MOST_VALUES else ()
        yield Reason.of(Noticed.BESIDE_LIST, count=len(values), values=(*first[:_MOST_VALUES], *more))


def parquet_rows(path: Path, watch: Callable[[int], None] = lambda _rows: None) -> list[list[str]]:
    """The header and the rows of a Parquet file. ``watch`` is given the rows read now and then, and may raise."""
    flat: list[dict[str, str]] = []
    try:
        records = parquet_records(path)
        first = list(islice(records, _WATCHED))
        singles = single_objects(first)
        for record in chain(first, records):
            if len(flat) % _WATCHED == 0:
                watch(len(flat))
            flat.append(_flat(record, _countries((record,)), singles))
        return _table(flat)
    except ParquetError as error:
        raise ImportProblem(f"{clean_line(str(path))}: {error}") from None


def _tree(text: str, shown: str, *, by_line: bool) -> Any:
    """What a file of JSON holds, or the list of what its lines hold. Raises ImportProblem."""
    try:
        tree = json.loads(text, parse_float=written_number, parse_int=str)
        is_one = (by_line and not isinstance(tree, list)) or ocds.releases_of(tree)
        return [tree] if is_one and not isinstance(tree, list) else tree
    except ValueError:
        return list(_lines(text, shown))
    except RecursionError:
        raise ImportProblem(_("{path}: is nested too deep").format(path=shown)) from None


def _of_arrays(found: ArrayRows) -> JsonTable:
    """Rows of cells, below the names of their columns where these stand beside them."""
    rows = [[text_of(cell) for cell in row] for row in found.rows]
    width = max(map(len, rows))
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    return JsonTable([list(found.names), *rows]) if found.names else JsonTable(rows, first=1)


def _records(tree: Any, shown: str, name: str) -> JsonList:
    found = list_of(tree, name, shown)
    for number, record in enumerate(found.records, 1):
        if not isinstance(record, dict):
            message = _("{path}: entry {number} is not an object with names and values")
            raise ImportProblem(message.format(path=shown, number=number))
    return found


def written_number(number: str) -> str:
    """A number of JSON without an exponent, up to 40 digits; a longer one stays as written."""
    found = Decimal(number)
    return _Number(plain(found) if abs(found.adjusted()) < _MOST_DIGITS else number)


def _lines(text: str, shown: str) -> Iterator[Any]:
    # Not splitlines: inside of a text JSON allows what that takes for the end of a line, such as U+2028.
    for number, line in enumerate(text.replace("\r", "\n").split("\n"), 1):
        if line.strip():
            try:
                yield json.loads(line, parse_float=written_number, parse_int=str)
            except (ValueError, RecursionError):
                message = _("{path}: line {number} is not JSON")
                raise ImportProblem(message.format(path=shown, number=number)) from None


def _table(records: Iterable[dict[str, str]]) -> list[list[str]]:
    found = list(records)
    header = list(dict.fromkeys(chain.from_iterable(found)))
    return [header, *([record.get(name, "") for name in header] for record in found)]


def _hoisted(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record whose objects hold no further objects: ``{"a": {"b": {"c": 1}}}`` is ``{"a_b": {"c": 1}}``."""
    hoisted: dict[str, Any] = {}
    for name, value in record.items():
        if not isinstance(value, Mapping) or not any(isinstance(one, Mapping) for one in value.values()):
            hoisted[name] = value
            continue
        within = {key: one for key, one in value.items() if isinstance(one, Mapping)}
        if len(within) < len(value):
            hoisted[name] = {key: one for key, one in value.items() if key not in within}
        hoisted |= _hoisted({f"{name}_{key}": one for key, one in within.items()})
    return hoisted


def _flat(record: Mapping[str, Any], countries: Mapping[str, str], singles: Set[str] = frozenset()) -> dict[str, str]:
    """A record without objects in it; ``countries``: as ``_countries`` finds them, ``singles``: ``single_objects``."""
    flat: dict[str, str] = {}
    for name, value in record.items():
        if isinstance(value, Mapping):
            called = countries.get(name, "")
            for key, one in value.items():
                flat |= _cells(name if key == called else f"{name}_{key}", one, f"{name}.{key}" in singles)
        else:
            flat |= _cells(name, value, name in singles)
    return flat


def _cells(name: str, value: Any, has_members: bool) -> dict[str, str]:
    """A value as a cell; a list whose objects have members that are columns, as one for each of these.

    What stands in place of such a list, a text or several, is a column of its own, where it says anything.
    """
    if has_members and isinstance(value, list) and all(isinstance(one, Mapping) for one in value):
        return {f"{name}_{key}": _together(found) for key, found in members_of(value)}
    text = text_of(value)
    return {name: text} if text or not has_members else {}


def flat_cells(name: str, value: Any) -> dict[str, str]:
    """The members of an object, or of several, as cells with ``name`` before what each is called."""
    if isinstance(value, Mapping):
        return _flat({name: value}, _countries([{name: value}]))
    return _cells(name, value, has_members=True)


def _together(values: Sequence[Any]) -> str:
    """What the objects of a list have as one member; a number alone stays one.

    What all of them say alike is said once, such as the day of all lots; several numbers add up, and stay several.
    """
    alike = len(set(map(text_of, values))) == 1 and not _PLAIN_NUMBER.fullmatch(text_of(values[0]))
    return text_of(values[0]) if len(values) == 1 or alike else text_of(values)


def _countries(records: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The values that are countries with their codes, and the key of what each is called there.

    That is ``text`` of ``{"text": "USA", "iso2": "US"}``. Its column is that of the value, as where a record holds the
    name alone.
    """
    found: dict[str, str] = {}
    for record in records:
        for name, value in record.items():
            if isinstance(value, Mapping) and name not in found and any(map(_is_country_code, value.items())):
                called = (key for key, one in value.items() if key.casefold() in _NAMES and isinstance(one, str))
                found[name] = next(called, "")
    return found


def _is_country_code(entry: tuple[str, Any]) -> bool:
    key, value = entry
    return key.casefold() in _CODES and str(value).upper() in COUNTRIES


def text_of(value: Any) -> str:
    """A typed value as the text that a cell would hold."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case _Number():
            return value
        case Decimal():
            return _Number(plain(value))
        case float():
            return _Number(plain(Decimal(repr(value)))) if value == value and abs(value) != float("inf") else ""
        case datetime():
            return value.date().isoformat() if value.time() == value.min.time() else value.isoformat(" ")
        case date():
            return value.isoformat()
        case list() | tuple():
            return _text_of_list(value)
        case Mapping():
            return ":".join(text_of(item) for item in value.values())
        case _:
            return str(value)


def _text_of_list(values: Sequence[Any]) -> str:
    text = MARK_OF_LISTS.join(map(text_of, values))
    if any(isinstance(one, Mapping) and len(one) > 1 and not is_own_part(one) for one in values):
        return _Objects(text)
    return _Listed(text) if len(values) > 1 else text
