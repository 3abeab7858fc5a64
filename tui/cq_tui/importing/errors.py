"""What can be wrong with a list that is imported."""

from dataclasses import dataclass

from cq_tui.language import N_
from cq_tui.values.reasons import Code, Reason


class Refused(Code):
    """Why a row or a cell of a list is refused, beside what its text is not (``values.reasons.Unread``)."""

    ONE_CELL = N_("has one cell only; a heading or a note, not a row of the list")
    TOTALS = N_("is a row of totals")
    LIKELY_TOTAL = N_(
        "is likely a row of totals, though it is not called so: its amount is what {count} other rows have together; "
        "{setting} takes it for a record"
    )
    TOTAL_BESIDE = N_(
        "is likely a row of totals: it has nothing in {amounts}, and its {column} is what the rows of its group have "
        "there together; {setting} takes it for a record"
    )
    CALLED_TOTAL = N_(
        "is likely a row of totals: it is called so, and has nothing in {names}; {setting} takes it for a record"
    )
    STANDS_BELOW = N_(
        "stands below row {row}, with which the list ends, and has nothing that fits {names}: a table or a note of its "
        "own; {setting} takes it for a record"
    )
    PART = N_(
        "is likely a part of a row above it, or a heading: it has nothing in {names}, where the records have "
        "something; {setting} takes it for a record"
    )
    SAID_TO_BE_NONE = N_("is no record, as was said")
    REPEATS_HEADER = N_("repeats the header")
    OTHER_COLUMNS = N_(
        "stands on a page whose header has its names in other columns than that in row {row}, and its cells can't be "
        "told to belong to them; write them below these"
    )
    TURNS_PAGES = N_("holds nothing but words and marks that turn the pages of a web site")
    NUMBERS_COLUMNS = N_("holds nothing but the numbers of the columns")
    NAMES_COLUMNS = N_("holds nothing but names of columns, as a header does")
    COUNTED_OTHERWISE = N_(
        'stands below row {row}, which says "{cell}": amounts above it are counted otherwise; make a list of its own '
        "of what stands below it"
    )
    SAME_AS_ROW = N_("says the same as row {row}")
    SAME_NAME = N_(
        "names the organisation of row {row} once more and is put together with it, in the passages of that one; "
        "{setting} makes it a record of its own"
    )
    OF_ONE_RECORD = N_("is of one record with row {row}, which names its parties, too")
    MERGED = N_("belongs to several rows together (merged cells); give each row its own")
    FORMULA = N_("is a formula whose value was not saved; open the list and save it again")
    MISSING = N_("is missing; every {kind} needs it")
    SAME_KEY = N_("is an identifier of row {one}; no two organisations have the same")
    HAS_KEY_OF = N_("has an identifier of {one}, which is in the archive already")
    IN_THE_ARCHIVE = N_("is in the archive already, as {id}")
    NOT_A_CURRENCY = N_("is not a currency")
    NOT_A_UNIT = N_("does not say what amounts are counted in")
    NO_CURRENCY = N_("names no currency")
    NO_UNIT = N_("names no unit, and others do")
    NOT_WHOLE = N_("is not a whole number")
    NOT_A_WHOLE_DATE = N_("is not a whole date")
    NOT_YES_OR_NO = N_("is not yes or no")
    SEVERAL = N_("names more than one")
    UNKNOWN_WORD = N_("is not known here.")
    UNKNOWN_ENTRY = N_("{words} is not known here; the rest of the cell is read.")
    UNKNOWN_ID = N_("there is no {id} in {kind}.")
    SHARED_NAME = N_("is the name of {count} records in {kind}; nothing beside it says which one is meant")
    OF_SEVERAL = N_("stands beside several organisations; it is not clear whose it is")
    OF_NOBODY = N_("stands in a row that has no {column}; it is nobody's")
    OF_A_KNOWN = N_("is not taken over: {id} is in the archive already, without it")
    SAID_OTHERWISE = N_("is not what row {row} says of {id}, which is kept")
    KEY_OF_ANOTHER = N_("is an identifier of {id}; no two organisations have the same")
    NOT_A_NAME = N_("is not a name")
    NAMES_NOBODY = N_("names nobody; a break or an opening, not a row of the list")
    NAMES_DIFFER = N_("names {count}, and {others} in the other language; give each its name in both")
    NAME_OF_SEVERAL = N_("is the name of several organisations: {ids}; [organisations] in MAP.toml can say which it is")
    NAMES_OF_DIFFERENT = N_(
        "has names of different organisations: {ids}; [organisations] in MAP.toml can say which it is"
    )
    BESIDE_DIFFERENT = N_("stands beside different names: {names}; [organisations] in MAP.toml can say which it is")

    TOO_MANY_CELLS = N_(
        "has {cells} cells in line {line}, and the list {width} columns; a cell with a delimiter in it belongs in "
        "quotation marks"
    )
    CELL_IS_CUT = N_(
        "has {cells} cells in line {line}, and the list {width} columns; {number} may be one number, which belongs in "
        "quotation marks"
    )
    NUMBER_IS_CUT = N_(
        "has {cells} cells in line {line}, and the list {width} columns; {number} may be one number: put it in "
        "quotation marks, or have it read so with {setting}"
    )
    NUMBER_GOES_ON = N_(
        "is followed by three digits in line {line}; {number} may be one number, which belongs in quotation marks"
    )
    OPEN_QUOTE = N_(
        "has a quotation mark in line {line} that is opened and never closed; read without it, the row has {cells} "
        "cells and the list {width} columns"
    )


