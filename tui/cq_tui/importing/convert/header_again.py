"""Rows that repeat the header, as in lists that were printed page by page; and those that change what it says."""

from collections.abc import Iterable

from cq_tui.importing.errors import ImportProblem, Refused
from cq_tui.importing.recognise.header import Header, counted_in
from cq_tui.importing.recognise.header_grammar import measure_of
from cq_tui.importing.sources.import_table import ROW, ImportTable
from cq_tui.importing.sources.sheet import Sheet
from cq_tui.language import _
from cq_tui.query.chinese import chinese
from cq_tui.values.clean import clean_line
from cq_tui.values.measures import UNTOLD, Measure
from cq_tui.values.reasons import Reason
from cq_tui.values.sql import Sql, literal
from cq_tui.values.units import UNITS

_FIRST_COLUMNS = 4
"""One of these holds a word of the header in a row that repeats it: few rows are looked at wholly."""
_WIDTH = {ord(wide): plain for wide, plain in zip("（）【】：％", "()[]:%", strict=True)}


class HeaderAgain:
    """SQL that tells the rows which repeat a header."""

    def __init__(self, table: ImportTable, header: Header) -> None:
        """``table``: with the rows below it."""
        self._texts = ", ".join(sorted(literal(_plain(text)) for text in header.texts if text.strip())) or "NULL"
        self._longest = max((len(_plain(text)) for text in header.texts), default=0)
        letters = {letter for text in header.texts for letter in _plain(text)}
        found = {old: new for old, new in {**_simplified(), **_WIDTH}.items() if new in letters}
        self._from, self._to = "".join(map(chr, found)), "".join(found.values())
        self.likely = " OR ".join(f"{self._known(cell)}" for cell in table.names[:_FIRST_COLUMNS])
        """Whether a row may be one: cheap, for all rows."""
        self.same = f"len(list_filter([{', '.join(table.names)}], lambda cell: {self._known('cell')}))"
        """How many cells are those of the header, in whichever column."""

    def _known(self, cell: Sql) -> Sql:
        plain = f"lower({cell})"
        if self._from:
            plain = f"translate({plain}, {literal(self._from)}, {literal(self._to)})"
        # Most cells are longer; no letter is shorter once it is small.
        return f"CASE WHEN length({cell}) > {self._longest} THEN false ELSE {plain} IN ({self._texts}) END"


def _plain(text: str) -> str:
    return text.lower().translate(chinese().simplified).translate(_WIDTH)


def _simplified() -> dict[int, str]:
    return {old: new for old, new in chinese().simplified.items() if len(new) == 1}


def refuse_other_headers(table: ImportTable, header: Header, sheet: Sheet) -> None:
    """Raise ImportProblem where a header that stands there again, or a line between rows, counts in something else."""
    money = {place: word.measure for place, word in enumerate(header.words) if word.field and word.field.type.is_money}
    above = _all_of(measure for measure, _cell in header.counted)
    again, alone = (literal(Reason.of(one).dump()) for one in (Refused.REPEATS_HEADER, Refused.ONE_CELL))
    every = ", ".join(table.names)
    rows = table.ask(
        f"SELECT {ROW}, reason = {again}, {every} FROM cells JOIN (SELECT {ROW}, reason FROM refusals "
        f"WHERE reason IN ({again}, {alone})) USING ({ROW}) "
        f"WHERE {ROW} < (SELECT max({ROW}) FROM cells WHERE {ROW} NOT IN (SELECT {ROW} FROM refusals)) ORDER BY {ROW}"
    )
    for row, is_header, *cells in rows if money else ():
        for place, cell in enumerate(cells):
            if not cell or (is_header and place not in money):
                continue
            stated = [money[place]] if is_header else [_all_of((one, above)) for one in money.values()]
            told = measure_of(cell) if is_header else _all_of(counted_in(cell))
            if any(_differ(told, one) for one in stated) and (not is_header or cell != header.names[place]):
                message = _(
                    '{path}: row {row} says "{cell}", and amounts above it are counted otherwise; '
                    "make a list of its own of what stands below it"
                )
                path = clean_line(str(sheet.path))
                raise ImportProblem(message.format(path=path, row=row, cell=clean_line(cell)))


def _all_of(measures: Iterable[Measure]) -> Measure:
    """What several say together, the first of each."""
    found = UNTOLD
    for one in measures:
        found = Measure(found.unit or one.unit, found.currency or one.currency)
    return found


def _differ(told: Measure, stated: Measure) -> bool:
    if told.unit and UNITS[told.unit] != UNITS[stated.unit]:
        return True
    return bool(told.currency and stated.currency and told.currency != stated.currency)