class Noticed(Code):
    """What is told of a file although it could be read."""

    OTHER_KIND = N_("No column says an amount, a type or a stage: the list reads like {kind}.")
    OWN_ROWS = N_("Each row names another organisation, and {columns} say what those have: the list reads like {kind}.")
    NO_DEALS = N_("No column says an amount, a party, a type or a stage: is it a list of {kind}?")
    OPEN_QUOTE = N_(
        "Row {row} (line {line}) has a quotation mark that is opened and never closed; it is read as a plain character."
    )
    OPEN_QUOTES = N_(
        "{count} rows have a quotation mark that is opened and never closed; it is read as a plain character. "
        "The first is row {row} (line {line})."
    )
    INNER_QUOTES = N_(
        "Rows with quotation marks inside of cells that are not doubled: {count}. They are read so that they have "
        "{cells} cells, as the others; the first is row {row} (line {line})."
    )
    BESIDE_LIST = N_("Values beside the list are left out: {count} ({values}).")
    PERSONS_NAMED = N_("Where {column} is empty, persons go by {others}: {count}.")
    OBJECTS_IN_CELLS = N_("Cells of {column} that hold values with their names are read as columns: {names}.")
    NAMES_FOR_IDS = N_("{column}: the ids are those of the list {list}; its names stand in their place: {count}.")
    UNIX_TIMES = N_("{column}: seconds since 1970 are read as times of UTC: {count}, the first {cell} as {time}.")
    UNIX_DAYS = N_(
        "{column}: seconds since 1970 are read as the days that begin then: {count}, the first {cell} as {time}."
    )
    ENTITIES = N_("Characters written as web pages do (&amp;) are read as what they stand for (&).")
    ESCAPES = N_(
        "Characters written as codes of programs are read as what they stand for: {count} cells, the first {cell}."
    )
    QUOTED = N_(
        "Cells with the quotation marks of a CSV file around and doubled within are read as what they quote: {count}, "
        "the first {cell}."
    )
    NOT_A_NUMBER = N_("Cells that say {word}, as tables of programs write nothing, are empty: {count}.")
    NOT_SHOWN = N_("Cells with characters that can't be shown, each read as {sign}: {count}, the first {cell}.")
    WRITTEN_LISTS = N_("Cells written as lists are read as what they list: {count}, the first {cell}.")
    ENCODING = N_("It is read as {name}, in which the text makes sense, as in {words}.")
    GUESSED_ENCODING = N_("It is read as {name}, which is a guess: {words} would be {others} in {rival}.")
    ROWS_ON_SHEETS = N_(
        "Rows that stand on more than one of these sheets: {count}, the first {first} on {sheet}; each is read and "
        "counted again."
    )
    SHEETS_TOGETHER = N_(
        "Sheets with the same columns are read one below the other: {count}; the column {column} says which one a row "
        "is of. Rows: {names}."
    )
    SEVERAL_TABLES = N_("The sheet holds {count} tables: {names}. The one at {chosen} is read.")
    PARTED = N_("An empty column parts the list; it is read as one. It may be {count} lists side by side: {names}.")
    DAMAGED = N_("The workbook is damaged where it lists its own parts; compare what was read with the file.")
    NAMELESS_FIRST = N_(
        "The header names {named} columns, and its rows have {usual} cells: the first of these has no name, and is set "
        "aside."
    )
    ROWS_ABOVE_HEADER = N_(
        "Rows above the header in row {row} read like those below it, from row {first} on; these are read as rows of "
        "the list: {count}."
    )
    HEADINGS = N_(
        "Headings between the rows: {count}, with {rows} rows below them: {names}. --set rows.headings=hold takes what "
        "they say as a column of these rows."
    )
    NOTHING_BELOW = N_("rows.below=hold: no row goes on with the one above it, and nothing is taken from above.")
    NO_HEADINGS = N_("rows.headings=hold: there are no headings between the rows.")
    NO_HEADER = N_("Row {row} reads like a row of the list, not like a header.")
    UNKNOWN_HEADER = N_("No word of row {row} is known from headers; it may be the first record of a list without one.")
    COUNTED_BELOW = N_('amounts below row {row}, which says "{cell}", are read as counted so: {count}')
    AMOUNTS_LEFT_OUT = N_(
        "left out with rows that look like headings or notes: {count}, together {sum}, the first in row {row}; "
        "{setting} takes that one for a record"
    )
    SUMS_BY_CHANCE = N_(
        "rows with what others have together, by chance, as it seems, for amounts are rounded: {count}, the first is "
        "row {row}, with {amount}, the sum of {rows} other rows; they count; {setting} leaves them out"
    )
    NAMES_NOBODY = N_("left out because they name nobody: {count}, the first in row {row}: {names}")
    ONLY_NAMES = N_(
        "records that are a name and no more: {count}, the first in row {row}; where that is a heading, {setting} "
        "leaves it out"
    )
    SAME_NAMES = N_(
        "rows that name an organisation of another row once more are put together with it: {count}, of "
        "{organisations} organisations ({names}); what they say otherwise ({columns}) stands in its passages; "
        "{setting} makes the first of them a record of its own"
    )
    NAME_OF_ROWS = N_(
        "names of parents that several rows have, so that it is not clear which is meant: {count} ({names}); each is "
        "an organisation of its own; {setting} leaves the first of them out"
    )
    OF_ONE_RECORD = N_(
        "rows that are the same as another one but for {columns} are one record with it, which names the parties of "
        "all of them: {count}, of {records} records; {setting} makes each a record of its own"
    )
    HIDDEN_ROWS = N_("Rows that are hidden in the workbook are read as the others: {count}.")
    HIDDEN_COLUMNS = N_("Columns that are hidden in the workbook are read as the others: {count} ({names}).")
    INNER_LIST = N_("The amounts stand in the list {name} within the records, several in some of them.")
    HIDDEN_SHEETS = N_("Hidden sheets are not looked at: {names}.")
    FAR_ROWS = N_(
        "Below row {last} more than a thousand rows are empty; what stands in row {row} and below is not read."
    )
    OLDER_RELEASES = N_(
        "The file holds several releases of some contracts; the latest counts, {count} older are left out."
    )
    IS_A_WORKBOOK = N_("It is called {ending}, and its first bytes are those of a workbook; it is read as one.")
    IS_A_TEXT = N_("It is called {ending}, and is lines of text, no workbook; it is read as CSV.")
    IS_PARQUET = N_("It is called {ending}, and its first bytes are those of Parquet; it is read so.")
    PRINTED_PAGES = N_(
        "It was printed on {pages} pages: rows that number them, and the title and the header which each repeats, "
        'are no rows of it: {count}, the first is row {row} ("{cells}").'
    )
    SHIFTED_PAGES = N_(
        "Some pages have the same header in other columns: what stands below it is read as in the columns of most "
        "pages: {count} rows, the first is row {row}."
    )
    LABELLED = N_("Each cell says what it is ({names}): these words are taken for the header and off the cells.")
    UTF_16 = N_("It is read as UTF-16, though no mark at its start says so.")


class ImportProblem(Exception):
    """The list can't be imported at all; the text is one clear line."""


class NotDecoded(ImportProblem):
    """No encoding of a text file is clear; somebody who knows may name it."""


class StandsAlready(ImportProblem):
    """The list is in the archive already, from other content or another mapping; it may be replaced."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One row that does not go into the archive: its number, the column, what stands there, and why not.

    ``column`` is empty where the row as a whole is refused.
    """

    row: int
    column: str
    value: str
    reason: Reason


KEEPABLE = (
    Refused.LIKELY_TOTAL, Refused.TOTAL_BESIDE, Refused.CALLED_TOTAL, Refused.STANDS_BELOW, Refused.TOTALS,
    Refused.ONE_CELL,
    Refused.REPEATS_HEADER, Refused.NAMES_COLUMNS, Refused.NUMBERS_COLUMNS, Refused.TURNS_PAGES, Refused.PART,
    Refused.SAID_TO_BE_NONE, Refused.SAME_NAME,
)  # fmt: skip
"""Why a row is no record by its looks alone: whoever knows the list may say that it is one."""
TOGETHER = (Refused.SAME_NAME, Refused.OF_ONE_RECORD)
"""Of rows that are told in the record of another one."""
ASIDE = (
    Refused.ONE_CELL, Refused.TOTALS, Refused.REPEATS_HEADER, Refused.NAMES_COLUMNS, Refused.NUMBERS_COLUMNS,
    Refused.TURNS_PAGES, Refused.SAID_TO_BE_NONE, Refused.NAMES_NOBODY,
)  # fmt: skip
"""Of rows that are no records and don't claim to be: headings, totals and notes."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A cell of accepted rows that could not be read; its field is absent there.

    ``rows``: in how many rows it stands; ``row`` is the first of them.
    """

    row: int
    column: str
    value: str
    reason: Reason
    rows: int = 1


class CellProblem(Exception):
    """A cell can't be converted. ``position``: which of the rule's columns it is in, from 0.

    ``left_out``: the positions of the cells that can't be read for it, where the others of the row still can be; None
    where none of the rule's cells can.
    """

    def __init__(
        self, reason: Reason, position: int = 0, left_out: tuple[int, ...] | None = None, instead: str | None = None
    ) -> None:
        """Keep the position beside the reason. ``instead``: what of the cell can still be read."""
        super().__init__(reason)
        self.reason = reason
        self.position = position
        self.left_out = left_out
        self.instead = instead
